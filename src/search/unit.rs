//! What search can find: the units of the guide, in groups.
//!
//! Takes the guide; gives for each page that is searched a group: the note's title and lead as its first unit, then its
//! sections, then the questions that are no headings, then the callouts; or a topic. Must not walk texts (`reader.rs` does) or know how terms are
//! weighed or written.

use std::borrow::Cow;
use std::rc::Rc;

use crate::guide::Guide;
use crate::ids::{CalloutId, Id, NoteCalloutId, NoteId, NoteQuestionId, QuestionId, SectionId, TopicId};
use crate::markdown::{BlockKind, text};
use crate::note::{Callout, Explicit, Note, Question, Searchable};
use crate::span::Span;

use super::reader::span_of;

/// How many questions that begin before a place are looked at for the one that holds it.
const NEAR: usize = 16;

/// The page that a group of units stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A note.
    Note(NoteId),
    /// A topic.
    Topic(TopicId),
}

/// What a unit is within its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The page itself: title and lead.
    Whole,
    /// A section of it.
    Section(SectionId),
    /// A question of it that is no heading.
    Question,
    /// A callout of it. What it says is said by the unit around it as well.
    Callout(NoteCalloutId),
}

/// A result that search can give.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    /// The guide.
    pub(super) guide: &'a Guide,
    /// The page that it stands on.
    pub(super) subject: Subject,
    /// What of the page it is.
    pub(super) part: Part,
    /// The question that it is.
    pub(super) asked: Option<QuestionId>,
    /// Where the questions of the page stand that are units themselves, in order.
    pub(super) taken: Rc<[(Span, QuestionId)]>,
}

/// The pages that search covers, in the order that the index numbers them: notes by path, then topics by slug.
pub(super) fn subjects(guide: &Guide) -> Vec<Subject> {
    let notes = guide.notes.iter_ids().filter(|(_, note)| note.front.search == Searchable::Yes).map(|(id, _)| Subject::Note(id));
    notes.chain(guide.topics.ids().map(Subject::Topic)).collect()
}

/// The units of a page; the first is the page itself.
pub(super) fn units(guide: &Guide, subject: Subject) -> Vec<Unit<'_>> {
    let Subject::Note(id) = subject else {
        return vec![Unit { guide, subject, part: Part::Whole, asked: None, taken: Rc::new([]) }];
    };
    let note = &guide.notes[id];
    let sections = note.outline.sections.ids().map(Part::Section);
    let mut parts: Vec<(Part, Option<QuestionId>)> = std::iter::once(Part::Whole).chain(sections).map(|part| (part, None)).collect();
    let mut taken = Vec::new();
    for (question, known) in asked(guide, id) {
        let question = &note.questions[question];
        if let Some(part) = headed(note, question) {
            let at = if let Part::Section(section) = part { section.position() + 1 } else { 0 };
            if let Some((_, asked)) = parts.get_mut(at) {
                *asked = Some(known);
            }
        } else {
            taken.extend(own_span(note, question).map(|span| (span, known)));
            parts.push((Part::Question, Some(known)));
        }
    }
    parts.extend(note.callouts.ids().map(|callout| (Part::Callout(callout), None)));
    taken.sort_unstable_by_key(|&(span, known)| (span.start, u32::MAX - span.end, known));
    let taken: Rc<[(Span, QuestionId)]> = taken.into();
    parts.into_iter().map(|(part, asked)| Unit { guide, subject, part, asked, taken: Rc::clone(&taken) }).collect()
}

/// The questions of a note that are results: those that its author wrote as questions. Of those that ask the same, one is.
fn asked(guide: &Guide, note: NoteId) -> impl Iterator<Item = (NoteQuestionId, QuestionId)> {
    let known = guide.entries[note].questions.iter_ids().map(|(question, &known)| (question, known));
    known.filter(move |&(question, known)| {
        guide.notes[note].questions[question].explicit == Explicit::Yes && guide.questions[known].leader == known
    })
}

