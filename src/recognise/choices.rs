//! The choices of a quiz: a task list, or lines with letters or numbers in front.
//!
//! Takes a block; gives its choices, where it has nothing else. Must not decide whether a question stands before them.

use super::reading::{Reading, Spot};
use super::words::{cut_front, trim};
use crate::markdown::label::lines;
use crate::markdown::{Block, BlockKind, Inline, Item, Task, text};
use crate::note::{Choice, Correctness};
use crate::span::Span;

/// The choices that a block is made of.
pub(super) fn read(reading: &Reading<'_>, spot: Spot) -> Option<Vec<Choice>> {
    let choices: Vec<Choice> = match &reading.block(spot)?.kind {
        BlockKind::List(list) if list.items.len() < 13 => list.items.iter().map(of_item).collect::<Option<_>>()?,
        BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
            lines(inlines).map(|line| marked(line, Correctness::Wrong)).collect::<Option<_>>()?
        }
        _ => return None,
    };
    let marks: Vec<Option<char>> = choices.iter().map(|choice| choice.mark.as_ref()?.chars().next()).collect();
    let in_order = marks.windows(2).all(|pair| matches!(pair, [Some(a), Some(b)] if *a as u32 + 1 == *b as u32));
    let from_first = matches!(marks.first(), Some(Some('A' | 'a' | '1')));
    let unmarked = marks.iter().all(Option::is_none);
    (choices.len() > 1 && (unmarked || (in_order && from_first))).then_some(choices)
}

/// Whether a list is one of tasks: choices, if a question stands before it.
pub(super) fn is_task_list(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::List(list) if list.items.len() > 1 && list.items.iter().all(|item| item.task.is_some()))
}

fn of_item(item: &Item) -> Option<Choice> {
    let lead = match item.blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) => inlines.as_slice(),
        _ => &[],
    };
    match item.task {
        Some(task) => {
            let correctness = if task == Task::Done { Correctness::Correct } else { Correctness::Wrong };
            let span = lead.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or(item.span);
            Some(Choice { mark: None, words: lead.to_vec(), span, correctness })
        }
        None => marked(lead, Correctness::Wrong),
    }
}

/// `A: …`, `b) …`, `3. …`
fn marked(line: &[Inline], correctness: Correctness) -> Option<Choice> {
    let plain = text::inlines(line);
    let length = mark_length(&plain)?;
    let mark = plain.chars().find(|c| c.is_alphanumeric())?;
    let mut words = line.to_vec();
    cut_front(&mut words, length);
    trim(&mut words);
    let span = line.iter().map(|inline| inline.span).reduce(Span::join)?;
    Some(Choice { mark: Some(mark.to_string()), words, span, correctness })
}

/// How long the mark in front of a choice is.
fn mark_length(text: &str) -> Option<usize> {
    let rest = text.trim_start().trim_start_matches('(');
    let mark = rest.chars().next().filter(|c| matches!(c, 'A'..='L' | 'a'..='l' | '1'..='9'))?;
    let after = rest.get(mark.len_utf8()..)?;
    let words = after.trim_start_matches([':', ')', '.', '：', '）', '．', '、']);
    let blank = words.is_empty() || words.starts_with(char::is_whitespace) || !words.is_char_boundary(1);
    (words.len() < after.len() && blank).then(|| text.len() - words.len())
}

/// Marks the choices that an answer names: `D`, `B and C`, `4`. Gives whether it names any.
pub(super) fn mark_correct(choices: &mut [Choice], answer: &str) -> bool {
    let named = |word: &str| word.len() == 1;
    let words = answer.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let joins = |word: &str| {
        matches!(word.to_lowercase().as_str(), "and" | "und" | "y" | "et" | "e" | "и" | "та" | "option" | "options" | "option's")
    };
    let mut found = false;
    for word in words.take_while(|word| named(word) || joins(word)).filter(|word| named(word)) {
        for choice in choices.iter_mut().filter(|choice| choice.mark.as_deref().is_some_and(|mark| mark.eq_ignore_ascii_case(word))) {
            choice.correctness = Correctness::Correct;
            found = true;
        }
    }
    found
}
