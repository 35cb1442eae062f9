//! What was counted on some pages, packed: a guide has millions of words in units, and each takes two or three bytes here.
//!
//! Takes what stands in each unit; gives words back term by term, and pairs as they came. Must not know what terms mean.

use super::bytes::{push_number, take_number};
use super::counts::Counts;
use super::gather::{Occurrence, narrow};
use super::lists::Lists;

/// Words, for each term the units that it stands in.
#[derive(Debug, Default)]
pub(super) struct Words(Lists);

impl Words {
    /// Packs words that are ordered by units; `terms` is how many terms there are.
    pub(super) fn new(mut words: Vec<Occurrence<u32>>, terms: usize) -> Self {
        words.sort_by_key(|word| word.term);
        let mut lists = Lists::default();
        let mut rest = words.as_slice();
        for term in 0..narrow(terms) {
            let (own, others) = rest.split_at(rest.partition_point(|word| word.term == term));
            lists.push(|out| {
                let mut before = 0;
                for word in own {
                    push_number(word.unit - before, out);
                    word.counts.push(out);
                    before = word.unit;
                }
            });
            rest = others;
        }
        lists.shrink();
        Self(lists)
    }

    /// The units that a term stands in, in order.
    pub(super) fn of(&self, term: u32) -> impl Iterator<Item = (u32, Counts)> {
        let mut bytes = self.0.get(term as usize);
        let mut unit = 0;
        std::iter::from_fn(move || {
            (!bytes.is_empty()).then(|| {
                unit += take_number(&mut bytes);
                (unit, Counts::take(&mut bytes))
            })
        })
    }
}

/// Pairs of terms.
#[derive(Debug, Default)]
pub(super) struct Pairs(Vec<u8>);

impl Pairs {
    /// Packs pairs that are ordered by units.
    pub(super) fn new(pairs: &[Occurrence<(u32, u32)>]) -> Self {
        let mut out = Vec::new();
        let mut before = 0;
        for pair in pairs {
            push_number(pair.unit - before, &mut out);
            push_number(pair.term.0, &mut out);
            push_number(pair.term.1, &mut out);
            pair.counts.push(&mut out);
            before = pair.unit;
        }
        out.shrink_to_fit();
        Self(out)
    }

    /// The pairs as they came.
    pub(super) fn iter(&self) -> impl Iterator<Item = Occurrence<(u32, u32)>> {
        let mut bytes = self.0.as_slice();
        let mut unit = 0;
        std::iter::from_fn(move || {
            (!bytes.is_empty()).then(|| {
                unit += take_number(&mut bytes);
                let term = (take_number(&mut bytes), take_number(&mut bytes));
                Occurrence { term, unit, counts: Counts::take(&mut bytes) }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::reader::Field;

    fn occurrence<T>(term: T, unit: u32, field: Field) -> Occurrence<T> {
        Occurrence { term, unit, counts: Counts::of_one(field) }
    }

    #[test]
    fn words_come_back_term_by_term() {
        let words = [(1, 0, Field::Title), (0, 0, Field::Body), (1, 200, Field::Code), (3, 200, Field::Lead)];
        let packed = Words::new(words.map(|(term, unit, field)| occurrence(term, unit, field)).to_vec(), 4);
        let of = |term| packed.of(term).collect::<Vec<_>>();
        assert_eq!(of(0), [(0, Counts::of_one(Field::Body))]);
        assert_eq!(of(1), [(0, Counts::of_one(Field::Title)), (200, Counts::of_one(Field::Code))]);
        assert_eq!((of(2).len(), of(3).len(), of(4).len()), (0, 1, 0));
    }

    #[test]
    fn pairs_come_back_as_they_came() {
        let pairs = [occurrence((300, 2), 4, Field::Lead), occurrence((0, 1), 4, Field::Title), occurrence((7, 7), 130, Field::Body)];
        let back: Vec<_> = Pairs::new(&pairs).iter().map(|pair| (pair.term, pair.unit, pair.counts)).collect();
        assert_eq!(back, pairs.map(|pair| (pair.term, pair.unit, pair.counts)));
    }
}
