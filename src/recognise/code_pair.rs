//! Code that shows what is bad and what is good: comments `BAD` and `GOOD` in one block.

use memchr::memchr3_iter;

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

/// What comments call bad code.
const BAD: [&str; 4] = ["BAD", "WRONG", "DON'T", "❌"];

/// Whether comments in code say what is bad, and what is good.
fn shows_both(code: &str) -> bool {
    const GOOD: &[&str] = &["GOOD", "RIGHT", "CORRECT", "✅", "BETTER"];
    if !may_say_bad(code) {
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

/// Whether code says of something that it is bad, in a comment or not: cheap to see, and most does not.
fn may_say_bad(code: &str) -> bool {
    let says = |at: usize| code.get(at..).is_some_and(|code| BAD.iter().any(|bad| code.starts_with(bad)));
    memchr3_iter(b'B', b'W', b'D', code.as_bytes()).any(says) || (!code.is_ascii() && code.contains('❌'))
}
