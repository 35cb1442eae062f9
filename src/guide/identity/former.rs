//! Ids that questions had once: an address that somebody kept leads to the question still.
//!
//! Takes the lock, both sides, matched, and the ids of the questions; gives for each the others that were its own. A retired id
//! is that of a question of its note that says the same, if one alone does. Must not give away an id that a question has.

use std::collections::HashMap;

use super::board::{Board, State};
use super::lock::Lock;
use crate::ids::{IdVec, NoteId, QuestionId};
use crate::note::{Note, QuestionKey};
use crate::path::GuidePath;

/// The ids that each question had once, in the order of the lock.
pub(super) fn ids(
    lock: &Lock,
    board: &Board<'_>,
    notes: &IdVec<NoteId, Note>,
    keys: &IdVec<QuestionId, QuestionKey>,
) -> IdVec<QuestionId, Vec<QuestionKey>> {
    let mut former: IdVec<QuestionId, Vec<QuestionKey>> = keys.iter().map(|_| Vec::new()).collect::<Vec<_>>().into();
    let mut owners: HashMap<&QuestionKey, QuestionId> = keys.iter_ids().map(|(id, key)| (key, id)).collect();
    let is_gone = |state: State| state == State::Retired;
    let words = if board.olds.iter().any(|old| is_gone(old.state)) { by_words(board, notes) } else { HashMap::new() };
    for (id, old) in board.olds.iter_ids() {
        let alone = || words.get(&(old.path, old.asked.words.as_str())).copied().flatten().filter(|_| is_gone(old.state));
        if let Some(question) = board.new_of(id).or_else(alone)
            && !owners.contains_key(old.key)
        {
            former[question].push(old.key.clone());
            owners.insert(old.key, question);
        }
    }
    for (replaced, now) in &lock.replaced {
        if let Some(&question) = owners.get(now)
            && !owners.contains_key(replaced)
        {
            former[question].push(replaced.clone());
        }
    }
    former
}

/// The questions by their notes and words; none where several say the same.
fn by_words<'a>(board: &Board<'a>, notes: &'a IdVec<NoteId, Note>) -> HashMap<(&'a GuidePath, &'a str), Option<QuestionId>> {
    let mut by_words = HashMap::new();
    for (id, new) in board.news.iter_ids() {
        let place = (&notes[new.note].path, new.asked.words.as_str());
        by_words.entry(place).and_modify(|known| *known = None).or_insert(Some(id));
    }
    by_words
}
