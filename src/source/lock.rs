//! The lock's file: where it lies, and its text.
//!
//! Takes the folder of the configuration; gives the text of `studyguide.lock` there. Must not understand it.

#![expect(clippy::disallowed_methods, reason = "the read phase is where the disk is read")]

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// The name of the file.
pub const LOCK_NAME: &str = "studyguide.lock";

/// The file as read.
#[derive(Clone, Debug)]
pub struct LockFile {
    /// Where it lies.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// Where the lock of a guide lies: beside its configuration, else at its root; beside the note where it is only one.
#[must_use]
pub fn lock_path(home: &Path) -> PathBuf {
    let path = if home.is_file() { home.with_file_name(LOCK_NAME) } else { home.join(LOCK_NAME) };
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

/// The lock of a guide; none where it has none.
pub fn lock(home: &Path) -> Result<Option<LockFile>> {
    let path = lock_path(home);
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some(LockFile { path, text })),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::Read { path, source }),
    }
}
