//! Headings that ask, with what stands below as answer: `## 3. Why …?`, `### Q. …`, `#### Explain …`.
//!
//! A heading that says itself that it is a question, or that has an answer below it, is one. For the others the note is asked:
//! where most headings of a level ask, that level is the note's questions; in an ordinary article a heading that asks merely
//! reads as a question.

mod asking;
mod candidate;

use std::ops::Range;

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, look};
use super::words::{Words, heading_words, words};
use crate::ids::HeadingId;
use crate::markdown::outline::Section;
use crate::markdown::{BlockKind, text};
use crate::note::{Explicit, QuestionKind};

use self::asking::Asking;
use self::candidate::{Below, Candidate, Says, Sign, candidate};

pub(super) const NAME: &str = "heading";
pub(super) const READ_NAME: &str = "article-heading";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut candidates = candidates(reading);
    let asking = Asking::of(reading, &candidates);
    for candidate in &mut candidates {
        if asking.takes_what_stands_below(reading, candidate) {
            candidate.says = Says::Name;
        } else if candidate.says == Says::Name && !asking.stands_below(reading, candidate) {
            candidate.says = Says::Words;
        }
    }
    let start = |candidate: &Candidate| reading.outline.sections[candidate.section].blocks.start;
    // The heading that holds the words of a counted question is part of it.
    let mut words = None;
    let takes = |candidate: &&Candidate| {
        let chosen = asking.takes(reading, candidate) && words != Some(start(candidate));
        words = Some(start(candidate) + 1).filter(|_| chosen && candidate.says == Says::Number).or(words);
        chosen
    };
    let chosen: Vec<&Candidate> = candidates.iter().filter(takes).collect();
    // A question inside another's answer is part of it.
    let mut end = 0;
    let mut found: Vec<Draft> = titled(reading, &chosen).into_iter().collect();
    // Where the next one stands that says itself that it is a question.
    let mut told = vec![None; chosen.len()];
    let mut next = None;
    for (slot, candidate) in told.iter_mut().zip(&chosen).rev() {
        *slot = next;
        if candidate.sign == Sign::Told {
            next = Some(reading.outline.sections[candidate.section].blocks.start);
        }
    }
    for (candidate, next) in chosen.iter().zip(told) {
        let start = reading.outline.sections[candidate.section].blocks.start;
        if start < end && candidate.sign < Sign::Told {
            continue;
        }
        let Some(draft) = question(reading, FINDING, candidate, next) else { continue };
        end = end.max(draft.question.place.blocks.end);
        found.push(draft);
    }
    found
}

fn candidates(reading: &Reading<'_>) -> Vec<Candidate> {
    reading.outline.sections.ids().filter_map(|id| candidate(reading, id)).collect()
}

/// The title, where it is one of many headings of its rank that ask.
fn titled(reading: &Reading<'_>, chosen: &[&Candidate]) -> Option<Draft> {
    const LEAST: usize = 3;
    let title = reading.outline.title.heading?;
    let headings = &reading.document.headings;
    let alike = |candidate: &&&Candidate| headings[reading.outline.sections[candidate.section].heading].level == headings[title].level;
    chosen.iter().filter(alike).nth(LEAST - 1)?;
    let blocks = &reading.document.blocks;
    let start = blocks.iter().position(|block| matches!(&block.kind, BlockKind::Heading(id, _) if *id == title))?;
    let BlockKind::Heading(_, inlines) = &blocks.get(start)?.kind else { return None };
    let words = words(inlines.to_vec());
    if look(&words.plain) == Look::States {
        return None;
    }
    let end = reading.outline.sections.iter().map(|section| section.blocks.start).find(|&next| next > start).unwrap_or(blocks.len());
    let body = read(reading, FINDING, 0, start + 1..end, Vec::new(), Unmarked::Answer);
    Some(Draft::new(reading, FINDING, words, Spot { run: 0, block: start }, end, body))
}

/// Headings that end in a question mark, wherever they stand.
pub(super) fn find_read(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: READ_NAME, kind: QuestionKind::Open, explicit: Explicit::No };
    let heading = |section: &Section| reading.document.headings[section.heading].span;
    let asking = reading
        .outline
        .sections
        .iter_ids()
        .filter(|(_, section)| reading.holds_mark(heading(section)) && look(&section.title) == Look::Asks);
    let candidates: Vec<Candidate> = asking
        .filter_map(|(id, _)| candidate(reading, id))
        .filter(|candidate| candidate.sign >= Sign::Asks && candidate.below == Below::Blocks)
        .collect();
    let start = |candidate: &Candidate| reading.outline.sections[candidate.section].blocks.start;
    // What stands below the next one that asks is its own.
    let nexts = candidates.iter().skip(1).map(|next| Some(start(next))).chain([None]);
    candidates.iter().zip(nexts).filter_map(|(candidate, next)| question(reading, finding, candidate, next)).collect()
}

fn question(reading: &Reading<'_>, finding: Finding, candidate: &Candidate, next: Option<usize>) -> Option<Draft> {
    let section = &reading.outline.sections[candidate.section];
    let Range { start, end } = section.blocks;
    let end = next.map_or(end, |next| end.min(next)).max(start + 1);
    let BlockKind::Heading(_, inlines) = &reading.document.blocks.get(start)?.kind else { return None };
    let unmarked = if candidate.says == Says::Name { Unmarked::Nothing } else { Unmarked::Answer };
    if candidate.says == Says::Number
        && let Some(below) = words_below(reading, start + 1)
    {
        let body = read(reading, finding, 0, start + 2..end, Vec::new(), unmarked);
        let words = Words { number: Some(text::inlines(inlines)), ..below };
        return Some(Draft::new(reading, finding, words, Spot { run: 0, block: start }, end, body));
    }
    let mut body = read(reading, finding, 0, start + 1..end, Vec::new(), unmarked);
    if candidate.says == Says::Name {
        body.context = vec![reading.place(0, start + 1..end)];
    }
    Some(Draft::new(reading, finding, heading_words(section, inlines), Spot { run: 0, block: start }, end, body))
}

/// The words of a question whose heading only counts it: those of the heading or the paragraph right below.
fn words_below(reading: &Reading<'_>, block: usize) -> Option<Words> {
    match &reading.document.blocks.get(block)?.kind {
        BlockKind::Heading(id, inlines) if is_deeper(reading, *id, block) => Some(words(inlines.to_vec())),
        BlockKind::Paragraph(inlines) if reading.labels_at(Spot { run: 0, block }).is_empty() => Some(words(inlines.to_vec())),
        _ => None,
    }
    .filter(|words| words.plain.contains(char::is_alphanumeric))
}

/// Whether a heading stands below the one right above it.
fn is_deeper(reading: &Reading<'_>, heading: HeadingId, block: usize) -> bool {
    let above = block.checked_sub(1).and_then(|above| reading.document.blocks.get(above)).map(|above| &above.kind);
    let headings = &reading.document.headings;
    matches!(above, Some(BlockKind::Heading(above, _)) if headings[heading].level > headings[*above].level)
}
