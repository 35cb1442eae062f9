//! A question in a list.
//!
//! Takes a question; gives its words as a link, with what helps to choose it. Must not show an answer.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{IdVec, QuestionId};
use crate::markdown::html;
use crate::note::QuestionKind;
use crate::page::Context;
use crate::page::article::Tag;
use crate::page::hrefs::Origin;
use crate::page::question;

use super::{facet, roll};

/// A question in a list.
#[derive(Debug, Serialize)]
pub struct Row {
    /// Its words, as HTML without links.
    pub words: String,
    /// Where it leads: its own page, or its place in its note.
    pub href: String,
    /// What it is, where it is not simply asked.
    pub kind: Option<Tag>,
    /// How hard it is.
    pub level: Option<Tag>,
    /// Says that nobody has answered it.
    pub unanswered: Option<&'static str>,
    /// The questions that follow it up.
    pub follow_ups: Vec<Row>,
}

/// A question with those beneath it.
pub(in crate::page) fn row(guide: &Guide, context: &Context<'_>, origin: &Origin, id: QuestionId) -> Row {
    let beneath = context.roll.follow_ups(id);
    let follow_ups = beneath.iter().map(|&id| row(guide, context, origin, id)).collect();
    Row { follow_ups, ..alone(guide, context, origin, id) }
}

/// A question without those beneath it.
pub(in crate::page) fn alone(guide: &Guide, context: &Context<'_>, origin: &Origin, id: QuestionId) -> Row {
    let question = guide.question(id);
    // Beneath another question it is seen to follow it up.
    let says_itself = question.kind == QuestionKind::Open || (question.kind == QuestionKind::FollowUp && context.roll.parent(id).is_some());
    Row {
        words: words(guide, context, id),
        href: href(guide, context, origin, id),
        kind: (!says_itself).then(|| facet::kind_tag(question.kind, context.words)),
        level: question.level.map(|level| Tag { name: level.name(), title: context.words.level(level) }),
        unanswered: (!question.is_answered()).then_some(context.words.unanswered),
        follow_ups: Vec::new(),
    }
}

/// The words of a question as HTML that may stand inside a link.
pub(in crate::page) fn words(guide: &Guide, context: &Context<'_>, id: QuestionId) -> String {
    let note = &guide.notes[guide.questions[id].note];
    // A link that leads nowhere is written as its text.
    let hrefs = IdVec::new();
    html::inlines(context.writer(note, &hrefs), &guide.question(id).words)
}

/// Where a question leads: its own page where it has one, else its place in its note.
pub(in crate::page) fn href(guide: &Guide, context: &Context<'_>, origin: &Origin, id: QuestionId) -> String {
    let leader = guide.questions[id].leader;
    if context.roll.has_pages() && roll::is_listed(guide, leader) {
        return origin.to(&roll::route(guide, leader));
    }
    question::href(guide, origin, id)
}
