//! What the row of a table says beside a question and its answer.
//!
//! Takes a question that stands in a table; gives the other cells of its row, each behind the head of its column. Numbers and the
//! level are left out, for the card says them.

use crate::markdown::{Block, BlockKind, Cell, Table, text};
use crate::note::Question;
use crate::page::part::Part;
use crate::recognise::level_of;
use crate::span::Span;

use super::cards::Cards;

impl Cards<'_> {
    /// The other cells of a question's row.
    pub(super) fn cells(&self, question: &Question) -> Vec<Part> {
        let [Block { kind: BlockKind::Table(table), .. }] = question.place.of(self.writer.document) else { return Vec::new() };
        let others = table.head.iter().zip(row(table, question.span)).filter(|(_, cell)| says_more(question, cell));
        let part = |(head, cell): (&Cell, &Cell)| {
            let html = format!("<p><strong>{}</strong>: {}</p>\n", self.inlines(&head.inlines), self.inlines(&cell.inlines));
            Part { html, ..Part::default() }
        };
        others.map(part).collect()
    }
}

/// The row in which some bytes stand.
fn row(table: &Table, span: Span) -> &[Cell] {
    let at = table.rows.partition_point(|row| row.last().is_some_and(|cell| cell.span.end <= span.start));
    table.rows.get(at).map_or(&[], |row| row)
}

/// Whether a cell holds what the card does not say yet.
fn says_more(question: &Question, cell: &Cell) -> bool {
    let words = text::inlines(&cell.inlines);
    let answers = question.answers.iter().flat_map(|answer| &answer.lead).map(|inline| inline.span);
    let is_shown = std::iter::once(question.span).chain(answers).any(|shown| cell.span.contains(shown));
    let is_level = question.level.is_some() && level_of(&words) == question.level;
    !is_shown && !is_level && words.contains(char::is_alphabetic)
}
