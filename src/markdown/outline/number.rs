//! The numbering in front of a heading: `1.`, `2.2`, `Part 1:`, `Q3)`, `第1章`, `A.`, `IV.`
//!
//! Takes a heading's plain text; gives the number as shown, its value, and the rest. What only may be a number (`2.2 GIL`,
//! `C. elegans`, `3 ways`) is marked so: `series.rs` decides by the note's other headings. Must not read more than one
//! heading.

use super::numeral::{self, Numeral};
use super::unit::{self, HAN_UNITS, HANGUL_UNITS, Unit};

/// A heading's text, split behind its numbering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The number's value.
    pub number: Number,
    /// Whether the text alone says that it is one.
    pub certainty: Certainty,
    /// How many bytes of the text are numbering, the space behind it included.
    pub length: usize,
}

impl Numbered {
    /// The numbering as shown and the rest. A text that is all number (`Chapter 3`) stays whole.
    pub(super) fn split<'a>(&self, text: &'a str) -> (Option<&'a str>, &'a str) {
        match text.split_at_checked(self.length) {
            Some((shown, rest)) if !rest.is_empty() => (Some(shown.trim_end()), rest),
            _ => (None, text),
        }
    }
}

/// A heading's number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Number {
    /// What it numbers.
    pub series: Series,
    /// `2.2.1` is 2, 2, 1.
    pub parts: Vec<u32>,
}

impl Number {
    /// Whether it comes directly after `other`.
    pub(super) fn follows(&self, other: &Self) -> bool {
        self.series == other.series && follows(&self.parts, &other.parts)
    }

    /// Whether it is a part of `other`: `2.1` of `2`.
    pub(super) fn is_part_of(&self, other: &Self) -> bool {
        let parent = self.parts.len().checked_sub(1).and_then(|length| self.parts.get(..length));
        self.series == other.series && parent == Some(other.parts.as_slice())
    }

    /// Whether both stand in one series at one depth.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.series == other.series && self.parts.len() == other.parts.len()
    }
}

fn follows(next: &[u32], previous: &[u32]) -> bool {
    match (next.split_last(), previous.split_last()) {
        (Some((next, above_next)), Some((previous, above_previous))) => {
            (above_next == above_previous && *next == previous + 1) || (*next <= 1 && follows(above_next, above_previous))
        }
        _ => false,
    }
}

/// What a number numbers; headings of one series are siblings, or restart below another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Series {
    /// `1.`, `2.2`
    Plain,
    /// `(1)`, `[1]`
    Bracketed,
    /// `A.`
    UpperLetter,
    /// `a)`
    LowerLetter,
    /// `IV.`
    UpperRoman,
    /// `iv.`
    LowerRoman,
    /// `三、`
    Han,
    /// `Part 1`, `第1章`
    Unit(Unit),
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// Nobody would write this unless it were numbering.
    Certain,
    /// Numbering where the headings around it make a series of it.
    InSeries,
}

/// The readings of a heading's text, best first: `I. Basics` is a Roman one or a letter.
pub(super) fn readings(text: &str) -> Vec<Numbered> {
    let start = decoration(text);
    let Some(rest) = text.get(start..) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(numbered) = pictured(rest)
        .or_else(|| bracketed(rest))
        .or_else(|| plain(rest))
        .or_else(|| suffixed(rest))
        .or_else(|| word(rest))
        .or_else(|| han(rest))
    {
        found.push(numbered);
    } else {
        lettered(rest, &mut found);
    }
    for numbered in &mut found {
        numbered.length += start;
    }
    found
}

/// A number in front of words that are no heading, read alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix<'a> {
    /// The number as shown.
    pub shown: &'a str,
    /// How many bytes of the text it takes up, the space behind it included.
    pub length: usize,
    /// Whether it counts questions (`Q7:`).
    pub of_question: bool,
}

/// The number in front of a text, where nothing but a number can be meant.
#[must_use]
pub fn prefix(text: &str) -> Option<Prefix<'_>> {
    if let Some(prefix) = counted_plainly(text) {
        return Some(prefix);
    }
    if !may_count(text) {
        return None;
    }
    let found = readings(text).into_iter().next().filter(|found| found.certainty == Certainty::Certain)?;
    let shown = text.get(..found.length)?.trim_end();
    Some(Prefix { shown, length: found.length, of_question: found.number.series == Series::Unit(Unit::Question) })
}

/// `12. …`, which most are: the rules below say the same of it at length.
fn counted_plainly(text: &str) -> Option<Prefix<'_>> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = text.get(digits..)?.strip_prefix(['.', ')', ':'])?;
    let words = behind.trim_start_matches(' ');
    // A year is no place in a list.
    let is_number = (1..4).contains(&digits) && words.len() < behind.len() && words.starts_with(|c: char| c.is_ascii_graphic());
    let shown = text.get(..=digits).filter(|_| is_number)?;
    Some(Prefix { shown, length: text.len() - words.len(), of_question: false })
}

