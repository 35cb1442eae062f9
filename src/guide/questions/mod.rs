//! The questions and callouts of the guide: each with its stable id, its topics and those that ask the same.
//!
//! Takes the notes with the topics of their sections; gives an entry for each question and callout, in note order and then
//! source order. `normal.rs` says how words are compared, `asked.rs` what a question is known by, `derive.rs` makes ids,
//! `same.rs` joins those that ask the same. Must not recognise anything.

mod asked;
pub(super) mod derive;
pub(super) mod filler;
pub(super) mod normal;
mod same;

use rayon::prelude::*;

use crate::ids::{CalloutId, IdVec, NoteCalloutId, NoteId, NoteQuestionId, QuestionId, TopicId};
use crate::note::{Note, QuestionKey};

use super::topics::NoteTopics;

pub use self::asked::Asked;

/// What linking knows of a question.
#[derive(Debug)]
pub struct QuestionEntry {
    /// The note that states it.
    pub note: NoteId,
    /// Which of the note's questions it is.
    pub question: NoteQuestionId,
    /// Its stable id.
    pub key: QuestionKey,
    /// The ids that it had once, whose addresses lead to it still.
    pub former: Vec<QuestionKey>,
    /// The question that it follows up.
    pub parent: Option<QuestionId>,
    /// The questions that follow it up, in source order.
    pub follow_ups: Vec<QuestionId>,
    /// The topics that it belongs to, nearest first.
    pub topics: Vec<TopicId>,
    /// The other questions that ask the same, in note order.
    pub same_as: Vec<QuestionId>,
    /// Of those that ask the same, the one that stands for all: the first that is explicit and answered, else the first that
    /// is explicit, else the first. Itself where it is alone.
    pub leader: QuestionId,
}

/// What linking knows of a callout.
#[derive(Debug)]
pub struct CalloutEntry {
    /// The note that holds it.
    pub note: NoteId,
    /// Which of the note's callouts it is.
    pub callout: NoteCalloutId,
    /// The topics that it belongs to, nearest first.
    pub topics: Vec<TopicId>,
}

/// The questions and callouts of a guide.
pub(super) struct Gathered {
    pub(super) questions: IdVec<QuestionId, QuestionEntry>,
    pub(super) callouts: IdVec<CalloutId, CalloutEntry>,
    /// The questions and callouts of each note, by their ids in it.
    pub(super) by_note: IdVec<NoteId, OfNote>,
}

/// The questions and callouts of a note.
#[derive(Default)]
pub(super) struct OfNote {
    pub(super) questions: IdVec<NoteQuestionId, QuestionId>,
    pub(super) callouts: IdVec<NoteCalloutId, CalloutId>,
}

/// What the questions of all notes are known by, in note order and then source order.
pub(super) fn asked(notes: &IdVec<NoteId, Note>) -> IdVec<QuestionId, Asked> {
    notes.as_slice().par_iter().flat_map_iter(Asked::of).collect::<Vec<_>>().into()
}

/// Gathers the questions and callouts of all notes. The ids are those of the questions in note order and then source order.
pub(super) fn gather(
    notes: &IdVec<NoteId, Note>,
    topics: &IdVec<NoteId, NoteTopics>,
    asked: &IdVec<QuestionId, Asked>,
    keys: IdVec<QuestionId, QuestionKey>,
    former: IdVec<QuestionId, Vec<QuestionKey>>,
) -> Gathered {
    let mut gathered = Gathered { questions: IdVec::new(), callouts: IdVec::new(), by_note: IdVec::new() };
    let mut keys = keys.into_iter().zip(former);
    for (id, note) in notes.iter_ids() {
        let mut of_note = OfNote::default();
        for ((question, stated), (key, former)) in note.questions.iter_ids().zip(keys.by_ref()) {
            let parent = stated.parent.and_then(|parent| of_note.questions.find(parent)).copied();
            let entry = |leader| QuestionEntry {
                note: id,
                question,
                key,
                former,
                parent,
                follow_ups: Vec::new(),
                topics: topics_of(note, &topics[id], topics[id].questions.find(question), stated.section),
                same_as: Vec::new(),
                leader,
            };
            let known = gathered.questions.push_with(entry);
            of_note.questions.push(known);
            if let Some(parent) = parent {
                gathered.questions[parent].follow_ups.push(known);
            }
        }
        for (callout, labelled) in note.callouts.iter_ids() {
            let entry = CalloutEntry {
                note: id,
                callout,
                topics: topics_of(note, &topics[id], topics[id].callouts.find(callout), labelled.section),
            };
            of_note.callouts.push(gathered.callouts.push(entry));
        }
        gathered.by_note.push(of_note);
    }
    same::join(notes, asked, &mut gathered.questions);
    gathered
}

/// The anchors of each note's questions on its page, those that they had once among them.
pub(super) fn anchors(asked: &Gathered) -> IdVec<NoteId, Vec<String>> {
    let anchors = |&id: &QuestionId| {
        let entry = &asked.questions[id];
        std::iter::once(&entry.key).chain(&entry.former).map(QuestionKey::anchor)
    };
    asked.by_note.iter().map(|of_note| of_note.questions.iter().flat_map(anchors).collect()).collect()
}

/// The topics of what stands in a section: those that it names itself, the section's own, those of the sections above it, then
/// the note's.
fn topics_of(note: &Note, topics: &NoteTopics, named: Option<&Vec<TopicId>>, section: Option<crate::ids::SectionId>) -> Vec<TopicId> {
    let above = std::iter::successors(section, |&id| note.outline.sections[id].parent);
    let above = above.flat_map(|id| topics.sections.find(id).into_iter().flatten());
    let all = named.into_iter().flatten().chain(above).chain(&topics.whole);
    let mut found = Vec::new();
    for &topic in all {
        if !found.contains(&topic) {
            found.push(topic);
        }
    }
    found
}
