//! Headings that ask, with what stands below as answer: `## 3. Why …?`, `### Q. …`, `#### Explain …`.
//!
//! A heading that says itself that it is a question, or that has an answer below it, is one. For the others the note is asked:
//! where most headings of a level ask, that level is the note's questions; in an ordinary article a heading that asks merely
//! reads as a question.

use std::collections::BTreeSet;
use std::ops::Range;

use super::body::{Unmarked, read};
use super::choices;
use super::draft::{Draft, Finding};
use super::noise::is_toggle;
use super::prefix::front;
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, Part, holds_mark, is_no_question, look};
use super::words::heading_words;
use crate::ids::{Id, SectionId};
use crate::markdown::outline::Section;
use crate::markdown::{Block, BlockKind, text};
use crate::note::{Correctness, Explicit, QuestionKind};

pub(super) const NAME: &str = "heading";
pub(super) const READ_NAME: &str = "article-heading";

/// A section's heading as a question.
struct Candidate {
    section: SectionId,
    sign: Sign,
    numbered: bool,
    below: Below,
    /// Whether what stands below asks, so that the heading is only its name.
    asked_below: bool,
}

/// What stands right below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Below {
    Nothing,
    /// Other headings: it is only their name.
    Sections,
    Blocks,
}

/// How much speaks for a heading, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// It is a heading of another sort: "References".
    Other,
    Nothing,
    Wonders,
    Asks,
    /// It says that it is a question, or an answer or choices stand below it.
    Told,
}

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let candidates = candidates(reading);
    let asking = Asking::of(reading, &candidates);
    let chosen: Vec<&Candidate> = candidates.iter().filter(|candidate| asking.takes(reading, candidate)).collect();
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    // A question inside another's answer is part of it.
    let mut end = 0;
    let mut found = Vec::new();
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
        let Some(draft) = question(reading, finding, candidate, next) else { continue };
        end = end.max(draft.question.place.blocks.end);
        found.push(draft);
    }
    found
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
    let candidates = asking
        .filter_map(|(id, _)| candidate(reading, id))
        .filter(|candidate| candidate.sign >= Sign::Asks && candidate.below == Below::Blocks);
    candidates.filter_map(|candidate| question(reading, finding, &candidate, None)).collect()
}

fn candidates(reading: &Reading<'_>) -> Vec<Candidate> {
    reading.outline.sections.ids().filter_map(|id| candidate(reading, id)).collect()
}

fn candidate(reading: &Reading<'_>, id: SectionId) -> Option<Candidate> {
    let section = &reading.outline.sections[id];
    let BlockKind::Heading(_, inlines) = &reading.document.blocks.get(section.blocks.start)?.kind else { return None };
    let title = text::inlines(inlines);
    let front = front(&title);
    if title.trim().is_empty() || !reading.is_body(Spot { run: 0, block: section.blocks.start }) {
        return None;
    }
    let own = own_blocks(reading, section.blocks.clone());
    let sign = sign(reading, id, title.get(front.length..).unwrap_or_default(), front.asks, own.clone());
    let is_deepest = own.end == section.blocks.end;
    let asked_below = is_deepest && sign == Sign::Nothing && reading.announced && asks_below(reading, own.clone());
    let numbered = section.number.is_some() || front.number.is_some();
    let below = match (own.is_empty(), is_deepest) {
        (false, _) => Below::Blocks,
        (true, false) => Below::Sections,
        (true, true) => Below::Nothing,
    };
    Some(Candidate { section: id, sign, numbered, below, asked_below })
}

/// The blocks of a section before its first sub-section.
fn own_blocks(reading: &Reading<'_>, blocks: Range<usize>) -> Range<usize> {
    let start = blocks.start + 1;
    let held = reading.document.blocks.get(start..blocks.end).unwrap_or_default();
    let count = held.iter().take_while(|block| !matches!(block.kind, BlockKind::Heading(..))).count();
    start..start + count
}

fn sign(reading: &Reading<'_>, id: SectionId, words: &str, says_so: bool, own: Range<usize>) -> Sign {
    let looks = look(words);
    if !says_so && (reading.part_of_section(id).is_some() || is_no_question(words)) {
        return Sign::Other;
    }
    if says_so || is_answered(reading, id, own.clone(), looks) || has_choices(reading, own, looks) {
        return Sign::Told;
    }
    match looks {
        Look::Asks => Sign::Asks,
        Look::Wonders => Sign::Wonders,
        Look::States => Sign::Nothing,
    }
}