/// Whether a number may stand in front of a text: behind a letter of ASCII only if its word counts something.
fn may_count(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let goes_on = text.as_bytes().get(letters).is_some_and(|byte| !byte.is_ascii());
    letters == 0 || goes_on || text.get(..letters).is_some_and(|word| unit::of_word(&word.to_ascii_lowercase()).is_some())
}

/// Emoji and ornaments may stand before a number: `🚀 Part 1: …`.
fn decoration(text: &str) -> usize {
    text.find(|c: char| c.is_alphanumeric() || matches!(c, '(' | '（' | '[' | '【' | '#' | '№' | '§' | '🔟' | '❶'..='➓')).unwrap_or(0)
}

/// What stands between a number and the heading's words.
enum Separator {
    /// `. `, `) `, `: `, ` - `, `、`, or the end.
    Firm(usize),
    /// A space, or a full stop without one.
    Loose(usize),
}

impl Separator {
    fn certainty(&self) -> Certainty {
        match self {
            Self::Firm(_) => Certainty::Certain,
            Self::Loose(_) => Certainty::InSeries,
        }
    }

    fn length(&self) -> usize {
        match *self {
            Self::Firm(length) | Self::Loose(length) => length,
        }
    }
}

fn separator(text: &str) -> Option<Separator> {
    let rest = text.trim_start_matches(['.', '．', ')', '）', ':', '：', '、', '】', ']']);
    let marks = text.get(..text.len() - rest.len())?;
    let words = rest.trim_start();
    let length = text.len() - words.len();
    if marks.chars().count() > 3 {
        return None;
    }
    if words.is_empty() || (!marks.is_empty() && words.len() < rest.len()) {
        return Some(Separator::Firm(length));
    }
    if marks.is_empty() {
        if words.len() == rest.len() {
            return None;
        }
        let after = words.trim_start_matches(['-', '–', '—', '|', '·', '•', '→']);
        let dash = words.len() - after.len();
        let spaced = after.starts_with(char::is_whitespace) && !after.trim_start().starts_with(|c: char| c.is_ascii_digit());
        return Some(if dash > 0 && spaced { Separator::Firm(text.len() - after.trim_start().len()) } else { Separator::Loose(length) });
    }
    // No space follows: `1.Intro` and `1、什么` are numbering, `3.js` and `9:30` are not.
    let first = words.chars().next()?;
    match marks {
        "." if first.is_lowercase() => None,
        ":" | "." if first.is_numeric() => None,
        _ if first.is_alphabetic() || matches!(first, '`' | '"' | '“' | '«' | '「') => Some(Separator::Firm(length)),
        _ => None,
    }
}

fn numbered(series: Series, parts: Vec<u32>, length: usize, after: &str) -> Option<Numbered> {
    let separator = separator(after)?;
    Some(Numbered { number: Number { series, parts }, certainty: separator.certainty(), length: length + separator.length() })
}

fn pictured(text: &str) -> Option<Numbered> {
    let (value, length) = numeral::pictured(text)?;
    let after = text.get(length..)?;
    let rest = after.trim_start_matches(['.', ')', ':', '-', '–', '—']).trim_start();
    Some(Numbered {
        number: Number { series: Series::Plain, parts: vec![value] },
        certainty: Certainty::Certain,
        length: text.len() - rest.len(),
    })
}

fn bracketed(text: &str) -> Option<Numbered> {
    let (open, close) = [("(", ")"), ("（", "）"), ("[", "]"), ("【", "】")].into_iter().find(|(open, _)| text.starts_with(open))?;
    let inner = text.get(open.len()..)?;
    let (series, (value, length)) = numeral::digits(inner)
        .map(|numeral| (Series::Bracketed, numeral))
        .or_else(|| numeral::han(inner).map(|numeral| (Series::Bracketed, numeral)))
        .or_else(|| numeral::letter(inner).map(|numeral| (Series::LowerLetter, numeral)))?;
    let after = inner.get(length..)?.strip_prefix(close)?;
    let rest = after.trim_start_matches(['.', ':', '：', '、', '-']).trim_start();
    let certainty = if series == Series::Bracketed && !is_year(value) { Certainty::Certain } else { Certainty::InSeries };
    Some(Numbered { number: Number { series, parts: vec![value] }, certainty, length: text.len() - rest.len() })
}

