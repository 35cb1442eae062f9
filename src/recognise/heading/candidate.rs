//! A heading as a question: what it says itself, and what stands below it.
//!
//! Takes a section; gives how much speaks for its heading. Must not look at other headings.

use std::ops::Range;

use crate::ids::{Id, SectionId};
use crate::markdown::{Block, BlockKind, text};
use crate::note::Correctness;
use crate::recognise::choices;
use crate::recognise::noise::{is_noise, is_toggle};
use crate::recognise::prefix::{front, rating};
use crate::recognise::reading::{Labelled, Reading, Spot};
use crate::recognise::vocabulary::{Look, Part, holds_mark, is_no_question, is_own_affair, look};

/// A section's heading as a question.
pub(super) struct Candidate {
    pub(super) section: SectionId,
    pub(super) sign: Sign,
    pub(super) numbered: bool,
    pub(super) below: Below,
    pub(super) says: Says,
    /// Whether it ends in a level: `Heaps and lists (Senior)`.
    pub(super) rated: bool,
    /// Whether no question mark stands in it or below.
    pub(super) silent: bool,
    pub(super) stance: Stance,
}

/// What a heading says of itself beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    Silent,
    /// That it is a question: `Q. Why?`.
    Question,
    /// That it asks about the notes themselves: `Why this repository?`.
    Aside,
}

/// What a heading says of its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Its words.
    Words,
    /// Its name: what stands below asks.
    Name,
    /// Its number: `Question 7`, with the words below.
    Number,
}

/// What stands right below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Below {
    Nothing,
    /// Other headings: it is only their name.
    Sections,
    Blocks,
}

/// How much speaks for a heading, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// It is a heading of another sort: "References".
    Other,
    Nothing,
    Wonders,
    Asks,
    /// It says that it is a question, or an answer or choices stand below it.
    Told,
}

pub(super) fn candidate(reading: &Reading<'_>, id: SectionId) -> Option<Candidate> {
    let section = &reading.outline.sections[id];
    let BlockKind::Heading(_, inlines) = &reading.document.blocks.get(section.blocks.start)?.kind else { return None };
    let title = text::words(inlines);
    let front = front(&title);
    if title.trim().is_empty() || !reading.is_body(Spot { run: 0, block: section.blocks.start }) {
        return None;
    }
    let own = own_blocks(reading, section.blocks.clone());
    let sign = sign(reading, id, title.get(front.length..).unwrap_or_default(), front.asks, own.clone());
    let is_deepest = own.end == section.blocks.end;
    let asked_below = is_deepest && sign == Sign::Nothing && reading.announced && asks_below(reading, own.clone());
    let numbered = section.number.is_some() || front.number.is_some();
    let says = match (asked_below, front.asks && front.length == title.len()) {
        (true, _) => Says::Name,
        (false, true) => Says::Number,
        (false, false) => Says::Words,
    };
    let rated = rating(&title).is_some();
    let is_bare = reading.document.blocks.get(own.clone()).unwrap_or_default().iter().all(|block| is_noise(reading.document, block));
    let below = match (is_bare, is_deepest) {
        (false, _) => Below::Blocks,
        (true, false) => Below::Sections,
        (true, true) => Below::Nothing,
    };
    // `### Q:` with nothing below it counts nothing.
    if says == Says::Number && below == Below::Nothing {
        return None;
    }
    let silent = !reading.holds_mark(section.span);
    let stance = match sign {
        _ if front.asks => Stance::Question,
        Sign::Asks | Sign::Wonders if !numbered && is_own_affair(&title) => Stance::Aside,
        _ => Stance::Silent,
    };
    Some(Candidate { section: id, sign, numbered, below, says, rated, silent, stance })
}

/// The blocks of a section before its first sub-section.
fn own_blocks(reading: &Reading<'_>, blocks: Range<usize>) -> Range<usize> {
    let start = blocks.start + 1;
    let held = reading.document.blocks.get(start..blocks.end).unwrap_or_default();
    let count = held.iter().take_while(|block| !matches!(block.kind, BlockKind::Heading(..))).count();
    start..start + count
}

