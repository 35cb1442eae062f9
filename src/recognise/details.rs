//! `<details>` whose summary asks and whose content answers.

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::noise::is_toggle;
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, is_no_question, look};
use super::words::{Words, words};
use crate::markdown::BlockKind;
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "details";

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut candidates: Vec<(Spot, Words)> = Vec::new();
    for &spot in &reading.kinds.details {
        if let Some(BlockKind::Details(details)) = reading.block(spot).map(|block| &block.kind)
            && reading.is_body(spot)
        {
            let words = words(details.summary.to_vec());
            let hides_answer = reading.part_of(&words.plain).is_some() || is_toggle(&words.plain) || is_no_question(&words.plain);
            if !hides_answer && words.plain.contains(char::is_alphanumeric) {
                candidates.push((spot, words));
            }
        }
    }
    let asks = |words: &Words| words.asks || look(&words.plain) > Look::States;
    let count = candidates.iter().filter(|(_, words)| asks(words)).count();
    // Where most of them ask, the others do too (`Name three …`), unless they are mere names (`Log`).
    let most = count > 1 && count * 5 >= candidates.len() * 2;
    let nearly_all = count >= 10 && count * 5 >= candidates.len() * 4;
    let is_asked = |words: &Words| asks(words) || nearly_all || !words.plain.is_ascii() || words.plain.split_whitespace().count() > 2;
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let of = |(spot, words): (Spot, Words)| {
        let run = reading.runs_in(spot).next()?;
        let BlockKind::Details(details) = &reading.block(spot)?.kind else { return None };
        let mut body = read(reading, finding, run, details.told..reading.blocks(run).len(), Vec::new(), Unmarked::Answer);
        if details.told > 0 {
            body.context.insert(0, reading.place(run, 0..details.told));
        }
        Some(Draft::new(reading, finding, words, spot, spot.block + 1, body))
    };
    candidates.into_iter().filter(|(_, words)| (most && is_asked(words)) || look(&words.plain) == Look::Asks).filter_map(of).collect()
}
