//! The type that parsing gives and everything after it reads: one Markdown file, understood.
//!
//! Only types live here; `recognise/` makes a [`Note`], `guide/` links notes. Must not parse anything.

mod callout;
mod key;
mod question;

use crate::diagnostic::Diagnostic;
use crate::ids::{IdVec, NoteCalloutId, NoteQuestionId};
use crate::markdown::{Document, Stretch};
use crate::path::GuidePath;
use crate::span::LineIndex;

pub use self::callout::{Callout, CalloutKind};
pub use self::key::QuestionKey;
pub use self::question::{Answer, AnswerState, Choice, Correctness, Explicit, Grade, Question, QuestionKind};
pub use crate::front::{FrontMatter, Level, Publication, Searchable};
pub use crate::markdown::outline::{Fact, Outline, Role, Section, Title};

/// One Markdown file, parsed. Immutable once made.
#[derive(Debug)]
pub struct Note {
    /// Where it lies below the guide's root.
    pub path: GuidePath,
    /// Its text as spans count it: UTF-8, no byte order mark, `\n` line ends.
    pub text: Stretch,
    /// Where its lines start.
    pub lines: LineIndex,
    /// What its front matter says.
    pub front: FrontMatter,
    /// Its body.
    pub document: Document,
    /// Its title and sections, repaired.
    pub outline: Outline,
    /// What the note says of itself ("Target Audience", "Last Updated"), for the line under the title.
    pub facts: Vec<Fact>,
    /// Its questions, in source order.
    pub questions: IdVec<NoteQuestionId, Question>,
    /// Its callouts, in source order.
    pub callouts: IdVec<NoteCalloutId, Callout>,
    /// What parsing found wrong.
    pub diagnostics: Vec<Diagnostic>,
}
