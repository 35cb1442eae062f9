//! The questions of the lock on one side, those of the notes on the other, and what was matched so far.
//!
//! Takes both; gives the pairs. A question is matched once and stays so: what comes first weighs more. Must not know why two
//! questions are one.

use std::collections::HashMap;
use std::hash::Hash;

use crate::guide::questions::Asked;
use crate::guide::questions::filler::is_telling;
use crate::ids::{Id, IdVec, LockedId, NoteId, QuestionId};
use crate::note::QuestionKey;
use crate::path::GuidePath;

/// A question of the lock.
#[derive(Debug)]
pub(super) struct Old<'a> {
    pub(super) key: &'a QuestionKey,
    pub(super) asked: &'a Asked,
    /// The note that it stood in.
    pub(super) path: &'a GuidePath,
    /// That note as it is now; none where it is gone.
    pub(super) note: Option<NoteId>,
    /// Which of the note's questions it was.
    pub(super) slot: usize,
    pub(super) state: State,
}

/// Whether a question of the lock was asked when it was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Asked,
    Retired,
}

/// A question of the notes.
#[derive(Debug)]
pub(super) struct New<'a> {
    pub(super) asked: &'a Asked,
    pub(super) note: NoteId,
    /// Which of the note's questions it is.
    pub(super) slot: usize,
    /// The id that its author gave it.
    pub(super) written: Option<&'a QuestionKey>,
    /// Whether its words alone tell what it is about.
    pub(super) telling: bool,
}

impl<'a> New<'a> {
    pub(super) fn of(asked: &'a Asked, note: NoteId, slot: usize, written: Option<&'a QuestionKey>) -> Self {
        Self { asked, note, slot, written, telling: is_telling(&asked.words) }
    }
}

/// Both sides and their pairs.
#[derive(Debug)]
pub(super) struct Board<'a> {
    pub(super) olds: IdVec<LockedId, Old<'a>>,
    pub(super) news: IdVec<QuestionId, New<'a>>,
    by_old: IdVec<LockedId, Option<QuestionId>>,
    by_new: IdVec<QuestionId, Option<LockedId>>,
    /// Where each note's questions begin.
    starts: HashMap<NoteId, usize>,
}

/// How many of each side may be equal for them to be matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Equals {
    /// One.
    One,
    /// As many on both sides: they are matched in their order.
    AsMany,
}

impl<'a> Board<'a> {
    pub(super) fn new(olds: IdVec<LockedId, Old<'a>>, news: IdVec<QuestionId, New<'a>>) -> Self {
        let (by_old, by_new) = (vec![None; olds.len()].into(), vec![None; news.len()].into());
        let mut starts = HashMap::new();
        for (id, new) in news.iter_ids() {
            starts.entry(new.note).or_insert(id.position());
        }
        Self { olds, news, by_old, by_new, starts }
    }

    /// The question of the lock that a question is.
    pub(super) fn old_of(&self, new: QuestionId) -> Option<LockedId> {
        self.by_new[new]
    }

    /// The question that one of the lock is.
    pub(super) fn new_of(&self, old: LockedId) -> Option<QuestionId> {
        self.by_old[old]
    }

    /// The question in a slot of a note.
    pub(super) fn at(&self, note: NoteId, slot: usize) -> Option<QuestionId> {
        let id = QuestionId::at(self.starts.get(&note)? + slot);
        self.news.find(id).filter(|new| new.note == note && new.slot == slot).map(|_| id)
    }

    /// Questions of the lock that were asked and are not matched.
    pub(super) fn free_olds(&self) -> impl Iterator<Item = LockedId> {
        self.olds.iter_ids().filter(|(id, old)| old.state == State::Asked && self.by_old[*id].is_none()).map(|(id, _)| id)
    }

    /// Questions that are not matched.
    pub(super) fn free_news(&self) -> impl Iterator<Item = QuestionId> {
        self.by_new.iter_ids().filter(|(_, old)| old.is_none()).map(|(id, _)| id)
    }

    /// Says that two questions are one, if neither is matched yet.
    pub(super) fn match_up(&mut self, old: LockedId, new: QuestionId) {
        if self.by_old[old].is_none() && self.by_new[new].is_none() {
            self.by_old[old] = Some(new);
            self.by_new[new] = Some(old);
        }
    }

    /// Matches what is equal in some respect, where it is clear what is meant. A question that has no key is passed over.
    pub(super) fn pair<K: Eq + Hash>(
        &mut self,
        state: State,
        equals: Equals,
        old_key: impl Fn(&Old<'a>) -> Option<K>,
        new_key: impl Fn(&New<'a>) -> Option<K>,
    ) {
        let mut groups: HashMap<K, (Vec<LockedId>, Vec<QuestionId>)> = HashMap::new();
        for (id, old) in self.olds.iter_ids().filter(|(id, old)| old.state == state && self.by_old[*id].is_none()) {
            if let Some(key) = old_key(old) {
                groups.entry(key).or_default().0.push(id);
            }
        }
        if groups.is_empty() {
            return;
        }
        for new in self.free_news() {
            let key = new_key(&self.news[new]);
            if let Some((_, news)) = key.and_then(|key| groups.get_mut(&key)) {
                news.push(new);
            }
        }
        // In any order: groups do not overlap.
        for (olds, news) in groups.into_values() {
            if olds.len() == news.len() && (equals == Equals::AsMany || olds.len() == 1) {
                olds.into_iter().zip(news).for_each(|(old, new)| self.match_up(old, new));
            }
        }
    }
}
