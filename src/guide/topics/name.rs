//! A topic's name: how it is shown, and how it is compared.
//!
//! Takes words; gives a [`Name`] whose key is the same for every spelling of one name: letter case, hyphens, underscores and
//! the plural do not matter. Also tells whether one name is short for another. Must not know where names come from.
//! `stem.rs` knows endings.

use std::borrow::Cow;

use crate::guide::fold::fold;
use crate::guide::topics::stem;

/// A name with what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// As people write it.
    pub(super) text: String,
    /// As it is compared.
    pub(super) key: String,
}

/// Words that end like a plural and are none, or that another word would be taken for.
const NO_PLURALS: &[&str] =
    &["https", "ios", "macos", "sass", "kubernetes", "postgres", "redis", "rails", "series", "news", "always", "pandas", "windows"];

/// What stands between the keys of what is compared.
const VERSUS: &str = " vs. ";

/// The longest name, in characters.
const LONGEST: usize = 60;

/// The most words that a name has.
const MOST_WORDS: usize = 6;

impl Name {
    /// The name that some words are. `None` for what is no name: nothing to read in it, or too much.
    pub(super) fn new(text: &str) -> Option<Self> {
        let words: Vec<_> = text.split_whitespace().collect();
        let says = |word: &&str| word.contains(char::is_alphanumeric);
        let (from, upto) = (words.iter().position(says).unwrap_or(0), words.iter().rposition(says).map_or(0, |last| last + 1));
        let text = words.get(from..upto).unwrap_or_default().join(" ");
        let key = key(&text);
        let fits = text.chars().count() <= LONGEST && text.split(' ').count() <= MOST_WORDS;
        let reads = |c: char| !matches!(c, '=' | '{' | '}' | '[' | ']' | '<' | '>' | '→' | '%' | '|' | ';' | '~' | '^');
        (fits && key.contains(char::is_alphabetic) && text.chars().all(reads)).then_some(Self { text, key })
    }

    /// The name of a comparison. In which order two names stand does not matter.
    pub(super) fn versus(a: &Self, b: &Self) -> Self {
        let (first, second) = if a.key <= b.key { (a, b) } else { (b, a) };
        let text = format!("{} vs {}", capitalised(&a.text), b.text);
        Self { text, key: [&first.key, VERSUS, &second.key].concat() }
    }

    /// Whether the name is short for another: `GIL` for "Global Interpreter Lock".
    pub(super) fn is_short_for(&self, long: &Self) -> bool {
        let letters: String = self.text.chars().filter(|c| c.is_alphanumeric()).collect();
        let capitals = letters.chars().filter(|c| c.is_uppercase()).count();
        let is_acronym = !self.text.contains(' ') && (2..=8).contains(&letters.chars().count()) && capitals >= 2;
        if !is_acronym || !long.text.contains([' ', '-']) {
            return false;
        }
        // Initials would do for most, but XML is "Extensible Markup Language" and REST "Representational State Transfer".
        let letters = fold(letters.strip_suffix('s').unwrap_or(&letters));
        let long = fold(&long.text);
        let mut wanted = letters.chars().peekable();
        for c in long.chars() {
            wanted.next_if_eq(&c);
        }
        wanted.peek().is_none() && letters.chars().next() == long.chars().next()
    }
}

/// Whether a key is that of a comparison.
pub(super) fn is_versus(key: &str) -> bool {
    key.contains(VERSUS)
}

/// A sentence's first word where it begins one; a word with capitals or marks of its own stays as it is.
fn capitalised(text: &str) -> Cow<'_, str> {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) if first.is_lowercase() && rest.as_str().chars().all(|c| c.is_lowercase() || c == ' ') => {
            first.to_uppercase().chain(rest).collect::<String>().into()
        }
        _ => text.into(),
    }
}

