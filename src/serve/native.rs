//! Changes on disk as the system tells them: the only user of notify.
//!
//! Takes folders; gives the paths that changed directly in them. Must not decide which of them matter.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::error::{Error, Result};

/// What was told.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// What changed; nothing where that is not known, and may be anything.
    pub(super) paths: Vec<PathBuf>,
    /// Whether they may be gone, or be something else now.
    pub(super) moved: bool,
}

/// The system's watcher.
pub(super) struct Native {
    watcher: RecommendedWatcher,
    told: Receiver<Told>,
}

impl Native {
    /// Starts watching nothing.
    pub(super) fn new() -> Result<Self> {
        let (sender, told) = channel();
        let tell = move |event: notify::Result<Event>| {
            // What could not be told (a queue that ran over) may have been anything.
            let event = event.unwrap_or_default();
            if !is_mere_reading(event.kind) {
                let moved = matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)));
                let _nobody_listens_any_more = sender.send(Told { paths: event.paths, moved });
            }
        };
        let watcher = RecommendedWatcher::new(tell, notify::Config::default()).map_err(failed)?;
        Ok(Self { watcher, told })
    }

    /// Watches a folder, without those in it.
    pub(super) fn watch(&mut self, folder: &Path) -> Result<()> {
        match self.watcher.watch(folder, RecursiveMode::NonRecursive) {
            // It went since it was listed; its parent tells.
            Err(_) if !folder.is_dir() => Ok(()),
            watched => watched.map_err(failed),
        }
    }

    /// Watches a folder no more.
    pub(super) fn unwatch(&mut self, folder: &Path) {
        let _gone_already = self.watcher.unwatch(folder);
    }

    /// Waits for the next change; none when there will never be one.
    pub(super) fn next(&self) -> Option<Told> {
        self.told.recv().ok()
    }

    /// The next change, if it comes soon.
    pub(super) fn next_within(&self, time: Duration) -> Option<Told> {
        self.told.recv_timeout(time).ok()
    }
}

/// Our own reading of the notes is told of, too.
fn is_mere_reading(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in `map_err`")]
fn failed(error: notify::Error) -> Error {
    Error::Watch { message: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_changes_nothing() {
        assert!(is_mere_reading(EventKind::Access(AccessKind::Open(AccessMode::Read))));
        assert!(!is_mere_reading(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(!is_mere_reading(EventKind::Any));
    }
}
