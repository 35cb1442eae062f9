//! The write phase: outputs become the site on disk.
//!
//! Takes outputs, from many threads and in any order; gives the output folder that holds them and nothing stale.
//! `writer.rs` stages what changed and moves it into place at the end, `manifest.rs` remembers what was written, `folder.rs`
//! says which folders may be built into. `replace.rs` writes the one file beside the notes that a verb may change. Must not touch what the manifest does not list.

mod folder;
mod manifest;
mod replace;
mod staging;
mod writer;

pub use folder::Force;
pub use replace::replace;
pub use writer::{Writer, Written};

use std::path::Path;

use crate::error::Result;

/// Removes what builds wrote into `dir` and says how many files that was. What is not in the manifest stays.
pub fn clean(dir: &Path) -> Result<usize> {
    let dir = folder::resolve(dir);
    let Some(manifest) = manifest::Manifest::read(&dir)? else { return Ok(0) };
    let removed = writer::remove(&dir, manifest.files.keys())?;
    manifest::Manifest::delete(&dir)?;
    folder::remove_if_empty(&dir);
    Ok(removed)
}
