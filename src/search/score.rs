//! What a term weighs in a unit: BM25F with saturation per field, in a byte.
//!
//! Takes counts and lengths; gives scores. All ranking constants of the build stand here; those of the reader, which adds the
//! scores up, stand in `static/js/core/search-rank.js`. Must not know how scores are stored.

use super::counts::Counts;
use super::gather::{Measured, Rank};
use super::reader::Field;

/// How much a field weighs: title, names, lead, body, code.
const WEIGHT: [f32; Field::COUNT] = [5.0, 3.0, 1.6, 1.0, 0.7];

/// How many occurrences it takes to reach half of a field's weight.
const HALF: [f32; Field::COUNT] = [0.4, 0.5, 0.8, 1.4, 2.5];

/// How much longer fields than the average need more occurrences.
const BY_LENGTH: [f32; Field::COUNT] = [0.75, 0.3, 0.4, 0.6, 0.5];

/// What a page's own title and lead weigh against a section's.
const PAGE: f32 = 1.25;

/// How much a word tells that stands in one of a hundred units: as much as any rarer one, where lengths are measured.
const TELLING: f32 = 4.6;

/// What two neighbouring words weigh against one word.
const PAIR: f32 = 0.6;

/// How many scores there are.
const STEPS: f32 = 40.0;

/// The scorer of a guide.
#[derive(Debug)]
pub(super) struct Scorer {
    units: f32,
    /// The average length of each field, where it is not empty.
    averages: [f32; Field::COUNT],
    /// How much titles tell on average.
    telling: f32,
    /// What the highest score can be.
    highest: f32,
}

/// Whether a term is one word or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// One word, or a code token.
    Word,
    /// Two neighbouring words.
    Pair,
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and units; a score has eight bits")]
impl Scorer {
    /// The scorer for these units.
    pub(super) fn new(units: &[Measured]) -> Self {
        let mut totals = [(0_u64, 0_u64); Field::COUNT];
        for unit in units {
            for (total, &length) in totals.iter_mut().zip(&unit.lengths).filter(|(_, length)| **length > 0) {
                *total = (total.0 + u64::from(length), total.1 + 1);
            }
        }
        let averages = totals.map(|(length, fields)| length as f32 / fields.max(1) as f32);
        let telling = units.iter().map(|unit| unit.telling).sum::<f32>() / units.len().max(1) as f32;
        let mut scorer = Self { units: units.len() as f32, averages, telling, highest: 1.0 };
        scorer.highest = scorer.rarity(1) * PAGE * WEIGHT.iter().sum::<f32>();
        scorer
    }

    /// How much a term that stands in so many units tells.
    pub(super) fn rarity(&self, units: usize) -> f32 {
        let units = units as f32;
        (1.0 + (self.units - units + 0.5).max(0.0) / (units + 0.5)).ln()
    }

    /// How much a term that stands in so many units adds to the length of a title: nothing to 1.
    pub(super) fn share(&self, units: usize) -> f32 {
        (self.rarity(units) / TELLING).min(1.0)
    }

    /// The score of a term of some rarity in a unit: the root of its share of the highest, in few enough steps to pack well.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte's range")]
    pub(super) fn score(&self, kind: Kind, rarity: f32, counts: Counts, unit: &Measured) -> u8 {
        let mut sum = 0.0;
        for field in Field::ALL {
            let at = |values: &[f32; Field::COUNT]| values.get(field as usize).copied().unwrap_or_default();
            let count = counts.of(field) as f32;
            // A topic's name says nothing more of a section that has it in its heading.
            let repeated = field == Field::Names && counts.of(Field::Title) > 0;
            if count > 0.0 && !repeated {
                let relative = match field {
                    Field::Title => unit.telling / self.telling.max(0.1),
                    _ => f32::from(unit.lengths.get(field as usize).copied().unwrap_or_default()) / at(&self.averages).max(1.0),
                };
                let by_length = at(&BY_LENGTH);
                sum += at(&WEIGHT) * count / (count + at(&HALF) * (1.0 - by_length + by_length * relative));
            }
        }
        let place = if unit.rank == Rank::Page { PAGE } else { 1.0 };
        let share = sum * rarity * place * if kind == Kind::Pair { PAIR } else { 1.0 } / self.highest;
        (share.sqrt() * STEPS).round().clamp(1.0, STEPS) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(telling: f32, body: u16) -> Measured {
        Measured { rank: Rank::Section, lengths: [1, 0, 0, body, 0], telling }
    }

    fn counts(field: Field, count: u32) -> Counts {
        let mut counts = Counts::default();
        for _ in 0..count {
            counts.add(field);
        }
        counts
    }

    #[test]
    fn a_short_title_outweighs_a_long_one_and_any_body() {
        let units = [unit(1.0, 100), unit(8.0, 100), unit(4.0, 100)];
        let scorer = Scorer::new(&units);
        let [short, long, _] = &units;
        let score = |counts, unit| scorer.score(Kind::Word, scorer.rarity(1), counts, unit);
        let title = score(counts(Field::Title, 1), short);
        let long_title = score(counts(Field::Title, 1), long);
        let body = score(counts(Field::Body, 60), long);
        assert!(title > long_title && long_title > body, "{title} {long_title} {body}");
    }

    #[test]
    fn rare_words_tell_more() {
        let scorer = Scorer::new(&[unit(1.0, 1); 100]);
        assert!(scorer.rarity(1) > scorer.rarity(10) && scorer.rarity(10) > scorer.rarity(100));
        assert!(scorer.rarity(100) > 0.0 && scorer.share(1) <= 1.0);
    }
}
