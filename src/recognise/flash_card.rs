//! Cards as programs for spaced repetition read them: `Why?::Because.`, or a line that is only `?` between question and answer.

use super::draft::{Body, Draft, Finding};
use super::reading::{Reading, Spot};
use super::words::words;
use crate::markdown::label::lines;
use crate::markdown::{BlockKind, Inline, InlineKind, cut, text};
use crate::note::{Answer, Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "flash-card";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::Yes };

/// What parts the sides of a card on one line.
const SIDES: &str = "::";

/// The tags that a card's first line may end in.
const TAGS: [&str; 3] = ["#card", "#flashcard", "#anki"];

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let asking = reading.kinds.asking.iter().filter(|&&spot| reading.is_body(spot));
    asking.flat_map(|&spot| reading.paragraph(spot).map(|inlines| cards(reading, spot, inlines)).unwrap_or_default()).collect()
}

/// The cards of a paragraph.
fn cards(reading: &Reading<'_>, spot: Spot, inlines: &[Inline]) -> Vec<Draft> {
    if let Some(at) = (0..inlines.len()).find(|&at| is_divider(inlines, at)) {
        let (asked, answer) = (inlines.get(..at).unwrap_or_default(), inlines.get(at + 1..).unwrap_or_default());
        return card(reading, spot, asked.to_vec(), answer.to_vec()).into_iter().collect();
    }
    if let Some(asked) = lines(inlines).next().and_then(untagged) {
        let answer = inlines.get(lines(inlines).next().map_or(0, <[Inline]>::len)..).unwrap_or_default();
        return card(reading, spot, asked, answer.to_vec()).into_iter().collect();
    }
    let sides = lines(inlines).filter_map(sides);
    sides.filter_map(|(asked, answer)| Some(on_one_line(card(reading, spot, asked, answer)?))).collect()
}

/// Whether an inline is a line of its own that parts the sides of a card: `?`, or `??` where each asks for the other.
fn is_divider(inlines: &[Inline], at: usize) -> bool {
    let is_mark = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if matches!(text.trim(), "?" | "??"));
    let starts = at.checked_sub(1).and_then(|before| inlines.get(before)).is_some_and(Inline::is_break);
    starts && inlines.get(at).is_some_and(is_mark) && inlines.get(at + 1).is_none_or(Inline::is_break)
}

/// The first line of a card without the tag that says that it is one.
fn untagged(line: &[Inline]) -> Option<Vec<Inline>> {
    let InlineKind::Text(last) = &line.last()?.kind else { return None };
    let (_, tag) = last.trim_end().rsplit_once('#')?;
    let is_tag = TAGS.iter().any(|known| known.get(1..).is_some_and(|known| tag == known || tag.strip_prefix(known) == Some("s")));
    let mut asked = line.to_vec();
    cut::back(&mut asked, last.len() - last.rfind('#')?);
    is_tag.then_some(asked)
}

/// The sides of a card on one line: without a question mark in front, `::` may stand in a name.
fn sides(line: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    line.iter().find(|inline| matches!(&inline.kind, InlineKind::Text(text) if text.contains(SIDES)))?;
    let plain = text::inlines(line);
    let at = plain.find(SIDES)?;
    let (before, behind) = plain.split_at_checked(at)?;
    let answer = behind.trim_start_matches(':');
    if !before.trim_end().ends_with(['?', '？', '؟']) || answer.trim().is_empty() {
        return None;
    }
    let (mut asked, mut told) = (line.to_vec(), line.to_vec());
    cut::back(&mut asked, behind.len());
    cut::front(&mut told, plain.len() - answer.len());
    Some((asked, told))
}

/// A card; what stands below its paragraph answers it where nothing does within.
fn card(reading: &Reading<'_>, spot: Spot, mut asked: Vec<Inline>, mut answer: Vec<Inline>) -> Option<Draft> {
    cut::trim(&mut asked);
    cut::trim(&mut answer);
    let words = words(asked);
    if !words.plain.contains(char::is_alphanumeric) {
        return None;
    }
    let below = Spot { block: spot.block + 1, ..spot };
    let is_below = answer.is_empty()
        && matches!(reading.block(below).map(|block| &block.kind), Some(BlockKind::List(_) | BlockKind::Code(_) | BlockKind::Paragraph(_)));
    let end = below.block + usize::from(is_below);
    let answers = match answer.iter().map(|inline| inline.span).reduce(Span::join) {
        Some(span) => vec![Answer::of_text(span, answer)],
        None if is_below => {
            let span = reading.block(below).map(|block| block.span).unwrap_or_default();
            vec![Answer::of_blocks(span, vec![reading.place(below.run, below.block..end)])]
        }
        None => Vec::new(),
    };
    Some(Draft::new(reading, FINDING, words, spot, end, Body { answers, ..Body::default() }))
}

/// A card that shares its paragraph with others takes up no more than its line.
fn on_one_line(mut draft: Draft) -> Draft {
    draft.extent = draft.question.answers.iter().map(|answer| answer.span).fold(draft.question.span, Span::join);
    draft
}
