//! A scenario and its answers: `**Scenario:** "…"` with weak and strong ones.

use super::draft::{Draft, Finding};
use super::opening;
use super::reading::{Holder, Labelled, Reading, Spot};
use super::vocabulary::{Look, Part, look};
use crate::markdown::label::is_weighty;
use crate::markdown::text;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "scenario";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Scenario, explicit: Explicit::Yes };
    let poses = |labelled: &Labelled<'_>| {
        labelled.meaning.part == Some(Part::Scenario) && !is_told(reading, labelled) && !is_step(reading, labelled)
    };
    let found = opening::questions(reading, finding, poses);
    // A scenario that nobody asks about or answers is an example.
    let asks = |draft: &Draft| !draft.question.answers.is_empty() || look(&text::inlines(&draft.question.words)) == Look::Asks;
    found.into_iter().filter(asks).collect()
}

/// Whether a situation is one step of several with names of their own, as of a story: `1. **Situation**: …`, `2. **Task**: …`.
fn is_step(reading: &Reading<'_>, labelled: &Labelled<'_>) -> bool {
    let run = reading.runs.get(labelled.spot.run).filter(|run| run.holder == Holder::Item);
    let Some(list) = run.and_then(|run| run.parent) else { return false };
    let is_named = |&run: &usize| {
        let first = Spot { run, block: 0 };
        let is_part = reading.labels_at(first).first().is_some_and(|label| label.meaning.part.is_some());
        !is_part && reading.paragraph(first).and_then(<[_]>::first).is_some_and(is_weighty)
    };
    let steps = reading.runs_in(list);
    steps.clone().filter(is_named).count() * 2 >= steps.len()
}

/// Whether a situation, which does not ask itself, belongs to the heading above it that does, or to the answer that it opens.
pub(super) fn is_told(reading: &Reading<'_>, labelled: &Labelled<'_>) -> bool {
    let heading = reading.section(labelled.spot).filter(|_| labelled.spot.run == 0).map(|section| &reading.outline.sections[section].title);
    let below = || heading.is_some_and(|title| look(title) > Look::States);
    let labels = reading.labels_at(labelled.spot);
    let before = || labels.iter().take_while(|other| other.inlines != labelled.inlines).last();
    let within = || before().is_some_and(|before| before.is_answer() && before.label.rest.is_empty());
    (below() || within()) && look(&labelled.label.rest.text()) < Look::Asks
}
