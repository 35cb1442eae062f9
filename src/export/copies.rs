//! A copy of each note's Markdown beside its page, for people who take it along and for programs that read no HTML.

use rayon::prelude::*;

use crate::artifact::Output;
use crate::guide::Guide;

/// The copies. They are made as they are written, so that memory does not hold them all.
#[must_use]
pub fn copies(guide: &Guide) -> impl ParallelIterator<Item = Output> + '_ {
    let notes = guide.notes.as_slice().par_iter().zip(guide.entries.as_slice());
    notes.map(|(note, entry)| Output::new(entry.copy.clone(), note.text.as_bytes()))
}
