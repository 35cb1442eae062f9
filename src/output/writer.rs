//! The writer: puts outputs aside while a build runs, and makes them the site when it has succeeded.
//!
//! Takes outputs; gives the changed ones to the disk and leaves the others untouched. Until [`Writer::finish`] the last site
//! stands as it was. Must not hold the outputs in memory.

#![expect(clippy::disallowed_methods, reason = "the write phase is where the disk is touched")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::artifact::{Body, Output, Receipt};
use crate::error::{Error, Result};
use crate::path::{SitePath, folder_of};

use super::folder::{self, Force, SafeFolders};
use super::manifest::{self, Manifest, Stamp};
use super::staging::Staging;

/// What a build did to the output folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many files were written, new or changed.
    pub written: usize,
    /// How many were left as they were.
    pub unchanged: usize,
    /// How many stale ones were removed.
    pub pruned: usize,
}

/// How many letters of a hash tell versions of one file apart.
const VERSION: usize = 12;

/// Writes one site. Dropping it without [`finish`](Self::finish) leaves the last site whole.
pub struct Writer {
    dir: PathBuf,
    last: Manifest,
    staging: Staging,
    files: Mutex<BTreeMap<SitePath, Put>>,
}

/// An output that was put.
struct Put {
    stamp: Stamp,
    /// Where it waits; none where the file on disk is the same.
    staged: Option<PathBuf>,
}

impl Writer {
    /// Opens the output folder, making it where there is none. `guide` lists the folders that the guide is read from: none of
    /// them is built over.
    pub fn open(dir: &Path, guide: &[&Path], force: Force) -> Result<Self> {
        let dir = folder::resolve(dir);
        folder::check(&dir, guide, force)?;
        fs::create_dir_all(&dir).map_err(|source| Error::Write { path: dir.clone(), source })?;
        let last = Manifest::read(&dir)?.unwrap_or_default();
        let staging = Staging::open(&dir)?;
        Ok(Self { dir, last, staging, files: Mutex::default() })
    }

    /// Takes an output: puts it aside if it differs from what the last build wrote.
    pub fn put(&self, output: Output) -> Result<()> {
        let Output { path, body } = output;
        let is_new = !self.last.files.contains_key(&path);
        if !folder::may_hold(&path) || (is_new && folder::is_kept(&self.dir, &path)) {
            return Ok(());
        }
        let put = match body {
            Body::Bytes(bytes) => {
                let stamp = Stamp::of(&bytes);
                let staged = if self.is_current(&path, stamp) { None } else { Some(self.staging.write(&bytes)?) };
                Put { stamp, staged }
            }
            Body::Copy(from) => self.put_copy(&path, &from)?,
        };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        // Planning finds duplicate routes. Should one slip through, the same one must win whichever thread comes first.
        if files.get(&path).is_none_or(|other| put.stamp < other.stamp) {
            files.insert(path, put);
        }
        Ok(())
    }

    fn put_copy(&self, path: &SitePath, from: &Path) -> Result<Put> {
        let unreadable = |source| Error::Read { path: from.to_owned(), source };
        let metadata = from.metadata().map_err(unreadable)?;
        let stamp = match self.last.files.get(path) {
            // Not touched since the last build copied it: its bytes need not be read.
            Some(last) if last.length == metadata.len() && self.is_older(&metadata) => *last,
            _ => stamp_of_file(from).map_err(unreadable)?,
        };
        let staged = if self.is_current(path, stamp) { None } else { Some(self.staging.copy(from)?) };
        Ok(Put { stamp, staged })
    }

    /// Whether the file on disk holds these bytes.
    fn is_current(&self, path: &SitePath, stamp: Stamp) -> bool {
        if self.last.files.get(path) != Some(&stamp) {
            return false;
        }
        let place = self.dir.join(path.as_str());
        let Ok(metadata) = place.symlink_metadata() else { return false };
        metadata.is_file()
            && metadata.len() == stamp.length
            && (self.is_older(&metadata) || stamp_of_file(&place).is_ok_and(|now| now == stamp))
    }

    /// Whether a file has not been touched since the last build ended. The same moment does not count: clocks of file
    /// systems are coarse.
    fn is_older(&self, metadata: &Metadata) -> bool {
        metadata.modified().ok().zip(self.last.written).is_some_and(|(modified, written)| modified < written)
    }

    /// What was put so far, in path order.
    #[must_use]
    pub fn receipts(&self) -> Vec<Receipt> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let receipt = |(path, put): (&SitePath, &Put)| {
            let version = blake3::Hash::from_bytes(put.stamp.hash).to_hex().chars().take(VERSION).collect();
            Receipt { path: path.clone(), length: put.stamp.length, version }
        };
        files.iter().map(receipt).collect()
    }

    /// Makes the outputs the site: removes what is stale, moves what changed into place.
    pub fn finish(self) -> Result<Written> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        // First, as a page may take the place of a folder, or differ from a stale one by letter case only.
        let pruned = remove(&self.dir, self.last.files.keys().filter(|path| !files.contains_key(path)))?;

        let mut folders = SafeFolders::default();
        let mut made = BTreeSet::from([""]);
        let mut written = 0;
        for (path, put) in &files {
            let Some(staged) = &put.staged else { continue };
            let place = self.dir.join(path.as_str());
            if !folders.hold(&self.dir, path) {
                return Err(Error::UnsafeOutput { path: place, reason: "a symbolic link on the way to it leads elsewhere" });
            }
            let failed = |source| Error::Write { path: place.clone(), source };
            if made.insert(path.folder()) {
                fs::create_dir_all(self.dir.join(path.folder())).map_err(failed)?;
            }
            fs::rename(staged, &place).map_err(failed)?;
            written += 1;
        }

        let unchanged = files.len() - written;
        let stamps: BTreeMap<_, _> = files.into_iter().map(|(path, put)| (path, put.stamp)).collect();
        if written > 0 || pruned > 0 || stamps != self.last.files || self.last.written.is_none() {
            let place = self.dir.join(manifest::NAME);
            let failed = |source| Error::Write { path: place.clone(), source };
            let staged = self.staging.write(&Manifest::bytes(&stamps).map_err(failed)?)?;
            fs::rename(staged, &place).map_err(failed)?;
        }
        Ok(Written { written, unchanged, pruned })
    }
}

/// Removes files of the site, and the folders that this leaves empty; says how many files were there to be removed.
pub(super) fn remove<'a>(dir: &Path, paths: impl Iterator<Item = &'a SitePath>) -> Result<usize> {
    let mut folders = SafeFolders::default();
    let mut emptied = BTreeSet::new();
    let mut removed = 0;
    for path in paths.filter(|path| folders.hold(dir, path)) {
        let place = dir.join(path.as_str());
        match fs::remove_file(&place) {
            Ok(()) => removed += 1,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory) => {}
            Err(source) => return Err(Error::Write { path: place, source }),
        }
        emptied.insert(path.folder());
    }
    // Deepest first, and from each upwards as far as folders are empty.
    for start in emptied.into_iter().rev() {
        let mut folder = start;
        while !folder.is_empty() && folder::remove_if_empty(&dir.join(folder)) {
            folder = folder_of(folder);
        }
    }
    Ok(removed)
}

fn stamp_of_file(path: &Path) -> std::io::Result<Stamp> {
    let file = File::open(path)?;
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file)?;
    Ok(Stamp { length: hasher.count(), hash: *hasher.finalize().as_bytes() })
}
