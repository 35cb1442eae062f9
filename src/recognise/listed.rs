//! Lists whose items ask, in a note that is made of them: `1. Why …?` with the answer below, or questions alone.

use super::draft::{Draft, Finding};
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
    let dominates = asks >= LEAST && asks * 10 >= all * 7;
    let mut found = Vec::new();
    for series in series.iter().filter(|series| series.mostly_asks()) {
        if series.announced || series.rated || dominates || series.is_answered(reading) {
            series.questions(reading, finding, &mut found);
        }
    }
    found
}