/// Whether an answer stands below a heading that no other question opens: a heading, a label or `<details>` says so.
fn is_answered(reading: &Reading<'_>, id: SectionId, own: Range<usize>, looks: Look) -> bool {
    let is_answer = |part: Option<Part>| match part {
        Some(Part::Answer(_)) => true,
        Some(Part::Solution) => looks > Look::States,
        _ => false,
    };
    let next = SectionId::at(id.position() + 1);
    let child = reading.outline.sections.find(next).filter(|next| next.parent == Some(id));
    if child.is_some() && is_answer(reading.part_of_section(next)) {
        return true;
    }
    let blocks = reading.document.blocks.get(own.clone()).unwrap_or_default();
    for (position, block) in (own.start..).zip(blocks) {
        if let BlockKind::Details(details) = &block.kind {
            let summary = text::inlines(&details.summary);
            return is_answer(reading.part_of(summary.trim_end_matches([':', ' ']))) || (looks > Look::States && is_toggle(&summary));
        }
        let own = reading.labels_at(Spot { run: 0, block: position });
        // An answer behind a question in its own paragraph is none of the heading's.
        if own.first().is_some_and(|first| first.is_answer() && asks_before(block, first.inlines.start)) {
            return false;
        }
        let mut labels = own.iter().chain(first_labels(reading, position));
        if let Some(part) = labels.find_map(|labelled| labelled.meaning.part.filter(|part| *part != Part::Level)) {
            return is_answer(Some(part));
        }
    }
    false
}

/// Whether the first inlines of a paragraph ask.
fn asks_before(block: &Block, end: usize) -> bool {
    let BlockKind::Paragraph(inlines) = &block.kind else { return false };
    inlines.get(..end).is_some_and(|before| holds_mark(&text::inlines(before)))
}

/// The labels that the items of a list or a quotation begin with.
fn first_labels<'r, 'a>(reading: &'r Reading<'a>, block: usize) -> impl Iterator<Item = &'r super::reading::Labelled<'a>> {
    let runs = reading.runs_in(Spot { run: 0, block });
    runs.take(1).filter_map(|run| reading.labels_at(Spot { run, block: 0 }).first())
}

fn has_choices(reading: &Reading<'_>, own: Range<usize>, looks: Look) -> bool {
    let is_list = |block: &usize| matches!(reading.document.blocks.get(*block).map(|block| &block.kind), Some(BlockKind::List(_)));
    let Some(at) = own.clone().find(is_list) else { return false };
    let before = reading.document.blocks.get(own.start..at).unwrap_or_default();
    let brief = before.len() < 4;
    let Some(found) = choices::read(reading, Spot { run: 0, block: at }).filter(|_| brief) else { return false };
    // A list of things to do is none of choices, nor are numbered steps, unless an answer names one.
    if found.iter().all(|choice| choice.mark.is_none() && choice.correctness == Correctness::Wrong) {
        return false;
    }
    let marked = |is: fn(char) -> bool| found.iter().all(|choice| choice.mark.as_deref().is_some_and(|mark| mark.starts_with(is)));
    let follows = reading.document.blocks.get(at + 1);
    let told = matches!(follows.map(|block| &block.kind), Some(BlockKind::Details(_)));
    told || looks > Look::States && !marked(char::is_numeric) || marked(char::is_alphabetic)
}

/// Whether a few short paragraphs stand below a heading, the last of which asks.
fn asks_below(reading: &Reading<'_>, own: Range<usize>) -> bool {
    let blocks = reading.document.blocks.get(own).unwrap_or_default();
    let is_prose = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Code(_) | BlockKind::Quote(..));
    let asks = |block: &Block| matches!(&block.kind, BlockKind::Paragraph(inlines) if look(&text::inlines(inlines)) > Look::States);
    !blocks.is_empty() && blocks.len() < 5 && blocks.iter().all(is_prose) && blocks.iter().any(asks)
}

/// Where a note's headings ask.
struct Asking {
    /// Of each level: whether its headings are the note's questions.
    levels: [bool; 8],
    /// The same, so that names among them are questions too.
    dense: [bool; 8],
    /// The same for levels whose questions stand below the headings.
    levels_below: [bool; 8],
    /// The sections whose sub-sections are questions.
    parents: BTreeSet<SectionId>,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    all: usize,
    numbered: usize,
    told: usize,
    asks: usize,
    wonders: usize,
    below: usize,
}

