//! Changes on disk: the only user of notify.
//!
//! Takes what to watch; says when something in it changed. Folders are watched one by one, so that what is no part of a guide
//! (`node_modules`, `.git`) costs nothing. Must not read any file.

#![expect(clippy::disallowed_methods, reason = "it lists the folders that it watches")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Error, Result};
use crate::source::FOREIGN_FOLDERS;

/// How long nothing may happen before a burst of changes (an editor's save, a checkout) counts as over.
const QUIET: Duration = Duration::from_millis(15);

/// How many changes a burst may have before it is built all the same.
const BURST: usize = 10_000;

/// How often a poll looks.
const POLL: Duration = Duration::from_secs(1);

/// How changes are noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Watching {
    /// The system tells.
    #[default]
    Native,
    /// Every folder is looked at once a second, where the system does not tell (network drives, some containers).
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
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<Event>,
    followed: BTreeSet<PathBuf>,
    ignored: Vec<PathBuf>,
}

impl Changes {
    /// Starts watching nothing.
    pub(super) fn new(watching: Watching) -> Result<Self> {
        let (sender, events) = channel();
        let tell = move |event: notify::Result<Event>| {
            // What could not be told (a queue that ran over) may have been anything.
            let event = event.unwrap_or_default();
            if !is_mere_reading(event.kind) {
                let _nobody_listens_any_more = sender.send(event);
            }
        };
        let failed = |error: notify::Error| Error::Watch { message: error.to_string() };
        let watcher: Box<dyn Watcher + Send> = match watching {
            Watching::Native => Box::new(RecommendedWatcher::new(tell, notify::Config::default()).map_err(failed)?),
            Watching::Poll => Box::new(PollWatcher::new(tell, notify::Config::default().with_poll_interval(POLL)).map_err(failed)?),
        };
        Ok(Self { watcher, events, followed: BTreeSet::new(), ignored: Vec::new() })
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
            if !self.ignores(&folder) && self.follow_folder(folder.clone(), &mut stale)? {
                // Listed after it is watched: a folder made in between is told of.
                waiting.extend(folders_in(&folder));
            }
        }
        for folder in stale {
            let _gone_already = self.watcher.unwatch(&folder);
        }
        Ok(())
    }

    /// Waits for a change, and then until the burst is over. False when there will never be another.
    pub(super) fn wait(&mut self) -> bool {
        loop {
            let Ok(event) = self.events.recv() else { return false };
            if self.notice(&event) {
                break;
            }
        }
        for _ in 0..BURST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => _ = self.notice(&event),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        true
    }

    /// Whether a change concerns the site. A folder that went is watched anew when it comes back.
    fn notice(&mut self, event: &Event) -> bool {
        if matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))) {
            for path in &event.paths {
                let gone: Vec<PathBuf> = self.followed.iter().filter(|folder| folder.starts_with(path)).cloned().collect();
                for folder in gone {
                    self.followed.remove(&folder);
                    let _gone_already = self.watcher.unwatch(&folder);
                }
            }
        }
        event.paths.is_empty() || event.paths.iter().any(|path| !is_passing(path) && !self.ignores(path))
    }

    /// Watches a folder; false where it was done before in this round, or is none.
    fn follow_folder(&mut self, folder: PathBuf, stale: &mut BTreeSet<PathBuf>) -> Result<bool> {
        if self.followed.contains(&folder) || !folder.is_dir() {
            return Ok(false);
        }
        if !stale.remove(&folder) {
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => {}
                // It went since it was listed.
                Err(_) if !folder.is_dir() => return Ok(false),
                Err(error) => return Err(Error::Watch { message: error.to_string() }),
            }
        }
        self.followed.insert(folder);
        Ok(true)
    }

    fn ignores(&self, path: &Path) -> bool {
        self.ignored.iter().any(|ignored| path.starts_with(ignored))
    }
}

/// Events name full paths, so that is how they are compared.
fn full(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The folders in a folder that may hold notes. Links are not followed: what they lead to inside the guide is watched itself.
fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let folders = entries.filter_map(|entry| entry.ok().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())));
    folders.filter(|entry| !is_foreign(&entry.file_name().to_string_lossy())).map(|entry| entry.path()).collect()
}

fn is_foreign(name: &str) -> bool {
    name.starts_with('.') || FOREIGN_FOLDERS.contains(&name)
}

/// Our own reading of the notes is told of, too.
fn is_mere_reading(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Files that editors and systems make on the way.
fn is_passing(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    (name.starts_with('.') && name != ".gitignore") || name.ends_with('~')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(root: &Path) -> Changes {
        let mut changes = Changes::new(Watching::Native).unwrap();
        let watched = Watched { trees: vec![root.to_owned()], folders: Vec::new(), ignored: vec![root.join("public")] };
        changes.follow(&watched).unwrap();
        changes
    }

    #[test]
    fn only_folders_that_may_hold_notes_are_watched() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        for folder in ["a/b", ".git/refs", "node_modules/x", "public/a"] {
            std::fs::create_dir_all(root.join(folder)).unwrap();
        }
        let followed: Vec<_> = changes(&root).followed.into_iter().collect();
        assert_eq!(followed, [root.clone(), root.join("a"), root.join("a/b")]);
    }

    #[test]
    fn a_written_note_is_noticed_in_a_folder_that_was_made_later_too() {
        let dir = tempfile::tempdir().unwrap();
        let mut changes = changes(dir.path());
        std::fs::create_dir_all(dir.path().join("new")).unwrap();
        assert!(changes.wait());
        changes.follow(&Watched { trees: vec![dir.path().to_owned()], ..Watched::default() }).unwrap();
        std::fs::write(dir.path().join("new/a.md"), "x").unwrap();
        assert!(changes.wait());
    }

    #[test]
    fn what_concerns_nobody_is_passed_over() {
        let mut changes = changes(Path::new("/guide"));
        let event = |path: &str| Event::new(EventKind::Any).add_path(path.into());
        assert!(changes.notice(&event("/guide/a.md")));
        assert!(changes.notice(&Event::default()));
        for path in ["/guide/.a.md.swp", "/guide/a.md~", "/guide/public/index.html"] {
            assert!(!changes.notice(&event(path)), "{path}");
        }
        assert!(is_mere_reading(EventKind::Access(AccessKind::Open(AccessMode::Read))));
        assert!(!is_mere_reading(EventKind::Access(AccessKind::Close(AccessMode::Write))));
    }
}
