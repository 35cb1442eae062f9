//! Changes on disk where the system does not tell: every file is looked at, once a second.
//!
//! Takes folders; says when the time or size of something directly in them is another. Must not read any file.

#![expect(clippy::disallowed_methods, reason = "it looks at the files that are watched")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How long between two looks.
const INTERVAL: Duration = Duration::from_secs(1);

/// What was seen at the last look.
#[derive(Debug, Default)]
pub(super) struct Poll {
    seen: BTreeMap<PathBuf, Stamp>,
}

type Stamp = (Option<SystemTime>, u64);

impl Poll {
    /// Looks, so that what changes from now on is noticed.
    pub(super) fn look(&mut self, folders: &BTreeSet<PathBuf>, counts: impl Fn(&Path) -> bool) {
        self.seen = stamps(folders, counts);
    }

    /// Waits until something is different from the last look.
    pub(super) fn wait(&mut self, folders: &BTreeSet<PathBuf>, counts: impl Fn(&Path) -> bool) {
        loop {
            std::thread::sleep(INTERVAL);
            let now = stamps(folders, &counts);
            if now != self.seen {
                self.seen = now;
                return;
            }
        }
    }
}

fn stamps(folders: &BTreeSet<PathBuf>, counts: impl Fn(&Path) -> bool) -> BTreeMap<PathBuf, Stamp> {
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    let paths = entries.map(|entry| entry.path()).filter(|path| counts(path));
    paths.filter_map(|path| stamp(&path).map(|stamp| (path, stamp))).collect()
}

/// A folder's own time says only what its entries say already, and later.
fn stamp(path: &Path) -> Option<Stamp> {
    let what = std::fs::metadata(path).ok()?;
    Some(if what.is_dir() { (None, 0) } else { (what.modified().ok(), what.len()) })
}
