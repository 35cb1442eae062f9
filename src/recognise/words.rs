//! A question's words as running text: what is no part of them is cut away.
//!
//! Takes inlines; gives them without label, number, quotation marks and blanks, and an answer that stands in brackets behind
//! them apart. Must not decide what is a question.

use super::prefix::{front, shown_label};
use super::vocabulary::{Look, Part, Vocabulary, look};
use crate::markdown::cut::{self, part};
use crate::markdown::label::{self, is_weighty, weighty};
use crate::markdown::outline::Section;
use crate::markdown::{Inline, InlineKind, text};
use crate::note::{Answer, Grade, Level};
use crate::span::Span;

/// A question's words.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub inlines: Vec<Inline>,
    pub plain: String,
    pub number: Option<String>,
    /// Whether something in front of them says that they are a question.
    pub asks: bool,
    /// Whether it says that they are a scenario.
    pub poses: bool,
    /// Whether they stood in quotation marks.
    pub quoted: bool,
    /// The level that stood in front of them.
    pub level: Option<Level>,
    /// The id that stood behind them: `{#q-heaps}`.
    pub id: Option<String>,
}

impl Words {
    /// Where they stand; `otherwise` where they are empty.
    pub(super) fn span(&self, otherwise: Span) -> Span {
        self.inlines.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or(otherwise)
    }
}

/// The words of a section's heading: its number is none of them, however it is written.
pub(super) fn heading_words(section: &Section, inlines: &[Inline]) -> Words {
    let mut found = words(inlines.to_vec());
    let before = section.number.as_ref().and_then(|_| found.plain.strip_suffix(section.title.as_str())).map_or(0, str::len);
    if before > 0 && found.number.is_none() {
        cut::front(&mut found.inlines, before);
        found.plain.drain(..before);
        found.number.clone_from(&section.number);
    }
    found
}

/// The words of a question.
pub(super) fn words(mut inlines: Vec<Inline>) -> Words {
    let mut words =
        Words { inlines: Vec::new(), plain: String::new(), number: None, asks: false, poses: false, quoted: false, level: None, id: None };
    let mut length_before = usize::MAX;
    loop {
        cut::trim(&mut inlines);
        inlines = unwrapped(inlines);
        let plain = text::words(&inlines);
        // What cannot be cut, such as code, stands as it is.
        if plain.len() == length_before {
            words.plain = plain.into_owned();
            words.inlines = inlines;
            return words;
        }
        length_before = plain.len();
        let found = front(&plain);
        if found.length > 0 && found.length < plain.len() {
            words.number = words.number.or_else(|| found.number.map(str::to_owned));
            words.asks |= found.asks;
            words.poses |= found.poses;
            words.level = words.level.or(found.level);
            let length = found.length;
            cut::front(&mut inlines, length);
            continue;
        }
        if let Some(id) = id(&plain) {
            words.id = Some(id.to_owned());
            let length = plain.len() - plain.rfind('{').unwrap_or(plain.len());
            cut::back(&mut inlines, length);
            continue;
        }
        let is_code = matches!(inlines.as_slice(), [Inline { kind: InlineKind::Code(_), .. }]);
        let Some((open, close)) = quotes(&plain).filter(|_| !is_code) else {
            words.plain = plain.into_owned();
            words.inlines = inlines;
            return words;
        };
        words.quoted = true;
        cut::front(&mut inlines, open);
        cut::back(&mut inlines, close);
    }
}

/// The id in braces at the end of a text.
fn id(text: &str) -> Option<&str> {
    let (before, id) = text.strip_suffix('}')?.rsplit_once("{#")?;
    (!before.is_empty() && id.starts_with("q-") && !id.contains(char::is_whitespace)).then_some(id)
}

/// The lengths of the quotation marks around a text.
fn quotes(text: &str) -> Option<(usize, usize)> {
    const PAIRS: [(char, char); 8] = [('"', '"'), ('“', '”'), ('„', '“'), ('„', '”'), ('«', '»'), ('「', '」'), ('『', '』'), ('\'', '\'')];
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    if !PAIRS.contains(&(first, last)) {
        return None;
    }
    // `"a" or "b"` is not quoted as a whole.
    let inner = text.get(first.len_utf8()..text.len().checked_sub(last.len_utf8())?)?;
    let whole = inner.matches(last).count() % 2 == 0 && !inner.is_empty();
    (whole && (first != last || !inner.contains(last) || inner.matches(last).count() >= 2 && !inner.starts_with(last)))
        .then_some((first.len_utf8(), last.len_utf8()))
}

