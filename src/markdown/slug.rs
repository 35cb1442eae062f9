//! GitHub's heading ids.
//!
//! Takes heading text; gives the anchor that GitHub gives it: lower case, letters, marks, digits, `_` and `-` kept, spaces as
//! `-`, and a number for a second one of the same name. The rule is that of github-slugger, which mirrors GitHub's own code.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

/// Whether GitHub keeps a character that is not ASCII.
#[expect(clippy::expect_used, reason = "the pattern is a constant, and a test uses it")]
static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]$").expect("a valid pattern"));

/// Gives every heading of one note its anchor.
#[derive(Debug, Default)]
pub struct Slugger {
    taken: HashMap<String, u32>,
}

impl Slugger {
    /// The anchor of the next heading, given its plain text.
    pub fn slug(&mut self, text: &str) -> String {
        self.claim(&slug(text))
    }

    /// The anchor itself where it is free, else with the first free number.
    pub fn claim(&mut self, wanted: &str) -> String {
        let mut anchor = wanted.to_owned();
        let mut count = self.taken.get(wanted).copied();
        while let Some(seen) = count {
            let next = seen + 1;
            self.taken.insert(wanted.to_owned(), next);
            anchor = format!("{wanted}-{next}");
            count = self.taken.contains_key(&anchor).then_some(next);
        }
        self.taken.insert(anchor.clone(), 0);
        anchor
    }
}

/// The slug of a text, without regard to others.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ' ' | '\n' => out.push('-'),
            '-' | '_' => out.push(c),
            c if c.is_ascii() => {
                if c.is_ascii_alphanumeric() {
                    out.push(c.to_ascii_lowercase());
                }
            }
            c => {
                if WORD.is_match(c.encode_utf8(&mut [0; 4])) {
                    out.extend(c.to_lowercase());
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_githubs() {
        for (text, expected) in [
            ("Hello World", "hello-world"),
            ("1. The Global Interpreter Lock (GIL)", "1-the-global-interpreter-lock-gil"),
            ("What is `__slots__`?", "what-is-__slots__"),
            ("I ♥ unicode", "i--unicode"),
            ("Dash-dash", "dash-dash"),
            ("en–dash", "endash"),
            ("Привет мир", "привет-мир"),
            ("中文 标题", "中文-标题"),
            ("Ünïcödé", "ünïcödé"),
            ("C++ & C#", "c--c"),
            ("x² and ½", "x-and-"),
            (":rocket: Launch", "rocket-launch"),
            ("🚀 Launch", "-launch"),
            ("हिन्दी", "हिन्दी"),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn duplicates_get_githubs_numbers() {
        let mut slugger = Slugger::default();
        let slugs: Vec<_> = ["a", "a", "a-1", "a", "b"].map(|text| slugger.slug(text)).into();
        assert_eq!(slugs, ["a", "a-1", "a-1-1", "a-2", "b"]);
    }
}
