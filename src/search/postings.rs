//! Postings: for each term the units that it stands in, scored, the best ones only.
//!
//! Takes the chunks' counts and the vocabulary; gives one encoded list a class and a pair of classes. Must not know how lists
//! are put into files.

use std::ops::Range;

use rayon::prelude::*;

use super::block::Numbering;
use super::bytes::push_number;
use super::counts::Counts;
use super::gather::{Chunk, Measured, Occurrence, narrow};
use super::lists::Lists;
use super::reader::Field;
use super::score::{Kind, Scorer};
use super::vocabulary::Vocabulary;
use super::wording::{ASKING, FILLING, GLUE};

/// The most units that a list names: the best ones. A word that stands in more tells little by itself.
const LONGEST: usize = 600;

/// In how many parts pairs are sorted, so that few are unpacked at once.
const PARTS: usize = 3;

/// The encoded lists of a guide.
#[derive(Debug)]
pub(super) struct Postings {
    /// One list a class.
    pub(super) words: Lists,
    /// The pairs of classes that are known, by first and second class.
    pub(super) pairs: Vec<Pair>,
    /// One list a pair.
    pub(super) of_pairs: Lists,
    /// The classes that stand in so many units that they tell nothing beside another word.
    pub(super) common: Vec<u32>,
    /// For each class how often it stands in titles and leads: how likely it is meant by a misspelt word.
    pub(super) worth: Vec<u32>,
}

/// Two classes, the smaller first: neighbours are found either way round.
pub(super) type Pair = (u32, u32);

/// A word in a unit, its term known by where it stands.
type Place = Occurrence<()>;

/// Scores and encodes all lists.
pub(super) fn postings(chunks: &[Chunk], vocabulary: &Vocabulary<'_>, numbering: &Numbering) -> Postings {
    let by_class = ByClass::new(chunks, vocabulary);
    let classes: Vec<u32> = (0..narrow(vocabulary.class_count())).collect();
    let mut units: Vec<Measured> = chunks.iter().flat_map(|chunk| chunk.units.iter().copied()).collect();
    let use_of = |places: &mut Vec<Place>, &class: &u32| {
        by_class.places(class, places);
        Use::of(places)
    };
    let uses: Vec<Use> = classes.par_iter().map_init(Vec::new, use_of).collect();
    let often = (units.len() / 5 * 2).max(30);
    let common = classes.iter().zip(&uses).filter(|(_, of)| of.frequency > often).map(|(&class, _)| class).collect();
    weigh_titles(&uses, vocabulary, &mut units);
    let worth = uses.into_iter().map(|of| of.worth).collect();
    let scorer = Scorer::new(&units);
    let write = |kind, places: &[Place], out: &mut Vec<u8>| encode(kind, places, numbering, &units, &scorer, out);
    let words = Lists::new(&classes, |&class, out| {
        let mut places = Vec::new();
        by_class.places(class, &mut places);
        write(Kind::Word, &places, out);
    });
    drop(by_class);
    let mut postings = Postings { words, pairs: Vec::new(), of_pairs: Lists::default(), common, worth };
    let step = vocabulary.class_count() / PARTS + 1;
    for part in 0..PARTS {
        let pairs = pairs(chunks, vocabulary, &postings.common, narrow(part * step)..narrow((part + 1) * step));
        let same: Vec<&[(Pair, Place)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
        postings.of_pairs.append(Lists::new(&same, |same, out| {
            let places: Vec<Place> = same.iter().map(|&(_, place)| place).collect();
            write(Kind::Pair, &places, out);
        }));
        postings.pairs.extend(same.iter().filter_map(|same| same.first()).map(|&(pair, _)| pair));
    }
    postings
}

/// Which terms of which chunks each class has. The words themselves stay packed: unpacked, those of a large guide would fill more
/// memory than all the rest of the index.
struct ByClass<'c> {
    chunks: &'c [Chunk],
    /// The first unit of each chunk.
    first_units: Vec<u32>,
    /// The chunks by number, each with a term of it.
    terms: Vec<(u32, u32)>,
    /// Where each class begins, and where the last one ends.
    starts: Vec<u32>,
}

