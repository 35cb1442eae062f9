//! A topic's page: what all notes say about one concept.
//!
//! Takes a topic; gives each of its sections with the place that it stands in and its first words. Must not repeat the
//! sections themselves: it leads to them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::guide::{Guide, Naming};
use crate::ids::{NoteId, SectionId, TopicId};
use crate::note::{Level, Note};
use crate::path::{SitePath, percent_encode};

use super::article::{Tag, note_link};
use super::bank::row::{self, Row};
use super::chrome::{About, Link, Page};
use super::excerpt::excerpt;
use super::hrefs::Origin;
use super::listing::{Detail, Listed, listed_note};
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "topic", about: "one topic: its sections from every note", plans };

/// The anchor of the questions.
pub(super) const QUESTIONS: &str = "theme:questions";

/// How many questions are listed before the rest is left to the bank.
const LISTED: usize = 60;

/// What a topic's page shows.
#[derive(Debug, Serialize)]
pub struct TopicView {
    /// What surrounds the content.
    pub page: Page,
    /// The topic's name.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// How much there is of it.
    pub extent: String,
    /// The notes that declare it.
    pub notes: Vec<Listed>,
    /// The sections that are about it, by note.
    pub groups: Vec<Group>,
    /// The questions about it, by level.
    pub questions: Vec<Asked>,
    /// How many there are.
    pub question_count: Option<String>,
    /// All of them, where not all are listed.
    pub more_questions: Option<Link>,
}

/// The questions of one level.
#[derive(Debug, Serialize)]
pub struct Asked {
    /// The level; none for those without.
    pub level: Option<Tag>,
    /// The questions.
    pub rows: Vec<Row>,
}

/// The sections of one note.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The note.
    pub note: Link,
    /// Its sections.
    pub sections: Vec<SectionView>,
}

/// A section as others show it.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// Its heading's text.
    pub title: String,
    /// The link to its anchor.
    pub href: String,
    /// The headings above it, without the note's title.
    pub path: Vec<String>,
    /// Its first words.
    pub excerpt: Option<String>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    guide.topics.iter_ids().map(|(id, topic)| Plan { route: topic.route.clone(), subject: Subject::Topic(id) }).collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath, id: TopicId) -> TopicView {
    let origin = Origin::Page(route.clone());
    let topic = &guide.topics[id];
    let about = About { kind: KIND.name, origin: &origin, title: topic.name.clone(), description: None, folder: None, note: None };
    let mut page = Page::new(guide, context, about);
    page.breadcrumbs = vec![
        Link { title: context.words.home.to_owned(), href: page.home.clone() },
        Link { title: context.words.topics.to_owned(), href: origin.to(&SitePath::fixed(super::topics::ROUTE)) },
    ];
    let mut groups: Vec<(NoteId, Group)> = Vec::new();
    // What stands in a section without being its subject has no words of its own to show here.
    let headed = || topic.sections.iter().filter(|place| place.naming == Naming::Heading);
    let places: Vec<_> = if headed().next().is_some() { headed().collect() } else { topic.sections.iter().collect() };
    for (note, section) in places.iter().filter_map(|place| Some((place.note, place.section?))) {
        let view = section_view(guide, &origin, note, section);
        match groups.last_mut() {
            Some((last, group)) if *last == note => group.sections.push(view),
            _ => groups.push((note, Group { note: note_link(guide, &origin, note), sections: vec![view] })),
        }
    }
    let extent = if topic.sections.is_empty() {
        context.words.n_notes.of(topic.notes.len())
    } else {
        format!("{} · {}", context.words.n_sections.of(topic.sections.len()), context.words.n_notes.of(groups.len()))
    };
    let count = context.roll.about(id).len();
    TopicView {
        page,
        title: topic.name.clone(),
        aliases: topic.aliases.clone(),
        extent,
        notes: topic.notes.iter().map(|&note| listed_note(guide, context, &origin, note, Some(Detail))).collect(),
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        questions: asked(guide, context, &origin, id),
        question_count: (count > 0).then(|| context.words.n_questions.of(count)),
        more_questions: (count > LISTED).then(|| Link {
            title: context.words.n_more.of(count - LISTED),
            href: format!("{}?topic={}", origin.to(&SitePath::fixed(super::bank::ROUTE)), percent_encode(&topic.slug)),
        }),
    }
}

/// The first questions about a topic, by level.
fn asked(guide: &Guide, context: &Context<'_>, origin: &Origin, id: TopicId) -> Vec<Asked> {
    let mut levels: BTreeMap<(bool, Option<Level>), Vec<Row>> = BTreeMap::new();
    for &question in context.roll.about(id).iter().take(LISTED) {
        let level = guide.question(question).level;
        levels.entry((level.is_none(), level)).or_default().push(row::alone(guide, context, origin, question));
    }
    let tag = |level: Level| Tag { name: level.name(), title: context.words.level(level) };
    levels.into_iter().map(|((_, level), rows)| Asked { level: level.map(tag), rows }).collect()
}

fn section_view(guide: &Guide, origin: &Origin, id: NoteId, section: SectionId) -> SectionView {
    let note = &guide.notes[id];
    let section = &note.outline.sections[section];
    let anchor = note.document.headings.find(section.heading).map_or("", |heading| heading.anchor.as_str());
    let blocks = note.document.blocks.get(section.blocks.clone()).unwrap_or_default();
    SectionView {
        title: section.title.clone(),
        href: origin.to_anchor(&guide.entries[id].route, anchor),
        path: path(note, section.parent),
        excerpt: excerpt(blocks),
    }
}

/// The titles of a section and of those that hold it, outermost first.
fn path(note: &Note, innermost: Option<SectionId>) -> Vec<String> {
    let sections = std::iter::successors(innermost, |&id| note.outline.sections[id].parent);
    let mut titles: Vec<_> = sections.map(|id| note.outline.sections[id].title.clone()).collect();
    titles.reverse();
    titles
}

#[cfg(test)]
mod tests {
    use crate::page::{Data, sample};

    #[test]
    fn a_topic_gathers_its_sections_by_note_with_their_place_and_first_words() {
        let guide = sample::written(&[
            ("a.md", "# One\n\n## Locks\n\n### Deadlock\n\n*Two* threads wait for `each other`.\n"),
            ("b.md", "# Two\n\n## Deadlock\n\nA circle.\n"),
        ]);
        let Data::Topic(view) = sample::view_of(&guide, "topics/deadlock.html").data else { panic!("no topic") };
        let found: Vec<_> = view.groups.iter().map(|group| (group.note.title.as_str(), group.sections.len())).collect();
        assert_eq!(found, [("One", 1), ("Two", 1)]);
        let section = &view.groups[0].sections[0];
        assert_eq!(section.path, ["Locks"]);
        assert_eq!(section.href, "../a.html#deadlock");
        assert_eq!(section.excerpt.as_deref(), Some("Two threads wait for each other."));
    }
}
