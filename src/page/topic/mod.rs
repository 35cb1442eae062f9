//! A topic's page: what all notes say about one concept.
//!
//! Takes a topic; gives the best definition, what each note says, comparisons, code, questions, callouts by kind, and where to
//! go on. `lead.rs` chooses the definition, `said.rs` the passages and their order, `code.rs` the examples. Must not repeat
//! whole sections: it shows their beginning and leads to them.

mod code;
mod lead;
mod said;

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;

use crate::guide::{Guide, Topic};
use crate::ids::{CalloutId, NoteId, TopicId};
use crate::note::{CalloutKind, Level};
use crate::path::{SitePath, percent_encode};
use crate::span::Span;

use super::article::{Tag, note_link, topic_link};
use super::bank::row::{self, Row};
use super::chrome::{About, Link, Page};
use super::hrefs::Origin;
use super::lens::Lens;
use super::listing::{Detail, Listed, listed_note};
use super::map::{self, RelatedTopic};
use super::passage::{EntryView, Length, Passage, entry};
use super::{Context, Kind, Plan, Subject, lens};

use self::code::Example;
use self::said::{Pointer, Said};

/// The kind.
pub(super) const KIND: Kind =
    Kind { name: "topic", about: "one topic: what every note says about it, its questions, callouts and kin", plans };

/// The anchor of the questions.
pub(super) const QUESTIONS: &str = "theme:questions";

/// How many questions are listed before the rest is left to the bank.
const LISTED: usize = 60;

/// How many callouts of a kind are shown; its lens has all.
const CALLOUTS: usize = 6;

/// How many notes that mention it are named.
const MENTIONS: usize = 30;

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
    /// What it is, as its author declares.
    pub summary: Option<String>,
    /// The best that a note says of what it is.
    pub lead: Option<EntryView>,
    /// The wider topics, widest first.
    pub parents: Vec<Link>,
    /// The narrower topics.
    pub children: Vec<Link>,
    /// The notes that are about it as a whole.
    pub notes: Vec<Listed>,
    /// What notes say about it.
    pub said: Vec<Said>,
    /// Where more is said.
    pub also: Vec<Pointer>,
    /// The topics that notes compare it with.
    pub comparisons: Vec<Link>,
    /// How they compare it.
    pub compared: Vec<EntryView>,
    /// Code that shows it.
    pub examples: Vec<Example>,
    /// The questions about it, by level.
    pub questions: Vec<Asked>,
    /// How many there are.
    pub question_count: Option<String>,
    /// All of them, where not all are listed.
    pub more_questions: Option<Link>,
    /// Callouts about it, by kind.
    pub callouts: Vec<Group>,
    /// The topics that have to do with it.
    pub related: Vec<RelatedTopic>,
    /// The notes that mention it in passing.
    pub mentions: Vec<Link>,
    /// How many more there are.
    pub more_mentions: Option<String>,
}

/// The questions of one level.
#[derive(Debug, Serialize)]
pub struct Asked {
    /// The level; none for those without.
    pub level: Option<Tag>,
    /// The questions.
    pub rows: Vec<Row>,
}

