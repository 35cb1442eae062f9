//! The read phase: a folder of notes becomes a [`SourceSet`].
//!
//! Takes the guide's root and what to leave out; gives every note's text and the list of the other files. `walk.rs` finds
//! them, `skip.rs` says what is left out, `text.rs` makes text of bytes. Must not understand Markdown, and must not follow a
//! path out of the root.

mod drawing;
mod lock;
mod picture;
mod skip;
mod text;
mod theme;
mod walk;

pub use skip::FOREIGN_FOLDERS;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::error::Result;
use crate::path::GuidePath;

pub use lock::{LOCK_NAME, LockFile, lock, lock_path};
pub use picture::Pixels;
pub use theme::{SiteTheme, theme};

/// Everything that was read, sorted by path.
#[derive(Debug, Default)]
pub struct SourceSet {
    /// The guide's root on disk.
    pub root: PathBuf,
    /// The notes.
    pub notes: Vec<Source>,
    /// Every other file below the root that notes may link to.
    pub files: Vec<GuidePath>,
    /// The sizes of those that are pictures.
    pub pictures: BTreeMap<GuidePath, Pixels>,
    /// The files and folders that the configuration leaves out: no part of the guide, but maybe of its repository.
    pub excluded: Vec<GuidePath>,
    /// What reading found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One note as read: UTF-8, no byte order mark, `\n` line ends.
#[derive(Debug)]
pub struct Source {
    /// Where it lies below the root.
    pub path: GuidePath,
    /// Its text.
    pub text: String,
}

/// What is no part of the guide, beyond what never is (dot files, `node_modules`, what git ignores, …).
#[derive(Clone, Debug, Default)]
pub struct Skip {
    /// Globs on paths below the root; a folder that fits one is left out with all that it holds.
    pub exclude: Vec<String>,
    /// The output folder, wherever it lies.
    pub output_dir: PathBuf,
}

/// Reads the guide in `root`. Where that is one file, the guide is this note alone, and the files beside it and below its
/// folder can be linked.
pub fn read(root: &Path, skip: &Skip) -> Result<SourceSet> {
    let found = walk::walk(root, skip)?;
    let notes = Vec::with_capacity(found.notes.len());
    let pictures = picture::sizes(&found.root, &found.files);
    let mut set =
        SourceSet { root: found.root, notes, files: found.files, pictures, excluded: found.excluded, diagnostics: found.diagnostics };
    for (path, bytes) in walk::read_all(found.notes) {
        match bytes {
            Ok(bytes) => {
                let (text, diagnostic) = text::decode(&path, bytes);
                set.diagnostics.extend(diagnostic);
                set.notes.push(Source { path, text });
            }
            Err(diagnostic) => set.diagnostics.push(diagnostic),
        }
    }
    set.diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
    Ok(set)
}
