//! The read phase: a folder of notes becomes a [`SourceSet`].
//!
//! Takes the guide's root and what to leave out; gives every note's text and the list of the other files. Must not
//! understand Markdown, and must not follow a path out of the root.

use std::path::PathBuf;

use crate::diagnostic::Diagnostic;
use crate::path::GuidePath;

/// Everything that was read, sorted by path.
#[derive(Debug, Default)]
pub struct SourceSet {
    /// The guide's root on disk.
    pub root: PathBuf,
    /// The notes.
    pub notes: Vec<Source>,
    /// Every other file below the root that notes may link to.
    pub files: Vec<GuidePath>,
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
