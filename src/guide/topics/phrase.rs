//! Phrases around a concept's name: "Introduction to", "What is …?", "Deep Dive".
//!
//! Takes a heading's words; gives them without such phrases, one after the other, until a name or a heading of `generic.rs`
//! is left. Tables by language. Must not judge what is left.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::guide::fold::fold;
use crate::guide::topics::generic::is_generic;
use crate::guide::topics::name::key;
use crate::ids::{IdVec, NoteId};
use crate::note::Note;

/// Phrases in front of a name. Longer ones stand before those that they begin with.
const BEFORE: &str = "a deep dive into; deep dive into; deep dive; an introduction to; introduction to; intro to; an overview of; \
    overview of; a guide to; guide to; the basics of; basics of; the fundamentals of; fundamentals of; \
    getting started with; working with; how to use; when to use; why use; not using; using; use of; use; always use; never use; don't use; do not use; avoid; avoiding; prefer; leverage; \
    the concept of; the pillars of; pillars of; the role of; the purpose of; the benefits of; purpose of; benefits of; aka; a.k.a.; also called; also known as; \
    what do you know about; tell me about; what is meant by; understanding; mastering; \
    exploring; demystifying; explaining; explain; describe; define; more on; more about; all about; advanced; common; \
    proper; essential; practical; core; what is; what are; what's; what does; who is; einführung in; was ist; was sind; \
    grundlagen der; grundlagen von; introducción a; qué es; qué son; introduction à; introduction au; introduction aux; \
    qu'est-ce que; qu'est-ce qu'un; introdução a; introdução ao; introdução à; o que é; o que são; wie funktioniert; \
    wie funktionieren; введение в; что такое; основы; как работает";

/// Phrases behind a name.
const AFTER: &str = "a deep dive; deep dive; in depth; in detail; in practice; in a nutshell; explained; basics; fundamentals; essentials; \
    overview; introduction; intro; concepts; cheat sheet; cheatsheet; crash course; interview questions and answers; \
    interview questions; interview notes; interview preparation guide; interview preparation; interview guide; tutorial; \
    guide; notes; 101; recap; refresher; überblick; grundlagen";

/// What a guide is often about as a whole, which headings repeat at their ends: "in Python", "with SQL".
const SUBJECTS: &str = "c; c++; c#; go; golang; java; javascript; js; kotlin; linux; node; node.js; php; python; python 3; react; ruby; rust; \
    scala; sql; swift; typescript";

/// What leads to a subject.
const TOWARDS: &[&str] = &["in", "with", "for", "using", "en", "em", "на", "в"];

/// Questions whose middle is the name: what stands before it, and what after.
const AROUND: &[(&[&str], &[&str])] = &[
    (&["how", "does"], &["work"]),
    (&["how", "do"], &["work"]),
    (&["how"], &["works"]),
    (&["how"], &["work"]),
    (&["what", "does"], &["mean"]),
];

/// The same in scripts that do not part words.
const BEFORE_UNPARTED: &[&str] = &["什么是", "什麼是", "深入理解", "深入", "理解"];

/// The same in scripts that do not part words.
const AFTER_UNPARTED: &[&str] = &["是什么", "是什麼", "简介", "簡介", "介绍", "入门", "基础", "详解", "とは何か", "とは", "入門", "の基礎"];

/// Articles in front of a name.
const ARTICLES: &[&str] = &["the", "a", "an", "der", "das", "le", "la", "les", "el", "los", "las", "il"];

/// Words that make a question of what is no name.
const ASKING: &str = "how; why; what; when; which; where; who; whose; can; could; do; does; did; is; are; was; should; would; will; have; \
    has; if; wie; warum; was; wann; welche; cómo; por; qué; comment; pourquoi; quand; como; quando; как; почему; зачем; \
    когда; какие; какой; чем";

/// Phrases by the word that is looked at first, split into words.
type ByWord = HashMap<&'static str, Vec<Vec<&'static str>>>;

static BEFORE_BY_FIRST: LazyLock<ByWord> = LazyLock::new(|| by_word(BEFORE, <[&str]>::first));
static AFTER_BY_LAST: LazyLock<ByWord> = LazyLock::new(|| by_word(AFTER, <[&str]>::last));

fn by_word(phrases: &'static str, word: impl for<'w> Fn(&'w [&'static str]) -> Option<&'w &'static str>) -> ByWord {
    let mut by_word = ByWord::new();
    for phrase in phrases.split("; ") {
        let words: Vec<_> = phrase.split(' ').collect();
        if let Some(&word) = word(&words) {
            by_word.entry(word).or_default().push(words);
        }
    }
    by_word
}

/// The subjects that most of the notes name in their titles: what all of the guide is about.
pub(super) fn subjects(notes: &IdVec<NoteId, Note>) -> Vec<String> {
    let titles: Vec<String> = notes.iter().map(|note| format!(" {} ", key(&note.outline.title.text))).collect();
    let is_subject = |subject: &&str| {
        let within = format!(" {subject} ");
        let named = titles.iter().filter(|title| title.contains(&within)).count();
        named > 0 && named * 2 >= titles.len()
    };
    SUBJECTS.split("; ").filter(is_subject).map(str::to_owned).collect()
}

