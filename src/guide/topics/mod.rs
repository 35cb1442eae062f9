//! Topics: concepts that several sections speak of, or that somebody declares.
//!
//! Takes the notes; gives the topics with all that speaks about them, and a way to find one by name. The steps, a file each:
//!
//! 1. `evidence.rs` collects every place that names something: `passage.rs` cuts notes into headings, terms, items and text,
//!    and `heading.rs` and `question.rs` read names out of them, with the tables of `phrase.rs`, `generic.rs` and `label.rs`.
//! 2. `candidate.rs` gathers the evidence by name (`name.rs` and `stem.rs` compare names).
//! 3. `merge.rs` joins the names of one concept: short forms, and what `kin.rs` finds; `confirm.rs` looks
//!    for more about those that a single place names.
//! 4. `select.rs` keeps the concepts that are topics; `hierarchy.rs` tells wider ones from narrower ones.
//! 5. `draft.rs` gives them addresses, and `declared.rs` holds them to what `topics.toml` says.
//! 6. `occurrence.rs` looks for their names in everything that the notes say, by `finder.rs`.
//! 7. `relation.rs` tells which have to do with each other, and [`Discovered::finish`] adds the questions.
//!
//! Must not render anything.

mod candidate;
mod confirm;
mod declared;
mod draft;
mod evidence;
mod finder;
mod generic;
mod heading;
mod hierarchy;
mod kin;
mod label;
mod merge;
mod name;
mod occurrence;
mod passage;
mod phrase;
mod question;
mod relation;
mod select;
mod stem;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use crate::config::Declarations;
use crate::diagnostic::Diagnostic;
use crate::guide::address::Addresses;
use crate::guide::questions::Gathered;
use crate::guide::topic::{Mention, Naming, Topic, TopicSection};
use crate::ids::{CalloutId, Id, IdVec, NoteCalloutId, NoteId, NoteQuestionId, QuestionId, SectionId, TopicId};
use crate::note::Note;

use self::candidate::Candidates;
use self::draft::{Chosen, Draft, Ground};
use self::merge::{ConceptId, Merged};
use self::occurrence::Occurrences;

/// The topics of a guide, before its questions are known.
#[derive(Debug)]
pub(super) struct Discovered {
    drafts: IdVec<TopicId, Draft>,
    /// The wider topic of each topic.
    parents: IdVec<TopicId, Option<TopicId>>,
    compared: BTreeSet<(TopicId, TopicId)>,
    sections: IdVec<TopicId, Vec<TopicSection>>,
    mentions: IdVec<TopicId, Vec<Mention>>,
    /// The topics of each note.
    pub(super) by_note: IdVec<NoteId, NoteTopics>,
    names: TopicNames,
    finder: Finder<TopicId>,
}

pub(super) use self::finder::Finder;
pub(super) use self::name::key;

/// The topics of a guide.
#[derive(Debug)]
pub(super) struct Topics {
    /// The topics, by slug.
    pub(super) all: IdVec<TopicId, Topic>,
    /// The topics of each note.
    pub(super) by_note: IdVec<NoteId, NoteTopics>,
    /// The topics by any of their names.
    pub(super) names: TopicNames,
    /// Finds the topics in text.
    pub(super) finder: Finder<TopicId>,
}

