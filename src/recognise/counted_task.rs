//! Tasks that strong numbers count, with the code that solves them: `**3)** The number of active users.`
//!
//! Takes a note that announces questions and in which no strong line asks; gives its tasks. Must not take the points of an answer,
//! which are counted so as well: those have little code, and stand below headings that ask.

use super::body::{Unmarked, read};
use super::draft::{Draft, Finding};
use super::reading::{Reading, Spot};
use super::vocabulary::{Look, look};
use super::words::{Words, words};
use crate::markdown::{BlockKind, Inline, InlineKind};

/// How many there must be.
const LEAST: usize = 4;

struct Task {
    spot: Spot,
    words: Words,
    number: u32,
    end: usize,
}

pub(super) fn find(reading: &Reading<'_>, finding: Finding) -> Vec<Draft> {
    if !reading.announced || reading.kinds.strong.len() < LEAST {
        return Vec::new();
    }
    let tasks: Vec<Task> = reading.kinds.strong.iter().filter_map(|&spot| task(reading, spot)).collect();
    let goes_on = |pair: &&[Task]| matches!(pair, [one, next] if next.number == 1 || next.number > one.number);
    let steps = tasks.windows(2).filter(goes_on).count() + 1;
    let solved = tasks.iter().filter(|task| is_solved(reading, task)).count();
    if tasks.len() < LEAST || steps * 5 < tasks.len() * 4 || solved * 5 < tasks.len() * 4 {
        return Vec::new();
    }
    tasks.into_iter().map(|task| question(reading, finding, task)).collect()
}

/// A paragraph that begins with a strong number, in a section whose heading is a mere topic.
fn task(reading: &Reading<'_>, spot: Spot) -> Option<Task> {
    let inlines = reading.paragraph(spot).filter(|_| spot.run == 0 && reading.is_body(spot))?;
    if !is_counted(inlines) || !reading.labels_at(spot).is_empty() || asks_above(reading, spot) {
        return None;
    }
    let words = words(inlines.to_vec());
    let number = words.number.as_deref()?.trim_end_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let blocks = reading.blocks(0);
    let ends = |block: &usize| match blocks.get(*block).map(|block| &block.kind) {
        Some(BlockKind::Heading(..) | BlockKind::Rule) | None => true,
        Some(BlockKind::Paragraph(inlines)) => is_counted(inlines),
        Some(_) => false,
    };
    let end = (spot.block + 1..blocks.len()).find(ends).unwrap_or(blocks.len());
    Some(Task { spot, words, number, end })
}

/// Whether running text begins with a strong number.
fn is_counted(inlines: &[Inline]) -> bool {
    let [Inline { kind: InlineKind::Strong(strong), .. }, ..] = inlines else { return false };
    matches!(&**strong, [Inline { kind: InlineKind::Text(first), .. }, ..] if first.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the heading above is a question itself, or one of a counted row.
fn asks_above(reading: &Reading<'_>, spot: Spot) -> bool {
    reading.section(spot).is_some_and(|section| {
        let title = &*reading.outline.sections[section].title;
        !reading.announces(section) && (look(title) > Look::States || title.starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether code stands below a task.
fn is_solved(reading: &Reading<'_>, task: &Task) -> bool {
    let below = reading.blocks(0).get(task.spot.block + 1..task.end).unwrap_or_default();
    below.iter().any(|block| matches!(block.kind, BlockKind::Code(_)))
}

fn question(reading: &Reading<'_>, finding: Finding, task: Task) -> Draft {
    let Task { spot, words, end, .. } = task;
    let body = read(reading, finding, 0, spot.block + 1..end, Vec::new(), Unmarked::Answer);
    Draft::new(reading, finding, words, spot, end, body)
}
