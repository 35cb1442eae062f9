//! Questions that stand where another stood, between the same neighbours.
//!
//! Takes the board; matches the one that came with the one that went, where their words have something in common: a question
//! that was replaced by another is another. Must not look beyond a note.

use std::collections::HashMap;

use super::board::Board;
use super::similar::Similar;
use crate::ids::{LockedId, NoteId, QuestionId};

/// How alike two questions in one slot are that may be one.
const ALIKE: f64 = 0.6;

/// Matches what stands in one slot.
pub(super) fn pair(board: &mut Board<'_>, similar: &Similar<'_>) {
    let mut olds: HashMap<NoteId, Vec<LockedId>> = HashMap::new();
    for old in board.free_olds() {
        if let Some(note) = board.olds[old].note {
            olds.entry(note).or_default().push(old);
        }
    }
    let news: Vec<QuestionId> = board.free_news().filter(|&new| olds.contains_key(&board.news[new].note)).collect();
    // Gaps are found before any is filled: what stands in one must not depend on the order in which they are looked at.
    let mut pairs = Vec::new();
    for run in news.chunk_by(|&a, &b| board.news[a].note == board.news[b].note && board.news[a].slot + 1 == board.news[b].slot) {
        let [new] = *run else { continue };
        let Some(free) = olds.get(&board.news[new].note) else { continue };
        let Some((after, before)) = gap(board, new) else { continue };
        let mut inside = free.iter().filter(|&&old| after <= board.olds[old].slot && board.olds[old].slot < before);
        if let (Some(&old), None) = (inside.next(), inside.next())
            && is_plausible(board, similar, old, new)
        {
            pairs.push((old, new));
        }
    }
    for (old, new) in pairs {
        board.match_up(old, new);
    }
}

/// Where the slot of a question was: from the slot behind its neighbour above up to that of its neighbour below.
fn gap(board: &Board<'_>, new: QuestionId) -> Option<(usize, usize)> {
    let (note, slot) = (board.news[new].note, board.news[new].slot);
    let slot_of = |id: QuestionId| {
        let old = &board.olds[board.old_of(id)?];
        (old.note == Some(note)).then_some(old.slot)
    };
    let above = slot.checked_sub(1).and_then(|slot| board.at(note, slot));
    let below = board.at(note, slot + 1);
    let after = above.map_or(Some(0), |above| slot_of(above).map(|slot| slot + 1));
    let before = below.map_or(Some(usize::MAX), slot_of);
    let (after, before) = (after?, before?);
    (after < before).then_some((after, before))
}

fn is_plausible(board: &Board<'_>, similar: &Similar<'_>, old: LockedId, new: QuestionId) -> bool {
    let (was, is) = (board.olds[old].asked, &board.news[new]);
    // A title such as "What's the output?" beside other code says nothing.
    (is.telling || was.beside == is.asked.beside) && similar.likeness(board, old, new) >= ALIKE
}