/// Callouts of one kind.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they tell.
    pub title: &'static str,
    /// They themselves.
    pub entries: Vec<EntryView>,
    /// How many more there are.
    pub more: Option<String>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    guide.topics.iter_ids().map(|(id, topic)| Plan { route: topic.route.clone(), subject: Subject::Topic(id) }).collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath, id: TopicId) -> TopicView {
    let origin = Origin::Page(route.clone());
    let topic = &guide.topics[id];
    let lead = lead::lead(guide, id);
    let description = topic.summary.clone().or_else(|| lead.and_then(|lead| lead::plain(guide, lead)));
    let about = About { kind: KIND.name, origin: &origin, title: topic.name.clone(), description, folder: None, note: None };
    let mut page = Page::new(guide, context, about);
    let link = |&id: &TopicId| topic_link(guide, &origin, id);
    let mut parents: Vec<Link> = std::iter::successors(topic.parent, |&id| guide.topics[id].parent).map(|id| link(&id)).collect();
    parents.reverse();
    page.breadcrumbs = vec![
        Link { title: context.words.home.to_owned(), href: page.home.clone() },
        Link { title: context.words.topics.to_owned(), href: origin.to(&SitePath::fixed(super::topics::ROUTE)) },
    ];
    page.breadcrumbs.extend(parents.clone());

    let said = said::said(guide, context, &origin, id, lead);
    let (compared, callouts) = callouts(guide, context, &origin, id, lead, &said.bytes);
    let count = context.roll.about(id).len();
    let mentions = mentioning(guide, id);
    let more = mentions.len().saturating_sub(MENTIONS);
    TopicView {
        page,
        title: topic.name.clone(),
        aliases: topic.aliases.clone(),
        extent: extent(guide, context, topic),
        summary: topic.summary.clone(),
        lead: lead.map(|lead| entry(guide, context, &origin, lead, Length::Excerpt)),
        parents,
        children: topic.children.iter().map(link).collect(),
        notes: topic.notes.iter().map(|&note| listed_note(guide, context, &origin, note, Some(Detail))).collect(),
        also: said.also,
        comparisons: topic.comparisons.iter().map(link).collect(),
        compared,
        examples: code::examples(guide, context, &origin, id, &said.bytes),
        said: said.shown,
        questions: asked(guide, context, &origin, id),
        question_count: (count > 0).then(|| context.words.n_questions.of(count)),
        more_questions: (count > LISTED).then(|| Link {
            title: context.words.n_more.of(count - LISTED),
            href: format!("{}?topic={}", origin.to(&SitePath::fixed(super::bank::ROUTE)), percent_encode(&topic.slug)),
        }),
        callouts,
        related: map::related(guide, context, &origin, id),
        mentions: mentions.into_iter().take(MENTIONS).map(|note| note_link(guide, &origin, note)).collect(),
        more_mentions: (more > 0).then(|| context.words.n_more.of(more)),
    }
}

/// How much there is of a topic, in words.
fn extent(guide: &Guide, context: &Context<'_>, topic: &Topic) -> String {
    let mut notes: Vec<NoteId> = topic.sections.iter().map(|place| place.note).chain(topic.notes.iter().copied()).collect();
    notes.sort_unstable();
    notes.dedup();
    let counted = context.words.n_notes.of(notes.len().min(guide.notes.len()));
    if topic.sections.is_empty() { counted } else { format!("{} · {counted}", context.words.n_sections.of(topic.sections.len())) }
}

