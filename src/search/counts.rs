//! How often a term stands in each field of a unit, in four bytes: a guide has millions of these.
//!
//! Takes fields one by one; gives counts, which stay at the most they can be. Must not weigh them.

use super::bytes::{push_number, take_number};
use super::reader::Field;

/// How many bits a field has.
const BITS: u32 = 6;

/// How many fields there are, up to the last one.
const FIELDS: u32 = Field::Code as u32 + 1;

/// The most that is counted.
const MOST: u32 = (1 << BITS) - 1;

/// How often a term stands in each field of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts(u32);

impl Counts {
    /// One occurrence in a field.
    pub(super) fn of_one(field: Field) -> Self {
        Self(1 << (field as u32 * BITS))
    }

    /// Counts one more.
    pub(super) fn add(&mut self, field: Field) {
        if self.of(field) < MOST {
            self.0 += 1 << (field as u32 * BITS);
        }
    }

    /// The counts of two forms of a word together.
    pub(super) fn join(self, other: Self) -> Self {
        let sum = |field: Field| (self.of(field) + other.of(field)).min(MOST) << (field as u32 * BITS);
        Self(Field::ALL.into_iter().map(sum).sum())
    }

    /// Appends the counts: in a byte where one field has them all and they are few, as most are.
    pub(super) fn push(self, out: &mut Vec<u8>) {
        let only = Field::ALL.into_iter().find(|&field| self.of(field) << (field as u32 * BITS) == self.0);
        push_number(only.map_or(self.0 << 1 | 1, |field| (self.of(field) * FIELDS + field as u32) << 1), out);
    }

    /// Takes counts off the front of bytes.
    #[inline]
    pub(super) fn take(bytes: &mut &[u8]) -> Self {
        let number = take_number(bytes);
        let counts = number >> 1;
        if number & 1 == 1 { Self(counts) } else { Self((counts / FIELDS) << (counts % FIELDS * BITS)) }
    }

    /// How often it stands in a field.
    #[inline]
    pub(super) fn of(self, field: Field) -> u32 {
        self.0 >> (field as u32 * BITS) & MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_counted_apart_and_never_overflow() {
        let mut counts = Counts::default();
        for _ in 0..100 {
            counts.add(Field::Lead);
        }
        counts.add(Field::Code);
        assert_eq!(Field::ALL.map(|field| counts.of(field)), [0, 0, 63, 0, 1]);
        assert_eq!(Field::ALL.map(|field| counts.join(counts).of(field)), [0, 0, 63, 0, 2]);
    }

    #[test]
    fn counts_come_back_from_bytes() {
        let body = Counts::of_one(Field::Body);
        let many = (0..100).fold(Counts::of_one(Field::Code), |counts, _| counts.join(body));
        let all = [Counts::of_one(Field::Title), body, body.join(body), many];
        let mut bytes = Vec::new();
        for counts in all {
            counts.push(&mut bytes);
        }
        assert_eq!(bytes.len(), 3 + 4);
        let mut rest = bytes.as_slice();
        assert_eq!(all.map(|_| Counts::take(&mut rest)), all);
    }
}
