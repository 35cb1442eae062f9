//! Postings: for each term the units that it stands in, scored, the best ones only.
//!
//! Takes the chunks' counts and the vocabulary; gives one encoded list a class and a pair of classes. Must not know how lists
//! are put into files.

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

/// Scores and encodes all lists. Uses the counts up, so that they need not be held twice.
pub(super) fn postings(mut chunks: Vec<Chunk>, vocabulary: &Vocabulary<'_>, numbering: &Numbering) -> Postings {
    let by_class = ByClass::new(&mut chunks, vocabulary);
    let mut units: Vec<Measured> = chunks.iter().flat_map(|chunk| chunk.units.iter().copied()).collect();
    let lists: Vec<&[Place]> = by_class.lists().collect();
    let frequencies: Vec<usize> = lists.par_iter().map(|list| list.chunk_by(|a, b| a.unit == b.unit).count()).collect();
    let often = (units.len() / 5 * 2).max(30);
    let common = frequencies.iter().enumerate().filter(|&(_, &frequency)| frequency > often);
    let common: Vec<u32> = common.map(|(class, _)| narrow(class)).collect();
    weigh_titles(&lists, &frequencies, vocabulary, &mut units);
    let worth = lists.par_iter().map(|list| list.iter().map(|place| worth(place.counts)).sum()).collect();
    let scorer = Scorer::new(&units);
    let write = |kind, places: &mut dyn Iterator<Item = Place>, out: &mut Vec<u8>| encode(kind, places, numbering, &units, &scorer, out);
    let words = Lists::new(&lists, |list, out| write(Kind::Word, &mut list.iter().copied(), out));
    drop(lists);
    drop(by_class);
    let pairs = pairs(chunks, vocabulary, &common);
    let same: Vec<&[(Pair, Place)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
    let of_pairs = Lists::new(&same, |same, out| write(Kind::Pair, &mut same.iter().map(|&(_, place)| place), out));
    let pairs = same.iter().filter_map(|same| same.first()).map(|&(pair, _)| pair).collect();
    Postings { words, pairs, of_pairs, common, worth }
}

/// All words of all units, those of one class together and in the order of units.
struct ByClass {
    places: Vec<Place>,
    /// Where each class begins, and where the last one ends.
    starts: Vec<u32>,
}

impl ByClass {
    /// Sorts by class in one pass over counts, as sorting by comparison would cost more than all the rest.
    fn new(chunks: &mut [Chunk], vocabulary: &Vocabulary<'_>) -> Self {
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
        let mut places = vec![Place { term: (), unit: 0, counts: Counts::default() }; sum as usize];
        let mut first_unit = 0;
        for (number, chunk) in chunks.iter_mut().enumerate() {
            let mut words = std::mem::take(&mut chunk.words).into_iter();
            for unit in &chunk.units {
                for word in words.by_ref().take(unit.terms as usize) {
                    let Some(at) = next.get_mut(vocabulary.class(number, word.term) as usize) else { continue };
                    if let Some(place) = places.get_mut(*at as usize) {
                        *place = Place { term: (), unit: first_unit, counts: word.counts };
                    }
                    *at += 1;
                }
                first_unit += 1;
            }
        }
        Self { places, starts }
    }

    fn lists(&self) -> impl Iterator<Item = &[Place]> {
        self.starts.array_windows().map(|&[from, to]| self.places.get(from as usize..to as usize).unwrap_or_default())
    }
}

/// What a word in a unit is worth to the speller.
fn worth(counts: Counts) -> u32 {
    counts.of(Field::Title) * 4 + counts.of(Field::Lead)
}

/// Measures titles by what their words tell: "How do you avoid a deadlock?" is hardly longer than "Avoid deadlock".
fn weigh_titles(lists: &[&[Place]], frequencies: &[usize], vocabulary: &Vocabulary<'_>, units: &mut [Measured]) {
    let scorer = Scorer::new(units);
    for (class, (list, &frequency)) in lists.iter().zip(frequencies).enumerate() {
        let name = vocabulary.name(narrow(class));
        if [GLUE, ASKING, FILLING].iter().any(|words| words.contains(&name)) {
            continue;
        }
        let weight = scorer.share(frequency);
        for place in *list {
            let count = place.counts.of(Field::Title);
            if count > 0
                && let Some(unit) = units.get_mut(place.unit as usize)
            {
                unit.telling += weight;
            }
        }
    }
}

/// The neighbouring words by their classes, sorted. A pair with a word that stands everywhere or asks is left out, unless the
/// other one is an operator: in "`==` and `is`" both words tell.
fn pairs(chunks: Vec<Chunk>, vocabulary: &Vocabulary<'_>, common: &[u32]) -> Vec<(Pair, Place)> {
    let is_operator = |class: u32| !vocabulary.name(class).contains(char::is_alphanumeric);
    let is_common = |class: u32| common.binary_search(&class).is_ok() || ASKING.contains(&vocabulary.name(class));
    let mut first_unit = 0;
    let mut pairs = Vec::with_capacity(chunks.iter().map(|chunk| chunk.pairs.len()).sum());
    for (number, chunk) in chunks.into_iter().enumerate() {
        for Occurrence { term, unit, counts } in chunk.pairs {
            let (a, b) = (vocabulary.class(number, term.0), vocabulary.class(number, term.1));
            if a != b && (!(is_common(a) || is_common(b)) || is_operator(a) || is_operator(b)) {
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
fn encode(
    kind: Kind,
    places: &mut dyn Iterator<Item = Place>,
    numbering: &Numbering,
    units: &[Measured],
    scorer: &Scorer,
    out: &mut Vec<u8>,
) {
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
