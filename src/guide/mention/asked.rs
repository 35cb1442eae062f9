//! The questions of a note, as the reader of its text meets them.
//!
//! Takes a note; gives where it asks, and which topics its questions name. Must not read answers.

use crate::guide::mention::reader::Search;
use crate::ids::TopicId;
use crate::markdown::text;
use crate::note::{Note, Question};
use crate::span::Span;

/// Where the words of questions and of choices stand, in order: they are read as headings are.
pub(super) fn asked(note: &Note) -> Vec<Span> {
    let mut spans: Vec<_> = note
        .questions
        .iter()
        .flat_map(|question| std::iter::once(question.span).chain(question.choices.iter().map(|choice| choice.span)))
        .collect();
    spans.sort_unstable();
    spans
}

/// The questions that name topics, the last first: what answers them defines those topics.
pub(super) fn answered(search: Search<'_>, note: &Note) -> Vec<Answered> {
    let answered = |question: &Question| {
        let topics: Vec<_> = search.named(&text::inlines(&question.words)).map(|(_, topic)| topic).collect();
        let span = question.place.of(&note.document).iter().map(|block| block.span).reduce(Span::join)?;
        (!topics.is_empty()).then_some(Answered { span, topics })
    };
    let mut all: Vec<_> = note.questions.iter().filter_map(answered).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.span.start));
    all
}

/// A question with its answers.
pub(super) struct Answered {
    pub(super) span: Span,
    pub(super) topics: Vec<TopicId>,
}