/// The notes that link to a topic or mention it and do not speak about it, in path order.
fn mentioning(guide: &Guide, id: TopicId) -> Vec<NoteId> {
    let topic = &guide.topics[id];
    let speaking: HashSet<NoteId> = topic.notes.iter().copied().chain(topic.sections.iter().map(|place| place.note)).collect();
    let mentions = topic.mentions.iter().map(|mention| mention.note);
    let mut notes: Vec<NoteId> = mentions.chain(guide.backlinks.topics[id].iter().copied()).collect();
    notes.sort_unstable();
    notes.dedup();
    notes.retain(|note| !speaking.contains(note));
    notes
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

/// The callouts about a topic that no passage shows yet: those that compare it, and the others by what they tell.
fn callouts(
    guide: &Guide,
    context: &Context<'_>,
    origin: &Origin,
    id: TopicId,
    lead: Option<Passage>,
    shown: &[(NoteId, Span)],
) -> (Vec<EntryView>, Vec<Group>) {
    let is_new = |callout: CalloutId| {
        Some(Passage::Callout(callout)) != lead && !said::is_shown(shown, guide.callouts[callout].note, guide.callout(callout).span)
    };
    let group = |lens: &Lens| {
        let of_lens = guide.topics[id].callouts.iter().copied().filter(|&callout| lens.tells(guide.callout(callout).kind));
        let others: Vec<_> = of_lens.filter(|&callout| is_new(callout)).map(Passage::Callout).collect();
        let entries = others.iter().take(CALLOUTS).map(|&passage| entry(guide, context, origin, passage, Length::Excerpt)).collect();
        let more = others.len().saturating_sub(CALLOUTS);
        Group { title: context.words.lens(lens.slug).title, entries, more: (more > 0).then(|| context.words.n_more.of(more)) }
    };
    let (mut compared, mut groups) = (Vec::new(), Vec::new());
    for lens in lens::all() {
        let group = group(lens);
        if lens.tells(CalloutKind::Comparison) {
            compared = group.entries;
        } else if !group.entries.is_empty() {
            groups.push(group);
        }
    }
    (compared, groups)
}

#[cfg(test)]
mod tests {
    use crate::page::{Data, sample};

    const NOTES: [(&str, &str); 3] = [
        (
            "a.md",
            "# One\n\n## Locks\n\n### Deadlock\n\n**Definition**: Two threads that wait for each other.\n\n**Pitfall**: Locks in any order.\n\n\
             ```py\na.acquire()\n```\n\n**Q1: How is a deadlock broken?**\n\n**Short Answer**: By an order.\n",
        ),
        ("b.md", "# Two\n\n## Deadlock\n\nA circle of waits. It never ends.\n\n## Locks\n\nThey open.\n"),
        ("c.md", "# Three\n\nNothing here ends in a deadlock.\n"),
    ];

    fn view() -> super::TopicView {
        match sample::view_of(&sample::written(&NOTES), "topics/deadlock.html").data {
            Data::Topic(view) => *view,
            other => panic!("no topic: {other:?}"),
        }
    }

    #[test]
    fn callouts_and_code_beyond_what_passages_show_have_places_of_their_own() {
        let long = format!(
            "# A\n\n## Deadlock\n\n{}\n\n**Pitfall**: Locks in any order.\n\n```py\nb.acquire()\n```\n",
            "Nothing moves. ".repeat(120)
        );
        let guide = sample::written(&[
            ("a.md", &long),
            ("b.md", "# B\n\n## Deadlock\n\n- **Deadlock: in a pool** of one\n- **Deadlock**: a ring\n"),
            ("c.md", "# C\n\nDeadlock\n: Nobody moves on.\n"),
        ]);
        let Data::Topic(view) = sample::view_of(&guide, "topics/deadlock.html").data else { panic!("no topic") };
        assert!(view.callouts.iter().any(|group| group.title == "Pitfalls" && group.entries[0].html.contains("any order")));
        assert!(view.examples[0].html.contains("acquire"), "code that no passage shows stands on its own");
        assert_eq!(view.said.len(), 3, "what stands in a section that is shown is not shown again");
        assert_eq!(view.said[2].entry.html, "Nobody moves on.", "a term says what its list says of it");
    }

    #[test]
    fn the_definition_leads_and_is_not_said_twice() {
        let view = view();
        let lead = view.lead.unwrap();
        assert!(lead.html.contains("wait for each other"), "{}", lead.html);
        assert_eq!(lead.source.href, "../a.html#deadlock");
        assert!(view.page.description.unwrap().starts_with("Two threads"));
        assert!(view.callouts.iter().all(|group| group.entries.iter().all(|entry| entry.html != lead.html)));
    }

    #[test]
    fn each_note_says_its_part_with_the_way_to_it() {
        let view = view();
        let said: Vec<_> = view.said.iter().map(|said| (said.note.title.as_str(), said.path.clone(), said.entry.href.as_str())).collect();
        assert!(said.contains(&("One", vec!["Locks".to_owned()], "../a.html#deadlock")), "{said:?}");
        assert!(said.contains(&("Two", Vec::new(), "../b.html#deadlock")), "{said:?}");
    }

    #[test]
    fn code_questions_callouts_and_mentions_have_their_places() {
        let view = view();
        assert!(view.examples.is_empty() && view.said[0].entry.html.contains("acquire"), "code in a passage is not shown again");
        assert_eq!(view.questions.iter().map(|asked| asked.rows.len()).sum::<usize>(), 1);
        assert!(view.callouts.is_empty() && view.said[0].entry.html.contains("any order"), "what a passage shows is not told again");
        assert_eq!(view.mentions.iter().map(|note| note.title.as_str()).collect::<Vec<_>>(), ["Three"]);
    }
}
