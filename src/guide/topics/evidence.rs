//! What speaks for topics: every place in the notes that names one.
//!
//! Takes the notes; gives their section headings, titles and declarations, each with the names read from it, in note order.
//! Must not weigh them.

use crate::guide::topics::heading::{self, Reading};
use crate::guide::topics::name::Name;
use crate::ids::{IdVec, NoteId, SectionId};
use crate::note::Note;

/// A place that names topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A section, by its heading.
    Section(NoteId, SectionId),
    /// A note, by its title.
    Title(NoteId),
    /// A note, by its front matter.
    Declared(NoteId),
}

/// A place with what it names.
#[derive(Debug)]
pub(super) struct Evidence {
    /// The place.
    pub(super) source: Source,
    /// What it names.
    pub(super) reading: Reading,
}

/// All evidence, in note order.
pub(super) fn collect(notes: &IdVec<NoteId, Note>) -> Vec<Evidence> {
    let mut evidence = Vec::new();
    for (id, note) in notes.iter_ids() {
        let declared = note.front.topics.iter().filter_map(|topic| Name::new(topic));
        evidence.extend(
            declared.map(|name| Evidence { source: Source::Declared(id), reading: Reading { whole: Some(name), ..Reading::default() } }),
        );
        evidence.push(Evidence { source: Source::Title(id), reading: heading::read(&note.outline.title.text) });
        let sections = note.outline.sections.iter_ids();
        evidence.extend(
            sections.map(|(section, title)| Evidence { source: Source::Section(id, section), reading: heading::read(&title.title) }),
        );
    }
    evidence
}
