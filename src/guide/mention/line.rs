//! One block's running text as the plain text that names are looked for in.
//!
//! Takes inlines; gives their text in one piece with the way back: which stretches may hold a link and where they stand in the
//! note, and which words open a line as its label. Must not look for anything.

use std::ops::Range;

use crate::markdown::{Inline, InlineKind, label};
use crate::span::Span;

/// A block's running text.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The text, code and links included.
    pub(super) text: String,
    /// What lines begin with and are about: `**GIL**: …`, `GIL: …`.
    pub(super) labels: Vec<Range<usize>>,
    pieces: Vec<Piece>,
}

/// A stretch of the text that stands in the note as it is.
#[derive(Debug)]
struct Piece {
    start: usize,
    span: Span,
    holds_links: bool,
}

/// What the text around an inline allows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ground {
    /// Links.
    Prose,
    /// None: code, a link, a label.
    Closed,
}

impl Line {
    /// Reads running text.
    pub(super) fn new(inlines: &[Inline]) -> Self {
        let mut line = Self::default();
        let mut rest = inlines;
        while !rest.is_empty() {
            let length = rest.iter().position(Inline::is_break).unwrap_or(rest.len());
            let (one, others) = rest.split_at(length);
            line.labelled(one);
            let breaks = others.iter().take_while(|inline| inline.is_break()).count();
            line.text.push_str(if breaks > 0 { "\n" } else { "" });
            rest = others.get(breaks..).unwrap_or_default();
        }
        line
    }

    /// Where a stretch of the text stands in the note, if a link may stand there.
    pub(super) fn linkable(&self, range: &Range<usize>) -> Option<Span> {
        let piece = self.piece(range).filter(|piece| piece.holds_links)?;
        let start = piece.span.range().start + (range.start - piece.start);
        let is_label = self.labels.iter().any(|label| label.start < range.end && range.start < label.end);
        (!is_label).then(|| Span::new(start..start + range.len()))
    }

    /// Where a stretch of the text stands in the note, as nearly as can be told.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.pieces.iter().rev().find(|piece| piece.start <= range.start)?;
        Some(self.linkable(range).unwrap_or(first.span))
    }

    fn piece(&self, range: &Range<usize>) -> Option<&Piece> {
        let at = self.pieces.partition_point(|piece| piece.start <= range.start).checked_sub(1)?;
        self.pieces.get(at).filter(|piece| range.end - piece.start <= piece.span.range().len())
    }

    /// Adds one line with the label that it may open with.
    fn labelled(&mut self, inlines: &[Inline]) {
        let start = self.text.len();
        let label = label::strong(inlines).or_else(|| label::plain(inlines)).map(|label| label.span.end);
        let code = || inlines.first().filter(|first| matches!(first.kind, InlineKind::Code(_))).map(|first| first.span.end);
        let end = label.or_else(code);
        self.inlines(inlines, Ground::Prose);
        if let Some(end) = end {
            let after = self.pieces.iter().find(|piece| piece.start >= start && piece.span.end > end);
            let end = after.map_or(self.text.len(), |piece| piece.start + end.saturating_sub(piece.span.start) as usize);
            self.labels.push(start..end);
        }
    }

    fn inlines(&mut self, inlines: &[Inline], ground: Ground) {
        for inline in inlines {
            self.inline(inline, ground);
        }
    }

    fn inline(&mut self, inline: &Inline, ground: Ground) {
        match &inline.kind {
            InlineKind::Text(text) => self.push(text, inline.span, ground),
            InlineKind::Code(text) | InlineKind::Math(_, text) => self.push(text, inline.span, Ground::Closed),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) => self.inlines(inner, ground),
            InlineKind::Html(html) => {
                let closed = matches!(html.element.tag(), "code" | "kbd" | "samp" | "var" | "dfn" | "abbr" | "rt" | "rp" | "s" | "del");
                self.inlines(&html.inlines, if closed { Ground::Closed } else { ground });
            }
            InlineKind::Strike(inner) | InlineKind::Link(_, inner) => self.inlines(inner, Ground::Closed),
            InlineKind::SoftBreak | InlineKind::HardBreak => self.text.push('\n'),
            InlineKind::Image(..) | InlineKind::Footnote(..) => {}
        }
    }

    fn push(&mut self, text: &str, span: Span, ground: Ground) {
        // Where escapes make lengths differ, nobody knows which bytes of the note a word is.
        let holds_links = ground == Ground::Prose && span.range().len() == text.len();
        self.pieces.push(Piece { start: self.text.len(), span, holds_links });
        self.text.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{BlockKind, parse};
    use crate::path::GuidePath;

    /// The text with its labels in angle brackets and `word`, if it may be a link, in square ones.
    fn shown(source: &str, word: &str) -> String {
        let (document, _) = parse(&GuidePath::new("a.md").unwrap(), source, 0);
        let BlockKind::Paragraph(inlines) = &document.blocks[0].kind else { panic!("no paragraph") };
        let line = Line::new(inlines);
        let at = line.text.find(word).unwrap();
        let mut marks: Vec<(usize, char)> = line.labels.iter().flat_map(|label| [(label.start, '<'), (label.end, '>')]).collect();
        if let Some(span) = line.linkable(&(at..at + word.len())) {
            assert_eq!(span.of(source), word);
            marks.extend([(at, '['), (at + word.len(), ']')]);
        }
        marks.sort_unstable();
        marks.iter().rev().fold(line.text.clone(), |mut text, (at, mark)| {
            text.insert(*at, *mark);
            text
        })
    }

    #[test]
    fn prose_holds_links_and_code_links_and_labels_do_not() {
        assert_eq!(shown("So the GIL *is* here", "GIL"), "So the [GIL] is here");
        assert_eq!(shown("So the **GIL** is", "GIL"), "So the [GIL] is");
        for (source, text) in [
            ("So `GIL` is", "So GIL is"),
            ("So [the GIL](a.md) is", "So the GIL is"),
            ("So ~~GIL~~ is", "So GIL is"),
            ("So <kbd>GIL</kbd> is", "So GIL is"),
            ("a \\* GIL", "a * GIL"),
        ] {
            assert_eq!(shown(source, "GIL"), text, "{source}");
        }
    }

    #[test]
    fn what_opens_a_line_is_its_label() {
        assert_eq!(shown("**The GIL**: a lock", "GIL"), "<The GIL>: a lock");
        assert_eq!(shown("**The GIL** is a lock", "lock"), "<The GIL> is a [lock]");
        assert_eq!(shown("GIL: a lock", "lock"), "<GIL:> a [lock]");
        assert_eq!(shown("`GIL` is a lock", "lock"), "<GIL> is a [lock]");
        assert_eq!(shown("One\n**GIL:** a lock", "lock"), "One\n<GIL:> a [lock]");
    }
}
