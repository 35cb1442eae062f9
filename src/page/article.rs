//! A note as a page shows it: title, metadata line, outline, body, and what the guide knows around it.
//!
//! Takes a note; gives the values that `components/article.html` reads. Shared by note pages and by the pages of folders that
//! have an index note. Must not know which of them it is for.

use serde::Serialize;

use crate::guide::{Connection, Guide, RelatedNote};
use crate::ids::{NoteId, TopicId};
use crate::markdown::html;
use crate::note::{Explicit, Note, Question, Role};
use crate::path::percent_encode;

use super::chrome::Link;
use super::hrefs::{Origin, hrefs};
use super::outline::{self, OutlineItem};
use super::part::Part;
use super::question::Cards;
use super::{Context, excerpt, reading, script};

/// How many of the notes that mention this one are listed before the rest is only counted.
const BACKLINKS: usize = 40;

/// A note's content. Templates read it as `article`.
#[derive(Debug, Serialize)]
pub struct Article {
    /// The anchor of the heading that is the title, which links may lead to.
    anchor: Option<String>,
    /// The numbering in front of the title.
    pub number: Option<String>,
    /// The title.
    pub title: String,
    /// The language, where it is not the site's.
    pub lang: Option<String>,
    /// The direction, where it is not the site's.
    pub dir: Option<&'static str>,
    /// What the note states about itself.
    pub facts: Vec<FactView>,
    /// The level, as a word.
    pub level: Option<Tag>,
    /// The companies that ask about it.
    pub companies: Vec<String>,
    /// How long it takes to read.
    pub reading: Option<String>,
    /// When it last changed.
    pub updated: Option<Day>,
    /// The topics of the note as a whole.
    pub topics: Vec<Link>,
    /// How many questions it asks, where any answer can be opened.
    pub questions: Option<String>,
    /// The on-page outline.
    pub outline: Vec<OutlineItem>,
    /// The body, cut where sections end.
    pub parts: Vec<Part>,
    /// The footnotes, as HTML.
    pub footnotes: Option<String>,
    /// What a chat left behind, as HTML.
    pub residue: Option<String>,
    /// The notes that link here.
    pub backlinks: Vec<Link>,
    /// How many more there are.
    pub more_backlinks: Option<String>,
    /// The notes to read next.
    pub related: Vec<Suggestion>,
    /// Where the note can be edited.
    pub edit: Option<String>,
}

/// A note to read next.
#[derive(Debug, Serialize)]
pub struct Suggestion {
    /// The note.
    pub note: Link,
    /// Why.
    pub reason: String,
}

/// A fact of the metadata line.
#[derive(Debug, Serialize)]
pub struct FactView {
    /// The label.
    pub label: String,
    /// What it says, as HTML.
    pub value: String,
}

/// A word with the name that styles and filters know it by.
#[derive(Debug, Serialize)]
pub struct Tag {
    /// The name in data and classes.
    pub name: &'static str,
    /// The word.
    pub title: &'static str,
}

/// A day for people and for machines.
#[derive(Debug, Serialize)]
pub struct Day {
    /// `2025-03-01`
    pub iso: String,
    /// As people write it.
    pub text: String,
}

/// Makes the content of a note.
pub(super) fn article(guide: &Guide, context: &Context<'_>, origin: &Origin, id: NoteId) -> Article {
    let note = &guide.notes[id];
    let entry = &guide.entries[id];
    let hrefs = hrefs(guide, origin, id);
    let cards = Cards::of_note(guide, context, origin, &hrefs, id);
    let body = cards.body();
    let setting = script::setting(note.front.language.as_deref(), &guide.site.language, &note.text);
    let fact = |fact: &crate::note::Fact| FactView { label: fact.label.clone(), value: html::inlines(cards.writer(), &fact.value) };
    let listed = entry.backlinks.iter().take(BACKLINKS);
    let more = entry.backlinks.len().saturating_sub(BACKLINKS);
    Article {
        anchor: note.outline.title.heading.map(|heading| note.document.headings[heading].anchor.clone()),
        number: note.outline.title.number.clone(),
        title: note.outline.title.text.clone(),
        lang: setting.language,
        dir: setting.direction,
        facts: note.facts.iter().map(fact).collect(),
        level: note.front.level.map(|level| Tag { name: level.name(), title: context.words.level(level) }),
        companies: note.front.companies.clone(),
        reading: (note.text.len() > 400).then(|| context.words.n_minutes.of(reading::minutes(&note.text))),
        updated: entry.updated.map(|date| Day { iso: date.to_string(), text: context.words.date(date) }),
        topics: entry.topics.iter().map(|&topic| topic_link(guide, origin, topic)).collect(),
        questions: questions(context, note),
        outline: outline::items(note),
        parts: cards.parts(&body.main),
        footnotes: body.footnotes,
        residue: body.residue,
        backlinks: listed.map(|&from| note_link(guide, origin, from)).collect(),
        more_backlinks: (more > 0).then(|| context.words.n_more.of(more)),
        related: related(guide, context, origin, id),
        edit: edit(guide, note),
    }
}

