//! The spellings of a topic's names that running text is searched for, and how strictly each is taken.
//!
//! Takes a topic's names; gives spellings. A phrase is meant however it is capitalised; an acronym or a name of code only as it
//! is written; a short or an everyday word never. Must not look at notes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::guide::mention::boundary::is_gapless;
use crate::guide::mention::everyday::{is_everyday, is_name_and_word};
use crate::guide::topics::{key, singular};

/// A spelling of a topic's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spelling {
    /// The words.
    pub(super) text: String,
    /// How they are taken.
    pub(super) case: Case,
    /// Whether they are the name itself.
    pub(super) form: Form,
}

/// How strictly a spelling is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Case {
    /// Only in these capitals: `GIL`, never `gil`.
    AsWritten,
    /// In any: a phrase of several words, or of letters that know no case.
    Phrase,
    /// In any, and it is a single word.
    Word,
}

/// How a spelling came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// It is the name.
    Name,
    /// It is the name in the other number.
    Derived,
}

/// The spellings of a topic, in the singular and in the plural.
pub(super) fn spellings(names: &[&str]) -> BTreeSet<Spelling> {
    let names = || names.iter().copied();
    // `slots` is how an address spells `__slots__`, and an English word.
    let stripped: BTreeSet<_> = names().filter(|name| name.contains('_')).map(key).collect();
    let meant = names().filter(|name| name.contains('_') || !stripped.contains(&key(name)));
    let all = meant.filter_map(|name| Some((name, case(name)?))).flat_map(|(name, case)| numbers(name, case));
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert(if one.case == Case::AsWritten { one.text.clone() } else { one.text.to_lowercase() })).collect()
}

/// How a name is taken; `None` for one that is not searched for.
fn case(name: &str) -> Option<Case> {
    let letters = || name.chars().filter(|c| c.is_alphanumeric());
    let count = letters().count();
    let is_single = !name.contains([' ', '-']);
    let is_code = name.contains(['_', '.', '(', ')', '@', '+', '#', '/', '<', '=', '*', ':']) || letters().any(char::is_numeric);
    if is_gapless(name) {
        return (count >= 2 && !is_everyday(name)).then_some(Case::Phrase);
    }
    if !is_single {
        return Some(Case::Phrase);
    }
    if is_code {
        return (count >= 2 || name.contains(['+', '#'])).then_some(Case::AsWritten);
    }
    // `GraphQL`, `iOS`, `GIL`: capitals that no rule of grammar asks for.
    if count >= 2 && name.chars().skip(1).any(char::is_uppercase) {
        return Some(Case::AsWritten);
    }
    if count <= 2 || is_everyday(name) {
        return None;
    }
    Some(if is_name_and_word(name) && name.starts_with(char::is_uppercase) { Case::AsWritten } else { Case::Word })
}

/// A name in the singular and the plural, where it has them.
fn numbers(name: &str, case: Case) -> Vec<Spelling> {
    let spelling = |text: String| Spelling { text, case, form: Form::Derived };
    let mut all = vec![Spelling { text: name.to_owned(), case, form: Form::Name }];
    let start = name.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (lead, last) = name.split_at(start);
    if !last.is_ascii() || !last.ends_with(|c: char| c.is_ascii_alphabetic()) {
        return all;
    }
    let is_acronym = last.ends_with(|c: char| c.is_ascii_uppercase());
    if is_acronym {
        all.push(spelling(format!("{name}s")));
    } else if case != Case::AsWritten {
        let lower = last.to_ascii_lowercase();
        let one = singular(&lower);
        all.push(spelling(format!("{lead}{one}")));
        all.push(spelling(format!("{lead}{}", plural(&one))));
    }
    all
}

/// The English plural of a word.
fn plural(word: &str) -> Cow<'_, str> {
    let has = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    match word.strip_suffix('y') {
        Some(stem) if !has(&["ay", "ey", "oy", "uy"]) => [stem, "ies"].concat().into(),
        _ if has(&["s", "x", "sh", "ch"]) => [word, "es"].concat().into(),
        _ => [word, "s"].concat().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Vec<String> {
        spellings(names).into_iter().map(|one| format!("{} {:?}", one.text, one.case)).collect()
    }

    #[test]
    fn phrases_are_meant_in_any_case_and_number() {
        assert_eq!(of(&["Event Loop"]), ["Event Loop Phrase", "Event loops Phrase"]);
        assert_eq!(of(&["decorators"]), ["decorator Word", "decorators Word"]);
        assert_eq!(of(&["Entropy"]), ["Entropy Word", "entropies Word"]);
    }

    #[test]
    fn acronyms_and_code_are_meant_as_they_are_written() {
        assert_eq!(of(&["GIL"]), ["GIL AsWritten", "GILs AsWritten"]);
        assert_eq!(of(&["GraphQL"]), ["GraphQL AsWritten", "GraphQLs AsWritten"]);
        assert_eq!(of(&["__slots__", "slots"]), ["__slots__ AsWritten"]);
        assert_eq!(of(&["C++", "C#", "Node.js"]), ["C# AsWritten", "C++ AsWritten", "Node.js AsWritten"]);
        assert_eq!(of(&["Rust"]), ["Rust AsWritten"]);
    }

    #[test]
    fn short_and_everyday_words_are_not_searched_for() {
        for name in ["Go", "it", "C", "R", "State", "Functions", "Testing", "函数", "值"] {
            assert_eq!(of(&[name]), [""; 0], "{name}");
        }
    }

    #[test]
    fn other_scripts_are_taken_as_they_are() {
        assert_eq!(of(&["垃圾回收", "Сборка мусора"]), ["Сборка мусора Phrase", "垃圾回收 Phrase"]);
    }
}
