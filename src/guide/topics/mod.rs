//! Topics: concepts that several notes speak of, or that one declares.
//!
//! Takes the notes; gives the topics, with the sections and notes about each, and a way to find one by name. The steps, one
//! file each: `evidence.rs` collects every place that names something (`heading.rs` reads headings with the tables of
//! `phrase.rs` and `generic.rs`; `name.rs` compares names); `candidate.rs` gathers them by name; `merge.rs` joins names of one
//! concept; `select.rs` keeps those that are topics; here they get addresses. Must not read the text of sections.

mod candidate;
mod evidence;
mod generic;
mod heading;
mod merge;
mod name;
mod phrase;
mod select;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use crate::guide::Topic;
use crate::guide::address::{Addresses, Owner};
use crate::ids::{IdVec, NoteId, SectionId, TopicId};
use crate::markdown::slug::slug;
use crate::note::Note;
use crate::path::{SitePath, stem_of};

use self::candidate::{Candidates, Places};
use self::merge::{Concept, ConceptId};

pub(super) use self::name::{key, singular};

/// The topics of a guide.
#[derive(Debug)]
pub(super) struct Discovered {
    /// The topics, by slug.
    pub(super) topics: IdVec<TopicId, Topic>,
    /// The topics of each note.
    pub(super) by_note: IdVec<NoteId, NoteTopics>,
    /// The topics by any of their names.
    pub(super) names: TopicNames,
}

/// The topics of a note.
#[derive(Debug)]
pub(super) struct NoteTopics {
    /// Those of the note as a whole.
    pub(super) whole: Vec<TopicId>,
    /// Those of each section.
    pub(super) sections: IdVec<SectionId, Vec<TopicId>>,
}

/// Topics by name, however it is spelled.
#[derive(Debug, Default)]
pub(super) struct TopicNames {
    by_key: HashMap<String, TopicId>,
}

impl TopicNames {
    /// The topic of a name.
    pub(super) fn find(&self, name: &str) -> Option<TopicId> {
        self.by_key.get(&key(name)).copied()
    }
}

/// Finds the topics and gives each an address.
pub(super) fn discover(notes: &IdVec<NoteId, Note>, addresses: &mut Addresses) -> Discovered {
    let evidence = evidence::collect(notes);
    let concepts = merge::merge(&Candidates::gather(&evidence));
    let selected = select::select(&concepts, notes.len());
    let mut drafts: Vec<_> = selected.iter().map(|(id, adopted)| Draft::new(&concepts, *id, adopted)).collect();
    drafts.sort_by(|a, b| a.slug.cmp(&b.slug));
    let mut topics: Vec<_> = drafts.into_iter().map(|draft| draft.publish(addresses)).collect();
    topics.sort_by(|(a, _), (b, _)| a.slug.cmp(&b.slug));
    let mut discovered = Discovered {
        topics: IdVec::new(),
        by_note: notes
            .iter()
            .map(|note| NoteTopics { whole: Vec::new(), sections: note.outline.sections.iter().map(|_| Vec::new()).collect() })
            .collect(),
        names: TopicNames::default(),
    };
    for (topic, keys) in topics {
        discovered.add(topic, keys);
    }
    discovered
}

/// A topic without an address.
struct Draft<'a> {
    slug: String,
    name: &'a str,
    aliases: Vec<String>,
    keys: Vec<String>,
    places: &'a Places,
}

impl<'a> Draft<'a> {
    fn new(concepts: &'a IdVec<ConceptId, Concept>, id: ConceptId, adopted: &[ConceptId]) -> Self {
        let concept = &concepts[id];
        let all = || std::iter::once(concept).chain(adopted.iter().map(|id| &concepts[*id]));
        let mut seen = HashSet::from([concept.name.to_lowercase()]);
        let others = all().flat_map(|concept| std::iter::once(&concept.name).chain(&concept.aliases));
        let aliases = others.filter(|name| seen.insert(name.to_lowercase())).cloned().collect();
        let keys = all().flat_map(|concept| concept.keys.iter().cloned()).collect();
        Self { slug: topic_slug(&concept.name), name: &concept.name, aliases, keys, places: &concept.places }
    }

    fn publish(self, addresses: &mut Addresses) -> (Topic, Vec<String>) {
        let route = addresses.claim(&SitePath::fixed(&format!("topics/{}.html", self.slug)), Owner::Topic).path;
        let Places { sections, titled, declared } = self.places;
        let mut notes: Vec<_> = titled.iter().chain(declared).copied().collect();
        notes.sort_unstable();
        notes.dedup();
        let slug = stem_of(route.as_str()).to_owned();
        (Topic { slug, name: self.name.to_owned(), aliases: self.aliases, route, sections: sections.clone(), notes }, self.keys)
    }
}

impl Discovered {
    fn add(&mut self, topic: Topic, keys: Vec<String>) {
        let id = self.topics.push(topic);
        let topic = &self.topics[id];
        for (note, section) in &topic.sections {
            self.by_note[*note].sections[*section].push(id);
        }
        for note in &topic.notes {
            self.by_note[*note].whole.push(id);
        }
        for key in keys {
            self.names.by_key.entry(key).or_insert(id);
        }
    }
}

/// The name of a topic in its address. What GitHub's slugs leave out tells some names apart: C, C++ and C#.
fn topic_slug(name: &str) -> String {
    let spelled = name.replace('+', "p").replace('#', "sharp").replace(['&', '/', '.'], " ");
    let slug = slug(&spelled);
    let words: Vec<_> = slug.split(['-', '_']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "topic".to_owned() } else { words.join("-") }
}
