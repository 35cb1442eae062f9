//! What is left of a question's blocks beside its words and answers.
//!
//! Takes a question and its seat; gives what stands before its words, between them and its answers, behind these, and around
//! what follows it up. Must not leave out what nobody else shows.

use crate::markdown::html::Selection;
use crate::markdown::{Block, BlockKind, Inline};
use crate::note::Question;
use crate::page::part::Part;
use crate::span::Span;

use super::arrangement::Seat;
use super::cards::{Cards, around};

/// What is left of a question's blocks beside its words and answers.
#[derive(Default)]
pub(super) struct Left {
    /// Before its words.
    pub(super) before: Vec<Part>,
    /// Between them and its answers.
    pub(super) context: Vec<Part>,
    /// Behind its answers.
    pub(super) rest: Vec<Part>,
    /// Above what follows it up.
    pub(super) above_follow_ups: Vec<Part>,
    /// Behind what follows it up.
    pub(super) behind: Vec<Part>,
}

impl Cards<'_> {
    /// What is left of a question's blocks.
    pub(super) fn left(&self, question: &Question, seat: &Seat) -> Left {
        let groups = &self.arrangement.groups;
        let Some((number, group)) = seat.group.and_then(|number| Some((number, groups.get(number)?))) else {
            return Left { context: self.places(&question.context, &seat.owners), ..Left::default() };
        };
        if group.is_shared() {
            return Left { context: self.cells(question), ..Left::default() };
        }
        let blocks = match group.blocks {
            // A question that is a summary stands for what it opens.
            [Block { kind: BlockKind::Details(details), .. }] if holds(&details.summary, question.span) => details.blocks.as_ref(),
            blocks => blocks,
        };
        let starts = question.answers.iter().flat_map(|answer| {
            let lead = answer.lead.iter().map(|inline| inline.span.start);
            let blocks = answer.blocks.iter().flat_map(|place| place.of(self.writer.document)).map(|block| block.span.start);
            lead.chain(blocks)
        });
        let answered = starts.min().unwrap_or(u32::MAX);
        let (before, others) = blocks.split_at(blocks.partition_point(|block| block.span.end <= question.span.start));
        let (context, rest) = others.split_at(others.partition_point(|block| block.span.start < answered));
        let (rest, behind) = rest.split_at(self.follow_ups_from(rest, seat));
        let headings = rest.iter().rev().take_while(|block| matches!(block.kind, BlockKind::Heading(..))).count();
        let headings = if behind.is_empty() { 0 } else { headings };
        let (rest, above) = rest.split_at(rest.len() - headings);
        let written = |blocks| self.written(Selection { blocks, owners: around(seat), filling: Some(number) });
        Left {
            before: written(before),
            context: self.cells(question).into_iter().chain(written(context)).collect(),
            rest: written(rest),
            above_follow_ups: written(above),
            behind: written(behind),
        }
    }

    /// The position of the block in which what follows a question up begins; the end where none does.
    fn follow_ups_from(&self, blocks: &[Block], seat: &Seat) -> usize {
        let asked = seat.follow_ups.iter().map(|&follow_up| self.note().questions[follow_up].span.start);
        let first = asked.filter(|&start| blocks.first().is_some_and(|block| block.span.start <= start)).min();
        first.map_or(blocks.len(), |first| blocks.partition_point(|block| block.span.end <= first))
    }
}

fn holds(inlines: &[Inline], span: Span) -> bool {
    inlines.iter().map(|inline| inline.span).reduce(Span::join).is_some_and(|whole| whole.contains(span))
}
