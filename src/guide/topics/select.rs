//! Which concepts are topics.
//!
//! Takes concepts; keeps those that enough sections speak of, or that a note declares. Where a compound and one of its parts would
//! both stay, the part does, unless the compound sets them against each other; a name in brackets that never stands elsewhere is an alias. Must not give addresses.

use std::collections::{BTreeMap, HashSet};

use crate::guide::topic::Naming;
use crate::guide::topics::generic::is_generic;
use crate::guide::topics::kin;
use crate::guide::topics::merge::{Concept, ConceptId};
use crate::ids::{IdVec, NoteId};

/// How many sections must speak of a topic that nobody declares, in one note or several.
const FEWEST: usize = 2;

/// How often a bold term must stand in lists before it may be taken for a label.
const LABEL_TIMES: u32 = 4;

/// How many topics may be found before the bar rises, in a guide of any size.
const ENOUGH: usize = 200;

/// How many notes a large guide has for each found topic: in thousands of notes chance alone repeats many headings.
const NOTES_A_TOPIC: usize = 12;

/// The concepts that are topics, each with those that it takes up as aliases.
pub(super) fn select(
    concepts: &IdVec<ConceptId, Concept>,
    notes: usize,
    subjects: &[String],
    ignored: &HashSet<String>,
) -> BTreeMap<ConceptId, Vec<ConceptId>> {
    let bar = bar(concepts, notes);
    // "Python interview questions" says nothing either where everything is Python.
    let says_something = |concept: &Concept| concept.keys.iter().any(|key| !is_generic(kin::bare(key, subjects)));
    let is_ignored = |concept: &Concept| concept.keys.iter().any(|key| ignored.contains(key));
    let is_topic = |concept: &Concept| {
        let is_evident = || says_something(concept) && is_found(concept, bar, notes);
        concept.declaration.is_some() || !is_ignored(concept) && (is_declared(concept) || is_evident())
    };
    let mut kept: BTreeMap<_, _> = concepts.iter_ids().filter(|(_, concept)| is_topic(concept)).map(|(id, _)| (id, Vec::new())).collect();
    for (id, concept) in concepts.iter_ids() {
        if concept.is_comparison() {
            continue;
        }
        let parts: Vec<_> = concept.parts.iter().filter(|part| kept.contains_key(part)).copied().collect();
        if !is_declared(concept) && !parts.is_empty() && kept.remove(&id).is_some() {
            // "Generators & Iterators" is another name for the one of them that is a topic, but not for two.
            if let [part] = parts.as_slice() {
                kept.entry(*part).or_default().push(id);
            }
        }
    }
    for (id, concept) in concepts.iter_ids() {
        if !concept.asides.is_empty() && kept.contains_key(&id) {
            let adopted = adopted_asides(concepts, concept);
            let theirs: Vec<_> = adopted.iter().filter_map(|aside| kept.remove(aside)).flatten().collect();
            kept.entry(id).or_default().extend(adopted.into_iter().chain(theirs));
        }
    }
    kept
}

/// Whether the author declares it, in a note or in `topics.toml`.
fn is_declared(concept: &Concept) -> bool {
    concept.declaration.is_some() || !concept.places.declared.is_empty()
}

/// The names in brackets that name nothing but this concept.
fn adopted_asides(concepts: &IdVec<ConceptId, Concept>, concept: &Concept) -> Vec<ConceptId> {
    let sections: HashSet<_> = concept.places.sections.iter().map(|place| (place.note, place.section)).collect();
    let is_only_here = |aside: &&ConceptId| {
        let places = &concepts[**aside].places;
        !is_declared(&concepts[**aside])
            && places.titled.iter().all(|note| concept.places.titled.contains(note))
            && places.sections.iter().all(|place| sections.contains(&(place.note, place.section)))
    };
    concept.asides.iter().filter(is_only_here).copied().collect()
}

/// How much must speak of a concept: two sections, more notes where that would make more topics than anybody reads.
fn bar(concepts: &IdVec<ConceptId, Concept>, notes: usize) -> usize {
    let most = ENOUGH.max(notes / NOTES_A_TOPIC);
    let mut weights: Vec<usize> = concepts.iter().filter(|concept| is_found(concept, FEWEST, notes)).map(weight).collect();
    weights.sort_unstable_by(|a, b| b.cmp(a));
    // The first that must stay out sets the bar above itself, and so keeps out its equals.
    weights.get(most).map_or(FEWEST, |left_out| (left_out + 1).max(FEWEST))
}

/// Whether the notes speak of a concept often enough, and of it rather than of something that merely holds its name.
fn is_found(concept: &Concept, bar: usize, notes: usize) -> bool {
    // What most notes are called after is the subject of the guide.
    let is_subject = concept.places.titled.len() >= FEWEST && concept.places.titled.len() * 2 > notes;
    let is_named = !concept.places.sections.is_empty() && (concept.stands_alone || concept.compounds.len() >= 2);
    is_named && !is_subject && !is_label(concept) && !is_plain_word(concept) && !is_untreated(concept) && weight(concept) >= bar
}

/// Whether a name is an everyday word (`time`, `function`) that notes use and do not treat: no heading, title or question is for
/// it, or nothing else defines it.
fn is_untreated(concept: &Concept) -> bool {
    let count = |treats: fn(Naming) -> bool| concept.places.sections.iter().filter(|place| treats(place.naming)).count();
    let titled = concept.places.titled.len();
    let treated = count(|naming| matches!(naming, Naming::Heading | Naming::Callout | Naming::Question)) + titled;
    let defined = count(|naming| naming == Naming::Term);
    (treated == 0 || treated + defined < FEWEST) && concept.is_everyday()
}

/// Whether a name only ever opens items, again and again: `Cost:`, `In our shop:`. Whoever explains a term does so once a note.
fn is_label(concept: &Concept) -> bool {
    let is_term = concept.places.titled.is_empty() && concept.places.sections.iter().all(|place| place.naming == Naming::Term);
    let notes = speakers(concept);
    let often = concept.times_a_term >= LABEL_TIMES && concept.times_a_term as usize * 2 >= notes * 3;
    is_term && (notes < 2 || often)
}

/// Whether it is a common word that lists enumerate, and nothing tells that it is a name.
fn is_plain_word(concept: &Concept) -> bool {
    let is_listed = concept.places.titled.is_empty() && concept.places.sections.iter().all(|place| place.naming == Naming::Item);
    is_listed && concept.name.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// How much speaks of a concept: the notes that do; in a single one, its sections.
fn weight(concept: &Concept) -> usize {
    let places = concept.places.sections.len() + concept.places.titled.len();
    speakers(concept).max(places.min(FEWEST))
}

/// How many notes speak of a concept.
fn speakers(concept: &Concept) -> usize {
    let sections = concept.places.sections.iter().map(|place| place.note);
    let mut notes: Vec<NoteId> = sections.chain(concept.places.titled.iter().copied()).collect();
    notes.sort_unstable();
    notes.dedup();
    notes.len()
}
