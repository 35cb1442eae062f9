//! The parse phase: a source becomes a [`Note`].
//!
//! Takes one source; gives its front matter, block tree and outline. Pure, so that the caller may run it in parallel. Never
//! fails: what is wrong is a diagnostic of the note.

use crate::front;
use crate::ids::IdVec;
use crate::markdown::{self, outline};
use crate::note::Note;
use crate::source::Source;
use crate::span::LineIndex;

/// Parses one note.
#[must_use]
pub fn parse(source: Source) -> Note {
    let Source { path, text } = source;
    let front = front::read(&path, &text);
    let (document, findings) = markdown::parse(&path, &text, front.body);
    let repaired = outline::repair(&document, &text, front.matter.title.as_deref(), &path);
    let mut diagnostics = front.diagnostics;
    diagnostics.extend(findings);
    Note {
        lines: LineIndex::new(&text),
        front: front.matter,
        outline: repaired.outline,
        facts: repaired.facts,
        questions: IdVec::new(),
        callouts: Vec::new(),
        path,
        text,
        document,
        diagnostics,
    }
}
