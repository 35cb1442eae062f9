//! Lists whose items ask, in a note that is made of them: `1. Why …?` with the answer below, or questions alone.

use super::draft::{Draft, Finding};
use super::prefix::front;
use super::prompts::items;
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, look};
use crate::markdown::{BlockKind, Inline, InlineKind, Item, List, text};
use crate::note::{Explicit, QuestionKind};

pub(super) const NAME: &str = "listed";

/// How many items must ask where nothing announces questions.
const LEAST: usize = 5;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };
    let mut lists: Vec<(Spot, usize, usize)> = Vec::new();
    for (block, it) in reading.document.blocks.iter().enumerate() {
        let spot = Spot { run: 0, block };
        if let BlockKind::List(list) = &it.kind
            && reading.is_body(spot)
        {
            let announced = reading.is_announced(reading.section(spot));
            let asks = if announced || holds_mark(list) { asking(list) } else { 0 };
            lists.push((spot, asks, list.items.len()));
        }
    }
    let (asks, all) = lists.iter().fold((0, 0), |(asks, all), &(_, a, n)| (asks + a, all + n));
    let dominates = asks >= LEAST && asks * 10 >= all * 7;
    let mut found = Vec::new();
    for (spot, asks, all) in lists {
        let announced = reading.is_announced(reading.section(spot));
        let answered = all >= 3 && asks * 5 >= all * 4 && has_answers(reading, spot);
        if asks > 0 && asks * 5 >= all * 3 && (announced || dominates || answered) {
            items(reading, finding, spot, &mut found);
        }
    }
    found
}

/// Whether most items of a list hold more than their first line.
fn has_answers(reading: &Reading<'_>, list: Spot) -> bool {
    let items = reading.runs_in(list);
    let full = items.clone().filter(|&run| reading.blocks(run).len() > 1).count();
    full * 5 >= items.len() * 3
}

/// How many items of a list ask with a question mark at the end of their first line, or as tasks do.
fn asking(list: &List) -> usize {
    let asks = |item: &&Item| {
        let line =
            lead(item).split(|inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak)).next().unwrap_or_default();
        let plain = text::inlines(line);
        let plain = plain.trim();
        look(plain) == Look::Asks || plain.get(front(plain).length..).is_some_and(|words| look(words) > Look::States)
    };
    list.items.iter().filter(|item| item.task.is_none()).filter(asks).count()
}

/// Whether any item holds a question mark: cheap to see, and without one only an announced list is one of questions.
fn holds_mark(list: &List) -> bool {
    let marked = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.contains(['?', '？', '؟']));
    list.items.iter().any(|item| lead(item).iter().any(marked))
}

fn lead(item: &Item) -> &[Inline] {
    match item.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) => inlines,
        _ => &[],
    }
}
