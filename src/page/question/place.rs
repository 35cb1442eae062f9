//! Where a question stands: what names its place among those of others that ask the same.
//!
//! Takes a question; gives its section and a link to it. Must not show what it asks.

use crate::guide::Guide;
use crate::ids::{QuestionId, SectionId};
use crate::note::{Note, Question};
use crate::page::chrome::Link;
use crate::page::hrefs::Origin;

use super::href;

/// The section that a question stands in, not the one that it is the heading of.
pub(super) fn section(note: &Note, question: &Question) -> Option<SectionId> {
    let sections = &note.outline.sections;
    question.section.and_then(|section| {
        let is_heading = note.document.headings[sections[section].heading].span.contains(question.span);
        if is_heading { sections[section].parent } else { Some(section) }
    })
}

/// The link to the place of a question: by its note, and by its section where another of `all` stands in that note.
pub(in crate::page) fn link(guide: &Guide, origin: &Origin, id: QuestionId, all: &[QuestionId]) -> Link {
    Link { title: name(guide, id, all), href: href(guide, origin, id) }
}

/// The name of that place.
pub(in crate::page) fn name(guide: &Guide, id: QuestionId, all: &[QuestionId]) -> String {
    let entry = &guide.questions[id];
    let note = &guide.notes[entry.note];
    let title = &note.outline.title.text;
    let is_shared = all.iter().any(|&other| other != id && guide.questions[other].note == entry.note);
    match section(note, guide.question(id)).filter(|_| is_shared) {
        Some(section) => format!("{title} › {}", note.outline.sections[section].title),
        None => title.clone(),
    }
}
