//! What stands in front of a question's words: its number, `Q.`, `Question:`.
//!
//! Takes plain texts and labels; gives how much of them is no question. Must not know where they stand.

use std::sync::LazyLock;

use super::vocabulary::{Lexicon, Look, level_of, look};
use crate::markdown::label::{Label, Spelling};
use crate::markdown::outline;
use crate::note::Level;

/// What stands in front of a question's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Front<'a> {
    /// Its number as shown.
    pub number: Option<&'a str>,
    /// How many bytes are none of its words.
    pub length: usize,
    /// Whether they say that a question follows.
    pub asks: bool,
    /// Whether they say that it is a scenario.
    pub poses: bool,
    /// How hard they say that it is.
    pub level: Option<Level>,
}

/// What stands in front of the items of a list that Markdown does not read as one.
const BULLETS: [char; 5] = ['•', '●', '▪', '‣', '◦'];

/// Reads what stands in front of a question's words: `12. `, `Q7: `, `Q. `, `3. Question: `.
pub(super) fn front(text: &str) -> Front<'_> {
    let mut front = Front::default();
    if is_bare(text) {
        return front;
    }
    while let Some(rest) = text.get(front.length..).filter(|rest| !rest.is_empty()) {
        if let Some(prefix) = Some(rest)
            .filter(|rest| holds_number(rest))
            .and_then(outline::prefix)
            .filter(|prefix| prefix.length < rest.len() || prefix.of_question)
            && front.number.is_none()
        {
            front.number = Some(prefix.shown);
            front.asks |= prefix.of_question;
            // `Scenario 2: …` may be a part of an article: it poses a situation where it asks at all.
            front.poses |= prefix.shown.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| POSING.holds(word));
            front.length += prefix.length;
        } else if let Some(shown) = loosely_counted(rest).filter(|_| front.number.is_none()) {
            front.number = Some(shown);
            front.asks = true;
            front.length += rest.len() - rest.get(shown.len()..).map_or(0, |words| words.trim_start().len());
        } else if let Some((length, poses)) = asking_word(rest) {
            front.asks = true;
            front.poses |= poses;
            front.length += length;
        } else if let Some((length, level)) = rated(rest) {
            front.asks = true;
            front.level = Some(level);
            front.length += length;
        } else if let Some(behind) = rest.strip_prefix(BULLETS) {
            front.length += rest.len() - behind.trim_start().len();
        } else {
            break;
        }
    }
    front
}

/// Whether the first bytes of a text hold neither a number nor a sign that ends a prefix: cheap to see, and most do not.
fn is_bare(text: &str) -> bool {
    let tells = |byte: u8| !byte.is_ascii() | byte.is_ascii_digit() | matches!(byte, b':' | b'.' | b')' | b'-' | b'[');
    match text.as_bytes().first_chunk::<NUMBERED>() {
        // Numbers, unlike truths, are joined for many bytes at once.
        Some(head) => head.iter().fold(0, |found, &byte| found | u8::from(tells(byte))) == 0,
        None => !text.bytes().any(tells),
    }
}

/// `Q7` or `Q.7` in front of words that ask: without a sign behind it, it may be a quarter of a year as well.
fn loosely_counted(text: &str) -> Option<&str> {
    let behind = text.strip_prefix('Q')?.trim_start_matches(['.', '-', ' ']);
    let words = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let begins = words.trim_start().starts_with(|c: char| c.is_uppercase() || c == '`');
    let counts = words.len() < behind.len() && words.starts_with(' ') && begins && look(words) > Look::States;
    counts.then(|| text.get(..text.len() - words.len())).flatten()
}

/// The level in brackets in front of a question: `[E] What is a heap?`.
fn rated(text: &str) -> Option<(usize, Level)> {
    let (mark, behind) = text.strip_prefix('[')?.split_once("] ")?;
    let level = match mark {
        "E" => Level::Basic,
        "M" => Level::Intermediate,
        "H" => Level::Advanced,
        _ => return None,
    };
    Some((text.len() - behind.trim_start().len(), level))
}

/// In how many bytes at the start of a text a number stands that counts it.
const NUMBERED: usize = 24;

