//! Phrases around a concept's name: "Introduction to", "What is …?", "Deep Dive".
//!
//! Takes a heading's words; gives them without such phrases, one after the other, until a name or a heading of `generic.rs`
//! is left. Tables by language. Must not judge what is left.

use crate::guide::address::fold;
use crate::guide::topics::generic::is_generic;
use crate::guide::topics::name::key;

/// Phrases in front of a name. Longer ones stand before those that they begin with.
const BEFORE: &[&str] = &[
    "a deep dive into",
    "deep dive into",
    "deep dive",
    "an introduction to",
    "introduction to",
    "intro to",
    "an overview of",
    "overview of",
    "a guide to",
    "guide to",
    "the basics of",
    "basics of",
    "the fundamentals of",
    "fundamentals of",
    "getting started with",
    "working with",
    "how to use",
    "when to use",
    "why use",
    "not using",
    "using",
    "understanding",
    "mastering",
    "exploring",
    "demystifying",
    "explaining",
    "explain",
    "describe",
    "define",
    "more on",
    "more about",
    "all about",
    "advanced",
    "common",
    "proper",
    "essential",
    "practical",
    "core",
    "what is",
    "what are",
    "what's",
    "what does",
    "who is",
    "einführung in",
    "was ist",
    "was sind",
    "grundlagen der",
    "grundlagen von",
    "introducción a",
    "qué es",
    "qué son",
    "introduction à",
    "introduction au",
    "introduction aux",
    "qu'est-ce que",
    "qu'est-ce qu'un",
    "introdução a",
    "introdução ao",
    "introdução à",
    "o que é",
    "o que são",
    "введение в",
    "что такое",
    "основы",
    "как работает",
];

/// Phrases behind a name.
const AFTER: &[&str] = &[
    "a deep dive",
    "deep dive",
    "in depth",
    "in detail",
    "in practice",
    "in a nutshell",
    "explained",
    "basics",
    "fundamentals",
    "essentials",
    "overview",
    "introduction",
    "intro",
    "concepts",
    "cheat sheet",
    "cheatsheet",
    "crash course",
    "interview questions and answers",
    "interview questions",
    "interview notes",
    "interview preparation guide",
    "interview preparation",
    "interview guide",
    "tutorial",
    "guide",
    "notes",
    "101",
    "recap",
    "refresher",
    "überblick",
    "grundlagen",
];

/// Questions whose middle is the name: what stands before it, and what after.
const AROUND: &[(&str, &str)] = &[
    ("how does", "work"),
    ("how do", "work"),
    ("how", "works"),
    ("how", "work"),
    ("what does", "mean"),
    ("wie funktioniert", ""),
    ("wie funktionieren", ""),
];

/// The same in scripts that do not part words.
const BEFORE_UNPARTED: &[&str] = &["什么是", "什麼是", "深入理解", "深入", "理解"];

/// The same in scripts that do not part words.
const AFTER_UNPARTED: &[&str] = &["是什么", "是什麼", "简介", "簡介", "介绍", "入门", "基础", "详解", "とは何か", "とは", "入門", "の基礎"];

/// Articles in front of a name.
const ARTICLES: &[&str] = &["the", "a", "an", "der", "das", "le", "la", "les", "el", "los", "las", "il"];

/// Words that make a question of what is no name.
const ASKING: &[&str] = &[
    "how",
    "why",
    "what",
    "when",
    "which",
    "where",
    "who",
    "whose",
    "can",
    "could",
    "do",
    "does",
    "did",
    "is",
    "are",
    "was",
    "should",
    "would",
    "will",
    "have",
    "has",
    "if",
    "wie",
    "warum",
    "was",
    "wann",
    "welche",
    "cómo",
    "por",
    "qué",
    "comment",
    "pourquoi",
    "quand",
    "como",
    "quando",
    "как",
    "почему",
    "зачем",
    "когда",
    "какие",
    "какой",
    "чем",
];

/// A heading without the phrases around its name. `None` for a question that asks for more than a name.
pub(super) fn stripped(heading: &str) -> Option<String> {
    let asks = heading.trim_end().ends_with(['?', '？']);
    let mut words: Vec<&str> = heading.trim_matches(is_decoration).split_whitespace().collect();
    let mut folded: Vec<String> = words.iter().map(|word| fold(word.trim_matches(is_decoration))).collect();
    loop {
        let before = words.len();
        let (from, upto) = if is_generic(&key(&words.join(" "))) { (0, before) } else { kept(&folded) };
        words = words.get(from..upto).unwrap_or_default().to_vec();
        folded = folded.get(from..upto).unwrap_or_default().to_vec();
        if words.len() == before {
            break;
        }
    }
    if asks && (words.len() > 4 || folded.first().is_some_and(|first| ASKING.contains(&first.as_str()))) {
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

/// Which of the words one phrase leaves.
fn kept(words: &[String]) -> (usize, usize) {
    let all = (0, words.len());
    let begins = |phrase: &str| starts_with(words.iter(), phrase.split(' ')).filter(|length| *length < words.len());
    let ends = |phrase: &str| starts_with(words.iter().rev(), phrase.rsplit(' ')).filter(|length| *length < words.len());
    let around = AROUND.iter().find_map(|(before, after)| {
        let from = begins(before)?;
        let upto = words.len() - if after.is_empty() { 0 } else { ends(after)? };
        (from < upto).then_some((from, upto))
    });
    if let Some(around) = around {
        return around;
    }
    if let Some(from) = BEFORE.iter().find_map(|phrase| begins(phrase)) {
        return (from, words.len());
    }
    if words.len() > 1 && words.first().is_some_and(|first| ARTICLES.contains(&first.as_str())) {
        return (1, words.len());
    }
    AFTER.iter().find_map(|phrase| ends(phrase)).map_or(all, |length| (0, words.len() - length))
}

/// The number of words in a phrase, where the words begin with it.
fn starts_with<'w, 'p>(mut words: impl Iterator<Item = &'w String>, phrase: impl Iterator<Item = &'p str>) -> Option<usize> {
    let mut length = 0;
    for part in phrase {
        if words.next()? != part {
            return None;
        }
        length += 1;
    }
    Some(length)
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
