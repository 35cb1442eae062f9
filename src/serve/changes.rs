//! Which folders are watched, and which changes in them matter.
//!
//! Takes what a site is made of; says when something in it changed. Folders are watched one by one, so that what is no part of
//! a guide (`node_modules`, `.git`) costs nothing. `native.rs` or `poll.rs` does the watching. Must not read any file.

#![expect(clippy::disallowed_methods, reason = "it lists the folders that it watches")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::error::Result;
use crate::source::FOREIGN_FOLDERS;

use super::native::{Native, Told};
use super::poll::Poll;

/// How long nothing may happen before a burst of changes (an editor's save, a checkout) counts as over.
const QUIET: Duration = Duration::from_millis(15);

/// How many changes a burst may have before it is built all the same.
const BURST: usize = 10_000;

/// How changes are noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Watching {
    /// The system tells.
    #[default]
    Native,
    /// Every file is looked at once a second, where the system does not tell (network drives, some containers).
    Poll,
}

/// What a site is made of.
#[derive(Clone, Debug, Default)]
pub struct Watched {
    /// Folders with all that is below them.
    pub trees: Vec<PathBuf>,
    /// Folders with the files that lie directly in them.
    pub folders: Vec<PathBuf>,
    /// What lies in them and is no part of the site: what builds write.
    pub ignored: Vec<PathBuf>,
}

/// Tells of changes.
pub(super) struct Changes {
    eyes: Eyes,
    followed: BTreeSet<PathBuf>,
    ignored: Vec<PathBuf>,
}

enum Eyes {
    Native(Native),
    Poll(Poll),
}

impl Changes {
    /// Starts watching nothing.
    pub(super) fn new(watching: Watching) -> Result<Self> {
        let eyes = match watching {
            Watching::Native => Eyes::Native(Native::new()?),
            Watching::Poll => Eyes::Poll(Poll::default()),
        };
        Ok(Self { eyes, followed: BTreeSet::new(), ignored: Vec::new() })
    }

    /// Watches this and nothing else from now on.
    pub(super) fn follow(&mut self, watched: &Watched) -> Result<()> {
        self.ignored = watched.ignored.iter().map(|path| full(path)).collect();
        let mut stale = std::mem::take(&mut self.followed);
        for folder in &watched.folders {
            self.follow_folder(full(folder), &mut stale)?;
        }
        let mut waiting: Vec<PathBuf> = watched.trees.iter().map(|tree| full(tree)).collect();
        while let Some(folder) = waiting.pop() {
            if !self.ignores(&folder) {
                self.follow_folder(folder.clone(), &mut stale)?;
                // Listed after it is watched: a folder made in between is told of.
                waiting.extend(folders_in(&folder));
            }
        }
        match &mut self.eyes {
            Eyes::Native(native) => stale.iter().for_each(|folder| native.unwatch(folder)),
            Eyes::Poll(poll) => poll.look(&self.followed, |path| counts(path, &self.ignored)),
        }
        Ok(())
    }

    /// Waits for a change, and then until the burst is over. False when there will never be another.
    pub(super) fn wait(&mut self) -> bool {
        if let Eyes::Poll(poll) = &mut self.eyes {
            poll.wait(&self.followed, |path| counts(path, &self.ignored));
            return true;
        }
        loop {
            let Some(told) = self.native().and_then(|native| native.next()) else { return false };
            if self.notice(&told) {
                break;
            }
        }
        for _ in 0..BURST {
            let Some(told) = self.native().and_then(|native| native.next_within(QUIET)) else { break };
            self.notice(&told);
        }
        true
    }

    /// Whether a change concerns the site. A folder that went is watched anew when it comes back.
    fn notice(&mut self, told: &Told) -> bool {
        for path in told.paths.iter().filter(|_| told.moved) {
            let gone: Vec<PathBuf> = self.followed.iter().filter(|folder| folder.starts_with(path)).cloned().collect();
            for folder in gone {
                self.followed.remove(&folder);
                if let Some(native) = self.native() {
                    native.unwatch(&folder);
                }
            }
        }
        told.paths.is_empty() || told.paths.iter().any(|path| counts(path, &self.ignored))
    }

