//! Postings: for each term the units that it stands in, scored, the best ones only.
//!
//! Takes the chunks' counts and the vocabulary; gives one encoded list a class and a pair of classes. Must not know how lists
//! are put into files.

use rayon::prelude::*;

use super::bytes::push_number;
use super::gather::{Chunk, Counts, Measured, Occurrence, narrow};
use super::score::{Kind, Scorer};
use super::vocabulary::Vocabulary;

/// The most units that a list names: the best ones. A word that stands in more tells little by itself.
const LONGEST: usize = 400;

/// The encoded lists of a guide.
#[derive(Debug)]
pub(super) struct Postings {
    /// One list a class.
    pub(super) words: Vec<List>,
    /// One list a pair of classes, by first and second class.
    pub(super) pairs: Vec<((u32, u32), List)>,
    /// The classes that stand in so many units that they tell nothing beside another word.
    pub(super) common: Vec<u32>,
}

/// The units of one term.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    /// As the reader gets it.
    pub(super) bytes: Vec<u8>,
}

/// One unit of a list.
#[derive(Clone, Copy, Debug)]
struct Posting {
    group: u32,
    ordinal: u32,
    score: u8,
}

/// Scores and encodes all lists.
pub(super) fn postings(chunks: &[Chunk], vocabulary: &Vocabulary<'_>) -> Postings {
    let units: Vec<Measured> = chunks.iter().flat_map(|chunk| chunk.units.iter().copied()).collect();
    let scorer = Scorer::new(&units);
    let words = by_class(chunks, vocabulary);
    let often = (units.len() / 5).max(30);
    let frequencies: Vec<usize> = words.lists().map(distinct_units).collect();
    let common: Vec<u32> = frequencies.iter().enumerate().filter(|&(_, &units)| units > often).map(|(class, _)| narrow(class)).collect();
    let pairs = pairs(chunks, vocabulary, &common);
    let lists: Vec<&[Occurrence<()>]> = words.lists().collect();
    let words = lists.par_iter().map(|list| encode(Kind::Word, list.iter().copied(), &units, &scorer)).collect();
    let cuts: Vec<&[Occurrence<(u32, u32)>]> = pairs.chunk_by(|a, b| a.term == b.term).collect();
    let pairs = cuts
        .par_iter()
        .filter_map(|list| {
            let term = list.first()?.term;
            let plain = list.iter().map(|&Occurrence { unit, counts, .. }| Occurrence { term: (), unit, counts });
            Some((term, encode(Kind::Pair, plain, &units, &scorer)))
        })
        .collect();
    Postings { words, pairs, common }
}

/// All occurrences, those of one class together and in the order of units.
struct ByClass {
    occurrences: Vec<Occurrence<()>>,
    /// Where each class begins, and where the last one ends.
    starts: Vec<u32>,
}

impl ByClass {
    fn lists(&self) -> impl Iterator<Item = &[Occurrence<()>]> {
        self.starts.array_windows().map(|&[from, to]| self.occurrences.get(from as usize..to as usize).unwrap_or_default())
    }
}

/// Sorts the occurrences by class in one pass over counts, as sorting by comparison would cost more than all the rest.
fn by_class(chunks: &[Chunk], vocabulary: &Vocabulary<'_>) -> ByClass {
    let mut starts = vec![0_u32; vocabulary.class_count() + 1];
    for (number, chunk) in chunks.iter().enumerate() {
        for word in &chunk.words {
            if let Some(count) = starts.get_mut(vocabulary.class(number, word.term) as usize + 1) {
                *count += 1;
            }
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut occurrences = vec![Occurrence { term: (), unit: 0, counts: Counts::default() }; sum as usize];
    let mut first_unit = 0;
    for (number, chunk) in chunks.iter().enumerate() {
        for word in &chunk.words {
            let Some(at) = next.get_mut(vocabulary.class(number, word.term) as usize) else { continue };
            if let Some(slot) = occurrences.get_mut(*at as usize) {
                *slot = Occurrence { term: (), unit: first_unit + word.unit, counts: word.counts };
            }
            *at += 1;
        }
        first_unit += narrow(chunk.units.len());
    }
    ByClass { occurrences, starts }
}

/// The pairs of neighbouring words by their classes, the smaller first, sorted. A pair with a word that stands everywhere is
/// left out, unless the other one is an operator: in "`==` and `is`" both words tell.
fn pairs(chunks: &[Chunk], vocabulary: &Vocabulary<'_>, common: &[u32]) -> Vec<Occurrence<(u32, u32)>> {
    let is_operator = |class: u32| !vocabulary.name(class).contains(char::is_alphanumeric);
    let mut first_unit = 0;
    let mut pairs = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        for pair in &chunk.pairs {
            let (a, b) = (vocabulary.class(number, pair.term.0), vocabulary.class(number, pair.term.1));
            let is_common = |class: &u32| common.binary_search(class).is_ok();
            if (is_common(&a) || is_common(&b)) && !is_operator(a) && !is_operator(b) {
                continue;
            }
            pairs.push(Occurrence { term: (a.min(b), a.max(b)), unit: first_unit + pair.unit, counts: pair.counts });
        }
        first_unit += narrow(chunk.units.len());
    }
    pairs.par_sort_unstable_by_key(|pair| (pair.term, pair.unit, pair.counts));
    pairs
}

fn distinct_units(list: &[Occurrence<()>]) -> usize {
    list.chunk_by(|a, b| a.unit == b.unit).count()
}

/// Scores the units of a term and writes the best ones: their number, whether others were left out, then the steps from page
/// to page, the units on the pages, the scores.
fn encode(kind: Kind, occurrences: impl Iterator<Item = Occurrence<()>>, units: &[Measured], scorer: &Scorer) -> List {
    let mut merged: Vec<Occurrence<()>> = Vec::with_capacity(occurrences.size_hint().0);
    for next in occurrences {
        match merged.last_mut() {
            // Two forms of one word, or a pair both ways round.
            Some(before) if before.unit == next.unit => {
                for (count, more) in before.counts.iter_mut().zip(next.counts) {
                    *count = count.saturating_add(more);
                }
            }
            _ => merged.push(next),
        }
    }
    let rarity = scorer.rarity(merged.len());
    let posting = |occurrence: &Occurrence<()>| {
        let unit = units.get(occurrence.unit as usize)?;
        Some(Posting { group: unit.group, ordinal: unit.ordinal, score: scorer.score(kind, rarity, occurrence.counts, unit) })
    };
    let mut best: Vec<Posting> = merged.iter().filter_map(posting).collect();
    let capped = best.len() > LONGEST;
    if capped {
        best.select_nth_unstable_by_key(LONGEST, |posting| (u8::MAX - posting.score, posting.group, posting.ordinal));
        best.truncate(LONGEST);
        best.sort_unstable_by_key(|posting| (posting.group, posting.ordinal));
    }
    let mut bytes = Vec::with_capacity(best.len() * 3 + 2);
    push_number(narrow(best.len()) << 1 | u32::from(capped), &mut bytes);
    let mut group = 0;
    for posting in &best {
        push_number((posting.group - group) << 1 | u32::from(posting.ordinal > 0), &mut bytes);
        group = posting.group;
    }
    for posting in best.iter().filter(|posting| posting.ordinal > 0) {
        push_number(posting.ordinal, &mut bytes);
    }
    bytes.extend(best.iter().map(|posting| posting.score));
    List { bytes }
}