/// The notes to read next, but for the one that the page leads on to anyway.
fn related(guide: &Guide, context: &Context<'_>, origin: &Origin, id: NoteId) -> Vec<Suggestion> {
    let entry = &guide.entries[id];
    let reason = |reason: &Connection| match reason {
        Connection::Topics(topics) => {
            topics.iter().map(|&topic| guide.topics[topic].name.as_str()).collect::<Vec<_>>().join(context.words.comma)
        }
        Connection::LinksThere => context.words.links_there.to_owned(),
        Connection::LinksHere => context.words.links_here.to_owned(),
    };
    let suggestion = |related: &RelatedNote| Suggestion { note: note_link(guide, origin, related.note), reason: reason(&related.reason) };
    entry.related.iter().filter(|related| Some(related.note) != entry.next).map(suggestion).collect()
}

/// How many questions a note asks; nothing where none is answered, so that there is nothing to show or hide.
fn questions(context: &Context<'_>, note: &Note) -> Option<String> {
    let asked = || note.questions.iter().filter(|question| question.explicit == Explicit::Yes);
    asked().any(Question::is_answered).then(|| context.words.n_questions.of(asked().count()))
}

/// The link to a topic.
pub(super) fn topic_link(guide: &Guide, origin: &Origin, id: TopicId) -> Link {
    let topic = &guide.topics[id];
    Link { title: topic.name.clone(), href: origin.to(&topic.route) }
}

/// The link to a note.
pub(super) fn note_link(guide: &Guide, origin: &Origin, id: NoteId) -> Link {
    Link { title: guide.notes[id].outline.title.text.clone(), href: origin.to(&guide.entries[id].route) }
}

/// A note's description: its own, else its first words.
#[must_use]
pub fn description(note: &Note) -> Option<String> {
    let body = note.document.blocks.iter().zip(&note.outline.roles).filter(|(_, role)| **role == Role::Body).map(|(block, _)| block);
    note.front.description.clone().or_else(|| excerpt::description(body))
}

/// Where a note can be edited, where its repository is known.
pub(super) fn edit(guide: &Guide, note: &Note) -> Option<String> {
    let repository = guide.site.repository.as_ref()?;
    // Where a forge keeps its editor is known for these alone.
    let editor = match repository.url.split('/').nth(2)? {
        "github.com" | "codeberg.org" => "edit",
        "gitlab.com" => "-/edit",
        _ => return None,
    };
    let place = [repository.prefix.as_str(), note.path.as_str()].into_iter().filter(|part| !part.is_empty());
    let path = place.map(percent_encode).collect::<Vec<_>>().join("/");
    Some(format!("{}/{editor}/{}/{path}", repository.url, percent_encode(&repository.branch)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Repository;
    use crate::page::{Data, sample};

    fn article_of(guide: &Guide, route: &str) -> Article {
        match sample::view_of(guide, route).data {
            Data::Note(view) => view.article,
            other => panic!("no note: {other:?}"),
        }
    }

    const TWO: [(&str, &str); 2] = [
        ("a.md", "# One\n\n## Deadlock\n\nA circle.\n\n### Cure\n\nOrder.\n\n## Else\n\nEnd.[^1]\n\n[^1]: Note.\n"),
        ("b/b.md", "# Two\n\n## Deadlock\n\nSee [the cure](../a.md#cure) and [more](https://example.com/).\n"),
    ];

    #[test]
    fn a_sections_topics_stand_at_its_end_after_its_sub_sections() {
        let guide = sample::written(&TWO);
        let article = article_of(&guide, "a.html");
        let [first, rest] = article.parts.as_slice() else { panic!("{:?}", article.parts) };
        assert!(first.html.contains("Order.") && !first.html.contains("Else"));
        assert_eq!(first.topics, [Link { title: "Deadlock".to_owned(), href: "topics/deadlock.html".to_owned() }]);
        assert!(rest.html.contains("End.") && rest.topics.is_empty());
        assert!(article.footnotes.is_some_and(|footnotes| footnotes.contains("Note.")));
    }

    #[test]
    fn links_are_relative_to_the_page_and_the_linked_note_knows_them() {
        let guide = sample::written(&TWO);
        let html: String = article_of(&guide, "b/b.html").parts.into_iter().map(|part| part.html).collect();
        assert!(html.contains("href=\"../a.html#cure\""), "{html}");
        assert!(html.contains("href=\"https://example.com/\""), "{html}");
        let backlinks = article_of(&guide, "a.html").backlinks;
        assert_eq!(backlinks, [Link { title: "Two".to_owned(), href: "b/b.html".to_owned() }]);
    }

    #[test]
    fn a_note_in_another_script_says_so_and_others_do_not() {
        let guide = sample::written(&[("a.md", "# Plain\n\nText."), ("b.md", "# שלום\n\nעברית")]);
        assert_eq!(article_of(&guide, "a.html").dir, None);
        let hebrew = guide.entries.iter().map(|entry| entry.route.to_string()).find(|route| route != "a.html").unwrap();
        assert_eq!(article_of(&guide, &hebrew).dir, Some("rtl"));
    }

    #[test]
    fn the_link_to_edit_a_note_names_its_file_in_the_repository() {
        let mut guide = sample::written(&[("a b.md", "# A")]);
        assert_eq!(article_of(&guide, "a b.html").edit, None);
        let repository = |url: &str| Repository { url: url.to_owned(), branch: "main".to_owned(), prefix: "notes".to_owned() };
        guide.site.repository = Some(repository("https://github.com/me/guide"));
        assert_eq!(article_of(&guide, "a b.html").edit.as_deref(), Some("https://github.com/me/guide/edit/main/notes/a%20b.md"));
        guide.site.repository = Some(repository("https://git.example.com/me/guide"));
        assert_eq!(article_of(&guide, "a b.html").edit, None, "no one knows where that forge keeps its editor");
    }
}
