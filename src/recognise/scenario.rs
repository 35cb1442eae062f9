//! A scenario and its answers: `**Scenario:** "…"` with weak and strong ones.

use super::draft::{Draft, Finding};
use super::opening;
use super::reading::Reading;
use super::vocabulary::{Look, Part, look};
use crate::markdown::text;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "scenario";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Scenario, explicit: Explicit::Yes };
    let found = opening::questions(reading, finding, |labelled| labelled.meaning.part == Some(Part::Scenario));
    // A scenario that nobody asks about or answers is an example.
    let asks = |draft: &Draft| !draft.question.answers.is_empty() || look(&text::inlines(&draft.question.words)) == Look::Asks;
    found.into_iter().filter(asks).collect()
}
