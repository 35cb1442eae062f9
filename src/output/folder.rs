//! Which folders may be built into, and which paths in them may be written.
//!
//! Takes the output folder and the folders of the guide; gives the folder without links in its path, or why it cannot be
//! used. Must not write.

#![expect(clippy::disallowed_methods, reason = "the write phase is where the disk is touched")]

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::error::{Error, Result};
use crate::path::{SitePath, folder_of};

use super::{manifest, staging};

/// What is never written or removed in an output folder: it belongs to the repository that the site is published from.
const REPOSITORY: &str = ".git";

/// The domain of a site that is published from a branch: often put there by the host or by hand, and then left as it is.
const DOMAIN: &str = "CNAME";

/// Whether a folder that was not made by the tool may be built into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Force {
    /// It may not, unless it is empty.
    #[default]
    Refuse,
    /// It may: files of the site's names are replaced, all others stay.
    Overwrite,
}

/// The absolute path without links, also of a folder that does not exist yet.
pub(super) fn resolve(dir: &Path) -> PathBuf {
    let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let mut resolved = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => {
                resolved.pop();
            }
            Component::CurDir => {}
            _ => resolved.push(part),
        }
        resolved = resolved.canonicalize().unwrap_or(resolved);
    }
    resolved
}

/// Whether a resolved folder can be built into, given the folders (or note) that the guide is read from.
pub(super) fn check(dir: &Path, guide: &[&Path], force: Force) -> Result<()> {
    let unsafe_for = |reason| Err(Error::UnsafeOutput { path: dir.to_owned(), reason });
    if dir.parent().is_none() {
        return unsafe_for("it is the root of the file system");
    }
    if guide.iter().any(|source| resolve(source) == dir) {
        return unsafe_for("it is the folder of the guide itself");
    }
    if guide.iter().any(|source| resolve(source).starts_with(dir)) {
        return unsafe_for("the guide lies in it");
    }
    if dir.exists() && !dir.is_dir() {
        return unsafe_for("it is a file");
    }
    if force == Force::Overwrite || manifest::Manifest::read(dir)?.is_some() {
        return Ok(());
    }
    let Ok(entries) = std::fs::read_dir(dir) else { return Ok(()) };
    let foreign = entries.flatten().any(|entry| {
        let name = entry.file_name();
        [staging::NAME, REPOSITORY, DOMAIN].iter().all(|known| name != *known)
    });
    if foreign { Err(Error::ForeignOutput { path: dir.to_owned() }) } else { Ok(()) }
}

/// Whether an output may have this path: not what belongs to the repository, nor what the tool keeps for itself.
pub(super) fn may_hold(path: &SitePath) -> bool {
    let first = path.as_str().split('/').next().unwrap_or_default();
    !first.eq_ignore_ascii_case(REPOSITORY) && first != staging::NAME && path.as_str() != manifest::NAME
}

/// Whether a file stands at this path that is not replaced though the folder may be built into, unless it was written by an
/// earlier build.
pub(super) fn is_kept(dir: &Path, path: &SitePath) -> bool {
    path.as_str().eq_ignore_ascii_case(DOMAIN) && dir.join(path.as_str()).symlink_metadata().is_ok()
}

/// The folders of a site that were looked at, so that each is looked at once.
#[derive(Default)]
pub(super) struct SafeFolders {
    known: BTreeSet<String>,
}

impl SafeFolders {
    /// Whether no symbolic link stands between the output folder and a file of the site: a write or removal through one
    /// would leave the output folder.
    pub(super) fn hold(&mut self, dir: &Path, path: &SitePath) -> bool {
        let folder = path.folder();
        self.is_safe(dir, folder)
    }

    fn is_safe(&mut self, dir: &Path, folder: &str) -> bool {
        if folder.is_empty() || self.known.contains(folder) {
            return true;
        }
        let is_link = dir.join(folder).symlink_metadata().is_ok_and(|metadata| metadata.is_symlink());
        let safe = self.is_safe(dir, folder_of(folder)) && !is_link;
        if safe {
            self.known.insert(folder.to_owned());
        }
        safe
    }
}

/// Removes a folder unless it holds something.
pub(super) fn remove_if_empty(folder: &Path) -> bool {
    std::fs::remove_dir(folder).is_ok()
}
