//! Definition lists: a term that asks is a question, any other is a definition.

use super::draft::{Body, Draft, Finding};
use super::reading::Reading;
use super::vocabulary::{Look, look};
use super::words::words;
use crate::markdown::{Block, BlockKind};
use crate::note::{Answer, Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "definition-list";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut found = Vec::new();
    for &spot in &reading.kinds.definitions {
        let Some(&Block { span, kind: BlockKind::Definitions(ref terms) }) = reading.block(spot) else { continue };
        if !reading.is_body(spot) {
            continue;
        }
        let mut runs = reading.runs_in(spot);
        for term in terms {
            let details: Vec<usize> = runs.by_ref().take(term.details.len()).collect();
            let words = words(term.term.to_vec());
            if words.plain.is_empty() {
                continue;
            }
            let asks = words.asks || look(&words.plain) > Look::States;
            let (kind, explicit) = if asks { (QuestionKind::Open, Explicit::Yes) } else { (QuestionKind::Definition, Explicit::No) };
            let answer = |&run: &usize| {
                let span = reading.blocks(run).iter().map(|block| block.span).reduce(Span::join).unwrap_or_default();
                Answer::of_blocks(span, vec![reading.place(run, 0..reading.blocks(run).len())])
            };
            let body = Body { answers: details.iter().map(answer).collect(), ..Body::default() };
            let extent = body.answers.iter().map(|answer| answer.span).fold(words.span(span), Span::join);
            let finding = Finding { recogniser: NAME, kind, explicit };
            found.push(Draft { extent, ..Draft::new(reading, finding, words, spot, spot.block + 1, body) });
        }
    }
    found
}
