//! The tree of folders: which note stands where, which note is a folder's index, and in what order siblings come.
//!
//! Takes the notes in path order; gives the [`Tree`], and once addresses are known the [`Folder`]s. Must not hand out addresses.

use std::collections::HashMap;

use crate::guide::{Folder, order};
use crate::ids::{FolderId, Id, IdVec, NoteId};
use crate::markdown::outline::name::readable_name;
use crate::note::Note;
use crate::path::{SitePath, folder_of, name_of, stem_of};

/// The folders that hold notes, each after its parent; the root is the first.
#[derive(Debug)]
pub(super) struct Tree {
    /// The folders.
    pub(super) branches: IdVec<FolderId, Branch>,
    /// The folder that each note stands in.
    pub(super) homes: IdVec<NoteId, FolderId>,
}

/// A folder that has no address yet.
#[derive(Debug, Default)]
pub(super) struct Branch {
    /// Its path below the root; empty for the root.
    pub(super) path: String,
    /// The folder that holds it.
    pub(super) parent: Option<FolderId>,
    /// Its index note.
    pub(super) index: Option<NoteId>,
    /// The folders in it, in order.
    pub(super) folders: Vec<FolderId>,
    /// The notes in it, in order, without its index note.
    pub(super) notes: Vec<NoteId>,
}

impl Branch {
    /// Takes the index note out of the notes, and puts the others in order.
    fn sort_notes(&mut self, notes: &IdVec<NoteId, Note>) {
        let ranked = self.notes.iter().filter_map(|id| Some((index_rank(notes[*id].path.name())?, *id)));
        self.index = ranked.min().map(|(_, id)| id);
        self.notes.retain(|id| Some(*id) != self.index);
        let key = |id: NoteId| (notes[id].front.weight, notes[id].path.stem());
        self.notes.sort_by(|a, b| order::siblings(key(*a), key(*b)));
    }
}

/// How well a file's name fits a folder's index: `index` before `_index` before `README`. `None` for every other name.
fn index_rank(name: &str) -> Option<usize> {
    ["index", "_index", "readme"].iter().position(|index| stem_of(name).eq_ignore_ascii_case(index))
}

impl Tree {
    /// Puts the notes, which are in path order, into their folders.
    pub(super) fn new(notes: &IdVec<NoteId, Note>) -> Self {
        let mut tree = Self { branches: IdVec::new(), homes: IdVec::new() };
        let mut by_path = HashMap::new();
        tree.grow("", &mut by_path);
        for (id, note) in notes.iter_ids() {
            let home = tree.grow(note.path.folder(), &mut by_path);
            tree.homes.push(home);
            tree.branches[home].notes.push(id);
        }
        for folder in tree.branches.ids() {
            tree.branches[folder].sort_notes(notes);
        }
        for folder in tree.branches.ids() {
            let mut folders = std::mem::take(&mut tree.branches[folder].folders);
            folders.sort_by(|a, b| order::siblings(tree.key(*a, notes), tree.key(*b, notes)));
            tree.branches[folder].folders = folders;
        }
        tree
    }

    /// The folder of a path, made with all the folders above it where it is new.
    fn grow<'a>(&mut self, path: &'a str, by_path: &mut HashMap<&'a str, FolderId>) -> FolderId {
        let mut missing = Vec::new();
        let mut above = path;
        while !by_path.contains_key(above) {
            missing.push(above);
            if above.is_empty() {
                break;
            }
            above = folder_of(above);
        }
        let mut parent = by_path.get(above).copied();
        for path in missing.into_iter().rev() {
            let folder = self.branches.push(Branch { path: path.to_owned(), parent, ..Branch::default() });
            if let Some(parent) = parent {
                self.branches[parent].folders.push(folder);
            }
            by_path.insert(path, folder);
            parent = Some(folder);
        }
        parent.unwrap_or(FolderId::at(0))
    }

    fn key<'a>(&'a self, folder: FolderId, notes: &IdVec<NoteId, Note>) -> (Option<i64>, &'a str) {
        let branch = &self.branches[folder];
        (branch.index.and_then(|index| notes[index].front.weight), name_of(&branch.path))
    }

    /// The folders, now that each has an address.
    pub(super) fn into_folders(
        self,
        routes: &IdVec<FolderId, SitePath>,
        notes: &IdVec<NoteId, Note>,
        guide_title: &str,
    ) -> IdVec<FolderId, Folder> {
        let titled = |branch: &Branch| match branch.index {
            Some(index) => notes[index].outline.title.text.clone(),
            None if branch.path.is_empty() => guide_title.to_owned(),
            None => readable_name(name_of(&branch.path)),
        };
        let folder = |(branch, route): (Branch, &SitePath)| {
            let title = titled(&branch);
            let Branch { path, parent, index, folders, notes } = branch;
            Folder { path, title, route: route.clone(), index, parent, folders, notes }
        };
        self.branches.into_iter().zip(routes).map(folder).collect()
    }
}
