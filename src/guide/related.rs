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
    let ground = Ground { evidence, worth, about };
    let ids: Vec<_> = ground.worth.ids().collect();
    let related = ids.into_par_iter().map_init(|| Tally::new(ground.worth.len()), |tally, note| ground.related(note, tally));
    related.collect::<Vec<_>>().into()
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

/// Points for notes. One is used for many notes after another, as an empty one for all notes costs more than the few that get any.
struct Tally {
    points: IdVec<NoteId, u32>,
    /// Those that have any, in the order in which they got the first.
    scored: Vec<NoteId>,
}

impl Tally {
    fn new(notes: usize) -> Self {
        Self { points: (0..notes).map(|_| 0).collect(), scored: Vec::new() }
    }

    fn add(&mut self, note: NoteId, points: u32) {
        if self.points[note] == 0 {
            self.scored.push(note);
        }
        self.points[note] += points;
    }

    /// The notes with their points; none has any afterwards.
    fn drain(&mut self) -> impl Iterator<Item = (NoteId, u32)> {
        let points = &mut self.points;
        self.scored.drain(..).map(|note| (note, std::mem::take(&mut points[note])))
    }
}

/// What connections are found by.
struct Ground<'a> {
    evidence: Evidence<'a>,
    /// What topics are worth to each note.
    worth: IdVec<NoteId, Vec<(TopicId, u32)>>,
    /// The notes of each topic.
    about: IdVec<TopicId, Vec<(NoteId, u32)>>,
}

impl Ground<'_> {
    fn related(&self, note: NoteId, tally: &mut Tally) -> Vec<RelatedNote> {
        for &(topic, weight) in &self.worth[note] {
            let notes = &self.about[topic];
            let rarity = self.rarity(topic);
            let here = notes.partition_point(|(other, _)| *other < note);
            for &(other, theirs) in notes.iter().skip(here.saturating_sub(NEAR)).take(2 * NEAR + 1) {
                tally.add(other, rarity * weight.min(theirs));
            }
        }
        let there: HashSet<_> = self.evidence.targets[note].iter().filter_map(linked_note).collect();
        let here: HashSet<_> = self.evidence.backlinks[note].iter().take(NEAR).copied().collect();
        there.iter().chain(&here).for_each(|&other| tally.add(other, LINK));

        let is_wanted = |&(other, points): &(NoteId, u32)| {
            let is_connected = points >= LEAST || there.contains(&other) || here.contains(&other);
            other != note && is_connected && !self.is_index(other)
        };
        let mut ranked: Vec<_> = tally.drain().filter(is_wanted).collect();
        let homes = &self.evidence.tree.homes;
        let far = |other: NoteId| (homes[other] != homes[note], other.position().abs_diff(note.position()), other);
        let rank = |&(other, points): &(NoteId, u32)| (Reverse(points), far(other));
        if ranked.len() > GIVEN {
            ranked.select_nth_unstable_by_key(GIVEN, rank);
            ranked.truncate(GIVEN);
        }
        ranked.sort_unstable_by_key(rank);
        let link = |other| if there.contains(&other) { Connection::LinksThere } else { Connection::LinksHere };
        ranked
            .into_iter()
            .map(|(other, _)| RelatedNote { note: other, reason: self.shared(note, other).unwrap_or_else(|| link(other)) })
            .collect()
    }

    /// How much a topic tells that some of all notes share: one more for each time that fewer than half do.
    fn rarity(&self, topic: TopicId) -> u32 {
        1 + (self.worth.len() / self.about[topic].len().max(1)).max(1).ilog2()
    }

    /// The topics that two notes share, the most telling first.
    fn shared(&self, note: NoteId, other: NoteId) -> Option<Connection> {
        let theirs = &self.worth[other];
        let common = self.worth[note].iter().filter_map(|&(topic, weight)| {
            let at = theirs.binary_search_by_key(&topic, |(topic, _)| *topic).ok()?;
            let (_, their_weight) = *theirs.get(at)?;
            Some((Reverse(self.rarity(topic) * weight.min(their_weight)), topic))
        });
        let mut common: Vec<_> = common.collect();
        common.sort_unstable();
        let topics: Vec<_> = common.iter().take(NAMED).map(|&(_, topic)| topic).collect();
        (!topics.is_empty()).then_some(Connection::Topics(topics))
    }

    /// Whether a note is the index of its folder.
    fn is_index(&self, note: NoteId) -> bool {
        let tree = self.evidence.tree;
        tree.branches[tree.homes[note]].index == Some(note)
    }
}

fn linked_note(target: &Target) -> Option<NoteId> {
    match target {
        Target::Note(note, _) => Some(*note),
        _ => None,
    }
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
