//! Gathering: each unit's text becomes counts of terms by field.
//!
//! Takes the guide's pages; gives chunks of counts, each with a lexicon of its own. Chunks are cut by number, never by thread,
//! so that the same guide gives the same chunks. Must not weigh anything.

use std::ops::RangeInclusive;

use rayon::prelude::*;

use crate::guide::Guide;

use super::concepts::{Concepts, key};
use super::counts::Counts;
use super::lexicon::{Lexicon, Terms};
use super::packed::{Pairs, Words};
use super::reader::Field;
use super::token::{Style, Tokenizer};
use super::unit::{Part, Subject, Unit, units};
use super::wording::GLUE;

/// How many pages a chunk holds: enough to share a lexicon, few enough to keep every thread busy.
const CHUNK: usize = 64;

/// How many words a title has that is looked for by its initials as well.
const ACRONYM: RangeInclusive<usize> = 3..=5;

/// How far into a lead its neighbouring words are terms whatever they are.
const PAIRED_LEAD: u32 = 16;

/// A term of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence<T> {
    /// The term.
    pub(super) term: T,
    /// The unit's number.
    pub(super) unit: u32,
    /// How often it stands where.
    pub(super) counts: Counts,
}

/// What is known of a unit beside its terms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measured {
    /// Whether it is the page itself or a section.
    pub(super) rank: Rank,
    /// How many words each field has.
    pub(super) lengths: [u16; Field::COUNT],
    /// How much the words of its title tell: the length that a title is judged by.
    pub(super) telling: f32,
}

/// Where on its page a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    /// The page itself.
    Page,
    /// A section of it.
    Section,
}

/// What was gathered from all pages.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// For each chunk its terms by number.
    pub(super) terms: Vec<Terms>,
    /// The chunks.
    pub(super) chunks: Vec<Chunk>,
}

/// What was counted on some pages. Units are numbered from the chunk's first.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// The terms of the units.
    pub(super) words: Words,
    /// Neighbouring words of titles and leads, and those of other text that are a concept somewhere or stand there twice.
    pub(super) pairs: Pairs,
    /// The units.
    pub(super) units: Vec<Measured>,
    /// How many units each page has.
    pub(super) sizes: Vec<usize>,
}

/// Reads all pages.
pub(super) fn gather(guide: &Guide, subjects: &[Subject]) -> Gathered {
    let concepts = Concepts::new(guide, subjects);
    let gather_chunk = |subjects: &[Subject]| {
        let mut gatherer = Gatherer::new(&concepts);
        let mut sizes = Vec::with_capacity(subjects.len());
        for &subject in subjects {
            let units = units(guide, subject);
            sizes.push(units.len());
            for (position, unit) in units.iter().enumerate() {
                gatherer.unit(unit, if position == 0 { Rank::Page } else { Rank::Section });
            }
        }
        let Gatherer { lexicon, words, pairs, mut units, .. } = gatherer;
        units.shrink_to_fit();
        let terms = lexicon.into_terms();
        let chunk = Chunk { words: Words::new(words, terms.len()), pairs: Pairs::new(&pairs), units, sizes };
        (terms, chunk)
    };
    let (terms, chunks) = subjects.par_chunks(CHUNK).map(gather_chunk).unzip();
    Gathered { terms, chunks }
}

struct Gatherer<'c> {
    concepts: &'c Concepts,
    lexicon: Lexicon,
    tokenizer: Tokenizer,
    words: Vec<Occurrence<u32>>,
    pairs: Vec<Occurrence<(u32, u32)>>,
    units: Vec<Measured>,
    /// For each term of the lexicon the unit after the one that it was last seen in, and what was counted there.
    seen: Vec<(u32, Counts)>,
    /// The terms of the unit.
    terms: Vec<u32>,
    /// What each term of the lexicon is to its neighbours.
    keys: Vec<Key>,
    /// The neighbours in the unit that may be no concept.
    near: Vec<(u32, u32)>,
}

impl<'c> Gatherer<'c> {
    fn new(concepts: &'c Concepts) -> Self {
        Self {
            concepts,
            lexicon: Lexicon::default(),
            tokenizer: Tokenizer::default(),
            words: Vec::new(),
            pairs: Vec::new(),
            units: Vec::new(),
            seen: Vec::new(),
            terms: Vec::new(),
            keys: Vec::new(),
            near: Vec::new(),
        }
    }

