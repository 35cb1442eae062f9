//! Questions whose words are much like what they were.
//!
//! Takes the board; matches the most alike, in its note before in any other, where no other is nearly as alike. Must not
//! compare every question with every other: only those that share rare words are compared.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::board::{Board, State};
use super::likeness::{Weights, Words};
use crate::guide::questions::Asked;
use crate::ids::{LockedId, NoteId, QuestionId};

/// How alike two questions of one note are that may be one.
const ALIKE: f64 = 0.75;

/// How alike two questions of different notes are that may be one.
const ALIKE_ELSEWHERE: f64 = 0.85;

/// How much less alike every other must be.
const MARGIN: f64 = 0.06;

/// How many questions that share rare words are looked at, in the note and anywhere, and how many words of a question.
const CANDIDATES: usize = 32;
const RARE_WORDS: usize = 8;

/// How much two questions remain alike when the code or the choices beside them differ, and when only one has any.
const OTHER_BESIDE: f64 = 0.7;
const NOTHING_BESIDE: f64 = 0.85;

/// The questions that are not matched yet, with how alike they are.
#[derive(Debug)]
pub(super) struct Similar<'a> {
    olds: HashMap<LockedId, Words<'a>>,
    news: HashMap<QuestionId, Words<'a>>,
    /// Those that are alike enough, most alike first.
    edges: Vec<Edge>,
}

#[derive(Clone, Copy, Debug)]
struct Edge {
    likeness: f64,
    in_note: bool,
    old: LockedId,
    new: QuestionId,
}

impl<'a> Similar<'a> {
    /// Compares what is not matched.
    pub(super) fn new(board: &Board<'a>) -> Self {
        let (olds, news): (Vec<_>, Vec<_>) = (board.free_olds().collect(), board.free_news().collect());
        if olds.is_empty() || news.is_empty() {
            return Self { olds: HashMap::new(), news: HashMap::new(), edges: Vec::new() };
        }
        let before = board.olds.iter().filter(|old| old.state == State::Asked).map(|old| old.asked.words.as_str());
        let weights = Weights::new(before, board.news.iter().map(|new| new.asked.words.as_str()));
        let mut similar = Self {
            olds: olds.iter().map(|&id| (id, weights.words(&board.olds[id].asked.words))).collect(),
            news: news.iter().map(|&id| (id, weights.words(&board.news[id].asked.words))).collect(),
            edges: Vec::new(),
        };
        let candidates = Candidates::new(board, &olds, &similar.olds);
        for &new in &news {
            for old in candidates.of(board, new, &similar.news) {
                let in_note = board.olds[old].note == Some(board.news[new].note);
                let likeness = similar.likeness(board, old, new);
                if likeness >= if in_note { ALIKE } else { ALIKE_ELSEWHERE } && (in_note || board.news[new].telling) {
                    similar.edges.push(Edge { likeness, in_note, old, new });
                }
            }
        }
        similar.edges.sort_by(|a, b| {
            b.in_note.cmp(&a.in_note).then(b.likeness.total_cmp(&a.likeness)).then(a.old.cmp(&b.old)).then(a.new.cmp(&b.new))
        });
        similar
    }

    /// How alike two questions are that are not matched yet.
    pub(super) fn likeness(&self, board: &Board<'_>, old: LockedId, new: QuestionId) -> f64 {
        let (Some(a), Some(b)) = (self.olds.get(&old), self.news.get(&new)) else { return 0.0 };
        a.likeness(b) * beside(board.olds[old].asked, board.news[new].asked)
    }

    /// Matches those that no other is nearly as alike as.
    pub(super) fn pair(&self, board: &mut Board<'_>) {
        for in_note in [true, false] {
            let (mut by_old, mut by_new) = (BTreeMap::<_, Vec<Edge>>::new(), BTreeMap::<_, Vec<Edge>>::new());
            for &edge in self.edges.iter().filter(|edge| edge.in_note == in_note) {
                by_old.entry(edge.old).or_default().push(edge);
                by_new.entry(edge.new).or_default().push(edge);
            }
            for edge in self.edges.iter().filter(|edge| edge.in_note == in_note) {
                let is_free = |board: &Board<'_>, edge: &Edge| board.new_of(edge.old).is_none() && board.old_of(edge.new).is_none();
                let is_rival = |other: &&Edge| (other.old, other.new) != (edge.old, edge.new) && other.likeness > edge.likeness - MARGIN;
                let rivals = by_old.get(&edge.old).into_iter().chain(by_new.get(&edge.new)).flatten().filter(is_rival);
                if is_free(board, edge) && !rivals.into_iter().any(|other| is_free(board, other)) {
                    board.match_up(edge.old, edge.new);
                }
            }
        }
    }

    /// Questions that are not matched though some of the lock are like them, with those.
    pub(super) fn unclear(&self, board: &Board<'_>) -> BTreeMap<QuestionId, BTreeSet<LockedId>> {
        let mut unclear: BTreeMap<QuestionId, BTreeSet<LockedId>> = BTreeMap::new();
        for edge in self.edges.iter().filter(|edge| board.new_of(edge.old).is_none() && board.old_of(edge.new).is_none()) {
            unclear.entry(edge.new).or_default().insert(edge.old);
        }
        unclear
    }
}

/// How much of the likeness of the words the code and choices beside them leave.
fn beside(old: &Asked, new: &Asked) -> f64 {
    match (old.beside, new.beside) {
        (a, b) if a == b => 1.0,
        (Some(_), Some(_)) => OTHER_BESIDE,
        _ => NOTHING_BESIDE,
    }
}

/// Which questions of the lock may be like one: those that share a word which tells much.
struct Candidates<'a> {
    /// By a word, in a note or in any.
    by_word: HashMap<(Option<NoteId>, &'a str), Vec<LockedId>>,
}

impl<'a> Candidates<'a> {
    fn new(board: &Board<'a>, olds: &[LockedId], words: &HashMap<LockedId, Words<'a>>) -> Self {
        let mut by_word: HashMap<_, Vec<LockedId>> = HashMap::new();
        for &old in olds {
            for word in words.get(&old).map(Words::telling).unwrap_or_default().into_iter().take(RARE_WORDS) {
                let note = board.olds[old].note;
                for place in [None].into_iter().chain(note.map(Some)) {
                    by_word.entry((place, word)).or_default().push(old);
                }
            }
        }
        Self { by_word }
    }

    fn of(&self, board: &Board<'a>, new: QuestionId, words: &HashMap<QuestionId, Words<'a>>) -> BTreeSet<LockedId> {
        let telling = words.get(&new).map(Words::telling).unwrap_or_default();
        let mut found = BTreeSet::new();
        for place in [Some(board.news[new].note), None] {
            let sharing = telling.iter().take(RARE_WORDS).filter_map(|&word| self.by_word.get(&(place, word)));
            found.extend(sharing.flatten().take(CANDIDATES));
        }
        found
    }
}
