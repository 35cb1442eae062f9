//! Which question is which: ids that stay when words, answers and places change.
//!
//! Takes the questions of the notes and the lock of an earlier state; gives each question an id: the one that its author
//! wrote, else that of the question of the lock that it is, else one made from what it says. `board.rs` holds both sides,
//! and what matches them comes in this order: `exact.rs` (id, words, answer), `similar.rs` (words much alike), `slot.rs` (the
//! same place). What is not clear is reported, not guessed. `former.rs` keeps old ids leading on, `renamed.rs` finds notes again, `next.rs` makes the next lock.
//! Must not write the lock: a build only reads it.

mod board;
mod change;
mod exact;
mod former;
mod likeness;
mod lock;
mod next;
mod renamed;
mod similar;
mod sketch;
mod slot;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{Id, IdVec, LockedId, NoteId, NoteQuestionId, QuestionId};
use crate::note::{Note, QuestionKey};
use crate::path::{GuidePath, SitePath};

use self::board::{Board, New, Old, State};
use self::similar::Similar;
pub use super::questions::Asked;
use super::questions::derive::Taken;

pub use self::change::Change;
pub use self::lock::{Lock, LockedNote, LockedQuestion, RetiredQuestion};
pub use self::next::Changed;
pub use self::sketch::Sketch;

/// Ids that are pages beside those of the questions.
const RESERVED: &[&str] = &["index", "coverage"];

/// What the lock and the notes say of each other.
#[derive(Debug, Default)]
pub struct Identity {
    /// What the lock says otherwise: first of questions, in note order, then those that are gone, then of notes.
    pub changes: Vec<Change>,
    /// The lock as it was read.
    pub lock: Lock,
    /// The notes of the lock that this build leaves out.
    hidden: BTreeSet<GuidePath>,
    /// What each question is known by.
    asked: IdVec<QuestionId, Asked>,
    /// The ids that each question had once.
    pub(in crate::guide) former: IdVec<QuestionId, Vec<QuestionKey>>,
    /// Pages that notes had once.
    pub(in crate::guide) old_pages: Vec<(SitePath, NoteId)>,
}

impl Identity {
    /// What each question is known by.
    pub(in crate::guide) fn asked(&self) -> &IdVec<QuestionId, Asked> {
        &self.asked
    }
}

/// What is asked for an identity.
pub(super) struct Asking<'a> {
    pub(super) notes: &'a IdVec<NoteId, Note>,
    /// Notes that this build leaves out.
    pub(super) drafts: &'a [Note],
    /// The pages of the notes.
    pub(super) routes: &'a IdVec<NoteId, SitePath>,
}

/// Gives every question its id, in note order and then source order.
pub(super) fn resolve(
    asking: &Asking<'_>,
    asked: IdVec<QuestionId, Asked>,
    lock: Lock,
    diagnostics: &mut Vec<Diagnostic>,
) -> (IdVec<QuestionId, QuestionKey>, Identity) {
    let notes = asking.notes;
    let written = written(notes, diagnostics);
    let hidden: BTreeSet<&GuidePath> = asking.drafts.iter().map(|draft| &draft.path).collect();
    let by_note = by_note(notes, &asked);
    let homes = renamed::find(&lock, notes, &by_note, &hidden);
    for (&note, paths) in &homes.unclear {
        diagnostics.push(unclear_note(&notes[note], paths));
    }

    let mut board = Board::new(olds(&lock, &homes, &hidden), news(notes, &asked, &written));
    let unclear = match_up(&mut board);

    let mut taken = Taken::default();
    lock.keys().chain(written.iter().flatten()).for_each(|key| _ = taken.take(key));
    let mut changes = Vec::new();
    let mut keys = IdVec::new();
    for (id, new) in board.news.iter_ids() {
        let old = board.old_of(id).map(|old| &board.olds[old]);
        let key = match (new.written, old) {
            (Some(written), _) => written.clone(),
            (None, Some(old)) => old.key.clone(),
            (None, None) => taken.derive(new.asked, notes[new.note].path.stem()),
        };
        let could_be: Vec<&Old<'_>> = unclear.get(&id).into_iter().flatten().map(|&old| &board.olds[old]).collect();
        if !could_be.is_empty() && new.written.is_none() {
            diagnostics.push(unclear_question(&notes[new.note], NoteQuestionId::at(new.slot), &could_be));
        }
        push_changes(&mut changes, id, new, &key, old, &could_be);
        keys.push(key);
    }
    for (id, old) in board.olds.iter_ids().filter(|(_, old)| old.state == State::Asked) {
        if board.new_of(id).is_none() {
            changes.push(Change::Retired { key: old.key.clone(), was: old.asked.words.clone(), from: old.path.clone() });
        }
    }
    let former = former::ids(&lock, &board, notes, &keys);
    let mut old_pages = Vec::new();
    for (path, &note) in &homes.now {
        if let Some(from) = lock.notes.get(*path).map(|locked| &locked.page).filter(|page| **page != asking.routes[note]) {
            changes.push(Change::Renamed { note, from: from.clone() });
            old_pages.push((from.clone(), note));
        }
    }
    let paths: HashMap<&GuidePath, NoteId> = notes.iter_ids().map(|(id, note)| (&note.path, id)).collect();
    for (page, path) in &lock.moved {
        if let Some(&note) = homes.now.get(path).or_else(|| paths.get(path)).filter(|note| asking.routes[**note] != *page) {
            old_pages.push((page.clone(), note));
        }
    }
    let hidden = hidden.into_iter().cloned().collect();
    (keys, Identity { changes, lock, hidden, asked, former, old_pages })
}

