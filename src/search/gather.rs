//! Gathering: each unit's text becomes counts of terms by field.
//!
//! Takes the guide's pages; gives chunks of counts, each with a lexicon of its own. Chunks are cut by number, never by thread,
//! so that the same guide gives the same chunks. Must not weigh anything.

use rayon::prelude::*;

use crate::guide::Guide;

use super::lexicon::Lexicon;
use super::token::Tokenizer;
use super::unit::{Field, Subject, Unit, units};

/// How many pages a chunk holds: enough to share a lexicon, few enough to keep every thread busy.
const CHUNK: usize = 64;

/// How far into a lead its neighbouring words are terms.
const PAIRED_LEAD: u32 = 24;

/// Words that a phrase or comparison is read across: "a vs b", "an iterator and an iterable". The reader gets the same list.
pub(super) const GLUE: &[&str] = &["a", "an", "the", "and", "or", "vs", "versus", "of", "in", "to", "for", "with", "on"];

/// How often a term stands in each field of a unit.
pub(super) type Counts = [u8; Field::COUNT];

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
    /// The number of its page.
    pub(super) group: u32,
    /// Its number on the page.
    pub(super) ordinal: u32,
    /// How many words each field has.
    pub(super) lengths: [u16; Field::COUNT],
}

/// What was gathered from some pages. Units are numbered from the chunk's first.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    /// The chunk's terms by number.
    pub(super) terms: Vec<Box<str>>,
    /// Terms of units.
    pub(super) words: Vec<Occurrence<u32>>,
    /// Neighbouring words of titles and leads.
    pub(super) pairs: Vec<Occurrence<(u32, u32)>>,
    /// The units.
    pub(super) units: Vec<Measured>,
}

/// Reads all pages.
pub(super) fn gather(guide: &Guide, subjects: &[Subject]) -> Vec<Chunk> {
    let gather_chunk = |(number, subjects): (usize, &[Subject])| {
        let mut gatherer = Gatherer::default();
        for (position, &subject) in subjects.iter().enumerate() {
            for (ordinal, unit) in units(guide, subject).iter().enumerate() {
                gatherer.unit(unit, number * CHUNK + position, ordinal);
            }
        }
        gatherer.finish()
    };
    subjects.par_chunks(CHUNK).enumerate().map(gather_chunk).collect()
}

#[derive(Default)]
struct Gatherer {
    lexicon: Lexicon,
    tokenizer: Tokenizer,
    chunk: Chunk,
    /// The unit's terms as read, with their fields.
    read: Vec<(u32, Field)>,
    /// Its pairs as read.
    read_pairs: Vec<((u32, u32), Field)>,
}

impl Gatherer {
    fn unit(&mut self, unit: &Unit<'_>, group: usize, ordinal: usize) {
        let number = narrow(self.chunk.units.len());
        let mut lengths = [0_u16; Field::COUNT];
        let Self { lexicon, tokenizer, chunk, read, read_pairs } = self;
        read.clear();
        read_pairs.clear();
        unit.read(&mut |field, style, text| {
            let mut last: Option<(u32, u32)> = None;
            let mut words = 0;
            let paired = matches!(field, Field::Title | Field::Names | Field::Lead);
            tokenizer.read(text, style, &mut |term, at| {
                let term_number = lexicon.number(term);
                read.push((term_number, field));
                words = words.max(at.end);
                if paired && at.end == at.start + 1 && !GLUE.contains(&term) && (field != Field::Lead || at.start < PAIRED_LEAD) {
                    if let Some((before, _)) = last.filter(|&(_, position)| position < at.start) {
                        read_pairs.push(((before, term_number), field));
                    }
                    last = Some((term_number, at.start));
                }
            });
            if let Some(length) = lengths.get_mut(field as usize) {
                *length = length.saturating_add(u16::try_from(words).unwrap_or(u16::MAX));
            }
        });
        chunk.units.push(Measured { group: narrow(group), ordinal: narrow(ordinal), lengths });
        count(read, number, &mut chunk.words);
        count(read_pairs, number, &mut chunk.pairs);
    }

    fn finish(mut self) -> Chunk {
        self.chunk.terms = self.lexicon.into_terms();
        self.chunk
    }
}

fn count<T: Ord + Copy>(read: &mut [(T, Field)], unit: u32, out: &mut Vec<Occurrence<T>>) {
    read.sort_unstable_by_key(|&(term, field)| (term, field as usize));
    for same in read.chunk_by(|a, b| a.0 == b.0) {
        let mut counts = [0_u8; Field::COUNT];
        for &(_, field) in same {
            if let Some(count) = counts.get_mut(field as usize) {
                *count = count.saturating_add(1);
            }
        }
        out.extend(same.first().map(|&(term, _)| Occurrence { term, unit, counts }));
    }
}

/// A count as the index writes it. No guide has four billion units.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
