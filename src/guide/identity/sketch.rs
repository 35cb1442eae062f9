//! A sketch of a text: enough to say how much of it another text has, and no more.
//!
//! Takes a note's text; gives sixteen small numbers (a minimum hash of word pairs in each of sixteen parts). Notes that were
//! renamed and edited are found by them. Must be the same on every machine and in every version: the lock keeps it.

use std::fmt;

use crate::fingerprint::{letters, read_letters};

/// How many numbers there are.
const PARTS: usize = 16;

/// How many letters write one number.
const LETTERS: u32 = 2;

/// The largest number but one; the largest says that there was nothing in the part.
const NOTHING: u16 = 0x3ff;

/// A sketch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sketch([u16; PARTS]);

impl Sketch {
    /// The sketch of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut least = [u64::MAX; PARTS];
        let mut before = 0;
        for word in text.split_whitespace() {
            let hash = hash(word);
            let pair = mixed(before ^ hash.rotate_left(17));
            before = hash;
            let part = usize::try_from(pair % 16).unwrap_or_default();
            if let Some(least) = least.get_mut(part) {
                *least = (*least).min(pair);
            }
        }
        // The low bits of a minimum are as good as random; its high bits are all small.
        Self(
            least.map(
                |least| if least == u64::MAX { NOTHING } else { u16::try_from((least >> 4) % u64::from(NOTHING)).unwrap_or_default() },
            ),
        )
    }

    /// How alike two texts are: the share of their word pairs that both have, roughly, from 0 to 1.
    #[must_use]
    pub fn likeness(self, other: Self) -> f64 {
        let pairs = || self.0.iter().zip(other.0).filter(|&(&a, b)| a != NOTHING || b != NOTHING);
        let (known, equal) = (pairs().count(), pairs().filter(|&(&a, b)| a == b).count());
        if known == 0 { 0.0 } else { f64::from(u16::try_from(equal).unwrap_or(0)) / f64::from(u16::try_from(known).unwrap_or(1)) }
    }

    /// The numbers with their places: texts that are alike share some.
    pub(super) fn marks(self) -> impl Iterator<Item = (usize, u16)> {
        self.0.into_iter().enumerate().filter(|&(_, number)| number != NOTHING)
    }

    /// Reads what `Display` writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if text.len() != PARTS * LETTERS as usize || !text.is_ascii() {
            return None;
        }
        let mut numbers = [NOTHING; PARTS];
        for (at, number) in numbers.iter_mut().enumerate() {
            let from = at * LETTERS as usize;
            *number = u16::try_from(read_letters(text.get(from..from + LETTERS as usize)?)?).ok()?;
        }
        Some(Self(numbers))
    }
}

impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&number| f.write_str(&letters(u64::from(number), LETTERS)))
    }
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finaliser of `SplitMix64`: every bit of what comes in changes every bit of what goes out.
fn mixed(mut number: u64) -> u64 {
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: u32, to: u32) -> String {
        (from..to).map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_sketch_reads_as_it_is_written() {
        for text in ["", "one", &text(0, 500)] {
            let sketch = Sketch::of(text);
            assert_eq!(Sketch::read(&sketch.to_string()), Some(sketch));
        }
        for bad in ["", "0", "éééééééééééééééé", &"o".repeat(32)] {
            assert_eq!(Sketch::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn it_tells_how_much_two_texts_share() {
        let whole = Sketch::of(&text(0, 400));
        let like = |other: String| whole.likeness(Sketch::of(&other));
        assert!((like(text(0, 400).replace(' ', "\n")) - 1.0).abs() < f64::EPSILON);
        assert!(like(text(0, 400) + "and more") > 0.8);
        assert!(like(text(0, 200) + &text(1000, 1100)) > 0.2);
        assert!(like(text(1000, 1400)) < 0.1);
        assert!(Sketch::of("").likeness(Sketch::of("")) < 0.1);
    }
}
