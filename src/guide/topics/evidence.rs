//! What speaks for topics: every place in the notes that names one plainly.
//!
//! Takes the notes; gives their headings, titles, declarations, terms, items, questions and callouts, each with the names read
//! from it, in note order. Must not weigh them, and must not look for names that merely occur in a text.

use rayon::prelude::*;

use crate::guide::topic::{Naming, TopicSection};
use crate::guide::topics::heading::{self, Reading};
use crate::guide::topics::label::is_label;
use crate::guide::topics::name::Name;
use crate::guide::topics::passage::{self, PassageKind};
use crate::guide::topics::question;
use crate::ids::{Id, IdVec, NoteId};
use crate::markdown::text;
use crate::note::{CalloutKind, Note};

/// A place that names topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A section, or something in it.
    Section(TopicSection),
    /// A note, by its title.
    Title(NoteId),
    /// A note, by its front matter.
    Declared(NoteId),
}

/// A place with what it names.
#[derive(Debug)]
pub(super) struct Evidence {
    /// The place.
    pub(super) source: Source,
    /// What it names.
    pub(super) reading: Reading,
}

/// The most words of an item or a term that may be a name with something in brackets behind it.
const MOST_WORDS: usize = 10;

/// All evidence, in note order.
pub(super) fn collect(notes: &IdVec<NoteId, Note>) -> Vec<Evidence> {
    let of_notes: Vec<Vec<Evidence>> = notes.as_slice().par_iter().enumerate().map(|(at, note)| of_note(NoteId::at(at), note)).collect();
    of_notes.into_iter().flatten().collect()
}

fn of_note(id: NoteId, note: &Note) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    let declared = note.front.topics.iter().filter_map(|topic| Name::new(topic));
    evidence.extend(
        declared.map(|name| Evidence { source: Source::Declared(id), reading: Reading { whole: Some(name), ..Reading::default() } }),
    );
    let title = passage::title(note).map(heading::read);
    evidence.extend(title.map(|reading| Evidence { source: Source::Title(id), reading }));
    passage::visit(note, &mut |passage| {
        let (naming, reading) = match passage.kind {
            PassageKind::Heading(title) => (Naming::Heading, heading::read(title)),
            PassageKind::Term(words, subject) => (Naming::Term, term(&words, subject.as_deref())),
            PassageKind::Item(words) => (Naming::Item, item(&words)),
            PassageKind::Text(_) => return,
        };
        let place = TopicSection { note: id, section: passage.section, span: passage.span, naming };
        push(&mut evidence, place, reading);
    });
    for asked in &note.questions {
        let place = TopicSection { note: id, section: asked.section, span: asked.span, naming: Naming::Question };
        push(&mut evidence, place, question::read(&text::inlines(&asked.words)));
    }
    for callout in note.callouts.iter().filter(|callout| callout.kind == CalloutKind::Definition) {
        let place = TopicSection { note: id, section: callout.section, span: callout.span, naming: Naming::Callout };
        push(&mut evidence, place, callout.subject.as_deref().map(heading::read).unwrap_or_default());
    }
    evidence
}

fn push(evidence: &mut Vec<Evidence>, place: TopicSection, reading: Reading) {
    if reading != Reading::default() {
        evidence.push(Evidence { source: Source::Section(place), reading });
    }
}

/// A term is read as a heading is, unless it is a label. What stands behind its colon counts too.
fn term(words: &str, subject: Option<&str>) -> Reading {
    if words.split_whitespace().count() > MOST_WORDS {
        return Reading::default();
    }
    match (is_label(words), subject) {
        (true, None) => Reading::default(),
        (true, Some(subject)) => heading::read(subject),
        (false, None) => heading::read(words),
        (false, Some(subject)) => heading::read(&[words, ": ", subject].concat()),
    }
}

fn item(words: &str) -> Reading {
    if words.split_whitespace().count() > MOST_WORDS || is_label(words) { Reading::default() } else { heading::read(words) }
}
