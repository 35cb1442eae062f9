//! Finds topics by their names in any text, all names at once.
//!
//! Takes the names of topics; finds them in texts as whole words, the longest first, in either number and whatever the case of
//! letters, but for short forms: those are found as they are written. Must not know what it reads.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};

use crate::guide::topics::name::{is_inflected, singular};
use crate::guide::topics::stem;

/// Finds topics, or what may become one, by name.
#[derive(Debug)]
pub(in crate::guide) struct Finder<T> {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern<T>>,
}

/// A spelling of a topic's name.
#[derive(Debug)]
struct Pattern<T> {
    topic: T,
    spelling: Spelling,
}

/// What a match must hold to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Spelling {
    /// Any case of letters.
    AnyCase,
    /// Just so: a short form, which other case makes a common word (`REST`).
    Exact(String),
    /// As a stem of a word that changes its ending.
    Stem,
}

/// The most letters of an ending.
const LONGEST_ENDING: usize = 3;

/// Up to so many bytes of names, an automaton is made that is quickest to read with; of more, one that is small.
const QUICK: usize = 100_000;

/// The longest name that may be a common word in other case, in letters.
const SHORT: usize = 3;

impl<T: Copy> Finder<T> {
    /// Knows topics by their names. Of two topics with one name, the first has it.
    pub(super) fn new<'n>(names: impl Iterator<Item = (T, &'n str)>) -> Self {
        let mut seen = HashSet::new();
        let (mut texts, mut patterns) = (Vec::new(), Vec::new());
        for (topic, name) in names {
            for (text, spelling) in spellings(name).into_iter().filter(|(text, _)| !text.is_empty()) {
                let is_new = seen.insert((text.to_ascii_lowercase(), matches!(spelling, Spelling::Exact(_)).then(|| text.clone())));
                if is_new {
                    texts.push(text);
                    patterns.push(Pattern { topic, spelling });
                }
            }
        }
        // Patterns that make no automaton are too many or too long, and then nothing is found.
        let is_quick = texts.iter().map(String::len).sum::<usize>() <= QUICK;
        let mut builder = AhoCorasickBuilder::new();
        builder.kind(is_quick.then_some(AhoCorasickKind::DFA));
        let automaton = builder.match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&texts).ok();
        Self { automaton: automaton.filter(|_| !texts.is_empty()), patterns }
    }

    /// The topics that a text names, in order, with where it does.
    pub(in crate::guide) fn find<'f>(&'f self, text: &'f str) -> impl Iterator<Item = (Range<usize>, T)> + 'f {
        let found = self.automaton.iter().flat_map(move |automaton| automaton.find_iter(text));
        found.filter_map(move |found| {
            let pattern = self.patterns.get(found.pattern().as_usize())?;
            let range = found.range();
            let (before, words, after) = (text.get(..range.start)?, text.get(range.clone())?, text.get(range.end..)?);
            let ending = match &pattern.spelling {
                Spelling::AnyCase => 0,
                Spelling::Exact(exact) if exact == words => 0,
                Spelling::Exact(_) => return None,
                Spelling::Stem => after.chars().take_while(|c| c.is_alphabetic()).take(LONGEST_ENDING).map(char::len_utf8).sum(),
            };
            let is_whole = begins_word(before, words) && ends_word(words, after.get(ending..)?);
            is_whole.then_some((range.start..range.end + ending, pattern.topic))
        })
    }
}

/// How a name is written in texts.
fn spellings(name: &str) -> Vec<(String, Spelling)> {
    let name = name.trim().trim_matches('`');
    let letters = || name.chars().filter(|c| c.is_alphanumeric());
    let is_short_form = !name.contains(' ') && letters().count() <= 8 && letters().filter(|c| c.is_uppercase()).count() >= 2;
    if is_short_form || letters().count() <= SHORT && name.is_ascii() {
        return [name.to_owned(), format!("{name}s")].into_iter().map(|text| (text.clone(), Spelling::Exact(text))).collect();
    }
    if name.is_ascii() {
        let (before, last) = name.rsplit_once(' ').map_or((String::new(), name), |(before, last)| (format!("{before} "), last));
        let one = singular(&last.to_ascii_lowercase()).into_owned();
        let mut texts = vec![name.to_owned(), [before.as_str(), &one].concat(), [before.as_str(), &plural(&one)].concat()];
        texts.extend(name.contains('-').then(|| name.replace('-', " ")));
        let hyphened: Vec<_> = texts.iter().filter(|text| text.contains(' ')).map(|text| text.replace(' ', "-")).collect();
        texts.extend(hyphened);
        return texts.into_iter().map(|text| (text, Spelling::AnyCase)).collect();
    }
    let lower = name.to_lowercase();
    if is_inflected(&lower) {
        let (before, last) = lower.rsplit_once(' ').map_or((String::new(), lower.as_str()), |(before, last)| (format!("{before} "), last));
        let lower = [before.as_str(), stem::russian(last)].concat();
        return [capitalised(&lower), lower].into_iter().map(|text| (text, Spelling::Stem)).collect();
    }
    [name.to_owned(), capitalised(&lower), lower].into_iter().map(|text| (text, Spelling::AnyCase)).collect()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// An English word in the plural.
fn plural(word: &str) -> String {
    match word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "ch", "sh"].iter().any(|ending| word.ends_with(ending)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

/// Whether a word may begin between the two: `thread` is none in `multithread` or `my-thread`.
fn begins_word(before: &str, words: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), words.chars().next()) else { return true };
    let is_joined = matches!(last, '-' | '.' | '@' | '$' | '\\') && before.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    !is_joined && !is_one_word(last, first)
}

