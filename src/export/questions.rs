//! `questions.json`: every question of the guide, for programs that study, grade or count.
//!
//! Takes the guide; gives an entry for each question, follow-ups and questions that ask the same included, in note order and
//! then source order. `schema/questions.json` documents the file and stands beside it. Must not merge entries: who asks the
//! same is told in `same_as`.

use rayon::prelude::*;
use serde::Serialize;

use crate::artifact::Output;
use crate::config::RemoteImages;
use crate::guide::{Entry, Guide};
use crate::ids::{NoteId, QuestionId};
use crate::markdown::html;
use crate::markdown::{Place, text};
use crate::note::{Answer, AnswerState, Choice, Correctness, Explicit, Grade, Level, Note, QuestionKey};
use crate::page::{NoteHrefs, Origin, Words, hrefs};
use crate::path::SitePath;

use super::data;

const NAME: &str = "questions.json";
const SCHEMA: (&str, &str) = ("questions.schema.json", include_str!("schema/questions.json"));

/// A question, as data.
#[derive(Debug, Serialize)]
pub struct QuestionData<'a> {
    /// Its stable id.
    pub id: &'a QuestionKey,
    /// Its words.
    pub text: String,
    /// What it is.
    pub kind: &'static str,
    /// Whether its author wrote it as a question.
    pub explicit: bool,
    /// What found it.
    pub recogniser: &'static str,
    /// How hard it is.
    pub level: Option<&'static str>,
    /// Whether it has an answer that is more than a placeholder.
    pub answered: bool,
    /// Those that ask the same.
    pub same_as: Vec<&'a QuestionKey>,
    /// What is told beside its words, as HTML.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub context: String,
    /// The choices of a quiz.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoiceData>,
    /// Its answers, without placeholders.
    pub answers: Vec<AnswerData<'a>>,
    /// The note, as a path below the guide's root.
    pub note: &'a str,
    /// The line of its words, from 1.
    pub line: u32,
    /// Its topics, nearest first.
    pub topics: Vec<&'a str>,
    /// The questions that follow it up.
    pub follow_ups: Vec<&'a QuestionKey>,
    /// Its permanent address, relative to the site's root.
    pub url: String,
}

/// A choice, as data.
#[derive(Debug, Serialize)]
pub struct ChoiceData {
    /// Its words.
    pub text: String,
    /// Whether it is right.
    pub correct: bool,
}

/// An answer, as data.
#[derive(Debug, Serialize)]
pub struct AnswerData<'a> {
    /// The answer as HTML; its links start at the site's root.
    pub html: String,
    /// The same as plain text.
    pub text: String,
    /// How good the author says it is.
    pub grade: Option<&'static str>,
    /// The note that gives it.
    pub note: &'a str,
    /// The line that it begins on, from 1.
    pub line: u32,
}

/// The file with its schema.
pub(super) fn outputs(guide: &Guide, remote_images: RemoteImages) -> [Output; 2] {
    data::outputs(NAME, "questions", questions(guide, remote_images), SCHEMA)
}

/// Every question of the guide, as data.
#[must_use]
pub fn questions(guide: &Guide, remote_images: RemoteImages) -> Vec<QuestionData<'_>> {
    let asked = guide.entries.iter_ids().filter(|(_, entry)| !entry.questions.is_empty()).collect::<Vec<_>>();
    let of_note = |(note, entry): (NoteId, &'_ Entry)| {
        let writer = Writer { guide, note, hrefs: hrefs(guide, &origin(), note).written(), remote_images };
        entry.questions.iter().map(|&id| writer.question(id)).collect::<Vec<_>>()
    };
    asked.into_par_iter().flat_map_iter(of_note).collect()
}

/// The file stands at the site's root, and so do its links.
fn origin() -> Origin {
    Origin::Page(SitePath::fixed(NAME))
}

/// Writes the questions of one note.
struct Writer<'a> {
    guide: &'a Guide,
    note: NoteId,
    hrefs: NoteHrefs<'a>,
    remote_images: RemoteImages,
}

impl<'a> Writer<'a> {
    fn question(&self, id: QuestionId) -> QuestionData<'a> {
        let guide = self.guide;
        let (entry, question, note) = (&guide.questions[id], guide.question(id), self.note());
        let keys = |ids: &[QuestionId]| ids.iter().map(|&id| &guide.questions[id].key).collect();
        let given = question.answers.iter().filter(|answer| answer.state == AnswerState::Given);
        QuestionData {
            id: &entry.key,
            text: one_line(&text::inlines(&question.words)),
            kind: question.kind.name(),
            explicit: question.explicit == Explicit::Yes,
            recogniser: question.recogniser,
            level: question.level.map(Level::name),
            answered: question.is_answered(),
            same_as: keys(&entry.same_as),
            context: self.html(&question.context),
            choices: question.choices.iter().map(choice).collect(),
            answers: given.map(|answer| self.answer(answer)).collect(),
            note: note.path.as_str(),
            line: note.lines.line(question.span.start),
            topics: entry.topics.iter().map(|&topic| guide.topics[topic].slug.as_str()).collect(),
            follow_ups: keys(&entry.follow_ups),
            url: origin().to_anchor(&guide.entries[self.note].route, &entry.key.anchor()),
        }
    }

    fn answer(&self, answer: &Answer) -> AnswerData<'a> {
        let note = self.note();
        let mut html = String::new();
        if !answer.lead.is_empty() {
            html = ["<p>", &html::inlines(self.context(), &answer.lead), "</p>\n"].concat();
        }
        html += &self.html(&answer.blocks);
        AnswerData {
            html,
            text: answer.text(&note.document),
            grade: answer.grade.map(Grade::name),
            note: note.path.as_str(),
            line: note.lines.line(answer.span.start),
        }
    }

    fn html(&self, places: &[Place]) -> String {
        places.iter().map(|place| html::excerpt(self.context(), place.of(&self.note().document))).collect()
    }

    fn note(&self) -> &'a Note {
        &self.guide.notes[self.note]
    }

    fn context(&self) -> html::Context<'_> {
        let note = self.note();
        html::Context {
            document: &note.document,
            outline: &note.outline,
            hrefs: &self.hrefs,
            highlighter: &data::COLOURLESS,
            remote_images: self.remote_images,
            labels: &Words::of(&self.guide.site.language).in_notes,
        }
    }
}

fn choice(choice: &Choice) -> ChoiceData {
    ChoiceData { text: one_line(&text::inlines(&choice.words)), correct: choice.correctness == Correctness::Correct }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
