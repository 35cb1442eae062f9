//! How strictly a topic's names are taken before words of running text may lead to it.
//!
//! Takes topics; tells what words that name one are: a phrase is meant however it is capitalised; an acronym or a name of code
//! only as it is written; a short or an everyday word never. Must not look at notes.

use crate::guide::mention::boundary::is_gapless;
use crate::guide::topics::{is_everyday, is_name_and_word, key};
use crate::ids::{IdVec, TopicId};

/// How strictly a name is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Only in these capitals: `GIL`, never `gil`.
    AsWritten,
    /// In any: a phrase of several words, or of letters that know no case.
    Phrase,
    /// In any, and it is a single word.
    Word,
}

/// How words came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// They are the name.
    Name,
    /// They are the name in another number or with another ending.
    Derived,
}

/// The names of all topics.
#[derive(Debug)]
pub(super) struct Spellings {
    of_topics: IdVec<TopicId, Vec<Spelling>>,
}

/// A name that words may lead by.
#[derive(Debug)]
struct Spelling {
    name: String,
    key: String,
    case: Case,
}

impl Spellings {
    /// Learns the names of topics.
    pub(super) fn new<'n>(topics: impl Iterator<Item = impl Iterator<Item = &'n String> + Clone>) -> Self {
        Self { of_topics: topics.map(spellings).collect() }
    }

    /// What words are that name a topic; nothing where they must not lead to it.
    pub(super) fn judge(&self, topic: TopicId, words: &str) -> Option<(Case, Form)> {
        judge(&self.of_topics[topic], words)
    }
}

fn spellings<'n>(names: impl Iterator<Item = &'n String> + Clone) -> Vec<Spelling> {
    // `slots` is how an address spells `__slots__`, and an English word.
    let stripped: Vec<_> = names.clone().filter(|name| name.contains('_')).map(|name| key(name)).collect();
    let meant = names.filter(|name| name.contains('_') || !stripped.contains(&key(name)));
    meant.filter_map(|name| Some(Spelling { name: name.clone(), key: key(name), case: case(name)? })).collect()
}

fn judge(spellings: &[Spelling], words: &str) -> Option<(Case, Form)> {
    let is_as_written = |one: &Spelling| words == one.name || words.strip_suffix('s') == Some(&one.name);
    let is_meant = |one: &Spelling| one.case != Case::AsWritten || is_as_written(one);
    // Most words differ from the name in number and in the case of Latin letters, if at all.
    let at_sight = spellings.iter().filter(|one| is_meant(one)).find_map(|one| Some((one.case, form(&one.name, words)?)));
    if at_sight.is_some() || spellings.is_empty() {
        return at_sight;
    }
    let key = key(words);
    match spellings.iter().find(|one| one.key == key && is_meant(one)) {
        Some(one) => Some((one.case, if one.name.to_lowercase() == words.to_lowercase() { Form::Name } else { Form::Derived })),
        // A language that changes endings spells a name in ways that no key foresees.
        None if !words.is_ascii() && !is_everyday(words) => {
            spellings.iter().find(|one| !one.name.is_ascii() && one.case != Case::AsWritten).map(|one| (one.case, Form::Derived))
        }
        None => None,
    }
}

/// What words are of a name, where that can be seen without comparing keys.
fn form(name: &str, words: &str) -> Option<Form> {
    let is = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    if is(name, words) {
        return Some(Form::Name);
    }
    let with_s = |one: &str, more: &str| more.strip_suffix(['s', 'S']).is_some_and(|stem| is(stem, one));
    (with_s(name, words) || with_s(words, name)).then_some(Form::Derived)
}

/// How a name is taken; `None` for one by which nothing leads.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(names: &[&str], words: &str) -> Option<(Case, Form)> {
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        judge(&spellings(names.iter()), words)
    }

    #[test]
    fn phrases_and_words_are_meant_in_any_case_and_number() {
        assert_eq!(judged(&["Event Loop"], "event-loops"), Some((Case::Phrase, Form::Derived)));
        assert_eq!(judged(&["decorators"], "Decorators"), Some((Case::Word, Form::Name)));
        assert_eq!(judged(&["decorators"], "decorator"), Some((Case::Word, Form::Derived)));
    }

    #[test]
    fn acronyms_and_code_are_meant_as_they_are_written() {
        for (name, words, is_meant) in [
            ("GIL", "GIL", true),
            ("GIL", "GILs", true),
            ("GIL", "gil", false),
            ("GraphQL", "graphql", false),
            ("C++", "C++", true),
            ("Rust", "Rust", true),
            ("Rust", "rust", false),
            ("__slots__", "slots", false),
            ("Node.js", "node.js", false),
        ] {
            assert_eq!(judged(&[name], words).is_some(), is_meant, "{words} for {name}");
        }
        assert_eq!(judged(&["__slots__", "slots"], "slots"), None);
    }

    #[test]
    fn short_and_everyday_words_lead_nowhere() {
        for name in ["Go", "it", "C", "R", "State", "Functions", "Testing", "Counter", "函数", "值"] {
            assert_eq!(judged(&[name], name), None, "{name}");
        }
    }

    #[test]
    fn other_scripts_have_other_endings() {
        assert_eq!(judged(&["Сборка мусора"], "сборки мусора"), Some((Case::Phrase, Form::Derived)));
        assert_eq!(judged(&["垃圾回收"], "垃圾回收"), Some((Case::Phrase, Form::Name)));
        assert_eq!(judged(&["функция"], "функции"), None);
    }
}