/// Whether a word may end between the two: `asyncio` is none in `asyncio.Lock`, nor `thread` in `thread-safe`.
fn ends_word(words: &str, after: &str) -> bool {
    let mut rest = after.chars();
    let (Some(last), Some(first)) = (words.chars().next_back(), rest.next()) else { return true };
    // Korean particles stand at the end of the word that they belong to.
    let is_particle = is_hangul(last) && is_hangul(first);
    let is_joined = matches!(first, '-' | '.' | '@') && rest.next().is_some_and(char::is_alphanumeric);
    is_particle || !is_joined && !is_one_word(last, first)
}

fn is_one_word(a: char, b: char) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    is_part(a) && is_part(b) && !is_unparted(a) && !is_unparted(b)
}

/// Whether words of the character's script stand without blanks between them. Katakana spells foreign words whole.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{303f}' | '\u{3041}'..='\u{309f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{0e00}'..='\u{0eff}')
        || matches!(c, '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let finder = Finder::new(names.iter().enumerate().map(|(at, name)| (at, *name)));
        finder.find(text).map(|(range, _)| text[range].to_owned()).collect()
    }

    #[test]
    fn names_are_found_as_whole_words_in_either_number() {
        assert_eq!(found(&["Decorators"], "A decorator, Decorators; decorated."), ["decorator", "Decorators"]);
        assert_eq!(found(&["Strategy"], "strategies, a strategy"), ["strategies", "strategy"]);
        assert_eq!(found(&["Thread"], "multithread, thread-safe, my_thread, thread."), ["thread"]);
        assert_eq!(found(&["asyncio"], "asyncio.Lock and asyncio"), ["asyncio"]);
        assert_eq!(found(&["__slots__"], "use __slots__!"), ["__slots__"]);
        assert_eq!(found(&["C++"], "C++ and c++"), ["C++"]);
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(found(&["Lock", "Global Interpreter Lock"], "the global interpreter lock"), ["global interpreter lock"]);
    }

    #[test]
    fn short_forms_are_found_as_they_are_written() {
        assert_eq!(found(&["REST", "GIL"], "the rest of REST, GILs and gil"), ["REST", "GILs"]);
    }

    #[test]
    fn other_scripts_have_words_too() {
        assert_eq!(found(&["Индексы"], "Индекс; по индексам; индексация"), ["Индекс", "индексам"]);
        assert_eq!(found(&["垃圾回收"], "使用垃圾回收器"), ["垃圾回收"]);
        assert_eq!(found(&["スレッド"], "スレッドとスレッドプール"), ["スレッド"]);
        assert_eq!(found(&["스레드"], "스레드는 빠르다"), ["스레드"]);
        assert_eq!(found(&["الخيوط"], "ما هي الخيوط؟"), ["الخيوط"]);
    }

    #[test]
    fn nothing_is_found_where_nothing_is_known() {
        assert_eq!(found(&[], "text"), [""; 0]);
    }

    /// Names and texts of the same few pieces, so that they meet.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("lock"),
            Just("Locks"),
            Just("dead"),
            Just("GIL"),
            Just("gil"),
            Just(" "),
            Just("-"),
            Just("_"),
            Just("."),
            Just("é"),
            Just("İ"),
            Just("锁"),
            Just("блокировка"),
            Just("блокировки"),
            Just("스레드"),
            Just("\u{301}"),
            Just("🔒"),
            Just("C++"),
            Just("\n"),
        ];
        proptest::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn whatever_the_text_matches_are_whole_words_in_order(names in proptest::collection::vec(pieces(), 0..6), text in pieces()) {
            let finder = Finder::new(names.iter().enumerate().map(|(at, name)| (at, name.as_str())));
            let mut last = 0;
            for (range, at) in finder.find(&text) {
                prop_assert!(range.start >= last && range.start < range.end && at < names.len());
                let (before, words, after) = (text.get(..range.start), text.get(range.clone()), text.get(range.end..));
                prop_assert!(begins_word(before.unwrap(), words.unwrap()) && ends_word(words.unwrap(), after.unwrap()));
                last = range.end;
            }
        }

        #[test]
        fn a_longer_name_is_never_passed_over_for_a_shorter_one(a in "[a-z]{4,8}", b in "[a-z]{4,8}", c in "[a-z]{4,8}") {
            let long = format!("{a} {b}");
            let finder = Finder::new([(0, a.as_str()), (1, b.as_str()), (2, long.as_str())].into_iter());
            let text = format!("{c} {long}.");
            prop_assert!(finder.find(&text).any(|(range, topic)| topic == 2 && text[range] == *long));
        }

        #[test]
        fn any_text_can_be_read(names in proptest::collection::vec(".{0,12}", 0..4), text in ".{0,40}") {
            let finder = Finder::new(names.iter().map(|name| ((), name.as_str())));
            prop_assert!(finder.find(&text).all(|(range, ())| text.get(range).is_some()));
        }
    }
}
