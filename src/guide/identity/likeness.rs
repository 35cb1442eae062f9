//! How alike the words of two questions are.
//!
//! Takes normal forms; gives a number from 0 to 1. Words that any question may hold weigh little, rare words and code weigh
//! much, and a slip of the pen counts for little. Must not decide what is alike enough.

use std::collections::HashMap;

use crate::guide::questions::filler::{is_filler, is_vague};
use crate::guide::questions::normal;

/// How many words of a question are looked at.
const LONGEST: usize = 200;

/// How much a word weighs that any question may hold.
const FILLER: f64 = 0.15;

/// How much a word weighs that speaks of what stands around the question.
const VAGUE: f64 = 0.5;

/// How much a piece of code weighs.
const CODE: f64 = 1.5;

/// How much of a word counts that differs by a slip of the pen.
const SLIP: f64 = 0.8;

/// How alike questions remain when what each is about does not stand in the other.
const OTHER_SUBJECT: f64 = 0.5;

/// Weights that differ by less are the same.
const NEARLY: f64 = 0.999;

/// What words weigh in a guide.
#[derive(Debug)]
pub(super) struct Weights<'a> {
    /// In how many questions each word stands.
    frequencies: HashMap<&'a str, u32>,
    questions: u32,
}

/// The words of a question with their weights.
#[derive(Debug)]
pub(super) struct Words<'a> {
    words: Vec<(&'a str, f64)>,
    weight: f64,
}

impl<'a> Weights<'a> {
    /// The weights of words in the questions of before and of now. A word is as frequent as it is on the side where it is
    /// more so: that a question stands on both does not make its words common.
    pub(super) fn new(before: impl Iterator<Item = &'a str>, now: impl Iterator<Item = &'a str>) -> Self {
        let (mut frequencies, before) = counted(before);
        let (more, now) = counted(now);
        for (word, count) in more {
            let frequency = frequencies.entry(word).or_default();
            *frequency = count.max(*frequency);
        }
        Self { frequencies, questions: before.max(now) }
    }

    /// The words of a question.
    pub(super) fn words(&self, question: &'a str) -> Words<'a> {
        let words: Vec<_> = pieces(question).map(|word| (word, self.weight(word))).collect();
        let weight = words.iter().map(|(_, weight)| weight).sum();
        Words { words, weight }
    }

    /// Between a quarter and the whole of what its kind weighs, by how rare it is.
    fn weight(&self, word: &str) -> f64 {
        let (all, frequency) = (f64::from(self.questions) + 1.0, f64::from(self.frequencies.get(word).copied().unwrap_or(1).max(1)));
        let rarity = ((all / frequency).ln() / all.ln()).clamp(0.0, 1.0);
        let kind = match word {
            code if code.starts_with('`') => CODE,
            filler if is_filler(filler) => FILLER,
            vague if is_vague(vague) => VAGUE,
            _ => 1.0,
        };
        kind * (0.25 + 0.75 * rarity)
    }
}

impl<'a> Words<'a> {
    /// The words that tell most, first.
    pub(super) fn telling(&self) -> Vec<&'a str> {
        let mut words = self.words.clone();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        words.dedup();
        words.into_iter().map(|(word, _)| word).collect()
    }

