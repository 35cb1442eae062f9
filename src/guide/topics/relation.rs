//! Which topics have to do with each other, and why.
//!
//! Takes topics with their places, the pairs that notes compare, and the questions; gives the best few for each topic. What
//! two topics share counts the more, the fewer topics share it and the rarer the other topic is. Must not depend on the order
//! of anything but notes.

use std::collections::{BTreeMap, BTreeSet};

use crate::guide::topic::{Naming, Reason, Related, TopicSection};
use crate::ids::{IdVec, NoteId, SectionId, TopicId};
use crate::note::Note;

/// The most related topics of a topic.
const MOST: usize = 8;

/// How many topics may stand together before standing together says nothing.
const CROWD: usize = 30;

/// What a reason counts where nothing but the two topics share it.
fn worth(reason: Reason) -> f64 {
    match reason {
        Reason::Compared => 6.0,
        Reason::AskedTogether => 3.0,
        Reason::SameParent => 1.5,
        Reason::ExplainedBeside => 1.0,
    }
}

/// What relations are read from.
pub(super) struct Ground<'a> {
    pub(super) notes: &'a IdVec<NoteId, Note>,
    /// The places of each topic.
    pub(super) sections: &'a IdVec<TopicId, Vec<TopicSection>>,
    /// The wider topic of each topic.
    pub(super) parents: &'a IdVec<TopicId, Option<TopicId>>,
    /// The pairs that notes compare.
    pub(super) compared: &'a BTreeSet<(TopicId, TopicId)>,
    /// The topics that each question names.
    pub(super) asked: Vec<&'a [TopicId]>,
}

/// The related topics of each topic, best first.
pub(super) fn relate(ground: &Ground<'_>) -> IdVec<TopicId, Vec<Related>> {
    let mut ties: IdVec<TopicId, BTreeMap<TopicId, Tie>> = ground.sections.iter().map(|_| BTreeMap::new()).collect();
    for &(a, b) in ground.compared {
        tie(&mut ties, &[a, b], Reason::Compared);
    }
    for named in &ground.asked {
        tie(&mut ties, named, Reason::AskedTogether);
    }
    for beside in beside(ground).values() {
        tie(&mut ties, &beside.iter().copied().collect::<Vec<_>>(), Reason::ExplainedBeside);
    }
    let mut children: BTreeMap<TopicId, Vec<TopicId>> = BTreeMap::new();
    for (topic, parent) in ground.parents.iter_ids() {
        if let Some(parent) = parent {
            children.entry(*parent).or_default().push(topic);
        }
    }
    for siblings in children.values() {
        tie(&mut ties, siblings, Reason::SameParent);
    }
    ties.into_iter().map(|others| best(&others, ground.sections)).collect()
}

/// What ties a topic to another.
#[derive(Default)]
struct Tie {
    weight: f64,
    reasons: BTreeSet<Reason>,
}

/// Ties every two of some topics.
fn tie(ties: &mut IdVec<TopicId, BTreeMap<TopicId, Tie>>, topics: &[TopicId], reason: Reason) {
    if topics.len() < 2 || topics.len() > CROWD {
        return;
    }
    let others = u32::try_from(topics.len() - 1).unwrap_or(u32::MAX);
    let weight = worth(reason) / f64::from(others);
    for &a in topics {
        for &b in topics.iter().filter(|b| **b != a) {
            let tie = ties[a].entry(b).or_default();
            tie.weight += weight;
            tie.reasons.insert(reason);
        }
    }
}

/// Where topics stand side by side: headings below one heading, and what else stands in one section.
fn beside(ground: &Ground<'_>) -> BTreeMap<(NoteId, Option<SectionId>, bool), BTreeSet<TopicId>> {
    let mut beside: BTreeMap<_, BTreeSet<TopicId>> = BTreeMap::new();
    for (topic, places) in ground.sections.iter_ids() {
        for place in places {
            let is_heading = place.naming == Naming::Heading;
            let section = place
                .section
                .filter(|_| is_heading)
                .map_or(place.section, |id| ground.notes[place.note].outline.sections.find(id).and_then(|section| section.parent));
            beside.entry((place.note, section, is_heading)).or_default().insert(topic);
        }
    }
    beside
}

/// The strongest ties first; of equals, by slug.
fn best(others: &BTreeMap<TopicId, Tie>, sections: &IdVec<TopicId, Vec<TopicSection>>) -> Vec<Related> {
    let rarity = |topic: TopicId| 1.0 / f64::from(u32::try_from(sections[topic].len() + 2).unwrap_or(u32::MAX)).ln();
    let mut ranked: Vec<_> = others.iter().map(|(topic, tie)| (tie.weight * rarity(*topic), *topic, tie)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.truncate(MOST);
    ranked.into_iter().map(|(_, topic, tie)| Related { topic, reasons: tie.reasons.iter().copied().collect() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Guide;
    use crate::guide::fixture::notes;

    /// The topics that have to do with one, each with the strongest reason.
    #[track_caller]
    fn related(guide: &Guide, name: &str) -> Vec<String> {
        let topic = guide.topics.iter().find(|topic| topic.name == name).unwrap();
        let shown = |related: &Related| format!("{}: {}", guide.topics[related.topic].name, related.reasons[0].name());
        topic.related.iter().map(shown).collect()
    }

    /// Two notes with the same section about each of these.
    fn headed<N: AsRef<str>>(names: impl IntoIterator<Item = N>, more: &str) -> Guide {
        let headings: Vec<_> = names.into_iter().map(|name| format!("## {}\n\nText.\n\n", name.as_ref())).collect();
        notes(["a.md", "b.md"].map(|path| (path, format!("# Overview\n\n{}{more}", headings.concat())))).link()
    }

    #[test]
    fn what_notes_compare_comes_before_what_stands_beside() {
        let guide = headed(["Mutexes", "Semaphores", "Ropes"], "## Mutexes vs. Semaphores\n\nText.\n");
        assert_eq!(related(&guide, "Mutexes")[0], "Semaphores: compared");
        assert!(related(&guide, "Ropes").contains(&"Mutexes: explained-beside".to_owned()));
    }

    #[test]
    fn a_crowd_says_nothing() {
        let name = |at: usize| format!("Tree{}", "abcdefghijklmnopqrstuvwxyz".repeat(2).get(at..at + 4).unwrap());
        let few = headed((0..4).map(name), "");
        assert_eq!(related(&few, &name(0)).len(), 3);
        let others = (0..26).map(name).chain((0..10).map(|at| format!("Graph{}", name(at))));
        assert_eq!(related(&headed(others, ""), &name(0)), [""; 0]);
    }
}
