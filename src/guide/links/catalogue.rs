//! Everything that a path can lead to, by its path and by its address.
//!
//! Takes the notes, folders and files; answers what a path names, and whether it was written exactly so. Must not resolve
//! relative paths or judge what is not there.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::guide::fold::fold;
use crate::guide::links::Surroundings;
use crate::ids::{FolderId, NoteId};
use crate::path::{GuidePath, folder_of};

/// What a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// A note.
    Note(NoteId),
    /// A folder that has a page.
    Folder(FolderId),
    /// Another file.
    File(&'a GuidePath),
}

/// What a path names, and how that is spelled.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found<'a> {
    /// What it names.
    pub(super) place: Place<'a>,
    /// Its true path, where the one looked for differs from it by letter case.
    pub(super) respelled: Option<&'a str>,
}

/// What is below the guide's root but not on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// A draft that is left out.
    Draft,
    /// A folder without a published note.
    Folder,
    /// Something that is left out, or is hidden: nobody looked whether it is there.
    Unread,
}

/// The paths of the guide.
#[derive(Debug)]
pub(super) struct Catalogue<'a> {
    paths: HashMap<&'a str, Place<'a>>,
    folded: HashMap<String, (&'a str, Place<'a>)>,
    routes: HashMap<&'a str, Place<'a>>,
    absent: HashMap<String, Absent>,
}

impl<'a> Catalogue<'a> {
    /// Lists everything. Where things differ by letter case only, a third spelling finds the first of them: notes before
    /// folders before files, each by path.
    pub(super) fn new(all: &Surroundings<'a>) -> Self {
        let mut catalogue = Self { paths: HashMap::new(), folded: HashMap::new(), routes: HashMap::new(), absent: HashMap::new() };
        for (id, note) in all.notes.iter_ids() {
            catalogue.add(note.path.as_str(), Place::Note(id));
            catalogue.routes.insert(all.routes.notes[id].as_str(), Place::Note(id));
        }
        for (id, branch) in all.tree.branches.iter_ids() {
            catalogue.add(&branch.path, Place::Folder(id));
            catalogue.routes.entry(all.routes.folders[id].as_str()).or_insert(Place::Folder(id));
        }
        for redirect in all.redirects {
            catalogue.routes.entry(redirect.from.as_str()).or_insert(Place::Note(redirect.to));
        }
        for file in all.files {
            catalogue.add(file.as_str(), Place::File(file));
            catalogue.add_bare_folders(file.folder());
        }
        for excluded in all.excluded {
            catalogue.absent.insert(fold(excluded.as_str()), Absent::Unread);
        }
        for draft in all.drafts {
            catalogue.absent.insert(fold(draft.path.as_str()), Absent::Draft);
            catalogue.add_bare_folders(draft.path.folder());
        }
        catalogue
    }

    fn add(&mut self, path: &'a str, place: Place<'a>) {
        self.paths.insert(path, place);
        self.folded.entry(fold(path)).or_insert((path, place));
    }

    fn add_bare_folders(&mut self, folder: &str) {
        let mut folder = folder;
        while !folder.is_empty() && !self.paths.contains_key(folder) && self.absent.insert(fold(folder), Absent::Folder).is_none() {
            folder = folder_of(folder);
        }
    }

    /// What a path below the root names: as it stands, without its extension, as an address of the site, and last in other
    /// letter case.
    pub(super) fn find(&self, path: &str) -> Option<Found<'a>> {
        self.find_exactly(path).or_else(|| self.find_address(path)).or_else(|| self.find_respelled(path)).or_else(|| {
            let note = [path.strip_suffix(".html")?, ".md"].concat();
            self.find_exactly(&note).or_else(|| self.find_respelled(&note))
        })
    }

    fn find_exactly(&self, path: &str) -> Option<Found<'a>> {
        let place = spellings(path).find_map(|path| self.paths.get(path.as_str()).copied())?;
        Some(Found { place, respelled: None })
    }

    /// What an address of the site names, with or without `.html`.
    pub(super) fn find_address(&self, path: &str) -> Option<Found<'a>> {
        let addresses = [path.to_owned(), [path, ".html"].concat(), [path, "/index.html"].concat()];
        let place = addresses.iter().find_map(|address| self.routes.get(address.trim_start_matches('/')).copied())?;
        Some(Found { place, respelled: None })
    }

    fn find_respelled(&self, path: &str) -> Option<Found<'a>> {
        let ((true_path, place), written) = spellings(path).find_map(|path| Some((*self.folded.get(&fold(&path))?, path)))?;
        // Composed and decomposed letters look the same: nobody could mend that.
        let respelled = Some(true_path).filter(|path| !path.nfc().eq(written.nfc()));
        Some(Found { place, respelled })
    }

    /// Why there is no page for a path that names nothing.
    pub(super) fn why_absent(&self, path: &str) -> Option<Absent> {
        let named = spellings(path).find_map(|path| self.absent.get(&fold(&path)).copied());
        named.or_else(|| {
            let mut folder = folder_of(path);
            while !folder.is_empty() && self.absent.get(&fold(folder)) != Some(&Absent::Unread) {
                folder = folder_of(folder);
            }
            let is_hidden = || path.split('/').any(|part| part.starts_with('.'));
            (!folder.is_empty() || is_hidden()).then_some(Absent::Unread)
        })
    }

    /// Whether something of the guide lies at, or below, the first part of a path.
    pub(super) fn holds_first_part(&self, path: &str) -> bool {
        path.split('/').next().is_some_and(|first| self.folded.contains_key(&fold(first)) || self.absent.contains_key(&fold(first)))
    }
}

/// The files that a path may mean: itself, or a note without its extension.
fn spellings(path: &str) -> impl Iterator<Item = String> {
    ["", ".md", ".markdown"].into_iter().map(move |extension| [path, extension].concat())
}
