//! Cards in answers that stand apart from their questions: behind a list, below a heading that says so.
//!
//! Takes an arrangement; puts such cards into the answers that show the bytes around them, so that none is shown twice. Must not
//! lose one: where two stand in each other's answers, the second stays where it is.

use crate::ids::{Id, NoteQuestionId};
use crate::note::Note;
use crate::span::Span;

use super::arrangement::{Arrangement, span_of};

impl Arrangement<'_> {
    /// Puts what stands in an answer apart from its question into that question's card.
    pub(super) fn take_in(&mut self, note: &Note) {
        let mut apart = self.apart(note);
        if apart.is_empty() {
            return;
        }
        apart.sort_by_key(|(span, question)| (span.start, std::cmp::Reverse(span.end), question.position()));
        let mut apart = apart.into_iter().peekable();
        let mut open: Vec<(Span, NoteQuestionId)> = Vec::new();
        let mut order: Vec<(Span, usize)> =
            self.groups.iter().enumerate().filter_map(|(number, group)| Some((span_of(group.blocks)?, number))).collect();
        order.sort_unstable();
        for (extent, number) in order {
            while let Some(next) = apart.next_if(|(span, _)| span.start <= extent.start) {
                open.push(next);
            }
            open.retain(|(span, _)| span.end > extent.start);
            if let Some(&(_, holder)) = open.iter().rev().find(|(span, holder)| span.contains(extent) && self.may_hold(*holder, number)) {
                self.hold(note, holder, number, extent);
            }
        }
    }

    /// The blocks of answers that do not stand in the places of their questions.
    fn apart(&self, note: &Note) -> Vec<(Span, NoteQuestionId)> {
        let mut apart = Vec::new();
        for question in self.questions() {
            let Some(seat) = self.seat_of(question) else { continue };
            let own = seat.group.and_then(|group| self.groups.get(group)).and_then(|group| span_of(group.blocks));
            let blocks = note.questions[question].answers.iter().flat_map(|answer| &answer.blocks);
            let spans = blocks.filter_map(|place| span_of(place.of(&note.document)));
            apart.extend(spans.filter(|span| own.is_some_and(|own| !own.contains(*span))).map(|span| (span, question)));
        }
        apart
    }

    /// Whether a group may stand in an answer of a question: neither stands in the other already.
    fn may_hold(&self, holder: NoteQuestionId, group: usize) -> bool {
        let owner = Self::owner(holder);
        let Some(group) = self.groups.get(group) else { return false };
        let mut seats = group.questions.iter().filter_map(|&question| Some((question, self.seat_of(question)?)));
        let holds = |question| self.seat_of(holder).is_some_and(|seat| seat.owners.contains(&Self::owner(question)));
        seats.all(|(question, seat)| !seat.owners.contains(&owner) && !holds(question))
    }

    fn hold(&mut self, note: &Note, holder: NoteQuestionId, number: usize, extent: Span) {
        let around = self.seat_of(holder).map(|seat| seat.owners.clone()).unwrap_or_default();
        let Some(group) = self.groups.get_mut(number) else { return };
        group.within = Some(holder);
        let Some(&first) = group.questions.first() else { return };
        for question in self.questions_from(first).take_while(|&question| note.questions[question].span.start < extent.end) {
            if let Some(seat) = self.seat_mut(question) {
                seat.owners.splice(0..0, around.iter().copied());
            }
        }
    }
}
