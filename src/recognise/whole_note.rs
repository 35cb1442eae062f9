//! Headings that say `Question` and `Answer`, or a title that asks with its answer below it.

use std::ops::Range;

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::prompts::{Trust, items};
use super::reading::{Labelled, Reading, Spot};
use super::vocabulary::{Look, Part, look};
use super::words::words;
use crate::markdown::{Block, BlockKind, text};
use crate::note::{Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "whole-note";

/// The most sections that an answer to a title has.
const SECTIONS: usize = 3;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let found = by_headings(reading);
    if found.is_empty() { by_title(reading).into_iter().collect() } else { found }
}

/// A heading that names a part in a question.
struct Named {
    block: usize,
    part: Part,
    english: bool,
}

/// `# Question` with the words below it, and `## Answer`, once or again and again.
fn by_headings(reading: &Reading<'_>) -> Vec<Draft> {
    let sections = &reading.outline.sections;
    if !sections.ids().any(|id| matches!(reading.part_of_section(id), Some(Part::Answer(_)))) {
        return Vec::new();
    }
    let named = |(block, it): (usize, &Block)| match &it.kind {
        BlockKind::Heading(_, inlines) => {
            let text = text::inlines(inlines);
            let part = reading.part_of(&text).filter(|part| matches!(part, Part::Question | Part::Answer(_)))?;
            Some(Named { block, part, english: text.contains("EN") })
        }
        _ => None,
    };
    let named: Vec<Named> = reading.document.blocks.iter().enumerate().filter_map(named).collect();
    // A question behind an answer is the next one.
    let next = |pair: &[Named]| matches!(pair, [Named { part: Part::Answer(_), .. }, Named { part: Part::Question, .. }]);
    let starts: Vec<usize> = (0..named.len()).filter(|&at| at == 0 || named.get(at - 1..=at).is_some_and(next)).collect();
    let ends = starts.iter().skip(1).copied().chain([named.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&start, end)| questions(reading, named.get(start..end)?, named.get(end).map(|next| next.block)))
        .flatten()
        .collect()
}

/// A question, or the items of a list, with their answers. One in two languages is asked once: in English, or else in the first.
fn questions(reading: &Reading<'_>, named: &[Named], next: Option<usize>) -> Option<Vec<Draft>> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let blocks = &reading.document.blocks;
    let answer = named.iter().find(|named| matches!(named.part, Part::Answer(_)))?.block;
    let mut asked = named.iter().filter(|named| named.part == Part::Question);
    let heading = asked.clone().find(|named| named.english).or_else(|| asked.next())?.block;
    let below = heading + 1;
    let end = next.unwrap_or(blocks.len());
    if matches!(blocks.get(below).map(|block| &block.kind)?, BlockKind::List(_)) {
        // Answers in a list are one each.
        if matches!(blocks.get(answer + 1).map(|block| &block.kind), Some(BlockKind::List(_))) {
            return None;
        }
        return Some(listed(reading, Spot { run: 0, block: below }, answer..end));
    }
    let inlines = match blocks.get(below).map(|block| &block.kind)? {
        BlockKind::Paragraph(inlines) => inlines.as_ref(),
        BlockKind::Quote(None, inner) => match inner.first().map(|block| &block.kind)? {
            BlockKind::Paragraph(inlines) => inlines.as_ref(),
            _ => return None,
        },
        _ => return None,
    };
    let between = (below + 1..answer)
        .take_while(|&block| !matches!(blocks.get(block).map(|block| &block.kind), Some(BlockKind::Heading(..))))
        .count();
    let mut body = read(reading, finding, 0, answer..end, Vec::new(), Unmarked::Nothing);
    if between > 0 {
        body.context.push(reading.place(0, below + 1..below + 1 + between));
    }
    Some(vec![Draft::new(reading, finding, words(inlines.to_vec()), Spot { run: 0, block: heading }, end, body)])
}

/// Questions that one answer is for: each has it.
fn listed(reading: &Reading<'_>, list: Spot, answer: Range<usize>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let mut found = Vec::new();
    items(reading, finding, list, Trust::Most, &mut found);
    let body = read(reading, finding, 0, answer.clone(), Vec::new(), Unmarked::Nothing);
    let blocks = reading.document.blocks.get(list.block..answer.end).unwrap_or_default();
    let whole = blocks.iter().map(|block| block.span).reduce(Span::join);
    for draft in found.iter_mut().filter(|draft| draft.question.answers.is_empty()) {
        draft.question.answers.clone_from(&body.answers);
    }
    if let Some((last, whole)) = found.last_mut().zip(whole) {
        last.extent = last.extent.join(whole);
        last.follow_ups.extend(body.follow_ups);
    }
    found
}

/// A title that asks: the note answers it, under `Answer` or with little structure of its own.
fn by_title(reading: &Reading<'_>) -> Option<Draft> {
    let blocks = &reading.document.blocks;
    let title = reading.outline.title.heading?;
    let start = blocks.iter().position(|block| matches!(&block.kind, BlockKind::Heading(id, _) if *id == title))?;
    let BlockKind::Heading(_, inlines) = &blocks.get(start)?.kind else { return None };
    let sections = &reading.outline.sections;
    let parts = || sections.ids().filter_map(|id| reading.part_of_section(id));
    let answered = matches!(parts().next(), Some(Part::Answer(_)));
    let words = words(inlines.to_vec());
    // A title that says that it is a question has the whole note for an answer, whatever its sections ask.
    let says_so = words.asks && !words.poses && words.number.is_none();
    if !answered && !says_so && sections.len() > SECTIONS {
        return None;
    }
    let asks_alone = (look(&words.plain) == Look::Asks || words.asks)
        && (says_so || sections.len() <= SECTIONS)
        && blocks.len() > start + 1
        && !reading.labels.iter().any(Labelled::is_question);
    let others_ask = !says_so && sections.iter().any(|section| look(&section.title) == Look::Asks);
    if others_ask || !(asks_alone || answered) {
        return None;
    }
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let body = read(reading, finding, 0, start + 1..blocks.len(), Vec::new(), Unmarked::Answer);
    Some(Draft::new(reading, finding, words, Spot { run: 0, block: start }, blocks.len(), body))
}
