//! A follow-up that stands without its question: `**Follow-up trap**: "…"` with its correct answer.
//!
//! Those that stand below a question are found with it; whether a list there is one of them is told here.

use super::draft::{Draft, Finding};
use super::opening;
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, Part, look};
use crate::markdown::raw_html::Element;
use crate::markdown::{BlockKind, text};
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "follow-up";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::FollowUp, explicit: Explicit::Yes };
    let found = opening::questions(reading, finding, |labelled| labelled.meaning.part == Some(Part::FollowUp));
    // `**Trap:** never do this` is a warning.
    let asks = |draft: &Draft| !draft.question.answers.is_empty() || look(&text::words(&draft.question.words)) > Look::States;
    found.into_iter().filter(asks).collect()
}

/// The runs of a list's items, also where the list is raw HTML.
pub(super) fn items(reading: &Reading<'_>, list: Spot) -> Vec<usize> {
    let runs = reading.runs_in(list);
    if !matches!(reading.block(list).map(|block| &block.kind), Some(BlockKind::Html(..))) {
        return runs.collect();
    }
    let blocks = runs.flat_map(|run| (0..reading.blocks(run).len()).map(move |block| Spot { run, block }));
    blocks.flat_map(|spot| reading.runs_in(spot)).collect()
}

/// Whether a list holds nothing but questions.
pub(super) fn all_ask(reading: &Reading<'_>, list: Spot) -> bool {
    let may_be = reading.block(list).is_some_and(|block| {
        let is_list = |element: &Element| matches!(element.tag(), "ul" | "ol");
        reading.holds_mark(block.span) && !matches!(&block.kind, BlockKind::Html(element, _) if !is_list(element))
    });
    let asks = |run: usize| {
        let lead = reading.paragraph(Spot { run, block: 0 }).filter(|_| reading.blocks(run).len() == 1);
        lead.is_some_and(|inlines| look(&text::inlines(inlines)) > Look::States)
    };
    may_be && items(reading, list).into_iter().all(asks)
}