impl Tally {
    fn add(&mut self, candidate: &Candidate) {
        if candidate.sign == Sign::Other {
            return;
        }
        self.all += 1;
        self.numbered += usize::from(candidate.numbered);
        self.told += usize::from(candidate.sign == Sign::Told);
        self.asks += usize::from(candidate.sign >= Sign::Asks);
        self.wonders += usize::from(candidate.sign >= Sign::Wonders);
        self.below += usize::from(candidate.asked_below);
    }

    /// Whether so many ask that those that do not are questions too, merely put as names.
    fn nearly_all_ask(&self) -> bool {
        self.all >= 5 && self.wonders * 10 >= self.all * 7
    }

    /// Whether the headings counted are questions.
    fn asks(&self, announced: bool) -> bool {
        if announced {
            self.wonders > 0 && self.wonders * 2 >= self.all
        } else if self.numbered * 2 >= self.all {
            self.wonders >= 3 && self.wonders * 5 >= self.all * 3
        } else {
            (self.asks >= 4 && self.asks * 3 >= self.all * 2) || (self.wonders >= 8 && self.wonders * 4 >= self.all * 3)
        }
    }
}

impl Asking {
    fn of(reading: &Reading<'_>, candidates: &[Candidate]) -> Self {
        let sections = &reading.outline.sections;
        let mut levels = [Tally::default(); 8];
        let mut children: Vec<Tally> = vec![Tally::default(); sections.len()];
        for candidate in candidates {
            let section = &sections[candidate.section];
            if let Some(tally) = levels.get_mut(usize::from(section.level)) {
                tally.add(candidate);
            }
            if let Some(tally) = section.parent.and_then(|parent| children.get_mut(parent.position())) {
                tally.add(candidate);
            }
        }
        let asks_as_children = |&(id, tally): &(SectionId, &Tally)| {
            (reading.announces(id) || reading.part_of_section(id) == Some(Part::Prompts)) && tally.asks(true)
        };
        let parents = (0..sections.len()).map(SectionId::at).zip(&children).filter(asks_as_children).map(|(id, _)| id).collect();
        let below = |tally: Tally| {
            reading.announced
                && tally.below + tally.wonders >= 3
                && tally.below > tally.wonders
                && (tally.below + tally.wonders) * 2 >= tally.all
        };
        Self {
            levels: levels.map(|tally| tally.asks(reading.announced)),
            dense: levels.map(|tally| reading.announced && tally.nearly_all_ask()),
            levels_below: levels.map(below),
            parents,
        }
    }

    fn takes(&self, reading: &Reading<'_>, candidate: &Candidate) -> bool {
        let section = &reading.outline.sections[candidate.section];
        let of_level = self.levels.get(usize::from(section.level)).copied().unwrap_or(false);
        let below = self.levels_below.get(usize::from(section.level)).copied().unwrap_or(false);
        let dense = self.dense.get(usize::from(section.level)).copied().unwrap_or(false);
        let of_parent = section.parent.is_some_and(|parent| self.parents.contains(&parent));
        let grouped = of_level || of_parent;
        match candidate.sign {
            Sign::Told => true,
            Sign::Asks | Sign::Wonders => grouped || below,
            // A name among questions: it has an answer of its own and the same numbering.
            Sign::Nothing => {
                let among = match candidate.below {
                    Below::Blocks => candidate.numbered || dense || of_parent,
                    Below::Nothing => candidate.numbered,
                    Below::Sections => false,
                };
                (grouped && among) || (below && candidate.asked_below)
            }
            Sign::Other => false,
        }
    }
}

fn question(reading: &Reading<'_>, finding: Finding, candidate: &Candidate, next: Option<usize>) -> Option<Draft> {
    let section = &reading.outline.sections[candidate.section];
    let Range { start, end } = section.blocks;
    let end = next.map_or(end, |next| end.min(next)).max(start + 1);
    let BlockKind::Heading(_, inlines) = &reading.document.blocks.get(start)?.kind else { return None };
    let unmarked = if candidate.asked_below { Unmarked::Nothing } else { Unmarked::Answer };
    let mut body = read(reading, finding, 0, start + 1..end, Vec::new(), unmarked);
    if candidate.asked_below {
        body.context = vec![reading.place(0, start + 1..end)];
    }
    Some(Draft::new(reading, finding, heading_words(section, inlines), Spot { run: 0, block: start }, end, body))
}
