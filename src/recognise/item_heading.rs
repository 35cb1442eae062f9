//! Headings inside list items, with the rest of the item as answer: `1. ### Why …`.

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Holder, Reading, Spot};
use super::series::{adopt, strayed};
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
