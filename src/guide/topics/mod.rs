//! Topics: concepts that several sections speak of, or that somebody declares.
//!
//! Takes the notes; gives the topics with all that speaks about them, and a way to find one by name. The steps, a file each:
//!
//! 1. `evidence.rs` collects every place that names something: `passage.rs` cuts notes into headings, terms, items and text,
//!    and `heading.rs` and `question.rs` read names out of them, with the tables of `phrase.rs`, `generic.rs` and `label.rs`.
//! 2. `candidate.rs` gathers the evidence by name (`name.rs` and `stem.rs` compare names).
//! 3. `merge.rs` joins the names of one concept: short forms, and what `kin.rs` finds; `confirm.rs` looks
//!    for more about those that a single place names.
//! 4. `select.rs` keeps the concepts that are topics (`everyday.rs` knows words that need more to be one); `hierarchy.rs` tells wider ones from narrower ones.
//! 5. `draft.rs` gives them addresses, and `declared.rs` holds them to what `topics.toml` says.
//! 6. `location.rs` looks for their names in everything that the notes say of something (`occurrence.rs`, by `finder.rs`).
//! 7. `relation.rs` tells which have to do with each other, and [`Discovered::finish`] adds the questions and the mentions.
//!
//! Must not render anything.

mod candidate;
mod confirm;
mod declared;
mod draft;
mod everyday;
mod evidence;
mod finder;
mod generic;
mod heading;
mod hierarchy;
mod kin;
mod label;
mod location;
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

use crate::config::{Declaration, Declarations};
use crate::diagnostic::Diagnostic;
use crate::guide::address::Addresses;
use crate::guide::questions::Gathered;
use crate::guide::topic::{Mention, Topic, TopicSection};
use crate::ids::{CalloutId, Id, IdVec, NoteId, QuestionId, TopicId};
use crate::note::Note;

use self::candidate::Candidates;
use self::draft::{Chosen, Draft, Ground};
use self::location::Located;
use self::merge::{ConceptId, Merged};

pub(super) use self::everyday::{is_everyday, is_name_and_word};
pub(super) use self::finder::Finder;
pub(super) use self::location::NoteTopics;
pub(super) use self::name::key;
pub(super) use self::passage::title;

/// The topics of a guide, before it is known who asks about them and who mentions them.
#[derive(Debug)]
pub(super) struct Discovered {
    drafts: IdVec<TopicId, Draft>,
    /// The wider topic of each topic.
    parents: IdVec<TopicId, Option<TopicId>>,
    compared: BTreeSet<(TopicId, TopicId)>,
    sections: IdVec<TopicId, Vec<TopicSection>>,
    /// The topics of each note.
    pub(super) by_note: IdVec<NoteId, NoteTopics>,
    /// The topics by any of their names.
    pub(super) names: TopicNames,
    /// Finds the topics in text.
    pub(super) finder: Finder<TopicId>,
}

/// What becomes of topics once everything is known.
#[derive(Debug)]
pub(super) struct Topics {
    /// The topics, by slug.
    pub(super) all: IdVec<TopicId, Topic>,
    /// The topics of each note.
    pub(super) by_note: IdVec<NoteId, NoteTopics>,
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
    let selected = select::select(&concepts, notes.len(), &subjects, &ignored);
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
    let spelled =
        drafts.iter_ids().flat_map(|(id, draft)| std::iter::once(&draft.name).chain(&draft.aliases).map(move |name| (id, name.as_str())));
    let finder = Finder::new(spelled);
    let Located { sections, by_note } = location::locate(notes, &drafts, &parents, &finder);
    Discovered { drafts, parents, compared, sections, by_note, names, finder }
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

impl Discovered {
    /// How many topics there are.
    pub(super) fn len(&self) -> usize {
        self.drafts.len()
    }

    /// The names of each topic.
    pub(super) fn spelled(&self) -> impl Iterator<Item = impl Iterator<Item = &String> + Clone> {
        self.drafts.iter().map(|draft| std::iter::once(&draft.name).chain(&draft.aliases))
    }

    /// Adds the questions and callouts, and who mentions a topic. Says which declared topics the notes never name.
    pub(super) fn finish(
        self,
        notes: &IdVec<NoteId, Note>,
        gathered: &Gathered,
        mentions: IdVec<TopicId, Vec<Mention>>,
        declarations: &[Declaration],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Topics {
        let Self { drafts, parents, compared, sections, by_note, .. } = self;
        let is_named = |id: TopicId| !(sections[id].is_empty() && mentions[id].is_empty() && drafts[id].notes.is_empty());
        declared::report(&drafts, declarations, is_named, diagnostics);
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
                // Copied, as both have grown: a guide keeps tens of thousands.
                sections: sections.as_slice().into(),
                notes: draft.notes,
                mentions: mentions.as_slice().into(),
                questions,
                callouts,
                comparisons: comparisons.remove(&TopicId::at(at)).into_iter().flatten().collect(),
                related,
            },
        );
        Topics { all: topics.collect(), by_note }
    }
}
