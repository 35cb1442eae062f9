//! Where changed files wait until the build has succeeded.
//!
//! Takes bytes and files; gives paths inside a folder in the output folder, so that moving one into place is a rename. The
//! folder goes with the value: a failed build leaves no trace. Must not touch the site.

#![expect(clippy::disallowed_methods, reason = "the write phase is where the disk is touched")]

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::{Error, Result};

/// The folder's name in the output folder.
pub(super) const NAME: &str = ".studyguide-staging";

/// The file that the building process holds locked.
const LOCK: &str = "lock";

/// A staging folder.
pub(super) struct Staging {
    folder: PathBuf,
    next: AtomicUsize,
    /// Held until the end: two builds must not write into one folder at once.
    lock: Option<File>,
}

impl Staging {
    /// Makes the folder; what a killed build left there is removed.
    pub(super) fn open(dir: &Path) -> Result<Self> {
        let folder = dir.join(NAME);
        let failed = |source| Error::Write { path: folder.clone(), source };
        if folder.symlink_metadata().is_ok_and(|metadata| !metadata.is_dir()) {
            fs::remove_file(&folder).map_err(failed)?;
        }
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = File::create(folder.join(LOCK)).map_err(failed)?;
        // Any other failure is that of a file system without locks: there, two builds at once are the user's own affair.
        if matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) {
            return Err(Error::UnsafeOutput { path: dir.to_owned(), reason: "another build is writing into it" });
        }
        for entry in fs::read_dir(&folder).map_err(failed)?.flatten().filter(|entry| entry.file_name() != LOCK) {
            fs::remove_file(entry.path()).map_err(failed)?;
        }
        Ok(Self { folder, next: AtomicUsize::new(0), lock: Some(lock) })
    }

    /// Puts bytes aside.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<PathBuf> {
        let path = self.fresh();
        fs::write(&path, bytes).map(|()| path.clone()).map_err(|source| Error::Write { path, source })
    }

    /// Puts a copy of a file aside. Its permissions are not copied: what is in a site is there to be read.
    pub(super) fn copy(&self, from: &Path) -> Result<PathBuf> {
        let mut source = File::open(from).map_err(|source| Error::Read { path: from.to_owned(), source })?;
        let path = self.fresh();
        let copied = File::create(&path).and_then(|mut file| std::io::copy(&mut source, &mut file));
        copied.map(|_| path.clone()).map_err(|source| Error::Write { path, source })
    }

    fn fresh(&self) -> PathBuf {
        self.folder.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // Some systems remove no file that is open.
        drop(self.lock.take());
        let _left_for_the_next_build = fs::remove_dir_all(&self.folder);
    }
}
