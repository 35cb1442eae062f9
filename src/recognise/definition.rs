//! `**Definition**:` below a heading: the heading is the term.

use super::body::content;
use super::draft::{Body, Draft, Finding};
use super::reading::Reading;
use super::words::heading_words;
use crate::markdown::BlockKind;
use crate::note::{Answer, CalloutKind, Explicit, QuestionKind};

pub(super) const NAME: &str = "definition";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Definition, explicit: Explicit::No };
    let mut found = Vec::new();
    let mut last = None;
    for labelled in
        reading.labels.iter().filter(|labelled| labelled.meaning.callout == Some(CalloutKind::Definition) && labelled.spot.run == 0)
    {
        let Some(section) = reading.section(labelled.spot).filter(|section| last != Some(*section)) else { continue };
        last = Some(section);
        let block = reading.outline.sections[section].blocks.start;
        let Some(BlockKind::Heading(_, inlines)) = reading.document.blocks.get(block).map(|block| &block.kind) else { continue };
        let lead = content(reading, labelled);
        if lead.is_empty() {
            continue;
        }
        let answers = vec![Answer { label: labelled.shown(), ..Answer::of_text(labelled.label.span, lead) }];
        let spot = super::reading::Spot { run: 0, block };
        found.push(Draft::new(
            reading,
            finding,
            heading_words(&reading.outline.sections[section], inlines),
            spot,
            block + 1,
            Body { answers, ..Body::default() },
        ));
    }
    found
}
