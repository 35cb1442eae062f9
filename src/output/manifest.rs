//! What the last build wrote: the file that tells our files from everybody else's.
//!
//! Takes and gives paths with lengths and hashes. It holds no times, so that the same site has the same manifest wherever and
//! whenever it is built; that a file is as it was written is told by its being older than the manifest. Must not trust what
//! it reads: a path that leaves the folder makes the whole file none of ours.

#![expect(clippy::disallowed_methods, reason = "the write phase is where the disk is touched")]

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::path::SitePath;

use super::folder;

/// The name of the file in the output folder.
pub(super) const NAME: &str = ".studyguide-manifest.json";

/// The version of its form. Another one is not understood, and so not ours.
const VERSION: u32 = 1;

/// What is known of a written file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stamp {
    /// Its length in bytes.
    pub(super) length: u64,
    /// The hash of its bytes.
    pub(super) hash: [u8; 32],
}

impl Stamp {
    /// The stamp of bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { length: bytes.len() as u64, hash: *blake3::hash(bytes).as_bytes() }
    }
}

/// The files of the last build.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// Each file with its stamp.
    pub(super) files: BTreeMap<SitePath, Stamp>,
    /// When the manifest was written.
    pub(super) written: Option<SystemTime>,
}

/// The form on disk.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    studyguide_manifest: u32,
    files: BTreeMap<String, (u64, String)>,
}

impl Manifest {
    /// Reads the manifest of a folder; `None` where there is none that is understood.
    pub(super) fn read(dir: &Path) -> Result<Option<Self>> {
        let path = dir.join(NAME);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(source) => return Err(Error::Read { path, source }),
        };
        let written = path.metadata().and_then(|metadata| metadata.modified()).ok();
        Ok(Self::parse(&bytes).map(|files| Self { files, written }))
    }

    fn parse(bytes: &[u8]) -> Option<BTreeMap<SitePath, Stamp>> {
        let stored: Stored = serde_json::from_slice(bytes).ok()?;
        if stored.studyguide_manifest != VERSION {
            return None;
        }
        let entry = |(text, (length, hash)): (String, (u64, String))| {
            let path = SitePath::new(&text).filter(|path| path.as_str() == text && folder::may_hold(path))?;
            let hash = *blake3::Hash::from_hex(hash).ok()?.as_bytes();
            Some((path, Stamp { length, hash }))
        };
        stored.files.into_iter().map(entry).collect()
    }

    /// The bytes of the file.
    pub(super) fn bytes(files: &BTreeMap<SitePath, Stamp>) -> std::io::Result<Vec<u8>> {
        let entry = |(path, stamp): (&SitePath, &Stamp)| {
            let hash = blake3::Hash::from_bytes(stamp.hash).to_hex().to_string();
            (path.as_str().to_owned(), (stamp.length, hash))
        };
        let stored = Stored { studyguide_manifest: VERSION, files: files.iter().map(entry).collect() };
        Ok(serde_json::to_vec(&stored)?)
    }

    /// Removes the file.
    pub(super) fn delete(dir: &Path) -> Result<()> {
        let path = dir.join(NAME);
        std::fs::remove_file(&path).map_err(|source| Error::Write { path, source })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> BTreeMap<SitePath, Stamp> {
        paths.iter().map(|path| (SitePath::fixed(path), Stamp::of(path.as_bytes()))).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let files = files(&["b.html", "a/ü \n.html"]);
        assert_eq!(Manifest::parse(&Manifest::bytes(&files).unwrap()), Some(files));
    }

    #[test]
    fn what_is_not_understood_or_leaves_the_folder_is_none_of_ours() {
        let hash = "0".repeat(64);
        let with = |path: &str, version: u32| format!(r#"{{"studyguide_manifest":{version},"files":{{"{path}":[1,"{hash}"]}}}}"#);
        assert!(Manifest::parse(with("a.html", 1).as_bytes()).is_some());
        for bad in ["../a", "/a", "a/../b", "", ".git/config"] {
            assert_eq!(Manifest::parse(with(bad, 1).as_bytes()), None, "{bad}");
        }
        assert_eq!(Manifest::parse(with("a.html", 2).as_bytes()), None);
        assert_eq!(Manifest::parse(b"{}"), None);
        assert_eq!(Manifest::parse(b""), None);
    }
}
