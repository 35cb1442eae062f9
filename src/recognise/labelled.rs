//! A label and the question behind it: `**The interview question:**`, `**Q:** …`, with its answers.

use super::draft::{Draft, Finding};
use super::opening;
use super::reading::Reading;
use super::vocabulary::Part;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "labelled";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    opening::questions(reading, finding, |labelled| labelled.meaning.part == Some(Part::Question) && !labelled.numbered)
}
