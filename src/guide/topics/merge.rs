//! Candidates that are one concept become one.
//!
//! Takes candidates; joins short forms with their long ones and gives concepts, each with all its names and places. A short form
//! that headings explain in several ways goes with the commonest. Must not judge whether a concept is a topic.

use std::collections::BTreeSet;

use crate::guide::topics::candidate::{Candidate, CandidateId, Candidates, Places};
use crate::ids::{Id, IdVec};

/// A concept, among all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ConceptId(usize);

impl Id for ConceptId {
    fn at(position: usize) -> Self {
        Self(position)
    }
    fn position(self) -> usize {
        self.0
    }
}

/// A concept: one or more candidates.
#[derive(Debug)]
pub(super) struct Concept {
    /// Its name as people write it.
    pub(super) name: String,
    /// Its other names.
    pub(super) aliases: Vec<String>,
    /// What all its names are compared by.
    pub(super) keys: Vec<String>,
    /// Where it is named.
    pub(super) places: Places,
    /// Whether some heading names it alone.
    pub(super) stands_alone: bool,
    /// The compounds that it is a part of.
    pub(super) compounds: BTreeSet<ConceptId>,
    /// Its parts, where it is a compound.
    pub(super) parts: BTreeSet<ConceptId>,
    /// The names that stand in brackets behind it.
    pub(super) asides: BTreeSet<ConceptId>,
}

/// Joins candidates to concepts, in the order in which they are first named.
pub(super) fn merge(candidates: &Candidates) -> IdVec<ConceptId, Concept> {
    let long_forms: IdVec<CandidateId, CandidateId> = candidates.all.ids().map(|id| long_form(candidates, id)).collect();
    let mut concepts: IdVec<ConceptId, Concept> = IdVec::new();
    let mut homes: IdVec<CandidateId, Option<ConceptId>> = candidates.all.iter().map(|_| None).collect();
    for (id, candidate) in candidates.all.iter_ids() {
        if long_forms[id] == id {
            homes[id] = Some(concepts.push(Concept::of(candidate)));
        }
    }
    for (id, candidate) in candidates.all.iter_ids() {
        let Some(home) = homes[long_forms[id]] else { continue };
        if homes[id].replace(home).is_none() {
            concepts[home].join(candidate);
        }
    }
    for (id, candidate) in candidates.all.iter_ids() {
        let Some(home) = homes[id] else { continue };
        let others =
            |ids: &[CandidateId]| -> Vec<ConceptId> { ids.iter().filter_map(|id| homes[*id]).filter(|other| *other != home).collect() };
        concepts[home].compounds.extend(others(&candidate.compounds));
        concepts[home].parts.extend(others(&candidate.parts));
        concepts[home].asides.extend(others(&candidate.asides));
    }
    concepts
}

/// The candidate that another is short for; itself where it is not short for anything.
fn long_form(candidates: &Candidates, id: CandidateId) -> CandidateId {
    let longs = candidates.short_forms.get(&id).map(Vec::as_slice).unwrap_or_default();
    let most = longs.iter().map(|(_, times)| *times).max();
    let long = longs.iter().find(|(_, times)| Some(*times) == most).map_or(id, |(long, _)| *long);
    // A long form that is short for something itself would make a chain, or a ring.
    if candidates.short_forms.contains_key(&long) { id } else { long }
}

impl Concept {
    fn of(candidate: &Candidate) -> Self {
        Self {
            name: candidate.name(),
            aliases: Vec::new(),
            keys: vec![candidate.key.clone()],
            places: candidate.places.clone(),
            stands_alone: candidate.stands_alone,
            compounds: BTreeSet::new(),
            parts: BTreeSet::new(),
            asides: BTreeSet::new(),
        }
    }

    fn join(&mut self, candidate: &Candidate) {
        self.aliases.push(candidate.name());
        self.keys.push(candidate.key.clone());
        self.places.join(&candidate.places);
        self.stands_alone |= candidate.stands_alone;
    }
}
