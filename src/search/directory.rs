//! The directory: the one file of the index with a fixed name, which leads to all others.
//!
//! Takes what was written; gives the directory as JSON. The other files lie in a folder named by their content, so they may be
//! cached for ever. Must not grow with the guide by more than a few bytes a shard.

use std::hash::Hasher;

use serde::Serialize;

use super::excerpt;
use super::lexicon::WordHasher;
use super::postings::Postings;
use super::shard::Shard;
use super::titles;
use super::vocabulary::Vocabulary;
use super::wording::{ASKING, GLUE};

/// The form of the files; the reader asks for a reload when it meets another.
const VERSION: u32 = 2;

/// The dictionary as written.
#[derive(Debug)]
pub(super) struct Words {
    /// The terms that stand almost everywhere.
    pub(super) common: Vec<String>,
    /// The filters that readers can choose from.
    pub(super) filters: Vec<String>,
    /// The shards.
    pub(super) shards: Vec<Shard>,
    /// How many units each page has.
    pub(super) sizes: Vec<u32>,
    /// The speller.
    pub(super) speller: Vec<u8>,
}

#[derive(Serialize)]
struct Directory<'a> {
    version: u32,
    folder: &'a str,
    /// How many units each page has, as digits to the base of 36; a `z` adds 35 and goes on.
    units: String,
    /// How many pages a chunk of titles holds, after how many units it ends, how many units a text holds.
    chunks: (usize, u32, usize),
    common: &'a [String],
    glue: &'a [&'a str],
    asking: &'a [&'a str],
    filters: &'a [String],
    shards: Vec<&'a str>,
}

/// Writes the directory.
pub(super) fn directory(folder: &str, words: &Words) -> String {
    let shards = words.shards.iter().map(|shard| shard.from.as_str()).collect();
    let directory = Directory {
        version: VERSION,
        folder,
        units: sizes(&words.sizes),
        chunks: (titles::PAGES, titles::UNITS, excerpt::UNITS),
        common: &words.common,
        glue: GLUE,
        asking: ASKING,
        filters: &words.filters,
        shards,
    };
    // Strings and numbers always serialise.
    serde_json::to_string(&directory).unwrap_or_default()
}

/// Counts as digits, one letter for most of them.
fn sizes(counts: &[u32]) -> String {
    let mut out = String::with_capacity(counts.len());
    for &count in counts {
        out.extend((0..count / 35).map(|_| 'z'));
        out.extend(char::from_digit(count % 35, 36));
    }
    out
}

/// The terms that stand in so many units that they tell nothing beside another word.
pub(super) fn common(vocabulary: &Vocabulary<'_>, postings: &Postings) -> Vec<String> {
    let common = vocabulary.terms().filter(|(_, class)| postings.common.binary_search(class).is_ok());
    common.map(|(term, _)| term.to_owned()).collect()
}

/// The folder's name, from all that lies in it.
pub(super) fn folder(words: &Words, titles: &[Vec<u8>], texts: &[Vec<u8>]) -> String {
    let mut hasher = WordHasher::default();
    let shards = words.shards.iter().map(|shard| &shard.bytes);
    for file in shards.chain([&words.speller]).chain(titles).chain(texts) {
        hasher.write(file);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_one_letter_each_unless_they_are_large() {
        assert_eq!(sizes(&[1, 10, 34, 35, 71]), "1ayz0zz1");
    }
}
