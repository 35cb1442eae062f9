//! Running text cut at its ends: blanks, and bytes of what a reader would read.
//!
//! Takes inlines; leaves those between the cuts, with the spans of what is left. Must not know why they are cut.

use super::{Inline, InlineKind, text};
use crate::span::Span;

/// Drops blanks and breaks at both ends.
pub fn trim(inlines: &mut Vec<Inline>) {
    let blanks = inlines.iter().take_while(|inline| is_blank(inline)).count();
    if blanks > 0 {
        inlines.drain(..blanks);
    }
    while inlines.last().is_some_and(is_blank) {
        inlines.pop();
    }
    if let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.first_mut()
        && text.starts_with(char::is_whitespace)
    {
        let kept = text.trim_start();
        *span = part(*span, text, text.len() - kept.len(), text.len());
        *text = text.share(kept);
    }
    if let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.last_mut()
        && text.ends_with(char::is_whitespace)
    {
        let kept = text.trim_end();
        *span = part(*span, text, 0, kept.len());
        *text = text.share(kept);
    }
}

fn is_blank(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        InlineKind::Text(text) => text.chars().all(char::is_whitespace),
        _ => false,
    }
}

/// Drops the first bytes of the plain text. What holds no text (an image, a formula, code) is not cut.
pub fn front(inlines: &mut Vec<Inline>, mut bytes: usize) {
    let mut emptied = 0;
    for inline in inlines.iter_mut() {
        if bytes == 0 {
            break;
        }
        let length = text::words(std::slice::from_ref(inline)).len();
        if length <= bytes {
            bytes -= length;
            emptied += 1;
            continue;
        }
        let whole = inline.span;
        match &mut inline.kind {
            InlineKind::Text(text) => {
                inline.span = part(whole, text, bytes, text.len());
                *text = text.share(text.get(bytes..).unwrap_or_default());
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                within(inner, front, bytes);
            }
            InlineKind::Html(html) => within(&mut html.inlines, front, bytes),
            _ => {}
        }
        break;
    }
    inlines.drain(..emptied);
}

/// Drops the last bytes of the plain text.
pub fn back(inlines: &mut Vec<Inline>, mut bytes: usize) {
    while bytes > 0
        && let Some(inline) = inlines.last_mut()
    {
        let length = text::words(std::slice::from_ref(inline)).len();
        if length <= bytes {
            bytes -= length;
            inlines.pop();
            continue;
        }
        let whole = inline.span;
        match &mut inline.kind {
            InlineKind::Text(text) => {
                let kept = text.len() - bytes;
                inline.span = part(whole, text, 0, kept);
                *text = text.share(text.get(..kept).unwrap_or_default());
            }
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                within(inner, back, bytes);
            }
            InlineKind::Html(html) => within(&mut html.inlines, back, bytes),
            _ => {}
        }
        return;
    }
}

/// Cuts what an inline holds.
fn within(inlines: &mut Box<[Inline]>, cut: fn(&mut Vec<Inline>, usize), bytes: usize) {
    let mut left = std::mem::take(inlines).into_vec();
    cut(&mut left, bytes);
    *inlines = left.into();
}

/// The span of a part of a text; the whole text's where an escape makes positions differ from the source.
#[must_use]
pub fn part(whole: Span, text: &str, from: usize, to: usize) -> Span {
    let range = whole.range();
    if range.len() == text.len() { Span::new(range.start + from..range.start + to) } else { whole }
}
