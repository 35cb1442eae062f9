//! Headings inside list items, with the rest of the item as answer: `1. ### Why …`; and those in a part of the note that
//! `<details>` folds away.

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Holder, Reading, Spot};
use super::series::{adopt, folded, strayed};
use super::vocabulary::{Look, is_no_question, look};
use super::words::{Words, words};
use crate::markdown::{Block, BlockKind};
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "item-heading";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut found = in_items(reading);
    for run in folded(reading, |block| matches!(block.kind, BlockKind::Heading(..))) {
        found.extend(in_run(reading, run));
    }
    found
}

fn in_items(reading: &Reading<'_>) -> Vec<Draft> {
    let mut candidates: Vec<(usize, Words)> = Vec::new();
    for (run, of) in reading.runs.iter().enumerate().filter(|(_, run)| run.holder == Holder::Item) {
        if let Some(BlockKind::Heading(_, inlines)) = of.blocks.first().map(|block| &block.kind)
            && reading.is_body(Spot { run, block: 0 })
        {
            let words = words(inlines.to_vec());
            if !is_no_question(&words.plain) && !words.plain.is_empty() {
                candidates.push((run, words));
            }
        }
    }
    let asking = candidates.iter().filter(|(_, words)| words.asks || look(&words.plain) > Look::States).count();
    if candidates.len() < 2 || asking * 10 < candidates.len() * 3 {
        return Vec::new();
    }
    let question = |(run, words): (usize, Words)| {
        let body = read(reading, FINDING, run, 1..reading.blocks(run).len(), Vec::new(), Unmarked::Answer);
        let mut draft = Draft::new(reading, FINDING, words, Spot { run, block: 0 }, reading.blocks(run).len(), body);
        if draft.question.answers.is_empty()
            && let Some(strayed) = strayed(reading, run)
        {
            adopt(reading, FINDING, 0, strayed, &mut draft);
        }
        draft
    };
    candidates.into_iter().map(question).collect()
}

/// The headings of a run, where most of them ask, with what stands below as answer.
fn in_run(reading: &Reading<'_>, run: usize) -> Vec<Draft> {
    let blocks = reading.blocks(run);
    let heading = |(block, it): (usize, &Block)| match &it.kind {
        BlockKind::Heading(_, inlines) => Some((block, words(inlines.to_vec()))),
        _ => None,
    };
    let headings: Vec<(usize, Words)> = blocks.iter().enumerate().filter_map(heading).collect();
    let asks = |words: &Words| words.asks || look(&words.plain) > Look::States;
    if headings.iter().filter(|(_, words)| asks(words)).count() * 5 < (headings.len() * 3).max(10) {
        return Vec::new();
    }
    let ends = headings.iter().skip(1).map(|(block, _)| *block).chain([blocks.len()]).collect::<Vec<_>>();
    let question = |((block, words), end): ((usize, Words), usize)| {
        let body = read(reading, FINDING, run, block + 1..end, Vec::new(), Unmarked::Answer);
        Draft::new(reading, FINDING, words, Spot { run, block }, end, body)
    };
    headings.into_iter().zip(ends).filter(|((_, words), _)| asks(words)).map(question).collect()
}
