//! How often a term stands in each field of a unit, in four bytes: a guide has millions of these.
//!
//! Takes fields one by one; gives counts, which stay at the most they can be. Must not weigh them.

use super::reader::Field;

/// How many bits a field has.
const BITS: u32 = 6;

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

    /// How often it stands in a field.
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
}