/// Words with the answer that stood in brackets behind them.
#[derive(Debug)]
pub(super) struct Parted {
    pub asked: Vec<Inline>,
    pub answer: Option<Answer>,
}

/// Parts an answer in brackets from the words before it: `"Why?" (Answer: because)`, or on a line of its own.
pub(super) fn split_answer(inlines: Vec<Inline>, vocabulary: &Vocabulary) -> Parted {
    bracketed(&inlines, vocabulary).unwrap_or(Parted { asked: inlines, answer: None })
}

fn bracketed(inlines: &[Inline], vocabulary: &Vocabulary) -> Option<Parted> {
    // No answer is marked without a colon.
    if !inlines.iter().any(holds_colon) {
        return None;
    }
    for (position, inline) in inlines.iter().enumerate() {
        let before = inlines.get(..position)?;
        if let Some(inner) = weighty(inline)
            && let Some(mark) = answer_mark(&text::inlines(inner), vocabulary)
        {
            let mut lead: Vec<Inline> = inner.to_vec();
            lead.extend(inlines.get(position + 1..)?.iter().cloned());
            return Some(Parted { asked: before.to_vec(), answer: Some(mark.answer(lead)) });
        }
        let InlineKind::Text(text) = &inline.kind else { continue };
        let brackets = text.match_indices(['(', '（', '[']).map(|(at, _)| at);
        for at in brackets.chain(sentences(text)) {
            let Some((head, tail)) = text.split_at_checked(at) else { continue };
            let Some(mark) = answer_mark(tail, vocabulary) else { continue };
            let mut asked = before.to_vec();
            asked.push(Inline { span: part(inline.span, text, 0, head.len()), kind: InlineKind::Text(text.share(head)) });
            let mut lead = vec![Inline { span: part(inline.span, text, at, text.len()), kind: InlineKind::Text(text.share(tail)) }];
            lead.extend(inlines.get(position + 1..)?.iter().cloned());
            return Some(Parted { asked, answer: Some(mark.answer(lead)) });
        }
    }
    None
}

fn holds_colon(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(text) => label::colons(text).next().is_some(),
        _ => weighty(inline).is_some_and(|inner| inner.iter().any(holds_colon)),
    }
}

/// How many words an answer has at least that follows a question without any mark: less is an aside.
const LEAST: usize = 4;

/// The same where nothing stands between words.
const LEAST_LETTERS: usize = 8;

/// Parts an answer without a mark from the question in front of it: `**Why?** Because it is.`
pub(super) fn split_behind(inlines: Vec<Inline>) -> Parted {
    let plain = text::inlines(&inlines);
    let Some((asked, behind)) = plain.find(['?', '？', '؟']).and_then(|at| {
        let mark = plain.get(at..)?.chars().next()?;
        plain.split_at_checked(at + mark.len_utf8())
    }) else {
        return Parted { asked: inlines, answer: None };
    };
    // What goes on asking is no answer, unless the weight of the words tells them apart.
    let is_apart = inlines.first().and_then(weighty).is_some_and(|inner| text::inlines(inner).trim_end() == asked);
    let is_long = behind.split_whitespace().count() >= LEAST || (asked.ends_with('？') && behind.chars().count() >= LEAST_LETTERS);
    let answers = !behind.trim_start().starts_with(['(', '（', '[']) && is_long && (is_apart || look(behind.trim()) == Look::States);
    if !answers || !(asked.ends_with('？') || behind.starts_with(char::is_whitespace)) {
        return Parted { asked: inlines, answer: None };
    }
    let (mut words, mut lead) = (inlines.clone(), inlines);
    cut::back(&mut words, behind.len());
    cut::front(&mut lead, asked.len());
    cut::trim(&mut lead);
    let span = lead.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or_default();
    Parted { asked: words, answer: Some(Answer::of_text(span, lead)) }
}

/// What opens an answer in brackets: `(Answer: `.
struct Mark {
    length: usize,
    label: Option<String>,
    grade: Option<Grade>,
}

impl Mark {
    /// The answer of running text that begins with the mark.
    fn answer(self, mut lead: Vec<Inline>) -> Answer {
        cut::front(&mut lead, self.length);
        close(&mut lead);
        let span = lead.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or_default();
        Answer { label: self.label, grade: self.grade, ..Answer::of_text(span, lead) }
    }
}

