//! Choices below a question that is a paragraph: `Which …?` and a task list, or lines with letters.

use super::body::{Unmarked, read};
use super::choices;
use super::draft::{Draft, Finding};
use super::reading::{Labelled, Reading, Spot};
use super::vocabulary::{Look, look};
use super::words::words;
use crate::markdown::BlockKind;
use crate::note::{Correctness, Explicit, QuestionKind};

pub(super) const NAME: &str = "quiz";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Quiz, explicit: Explicit::Yes };
    let mut found = Vec::new();
    for &list in &reading.kinds.lists {
        let Some(spot) = above(reading, list) else { continue };
        let Some(inlines) = reading.paragraph(spot).filter(|_| reading.is_body(spot) && reading.labels_at(spot).is_empty()) else {
            continue;
        };
        if choices::read(reading, list).is_none() {
            continue;
        }
        let words = words(inlines.to_vec());
        if words.plain.is_empty() || (look(&words.plain) == Look::States && words.number.is_none()) {
            continue;
        }
        let end = end(reading, spot.run, list.block + 1);
        let body = read(reading, finding, spot.run, spot.block + 1..end, Vec::new(), Unmarked::Nothing);
        let told = body.choices.iter().any(|choice| choice.correctness == Correctness::Correct) || !body.answers.is_empty();
        if !body.choices.is_empty() && (told || look(&words.plain) == Look::Asks) {
            found.push(Draft::new(reading, finding, words, spot, end, body));
        }
    }
    found
}

/// The block above a list; code to read may stand between them.
fn above(reading: &Reading<'_>, list: Spot) -> Option<Spot> {
    let blocks = reading.blocks(list.run).get(..list.block)?;
    let block = blocks.iter().rposition(|block| !matches!(block.kind, BlockKind::Code(_)))?;
    Some(Spot { block, ..list })
}

/// Behind the choices stand the answer and nothing else.
fn end(reading: &Reading<'_>, run: usize, from: usize) -> usize {
    let blocks = reading.blocks(run);
    let is_answer = |at: &usize| {
        let spot = Spot { run, block: *at };
        matches!(blocks.get(*at).map(|block| &block.kind), Some(BlockKind::Details(_)))
            || reading.labels_at(spot).first().is_some_and(Labelled::is_answer)
    };
    (from..blocks.len()).find(|at| !is_answer(at)).unwrap_or(blocks.len())
}