/// What a question is the heading of.
fn headed(note: &Note, question: &Question) -> Option<Part> {
    let (part, block) = match question.section {
        Some(section) => (Part::Section(section), note.outline.sections[section].blocks.start),
        None => (Part::Whole, note.outline.sections.iter().next().map_or(note.document.blocks.len(), |first| first.blocks.start)),
    };
    let is_heading = |block: &crate::markdown::Block| matches!(block.kind, BlockKind::Heading(..)) && block.span.contains(question.span);
    let mut blocks = note.document.blocks.iter();
    match part {
        Part::Section(_) => blocks.nth(block).is_some_and(is_heading),
        _ => blocks.take(block).any(is_heading),
    }
    .then_some(part)
}

/// Where a question stands that is a unit; nothing where whole sections stand in it, which are units themselves.
fn own_span(note: &Note, question: &Question) -> Option<Span> {
    let blocks = question.place.of(&note.document);
    let holds_sections = question.place.steps.is_empty() && blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading(..)));
    span_of(blocks).filter(|_| !holds_sections)
}

impl<'a> Unit<'a> {
    /// The note that it stands in; none for a topic.
    pub(super) fn note(&self) -> Option<&'a Note> {
        match self.subject {
            Subject::Note(id) => Some(&self.guide.notes[id]),
            Subject::Topic(_) => None,
        }
    }

    /// The question that it is.
    pub(super) fn question(&self) -> Option<&'a Question> {
        self.asked.map(|id| self.guide.question(id))
    }

    /// The callout that it is.
    pub(super) fn callout(&self) -> Option<(CalloutId, &'a Callout)> {
        match (self.subject, self.part) {
            (Subject::Note(id), Part::Callout(callout)) => {
                Some((self.guide.entries[id].callouts[callout], &self.guide.notes[id].callouts[callout]))
            }
            _ => None,
        }
    }

    /// Its title, numbering left out.
    pub(super) fn title(&self) -> Cow<'a, str> {
        match (self.subject, self.part) {
            (Subject::Topic(id), _) => Cow::Borrowed(&self.guide.topics[id].name),
            (Subject::Note(id), Part::Whole) => Cow::Borrowed(&self.guide.notes[id].outline.title.text),
            (Subject::Note(id), part) => match (self.question(), part) {
                (Some(question), _) => text::inlines(&question.words).into(),
                (None, Part::Callout(callout)) => format!("{}: {}", self.guide.notes[id].callouts[callout].label, self.about()).into(),
                (None, Part::Section(section)) => Cow::Borrowed(&self.guide.notes[id].outline.sections[section].title),
                (None, _) => Cow::default(),
            },
        }
    }

    /// What a callout is about.
    pub(super) fn about(&self) -> String {
        let Some((id, callout)) = self.callout() else { return String::new() };
        let own = callout.subject.is_some() || self.guide.run_in(id).is_some();
        let around = self.around(callout.span).filter(|_| !own);
        around.map_or_else(|| self.guide.subject(id), |question| text::inlines(&self.guide.question(question).words))
    }

    /// The question, among those that are units, which a place of the note belongs to.
    fn around(&self, place: Span) -> Option<QuestionId> {
        let before = self.taken.partition_point(|(span, _)| span.start <= place.start);
        // Questions stand one after another, or one in another: the nearest that begin before are enough.
        let near = self.taken.get(..before)?.iter().rev().take(NEAR);
        near.into_iter().find(|(span, _)| span.contains(place)).map(|&(_, question)| question)
    }

    /// The anchor of its heading or frame; none for the page itself and for a question that is no heading.
    pub(super) fn anchor(&self) -> Option<Cow<'a, str>> {
        match (self.note(), self.part) {
            (Some(note), Part::Section(section)) => {
                Some(Cow::Borrowed(&note.document.headings[note.outline.sections[section].heading].anchor))
            }
            (Some(_), Part::Callout(callout)) => Some(Cow::Owned(callout.anchor())),
            _ => None,
        }
    }

    /// Its topics.
    pub(super) fn topics(&self) -> &'a [TopicId] {
        match (self.subject, self.part) {
            (Subject::Topic(_), _) => &[],
            (Subject::Note(id), Part::Whole) => &self.guide.entries[id].topics,
            (Subject::Note(id), Part::Section(section)) => self.guide.entries[id].section_topics.find(section).map_or(&[], Vec::as_slice),
            (Subject::Note(id), Part::Callout(callout)) => &self.guide.callouts[self.guide.entries[id].callouts[callout]].topics,
            (Subject::Note(_), Part::Question) => self.asked.map_or(&[], |id| &self.guide.questions[id].topics),
        }
    }
}
