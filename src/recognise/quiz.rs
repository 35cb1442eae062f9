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
    for (spot, block) in reading.spots() {
        let (BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) = &block.kind else { continue };
        if !reading.is_body(spot) || !reading.labels_at(spot).is_empty() {
            continue;
        }
        let Some(at) = choices_below(reading, spot) else { continue };
        let words = words(inlines.to_vec());
        if words.plain.is_empty() || (look(&words.plain) == Look::States && words.number.is_none()) {
            continue;
        }
        let end = end(reading, spot.run, at + 1);
        let body = read(reading, finding, spot.run, spot.block + 1..end, Vec::new(), Unmarked::Nothing);
        let told = body.choices.iter().any(|choice| choice.correctness == Correctness::Correct) || !body.answers.is_empty();
        if !body.choices.is_empty() && (told || look(&words.plain) == Look::Asks) {
            found.push(Draft::new(reading, finding, words, spot, end, body));
        }
    }
    found
}

/// The block of choices behind a question; code to read may stand between them.
fn choices_below(reading: &Reading<'_>, spot: Spot) -> Option<usize> {
    let blocks = reading.blocks(spot.run);
    let mut at = spot.block + 1;
    while matches!(blocks.get(at).map(|block| &block.kind), Some(BlockKind::Code(_))) {
        at += 1;
    }
    let block = blocks.get(at)?;
    let is_list = matches!(block.kind, BlockKind::List(_));
    (is_list && choices::read(reading, Spot { block: at, ..spot }).is_some()).then_some(at)
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
