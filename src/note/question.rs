//! Questions as a note states them.
//!
//! Only types; `recognise/` finds them. What a question holds is referred to by place, so nothing is copied but its words.

use crate::ids::{NoteQuestionId, SectionId};
use crate::markdown::{Document, Inline, Place, text};
use crate::span::Span;

use super::{Level, QuestionKey};

/// A prompt with zero or more answers.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its label as written, without number and colon (`Follow-up Trap`).
    pub label: Option<String>,
    /// Its words, without number, label and quotation marks.
    pub words: Vec<Inline>,
    /// Where its words stand.
    pub span: Span,
    /// What it is.
    pub kind: QuestionKind,
    /// Whether the author wrote it as a question.
    pub explicit: Explicit,
    /// The name of the recogniser that found it.
    pub recogniser: &'static str,
    /// How hard it is.
    pub level: Option<Level>,
    /// Its number as written (`Q7`, `12.`).
    pub number: Option<String>,
    /// The id that the author gave it.
    pub id: Option<QuestionKey>,
    /// The topics that a comment of the author's names for it.
    pub topics: Vec<String>,
    /// The section that it stands in, or that it is the heading of.
    pub section: Option<SectionId>,
    /// The question that it follows up.
    pub parent: Option<NoteQuestionId>,
    /// What is told beside its words before any answer: code to read, a situation.
    pub context: Vec<Place>,
    /// The choices of a quiz.
    pub choices: Vec<Choice>,
    /// Its answers, in order.
    pub answers: Vec<Answer>,
    /// The blocks that it takes up, words and answers, without those of its follow-ups that stand elsewhere.
    pub place: Place,
}

impl Question {
    /// Whether it has an answer that is more than a placeholder.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answers.iter().any(|answer| answer.state == AnswerState::Given)
            || self.choices.iter().any(|choice| choice.correctness == Correctness::Correct)
    }
}

/// What a question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuestionKind {
    /// Answered in one's own words.
    Open,
    /// A situation to solve.
    Scenario,
    /// Asked after another: a "trap".
    FollowUp,
    /// Choices.
    Quiz,
    /// A bad piece of code with its good twin.
    Code,
    /// What a term means.
    Definition,
}

impl QuestionKind {
    /// The word in data and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Scenario => "scenario",
            Self::FollowUp => "follow-up",
            Self::Quiz => "quiz",
            Self::Code => "code",
            Self::Definition => "definition",
        }
    }
}

/// Whether the author wrote something as a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Explicit {
    /// A label, a list of questions, or the note's repeated shape says so.
    Yes,
    /// It merely reads as one: a heading of an article that asks, a definition.
    No,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Where it begins.
    pub span: Span,
    /// Its label as written, without its colon (`Ideal Answer`).
    pub label: Option<String>,
    /// How good the author says it is.
    pub grade: Option<Grade>,
    /// Whether it is one.
    pub state: AnswerState,
    /// Running text in front of its blocks: what follows a label, what stands in brackets.
    pub lead: Vec<Inline>,
    /// Its blocks.
    pub blocks: Vec<Place>,
}

impl Answer {
    /// An answer without label and grade that is running text.
    #[must_use]
    pub fn of_text(span: Span, lead: Vec<Inline>) -> Self {
        Self { span, label: None, grade: None, state: AnswerState::Given, lead, blocks: Vec::new() }
    }

    /// An answer without label and grade that is blocks.
    #[must_use]
    pub fn of_blocks(span: Span, blocks: Vec<Place>) -> Self {
        Self { span, label: None, grade: None, state: AnswerState::Given, lead: Vec::new(), blocks }
    }
}

impl Answer {
    /// What it says, as plain text.
    #[must_use]
    pub fn text(&self, document: &Document) -> String {
        let mut text = text::inlines(&self.lead);
        text.push('\n');
        text.extend(self.blocks.iter().map(|place| text::blocks(place.of(document))));
        text.trim().to_owned()
    }
}

/// How good the author says an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grade {
    /// One that fails.
    Weak,
    /// One that convinces.
    Strong,
}

impl Grade {
    /// The word in data and classes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Weak => "weak",
            Self::Strong => "strong",
        }
    }
}

/// Whether an answer was written yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerState {
    /// It was.
    Given,
    /// "To be completed".
    Placeholder,
}

/// A choice of a quiz.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The letter or number in front of it, where it has one.
    pub mark: Option<String>,
    /// Its words, without the mark.
    pub words: Vec<Inline>,
    /// Where they stand.
    pub span: Span,
    /// Whether it is right.
    pub correctness: Correctness,
}

/// Whether a choice is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correctness {
    /// It is.
    Correct,
    /// It is not, or the note does not say.
    Wrong,
}
