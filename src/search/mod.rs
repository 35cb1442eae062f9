//! The guide as a sharded index that `static/js/core/search*.js` reads in the browser.
//!
//! Takes the guide; gives the index's files. `unit.rs` says what can be found, `reader.rs` reads it, `facet.rs` sorts it for
//! filters, `token.rs` and `fold.rs` cut text into terms, `gather.rs` counts them over `lexicon.rs`, with the neighbours among
//! them that `concepts.rs` knows, and keeps them in `packed.rs`; `vocabulary.rs` sorts them into classes with `stem.rs`,
//! `score.rs` weighs them, `block.rs` numbers the units, and `postings.rs`, `lists.rs`, `shard.rs`, `titles.rs`, `directory.rs`
//! and `bytes.rs` write them down. Scores are computed here, so the reader only adds. Must not know how results look.
//!
//! The files, all below [`FOLDER`]:
//!
//! | file | holds | fetched |
//! |---|---|---|
//! | `directory-4.bin` | the name of the folder that holds the others, the shards' first terms | when a reader means to search |
//! | `words-N.bin` | filters and terms with their postings | the shard of each word typed |
//! | `titles-N.bin` | titles and addresses of some blocks of units | for the results shown |
//! | `speller.bin` | the words that others may be misspelt for | when a word is unknown |
//! | `text-N.bin` | the text of a block of units, for excerpts | for the results seen |

mod block;
mod bytes;
mod concepts;
mod counts;
mod directory;
mod excerpt;
mod facet;
mod fold;
mod gather;
mod lexicon;
mod lists;
mod packed;
mod postings;
mod reader;
mod score;
mod shard;
mod speller;
mod stem;
mod titles;
mod token;
mod unit;
mod vocabulary;
mod wording;

use crate::artifact::Output;
use crate::guide::Guide;
use crate::path::SitePath;

/// The folder of the index in the site.
pub const FOLDER: &str = "search-index";

/// Makes the index's files.
#[must_use]
pub fn index(guide: &Guide) -> Vec<Output> {
    let subjects = unit::subjects(guide);
    let words = {
        let gather::Gathered { terms, chunks } = gather::gather(guide, &subjects);
        let numbering = block::Numbering::new(chunks.iter().flat_map(|chunk| chunk.sizes.iter().copied()));
        let filters = facet::filters(guide, &subjects, &numbering);
        let vocabulary = vocabulary::Vocabulary::new(&terms, &guide.site.language);
        let postings = postings::postings(&chunks, &vocabulary, &numbering);
        let common = directory::common(&vocabulary, &postings);
        let speller = bytes::pack(speller::speller(&vocabulary, &postings).as_bytes());
        let shards = shard::shards(&filters.lists, &vocabulary, &postings);
        directory::Words { common, filters: filters.offered, shards, numbering, speller }
    };
    let titles = titles::files(guide, &subjects);
    let texts = excerpt::texts(guide, &subjects, &words.numbering);
    let folder = directory::folder(&words, &titles, &texts);
    let directory = bytes::pack(directory::directory(&folder, &words).as_bytes());
    let mut outputs = vec![Output::new(SitePath::fixed(&format!("{FOLDER}/directory-{}.bin", directory::VERSION)), directory)];
    outputs.push(Output::new(SitePath::fixed(&format!("{FOLDER}/{folder}/speller.bin")), words.speller));
    let file = |kind: &str, number: usize, bytes| Output::new(SitePath::fixed(&format!("{FOLDER}/{folder}/{kind}-{number}.bin")), bytes);
    outputs.extend(words.shards.into_iter().enumerate().map(|(number, shard)| file("words", number, shard.bytes)));
    outputs.extend(titles.into_iter().enumerate().map(|(number, bytes)| file("titles", number, bytes)));
    outputs.extend(texts.into_iter().map(|text| file("text", text.block, text.bytes)));
    outputs
}
