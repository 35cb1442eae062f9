//! The next lock: what the notes say now, and what must not be forgotten.
//!
//! Takes a linked guide; gives the lock that `studyguide ids --write` writes. Where nothing changed it is the one that was
//! read. Must not write it.

use std::collections::HashSet;

use super::lock::{Lock, LockedNote, LockedQuestion, RetiredQuestion};
use super::{Change, Sketch};
use crate::guide::Guide;
use crate::ids::NoteId;
use crate::note::QuestionKey;

/// How much of a note has to change before its sketch does: a line that changes with each edit would be in every merge's way.
const STILL_ALIKE: f64 = 0.75;

impl Guide {
    /// The lock of this guide: the one that was read, brought up to date.
    #[must_use]
    pub fn lock(&self) -> Lock {
        let before = &self.identity.lock;
        let mut next = Lock::default();
        for note in self.notes.ids() {
            next.notes.insert(self.notes[note].path.clone(), self.locked(note));
        }
        for path in &self.identity.hidden {
            if let Some(locked) = before.notes.get(path) {
                next.notes.insert(path.clone(), locked.clone());
            }
        }
        let asked: HashSet<QuestionKey> =
            next.notes.values().flat_map(|note| &note.questions).map(|question| question.key.clone()).collect();
        next.replaced =
            before.replaced.iter().filter(|(key, _)| !asked.contains(key)).map(|(key, now)| (key.clone(), now.clone())).collect();
        for entry in &self.questions {
            next.replaced.extend(entry.former.iter().map(|key| (key.clone(), entry.key.clone())));
        }
        let is_gone = |key: &QuestionKey| !asked.contains(key) && !next.replaced.contains_key(key);
        for (path, note) in &before.notes {
            for LockedQuestion { key, asked: known } in note.questions.iter().filter(|question| is_gone(&question.key)) {
                next.retired.insert(key.clone(), RetiredQuestion { asked: known.clone(), note: path.clone() });
            }
        }
        next.retired.extend(before.retired.iter().filter(|(key, _)| is_gone(key)).map(|(key, known)| (key.clone(), known.clone())));
        let hidden = before.moved.iter().filter(|(_, path)| self.identity.hidden.contains(path));
        next.moved = hidden.map(|(page, path)| (page.clone(), path.clone())).collect();
        next.moved.extend(self.identity.old_pages.iter().map(|(page, note)| (page.clone(), self.notes[*note].path.clone())));
        // An address that a page has again leads there.
        next.notes.values().for_each(|note| _ = next.moved.remove(&note.page));
        next
    }

    fn locked(&self, id: NoteId) -> LockedNote {
        let (note, entry) = (&self.notes[id], &self.entries[id]);
        let sketch = Sketch::of(&note.text);
        let before = self.identity.lock.notes.get(&note.path).map(|locked| locked.sketch);
        let questions = entry
            .questions
            .iter()
            .map(|&question| LockedQuestion { key: self.questions[question].key.clone(), asked: self.identity.asked[question].clone() });
        LockedNote {
            page: entry.route.clone(),
            title: note.outline.title.text.clone(),
            sketch: before.filter(|before| before.likeness(sketch) >= STILL_ALIKE).unwrap_or(sketch),
            questions: questions.collect(),
        }
    }

    /// How many questions have another id than the lock says, were reworded, moved, retired, and are new.
    #[must_use]
    pub fn changed_ids(&self) -> Changed {
        let mut changed = Changed::default();
        for change in &self.identity.changes {
            match change {
                Change::Reset { .. } => changed.reset += 1,
                Change::Reworded { .. } => changed.reworded += 1,
                Change::Moved { .. } => changed.moved += 1,
                Change::Retired { .. } => changed.retired += 1,
                Change::New { .. } => changed.new += 1,
                Change::Renamed { .. } => changed.renamed += 1,
            }
        }
        changed
    }
}

/// How many of each change there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Questions with another id.
    pub reset: usize,
    /// Questions in other words.
    pub reworded: usize,
    /// Questions in other notes.
    pub moved: usize,
    /// Questions that are no longer asked.
    pub retired: usize,
    /// Questions that are new.
    pub new: usize,
    /// Notes with another address.
    pub renamed: usize,
}
