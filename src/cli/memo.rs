//! Where the memo of a guide lies: in the user's cache folder, since a build writes nothing into the notes.
//!
//! Takes a guide's folder and the environment; gives the memo's folder. Must not know what is in it.

#![expect(clippy::disallowed_methods, reason = "a verb reads the environment and removes its own folder")]

use std::env;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::cache::Memo;
use crate::error::{Error, Result};

/// Whether results of earlier builds are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caching {
    /// They are, and kept for the next build.
    On,
    /// They are not.
    Off,
}

/// The memo of the guide in a folder.
pub(super) fn open(home: &Path, caching: Caching) -> Memo {
    match (caching, folder(home)) {
        (Caching::On, Some(folder)) => Memo::open(&folder),
        _ => Memo::of_one_build(),
    }
}

/// Removes the memo of the guide in a folder. False where there was none.
pub(super) fn remove(home: &Path) -> Result<bool> {
    let Some(folder) = folder(home) else { return Ok(false) };
    match std::fs::remove_dir_all(&folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(Error::Write { path: folder, source }),
    }
}

/// One folder a guide; none where the system has no place for caches.
fn folder(home: &Path) -> Option<PathBuf> {
    let full = home.canonicalize().ok()?;
    let mut hasher = DefaultHasher::new();
    full.hash(&mut hasher);
    Some(user_caches()?.join("studyguide").join(format!("{:016x}", hasher.finish())))
}

/// Where programs of this user keep what can be made again.
fn user_caches() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    if cfg!(windows) {
        return folder("LOCALAPPDATA");
    }
    let own = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    folder("XDG_CACHE_HOME").or_else(|| Some(folder("HOME")?.join(own)))
}
