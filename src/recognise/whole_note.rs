//! A note that is one question: `# Question` and `## Answer`, or a title that asks with an answer below it.

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Labelled, Reading, Spot};
use super::vocabulary::{Look, Part, look};
use super::words::words;
use crate::markdown::{Block, BlockKind, text};
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "whole-note";

/// The most sections that an answer to a title has.
const SECTIONS: usize = 3;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    by_headings(reading).or_else(|| by_title(reading)).into_iter().collect()
}

/// `# Question` with the words below it. A note in two languages asks once: in English, or else in the first.
fn by_headings(reading: &Reading<'_>) -> Option<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let blocks = &reading.document.blocks;
    let sections = &reading.outline.sections;
    if !sections.ids().any(|id| matches!(reading.part_of_section(id), Some(Part::Answer(_)))) {
        return None;
    }
    let part = |(block, it): (usize, &Block)| match &it.kind {
        BlockKind::Heading(_, inlines) => {
            let text = text::inlines(inlines);
            reading.part_of(&text).map(|part| (block, part, text))
        }
        _ => None,
    };
    let parts: Vec<(usize, Part, String)> = blocks.iter().enumerate().filter_map(part).collect();
    let answer = parts.iter().find(|(_, part, _)| matches!(part, Part::Answer(_)))?.0;
    let mut questions = parts.iter().filter(|(block, part, _)| *part == Part::Question && *block < answer);
    let english = questions.clone().find(|(.., text)| text.contains("EN"));
    let &(heading, ..) = english.or_else(|| questions.next())?;
    // Several answers each behind a question of its own are several questions.
    if parts.iter().filter(|(block, part, _)| *part == Part::Question && *block > answer).count() > 0 {
        return None;
    }
    let below = heading + 1;
    let inlines = match blocks.get(below).map(|block| &block.kind)? {
        BlockKind::Paragraph(inlines) => inlines.as_slice(),
        BlockKind::Quote(None, inner) => match inner.first().map(|block| &block.kind)? {
            BlockKind::Paragraph(inlines) => inlines.as_slice(),
            _ => return None,
        },
        _ => return None,
    };
    let between = (below + 1..answer)
        .take_while(|&block| !matches!(blocks.get(block).map(|block| &block.kind), Some(BlockKind::Heading(..))))
        .count();
    let mut body = read(reading, finding, 0, answer..blocks.len(), Vec::new(), Unmarked::Nothing);
    if between > 0 {
        body.context.push(reading.place(0, below + 1..below + 1 + between));
    }
    Some(Draft::new(reading, finding, words(inlines), Spot { run: 0, block: heading }, blocks.len(), body))
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
    if !answered && sections.len() > SECTIONS {
        return None;
    }
    let words = words(inlines);
    let asks_alone = (look(&words.plain) == Look::Asks || words.asks)
        && sections.len() <= SECTIONS
        && blocks.len() > start + 1
        && !reading.labels.iter().any(Labelled::is_question);
    let others_ask = sections.iter().any(|section| look(&section.title) == Look::Asks);
    if others_ask || !(asks_alone || answered) {
        return None;
    }
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let body = read(reading, finding, 0, start + 1..blocks.len(), Vec::new(), Unmarked::Answer);
    Some(Draft::new(reading, finding, words, Spot { run: 0, block: start }, blocks.len(), body))
}
