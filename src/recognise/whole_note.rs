//! A note that is one question: `# Question` and `## Answer`, or a title that asks with an answer below it.

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, Part, look};
use super::words::words;
use crate::markdown::{BlockKind, text};
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
    let part = |block: usize| match blocks.get(block).map(|block| &block.kind) {
        Some(BlockKind::Heading(_, inlines)) => reading.part_of(&text::inlines(inlines)).map(|part| (part, text::inlines(inlines))),
        _ => None,
    };
    let parts: Vec<(usize, Part, String)> =
        (0..blocks.len()).filter_map(|block| part(block).map(|(part, text)| (block, part, text))).collect();
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
    let words = words(inlines);
    let sections = &reading.outline.sections;
    let answered = sections.iter().any(|section| matches!(reading.part_of(&section.title), Some(Part::Answer(_))));
    let asks_alone = (look(&words.plain) == Look::Asks || words.asks)
        && sections.len() <= SECTIONS
        && blocks.len() > start + 1
        && !reading.labels.iter().any(super::reading::Labelled::is_question)
        && !sections.iter().any(|section| look(&section.title) == Look::Asks);
    let first_part = sections.iter().find_map(|section| reading.part_of(&section.title));
    if !(asks_alone
        || (answered && matches!(first_part, Some(Part::Answer(_))) && sections.iter().all(|section| look(&section.title) < Look::Asks)))
    {
        return None;
    }
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let body = read(reading, finding, 0, start + 1..blocks.len(), Vec::new(), Unmarked::Answer);
    Some(Draft::new(reading, finding, words, Spot { run: 0, block: start }, blocks.len(), body))
}
