//! Headings inside list items, with the rest of the item as answer: `1. ### Why …`.

use std::ops::Range;

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Holder, Reading, Spot};
use super::series::adopt;
use super::vocabulary::{Look, is_no_question, look};
use super::words::{Words, words};
use crate::markdown::BlockKind;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "item-heading";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
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
            adopt(reading, FINDING, strayed, &mut draft);
        }
        draft
    };
    candidates.into_iter().map(question).collect()
}

/// An answer that was not indented stands behind the list: it is the last item's.
fn strayed(reading: &Reading<'_>, run: usize) -> Option<Range<usize>> {
    let list = reading.runs.get(run)?.parent.filter(|list| list.run == 0)?;
    if reading.runs_in(list).last() != Some(run) {
        return None;
    }
    let blocks = reading.blocks(list.run);
    let ends = |block: &usize| {
        matches!(blocks.get(*block).map(|block| &block.kind), Some(BlockKind::Heading(..) | BlockKind::Rule | BlockKind::List(_)) | None)
    };
    let end = (list.block + 1..blocks.len()).find(ends).unwrap_or(blocks.len());
    Some(list.block + 1..end).filter(|strayed| !strayed.is_empty())
}
