//! A question as one recogniser sees it, before the note is judged as a whole.

use super::reading::{Reading, Spot};
use super::words::Words;
use crate::markdown::Place;
use crate::note::{Answer, Choice, Explicit, Level, Question, QuestionKey, QuestionKind};
use crate::span::Span;

/// A question that a recogniser claims.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub question: Question,
    /// All bytes that it takes up, answers included.
    pub extent: Span,
    /// The questions that follow it up.
    pub follow_ups: Vec<Draft>,
}

/// What stands below a question's words.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    pub context: Vec<Place>,
    pub choices: Vec<Choice>,
    pub answers: Vec<Answer>,
    pub follow_ups: Vec<Draft>,
    /// The level that a label names: `**Difficulty:** hard`.
    pub level: Option<Level>,
}

/// What a recogniser says of the questions that it finds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Finding {
    pub recogniser: &'static str,
    pub kind: QuestionKind,
    pub explicit: Explicit,
}

impl Draft {
    /// The question of `words` in the blocks of a run from `spot` up to `end`.
    pub(super) fn new(reading: &Reading<'_>, finding: Finding, words: Words, spot: Spot, end: usize, body: Body) -> Self {
        let blocks = reading.blocks(spot.run).get(spot.block..end).unwrap_or_default();
        let whole = blocks.iter().map(|block| block.span).reduce(Span::join).unwrap_or_default();
        let mut draft = Self::of(finding, words, whole, body);
        draft.question.section = reading.section(spot);
        draft.question.place = reading.place(spot.run, spot.block..end);
        draft
    }

    /// The question of `words` that stand in no block.
    pub(super) fn unplaced(finding: Finding, words: Words, body: Body) -> Self {
        let whole = words.span(Span::default());
        Self::of(finding, words, whole, body)
    }

    fn of(finding: Finding, words: Words, whole: Span, body: Body) -> Self {
        let span = words.span(whole);
        let kind = match finding.kind {
            QuestionKind::Open if words.poses => QuestionKind::Scenario,
            QuestionKind::Open if !body.choices.is_empty() => QuestionKind::Quiz,
            kind => kind,
        };
        Self {
            question: Question {
                label: None,
                span,
                kind,
                explicit: finding.explicit,
                recogniser: finding.recogniser,
                level: body.level.or(words.level),
                number: words.number,
                words: words.inlines,
                id: words.id.as_deref().and_then(QuestionKey::written),
                topics: Vec::new(),
                section: None,
                parent: None,
                context: body.context,
                choices: body.choices,
                answers: body.answers,
                place: Place::default(),
            },
            extent: whole.join(span),
            follow_ups: body.follow_ups,
        }
    }

    /// The same below a label.
    pub(super) fn labelled(mut self, label: Option<String>) -> Self {
        self.question.label = label;
        self
    }
}