fn plain(text: &str) -> Option<Numbered> {
    let marked = text.trim_start_matches(['#', '№', '§']).trim_start();
    let (parts, length) = dotted(marked)?;
    let after = marked.get(length..)?;
    let mut found = numbered(Series::Plain, parts, text.len() - after.len(), after)?;
    match found.number.parts.as_slice() {
        // A year, or a bare large number (`404 errors`), is no place in a list.
        [year] if is_year(*year) => return None,
        [value] if found.certainty == Certainty::InSeries && (*value > 99 || text.get(found.length..)?.starts_with(char::is_lowercase)) => {
            return None;
        }
        _ => {}
    }
    if marked.len() < text.len() {
        found.certainty = Certainty::Certain;
    }
    Some(found)
}

fn is_year(value: u32) -> bool {
    (1900..2100).contains(&value)
}

/// `1`, `2.2`, `1.2.3`
fn dotted(text: &str) -> Option<(Vec<u32>, usize)> {
    let (first, mut length) = numeral::digits(text)?;
    let mut parts = vec![first];
    while let Some(rest) = text.get(length..).and_then(|rest| rest.strip_prefix('.'))
        && let Some((value, more)) = numeral::digits(rest)
    {
        parts.push(value);
        length += 1 + more;
    }
    (parts.len() <= 5).then_some((parts, length))
}

/// `第1章`, `第一部分`, `제1장`, `1부:`
fn suffixed(text: &str) -> Option<Numbered> {
    let (units, rest, marked) = if let Some(rest) = text.strip_prefix('第') {
        (HAN_UNITS, rest.trim_start(), true)
    } else if let Some(rest) = text.strip_prefix('제') {
        (HANGUL_UNITS, rest.trim_start(), true)
    } else {
        (HANGUL_UNITS, text, false)
    };
    let (value, length) = numeral::digits(rest).or_else(|| numeral::han(rest))?;
    let after = rest.get(length..)?.trim_start();
    let (unit, length) = unit::suffix(after, units)?;
    let after = after.get(length..)?;
    let words = after.trim_start_matches([':', '：', '.', '、', '-', '–', '—', ' ', '　', '·']);
    if !marked && words.len() == after.len() && !words.is_empty() {
        return None;
    }
    let certainty = if marked || !after.starts_with(' ') { Certainty::Certain } else { Certainty::InSeries };
    Some(Numbered { number: Number { series: Series::Unit(unit), parts: vec![value] }, certainty, length: text.len() - words.len() })
}

/// `Part 1:`, `Chapter IV -`, `Q1.`, `Вопрос №5:`, `Appendix A.`
fn word(text: &str) -> Option<Numbered> {
    // A combining vowel sign of Devanagari is part of its word.
    let end = text.find(|c: char| !(c.is_alphabetic() || ('\u{900}'..'\u{97f}').contains(&c))).unwrap_or(text.len());
    let name = text.get(..end)?;
    let gap = text.get(end..)?;
    let after = gap.trim_start_matches(['.', '-', '_', '#', '№', ' ', '\u{a0}']);
    let spaced = after.len() < gap.len();
    let (parts, length) =
        dotted(after).or_else(|| if spaced { counted(after).map(|(value, length)| (vec![value], length)) } else { None })?;
    let unit = unit::of_word(&name.to_lowercase())?;
    let after = after.get(length..)?;
    let found = numbered(Series::Unit(unit), parts, text.len() - after.len(), after)?;
    if found.number.parts.iter().any(|&part| part > 999 && unit != Unit::Question) {
        return None;
    }
    // `Level 2 cache` goes on as a sentence does; `Level 2 Loops` does not.
    let goes_on = text.get(found.length..).is_some_and(|rest| rest.starts_with(char::is_lowercase));
    (found.certainty == Certainty::Certain || !goes_on).then_some(found)
}

fn counted(text: &str) -> Option<Numeral> {
    numeral::roman(text).or_else(|| numeral::letter(text)).or_else(|| numeral::word(text)).or_else(|| numeral::han(text))
}

/// `一、`, `二. `
fn han(text: &str) -> Option<Numbered> {
    let (value, length) = numeral::han(text)?;
    let after = text.get(length..)?;
    let found = numbered(Series::Han, vec![value], length, after)?;
    (found.certainty == Certainty::Certain && found.length < text.len()).then_some(found)
}

