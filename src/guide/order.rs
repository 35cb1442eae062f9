//! The order in which people read: what stands before what among siblings, and the way through all of them.
//!
//! Takes weights, names and the tree of folders; gives orderings. Must not know of addresses or links.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::str::Chars;

use crate::guide::folder::Tree;
use crate::ids::{IdVec, NoteId};

/// Orders two siblings: weighted ones first and by weight, the others by the natural order of their names.
pub(super) fn siblings(a: (Option<i64>, &str), b: (Option<i64>, &str)) -> Ordering {
    let weights = match (a.0, b.0) {
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    weights.then_with(|| natural(a.1, b.1))
}

/// Orders names as people do: numbers by value (`2` before `10`), letters without regard to case.
pub(super) fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars().peekable(), b.chars().peekable());
    loop {
        let step = match (left.peek(), right.peek()) {
            (None, None) => return a.cmp(b),
            (Some(l), Some(r)) if l.is_ascii_digit() && r.is_ascii_digit() => by_value(&number(&mut left), &number(&mut right)),
            _ => left.next().map(char::to_lowercase).into_iter().flatten().cmp(right.next().map(char::to_lowercase).into_iter().flatten()),
        };
        if step.is_ne() {
            return step;
        }
    }
}

/// Takes a run of digits, without the zeros in front.
fn number(chars: &mut Peekable<Chars<'_>>) -> String {
    let mut digits = String::new();
    while let Some(digit) = chars.next_if(char::is_ascii_digit) {
        if digit != '0' || !digits.is_empty() {
            digits.push(digit);
        }
    }
    digits
}

fn by_value(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// What stands beside a note in reading order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Neighbours {
    /// The note before it.
    pub(super) previous: Option<NoteId>,
    /// The note after it.
    pub(super) next: Option<NoteId>,
}

/// The neighbours of every note.
pub(super) fn neighbours(tree: &Tree) -> IdVec<NoteId, Neighbours> {
    let reading = reading(tree);
    let mut neighbours: IdVec<NoteId, Neighbours> = reading.iter().map(|_| Neighbours::default()).collect();
    for (before, after) in reading.iter().zip(reading.iter().skip(1)) {
        neighbours[*before].next = Some(*after);
        neighbours[*after].previous = Some(*before);
    }
    neighbours
}

/// All notes, depth first: a folder's index, its notes, then the folders in it.
fn reading(tree: &Tree) -> Vec<NoteId> {
    let mut notes = Vec::new();
    let mut open: Vec<_> = tree.branches.ids().take(1).collect();
    while let Some(folder) = open.pop() {
        let branch = &tree.branches[folder];
        notes.extend(branch.index);
        notes.extend(&branch.notes);
        open.extend(branch.folders.iter().rev());
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_by_value_and_letters_without_case() {
        let mut names = vec!["10-z", "b", "2-a", "02-b", "A", "a10", "a9", "Ä", "1"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["1", "2-a", "02-b", "10-z", "A", "a9", "a10", "b", "Ä"]);
    }

    #[test]
    fn weights_come_first_and_smaller_ones_earlier() {
        let mut names = [(None, "a"), (Some(5), "z"), (Some(-1), "y"), (None, "B"), (Some(5), "c")];
        names.sort_by(|a, b| siblings(*a, *b));
        assert_eq!(names.iter().map(|(_, name)| *name).collect::<Vec<_>>(), ["y", "c", "z", "a", "B"]);
    }

    #[test]
    fn names_that_differ_in_zeros_or_case_alone_are_ordered_too() {
        assert_eq!(natural("007", "7"), Ordering::Less);
        assert_eq!(natural("A", "a"), Ordering::Less);
        assert_eq!(natural("x", "x"), Ordering::Equal);
    }
}