impl<'c> ByClass<'c> {
    /// Sorts by class in one pass over counts.
    fn new(chunks: &'c [Chunk], vocabulary: &Vocabulary<'_>) -> Self {
        let mut starts = vec![0_u32; vocabulary.class_count() + 1];
        for class in vocabulary.by_chunk().flatten() {
            if let Some(count) = starts.get_mut(*class as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut terms = vec![(0, 0); sum as usize];
        for (chunk, classes) in vocabulary.by_chunk().enumerate() {
            for (term, &class) in classes.iter().enumerate() {
                let Some(at) = next.get_mut(class as usize) else { continue };
                if let Some(place) = terms.get_mut(*at as usize) {
                    *place = (narrow(chunk), narrow(term));
                }
                *at += 1;
            }
        }
        let count = |first: &mut u32, chunk: &Chunk| Some(std::mem::replace(first, *first + narrow(chunk.units.len())));
        Self { chunks, first_units: chunks.iter().scan(0, count).collect(), terms, starts }
    }

    /// Where the words of a class stand, in the order of units.
    fn places(&self, class: u32, places: &mut Vec<Place>) {
        places.clear();
        let at = |class: u32| self.starts.get(class as usize).map_or(0, |&start| start as usize);
        for &(chunk, term) in self.terms.get(at(class)..at(class + 1)).unwrap_or_default() {
            let Some((chunk, &first)) = self.chunks.get(chunk as usize).zip(self.first_units.get(chunk as usize)) else { continue };
            places.extend(chunk.words.of(term).map(|(unit, counts)| Place { term: (), unit: first + unit, counts }));
        }
        // Two forms of one word may stand in one chunk.
        if !places.is_sorted_by_key(|place| place.unit) {
            places.sort_unstable_by_key(|place| (place.unit, place.counts));
        }
    }
}

/// How a class is used.
struct Use {
    /// In how many units it stands.
    frequency: usize,
    /// What it is worth to the speller.
    worth: u32,
    /// The units that have it in their titles.
    titled: Vec<u32>,
}

impl Use {
    fn of(places: &[Place]) -> Self {
        let worth = |counts: Counts| counts.of(Field::Title) * 4 + counts.of(Field::Lead);
        Self {
            frequency: places.chunk_by(|a, b| a.unit == b.unit).count(),
            worth: places.iter().map(|place| worth(place.counts)).sum(),
            titled: places.iter().filter(|place| place.counts.of(Field::Title) > 0).map(|place| place.unit).collect(),
        }
    }
}

/// Measures titles by what their words tell: "How do you avoid a deadlock?" is hardly longer than "Avoid deadlock".
fn weigh_titles(uses: &[Use], vocabulary: &Vocabulary<'_>, units: &mut [Measured]) {
    let scorer = Scorer::new(units);
    for (class, of) in uses.iter().enumerate() {
        let name = vocabulary.name(narrow(class));
        if [GLUE, ASKING, FILLING].iter().any(|words| words.contains(&name)) {
            continue;
        }
        let weight = scorer.share(of.frequency);
        for &unit in &of.titled {
            if let Some(unit) = units.get_mut(unit as usize) {
                unit.telling += weight;
            }
        }
    }
}

/// The neighbouring words whose first class is one of these, by their classes, sorted. A pair with a word that stands everywhere
/// or asks is left out, unless the other one is an operator: in "`==` and `is`" both words tell.
fn pairs(chunks: &[Chunk], vocabulary: &Vocabulary<'_>, common: &[u32], firsts: Range<u32>) -> Vec<(Pair, Place)> {
    let is_operator = |class: u32| !vocabulary.name(class).contains(char::is_alphanumeric);
    let is_common = |class: u32| common.binary_search(&class).is_ok() || ASKING.contains(&vocabulary.name(class));
    let mut first_unit = 0;
    let mut pairs = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        for Occurrence { term, unit, counts } in chunk.pairs.iter() {
            let (a, b) = (vocabulary.class(number, term.0), vocabulary.class(number, term.1));
            if a != b && firsts.contains(&a.min(b)) && (!(is_common(a) || is_common(b)) || is_operator(a) || is_operator(b)) {
                pairs.push(((a.min(b), a.max(b)), Place { term: (), unit: first_unit + unit, counts }));
            }
        }
        first_unit += narrow(chunk.units.len());
    }
    pairs.par_sort_unstable_by_key(|(pair, place)| (*pair, place.unit, place.counts));
    pairs
}

/// Scores the units of a term and writes the best ones: their number, whether others were left out, the steps from unit to
/// unit, the scores.
fn encode(kind: Kind, places: &[Place], numbering: &Numbering, units: &[Measured], scorer: &Scorer, out: &mut Vec<u8>) {
    // Two forms of one word, or a pair both ways round, may stand in one unit.
    let mut counted: Vec<(u32, Counts)> = Vec::new();
    for place in places {
        match counted.last_mut() {
            Some((unit, counts)) if *unit == place.unit => *counts = counts.join(place.counts),
            _ => counted.push((place.unit, place.counts)),
        }
    }
    let rarity = scorer.rarity(counted.len());
    let score = |(unit, counts): (u32, Counts)| Some((unit, scorer.score(kind, rarity, counts, units.get(unit as usize)?)));
    let mut best: Vec<(u32, u8)> = counted.into_iter().filter_map(score).collect();
    let capped = best.len() > LONGEST;
    if capped {
        best.select_nth_unstable_by_key(LONGEST, |&(unit, score)| (u8::MAX - score, unit));
        best.truncate(LONGEST);
        best.sort_unstable();
    }
    push_number(narrow(best.len()) << 1 | u32::from(capped), out);
    let mut before = 0;
    for &(unit, _) in &best {
        let number = numbering.of(unit);
        push_number(number - before, out);
        before = number;
    }
    out.extend(best.iter().map(|(_, score)| score));
}
