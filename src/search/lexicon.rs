//! Words as numbers, from the start.
//!
//! Takes terms one by one; gives each a number, the same for the same term. Must not order them: `vocabulary.rs` does, once.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::gather::narrow;

/// Terms in the order of their first appearance.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    terms: Terms,
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<WordHasher>>,
}

impl Lexicon {
    /// The number of a term.
    pub(super) fn number(&mut self, term: &str) -> u32 {
        if let Some(&number) = self.numbers.get(term) {
            return number;
        }
        let number = self.terms.push(term);
        self.numbers.insert(term.into(), number);
        number
    }

    /// The terms by number.
    pub(super) fn into_terms(mut self) -> Terms {
        self.terms.text.shrink_to_fit();
        self.terms.ends.shrink_to_fit();
        self.terms
    }
}

/// Terms by number, in one stretch of text.
#[derive(Debug, Default)]
pub(super) struct Terms {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Terms {
    /// Appends a term, and gives its number.
    pub(super) fn push(&mut self, term: &str) -> u32 {
        self.text.push_str(term);
        self.ends.push(narrow(self.text.len()));
        narrow(self.ends.len() - 1)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The terms in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| self.text.get(start as usize..end as usize).unwrap_or_default())
    }
}

/// A fast hash for short words. Its values are seen by no one: terms are ordered by themselves, never by their hash.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.add(u64::from_le_bytes(last));
    }

    fn finish(&self) -> u64 {
        // The table takes its place from the low bits and its tag from the high ones.
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_keeps_its_number() {
        let mut lexicon = Lexicon::default();
        let numbers: Vec<u32> = ["gil", "lock", "gil", "a much longer term", "lock"].iter().map(|term| lexicon.number(term)).collect();
        assert_eq!(numbers, [0, 1, 0, 2, 1]);
        assert_eq!(lexicon.into_terms().iter().collect::<Vec<_>>(), ["gil", "lock", "a much longer term"]);
    }
}