    fn unit(&mut self, unit: &Unit<'_>, rank: Rank) {
        let number = narrow(self.units.len());
        let mut lengths = [0_u16; Field::COUNT];
        let Self { concepts, lexicon, tokenizer, words: all, pairs, units, seen, terms, keys, near } = self;
        unit.read(&mut |field, style, text| {
            let mut last: Option<(u32, u32)> = None;
            let mut words = 0;
            let mut initials = String::new();
            let paired = matches!(field, Field::Title | Field::Names | Field::Lead) && matches!(unit.part, Part::Whole | Part::Section(_));
            tokenizer.read(text, style, &mut |word, at| {
                let term = lexicon.number(word);
                count(term, field, number, seen, terms);
                words = words.max(at.end);
                if style == Style::Prose && at.end == at.start + 1 && key_of(word, term, keys).is_some() {
                    if let Some((before, _)) = last.filter(|&(_, position)| position < at.start) {
                        if paired && (field != Field::Lead || at.start < PAIRED_LEAD) {
                            pairs.push(Occurrence { term: (before, term), unit: number, counts: Counts::of_one(field) });
                        } else {
                            near.push((before.min(term), before.max(term)));
                        }
                    }
                    last = Some((term, at.start));
                    initials.extend(word.chars().next().filter(|_| paired && field == Field::Title));
                }
            });
            // "Method resolution order" is looked for as "MRO".
            if field == Field::Title && ACRONYM.contains(&initials.len()) && initials.bytes().all(|letter| letter.is_ascii_lowercase()) {
                count(lexicon.number(&initials), Field::Names, number, seen, terms);
            }
            if let Some(length) = lengths.get_mut(field as usize) {
                *length = length.saturating_add(u16::try_from(words).unwrap_or(u16::MAX));
            }
        });
        near.sort_unstable();
        for same in near.chunk_by(|a, b| a == b) {
            let Some(&(first, second)) = same.first() else { continue };
            let key = |term: u32| keys.get(term as usize).copied().and_then(Key::get);
            if same.len() > 1 || key(first).zip(key(second)).is_some_and(|(first, second)| concepts.hold(first, second)) {
                let counts = same.iter().fold(Counts::default(), |counts, _| counts.join(Counts::of_one(Field::Body)));
                pairs.push(Occurrence { term: (first, second), unit: number, counts });
            }
        }
        near.clear();
        for term in terms.drain(..) {
            let counts = seen.get(term as usize).map_or_else(Counts::default, |&(_, counts)| counts);
            all.push(Occurrence { term, unit: number, counts });
        }
        units.push(Measured { rank, lengths, telling: 0.0 });
    }
}

/// What a term is to its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// Nobody has asked yet.
    Unknown,
    /// A word that is read across.
    Glue,
    /// A word with a key.
    Of(u64),
}

impl Key {
    /// The key, if it has one.
    fn get(self) -> Option<u64> {
        if let Self::Of(key) = self { Some(key) } else { None }
    }
}

/// The key of a word; none if it is read across.
fn key_of(word: &str, term: u32, keys: &mut Vec<Key>) -> Option<u64> {
    if keys.len() <= term as usize {
        keys.resize(term as usize + 1, Key::Unknown);
    }
    let known = keys.get_mut(term as usize)?;
    if *known == Key::Unknown {
        *known = if GLUE.contains(&word) { Key::Glue } else { Key::Of(key(word)) };
    }
    known.get()
}

/// Counts a term of a unit; `terms` gets it when it is new there.
fn count(term: u32, field: Field, unit: u32, seen: &mut Vec<(u32, Counts)>, terms: &mut Vec<u32>) {
    if seen.len() <= term as usize {
        seen.resize(term as usize + 1, (0, Counts::default()));
    }
    let Some((of, counts)) = seen.get_mut(term as usize) else { return };
    if *of != unit + 1 {
        (*of, *counts) = (unit + 1, Counts::default());
        terms.push(term);
    }
    counts.add(field);
}

/// A count as the index writes it. No guide has four billion units.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
