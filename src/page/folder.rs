//! A folder's page: its index note's content where it has one, and what stands in it.
//!
//! Takes a folder other than the root; gives its text and its list. Must not repeat the home page.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{FolderId, NoteId};
use crate::path::SitePath;

use super::article::{Article, article, description, note_link};
use super::chrome::{About, Link, Page};
use super::hrefs::Origin;
use super::listing::{Listing, listing, notes_below};
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "folder", about: "one folder: its index note and the list of what stands in it", plans };

/// What a folder's page shows.
#[derive(Debug, Serialize)]
pub struct FolderView {
    /// What surrounds the content.
    pub page: Page,
    /// Its index note.
    pub article: Option<Article>,
    /// What stands in it.
    pub listing: Listing,
    /// How many notes stand in it.
    pub count: String,
    /// How many stand in it and in all folders in it.
    pub notes: usize,
    /// The note before its index note.
    pub previous: Option<Link>,
    /// The note after its index note; its first note where it has none.
    pub next: Option<Link>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let below_root = guide.folders.iter_ids().filter(|(_, folder)| folder.parent.is_some());
    below_root.map(|(id, folder)| Plan { route: folder.route.clone(), subject: Subject::Folder(id) }).collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath, id: FolderId) -> FolderView {
    let origin = Origin::Page(route.clone());
    let folder = &guide.folders[id];
    let about = About {
        kind: KIND.name,
        origin: &origin,
        title: folder.title.clone(),
        description: folder.index.and_then(|note| description(&guide.notes[note])),
        folder: Some(id),
        note: None,
    };
    let neighbour = |pick: fn(&crate::guide::Entry) -> Option<NoteId>| {
        folder.index.and_then(|note| pick(&guide.entries[note])).map(|note| note_link(guide, &origin, note))
    };
    FolderView {
        page: Page::new(guide, context, about),
        article: folder.index.map(|note| article(guide, context, &origin, note)),
        listing: listing(guide, context, &origin, id),
        count: context.words.n_notes.of(folder.notes.len()),
        notes: notes_below(guide, id),
        previous: neighbour(|entry| entry.previous),
        next: neighbour(|entry| entry.next),
    }
}