    /// How alike two questions are.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        if self.weight + other.weight <= 0.0 {
            return 0.0;
        }
        let mut free: Vec<Option<(&str, f64)>> = other.words.iter().copied().map(Some).collect();
        let mut take =
            |fits: &dyn Fn(&str) -> bool| free.iter_mut().find(|one| one.is_some_and(|(word, _)| fits(word))).and_then(Option::take);
        let (subject, other_subject) = (self.heaviest(), other.heaviest());
        let mut shares_subject = false;
        let mut common = 0.0;
        let mut unmatched = Vec::new();
        for &(word, weight) in &self.words {
            match take(&|other| other == word) {
                Some((_, other)) => {
                    shares_subject |= weight >= subject || other >= other_subject;
                    common += weight + other;
                }
                None => unmatched.push((word, weight)),
            }
        }
        for (word, weight) in unmatched {
            if let Some((_, other)) = take(&|other| is_slip(word, other)) {
                shares_subject |= weight >= subject || other >= other_subject;
                common += (weight + other) * SLIP;
            }
        }
        let likeness = common / (self.weight + other.weight);
        if shares_subject { likeness } else { likeness * OTHER_SUBJECT }
    }

    /// What the words weigh that tell most: those that say what it is about.
    fn heaviest(&self) -> f64 {
        self.words.iter().map(|&(_, weight)| weight).fold(0.0, f64::max) * NEARLY
    }
}

/// In how many questions each word stands, and how many questions there are.
fn counted<'a>(questions: impl Iterator<Item = &'a str>) -> (HashMap<&'a str, u32>, u32) {
    let mut frequencies: HashMap<&str, u32> = HashMap::new();
    let mut count = 0;
    for question in questions {
        count += 1;
        pieces(question).for_each(|word| *frequencies.entry(word).or_default() += 1);
    }
    (frequencies, count)
}

/// Whether two words differ by a slip of the pen, or by an ending. Names with digits and code do not: `IPv4` is not `IPv6`.
fn is_slip(a: &str, b: &str) -> bool {
    let is_plain = |word: &str| word.chars().all(char::is_alphabetic);
    let shorter = a.chars().count().min(b.chars().count());
    let slips = match shorter {
        0..4 => return false,
        4..8 => 1,
        _ => 2,
    };
    a.chars().next() == b.chars().next()
        && is_plain(a)
        && is_plain(b)
        && a.len().abs_diff(b.len()) <= 4
        && strsim::osa_distance(a, b) <= slips
}

/// The words of a normal form; text of scripts that do not part words gives pairs of letters.
fn pieces(question: &str) -> impl Iterator<Item = &str> {
    normal::split(question)
        .flat_map(|word| if word.starts_with('`') || !word.chars().any(is_unparted) { vec![word] } else { pairs(word) })
        .take(LONGEST)
}

fn pairs(word: &str) -> Vec<&str> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    if ends.len() < 4 {
        return vec![word];
    }
    ends.windows(3).filter_map(|ends| word.get(*ends.first()?..*ends.last()?)).collect()
}

/// A letter of a script that does not part its words.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{e00}'..'\u{e80}' | '\u{3040}'..'\u{3100}' | '\u{3400}'..'\u{a000}' | '\u{f900}'..'\u{fb00}' | '\u{20000}'..'\u{30000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(a: &str, b: &str) -> f64 {
        let weights = Weights::new([a].into_iter(), [b].into_iter());
        weights.words(a).likeness(&weights.words(b))
    }

    #[test]
    fn rewording_leaves_questions_alike() {
        for (a, b) in [
            ("how does garbage collection work in python", "how exactly does the garbage collection work in python"),
            ("what is the diference between a proces and a thread", "what is the difference between a process and a thread"),
            ("explain the `async` and `await` keywords", "what do the keywords `async` and `await` mean"),
            ("什么是闭包以及怎么使用它", "什么是闭包以及如何使用它"),
        ] {
            assert!(likeness(a, b) >= 0.6, "{a}: {}", likeness(a, b));
        }
        assert!((likeness("what is a heap", "what is a heap") - 1.0).abs() < 1e-9);
    }

    #[test]
    fn another_subject_makes_another_question() {
        for (a, b) in [
            ("what is a mutex", "what is a semaphore"),
            ("what is the difference between tcp and udp", "what is the difference between lists and tuples"),
            ("what does `del` do", "what does `__del__` do"),
            ("how does ipv4 work", "how does ipv6 work"),
            ("", "what is a heap"),
        ] {
            assert!(likeness(a, b) < 0.5, "{a}: {}", likeness(a, b));
        }
    }
}
