//! Labels: the words with which authors say what comes next (`**Answer:** …`, `**Use case** : …`, `Note: …`).
//!
//! Takes one line of running text; gives the label, how it was spelt, and what follows. Must not know which labels mean what.

use std::borrow::Cow;

use memchr::memchr2_iter;

use super::{Inline, InlineKind, Stretch, cut, text};
use crate::span::Span;

/// A line that begins with a label.
#[derive(Clone, Debug)]
pub struct Label<'a> {
    /// The label's words, without its colon.
    pub words: Cow<'a, str>,
    /// What stands behind the colon inside the strong words: `**Trap: two locks** …`.
    pub subject: Option<Subject<'a>>,
    /// How it was spelt.
    pub spelling: Spelling,
    /// Where the label stands.
    pub span: Span,
    /// What follows it.
    pub rest: Rest<'a>,
}

/// What a label speaks of.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Its words.
    pub words: Cow<'a, str>,
    /// How many bytes of the line's plain text stand in front of it.
    before: usize,
}

impl Label<'_> {
    /// The running text that the label of `line` stands for, its subject included, without the bracket that it may stand in.
    #[must_use]
    pub fn content(&self, line: &[Inline]) -> Vec<Inline> {
        let mut inlines = match &self.subject {
            None => self.rest.to_inlines(),
            Some(subject) => {
                let mut inlines = line.to_vec();
                cut::front(&mut inlines, subject.before);
                inlines
            }
        };
        cut::trim(&mut inlines);
        if self.is_bracketed() && text::inlines(&inlines).ends_with([')', '）', ']']) {
            let last = text::inlines(&inlines).chars().next_back().map_or(0, char::len_utf8);
            cut::back(&mut inlines, last);
        }
        inlines
    }

    /// Where [`Self::content`] stands; none where it is empty.
    #[must_use]
    pub fn content_span(&self, line: &[Inline]) -> Option<Span> {
        // Of most labels nothing is cut off.
        if self.subject.is_none() && !self.is_bracketed() && self.rest.ends_in_words() {
            return self.rest.span();
        }
        self.content(line).iter().map(|inline| inline.span).reduce(Span::join)
    }

    fn is_bracketed(&self) -> bool {
        self.words.starts_with(['(', '（', '['])
    }
}

/// The ways to spell a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// `**Label:** text`
    ColonInside,
    /// `**Label**: text` or `**Label** : text`
    ColonBehind,
    /// `**Label: subject** text`
    Subject,
    /// `**Label** text`
    Bare,
    /// `Label: text`
    Plain,
}

/// The end of the text that a label stood in.
#[derive(Clone, Copy, Debug)]
struct Head<'a> {
    /// The text.
    of: &'a Stretch,
    /// What is left of it.
    text: &'a str,
    span: Span,
}

/// The running text behind a label.
#[derive(Clone, Copy, Debug)]
pub struct Rest<'a> {
    /// What is left of the text that the label's colon stood in.
    head: Option<Head<'a>>,
    /// The inlines behind it.
    tail: &'a [Inline],
    /// Whether a line ended between the label and it.
    broken: bool,
}

impl<'a> Rest<'a> {
    /// Whether nothing follows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.head.is_none() && self.tail.is_empty()
    }

    /// Whether it stands apart from the label: on a line of its own, or behind a dash.
    #[must_use]
    pub fn is_apart(&self) -> bool {
        self.broken || self.first().is_some_and(|first| matches!(first, '-' | '–' | '—'))
    }

    /// The letter that it begins with.
    #[must_use]
    pub fn first(&self) -> Option<char> {
        let of_tail = || self.tail.iter().find_map(|inline| text::words(std::slice::from_ref(inline)).chars().next());
        self.head.map_or_else(of_tail, |head| head.text.chars().next())
    }

    /// Its plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = self.head.map_or_else(String::new, |head| head.text.to_owned());
        text::push_inlines(self.tail, &mut out);
        out
    }

    /// The same as inlines of its own.
    #[must_use]
    pub fn to_inlines(&self) -> Vec<Inline> {
        let mut inlines = Vec::with_capacity(self.tail.len() + 1);
        inlines.extend(self.head.map(|Head { of, text, span }| Inline { span, kind: InlineKind::Text(of.share(text)) }));
        inlines.extend_from_slice(self.tail);
        inlines
    }

    /// Whether nothing stands at its end that [`cut::trim`] cuts off.
    fn ends_in_words(&self) -> bool {
        let ends = |text: &str| !text.ends_with(char::is_whitespace);
        match self.tail.last().map(|inline| &inline.kind) {
            None => self.head.is_none_or(|head| ends(head.text)),
            Some(InlineKind::Text(text)) => !text.is_empty() && ends(text),
            Some(InlineKind::SoftBreak | InlineKind::HardBreak) => false,
            Some(_) => true,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        let head = self.head.map(|head| head.span);
        head.into_iter().chain(self.tail.iter().map(|inline| inline.span)).reduce(Span::join)
    }

    fn new(of: &'a Stretch, text: &'a str, span: Span, tail: &'a [Inline], broken: bool) -> Self {
        let kept = text.trim_start();
        if kept.is_empty() {
            return Self::of(tail, broken);
        }
        Self { head: Some(Head { of, text: kept, span: cut::part(span, of, of.len() - kept.len(), of.len()) }), tail, broken }
    }

    /// Leaves out the blanks and breaks in front.
    fn of(tail: &'a [Inline], broken: bool) -> Self {
        match tail.split_first() {
            Some((Inline { kind: InlineKind::SoftBreak | InlineKind::HardBreak, .. }, others)) => Self::of(others, true),
            Some((Inline { kind: InlineKind::Text(text), span }, others)) if text.starts_with(char::is_whitespace) => {
                Self::new(text, text, *span, others, broken)
            }
            _ => Self { head: None, tail, broken },
        }
    }
}

