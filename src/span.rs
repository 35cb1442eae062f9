//! Where something stands in a note.
//!
//! Takes byte offsets and a text; gives slices, and lines and columns for people. Knows nothing of files or Markdown.

use std::ops::Range;

/// A range of bytes in a note's text; `start <= end`, both on character boundaries of the text that it was made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Offsets past 4 GiB saturate: no note is that long.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let start = clamp(range.start);
        Self { start, end: clamp(range.end).max(start) }
    }

    /// The byte range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty where the span is not of this text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A set of bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans {
    /// Sorted; none touches another.
    runs: Vec<Span>,
}

impl Spans {
    /// Whether every byte of a span is in the set.
    #[must_use]
    pub fn cover(&self, span: Span) -> bool {
        self.first_behind(span.start).is_some_and(|run| run.contains(span))
    }

    /// Whether any byte of a span is in the set.
    #[must_use]
    pub fn touch(&self, span: Span) -> bool {
        self.first_behind(span.start).is_some_and(|run| run.start < span.end)
    }

    /// The parts of a span that are not in the set.
    pub fn gaps(&self, span: Span) -> impl Iterator<Item = Span> {
        let first = self.runs.partition_point(|run| run.end <= span.start);
        let within = self.runs.iter().skip(first).take_while(move |run| run.start < span.end);
        let starts = std::iter::once(span.start).chain(within.clone().map(|run| run.end));
        let ends = within.map(|run| run.start).chain([span.end]);
        starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| Span { start, end })
    }

    /// The run that ends first behind a byte.
    fn first_behind(&self, start: u32) -> Option<Span> {
        self.runs.get(self.runs.partition_point(|run| run.end <= start)).copied()
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut spans: Vec<Span> = spans.into_iter().filter(|span| span.start < span.end).collect();
        spans.sort_unstable();
        let mut runs: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match runs.last_mut().filter(|last| span.start <= last.end) {
                Some(last) => last.end = last.end.max(span.end),
                None => runs.push(span),
            }
        }
        Self { runs }
    }
}

/// A place as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// The line starts of a text, so that a position is one binary search.
#[derive(Clone, Debug, Default)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the line starts of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let mut starts = Vec::with_capacity(1 + newlines.clone().count());
        starts.extend(std::iter::once(0).chain(newlines.map(|(at, _)| Span::new(at + 1..at + 1).start)));
        Self { starts }
    }

    /// The line of a byte offset, from 1.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        Span::new(0..self.starts.partition_point(|&start| start <= offset)).end.max(1)
    }

    /// Line and column of a byte offset of `text`, the text that the index was made from.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.starts.get(line as usize - 1).copied().unwrap_or(0);
        let before = Span { start, end: offset.max(start) }.of(text);
        Position { line, column: Span::new(0..before.chars().count()).end + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let text = "añb\n\nxy";
        let index = LineIndex::new(text);
        assert_eq!(index.position(text, 0), Position { line: 1, column: 1 });
        assert_eq!(index.position(text, 3), Position { line: 1, column: 3 });
        assert_eq!(index.position(text, 5), Position { line: 2, column: 1 });
        assert_eq!(index.position(text, 7), Position { line: 3, column: 2 });
    }

    #[test]
    fn a_span_of_another_text_is_empty_not_a_panic() {
        assert_eq!(Span { start: 5, end: 9 }.of("abc"), "");
        assert_eq!(Span { start: 1, end: 2 }.of("é"), "");
    }

    #[test]
    fn a_set_of_bytes_knows_what_it_holds_and_what_is_left() {
        let span = |start, end| Span { start, end };
        let spans: Spans = [span(8, 9), span(2, 4), span(3, 6), span(7, 7)].into_iter().collect();
        assert!(spans.cover(span(2, 6)) && !spans.cover(span(5, 7)) && !spans.cover(span(6, 7)));
        assert!(spans.touch(span(5, 8)) && !spans.touch(span(6, 8)) && !spans.touch(span(0, 2)));
        assert_eq!(spans.gaps(span(0, 10)).collect::<Vec<_>>(), [span(0, 2), span(6, 8), span(9, 10)]);
        assert_eq!(spans.gaps(span(3, 5)).count(), 0);
    }
}