/// A heading without the phrases around its name. `None` for a question that asks for more than a name.
pub(super) fn stripped(heading: &str) -> Option<String> {
    let asks = heading.trim_end().ends_with(['?', '？']);
    let heading = heading.trim_matches(is_decoration);
    let lower = fold(heading);
    let words: Vec<&str> = heading.split_whitespace().collect();
    let folded: Vec<&str> = lower.split_whitespace().map(|word| word.trim_matches(is_decoration)).collect();
    let (mut words, mut folded) = (words.as_slice(), folded.as_slice());
    loop {
        let (from, upto) = kept(folded);
        if upto - from == words.len() || is_generic(&key(&words.join(" "))) {
            break;
        }
        words = words.get(from..upto).unwrap_or_default();
        folded = folded.get(from..upto).unwrap_or_default();
    }
    if asks && (words.len() > 4 || folded.first().is_some_and(|first| ASKING.split("; ").any(|asking| asking == *first))) {
        return None;
    }
    let text = words.join(" ");
    let text = text.trim_matches(is_decoration);
    let text = BEFORE_UNPARTED.iter().find_map(|phrase| rest(text.strip_prefix(phrase)?)).unwrap_or(text);
    Some(AFTER_UNPARTED.iter().find_map(|phrase| rest(text.strip_suffix(phrase)?)).unwrap_or(text).to_owned())
}

fn rest(text: &str) -> Option<&str> {
    Some(text.trim_matches(is_decoration)).filter(|text| text.chars().count() > 1)
}

/// Which of the words one phrase leaves; never none.
fn kept(words: &[&str]) -> (usize, usize) {
    let all = (0, words.len());
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return all;
    };
    if let Some(middle) = AROUND.iter().find_map(|(before, after)| middle(words, before, after)) {
        return middle;
    }
    let begins = BEFORE_BY_FIRST.get(first).into_iter().flatten().find(|phrase| phrase.len() < words.len() && starts_with(words, phrase));
    if let Some(phrase) = begins {
        return (phrase.len(), words.len());
    }
    if words.len() > 1 && ARTICLES.contains(first) {
        return (1, words.len());
    }
    if let Some(upto) = before_subject(words) {
        return (0, upto);
    }
    let ends = AFTER_BY_LAST.get(last).into_iter().flatten().find(|phrase| phrase.len() < words.len() && ends_with(words, phrase));
    ends.map_or(all, |phrase| (0, words.len() - phrase.len()))
}

/// How many words stand before "in Python".
fn before_subject(words: &[&str]) -> Option<usize> {
    let at = words.iter().rposition(|word| TOWARDS.contains(word)).filter(|at| *at > 0)?;
    let subject = words.get(at + 1..)?.join(" ");
    SUBJECTS.split("; ").any(|known| known == subject).then_some(at)
}

/// The words between two phrases.
fn middle(words: &[&str], before: &[&str], after: &[&str]) -> Option<(usize, usize)> {
    let leaves_some = before.len() + after.len() < words.len();
    (leaves_some && starts_with(words, before) && ends_with(words, after)).then(|| (before.len(), words.len() - after.len()))
}

fn starts_with(words: &[&str], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, part)| word == part)
}

fn ends_with(words: &[&str], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().rev().zip(phrase.iter().rev()).all(|(word, part)| word == part)
}

/// What stands around names as ornament: emoji, bullets, quotation marks, punctuation. `_`, `+` and `#` are parts of names.
pub(super) fn is_decoration(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, '_' | '+' | '#' | '(' | ')' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_around_a_name_go() {
        for heading in [
            "What is GIL?",
            "What's the GIL?",
            "How does the GIL work?",
            "How the GIL Works",
            "Introduction to the GIL",
            "Understanding GIL",
            "GIL Deep Dive",
            "🔥 The GIL 🔥",
            "Advanced GIL",
            "An Introduction to the GIL in Depth",
            "“GIL”",
            "GIL: ",
            "Was ist der GIL?",
            "Что такое GIL?",
            "The GIL in Python",
            "GIL Basics with Python 3",
            "什么是 GIL",
            "GIL とは",
        ] {
            assert_eq!(stripped(heading).as_deref(), Some("GIL"), "{heading}");
        }
    }

    #[test]
    fn names_keep_their_own_marks() {
        for name in ["__slots__", "C++", "C#", "Event Loop", "Functions", "Overview", "Deep Dive"] {
            assert_eq!(stripped(name).as_deref(), Some(name), "{name}");
        }
    }

    #[test]
    fn questions_that_ask_for_more_are_no_names() {
        assert_eq!(stripped("Why would a thread pool starve under load?"), None);
        assert_eq!(stripped("Can you explain why it blocks?"), None);
        assert_eq!(stripped("如何优化查询性能？").as_deref(), Some("如何优化查询性能"));
    }
}
