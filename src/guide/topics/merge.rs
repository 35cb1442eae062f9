//! Candidates that are one concept become one.
//!
//! Takes candidates; joins short forms with their long ones and names with their kin, and gives concepts, each with all its
//! names and places. A short form that headings explain in several ways goes with the commonest. Must not judge whether a
//! concept is a topic.

use std::collections::{BTreeSet, HashMap};

use crate::guide::topics::candidate::{Candidate, CandidateId, Candidates, Places};
use crate::guide::topics::everyday::is_everyday_topic;
use crate::guide::topics::kin::Kin;
use crate::guide::topics::name;
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
    /// How often it is the bold term of a list's item.
    pub(super) times_a_term: u32,
    /// The declaration that it follows, by position.
    pub(super) declaration: Option<usize>,
}

/// What joining gives.
pub(super) struct Merged {
    /// The concepts, in the order in which they are first named.
    pub(super) concepts: IdVec<ConceptId, Concept>,
    /// The concept of each candidate.
    pub(super) homes: IdVec<CandidateId, ConceptId>,
}

/// Joins candidates to concepts.
pub(super) fn merge(candidates: &Candidates, kin: &[Kin]) -> Merged {
    let mut forest = Forest::new(candidates.all.len());
    let mut first_of: HashMap<usize, CandidateId> = HashMap::new();
    for &(name, declaration) in &candidates.declared {
        let of = *first_of.entry(declaration).or_insert(name);
        forest.join(name, of);
        forest.declarations[of] = Some(declaration);
    }
    for id in candidates.all.ids() {
        forest.join(id, long_form(candidates, id));
    }
    for &(form, of) in kin {
        forest.join(form, of);
    }
    let mut concepts: IdVec<ConceptId, Concept> = IdVec::new();
    let mut of_roots: IdVec<CandidateId, Option<ConceptId>> = candidates.all.iter().map(|_| None).collect();
    let mut homes: IdVec<CandidateId, ConceptId> = IdVec::new();
    for (id, candidate) in candidates.all.iter_ids() {
        let root = forest.root(id);
        let home = *of_roots[root].get_or_insert_with(|| concepts.push(Concept::of(&candidates.all[root])));
        if id != root {
            concepts[home].join(candidate);
        }
        concepts[home].declaration = forest.declarations[root];
        homes.push(home);
    }
    for (id, candidate) in candidates.all.iter_ids() {
        let home = homes[id];
        let others = |ids: &[CandidateId]| -> Vec<ConceptId> { ids.iter().map(|id| homes[*id]).filter(|other| *other != home).collect() };
        concepts[home].compounds.extend(others(&candidate.compounds));
        concepts[home].parts.extend(others(&candidate.parts));
        concepts[home].asides.extend(others(&candidate.asides));
    }
    for id in concepts.ids() {
        concepts[id].places.tidy();
    }
    Merged { concepts, homes }
}

/// The candidate that another is short for; itself where it is not short for anything.
fn long_form(candidates: &Candidates, id: CandidateId) -> CandidateId {
    let longs = candidates.short_forms.get(&id).map(Vec::as_slice).unwrap_or_default();
    let most = longs.iter().map(|(_, times)| *times).max();
    let long = longs.iter().find(|(_, times)| Some(*times) == most).map_or(id, |(long, _)| *long);
    // A long form that is short for something itself would make a chain, or a ring.
    if candidates.short_forms.contains_key(&long) { id } else { long }
}

/// Which candidates are joined: each points at what it is a form of.
struct Forest {
    above: IdVec<CandidateId, CandidateId>,
    /// The declaration that each root follows.
    declarations: IdVec<CandidateId, Option<usize>>,
}

impl Forest {
    fn new(candidates: usize) -> Self {
        Self { above: (0..candidates).map(CandidateId::at).collect(), declarations: (0..candidates).map(|_| None).collect() }
    }

    fn root(&mut self, id: CandidateId) -> CandidateId {
        let mut root = id;
        while self.above[root] != root {
            root = self.above[root];
        }
        // The next to ask has a shorter way.
        let mut at = id;
        while self.above[at] != root {
            let next = self.above[at];
            self.above[at] = root;
            at = next;
        }
        root
    }

    fn join(&mut self, form: CandidateId, of: CandidateId) {
        let (form, of) = (self.root(form), self.root(of));
        match (self.declarations[form], self.declarations[of]) {
            // What the author declares apart stays apart, and what is declared gives the name.
            (Some(a), Some(b)) if a != b => {}
            (Some(_), None) => self.above[of] = form,
            _ => self.above[form] = of,
        }
    }
}

impl Concept {
    /// Whether it has no name but everyday words.
    pub(super) fn is_everyday(&self) -> bool {
        is_everyday_topic(std::iter::once(&self.name).chain(&self.aliases))
    }

    /// Whether it sets two others against each other.
    pub(super) fn is_comparison(&self) -> bool {
        self.keys.iter().any(|key| name::is_versus(key))
    }

    fn of(candidate: &Candidate) -> Self {
        Self {
            name: candidate.name(),
            aliases: candidate.other_spellings().collect(),
            keys: vec![candidate.key.clone()],
            places: candidate.places.clone(),
            stands_alone: candidate.stands_alone,
            compounds: BTreeSet::new(),
            parts: BTreeSet::new(),
            asides: BTreeSet::new(),
            times_a_term: candidate.times_a_term,
            declaration: None,
        }
    }

    fn join(&mut self, candidate: &Candidate) {
        self.aliases.push(candidate.name());
        self.aliases.extend(candidate.other_spellings());
        self.keys.push(candidate.key.clone());
        self.places.join(&candidate.places);
        self.stands_alone |= candidate.stands_alone;
        self.times_a_term += candidate.times_a_term;
    }
}
