//! Tables of questions and answers: a column headed `Question`, and beside it one headed `Answer`.

use std::collections::BTreeSet;

use super::draft::{Body, Draft, Finding};
use super::links::is_link;
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, Part, begins_question, level_of, look};
use super::words::words;
use crate::markdown::{BlockKind, Cell, Inline, Table, text};
use crate::note::{Answer, Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "table";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

/// Which columns say what.
struct Columns {
    question: usize,
    answer: Option<usize>,
    level: Option<usize>,
}

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut found = Vec::new();
    for &spot in &reading.kinds.tables {
        if let Some(BlockKind::Table(table)) = reading.block(spot).map(|block| &block.kind)
            && let Some(mut columns) = columns(reading, table)
            && reading.is_body(spot)
            && asks(&columns, table)
            && !(columns.answer.is_none() && is_index(reading, &columns, table))
        {
            columns.answer = columns.answer.or_else(|| beside(&columns, table));
            found.extend(table.rows.iter().filter_map(|row| question(reading, &columns, spot, row)));
        }
    }
    found
}

fn columns(reading: &Reading<'_>, table: &Table) -> Option<Columns> {
    let parts: Vec<Option<Part>> = table.head.iter().map(|cell| reading.part_of(&text::inlines(&cell.inlines))).collect();
    let column = |wanted: fn(Part) -> bool| parts.iter().position(|part| part.is_some_and(wanted));
    Some(Columns {
        question: column(|part| matches!(part, Part::Question | Part::Prompts | Part::Scenario))?,
        answer: column(|part| matches!(part, Part::Answer(_) | Part::Solution)),
        level: column(|part| part == Part::Level),
    })
}

/// The only other column, where it says something of each question: `Key point`. A heading that asks, such as `What it tests`,
/// stands above remarks on the questions.
fn beside(columns: &Columns, table: &Table) -> Option<usize> {
    let [_, _] = &*table.head else { return None };
    let other = 1 - columns.question.min(1);
    let is_said = |cell: &Cell| text::inlines(&cell.inlines).split_whitespace().nth(2).is_some();
    let said = table.rows.iter().filter(|row| row.get(other).is_some_and(is_said)).count();
    let title = text::inlines(&table.head.get(other)?.inlines);
    (columns.level.is_none() && !begins_question(&title) && said * 5 >= table.rows.len() * 4).then_some(other)
}

/// Without answers beside them most cells must ask; a table of links is one of contents.
fn asks(columns: &Columns, table: &Table) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.get(columns.question));
    let linked = cells().filter(|cell| is_link(&cell.inlines)).count();
    let asking = cells().filter(|cell| look(&text::inlines(&cell.inlines)) > Look::States).count();
    linked * 2 <= cells().count() && (columns.answer.is_some() || asking * 5 >= cells().count() * 3)
}

/// Whether most cells begin as headings of the note do: a table of contents, however it is shortened.
fn is_index(reading: &Reading<'_>, columns: &Columns, table: &Table) -> bool {
    const LONGEST: usize = 40;
    let shortened = |text: &str| text.trim_end_matches(['.', '…', ' ', '?']).chars().take(LONGEST).collect::<String>().to_lowercase();
    let headings: BTreeSet<String> = reading.outline.sections.iter().map(|section| shortened(&section.title)).collect();
    let is_heading = |words: &str| {
        let begin = shortened(words);
        headings.range(begin.clone()..).next().is_some_and(|heading| heading.starts_with(&begin))
    };
    let cells = || table.rows.iter().filter_map(|row| row.get(columns.question));
    cells().filter(|cell| is_heading(&text::inlines(&cell.inlines))).count() * 2 > cells().count()
}

fn question(reading: &Reading<'_>, columns: &Columns, spot: Spot, row: &[Cell]) -> Option<Draft> {
    let cell = |column: Option<usize>| row.get(column?).map(|cell| cell.inlines.as_ref()).filter(|inlines| !inlines.is_empty());
    let words = words(cell(Some(columns.question))?.to_vec());
    if !words.plain.contains(char::is_alphanumeric) {
        return None;
    }
    let span_of = |inlines: &[Inline]| inlines.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or_default();
    let answers = cell(columns.answer).map(|inlines| Answer::of_text(span_of(inlines), inlines.to_vec())).into_iter().collect();
    let mut draft = Draft::new(reading, FINDING, words, spot, spot.block + 1, Body { answers, ..Body::default() });
    draft.question.level = cell(columns.level).and_then(|inlines| level_of(&text::inlines(inlines)));
    draft.extent = row.iter().map(|cell| cell.span).reduce(Span::join).unwrap_or(draft.question.span).join(draft.question.span);
    Some(draft)
}
