//! Words in lower case that are looked up whatever their case.
//!
//! Takes words as written; gives what is known of them. Most words of a text are known to no lexicon, so that is what is cheap
//! to see.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Words, with what each stands for.
#[derive(Clone, Debug)]
pub(in crate::recognise) struct Lexicon<T> {
    words: HashMap<Box<[u8]>, T, BuildHasherDefault<Fnv>>,
    /// For each pair of first and last byte, a bit for each length of a word that has it.
    lengths: [u64; 256],
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { words: HashMap::default(), lengths: [0; 256] }
    }
}

impl<T: Default> Lexicon<T> {
    /// What a word in lower case stands for, to be set.
    pub(in crate::recognise) fn entry(&mut self, word: String) -> &mut T {
        if let Some(lengths) = ends(word.as_bytes()).and_then(|ends| self.lengths.get_mut(ends)) {
            *lengths |= bit(word.len());
        }
        self.words.entry(word.into_bytes().into()).or_default()
    }
}

impl<T> Lexicon<T> {
    /// What a word stands for.
    pub(in crate::recognise) fn get(&self, word: &str) -> Option<&T> {
        if word.is_ascii() { self.get_ascii(word.as_bytes()) } else { self.words.get(word.to_lowercase().as_bytes()) }
    }

    /// What a word of ASCII bytes stands for.
    pub(in crate::recognise) fn get_ascii(&self, word: &[u8]) -> Option<&T> {
        if self.lengths.get(ends(word)?)? & bit(word.len()) == 0 {
            return None;
        }
        let mut lower = [0; 64];
        match lower.get_mut(..word.len()) {
            Some(lower) => {
                lower.copy_from_slice(word);
                lower.make_ascii_lowercase();
                self.words.get(&*lower)
            }
            None => self.words.get(word.to_ascii_lowercase().as_slice()),
        }
    }

    /// Whether a word is known.
    pub(in crate::recognise) fn holds(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

impl Lexicon<()> {
    /// The words of a list that `|` parts.
    pub(in crate::recognise) fn of(words: &str) -> Self {
        let mut lexicon = Self::default();
        words.split('|').for_each(|word| *lexicon.entry(word.to_owned()) = ());
        lexicon
    }
}

/// The hash of Fowler, Noll and Vo: words are short, and nobody but a site's author adds to them.
#[derive(Clone, Copy, Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_usize(&mut self, length: usize) {
        self.0 ^= length as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The first and the last byte of a word as one.
fn ends(word: &[u8]) -> Option<usize> {
    let (first, last) = (word.first()?, word.last()?);
    Some(usize::from(first.to_ascii_lowercase().wrapping_mul(31) ^ last.to_ascii_lowercase()))
}

/// The bit of a length; the last one is that of all long words.
fn bit(length: usize) -> u64 {
    1 << length.min(63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let lexicon = Lexicon::of("why|how long|ответ|réponse");
        for word in ["why", "Why", "WHY", "How long", "Ответ", "RÉPONSE"] {
            assert!(lexicon.holds(word), "{word}");
        }
        for word in ["", "w", "whose", "how lonk", "ответы"] {
            assert!(!lexicon.holds(word), "{word}");
        }
    }
}
