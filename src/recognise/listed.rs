//! Lists whose items ask, in a note that is made of them: `1. Why …?` with the answer below, or questions alone.

use super::draft::{Draft, Finding};
use super::plain;
use super::prompts::Trust;
use super::reading::Reading;
use super::series::{self, Series, folded};
use super::vocabulary::Part;
use crate::markdown::BlockKind;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "listed";

/// How many items must ask where nothing announces questions.
const LEAST: usize = 5;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let mut series = series::of(reading, 0, 0..reading.document.blocks.len());
    for run in folded(reading, |block| matches!(block.kind, BlockKind::List(_))) {
        series.extend(series::of(reading, run, 0..reading.blocks(run).len()));
    }
    let count = |chosen: &dyn Fn(&&Series) -> bool| {
        series.iter().filter(chosen).fold((0, 0), |(asks, all), series| (asks + series.asks, all + series.all))
    };
    let (asks, mut all) = count(&|_| true);
    // A table of contents says nothing of the other lists.
    if asks >= LEAST && asks * 10 < all * 7 {
        all -= series.iter().filter(|series| series.asks == 0).map(|series| series.linked(reading)).sum::<usize>();
    }
    let counted = if asks > 0 && asks < LEAST { plain::counted(reading) } else { 0 };
    // Where labels say which lists are questions, the others are none.
    let labels = reading.labels.iter().filter(|labelled| labelled.meaning.part == Some(Part::Prompts) && labelled.label.rest.is_empty());
    let is_told = labels.count() > 1;
    let dominates = asks + counted >= LEAST && asks * 10 >= all * 7 && !is_told;
    // Lists of answers may stand between the counted questions.
    let (asks, all) = count(&|series| series.is_ordered());
    let counts = asks >= LEAST && asks * 10 >= all * 7 && !is_told;
    let mut found = Vec::new();
    for series in &series {
        let most = series.mostly_asks();
        if (most
            && (series.is_announced(reading)
                || series.rated
                || dominates
                || (counts && series.is_ordered())
                || series.is_answered(reading)))
            || series.counts_tasks(reading)
        {
            series.trusted(reading, finding, Trust::All, &mut found);
        } else if series.asks_often() {
            series.trusted(reading, finding, Trust::Asking, &mut found);
        }
    }
    found
}