/// Matches both sides; gives what stays unclear.
fn match_up(board: &mut Board<'_>) -> BTreeMap<QuestionId, BTreeSet<LockedId>> {
    exact::by_id(board);
    exact::by_words(board);
    exact::by_words_of_retired(board);
    exact::by_answer(board);
    let similar = Similar::new(board);
    similar.pair(board);
    slot::pair(board, &similar);
    similar.unclear(board)
}

fn push_changes(
    changes: &mut Vec<Change>,
    question: QuestionId,
    new: &New<'_>,
    key: &QuestionKey,
    old: Option<&Old<'_>>,
    could_be: &[&Old<'_>],
) {
    let Some(old) = old else {
        let was: Vec<_> = could_be.iter().map(|old| old.key.clone()).collect();
        changes.push(if was.is_empty() { Change::New { question } } else { Change::Reset { question, was } });
        return;
    };
    if old.state == State::Retired {
        changes.push(Change::New { question });
        return;
    }
    if key != old.key {
        changes.push(Change::Reset { question, was: vec![old.key.clone()] });
    }
    if old.asked.words != new.asked.words || old.asked.beside != new.asked.beside {
        changes.push(Change::Reworded { question, was: old.asked.words.clone() });
    }
    if old.note != Some(new.note) {
        changes.push(Change::Moved { question, from: old.path.clone() });
    }
}

/// The ids that authors wrote, each once.
fn written(notes: &IdVec<NoteId, Note>, diagnostics: &mut Vec<Diagnostic>) -> IdVec<QuestionId, Option<QuestionKey>> {
    let mut known: HashMap<&QuestionKey, (NoteId, u32)> = HashMap::new();
    let mut written = IdVec::new();
    for (id, note) in notes.iter_ids() {
        for question in &note.questions {
            let key = question.id.as_ref().filter(|key| {
                let say =
                    |message: String, hint: &str| Diagnostic::warning(Code::QuestionId, message).at(&note.path, question.span).hint(hint);
                if RESERVED.contains(&key.as_str()) {
                    diagnostics
                        .push(say(format!("`{key}` cannot be the id of a question: a page of the site has that name"), "write another id"));
                    return false;
                }
                let first = known.entry(key).or_insert((id, question.span.start));
                let is_first = *first == (id, question.span.start);
                if !is_first {
                    let (note, at) = *first;
                    let place = format!("{}:{}", notes[note].path, notes[note].lines.line(at));
                    let message = format!("the id `{key}` is that of the question at {place} already, so this one gets another");
                    diagnostics.push(say(message, "write each id once"));
                }
                is_first
            });
            written.push(key.cloned());
        }
    }
    written
}

fn by_note<'a>(notes: &IdVec<NoteId, Note>, asked: &'a IdVec<QuestionId, Asked>) -> IdVec<NoteId, Vec<&'a Asked>> {
    let mut all = asked.iter();
    notes.iter().map(|note| all.by_ref().take(note.questions.len()).collect()).collect()
}

fn olds<'a>(lock: &'a Lock, homes: &renamed::Homes<'a>, hidden: &BTreeSet<&GuidePath>) -> IdVec<LockedId, Old<'a>> {
    let mut olds = IdVec::new();
    for (path, note) in lock.notes.iter().filter(|(path, _)| !hidden.contains(path)) {
        for (slot, question) in note.questions.iter().enumerate() {
            let now = homes.now.get(path).copied();
            olds.push(Old { key: &question.key, asked: &question.asked, path, note: now, slot, state: State::Asked });
        }
    }
    for (key, question) in &lock.retired {
        olds.push(Old { key, asked: &question.asked, path: &question.note, note: None, slot: 0, state: State::Retired });
    }
    olds
}

fn news<'a>(
    notes: &IdVec<NoteId, Note>,
    asked: &'a IdVec<QuestionId, Asked>,
    written: &'a IdVec<QuestionId, Option<QuestionKey>>,
) -> IdVec<QuestionId, New<'a>> {
    let mut all = asked.iter().zip(written.iter());
    let mut news = IdVec::new();
    for (id, note) in notes.iter_ids() {
        for (slot, (asked, written)) in all.by_ref().take(note.questions.len()).enumerate() {
            news.push(New::of(asked, id, slot, written.as_ref()));
        }
    }
    news
}

fn unclear_question(note: &Note, question: NoteQuestionId, could_be: &[&Old<'_>]) -> Diagnostic {
    let span = note.questions[question].span;
    let ids: Vec<String> = could_be.iter().map(|old| format!("`{}` ({})", old.key, old.asked.words)).collect();
    let message = match ids.as_slice() {
        [one] => format!("this question may be {one} of the lock, but so may another, so both get new ids"),
        _ => format!("this question may be any of {} of the lock, so it gets a new id", ids.join(", ")),
    };
    let hint = could_be
        .first()
        .map(|old| format!("say which it is with `<!-- id: {} -->` above it, or accept the new id with `studyguide ids --write`", old.key));
    Diagnostic { hint, ..Diagnostic::warning(Code::UnclearIdentity, message).at(&note.path, span) }
}

fn unclear_note(note: &Note, paths: &[&GuidePath]) -> Diagnostic {
    let paths: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
    let message =
        format!("this note may have been {}, but it is not clear which note is which, so no old address leads here", paths.join(" or "));
    Diagnostic::warning(Code::UnclearIdentity, message).in_file(&note.path).hint("name the old address in `aliases` of its front matter")
}
