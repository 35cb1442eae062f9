//! Concepts that one section introduces and other sections take up without naming them alone.
//!
//! Takes concepts; adds to those that a single place names the places that name them among other words: a question that asks
//! about them, a term that holds their name. Must not add anything to concepts that are topics anyway.

use rayon::prelude::*;

use crate::guide::topic::{Naming, TopicSection};
use crate::guide::topics::finder::Finder;
use crate::guide::topics::merge::{Concept, ConceptId};
use crate::guide::topics::occurrence;
use crate::ids::{Id, IdVec, NoteId};
use crate::note::Note;

/// How many concepts may wait for more evidence. A guide with more has thousands of notes: there chance alone confirms too many,
/// and those that are plainly named leave no room for them among its topics (`select.rs`), so that looking would be in vain.
const MOST: usize = 5000;

/// Adds what confirms a concept.
pub(super) fn confirm(notes: &IdVec<NoteId, Note>, concepts: &mut IdVec<ConceptId, Concept>) {
    let waiting: Vec<_> = concepts.iter_ids().filter(|(_, concept)| is_waiting(concept)).collect();
    if waiting.len() > MOST {
        return;
    }
    let names =
        waiting.iter().flat_map(|(id, concept)| std::iter::once(&concept.name).chain(&concept.aliases).map(|name| (*id, name.as_str())));
    let finder = Finder::new(names);
    let found: Vec<Vec<(ConceptId, TopicSection)>> = notes
        .as_slice()
        .par_iter()
        .enumerate()
        .map(|(at, note)| occurrence::of_note(NoteId::at(at), note, &finder, &|_| false).sections)
        .collect();
    for (id, place) in found.into_iter().flatten().filter(|(_, place)| place.naming != Naming::Item) {
        concepts[id].places.sections.push(place);
    }
    for id in concepts.ids() {
        concepts[id].places.tidy();
    }
}

/// Whether a single place names it, plainly enough to be worth looking for. Everyday words stand everywhere, and confirm nothing.
fn is_waiting(concept: &Concept) -> bool {
    let [place] = concept.places.sections.as_slice() else { return false };
    let is_plain = matches!(place.naming, Naming::Heading | Naming::Term | Naming::Callout);
    is_plain && concept.places.titled.is_empty() && concept.stands_alone && !concept.is_everyday()
}

#[cfg(test)]
mod tests {
    use crate::guide::fixture::notes;

    /// The names of the topics of two notes, the first of which has a section about mutexes.
    fn topics(other: &str) -> Vec<String> {
        let guide = notes([("a.md", "# A\n\n## Mutexes\n\nText.\n"), ("b.md", other)]).link();
        guide.topics.iter().map(|topic| format!("{} {}", topic.name, topic.sections.len())).collect()
    }

    #[test]
    fn a_question_that_holds_the_name_confirms_a_concept() {
        assert_eq!(topics("# B\n\n**Q1: When would a mutex be too slow?**\n\n**A:** Often.\n"), ["Mutexes 2"]);
    }

    #[test]
    fn what_merely_names_it_does_not() {
        assert_eq!(topics("# B\n\nA mutex is fast.\n"), [""; 0]);
        assert_eq!(topics("# B\n\n- Fewer mutexes in the hot path\n- More tests\n"), [""; 0]);
    }
}
