//! Questions inside prose that are answered on the spot: `… Why two? (Because one fails.)`, `**Locks:** Why two? Because …`.
//!
//! They merely read as questions: no card is made of them.

use super::draft::{Body, Draft, Finding};
use super::reading::{Reading, Spot};
use super::vocabulary::holds_mark;
use super::words::words;
use crate::markdown::label::{self, Spelling};
use crate::markdown::{Inline, InlineKind, cut};
use crate::note::{Answer, Explicit, QuestionKind};
use crate::span::Span;

pub(super) const NAME: &str = "prose";

const FINDING: Finding = Finding { recogniser: NAME, kind: QuestionKind::Open, explicit: Explicit::No };

/// How many words a question and its answer have at least: less is an aside.
const LEAST: usize = 3;

pub(super) fn find(reading: &Reading<'_>) -> Vec<Draft> {
    let mut found = Vec::new();
    for &spot in &reading.kinds.asking {
        let Some(inlines) = reading.paragraph(spot).filter(|inlines| goes_on(inlines) && reading.is_body(spot)) else { continue };
        let before = found.len();
        found.extend(inlines.iter().flat_map(bracketed).map(|asked| asked.draft(reading, spot)));
        if found.len() == before {
            found.extend(behind_label(inlines).map(|asked| asked.draft(reading, spot)));
        }
    }
    found
}

/// Whether a text is more than an aside.
fn is_long(text: &str) -> bool {
    text.split_whitespace().nth(LEAST - 1).is_some()
}

/// Whether something stands behind a question mark.
fn goes_on(inlines: &[Inline]) -> bool {
    let asks = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if holds_mark(text));
    let Some((last, others)) = inlines.split_last() else { return false };
    let within = || matches!(&last.kind, InlineKind::Text(text) if holds_mark(text.trim_end_matches(['?', '？', '؟'])));
    others.iter().any(asks) || within()
}

/// A question with the answer behind it.
struct Asked {
    words: Vec<Inline>,
    answer: Vec<Inline>,
}

impl Asked {
    fn draft(self, reading: &Reading<'_>, spot: Spot) -> Draft {
        let span = self.answer.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or_default();
        let body = Body { answers: vec![Answer::of_text(span, self.answer)], ..Body::default() };
        let mut draft = Draft::new(reading, FINDING, words(self.words), spot, spot.block + 1, body);
        draft.extent = draft.question.span.join(span);
        draft
    }
}

/// `Why two? (Because one fails.)` in a text.
fn bracketed(inline: &Inline) -> Vec<Asked> {
    let InlineKind::Text(text) = &inline.kind else { return Vec::new() };
    let mut found = Vec::new();
    for (at, _) in text.match_indices('?') {
        let Some((head, tail)) = text.split_at_checked(at + 1).filter(|(_, tail)| tail.starts_with(" (")) else { continue };
        let Some(length) = tail.find(')') else { continue };
        let start = head.trim_end_matches('?').rfind(['.', '!', '?', ':', ';', '"', '“']).map_or(0, |end| end + 1);
        let Some(asked) = head.get(start..).map(str::trim_start) else { continue };
        let Some(answer) = tail.get(2..length).filter(|answer| is_long(answer)) else { continue };
        if !is_long(asked) {
            continue;
        }
        let piece = |from: usize, piece: &str| {
            let whole = inline.span.range();
            // An escape makes positions differ from the source.
            let span =
                if whole.len() == text.len() { Span::new(whole.start + from..whole.start + from + piece.len()) } else { inline.span };
            vec![Inline { span, kind: InlineKind::Text(text.share(piece)) }]
        };
        found.push(Asked { words: piece(head.len() - asked.len(), asked), answer: piece(head.len() + 2, answer) });
    }
    found
}

/// `**Locks:** Why two? Because one fails.`
fn behind_label(inlines: &[Inline]) -> Option<Asked> {
    let label = label::strong(inlines).filter(|label| matches!(label.spelling, Spelling::ColonInside | Spelling::ColonBehind))?;
    let plain = label.rest.text();
    let end = plain.find('?')?;
    let (asked, answer) = plain.split_at_checked(end + 1)?;
    let one_sentence = !asked.contains([';', '!']) && !asked.contains(". ");
    if !one_sentence || !is_long(asked) || !is_long(answer) || answer.contains('?') {
        return None;
    }
    let rest = label.rest.to_inlines();
    let mut words = rest.clone();
    cut::back(&mut words, answer.len());
    let mut behind = rest;
    cut::front(&mut behind, asked.len());
    cut::trim(&mut behind);
    Some(Asked { words, answer: behind })
}
