//! One automaton that finds every topic by every spelling of its names.
//!
//! Takes topics; gives the places of a text that name one: whole words, of those that overlap the one that begins first, of
//! those the longest. Its time grows with the text and not with the number of topics. Must not know where the text stands.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::guide::mention::boundary;
use crate::guide::mention::spelling::{Case, Form, spellings};
use crate::ids::TopicId;

/// Finds topics in text.
#[derive(Debug)]
pub(super) struct Matcher {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

/// What one spelling means.
#[derive(Debug)]
struct Pattern {
    topic: TopicId,
    case: Case,
    form: Form,
    text: String,
}

/// A stretch of a text that names a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The words.
    pub(super) range: Range<usize>,
    /// The topic.
    pub(super) topic: TopicId,
    /// How the words are taken.
    pub(super) case: Case,
    /// Whether the words are the name itself.
    pub(super) form: Form,
}

impl Matcher {
    /// Learns the names of topics.
    pub(super) fn new<'n>(names: impl Iterator<Item = (TopicId, Vec<&'n str>)>) -> Self {
        let of_topic = |(topic, names): (TopicId, Vec<&str>)| {
            spellings(&names).into_iter().map(move |one| Pattern { topic, case: one.case, form: one.form, text: one.text })
        };
        let patterns: Vec<_> = names.flat_map(of_topic).collect();
        // Without the automaton there are no links, which is the worst that too many names can do.
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns.iter().map(|pattern| folded(&pattern.text))).ok();
        Self { automaton, patterns }
    }

    /// The stretches of a text that name topics, in order; no two overlap.
    pub(super) fn find(&self, text: &str) -> Vec<Named> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = folded(text);
        let whole = |found: aho_corasick::Match| {
            let pattern = self.patterns.get(found.pattern().as_usize())?;
            let range = found.range();
            let is_meant = pattern.case != Case::AsWritten || text.get(range.clone()) == Some(&pattern.text);
            (is_meant && boundary::is_whole(text, &range)).then_some(Named {
                range,
                topic: pattern.topic,
                case: pattern.case,
                form: pattern.form,
            })
        };
        let mut found: Vec<_> = automaton.find_overlapping_iter(&folded).filter_map(whole).collect();
        found.sort_by_key(|named| (named.range.start, std::cmp::Reverse(named.range.end), named.form));
        let mut end = 0;
        found.retain(|named| {
            let is_free = named.range.start >= end;
            if is_free {
                end = named.range.end;
            }
            is_free
        });
        found
    }
}

/// The text without capitals, its hyphens and gaps as spaces. Every letter keeps its bytes, so that places stay what they are.
fn folded(text: &str) -> String {
    let fold = |c: char| {
        if matches!(c, '-' | '\n' | '\t') {
            return ' ';
        }
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(lower), None) if lower.len_utf8() == c.len_utf8() => lower,
            _ => c,
        }
    };
    text.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Id;

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let matcher = Matcher::new(names.iter().enumerate().map(|(at, name)| (TopicId::at(at), vec![*name])));
        matcher.find(text).into_iter().map(|named| text[named.range].to_owned()).collect()
    }

    #[test]
    fn the_longest_name_wins_and_shorter_ones_count_where_it_fails() {
        let names = ["Type", "Type hint", "Memory", "Memory leak", "Leak detector"];
        assert_eq!(found(&names, "A type hint and a memory leak detector."), ["type hint", "memory leak"]);
        assert_eq!(found(&["Hinting", "Type hint"], "type hinting"), ["hinting"]);
    }

    #[test]
    fn hyphens_line_ends_and_number_do_not_matter() {
        assert_eq!(found(&["Event Loop"], "An event-loop, two event\nloops; Event Loop"), ["event-loop", "event\nloops", "Event Loop"]);
        assert_eq!(found(&["Object-Oriented Programming"], "object oriented programming"), ["object oriented programming"]);
    }

    #[test]
    fn acronyms_keep_their_capitals() {
        assert_eq!(found(&["GIL", "Go", "IO"], "the gil, the GIL, to go, IO and io, GILs"), ["GIL", "IO", "GILs"]);
    }

    #[test]
    fn places_are_right_in_every_script() {
        assert_eq!(found(&["Сборка мусора", "GIL"], "İ СБОРКА МУСОРА и GIL"), ["СБОРКА МУСОРА", "GIL"]);
        assert_eq!(found(&["垃圾回收", "引用计数"], "用引用计数做垃圾回收。"), ["引用计数", "垃圾回收"]);
        assert_eq!(found(&[], "nothing"), [""; 0]);
    }
}
