//! Lists of folders and notes, as home and folder pages show them.
//!
//! Takes a folder; gives its folders and notes in order with what helps to choose among them. Must stay linear in the
//! folder's size.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{FolderId, NoteId};

use super::Context;
use super::article::{Day, Tag, description};
use super::hrefs::Origin;
use super::reading;

/// Above this many notes a list holds titles alone.
const DESCRIBED: usize = 200;

/// A folder or note in a list.
#[derive(Debug, Serialize)]
pub struct Listed {
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// What it is about.
    pub description: Option<String>,
    /// How much there is: a note's reading time, a folder's number of notes.
    pub extent: Option<String>,
    /// How many notes stand in a folder and in all folders in it.
    pub notes: Option<usize>,
    /// The level.
    pub level: Option<Tag>,
    /// When it last changed.
    pub updated: Option<Day>,
}

/// What a folder holds.
#[derive(Debug, Default, Serialize)]
pub struct Listing {
    /// Its notes.
    pub notes: Vec<Listed>,
    /// Its folders.
    pub folders: Vec<Listed>,
}

/// Lists a folder.
pub(super) fn listing(guide: &Guide, context: &Context<'_>, origin: &Origin, id: FolderId) -> Listing {
    let folder = &guide.folders[id];
    let described = folder.notes.len() <= DESCRIBED;
    Listing {
        notes: folder.notes.iter().map(|&note| listed_note(guide, context, origin, note, described.then_some(Detail))).collect(),
        folders: folder.folders.iter().map(|&folder| listed_folder(guide, context, origin, folder)).collect(),
    }
}

/// Says that an entry is to be described.
#[derive(Clone, Copy)]
pub(super) struct Detail;

/// A note in a list.
pub(super) fn listed_note(guide: &Guide, context: &Context<'_>, origin: &Origin, id: NoteId, detail: Option<Detail>) -> Listed {
    let (note, entry) = (&guide.notes[id], &guide.entries[id]);
    Listed {
        title: note.outline.title.text.clone(),
        href: origin.to(&entry.route),
        description: detail.and_then(|Detail| description(note)),
        extent: detail.map(|Detail| context.words.n_minutes.of(reading::minutes(&note.text))),
        notes: None,
        level: note.front.level.map(|level| Tag { name: level.name(), title: context.words.level(level) }),
        updated: entry.updated.map(|date| Day { iso: date.to_string(), text: context.words.date(date) }),
    }
}

/// A folder in a list.
pub(super) fn listed_folder(guide: &Guide, context: &Context<'_>, origin: &Origin, id: FolderId) -> Listed {
    let folder = &guide.folders[id];
    let notes = notes_below(guide, id);
    Listed {
        title: folder.title.clone(),
        href: origin.to(&folder.route),
        description: folder.index.and_then(|note| description(&guide.notes[note])),
        extent: Some(context.words.n_notes.of(notes)),
        notes: Some(notes),
        level: None,
        updated: None,
    }
}

/// The notes of a folder and of all folders in it.
pub(super) fn notes_below(guide: &Guide, id: FolderId) -> usize {
    let folder = &guide.folders[id];
    let own = folder.notes.len() + usize::from(folder.index.is_some());
    own + folder.folders.iter().map(|&folder| notes_below(guide, folder)).sum::<usize>()
}
