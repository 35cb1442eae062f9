//! Lists whose items ask, in a note that is made of them: `1. Why …?` with the answer below, or questions alone.

use super::draft::{Draft, Finding};
use super::plain;
use super::prompts::Trust;
use super::reading::Reading;
use super::series;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "listed";

/// How many items must ask where nothing announces questions.
const LEAST: usize = 5;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let series = series::of(reading, 0..reading.document.blocks.len());
    let (asks, all) = series.iter().fold((0, 0), |(asks, all), series| (asks + series.asks, all + series.all));
    let counted = if asks > 0 && asks < LEAST { plain::counted(reading) } else { 0 };
    let dominates = asks + counted >= LEAST && asks * 10 >= all * 7;
    let mut found = Vec::new();
    for series in &series {
        let most = series.mostly_asks();
        if (most && (series.is_announced(reading) || series.rated || dominates || series.is_answered(reading)))
            || series.counts_tasks(reading)
        {
            series.trusted(reading, finding, Trust::All, &mut found);
        } else if series.asks_often() {
            series.trusted(reading, finding, Trust::Asking, &mut found);
        }
    }
    found
}
