//! Wider and narrower concepts, as their names tell: "generational garbage collection" is a kind of garbage collection.
//!
//! Takes concepts and which of them are topics; gives the wider topic of each topic that has one, and further names: in a guide to
//! garbage collection, a "cyclic garbage collector" says that "garbage collector" means the same, and so does "cyclic GC" where
//! a section about garbage collection speaks of it. Must not join concepts.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::guide::topics::merge::{Concept, ConceptId};
use crate::guide::topics::name;
use crate::guide::topics::stem;
use crate::ids::IdVec;

/// What names tell of width.
#[derive(Debug, Default)]
pub(super) struct Hierarchy {
    /// The wider topic of a topic.
    pub(super) wider: BTreeMap<ConceptId, ConceptId>,
    /// Further names of topics.
    pub(super) tails: BTreeMap<ConceptId, Vec<String>>,
}

/// Reads the hierarchy. `topic_of` gives the topic that a concept is, or is taken up by.
pub(super) fn read(concepts: &IdVec<ConceptId, Concept>, topic_of: impl Fn(ConceptId) -> Option<ConceptId>) -> Hierarchy {
    let mut heads: HashMap<String, ConceptId> = HashMap::new();
    for (id, concept) in concepts.iter_ids() {
        let Some(topic) = topic_of(id) else { continue };
        for key in concept.keys.iter().filter(|key| key.contains(' ') && concept.parts.is_empty()) {
            heads.entry(stemmed(key)).or_insert(topic);
        }
    }
    let short = ShortForms::new(concepts, &topic_of);
    let mut hierarchy = Hierarchy::default();
    for (id, concept) in concepts.iter_ids().filter(|(_, concept)| concept.parts.is_empty()) {
        for name in std::iter::once(&concept.name).chain(&concept.aliases) {
            let Some((head, tail)) = head(&heads, &name::key(name), name).or_else(|| short.head(concepts, concept, name)) else { continue };
            match topic_of(id) {
                Some(topic) if topic == head => continue,
                Some(topic) => _ = hierarchy.wider.entry(topic).or_insert(head),
                None => {}
            }
            hierarchy.tails.entry(head).or_default().push(tail);
        }
    }
    // Two that are each the head of the other's other name would go round in a ring.
    let wider = hierarchy.wider.clone();
    hierarchy.wider.retain(|topic, head| !wider.contains_key(head) || wider.get(head) != Some(topic));
    hierarchy
}

/// The topic that a name ends with, of two words or more, and how the name spells it.
fn head(heads: &HashMap<String, ConceptId>, key: &str, name: &str) -> Option<(ConceptId, String)> {
    let words = key.split(' ').count();
    (1..words.saturating_sub(1)).find_map(|left_out| {
        let tail = key.splitn(left_out + 1, ' ').nth(left_out)?;
        let head = *heads.get(&stemmed(tail)).filter(|_| name.split(' ').count() == words)?;
        Some((head, name.splitn(left_out + 1, ' ').nth(left_out)?.to_owned()))
    })
}

/// Topics by the first letters of their names.
struct ShortForms {
    topics: HashMap<String, Vec<ConceptId>>,
}

impl ShortForms {
    fn new(concepts: &IdVec<ConceptId, Concept>, topic_of: impl Fn(ConceptId) -> Option<ConceptId>) -> Self {
        let mut topics: HashMap<String, Vec<ConceptId>> = HashMap::new();
        for (id, concept) in concepts.iter_ids().filter(|(id, concept)| topic_of(*id) == Some(*id) && concept.parts.is_empty()) {
            let first = |word: &str| word.chars().next().map(char::to_uppercase);
            let initials: String = concept.name.split(' ').filter_map(first).flatten().collect();
            if concept.name.contains(' ') {
                topics.entry(initials).or_default().push(id);
            }
        }
        Self { topics }
    }

    /// The one topic that the last word of a name is short for and that speaks where the name stands. Letters alone prove
    /// nothing: a guide with memory leaks may end a name with ML.
    fn head(&self, concepts: &IdVec<ConceptId, Concept>, concept: &Concept, name: &str) -> Option<(ConceptId, String)> {
        let (_, short) = name.rsplit_once(' ')?;
        let is_acronym = (2..=5).contains(&short.len()) && short.bytes().all(|byte| byte.is_ascii_uppercase());
        let places: HashSet<_> = concept.places.sections.iter().map(|place| (place.note, place.section)).collect();
        let speaks = |topic: &&ConceptId| {
            let mut theirs = concepts[**topic].places.sections.iter();
            theirs.any(|place| places.contains(&(place.note, place.section)))
        };
        let mut meant = self.topics.get(short).filter(|_| is_acronym)?.iter().filter(speaks);
        let topic = meant.next().filter(|_| meant.next().is_none())?;
        Some((*topic, short.to_owned()))
    }
}

/// A key but for the ending of its last word.
fn stemmed(key: &str) -> String {
    match key.rsplit_once(' ') {
        Some((before, last)) if last.is_ascii() => [before, " ", stem::agent(last)].concat(),
        _ => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::fixture::notes;

    /// The topics of two notes with the same headings, and a third note: name, other names, wider topic.
    fn shown(headings: &str, third: &str) -> Vec<String> {
        let sections: Vec<_> = headings.split(", ").map(|heading| format!("## {heading}\n\nText.\n\n")).collect();
        let note = format!("# Overview\n\n{}", sections.concat());
        let guide = notes([("a.md", note.as_str()), ("b.md", note.as_str()), ("c.md", third)]).link();
        let parent =
            |topic: &crate::guide::Topic| topic.parent.map_or_else(String::new, |parent| format!(" < {}", guide.topics[parent].name));
        guide.topics.iter().map(|topic| format!("{} {:?}{}", topic.name, topic.aliases, parent(topic))).collect()
    }

    #[test]
    fn a_name_that_ends_with_a_topic_of_two_words_is_narrower() {
        assert_eq!(
            shown("Connection Pool, Shared Connection Pool", "# C\n"),
            ["Connection Pool []", "Shared Connection Pool [] < Connection Pool"]
        );
        assert_eq!(shown("Pool, Connection Pool", "# C\n"), ["Connection Pool []", "Pool []"], "one word is too little to be a kind of");
    }

    #[test]
    fn a_narrower_name_that_is_no_topic_gives_the_wider_one_its_spelling() {
        let third = "# C\n\n## Cyclic Garbage Collector\n\nText.\n";
        assert_eq!(shown("Garbage Collection", third), [r#"Garbage Collection ["Garbage Collector"]"#]);
    }

    #[test]
    fn two_that_end_with_each_other_have_no_ring() {
        let parents = shown("Lock Free Queue, Free Queue (Lock Free Queue)", "# C\n");
        assert!(parents.iter().filter(|line| line.contains(" < ")).count() < 2, "{parents:?}");
    }
}
