//! What to read next: the notes that have most to do with each note, and why.
//!
//! Takes the topics and the links of all notes; gives each note at most five others, the best first. A topic that few notes
//! share tells more than one that all share; a link tells most; where notes stand breaks ties. Must stay about linear: of the
//! many notes of a common topic only the nearest in reading order are looked at. Must not read text.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use crate::guide::Target;
use crate::guide::folder::Tree;
use crate::guide::topics::NoteTopics;
use crate::ids::{Id, IdVec, LinkId, NoteId, TopicId};
use crate::markdown::html::AutoLink;

/// How many notes are given.
const GIVEN: usize = 5;

/// How many topics a reason names.
const NAMED: usize = 3;

/// How many notes of a topic are looked at, from the note in both directions.
const NEAR: usize = 60;

/// What a topic is worth to a note that is about it as a whole, to one with a section about it, to one that mentions it.
const WHOLE: u32 = 6;
const SECTION: u32 = 3;
const MENTION: u32 = 1;

/// What a link is worth, in either direction.
const LINK: u32 = 16;

/// What notes must share, unless one links to the other: more than one mention of something common.
const LEAST: u32 = 6;

/// A note that a reader of another may want next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedNote {
    /// The note.
    pub note: NoteId,
    /// Why.
    pub reason: Connection,
}

/// What connects two notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Connection {
    /// They share these topics, the most telling first; never empty.
    Topics(Vec<TopicId>),
    /// The note links to the other.
    LinksThere,
    /// The other links to the note.
    LinksHere,
}

/// What the connections of notes are read from.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    /// The topics of each note.
    pub(super) topics: &'a IdVec<NoteId, NoteTopics>,
    /// The topics that each note mentions.
    pub(super) mentioned: &'a IdVec<NoteId, Vec<AutoLink>>,
    /// Where the links of each note lead.
    pub(super) targets: &'a IdVec<NoteId, IdVec<LinkId, Target>>,
    /// The notes that link to each note.
    pub(super) backlinks: &'a IdVec<NoteId, Vec<NoteId>>,
    /// The folders. An index that lists all notes is no reading for after any of them.
    pub(super) tree: &'a Tree,
}

/// The related notes of every note.
pub(super) fn notes(evidence: Evidence<'_>, topics: usize) -> IdVec<NoteId, Vec<RelatedNote>> {
    let worth: IdVec<NoteId, Vec<(TopicId, u32)>> = evidence.topics.ids().map(|note| worth(&evidence, note)).collect();
    let mut about: IdVec<TopicId, Vec<(NoteId, u32)>> = (0..topics).map(|_| Vec::new()).collect();
    for (note, worth) in worth.iter_ids() {
        for &(topic, weight) in worth {
            about[topic].push((note, weight));
        }
    }
    let ids: Vec<_> = worth.ids().collect();
    let related: Vec<_> = ids.into_par_iter().map(|note| of_note(&evidence, &worth, &about, note)).collect();
    related.into()
}

/// What each topic is worth to a note.
fn worth(evidence: &Evidence<'_>, note: NoteId) -> Vec<(TopicId, u32)> {
    let of_note = &evidence.topics[note];
    let mut worth: BTreeMap<TopicId, u32> = BTreeMap::new();
    let whole = of_note.whole.iter().map(|&topic| (topic, WHOLE));
    let sections = of_note.sections.iter().flatten().map(|&topic| (topic, SECTION));
    let mentioned = evidence.mentioned[note].iter().map(|link| (link.topic, MENTION));
    for (topic, weight) in whole.chain(sections).chain(mentioned) {
        let sum = worth.entry(topic).or_default();
        *sum = (*sum + weight).min(WHOLE);
    }
    worth.into_iter().collect()
}

/// What two notes share so far.
#[derive(Default)]
struct Shared {
    score: u32,
    topics: Vec<(u32, TopicId)>,
    link: Option<Connection>,
}