    fn follow_folder(&mut self, folder: PathBuf, stale: &mut BTreeSet<PathBuf>) -> Result<()> {
        if !self.followed.contains(&folder) && folder.is_dir() {
            if let Eyes::Native(native) = &mut self.eyes
                && !stale.remove(&folder)
            {
                native.watch(&folder)?;
            }
            self.followed.insert(folder);
        }
        Ok(())
    }

    fn native(&mut self) -> Option<&mut Native> {
        match &mut self.eyes {
            Eyes::Native(native) => Some(native),
            Eyes::Poll(_) => None,
        }
    }

    fn ignores(&self, path: &Path) -> bool {
        self.ignored.iter().any(|ignored| path.starts_with(ignored))
    }
}

/// Full paths are what the system tells of.
fn full(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The folders in a folder that may hold notes. Links are not followed: what they lead to inside the guide is watched itself.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let folders = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.filter(|entry| !is_foreign(&entry.file_name().to_string_lossy())).map(|entry| entry.path()).collect()
}

fn is_foreign(name: &str) -> bool {
    name.starts_with('.') || FOREIGN_FOLDERS.contains(&name)
}

/// Whether a changed file may be part of the site.
fn counts(path: &Path, ignored: &[PathBuf]) -> bool {
    !is_passing(path) && !ignored.iter().any(|ignored| path.starts_with(ignored))
}

/// Files that editors and systems make on the way.
fn is_passing(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    (name.starts_with('.') && name != ".gitignore") || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched(root: &Path) -> Watched {
        Watched { trees: vec![root.to_owned()], folders: Vec::new(), ignored: vec![root.join("public")] }
    }

    fn changes(root: &Path, watching: Watching) -> Changes {
        let mut changes = Changes::new(watching).unwrap();
        changes.follow(&watched(root)).unwrap();
        changes
    }

    #[test]
    fn only_folders_that_may_hold_notes_are_watched() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        for folder in ["a/b", ".git/refs", "node_modules/x", "public/a"] {
            std::fs::create_dir_all(root.join(folder)).unwrap();
        }
        let mut changes = changes(&root, Watching::Native);
        let followed: Vec<_> = changes.followed.iter().cloned().collect();
        assert_eq!(followed, [root.clone(), root.join("a"), root.join("a/b")]);
        std::fs::remove_dir_all(root.join("a")).unwrap();
        changes.follow(&watched(&root)).unwrap();
        assert_eq!(changes.followed.into_iter().collect::<Vec<_>>(), [root]);
    }

    #[test]
    fn a_written_note_is_noticed_in_a_folder_that_was_made_later_too() {
        for watching in [Watching::Native, Watching::Poll] {
            let dir = tempfile::tempdir().unwrap();
            let mut changes = changes(dir.path(), watching);
            std::fs::create_dir_all(dir.path().join("new")).unwrap();
            assert!(changes.wait());
            changes.follow(&watched(dir.path())).unwrap();
            std::fs::write(dir.path().join("new/a.md"), "x").unwrap();
            assert!(changes.wait());
        }
    }

    #[test]
    fn what_concerns_nobody_is_passed_over() {
        let mut changes = changes(Path::new("/guide"), Watching::Native);
        let told = |path: &str| Told { paths: vec![path.into()], moved: false };
        assert!(changes.notice(&told("/guide/a.md")));
        assert!(changes.notice(&Told::default()), "what is not known may be anything");
        for path in ["/guide/.a.md.swp", "/guide/a.md~", "/guide/public/index.html"] {
            assert!(!changes.notice(&told(path)), "{path}");
        }
    }
}
