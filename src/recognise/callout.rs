//! Callouts: labelled blocks in every spelling and container.
//!
//! Takes the lines that begin with a known label; gives the callouts with what belongs to them. Must not take what a question
//! needs: a label that is both stays both.

use super::body::segment;
use super::reading::{Holder, Labelled, Reading, Spot};
use crate::markdown::BlockKind;
use crate::note::Callout;

/// The callouts of a note, in source order.
pub(super) fn callouts(reading: &Reading<'_>) -> Vec<Callout> {
    let mut found = Vec::with_capacity(reading.labels.iter().filter(|labelled| labelled.meaning.callout.is_some()).count());
    let labels = reading.labels.iter().filter(|labelled| reading.is_body(labelled.spot));
    found.extend(labels.filter_map(|labelled| callout(reading, labelled)));
    found
}

fn callout(reading: &Reading<'_>, labelled: &Labelled<'_>) -> Option<Callout> {
    let kind = labelled.meaning.callout?;
    let spot = labelled.spot;
    let told = labelled.label.content_span(segment(reading, labelled));
    let end = end(reading, labelled, told.is_none());
    let mut span = told.map_or(labelled.label.span, |told| labelled.label.span.join(told));
    for block in reading.blocks(spot.run).get(spot.block + 1..end).unwrap_or_default() {
        span = span.join(block.span);
    }
    Some(Callout {
        kind,
        label: labelled.label.words.clone().into_owned(),
        subject: labelled.label.subject.as_ref().map(|subject| subject.words.clone().into_owned()),
        span,
        section: reading.section(spot),
        place: reading.place(spot.run, spot.block..end),
        inlines: labelled.inlines.clone(),
    })
}

/// Where the blocks end that belong to a callout: in a list item all of them; elsewhere, behind a label that stands alone, the
/// one that it announces.
fn end(reading: &Reading<'_>, labelled: &Labelled<'_>, alone: bool) -> usize {
    let Spot { run, block } = labelled.spot;
    let blocks = reading.blocks(run);
    let is_last = reading.labels_at(labelled.spot).last().is_some_and(|last| last.inlines == labelled.inlines);
    if !is_last {
        return block + 1;
    }
    if reading.runs.get(run).is_some_and(|run| run.holder == Holder::Item) {
        let labelled = |at: &usize| !reading.labels_at(Spot { run, block: *at }).is_empty();
        return (block + 1..blocks.len()).find(labelled).unwrap_or(blocks.len());
    }
    let announced = blocks.get(block + 1).filter(|_| alone && reading.labels_at(Spot { run, block: block + 1 }).is_empty());
    match announced.map(|block| &block.kind) {
        None | Some(BlockKind::Heading(..) | BlockKind::Rule) => block + 1,
        Some(_) => block + 2,
    }
}
