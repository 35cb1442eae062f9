//! Code that shows what is bad and what is good: comments `BAD` and `GOOD` in one block.

use super::draft::{Body, Draft, Finding};
use super::reading::{Reading, Spot};
use super::words::heading_words;
use crate::markdown::BlockKind;
use crate::note::{Answer, Explicit, QuestionKind};

pub(super) const NAME: &str = "code-pair";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Code, explicit: Explicit::No };
    let mut found = Vec::new();
    for (block, it) in reading.document.blocks.iter().enumerate() {
        let BlockKind::Code(code) = &it.kind else { continue };
        let spot = Spot { run: 0, block };
        if !has_mark(&code.text, &["BAD", "WRONG", "❌", "DON'T"]) || !has_mark(&code.text, &["GOOD", "RIGHT", "CORRECT", "✅", "BETTER"])
        {
            continue;
        }
        let Some(section) = reading.section(spot) else { continue };
        let start = reading.outline.sections[section].blocks.start;
        let Some(BlockKind::Heading(_, inlines)) = reading.document.blocks.get(start).map(|block| &block.kind) else { continue };
        let answers = vec![Answer::of_blocks(it.span, vec![reading.place(0, block..block + 1)])];
        found.push(Draft::new(
            reading,
            finding,
            heading_words(&reading.outline.sections[section], inlines),
            Spot { run: 0, block: start },
            start + 1,
            Body { answers, ..Body::default() },
        ));
    }
    found
}

/// Whether a comment begins with one of the marks.
fn has_mark(code: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| code.contains(mark))
        && code.lines().any(|line| {
            let comment = line.trim_start().trim_start_matches(['#', '/', '-', '*', ';', '<', '!', ' ']);
            comment.len() < line.trim_start().len() && marks.iter().any(|mark| comment.starts_with(mark))
        })
}