/// The lines of running text: what stands between its breaks.
pub fn lines(inlines: &[Inline]) -> impl Iterator<Item = &[Inline]> {
    inlines.split(Inline::is_break).filter(|line| !line.is_empty())
}

/// The label in strong or emphasised words at the start of `line`.
#[must_use]
pub fn strong(line: &[Inline]) -> Option<Label<'_>> {
    let (mut inlines, mut before) = (line, 0);
    // Ornaments may stand in front: `👉 **Answer:** …`.
    if let Some((Inline { kind: InlineKind::Text(text), .. }, others)) = inlines.split_first()
        && !text.contains(char::is_alphanumeric)
    {
        (inlines, before) = (others, text.len());
    }
    let (first, others) = inlines.split_first()?;
    let inner = weighty(first)?;
    let words = text::words(inner);
    let label = |words, subject, spelling, rest| Label { words, subject, spelling, span: first.span, rest };
    if unended(&words).is_some() {
        return Some(label(part(words, |words| unended(words).unwrap_or(words)), None, Spelling::ColonInside, Rest::of(others, false)));
    }
    if let Some((Inline { kind: InlineKind::Text(text), span }, tail)) = others.split_first()
        && let Some(behind) = behind_colon(text)
    {
        return Some(label(part(words, |words| words), None, Spelling::ColonBehind, Rest::new(text, behind, *span, tail, false)));
    }
    let parted = |words: &str| words.find(": ").map(|at| (at, at + 2)).or_else(|| words.find('：').map(|at| (at, at + '：'.len_utf8())));
    if let Some((end, start)) = parted(&words) {
        let behind = words.get(start..).unwrap_or_default();
        let before = before + words.len() - behind.trim_start().len();
        let subject = Subject { words: part(words.clone(), |words| words.get(start..).unwrap_or_default()), before };
        let words = part(words, |words| words.get(..end).unwrap_or(words));
        return Some(label(words, Some(subject), Spelling::Subject, Rest::of(others, false)));
    }
    Some(label(part(words, |words| words), None, Spelling::Bare, Rest::of(others, false)))
}

/// A part of a text, trimmed.
fn part(text: Cow<'_, str>, of: impl Fn(&str) -> &str) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(trimmed(of(text))),
        Cow::Owned(text) => Cow::Owned(trimmed(of(&text)).to_owned()),
    }
}

/// A text without the colons that it ends in; none where it ends in something else.
fn unended(text: &str) -> Option<&str> {
    let text = trimmed(text);
    let of_colons = |c| matches!(c, ':' | '：');
    text.ends_with(of_colons).then(|| text.trim_end_matches(of_colons))
}

/// What follows the colon that a text begins with.
fn behind_colon(text: &str) -> Option<&str> {
    // Cheap to see, and behind most strong words stands a blank and a word.
    if text.bytes().find(|byte| *byte != b' ').is_none_or(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    text.trim_start().strip_prefix([':', '：'])
}

/// A text without blanks at its ends, of which most have none.
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// How many bytes a label without weight has at most, and how many words: what is longer is a sentence.
const LONGEST: usize = 96;
const MOST_WORDS: usize = 6;

/// The words before a colon at the start of a plain line: `Answer: …`. At most six of them.
#[must_use]
pub fn plain(line: &[Inline]) -> Option<Label<'_>> {
    let (first, tail) = line.split_first()?;
    let InlineKind::Text(text) = &first.kind else { return None };
    let (words, behind) = text.split_at_checked(colon(text)?)?;
    let colon = behind.chars().next()?;
    let behind = behind.get(colon.len_utf8()..)?;
    // `Answer:- …`
    let behind = behind.strip_prefix('-').unwrap_or(behind);
    let spaced = colon == '：' || behind.is_empty() || behind.starts_with(char::is_whitespace);
    let words = words.trim();
    if !spaced || words.is_empty() || words.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let span = cut::part(first.span, text, 0, text.len() - behind.len());
    Some(Label {
        words: Cow::Borrowed(words),
        subject: None,
        spelling: Spelling::Plain,
        span,
        rest: Rest::new(text, behind, first.span, tail, false),
    })
}