/// Where the sentences behind the first begin, if one of them may be an answer: `Why? Answer: because`.
fn sentences(text: &str) -> impl Iterator<Item = usize> {
    const ENDS: [char; 6] = ['?', '.', '!', '？', '。', '؟'];
    let ends = text.match_indices(ENDS).map(|(at, _)| at).filter(|_| text.contains([':', '：']));
    ends.filter_map(move |at| {
        let behind = text.get(at..)?.trim_start_matches(ENDS).trim_start();
        (!behind.is_empty()).then(|| text.len() - behind.len())
    })
}

/// The mark that a text begins with.
fn answer_mark(text: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    let rest = text.trim_start_matches(['(', '（', '[']);
    let colon = rest.find([':', '：']).filter(|&at| at < 40)?;
    let label = rest.get(..colon)?;
    let Some(Part::Answer(grade)) = vocabulary.meaning(label)?.part else { return None };
    let after = rest.get(colon..)?.trim_start_matches([':', '：']).trim_start();
    Some(Mark { length: text.len() - after.len(), label: shown_label(label), grade })
}

/// Drops the bracket that closes an answer.
fn close(answer: &mut Vec<Inline>) {
    cut::trim(answer);
    if text::inlines(answer).ends_with([')', '）', ']']) {
        let last = text::inlines(answer).chars().next_back().map_or(0, char::len_utf8);
        cut::back(answer, last);
    }
    cut::trim(answer);
}

/// What a sole strong or emphasised inline holds.
fn unwrapped(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let is_sole = matches!(inlines.as_slice(), [only] if is_weighty(only));
    match if is_sole { inlines.pop().map(|only| only.kind) } else { None } {
        Some(InlineKind::Strong(inner) | InlineKind::Emphasis(inner)) => unwrapped(inner.into_vec()),
        Some(InlineKind::Html(html)) => html.inlines.into_vec(),
        _ => inlines,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{BlockKind, parse};
    use crate::path::GuidePath;

    fn inlines(source: &str) -> Vec<Inline> {
        let (document, _) = parse(&GuidePath::new("a.md").unwrap(), source, 0);
        match document.blocks.into_iter().next().map(|block| block.kind) {
            Some(BlockKind::Paragraph(inlines)) => inlines.into(),
            other => panic!("no paragraph: {other:?}"),
        }
    }

    #[test]
    fn only_the_words_are_left() {
        for (source, plain, number, quoted) in [
            ("\"Why a `heap`?\"", "Why a heap?", None, true),
            ("_\"Why a heap?\"_", "Why a heap?", None, true),
            ("**Q3: Why a `heap`?**", "Why a heap?", Some("Q3:"), false),
            ("12\\. Why a heap?", "Why a heap?", Some("12."), false),
            ("“Why?”", "Why?", None, true),
            ("«Почему?»", "Почему?", None, true),
            ("\"a\" or \"b\"?", "\"a\" or \"b\"?", None, false),
            ("What is `x`", "What is x", None, false),
            ("[Q7: Why a heap?](https://example.org/7)", "Why a heap?", Some("Q7:"), false),
            ("`\"x\"`", "\"x\"", None, false),
            ("`Q1: x` and more", "Q1: x and more", Some("Q1:"), false),
        ] {
            let words = words(inlines(source));
            assert_eq!((words.plain.as_str(), words.number.as_deref(), words.quoted), (plain, number, quoted), "{source}");
        }
    }

    #[test]
    fn an_answer_in_brackets_is_parted() {
        for (source, question, answer) in [
            ("\"Why?\" (Answer: because)", "Why?", "because"),
            ("_\"Why?\"_\n_(Answer: because of `x` (mostly).)_", "Why?", "because of x (mostly)."),
            ("Why? (A: because)", "Why?", "because"),
            ("为什么？（答案：因为）", "为什么？", "因为"),
        ] {
            let parted = split_answer(inlines(source), Vocabulary::built_in());
            let found = parted.answer.map(|answer| text::inlines(&answer.lead)).unwrap_or_default();
            assert_eq!((words(parted.asked).plain.as_str(), found.as_str()), (question, answer), "{source}");
        }
        assert!(split_answer(inlines("Why (and when)?"), Vocabulary::built_in()).answer.is_none());
    }
}
