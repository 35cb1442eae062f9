//! What a question is known by: its words, what is told beside them, and its answer.
//!
//! Takes a note; gives the three for each of its questions, as the lock keeps them. Pure, so that notes may be read in
//! parallel. Must not compare questions.

use crate::fingerprint::Fingerprint;
use crate::markdown::{Place, text};
use crate::note::{AnswerState, Correctness, Note, Question};

use super::normal;

/// How many letters an answer has at least that tells its question from others: "Yes." does not.
const TELLING: usize = 12;

/// What a question is known by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// Its words, in the form in which they are compared.
    pub words: String,
    /// The code, situation and choices beside them, where there are any.
    pub beside: Option<Fingerprint>,
    /// Its answers, where they tell it from other questions.
    pub answer: Option<Fingerprint>,
}

impl Asked {
    /// What is known of each question of a note.
    pub(in crate::guide) fn of(note: &Note) -> Vec<Self> {
        note.questions.iter().map(|question| Self::of_question(note, question)).collect()
    }

    fn of_question(note: &Note, question: &Question) -> Self {
        let mut beside = String::new();
        push_places(&question.context, note, &mut beside);
        for choice in &question.choices {
            text::push_inlines(&choice.words, &mut beside);
            beside.push('\n');
        }
        let mut answer = String::new();
        for choice in question.choices.iter().filter(|choice| choice.correctness == Correctness::Correct) {
            text::push_inlines(&choice.words, &mut answer);
            answer.push('\n');
        }
        for given in question.answers.iter().filter(|answer| answer.state == AnswerState::Given) {
            text::push_inlines(&given.lead, &mut answer);
            answer.push('\n');
            push_places(&given.blocks, note, &mut answer);
        }
        Self { words: normal::words(&question.words, &note.text), beside: fingerprint(&beside, 1), answer: fingerprint(&answer, TELLING) }
    }
}

fn push_places(places: &[Place], note: &Note, out: &mut String) {
    places.iter().flat_map(|place| place.of(&note.document)).for_each(|block| text::push_block(block, out));
}

/// The fingerprint of a text whose line breaks do not count; none of one with fewer letters than asked for.
fn fingerprint(text: &str, least: usize) -> Option<Fingerprint> {
    let is_telling = text.chars().filter(|c| !c.is_whitespace()).nth(least - 1).is_some();
    is_telling.then(|| Fingerprint::of(text.split_whitespace()))
}
