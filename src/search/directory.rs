//! The directory: the one file of the index with a fixed name, which leads to all others.
//!
//! Takes what was written; gives the directory as JSON. The other files lie in a folder named by their content, so they may be
//! cached for ever. Must not grow with the guide by more than a few bytes a shard.

use std::hash::Hasher;

use serde::Serialize;

use super::block::Numbering;
use super::excerpt::Text;
use super::lexicon::WordHasher;
use super::postings::Postings;
use super::shard::Shard;
use super::vocabulary::Vocabulary;
use super::wording::{ASKING, GLUE};

/// The form of the files: a reader that knows another form finds no directory, and says so.
pub(super) const VERSION: u32 = 4;

/// The dictionary as written.
#[derive(Debug)]
pub(super) struct Words {
    /// The terms that stand almost everywhere.
    pub(super) common: Vec<String>,
    /// The filters that readers can choose from.
    pub(super) filters: Vec<String>,
    /// The shards.
    pub(super) shards: Vec<Shard>,
    /// How units are numbered.
    pub(super) numbering: Numbering,
    /// The speller.
    pub(super) speller: Vec<u8>,
}

#[derive(Serialize)]
struct Directory<'a> {
    folder: &'a str,
    /// For each block of units whether a page begins with it (`-`) or goes on (`+`).
    blocks: &'a str,
    /// The terms that tell nothing beside another word: those that stand almost everywhere, and those that ask.
    common: Vec<&'a str>,
    glue: &'a [&'a str],
    asking: &'a [&'a str],
    filters: &'a [String],
    shards: Vec<&'a str>,
}

/// Writes the directory.
pub(super) fn directory(folder: &str, words: &Words) -> String {
    let shards = words.shards.iter().map(|shard| shard.from.as_str()).collect();
    let directory = Directory {
        folder,
        blocks: words.numbering.blocks(),
        common: words.common.iter().map(String::as_str).chain(ASKING.iter().copied()).collect(),
        glue: GLUE,
        asking: ASKING,
        filters: &words.filters,
        shards,
    };
    // Strings and numbers always serialise.
    serde_json::to_string(&directory).unwrap_or_default()
}

/// The terms that stand in so many units that they tell nothing beside another word.
pub(super) fn common(vocabulary: &Vocabulary<'_>, postings: &Postings) -> Vec<String> {
    let common = vocabulary.terms().filter(|(_, class)| postings.common.binary_search(class).is_ok());
    common.map(|(term, _)| term.to_owned()).collect()
}

/// The folder's name, from all that lies in it.
pub(super) fn folder(words: &Words, titles: &[Vec<u8>], texts: &[Text]) -> String {
    let mut hasher = WordHasher::default();
    let shards = words.shards.iter().map(|shard| &shard.bytes);
    for file in shards.chain([&words.speller]).chain(titles).chain(texts.iter().map(|text| &text.bytes)) {
        hasher.write(file);
    }
    format!("{:016x}", hasher.finish())
}