/// What a name is compared by.
pub(in crate::guide) fn key(text: &str) -> String {
    let folded = fold(text);
    let gap = |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '/' | '‐' | '‑' | '–' | '·');
    let mark = |c: &char| matches!(c, '"' | '\'' | '’' | '‘' | '“' | '”' | '`' | '(' | ')' | ',' | ':' | ';' | '!' | '?');
    let mut key = String::with_capacity(folded.len());
    let mut last = 0;
    for word in folded.split(gap) {
        let end = key.len();
        if end > 0 {
            key.push(' ');
        }
        let start = key.len();
        match word {
            "&" => key.push_str("and"),
            _ => key.extend(word.chars().filter(|c| !mark(c))),
        }
        if key.len() > start {
            last = start;
        } else {
            key.truncate(end);
        }
    }
    let word = key.split_off(last);
    key.push_str(&singular(&word));
    if is_inflected(&key) { key.split(' ').map(stem::russian).collect::<Vec<_>>().join(" ") } else { key }
}

/// Whether words change their endings with every use, not only in the plural: those of Cyrillic script do.
pub(super) fn is_inflected(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| ('\u{400}'..'\u{500}').contains(&c))
}

/// An English word without the ending of its plural.
pub(super) fn singular(word: &str) -> Cow<'_, str> {
    if word.len() <= 3 || !word.ends_with('s') || !word.is_ascii() || NO_PLURALS.contains(&word) {
        return Cow::Borrowed(word);
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Cow::Owned([stem, "y"].concat());
    }
    let has = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let ending = match word {
        _ if has(&["sses", "shes", "ches", "xes"]) => "es",
        _ if has(&["ss", "us", "is", "os"]) => "",
        _ => "s",
    };
    Cow::Borrowed(word.strip_suffix(ending).unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_short(short: &str, long: &str) -> bool {
        Name::new(short).unwrap().is_short_for(&Name::new(long).unwrap())
    }

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (a, b) in [
            ("Decorators", "decorator"),
            ("Object-Oriented Programming", "object oriented programming"),
            ("__slots__", "Slots"),
            ("Classes", "class"),
            ("Strategies", "strategy"),
            ("async/await", "Async Await"),
            ("Pros & Cons", "pros and con"),
            ("\"Dunder\" Methods", "Dunder method"),
            ("E\u{301}tat", "état"),
            ("Do's", "DOs"),
            ("Сборка мусора", "сборке мусора"),
            ("Индексы", "индекс"),
        ] {
            assert_eq!(key(a), key(b), "{a} and {b}");
        }
    }

    #[test]
    fn other_names_have_other_keys() {
        for (a, b) in
            [("HTTPS", "HTTP"), ("C++", "C"), ("C#", "C"), ("iOS", "IO"), ("Process", "Proces"), ("Status", "Statu"), ("AWS", "AW")]
        {
            assert_ne!(key(a), key(b), "{a} and {b}");
        }
    }

    #[test]
    fn acronyms_are_short_for_their_words() {
        assert!(is_short("GIL", "Global Interpreter Lock"));
        assert!(is_short("MRO", "Method Resolution Order"));
        assert!(is_short("OOP", "Object-Oriented Programming"));
        assert!(is_short("REST", "Representational State Transfer"));
        assert!(is_short("ADTs", "Abstract Data Types"));
        assert!(!is_short("GIL", "Garbage Collection"));
        assert!(!is_short("API", "Caching"));
        assert!(!is_short("with", "Wide Interface Through Holes"));
    }

    #[test]
    fn what_cannot_be_read_or_is_a_sentence_is_no_name() {
        assert_eq!(Name::new("1.2"), None);
        assert_eq!(Name::new("—"), None);
        assert_eq!(Name::new("x = [1]"), None);
        assert_eq!(Name::new("one two three four five six seven"), None);
        assert_eq!(Name::new(&"长".repeat(61)), None);
        assert!(Name::new("垃圾回收").is_some());
    }
}
