//! A question as pages show it: the card.
//!
//! Takes a question of the guide; gives the values that `components/question.html` reads. The same card stands on the page of
//! its note, in its place and with its anchors, and on any other page. Must not decide which questions a page shows.

use serde::Serialize;

use crate::guide::{Guide, QuestionEntry};
use crate::ids::QuestionId;
use crate::markdown::html;
use crate::note::{Answer, AnswerState, Choice, Correctness, Question, QuestionKind};

use super::Context;
use super::article::{Tag, note_link, topic_link};
use super::chrome::Link;
use super::hrefs::{Origin, hrefs};
use super::part::Part;

/// How many of the places that ask the same a card links to.
const SAME: usize = 5;

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
    /// What is told before any answer.
    pub context: Vec<Part>,
    /// The choices of a quiz.
    pub choices: Vec<ChoiceView>,
    /// What opens the answers; nothing where there are none.
    pub summary: Option<String>,
    /// The choices that are right.
    pub correct: Vec<ChoiceView>,
    /// The answers.
    pub answers: Vec<AnswerView>,
    /// What stands behind the answers and is none of them.
    pub rest: Vec<Part>,
    /// The questions that follow it up.
    pub follow_ups: Vec<CardView>,
    /// Where the same is asked; where it is answered, if it is not answered here.
    pub elsewhere: Vec<Link>,
    /// How many more such places there are.
    pub more_elsewhere: Option<String>,
}

/// The heading that a question's words are.
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
    /// How good the author says it is.
    pub grade: Option<Tag>,
    /// What it says.
    pub parts: Vec<Part>,
}

/// Makes the card of a question, with those of the questions that follow it up.
pub(super) fn card(guide: &Guide, context: &Context<'_>, origin: &Origin, id: QuestionId) -> CardView {
    let entry = &guide.questions[id];
    let question = guide.question(id);
    let note = &guide.notes[entry.note];
    let hrefs = hrefs(guide, origin, entry.note);
    let writer = html::Context {
        document: &note.document,
        outline: &note.outline,
        hrefs: &hrefs,
        highlighter: context.highlighter,
        remote_images: context.remote_images,
    };
    let blocks = |places: &[crate::markdown::Place]| {
        let html = places.iter().map(|place| html::excerpt(writer, place.of(&note.document))).collect::<String>();
        if html.is_empty() { Vec::new() } else { vec![Part { html, topics: Vec::new(), cards: Vec::new() }] }
    };
    let answer = |answer: &Answer| {
        let mut parts = blocks(&answer.blocks);
        if !answer.lead.is_empty() {
            let html = format!("<p>{}</p>\n", html::inlines(writer, &answer.lead));
            parts.insert(0, Part { html, topics: Vec::new(), cards: Vec::new() });
        }
        AnswerView { label: answer_label(question, answer), grade: grade(context, answer), parts }
    };
    let choice = |choice: &Choice| ChoiceView { mark: choice.mark.clone(), words: html::inlines(writer, &choice.words) };
    let correct = question.choices.iter().filter(|choice| choice.correctness == Correctness::Correct);
    CardView {
        key: entry.key.to_string(),
        href: href(guide, origin, id),
        id: None,
        anchors: Vec::new(),
        heading: None,
        kind: Tag { name: question.kind.name(), title: context.words.kind(question.kind) },
        label: label(context, question),
        number: question.number.clone(),
        words: html::inlines(writer, &question.words),
        level: question.level.map(|level| Tag { name: level.name(), title: context.words.level(level) }),
        topics: entry.topics.iter().map(|&topic| topic_link(guide, origin, topic)).collect(),
        lang: None,
        dir: None,
        context: blocks(&question.context),
        choices: question.choices.iter().map(choice).collect(),
        summary: question.is_answered().then(|| summary(context, question)),
        correct: correct.map(choice).collect(),
        answers: question.answers.iter().filter(|answer| answer.state == AnswerState::Given).map(answer).collect(),
        rest: Vec::new(),
        follow_ups: entry.follow_ups.iter().map(|&follow_up| card(guide, context, origin, follow_up)).collect(),
        elsewhere: elsewhere(guide, origin, entry, question).take(SAME).collect(),
        more_elsewhere: Some(elsewhere(guide, origin, entry, question).count().saturating_sub(SAME))
            .filter(|&more| more > 0)
            .map(|more| context.words.n_more.of(more)),
    }
}

/// The permanent address of a question, as seen from a page.
pub(super) fn href(guide: &Guide, origin: &Origin, id: QuestionId) -> String {
    super::bank::row::place(guide, origin, id)
}

/// The label as written; else what the question is, unless it is just one.
fn label(context: &Context<'_>, question: &Question) -> Option<String> {
    let named = question.kind != QuestionKind::Open;
    question.label.clone().or_else(|| named.then(|| context.words.kind(question.kind).to_owned()))
}

/// What opens the answers: the sole one's label, or a word for it.
fn summary(context: &Context<'_>, question: &Question) -> String {
    let words = context.words;
    match question.answers.as_slice() {
        [Answer { label: Some(label), .. }] => label.clone(),
        [] | [_] => words.answer.to_owned(),
        _ => words.answers.to_owned(),
    }
}

/// The label of an answer among others.
fn answer_label(question: &Question, answer: &Answer) -> Option<String> {
    answer.label.clone().filter(|_| question.answers.len() > 1)
}

fn grade(context: &Context<'_>, answer: &Answer) -> Option<Tag> {
    answer.grade.map(|grade| Tag { name: grade.name(), title: context.words.grade(grade) })
}

/// The questions that ask the same; for one without an answer, those that have one.
fn elsewhere<'a>(
    guide: &'a Guide,
    origin: &'a Origin,
    entry: &'a QuestionEntry,
    question: &'a Question,
) -> impl Iterator<Item = Link> + use<'a> {
    let tells = move |id: &QuestionId| question.is_answered() || guide.question(*id).is_answered();
    let link =
        move |id: QuestionId| Link { title: note_link(guide, origin, guide.questions[id].note).title, href: href(guide, origin, id) };
    entry.same_as.iter().copied().filter(tells).map(link)
}