/// Where the first colon of a text stands, if a label may end there.
fn colon(text: &str) -> Option<usize> {
    colons(text).next().filter(|&at| at < LONGEST)
}

/// Where the colons of a text stand, in order.
pub fn colons(text: &str) -> impl Iterator<Item = usize> {
    /// The first byte of `：`, among others.
    const WIDE: u8 = 0xef;
    let is_colon = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with([':', '：']));
    memchr2_iter(b':', WIDE, text.as_bytes()).filter(is_colon)
}

/// The first bytes of a plain line as a label: `Q7. …`, `Ans. …`.
#[must_use]
pub fn head(line: &[Inline], length: usize) -> Option<Label<'_>> {
    let (first, tail) = line.split_first()?;
    let InlineKind::Text(text) = &first.kind else { return None };
    let (words, behind) = text.split_at_checked(length)?;
    let span = cut::part(first.span, text, 0, text.len() - behind.len());
    let rest = Rest::new(text, behind, first.span, tail, false);
    Some(Label { words: Cow::Borrowed(words.trim()), subject: None, spelling: Spelling::Plain, span, rest })
}

/// Whether an inline is strong or emphasised.
#[must_use]
pub fn is_weighty(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Strong(_) | InlineKind::Emphasis(_) => true,
        InlineKind::Html(html) => matches!(html.element.tag(), "b" | "strong" | "em" | "i" | "u"),
        _ => false,
    }
}

/// What a strong or emphasised inline holds.
#[must_use]
pub fn weighty(inline: &Inline) -> Option<&[Inline]> {
    match &inline.kind {
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => match inner.as_ref() {
            [only] => Some(weighty(only).unwrap_or(inner)),
            _ => Some(inner),
        },
        InlineKind::Html(html) if is_weighty(inline) => Some(&html.inlines),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{BlockKind, parse};
    use crate::path::GuidePath;

    fn read(source: &str) -> Option<(String, Option<String>, Spelling, String)> {
        let (document, _) = parse(&GuidePath::new("a.md").unwrap(), source, 0);
        let BlockKind::Paragraph(inlines) = &document.blocks[0].kind else { panic!("no paragraph") };
        let label = strong(inlines).or_else(|| plain(inlines))?;
        Some((label.words.to_string(), label.subject.as_ref().map(|subject| subject.words.to_string()), label.spelling, label.rest.text()))
    }

    #[test]
    fn every_spelling_is_read() {
        for (source, words, subject, spelling, rest) in [
            ("**Answer:** both", "Answer", None, Spelling::ColonInside, "both"),
            ("**Answer**: both", "Answer", None, Spelling::ColonBehind, "both"),
            ("**Answer** : both", "Answer", None, Spelling::ColonBehind, "both"),
            ("**Trap: two locks** wait", "Trap", Some("two locks"), Spelling::Subject, "wait"),
            ("**Answer** both", "Answer", None, Spelling::Bare, "both"),
            ("Answer: *both*", "Answer", None, Spelling::Plain, "both"),
            ("答案：两者", "答案", None, Spelling::Plain, "两者"),
            ("_Answer:_ both", "Answer", None, Spelling::ColonInside, "both"),
            ("***Answer:*** both", "Answer", None, Spelling::ColonInside, "both"),
            ("<b>Answer:</b> both", "Answer", None, Spelling::ColonInside, "both"),
            ("👉 **Answer:** both", "Answer", None, Spelling::ColonInside, "both"),
            ("**Answer:**\nboth", "Answer", None, Spelling::ColonInside, "both"),
            ("**Use cases (`x`):** both", "Use cases (x)", None, Spelling::ColonInside, "both"),
        ] {
            assert_eq!(read(source), Some((words.to_owned(), subject.map(str::to_owned), spelling, rest.to_owned())), "{source}");
        }
        assert_eq!(read("See http://a.example for more"), None);
        assert_eq!(read("No label at all"), None);
    }

    #[test]
    fn a_span_never_begins_within_a_letter() {
        // Stray elements join lines, so that the text is shorter than its source.
        let source = "</b>\nAnswer:\n\u{b55}\u{11332}\n    - both";
        let (document, _) = parse(&GuidePath::new("a.md").unwrap(), source, 0);
        let BlockKind::Paragraph(inlines) = &document.blocks[0].kind else { panic!("no paragraph") };
        let label = plain(inlines).unwrap();
        for span in [label.span, label.rest.span().unwrap()] {
            assert!(source.get(span.range()).is_some(), "{span:?}");
        }
    }
}