/// Whether a number may stand at the start of a text: what is cheap to see.
fn holds_number(text: &str) -> bool {
    match text.as_bytes().iter().take(NUMBERED).find(|byte| byte.is_ascii_digit() || !byte.is_ascii()) {
        Some(byte) if byte.is_ascii() => true,
        Some(_) => text.chars().take(NUMBERED).any(|c| c.is_numeric() || c == '\u{20e3}'),
        None => false,
    }
}

/// Whether a number stands at the very start of a text or behind its first word: where a question's may.
fn counts(text: &str) -> bool {
    let is_word = |byte: &u8| byte.is_ascii_alphabetic();
    let is_gap = |byte: &u8| matches!(byte, b'.' | b'-' | b'_' | b'#' | b' ');
    // Cheap to see where all is ASCII.
    let next = text.as_bytes().iter().skip_while(|byte| is_word(byte)).find(|byte| !is_gap(byte));
    if next.is_none_or(u8::is_ascii) {
        return next.is_some_and(u8::is_ascii_digit);
    }
    let behind = text.trim_start_matches(|c: char| c.is_alphabetic() || ('\u{900}'..'\u{97f}').contains(&c));
    behind.trim_start_matches(['.', '-', '_', '#', '№', ' ', '\u{a0}']).starts_with(char::is_numeric)
}

/// What may stand in front of a question to say that it is one.
const ASKING_WORDS: &str = "\
question|que|q|interviewer|frage|pregunta|pergunta|questão|вопрос|питання|запитання|интервьюер|问题|問題|問|问|面试官|面試官|面接官|면접관|質問|질문|문제|प्रश्न|السؤال|سؤال|س|pytanie|domanda|soru|câu|pertanyaan|soal|vraag|întrebare|otázka|fråga|spørgsmål|kérdés|въпрос|pitanje";

/// The same for situations.
const POSING_WORDS: &str = "scenario|szenario|escenario|scénario|cenário|сценарий|сценарій|场景|シナリオ|시나리오";

static POSING: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(POSING_WORDS));

static ASKING: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(ASKING_WORDS));