/// `IV.`, `A)`, `b.`: numbering only among its like.
fn lettered(text: &str, found: &mut Vec<Numbered>) {
    let upper = text.starts_with(char::is_uppercase);
    let roman = if upper { Series::UpperRoman } else { Series::LowerRoman };
    let letter = if upper { Series::UpperLetter } else { Series::LowerLetter };
    for (series, numeral) in [(roman, numeral::roman(text)), (letter, numeral::letter(text))] {
        let Some((value, length)) = numeral else { continue };
        if let Some(after) = text.get(length..)
            && after.starts_with(['.', ')', ':', '）', '、', ' '])
            && let Some(mut numbered) = numbered(series, vec![value], length, after)
            && numbered.certainty == Certainty::Certain
        {
            numbered.certainty = Certainty::InSeries;
            found.push(numbered);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Option<(Option<&str>, &str, Certainty)> {
        readings(text).first().map(|found| {
            let (shown, rest) = found.split(text);
            (shown, rest, found.certainty)
        })
    }

    #[test]
    fn numbering_is_split_from_the_words() {
        use Certainty::{Certain, InSeries};
        for (text, shown, rest, certainty) in [
            ("1. Heaps", "1.", "Heaps", Certain),
            ("12) Heaps", "12)", "Heaps", Certain),
            ("2.2. Heaps", "2.2.", "Heaps", Certain),
            ("2.2 Heaps", "2.2", "Heaps", InSeries),
            ("3 - Heaps", "3 -", "Heaps", Certain),
            ("1.Heaps", "1.", "Heaps", Certain),
            ("1、什么是堆", "1、", "什么是堆", Certain),
            ("１．ヒープ", "１．", "ヒープ", Certain),
            ("(4) Heaps", "(4)", "Heaps", Certain),
            ("1\u{fe0f}\u{20e3} Heaps", "1\u{fe0f}\u{20e3}", "Heaps", Certain),
            ("🚀 7. Heaps", "🚀 7.", "Heaps", Certain),
            ("#3 Heaps", "#3", "Heaps", Certain),
            ("Part 1: Heaps", "Part 1:", "Heaps", Certain),
            ("PART II — Heaps", "PART II —", "Heaps", Certain),
            ("Part One: Heaps", "Part One:", "Heaps", Certain),
            ("Chapter 3 - Heaps", "Chapter 3 -", "Heaps", Certain),
            ("Section 4.2. Heaps", "Section 4.2.", "Heaps", Certain),
            ("Appendix A: Heaps", "Appendix A:", "Heaps", Certain),
            ("Step 2 Build a heap", "Step 2", "Build a heap", InSeries),
            ("Q1. What is a heap?", "Q1.", "What is a heap?", Certain),
            ("Q12: What is a heap?", "Q12:", "What is a heap?", Certain),
            ("Q.3) What is a heap?", "Q.3)", "What is a heap?", Certain),
            ("Teil 2: Halden", "Teil 2:", "Halden", Certain),
            ("Capítulo 4. Montículos", "Capítulo 4.", "Montículos", Certain),
            ("Часть 1. Кучи", "Часть 1.", "Кучи", Certain),
            ("Вопрос №5: Что такое куча?", "Вопрос №5:", "Что такое куча?", Certain),
            ("Розділ 3: Купи", "Розділ 3:", "Купи", Certain),
            ("第1章 堆", "第1章", "堆", Certain),
            ("第一部分：堆", "第一部分：", "堆", Certain),
            ("第十二节、堆", "第十二节、", "堆", Certain),
            ("二、堆", "二、", "堆", Certain),
            ("（三）堆", "（三）", "堆", Certain),
            ("제2장. 힙", "제2장.", "힙", Certain),
            ("ステップ3：ヒープ", "ステップ3：", "ヒープ", Certain),
            ("अध्याय 2: हीप", "अध्याय 2:", "हीप", Certain),
            ("الفصل ٢: الكومة", "الفصل ٢:", "الكومة", Certain),
            ("A. Warming up", "A.", "Warming up", InSeries),
            ("IV. Heaps", "IV.", "Heaps", InSeries),
        ] {
            assert_eq!(first(text), Some((Some(shown), rest, certainty)), "{text}");
        }
    }

    #[test]
    fn words_that_look_like_numbers_stay_words() {
        for text in [
            "3 ways to sort",
            "2024 changes",
            "2024. A review",
            "A guide",
            "I/O",
            "404 errors",
            "9:30 stand-up",
            "3.js",
            "3D graphics",
            "2FA",
            "C++",
            "C",
            "Step by step",
            "Partial functions",
            "Questions",
            "Q&A",
            "Level 2 cache",
            "一个例子",
            "三种方法",
            "1장점",
            "Tag a release",
            "MIX. x",
            "-1 as a value",
            "O(1) look-ups",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn a_heading_that_is_all_number_keeps_its_words() {
        assert_eq!(first("Chapter 3"), Some((None, "Chapter 3", Certainty::Certain)));
    }

    #[test]
    fn numbers_know_their_neighbours() {
        let number = |text: &str| readings(text)[0].number.clone();
        assert!(number("2. b").follows(&number("1. a")));
        assert!(number("2.1. b").follows(&number("1.4. a")));
        assert!(!number("2.2. b").follows(&number("1.4. a")));
        assert!(number("2.1. b").is_part_of(&number("2. a")));
        assert!(!number("Part 2: b").follows(&number("1. a")));
        assert!(number("Teil 2: b").follows(&number("Part 1: a")));
    }
}
