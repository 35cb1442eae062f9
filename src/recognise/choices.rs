//! The choices of a quiz: a task list, or lines with letters or numbers in front.
//!
//! Takes a block; gives its choices, where it has nothing else. Must not decide whether a question stands before them.

use super::reading::{Reading, Spot};
use crate::markdown::label::lines;
use crate::markdown::{Block, BlockKind, Inline, InlineKind, Item, Task, cut, text};
use crate::note::{Choice, Correctness};
use crate::span::Span;

/// The choices that a block is made of.
pub(super) fn read(reading: &Reading<'_>, spot: Spot) -> Option<Vec<Choice>> {
    let choices: Vec<Choice> = match &reading.block(spot)?.kind {
        BlockKind::List(list) if list.items.len() < 13 => {
            // What is no task behind tasks explains them.
            let tasks = list.items.iter().take_while(|item| item.task.is_some()).count();
            let choices = if tasks > 1 { tasks } else { list.items.len() };
            list.items.iter().take(choices).map(of_item).collect::<Option<_>>()?
        }
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
        Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) => inlines.as_ref(),
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
    // Cheap to see, and most lines begin with a word.
    if !first_text(line).is_some_and(may_mark) {
        return None;
    }
    let plain = text::inlines(line);
    let length = mark_length(&plain)?;
    let mark = plain.chars().find(|c| c.is_alphanumeric())?;
    let mut words = line.to_vec();
    cut::front(&mut words, length);
    cut::trim(&mut words);
    let span = line.iter().map(|inline| inline.span).reduce(Span::join)?;
    Some(Choice { mark: Some(mark.to_string()), words, span, correctness })
}

/// The text that a line begins with.
fn first_text(line: &[Inline]) -> Option<&str> {
    match &line.first()?.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => Some(text),
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => first_text(inner),
        InlineKind::Html(html) => first_text(&html.inlines),
        _ => None,
    }
}

/// Whether a text may begin with the mark of a choice: no letter or digit follows its first.
fn may_mark(text: &str) -> bool {
    !text.trim_start_matches([' ', '(']).chars().nth(1).is_some_and(char::is_alphanumeric)
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

/// Marks the choices that an answer names: `D`, `B and C`, `4. …`, or with a choice's own words.
pub(super) fn mark_correct(choices: &mut [Choice], answer: &str) {
    if choices.is_empty() {
        return;
    }
    let answer = answer.trim();
    let named = marks(answer);
    let is_said = |choice: &Choice| text::inlines(&choice.words).trim() == answer;
    for choice in choices {
        let is_named = choice.mark.as_deref().is_some_and(|mark| named.iter().any(|named| named.eq_ignore_ascii_case(mark)));
        if is_named || is_said(choice) {
            choice.correctness = Correctness::Correct;
        }
    }
}

/// The marks that a text begins with. `A class …` begins with none: behind the last stands its end, or a sign.
fn marks(text: &str) -> Vec<&str> {
    const JOINS: &str = "and|und|y|et|e|и|та|i|option|options|choice|choices|&";
    let mut found = Vec::new();
    let mut rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    loop {
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let next = behind.trim_start_matches([',', ' ', '&', '/', '*', '`']);
        let joins = JOINS.split('|').any(|join| word.eq_ignore_ascii_case(join) || word.to_lowercase() == join);
        if word.len() == 1 && word.is_ascii() && (found.is_empty() || !joins) {
            let ends = behind.trim().is_empty() || !behind.starts_with(' ') || next.starts_with(['-', '–', '—', ':', '(']);
            let goes_on = next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len()) == 1
                || JOINS.split('|').any(|join| next.to_lowercase().starts_with(&[join, " "].concat()));
            if !(ends || goes_on) {
                return found;
            }
            found.push(word);
        } else if !joins {
            return found;
        }
        if next.is_empty() || next.len() == behind.len() && !behind.is_empty() {
            return found;
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_names_its_choices() {
        for (answer, expected) in [
            ("D", vec!["D"]),
            ("B and C", vec!["B", "C"]),
            ("A, C", vec!["A", "C"]),
            ("4", vec!["4"]),
            ("C. Two", vec!["C"]),
            ("B) both", vec!["B"]),
            ("option b", vec!["b"]),
            ("A class may not", vec![]),
            ("Both", vec![]),
            ("A - because", vec!["A"]),
        ] {
            assert_eq!(marks(answer), expected, "{answer}");
        }
    }
}
