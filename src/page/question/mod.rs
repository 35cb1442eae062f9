//! A question as pages show it: the card.
//!
//! Takes a question of the guide; gives the values that `components/question.html` reads. The same card stands on the page of
//! its note, in its place and with its anchors, and on any other page. Must not decide which questions a page shows.

mod apart;
mod arrangement;
mod card;
mod cards;
mod cells;
mod gaps;
mod left;
pub(super) mod place;

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::QuestionId;

use super::Context;
use super::article::Tag;
use super::chrome::Link;
use super::hrefs::{Origin, hrefs};
use super::part::Part;

pub(super) use self::cards::Cards;

/// A question. Templates read it as `card`.
#[derive(Debug, Serialize)]
pub struct CardView {
    /// Its stable id.
    pub key: String,
    /// Its permanent address, as seen from the page.
    pub href: String,
    /// Its anchor, on the page of its note.
    pub id: Option<String>,
    /// Other anchors that lead to it, on the page of its note.
    pub anchors: Vec<String>,
    /// What its words are a heading of, on the page of its note.
    pub heading: Option<HeadingView>,
    /// What it is.
    pub kind: Tag,
    /// Its label: as written, else what it is where that is worth saying.
    pub label: Option<String>,
    /// Its number as written.
    pub number: Option<String>,
    /// Its words, as HTML; empty where the title of the page says them.
    pub words: String,
    /// The level, where the page does not say it for all.
    pub level: Option<Tag>,
    /// The topics, where the page does not say them otherwise.
    pub topics: Vec<Link>,
    /// The language of the note, where it is not the page's.
    pub lang: Option<String>,
    /// The direction of the note, where it is not the page's.
    pub dir: Option<&'static str>,
    /// What stands before its words.
    pub before: Vec<Part>,
    /// What is told behind them, before any answer.
    pub context: Vec<Part>,
    /// The choices of a quiz.
    pub choices: Vec<ChoiceView>,
    /// What opens the answers; nothing where there are none.
    pub summary: Option<String>,
    /// The heading that this is, on the page of its note.
    pub summary_heading: Option<HeadingView>,
    /// The choices that are right.
    pub correct: Vec<ChoiceView>,
    /// The answers.
    pub answers: Vec<AnswerView>,
    /// What stands behind the answers: closed with them, for it mostly goes on with the last.
    pub rest: Vec<Part>,
    /// What stands above the questions that follow it up: their heading.
    pub above_follow_ups: Vec<Part>,
    /// The questions that follow it up.
    pub follow_ups: Vec<CardView>,
    /// What stands behind these.
    pub behind: Vec<Part>,
    /// Where the same is asked; where it is answered, if it is not answered here.
    pub elsewhere: Vec<Link>,
    /// How many more such places there are.
    pub more_elsewhere: Option<String>,
}

/// The heading that a question's words or the label of an answer are.
#[derive(Debug, Serialize)]
pub struct HeadingView {
    /// The level on the page.
    pub level: u8,
    /// Its anchor.
    pub anchor: String,
}

/// A choice of a quiz.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceView {
    /// The letter or number in front of it.
    pub mark: Option<String>,
    /// Its words, as HTML.
    pub words: String,
}

/// An answer.
#[derive(Debug, Serialize)]
pub struct AnswerView {
    /// Its label, where the answers need telling apart.
    pub label: Option<String>,
    /// The heading that its label is, on the page of its note.
    pub heading: Option<HeadingView>,
    /// How good the author says it is.
    pub grade: Option<Tag>,
    /// What it says.
    pub parts: Vec<Part>,
}

/// Makes the card of a question, with those of the questions that follow it up.
pub(super) fn card(guide: &Guide, context: &Context<'_>, origin: &Origin, id: QuestionId) -> CardView {
    let entry = &guide.questions[id];
    let hrefs = hrefs(guide, origin, entry.note);
    Cards::around(guide, context, origin, &hrefs, id).card(entry.question)
}

/// The permanent address of a question, as seen from a page.
pub(super) fn href(guide: &Guide, origin: &Origin, id: QuestionId) -> String {
    let entry = &guide.questions[id];
    origin.to_anchor(&guide.entries[entry.note].route, &entry.key.anchor())
}

#[cfg(test)]
mod tests;