fn sign(reading: &Reading<'_>, id: SectionId, words: &str, says_so: bool, own: Range<usize>) -> Sign {
    let looks = look(words).max(last_sentence(words).map_or(Look::States, look).min(Look::Wonders));
    if (!says_so && (reading.part_of_section(id).is_some() || is_no_question(words)))
        || (looks < Look::Asks && is_asked_below(reading, &own))
    {
        return Sign::Other;
    }
    if says_so || is_answered(reading, id, own.clone(), looks) || has_choices(reading, id, own, looks) {
        return Sign::Told;
    }
    match looks {
        Look::Asks => Sign::Asks,
        Look::Wonders => Sign::Wonders,
        Look::States => Sign::Nothing,
    }
}

/// What stands behind the last full stop of a heading: `Two lists. How do they become one`.
fn last_sentence(words: &str) -> Option<&str> {
    // Cheap to see, and few headings hold one.
    if !words.contains('.') {
        return None;
    }
    let (before, last) = words.rsplit_once(". ")?;
    // `vs. a list` and numbers end no sentence.
    before.ends_with(|c: char| c.is_lowercase()).then_some(last).filter(|last| last.starts_with(char::is_uppercase))
}

/// Whether a label right below a heading opens a question, of which the heading is only the name.
fn is_asked_below(reading: &Reading<'_>, own: &Range<usize>) -> bool {
    let first = reading.labels_at(Spot { run: 0, block: own.start }).first().filter(|_| !own.is_empty());
    first.is_some_and(|first| first.inlines.start == 0 && first.meaning.part == Some(Part::Question))
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
        // An answer behind a question in its own paragraph is none of the heading's, nor is one below a paragraph that asks.
        let before = position.checked_sub(1).and_then(|above| reading.block(Spot { run: 0, block: above }));
        let stands_apart = |above: &Block| looks == Look::States && reading.holds_mark(above.span) && asks_at_end(above);
        if own.first().is_some_and(|first| {
            first.is_answer() && (asks_before(block, first.inlines.start) || (first.inlines.start == 0 && before.is_some_and(stands_apart)))
        }) {
            return false;
        }
        let mut labels = own.iter().chain(first_labels(reading, position));
        // A level and a situation say more of what is asked.
        let says_more = |part: Part| part == Part::Level || (part == Part::Scenario && looks > Look::States);
        if let Some(part) = labels.find_map(|labelled| labelled.meaning.part.filter(|part| !says_more(*part))) {
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

/// Whether a paragraph asks to its end, and does not count its question.
fn asks_at_end(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(inlines) if look(&text::inlines(inlines)) == Look::Asks)
}

/// The labels that the items of a list or a quotation begin with.
fn first_labels<'r, 'a>(reading: &'r Reading<'a>, block: usize) -> impl Iterator<Item = &'r Labelled<'a>> {
    let runs = reading.runs_in(Spot { run: 0, block });
    runs.take(1).filter_map(|run| reading.labels_at(Spot { run, block: 0 }).first())
}

fn has_choices(reading: &Reading<'_>, id: SectionId, own: Range<usize>, looks: Look) -> bool {
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
    // `(a) …`, `(b) …` may be the parts of a licence: only a heading that asks or is counted has choices.
    let counted = reading.outline.sections[id].number.is_some();
    told || looks == Look::Asks && !marked(char::is_numeric) || (counted && (looks > Look::States || marked(char::is_alphabetic)))
}

/// Whether a few short paragraphs stand below a heading, the last of which asks.
fn asks_below(reading: &Reading<'_>, own: Range<usize>) -> bool {
    let blocks = reading.document.blocks.get(own).unwrap_or_default();
    let is_prose = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Code(_) | BlockKind::Quote(..));
    let asks = |block: &Block| matches!(&block.kind, BlockKind::Paragraph(inlines) if look(&text::inlines(inlines)) > Look::States);
    // Paragraphs that all ask are questions of their own.
    let all_ask = blocks.len() > 1 && blocks.iter().all(asks);
    !blocks.is_empty() && blocks.len() < 5 && blocks.iter().all(is_prose) && blocks.iter().any(asks) && !all_ask
}
