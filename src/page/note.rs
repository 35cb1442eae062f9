//! A note's own page.
//!
//! Takes a note that is no folder's index; gives its content with the way on to its neighbours. Must not show what belongs to
//! the folder.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::NoteId;
use crate::path::SitePath;

use super::article::{Article, article, description, note_link};
use super::chrome::{About, Link, Page};
use super::hrefs::Origin;
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "note", about: "one note, with its outline, topics, backlinks and neighbours", plans };

/// What a note's page shows.
#[derive(Debug, Serialize)]
pub struct NoteView {
    /// What surrounds the content.
    pub page: Page,
    /// The note.
    pub article: Article,
    /// The note before it.
    pub previous: Option<Link>,
    /// The note after it.
    pub next: Option<Link>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let is_index = |id: NoteId| guide.folders[guide.entries[id].folder].index == Some(id);
    let plan = |id: NoteId| Plan { route: guide.entries[id].route.clone(), subject: Subject::Note(id) };
    guide.notes.ids().filter(|&id| !is_index(id)).map(plan).collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath, id: NoteId) -> NoteView {
    let origin = Origin::Page(route.clone());
    let entry = &guide.entries[id];
    let note = &guide.notes[id];
    let about = About {
        kind: KIND.name,
        origin: &origin,
        title: note.outline.title.text.clone(),
        description: description(note),
        folder: Some(entry.folder),
        note: Some(id),
    };
    NoteView {
        page: Page::new(guide, context, about),
        article: article(guide, context, &origin, id),
        previous: entry.previous.map(|id| note_link(guide, &origin, id)),
        next: entry.next.map(|id| note_link(guide, &origin, id)),
    }
}