/// Emoji and the like; quotation marks and letters are none.
fn is_ornament(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// `Q. `, `Q: `, `Q) `, `Q - `, `Question: `, `Scenario: ` and what other languages write so; whether it poses a situation.
fn asking_word(text: &str) -> Option<(usize, bool)> {
    // An ornament may stand in front: `🔹 Q: …`.
    if text.chars().next().is_some_and(is_ornament) {
        let words = text.trim_start_matches(|c| is_ornament(c) || c == ' ');
        let (length, poses) = asking_word(words)?;
        return Some((text.len() - words.len() + length, poses));
    }
    // Cheap to see: behind the first word stands a sign, or what is no ASCII.
    let mut behind = text.bytes().skip_while(u8::is_ascii_alphabetic).skip_while(u8::is_ascii_whitespace);
    if behind.next().is_none_or(|byte| byte.is_ascii() && !matches!(byte, b':' | b'.' | b')' | b'-' | 0x0b)) {
        return None;
    }
    let end = text.find(|c: char| !(c.is_alphabetic() || ('\u{900}'..'\u{97f}').contains(&c)))?;
    let (word, after) = text.split_at_checked(end)?;
    let after = after.trim_start();
    let poses = POSING.holds(word);
    let rest = after.trim_start_matches([':', '：', '.', ')', '）', '-', '–', '—', '、']);
    // `Q-learning` is a word.
    let joined = after.starts_with(['-', '–', '—']) && !rest.starts_with(char::is_whitespace);
    if rest.len() == after.len() || joined || !(poses || ASKING.holds(word)) {
        return None;
    }
    Some((text.len() - rest.trim_start().len(), poses))
}

/// The level that stands in brackets at the end of a question: `Why heaps? (Senior)`.
pub(super) fn rating(text: &str) -> Option<Level> {
    let held = text.trim_end().strip_suffix([')', ']', '）'])?;
    level_of(held.rsplit_once(['(', '[', '（'])?.1)
}

/// How long the head of a plain line is that opens a question or answer without a colon: `Q7. `, `Ans. `.
pub(super) fn plain_head(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if first == '[' {
        return callout_head(text);
    }
    if matches!(first, 'A' | 'a') {
        let rest = ["Answer", "ANSWER", "Ans", "ANS", "ans"].iter().find_map(|word| text.strip_prefix(word))?;
        let behind = rest.trim_start().strip_prefix(['.', '-', '–', '—']).filter(|behind| behind.starts_with(' '))?;
        return Some(text.len() - behind.len());
    }
    if !first.is_alphabetic() || !counts(text) {
        return None;
    }
    let certain = outline::prefix(text).filter(|prefix| prefix.of_question).map(|prefix| prefix.length);
    certain.or_else(|| loosely_counted(text).map(str::len))
}

/// How long the head of a callout is that Obsidian's writers ask with: `[!question]- `.
fn callout_head(text: &str) -> Option<usize> {
    let (kind, behind) = text.strip_prefix("[!")?.split_once(']')?;
    let asks = ["question", "faq", "quiz", "help"].iter().any(|known| kind.eq_ignore_ascii_case(known));
    asks.then(|| text.len() - behind.trim_start_matches(['-', '+']).len())
}

/// Whether a label is the head of a callout that asks, whatever its kind means elsewhere.
pub(super) fn is_callout_that_asks(label: &str) -> bool {
    label.starts_with("[!") && callout_head(label) == Some(label.len())
}

/// Whether a label is the number of a question: `**Q1: …**`, `**Question 3.** …`, `**Q2) …**`.
pub(super) fn is_numbered_question(label: &Label<'_>) -> bool {
    let words = &*label.words;
    let may_be = words.starts_with(char::is_alphabetic) && counts(words);
    let prefix = if may_be { outline::prefix(words) } else { None };
    prefix.is_some_and(|prefix| prefix.of_question && (label.spelling != Spelling::Plain || prefix.length == words.len()))
}

/// A label without the number behind it, colon and bracket.
fn unnumbered(words: &str) -> &str {
    let words = words.trim_start_matches([' ', '(', '（', '[']).trim_end_matches([' ', ':', '：']);
    let unnumbered = words.trim_end_matches(char::is_numeric);
    if unnumbered.ends_with([' ', '#']) { unnumbered.trim_end_matches(['#', ' ']) } else { words }
}

/// A label as a reader is shown it: as written, without a number. Nothing where it only says `Q` or `A`.
pub(super) fn shown_label(words: &str) -> Option<String> {
    // Most are words and nothing else.
    let is_bare = words.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b' ' | b'-'));
    let words = if is_bare { words.trim_matches(' ') } else { unnumbered(words) };
    let abbreviates = words.chars().count() < if words.is_ascii() { 5 } else { 2 } && !words.eq_ignore_ascii_case("trap");
    let numbers = counts(words) && outline::prefix(words).is_some_and(|prefix| prefix.length == words.len());
    (!abbreviates && !numbers).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_shown_as_written_unless_they_only_abbreviate() {
        let kept = ["Follow-up Trap", "The \"Hard\" Interview Question", "Trap", "Answer", "答案"];
        for label in kept {
            assert_eq!(shown_label(label).as_deref(), Some(label));
        }
        assert_eq!(shown_label("Interview Question #3:").as_deref(), Some("Interview Question"));
        for label in ["Q", "A", "Ans.", "Q1", "Q1:", "Question 3.", "问"] {
            assert_eq!(shown_label(label), None, "{label}");
        }
    }

    #[test]
    fn fronts_are_told_from_words() {
        for (text, number, words, asks) in [
            ("What is a heap?", None, "What is a heap?", false),
            ("12. What is a heap?", Some("12."), "What is a heap?", false),
            ("Q7: What is a heap?", Some("Q7:"), "What is a heap?", true),
            ("Q. What is a heap?", None, "What is a heap?", true),
            ("3. Question: What is a heap?", Some("3."), "What is a heap?", true),
            ("Вопрос 5. Что такое куча?", Some("Вопрос 5."), "Что такое куча?", true),
            ("问题：什么是堆？", None, "什么是堆？", true),
            ("Quicksort or heap sort?", None, "Quicksort or heap sort?", false),
            ("3 ways to sort", None, "3 ways to sort", false),
            ("Scenario: the disk is full", None, "the disk is full", true),
            ("Scenario 2: the disk is full", Some("Scenario 2:"), "the disk is full", false),
            ("Scenario-based questions", None, "Scenario-based questions", false),
            ("Q-learning: an overview", None, "Q-learning: an overview", false),
            ("• What is a heap?", None, "What is a heap?", false),
        ] {
            let front = front(text);
            assert_eq!((front.number, &text[front.length..], front.asks), (number, words, asks), "{text}");
        }
    }
}
