//! A follow-up that stands without its question: `**Follow-up trap**: "…"` with its correct answer.
//!
//! Those that stand below a question are found with it.

use super::draft::{Draft, Finding};
use super::opening;
use super::reading::Reading;
use super::vocabulary::{Look, Part, look};
use crate::markdown::text;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "follow-up";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::FollowUp, explicit: Explicit::Yes };
    let found = opening::questions(reading, finding, |labelled| labelled.meaning.part == Some(Part::FollowUp));
    // `**Trap:** never do this` is a warning.
    let asks = |draft: &Draft| !draft.question.answers.is_empty() || look(&text::words(&draft.question.words)) > Look::States;
    found.into_iter().filter(asks).collect()
}
