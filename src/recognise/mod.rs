//! The parse phase: a source becomes a [`Note`].
//!
//! Takes one source; gives its front matter, block tree, outline, questions and callouts. Pure, so that the caller may run it in parallel. Never
//! fails: what is wrong is a diagnostic of the note.

mod announcement;
mod answer_state;
mod body;
mod bold;
mod callout;
mod choices;
mod code_pair;
mod counted_task;
mod definition;
mod definition_list;
mod details;
mod draft;
mod flash_card;
mod follow_up;
mod front_matter;
mod heading;
mod item_heading;
mod judge;
mod labelled;
mod links;
mod listed;
mod noise;
mod numbered;
mod opening;
mod plain;
mod prefix;
mod prompts;
mod prose;
mod quiz;
mod reading;
mod recogniser;
mod scenario;
mod series;
mod stated;
mod table;
mod vocabulary;
mod whole_note;
mod words;

use crate::front;
use crate::ids::{IdVec, NoteCalloutId, NoteQuestionId};
use crate::markdown::{self, Document, Stretch, outline};
use crate::note::{Callout, FrontMatter, Note, Outline, Question};
use crate::path::GuidePath;
use crate::source::Source;
use crate::span::LineIndex;

pub use self::judge::Lost;
pub use self::noise::leads_back;
pub use self::recogniser::{RECOGNISERS, Recogniser};
pub(crate) use self::vocabulary::level_of;
pub use self::vocabulary::{Meaning, Part, Vocabulary, callout_labels};

use self::reading::Reading;

/// The claims on a note's questions that lost against others, in source order: what `parse` passed over.
#[must_use]
pub fn lost(note: &Note, vocabulary: &Vocabulary) -> Vec<Lost> {
    let Note { path, text, document, outline, front, .. } = note;
    judge::lost(&Reading::new(Parsed { path, text, document, outline, front }, vocabulary))
}

/// A note whose Markdown is parsed: what is recognised in.
#[derive(Clone, Copy, Debug)]
pub struct Parsed<'a> {
    /// Where it lies.
    pub path: &'a GuidePath,
    /// Its text.
    pub text: &'a str,
    /// The blocks of the text.
    pub document: &'a Document,
    /// Their sections.
    pub outline: &'a Outline,
    /// What stands in front of the text.
    pub front: &'a FrontMatter,
}

/// What is recognised in a note.
#[derive(Debug, Default)]
pub struct Recognised {
    /// Its questions, in source order.
    pub questions: IdVec<NoteQuestionId, Question>,
    /// Its callouts, in source order.
    pub callouts: IdVec<NoteCalloutId, Callout>,
}

/// Recognises what a parsed note holds.
#[must_use]
pub fn recognise(note: Parsed<'_>, vocabulary: &Vocabulary) -> Recognised {
    let reading = Reading::new(note, vocabulary);
    Recognised { questions: judge::questions(&reading), callouts: callout::callouts(&reading).into() }
}

/// Parses one note, whose labels mean what `vocabulary` says.
#[must_use]
pub fn parse(source: Source, vocabulary: &Vocabulary) -> Note {
    let Source { path, text } = source;
    let text = Stretch::from(text);
    let front = front::read(&path, &text);
    let (document, findings) = markdown::parse(&path, text.clone(), front.body);
    let repaired = outline::repair(&document, &text, front.matter.title.as_deref(), &path);
    let parsed = Parsed { path: &path, text: &text, document: &document, outline: &repaired.outline, front: &front.matter };
    let Recognised { questions, callouts } = recognise(parsed, vocabulary);
    let mut diagnostics = front.diagnostics;
    diagnostics.extend(findings);
    Note {
        lines: LineIndex::new(&text),
        front: front.matter,
        outline: repaired.outline,
        facts: repaired.facts,
        questions,
        callouts,
        path,
        text,
        document,
        diagnostics,
    }
}