/// The topics of a note.
#[derive(Debug)]
pub(super) struct NoteTopics {
    /// Those of the note as a whole.
    pub(super) whole: Vec<TopicId>,
    /// Those that the heading of each section names.
    pub(super) sections: IdVec<SectionId, Vec<TopicId>>,
    /// Those that the words of each question name.
    pub(super) questions: IdVec<NoteQuestionId, Vec<TopicId>>,
    /// Those that the label of each callout names.
    pub(super) callouts: IdVec<NoteCalloutId, Vec<TopicId>>,
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
pub(super) fn discover(
    notes: &IdVec<NoteId, Note>,
    declared: &Declarations,
    addresses: &mut Addresses,
    diagnostics: &mut Vec<Diagnostic>,
) -> Discovered {
    let candidates = Candidates::gather(&evidence::collect(notes), &declared.topics);
    let subjects = phrase::subjects(notes);
    let kin = kin::kin(&candidates, &subjects);
    let Merged { mut concepts, homes } = merge::merge(&candidates, &kin);
    confirm::confirm(notes, &mut concepts);
    let ignored = declared.ignored.iter().map(|name| key(name)).collect();
    let selected = select::select(&concepts, notes.len(), &ignored);
    let owners: HashMap<ConceptId, ConceptId> =
        selected.iter().flat_map(|(id, adopted)| std::iter::once(id).chain(adopted).map(move |one| (*one, *id))).collect();
    let hierarchy = hierarchy::read(&concepts, |id| owners.get(&id).copied());
    let chosen: Vec<_> = selected.iter().map(|(id, adopted)| Chosen { id: *id, adopted }).collect();

    let (drafts, origins): (Vec<_>, Vec<_>) =
        draft::drafts(&concepts, &chosen, &hierarchy, &Ground { subjects: &subjects, declarations: &declared.topics }, addresses)
            .into_iter()
            .unzip();
    let (drafts, origins) = (IdVec::from(drafts), IdVec::<TopicId, ConceptId>::from(origins));
    let topics: HashMap<ConceptId, TopicId> = origins.iter_ids().map(|(topic, concept)| (*concept, topic)).collect();
    let topic_of = |concept: ConceptId| topics.get(owners.get(&concept)?).copied();
    let mut parents: IdVec<TopicId, Option<TopicId>> = origins.iter().map(|concept| topic_of(*hierarchy.wider.get(concept)?)).collect();
    let pairs = candidates.compared.iter().filter_map(|&(a, b)| topic_of(homes[a]).zip(topic_of(homes[b])));
    let compared = pairs.filter(|(a, b)| a != b).map(|(a, b)| (a.min(b), a.max(b))).collect();

    let names = names(&drafts);
    declared::set_parents(&drafts, &declared.topics, &names, &mut parents, diagnostics);
    let discovered = locate(notes, drafts, parents, compared, names);
    declared::report(&discovered, &declared.topics, diagnostics);
    discovered
}

fn names(drafts: &IdVec<TopicId, Draft>) -> TopicNames {
    let mut names = TopicNames::default();
    for (id, draft) in drafts.iter_ids() {
        for key in &draft.keys {
            names.by_key.entry(key.clone()).or_insert(id);
        }
    }
    names
}

/// Looks for the topics in all that the notes say.
fn locate(
    notes: &IdVec<NoteId, Note>,
    drafts: IdVec<TopicId, Draft>,
    parents: IdVec<TopicId, Option<TopicId>>,
    compared: BTreeSet<(TopicId, TopicId)>,
    names: TopicNames,
) -> Discovered {
    let spelled =
        drafts.iter_ids().flat_map(|(id, draft)| std::iter::once(&draft.name).chain(&draft.aliases).map(move |name| (id, name.as_str())));
    let finder = Finder::new(spelled);
    let found: Vec<Occurrences<TopicId>> =
        notes.as_slice().par_iter().enumerate().map(|(at, note)| occurrence::of_note(NoteId::at(at), note, &finder)).collect();

    let mut sections: IdVec<TopicId, Vec<TopicSection>> = drafts.iter().map(|draft| draft.sections.clone()).collect();
    let mut mentions: IdVec<TopicId, Vec<Mention>> = drafts.iter().map(|_| Vec::new()).collect();
    let mut by_note = IdVec::new();
    for (note, occurrences) in notes.iter().zip(found) {
        for (topic, place) in occurrences.sections {
            // A section about a narrower topic is about the wider one too.
            let wider = std::iter::successors(Some(topic), |topic| parents[*topic]).take(2);
            wider.for_each(|topic| sections[topic].push(place));
        }
        for (topic, mention) in occurrences.mentions {
            mentions[topic].push(mention);
        }
        by_note.push(NoteTopics {
            whole: Vec::new(),
            sections: note.outline.sections.iter().map(|_| Vec::new()).collect(),
            questions: occurrences.questions,
            callouts: occurrences.callouts,
        });
    }
    for (topic, places) in drafts.ids().zip(&mut sections) {
        places.sort_unstable_by_key(|place| (place.note, place.section, place.naming, place.span));
        places.dedup_by_key(|place| (place.note, place.section));
        places.sort_unstable_by_key(|place| (place.note, place.span, place.section));
        for place in places.iter().filter(|place| place.naming == Naming::Heading) {
            if let Some(section) = place.section {
                by_note[place.note].sections[section].push(topic);
            }
        }
        mentions[topic].retain(|mention| !is_about(&notes[mention.note], places, mention));
        // Whoever wants to know where a note goes on about it follows the first.
        mentions[topic].dedup_by_key(|mention| mention.note);
    }
    for (topic, draft) in drafts.iter_ids() {
        for note in &draft.notes {
            by_note[*note].whole.push(topic);
        }
    }
    Discovered { drafts, parents, compared, sections, mentions, by_note, names, finder }
}

/// Whether a mention stands in a section that is about the topic anyway, or in a part of one.
fn is_about(note: &Note, places: &[TopicSection], mention: &Mention) -> bool {
    let from = places.partition_point(|place| place.note < mention.note);
    let here = || places.iter().skip(from).take_while(|place| place.note == mention.note);
    let mut above = std::iter::successors(mention.section, |id| note.outline.sections.find(*id).and_then(|section| section.parent));
    here().any(|place| place.section == mention.section)
        || above.any(|id| here().any(|place| place.section == Some(id) && place.naming == Naming::Heading))
}

impl Discovered {
    /// Adds the questions and callouts.
    pub(super) fn finish(self, notes: &IdVec<NoteId, Note>, gathered: &Gathered) -> Topics {
        let Self { drafts, parents, compared, sections, mentions, by_note, names, finder } = self;
        let asked = by_note.iter().flat_map(|topics| &topics.questions).map(Vec::as_slice).collect();
        let related = relation::relate(&relation::Ground { notes, sections: &sections, parents: &parents, compared: &compared, asked });
        let mut questions: IdVec<TopicId, Vec<QuestionId>> = drafts.iter().map(|_| Vec::new()).collect();
        for (id, entry) in gathered.questions.iter_ids() {
            entry.topics.iter().for_each(|topic| questions[*topic].push(id));
        }
        let mut callouts: IdVec<TopicId, Vec<CalloutId>> = drafts.iter().map(|_| Vec::new()).collect();
        for (id, entry) in gathered.callouts.iter_ids() {
            entry.topics.iter().for_each(|topic| callouts[*topic].push(id));
        }
        let mut children: BTreeMap<TopicId, Vec<TopicId>> = BTreeMap::new();
        for (id, parent) in parents.iter_ids() {
            if let Some(parent) = parent {
                children.entry(*parent).or_default().push(id);
            }
        }
        let mut comparisons: BTreeMap<TopicId, BTreeSet<TopicId>> = BTreeMap::new();
        for (a, b) in compared {
            comparisons.entry(a).or_default().insert(b);
            comparisons.entry(b).or_default().insert(a);
        }
        let places = sections.into_iter().zip(mentions).zip(questions.into_iter().zip(callouts)).zip(related);
        let topics = drafts.into_iter().zip(parents).zip(places).enumerate().map(
            |(at, ((draft, parent), (((sections, mentions), (questions, callouts)), related)))| Topic {
                slug: draft.slug,
                name: draft.name,
                aliases: draft.aliases,
                route: draft.route,
                summary: draft.summary,
                parent,
                children: children.remove(&TopicId::at(at)).unwrap_or_default(),
                sections,
                notes: draft.notes,
                mentions,
                questions,
                callouts,
                comparisons: comparisons.remove(&TopicId::at(at)).into_iter().flatten().collect(),
                related,
            },
        );
        Topics { all: topics.collect(), by_note, names, finder }
    }
}
