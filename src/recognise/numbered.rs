//! A numbered question in strong words: `**Q1: …**` with short answer, follow-up and ideal answer.

use super::draft::{Draft, Finding};
use super::opening;
use super::reading::Reading;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "numbered";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    opening::questions(reading, finding, |labelled| labelled.numbered)
}
