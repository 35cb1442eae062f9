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
        if !shows_both(&code.text) {
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

/// Whether comments in code say what is bad, and what is good.
fn shows_both(code: &str) -> bool {
    const BAD: &[&str] = &["BAD", "WRONG", "❌", "DON'T"];
    const GOOD: &[&str] = &["GOOD", "RIGHT", "CORRECT", "✅", "BETTER"];
    if !may_say_bad(code.as_bytes()) {
        return false;
    }
    let (mut bad, mut good) = (false, false);
    for line in code.lines() {
        let line = line.trim_ascii_start();
        if !line.starts_with(['#', '/', '-', '*', ';', '<']) {
            continue;
        }
        let comment = line.trim_start_matches(['#', '/', '-', '*', ';', '<', '!', ' ']);
        bad |= BAD.iter().any(|mark| comment.starts_with(mark));
        good |= GOOD.iter().any(|mark| comment.starts_with(mark));
    }
    bad && good
}

/// Whether code holds the first two letters of what says that it is bad: cheap to see, and most does not.
fn may_say_bad(code: &[u8]) -> bool {
    let is = |first: u8, second: u8, letters: [u8; 2]| u8::from(first == letters[0]) & u8::from(second == letters[1]);
    let pairs = code.iter().zip(code.get(1..).unwrap_or_default());
    // Numbers, unlike truths, are joined for many bytes at once.
    let found = pairs.fold(0, |found, (&first, &second)| {
        found | is(first, second, *b"BA") | is(first, second, *b"WR") | is(first, second, *b"DO") | is(first, second, [0xe2, 0x9d])
    });
    found > 0
}