fn of_note(
    evidence: &Evidence<'_>,
    worth: &IdVec<NoteId, Vec<(TopicId, u32)>>,
    about: &IdVec<TopicId, Vec<(NoteId, u32)>>,
    note: NoteId,
) -> Vec<RelatedNote> {
    let mut found: BTreeMap<NoteId, Shared> = BTreeMap::new();
    for &(topic, weight) in &worth[note] {
        let notes = &about[topic];
        let rarity = rarity(worth.len(), notes.len());
        let here = notes.partition_point(|(other, _)| *other < note);
        for &(other, theirs) in notes.iter().skip(here.saturating_sub(NEAR)).take(2 * NEAR + 1).filter(|(other, _)| *other != note) {
            let shared = found.entry(other).or_default();
            let score = rarity * weight.min(theirs);
            shared.score += score;
            shared.topics.push((score, topic));
        }
    }
    let linked: HashSet<_> = evidence.targets[note].iter().filter_map(linked_note).filter(|other| *other != note).collect();
    let links = linked.into_iter().map(|other| (other, Connection::LinksThere));
    let backlinks = evidence.backlinks[note].iter().take(NEAR).map(|&other| (other, Connection::LinksHere));
    for (other, connection) in backlinks.chain(links) {
        let shared = found.entry(other).or_default();
        shared.score += LINK;
        shared.link = Some(connection);
    }
    found.retain(|other, shared| !is_index(evidence, *other) && (shared.link.is_some() || shared.score >= LEAST));
    let mut ranked: Vec<_> = found.into_iter().collect();
    let homes = &evidence.tree.homes;
    let far = |other: NoteId| (homes[other] != homes[note], other.position().abs_diff(note.position()), other);
    ranked.sort_by_key(|(other, shared)| (Reverse(shared.score), far(*other)));
    ranked.into_iter().take(GIVEN).filter_map(|(note, shared)| Some(RelatedNote { note, reason: reason(shared)? })).collect()
}

fn is_index(evidence: &Evidence<'_>, note: NoteId) -> bool {
    evidence.tree.branches[evidence.tree.homes[note]].index == Some(note)
}

fn linked_note(target: &Target) -> Option<NoteId> {
    match target {
        Target::Note(note, _) => Some(*note),
        _ => None,
    }
}

/// How much a topic tells that some of all notes share: one more for each time that fewer than half do.
fn rarity(notes: usize, about: usize) -> u32 {
    1 + (notes / about.max(1)).max(1).ilog2()
}

/// The topics that tell most; the link where there are none.
fn reason(mut shared: Shared) -> Option<Connection> {
    if shared.topics.is_empty() {
        return shared.link;
    }
    shared.topics.sort_by_key(|&(score, topic)| (Reverse(score), topic));
    Some(Connection::Topics(shared.topics.into_iter().take(NAMED).map(|(_, topic)| topic).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Guide;
    use crate::guide::fixture::notes as written;

    /// The related notes of a note, each with its reason.
    fn related(guide: &Guide, path: &str) -> Vec<String> {
        let shown = |related: &RelatedNote| {
            let reason = match &related.reason {
                Connection::Topics(topics) => topics.iter().map(|topic| guide.topics[*topic].slug.as_str()).collect::<Vec<_>>().join("+"),
                Connection::LinksThere => "links there".to_owned(),
                Connection::LinksHere => "links here".to_owned(),
            };
            format!("{}: {reason}", guide.notes[related.note].path)
        };
        guide.entries[guide.id(path)].related.iter().map(shown).collect()
    }

    fn tagged(tags: &str) -> String {
        format!("---\ntopics: [{tags}]\n---\n# Overview\n")
    }

    #[test]
    fn rare_topics_tell_more_than_common_ones() {
        let guide = written([
            ("a.md", tagged("Common, Rare")),
            ("b.md", tagged("Common")),
            ("c.md", tagged("Common")),
            ("d.md", tagged("Rare, Common")),
            ("e.md", tagged("Other")),
            ("f.md", tagged("Other")),
            ("g.md", String::new()),
            ("h.md", String::new()),
        ])
        .link();
        assert_eq!(related(&guide, "a.md"), ["d.md: rare+common", "b.md: common", "c.md: common"]);
        assert_eq!(related(&guide, "e.md"), ["f.md: other"]);
        assert_eq!(related(&guide, "g.md"), [""; 0]);
    }

    #[test]
    fn links_connect_in_both_directions() {
        let guide = written([("a.md", "[b](b.md) [b](b.md)"), ("b.md", ""), ("c.md", "")]).link();
        assert_eq!(related(&guide, "a.md"), ["b.md: links there"]);
        assert_eq!(related(&guide, "b.md"), ["a.md: links here"]);
        let listed = written([("README.md", "[b](b.md) [c](c.md)"), ("b.md", ""), ("c.md", "")]).link();
        assert_eq!(related(&listed, "b.md"), [""; 0]);
    }

    #[test]
    fn at_most_five_are_given_the_nearest_of_equals() {
        let guide = written((0..40).map(|at| (format!("{}/{at:02}.md", if at < 20 { "a" } else { "b" }), tagged("Common")))).link();
        let paths: Vec<_> = related(&guide, "b/20.md").iter().map(|one| one[..7].to_owned()).collect();
        assert_eq!(paths, ["b/21.md", "b/22.md", "b/23.md", "b/24.md", "b/25.md"]);
    }
}
