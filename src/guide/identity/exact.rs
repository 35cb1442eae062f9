//! Questions that are what they were: by the id that their author gave them, by their words, by their answer, by their code.
//!
//! Takes the board; matches what is equal, in its note before in any other. Must not guess: of several that are equal, none
//! is taken.

use super::board::{Board, Equals, New, Old, State};

/// By the id that the author wrote.
pub(super) fn by_id(board: &mut Board<'_>) {
    for state in [State::Asked, State::Retired] {
        board.pair(state, Equals::One, |old| Some(old.key), |new| new.written);
    }
}

/// By words, with the code and choices beside them.
pub(super) fn by_words(board: &mut Board<'_>) {
    // With all that is known of them equal, it does not matter which is which.
    board.pair(State::Asked, Equals::AsMany, |old| Some((old.note?, old.asked)), |new| Some((new.note, new.asked)));
    board.pair(
        State::Asked,
        Equals::AsMany,
        |old| Some((old.note?, old.asked.words.as_str(), old.asked.beside)),
        |new| is_known(new, Evidence::WordsAndBeside).then_some((new.note, new.asked.words.as_str(), new.asked.beside)),
    );
    elsewhere(board, State::Asked);
}

/// By words, of those that were asked once and then no more.
pub(super) fn by_words_of_retired(board: &mut Board<'_>) {
    elsewhere(board, State::Retired);
}

fn elsewhere(board: &mut Board<'_>, state: State) {
    board.pair(state, Equals::One, |old| Some(old.asked), |new| is_known(new, Evidence::All).then_some(new.asked));
    board.pair(
        state,
        Equals::One,
        |old| Some((old.asked.words.as_str(), old.asked.beside)),
        |new| is_known(new, Evidence::WordsAndBeside).then_some((new.asked.words.as_str(), new.asked.beside)),
    );
}

/// By their answer, then by the code or choices beside them, then by words that stand beside other code now.
pub(super) fn by_answer(board: &mut Board<'_>) {
    let (old, new) = (|old: &Old<'_>| Some((old.note?, old.asked.answer?)), |new: &New<'_>| Some((new.note, new.asked.answer?)));
    board.pair(State::Asked, Equals::One, old, new);
    board.pair(State::Asked, Equals::One, |old| old.asked.answer, |new| new.asked.answer);
    let (old, new) = (|old: &Old<'_>| Some((old.note?, old.asked.beside?)), |new: &New<'_>| Some((new.note, new.asked.beside?)));
    board.pair(State::Asked, Equals::One, old, new);
    board.pair(
        State::Asked,
        Equals::One,
        |old| Some((old.note?, old.asked.words.as_str())),
        |new| new.telling.then_some((new.note, new.asked.words.as_str())),
    );
}

/// What two questions have in common.
#[derive(Clone, Copy)]
enum Evidence {
    WordsAndBeside,
    All,
}

/// Whether that tells a question from others: "Why?" alone does not.
fn is_known(new: &New<'_>, evidence: Evidence) -> bool {
    new.telling || new.asked.beside.is_some() || (matches!(evidence, Evidence::All) && new.asked.answer.is_some())
}
