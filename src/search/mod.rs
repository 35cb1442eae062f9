//! The guide as a sharded index that `static/js/core/search*.js` reads in the browser.
//!
//! Takes the guide; gives the index's files. `unit.rs` says what can be found, `reader.rs` reads it, `facet.rs` sorts it for
//! filters, `token.rs` and `fold.rs` cut text into terms,
//! `gather.rs` counts them over `lexicon.rs`, `vocabulary.rs` sorts them into classes with `stem.rs`, `score.rs` weighs
//! them, and `postings.rs`, `shard.rs`, `titles.rs`, `directory.rs` and `bytes.rs` write them down. Scores are computed
//! here, so the reader only adds. Must not know how results look.
//!
//! The files, all below [`FOLDER`]:
//!
//! | file | holds | fetched |
//! |---|---|---|
//! | `directory.bin` | the name of the folder that holds the others, the shards' first terms | when a reader means to search |
//! | `words-N.bin` | filters and terms with their postings | the shard of each word typed |
//! | `titles-N.bin` | titles and addresses of some pages | for the results shown |
//! | `speller.bin` | the words that others may be misspelt for | when a word is unknown |
//! | `text-N.bin` | the text of some units of a page, for excerpts | for the results seen |

mod bytes;
mod counts;
mod directory;
mod excerpt;
mod facet;
mod fold;
mod gather;
mod lexicon;
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

use rayon::prelude::*;

use crate::artifact::Output;
use crate::guide::Guide;
use crate::path::SitePath;

/// The folder of the index in the site.
pub const FOLDER: &str = "search-index";

/// Makes the index's files.
#[must_use]
pub fn index(guide: &Guide) -> Vec<Output> {
    let subjects = unit::subjects(guide);
    let filters = facet::filters(guide, &subjects);
    let words = {
        let gather::Gathered { terms, chunks } = gather::gather(guide, &subjects);
        let sizes = chunks.iter().flat_map(|chunk| chunk.sizes.iter().copied()).collect();
        let vocabulary = vocabulary::Vocabulary::new(&terms, &guide.site.language);
        let postings = postings::postings(chunks, &vocabulary);
        let common = directory::common(&vocabulary, &postings);
        let speller = bytes::pack(speller::speller(&vocabulary, &postings).as_bytes());
        directory::Words { common, filters: filters.offered, shards: shard::shards(&filters.lists, &vocabulary, &postings), sizes, speller }
    };
    let titles: Vec<Vec<u8>> = titles::cuts(&words.sizes)
        .into_par_iter()
        .map(|pages| bytes::pack(titles::chunk(guide, subjects.get(pages).unwrap_or_default()).as_bytes()))
        .collect();
    let texts: Vec<Vec<u8>> = subjects.par_iter().flat_map_iter(|&subject| excerpt::texts(guide, subject)).collect();
    let folder = directory::folder(&words, &titles, &texts);
    let directory = bytes::pack(directory::directory(&folder, &words).as_bytes());
    let mut outputs = vec![Output::new(SitePath::fixed(&format!("{FOLDER}/directory.bin")), directory)];
    outputs.push(Output::new(SitePath::fixed(&format!("{FOLDER}/{folder}/speller.bin")), words.speller));
    let mut add = |kind: &str, files: Vec<Vec<u8>>| {
        let file = |(number, bytes)| Output::new(SitePath::fixed(&format!("{FOLDER}/{folder}/{kind}-{number}.bin")), bytes);
        outputs.extend(files.into_iter().enumerate().map(file));
    };
    add("words", words.shards.into_iter().map(|shard| shard.bytes).collect());
    add("titles", titles);
    add("text", texts);
    outputs
}
