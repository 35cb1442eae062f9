//! The speller: the words that a misspelt one is likely to be meant for.
//!
//! Takes the vocabulary and what each word is worth; gives one small file of words. Words of titles come first, since those
//! are what people look for; a rare word of running text is found by its beginning, in its own shard. Must not correct
//! anything: the reader does.

use super::postings::Postings;
use super::vocabulary::Vocabulary;

/// How many bytes of words the speller holds before it is packed.
const SIZE: usize = 56_000;

/// The shortest word that is corrected.
const SHORTEST: usize = 4;

/// Writes the speller: for each word a digit that says how likely it is, then the words in order.
pub(super) fn speller(vocabulary: &Vocabulary<'_>, postings: &Postings) -> String {
    let is_spelt = |term: &str| term.len() <= 24 && term.chars().nth(SHORTEST - 1).is_some() && term.chars().all(char::is_alphabetic);
    let worth = |class: u32| postings.worth.get(class as usize).copied().unwrap_or_default();
    let spelt = vocabulary.terms().filter(|(term, _)| is_spelt(term)).map(|(term, class)| (worth(class), term));
    let mut words: Vec<(u32, &str)> = spelt.filter(|&(worth, _)| worth > 0).collect();
    words.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let mut size = 0;
    words.retain(|(_, word)| {
        size += word.len() + 1;
        size <= SIZE
    });
    words.sort_unstable_by_key(|&(_, word)| word);
    let digit = |worth: u32| char::from_digit((worth + 1).ilog2().min(9), 10).unwrap_or('9');
    let mut out: String = words.iter().map(|&(worth, _)| digit(worth)).collect();
    for (_, word) in &words {
        out.push('\n');
        out.push_str(word);
    }
    out
}
