//! What each lens gathers.
//!
//! Takes the guide; gives the passages of every lens in the order that their pages show them, cut into pages. Must not render
//! anything, and must look at each callout and section once.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::guide::Guide;
use crate::ids::{Id, IdVec, NoteId, SectionId, TopicId};
use crate::markdown::text;
use crate::note::{AnswerState, QuestionKind};
use crate::page::passage::{LONGEST, Passage};

use super::table::{Form, LENSES, Lens, PlainHeading};

/// About how many bytes of notes one page shows.
const PAGE: usize = 60_000;

/// What passages stand below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    /// What they are about.
    Topic(TopicId),
    /// Their note, where nobody knows what they are about.
    Note(NoteId),
    /// The first letter of their terms.
    Letter(String),
}

/// A passage in its place.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) shelf: Shelf,
    pub(super) passage: Passage,
    weight: usize,
}

/// What a lens gathers.
#[derive(Debug)]
pub(in crate::page) struct Gathered {
    pub(in crate::page) lens: &'static Lens,
    pub(super) entries: Vec<Entry>,
    pub(super) pages: Vec<Range<usize>>,
}

/// What all lenses gather; lenses that gather nothing are left out.
pub(in crate::page) fn gather(guide: &Guide) -> Vec<Gathered> {
    let headings: Headings =
        guide.notes.iter().map(|note| note.outline.sections.iter().map(|section| PlainHeading::of(&section.title)).collect()).collect();
    let all = LENSES.iter().map(|lens| of(guide, &headings, lens));
    all.filter(|gathered| !gathered.entries.is_empty()).collect()
}

/// The headings of all notes, as lenses compare them.
type Headings = IdVec<NoteId, IdVec<SectionId, PlainHeading>>;

fn of(guide: &Guide, headings: &Headings, lens: &'static Lens) -> Gathered {
    let entries = match lens.form {
        Form::Glossary => glossary(guide, lens),
        Form::Passages | Form::Sheet => by_topic(guide, headings, lens),
    };
    let mut pages = Vec::new();
    let (mut start, mut weight) = (0, 0);
    for (position, entry) in entries.iter().enumerate() {
        if weight >= PAGE {
            pages.push(start..position);
            (start, weight) = (position, 0);
        }
        weight += entry.weight;
    }
    pages.push(start..entries.len());
    Gathered { lens, entries, pages }
}

fn by_topic(guide: &Guide, headings: &Headings, lens: &Lens) -> Vec<Entry> {
    let mut found: BTreeMap<(bool, String, usize), Vec<Entry>> = BTreeMap::new();
    let mut add = |note: NoteId, topic: Option<TopicId>, passage: Passage, weight: usize| {
        let (key, shelf) = match topic {
            Some(topic) => ((false, guide.topics[topic].name.to_lowercase(), topic.position()), Shelf::Topic(topic)),
            None => ((true, String::new(), note.position()), Shelf::Note(note)),
        };
        found.entry(key).or_default().push(Entry { shelf, passage, weight: weight.min(LONGEST) });
    };
    for (id, note) in guide.notes.iter_ids() {
        let entry = &guide.entries[id];
        let mut whole: HashSet<SectionId> = HashSet::new();
        for (section, it) in note.outline.sections.iter_ids() {
            if it.parent.is_some_and(|parent| whole.contains(&parent)) {
                whole.insert(section);
            } else if lens.gathers(&headings[id][section]) {
                whole.insert(section);
                let above = std::iter::successors(Some(section), |&section| note.outline.sections[section].parent);
                let topics = above.flat_map(|section| &entry.section_topics[section]).chain(&entry.topics);
                add(id, topics.copied().next(), Passage::Section(id, section), it.span.range().len());
            }
        }
        for (callout, &known) in note.callouts.iter().zip(&entry.callouts) {
            // What stands in a section that is shown whole is shown with it.
            let is_shown = callout.section.is_some_and(|section| whole.contains(&section));
            if lens.callouts.contains(&callout.kind) && !is_shown {
                add(id, guide.callouts[known].topics.first().copied(), Passage::Callout(known), callout.span.range().len());
            }
        }
    }
    found.into_values().flatten().collect()
}

/// The definitions by term.
fn glossary(guide: &Guide, lens: &Lens) -> Vec<Entry> {
    let mut found: Vec<(String, Entry)> = Vec::new();
    let mut add = |term: &str, passage: Passage, weight: usize| {
        let term = term.trim();
        let letter = term.chars().find(|letter| letter.is_alphanumeric()).filter(|letter| letter.is_alphabetic());
        let letter = letter.map_or_else(|| "#".to_owned(), |letter| letter.to_uppercase().collect());
        found.push((sort_key(term), Entry { shelf: Shelf::Letter(letter), passage, weight: weight.min(LONGEST) }));
    };
    for (id, note) in guide.notes.iter_ids() {
        let entry = &guide.entries[id];
        let mut defined: HashSet<Option<SectionId>> = HashSet::new();
        for (question, &known) in note.questions.iter().zip(&entry.questions) {
            let is_given = question.answers.iter().any(|answer| answer.state == AnswerState::Given);
            if question.kind == QuestionKind::Definition && is_given {
                defined.insert(question.section);
                let weight = question.answers.iter().map(|answer| text::inlines(&answer.lead).len()).sum();
                add(&text::inlines(&question.words), Passage::Definition(known), weight);
            }
        }
        for (callout, &known) in note.callouts.iter().zip(&entry.callouts) {
            let section = callout.section.map(|section| note.outline.sections[section].title.as_str());
            if !lens.callouts.contains(&callout.kind) {
                continue;
            }
            let named = callout.subject.clone().or_else(|| guide.run_in(known));
            let section = section.filter(|_| !defined.contains(&callout.section)).map(str::to_owned);
            if let Some(term) = named.or(section) {
                add(&term, Passage::Callout(known), callout.span.range().len());
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// What terms are sorted by; those that begin with no letter come last.
fn sort_key(term: &str) -> String {
    let folded: String = term.to_lowercase().chars().skip_while(|letter| !letter.is_alphanumeric()).collect();
    if folded.starts_with(char::is_alphabetic) { folded } else { format!("\u{10ffff}{folded}") }
}
