//! Fingerprints: short names of texts, the same on every machine and in every version.
//!
//! Takes texts; gives 50 bits of their hash, which read and write as ten letters. Must not know what the texts mean.

use std::fmt;

/// How many bits a letter holds.
const BITS: u32 = 5;

/// How many letters a fingerprint has: 50 bits, so that a million texts do not meet by chance.
const LETTERS: u32 = 10;

/// No letter is easily taken for another, and no word comes out.
const ALPHABET: &[u8; 1 << BITS] = b"0123456789bcdfghjkmnpqrstvwxyzae";

/// The fingerprint of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of texts in their order; where one ends and the next begins counts.
    pub fn of(parts: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            let part = part.as_ref().as_bytes();
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        let mut bytes = [0; 8];
        hasher.finalize_xof().fill(&mut bytes);
        Self(u64::from_le_bytes(bytes) & ((1 << (BITS * LETTERS)) - 1))
    }

    /// Reads what `Display` writes.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let number = read_letters(text)?;
        (text.len() == LETTERS as usize).then_some(Self(number))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&letters(self.0, LETTERS))
    }
}

/// A number as so many letters, lowest bits first; what does not fit is cut off.
#[must_use]
pub fn letters(number: u64, count: u32) -> String {
    let letter = |at: u32| {
        let index = usize::try_from((number >> (at * BITS)) & u64::from((1_u32 << BITS) - 1)).unwrap_or_default();
        ALPHABET.get(index).copied().map_or('0', char::from)
    };
    (0..count).map(letter).collect()
}

/// The number that [`letters`] wrote; none where it wrote no such text.
#[must_use]
pub fn read_letters(text: &str) -> Option<u64> {
    text.bytes().rev().take(LETTERS as usize + 1).try_fold(0_u64, |number, byte| {
        let value = ALPHABET.iter().position(|&letter| letter == byte)?;
        Some(number << BITS | u64::try_from(value).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_reads_as_it_is_written() {
        for text in ["", "a", "what is a heap"] {
            let fingerprint = Fingerprint::of([text]);
            assert_eq!(Fingerprint::read(&fingerprint.to_string()), Some(fingerprint));
        }
        for bad in ["", "abc", "ooooooooooo", "0123456789b", "ÉÉÉÉÉ"] {
            assert_eq!(Fingerprint::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn it_is_the_same_for_ever_and_tells_where_a_text_ends() {
        assert_eq!(Fingerprint::of(["what is a heap"]).to_string(), "2het20qfdy");
        assert_ne!(Fingerprint::of(["ab", "c"]), Fingerprint::of(["a", "bc"]));
    }
}
