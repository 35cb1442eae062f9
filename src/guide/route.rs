//! The address of every note's and every folder's page.
//!
//! Takes the tree of folders and what front matter wishes; gives routes, with a finding wherever a wish could not be met.
//! Characters of names are kept: only links escape them. Must not know of links.

use crate::diagnostic::{Code, Diagnostic};
use crate::guide::address::{Addresses, Grant, Owner, is_own_folder};
use crate::guide::fold::fold;
use crate::guide::folder::Tree;
use crate::ids::{FolderId, IdVec, NoteId};
use crate::note::Note;
use crate::path::{GuidePath, SitePath, name_of};

/// Where the pages of notes and folders stand.
#[derive(Debug)]
pub(super) struct Routes {
    /// The page of each folder; its index note's where it has one.
    pub(super) folders: IdVec<FolderId, SitePath>,
    /// The page of each note.
    pub(super) notes: IdVec<NoteId, SitePath>,
    /// The copy of each note's text, beside its page.
    pub(super) copies: IdVec<NoteId, SitePath>,
}

/// Gives every page its address. Folder pages come first, then files under their own names,
/// `.md` before `.markdown`, then wishes by `slug`.
pub(super) fn assign(notes: &IdVec<NoteId, Note>, tree: &Tree, addresses: &mut Addresses, diagnostics: &mut Vec<Diagnostic>) -> Routes {
    let places = places(tree, diagnostics);
    for place in &places {
        addresses.open(place);
    }
    let mut granted = Vec::new();
    let mut folders = IdVec::new();
    for (id, branch) in tree.branches.iter_ids() {
        let wish = SitePath::fixed(&format!("{}/index.html", places[id]));
        let owner = branch.index.map_or(Owner::Folder, Owner::Note);
        let grant = addresses.claim(&wish, owner);
        if let Some(index) = branch.index {
            diagnostics.extend(moved(&grant, &wish, notes, &notes[index].path).map(|finding| finding.hint("rename the folder")));
            diagnostics.extend(idle_slug(&notes[index]));
            granted.push((index, grant.path.clone()));
        }
        folders.push(grant.path);
    }
    let mut waiting: Vec<_> = notes.ids().filter(|id| tree.branches[tree.homes[*id]].index != Some(*id)).collect();
    waiting.sort_by_key(|id| {
        let Note { front, path, .. } = &notes[*id];
        // `.md` is the shorter extension.
        (front.slug.is_some(), path.name().len() - path.stem().len())
    });
    for id in waiting {
        let note = &notes[id];
        let name = note.front.slug.as_deref().unwrap_or(note.path.stem());
        let wish = SitePath::fixed(&format!("{}/{name}.html", places[tree.homes[id]]));
        let grant = addresses.claim(&wish, Owner::Note(id));
        let hint = "rename the file, or give the note another `slug`";
        diagnostics.extend(moved(&grant, &wish, notes, &note.path).map(|finding| finding.hint(hint)));
        granted.push((id, grant.path));
    }
    granted.sort_unstable_by_key(|(id, _)| *id);
    let notes: IdVec<_, _> = granted.into_iter().map(|(_, path)| path).collect();
    let copies = notes.iter_ids().map(|(id, page)| addresses.claim(&page.renamed("md"), Owner::Note(id)).path).collect();
    Routes { folders, notes, copies }
}

/// The folder of the site that each folder's pages stand in: the same path, but at the root the tool's own folders give way.
fn places(tree: &Tree, diagnostics: &mut Vec<Diagnostic>) -> IdVec<FolderId, String> {
    let mut places: IdVec<FolderId, String> = IdVec::new();
    let beside_root = |name: &str| tree.branches.iter().any(|branch| fold(&branch.path) == fold(name));
    for branch in &tree.branches {
        let name = name_of(&branch.path);
        let above = branch.parent.map_or("", |parent| places[parent].as_str());
        let place = if !above.is_empty() {
            format!("{above}/{name}")
        } else if is_own_folder(name) {
            let free = (2..u32::MAX).map(|suffix| format!("{name}-{suffix}")).find(|free| !beside_root(free)).unwrap_or_default();
            diagnostics.extend(GuidePath::new(&branch.path).map(|path| {
                Diagnostic::warning(
                    Code::DuplicateRoute,
                    format!("`{name}/` is a part of every site, so the pages of this folder stand in `{free}/`"),
                )
                .in_file(&path)
                .hint("rename the folder to choose their address")
            }));
            free
        } else {
            name.to_owned()
        };
        places.push(place);
    }
    places
}

fn idle_slug(index: &Note) -> Option<Diagnostic> {
    index.front.slug.as_ref()?;
    let finding =
        Diagnostic::warning(Code::FrontMatterValue, "`slug` changes nothing here: the page of a folder's index has the folder's address");
    Some(finding.in_file(&index.path).hint("rename the folder, or take the `slug` out"))
}

/// What to say where a page did not get the address that it wished for.
fn moved(grant: &Grant, wish: &SitePath, notes: &IdVec<NoteId, Note>, path: &GuidePath) -> Option<Diagnostic> {
    let holder = holder(grant.instead_of?, notes);
    let message = format!("`{wish}` is the address of {holder}, so the page of this note is `{}`", grant.path);
    Some(Diagnostic::warning(Code::DuplicateRoute, message).in_file(path))
}

/// The owner of an address, as findings name it.
pub(super) fn holder(owner: Owner, notes: &IdVec<NoteId, Note>) -> String {
    match owner {
        Owner::Site => "a page or file of the site itself".to_owned(),
        Owner::Folder => "a folder".to_owned(),
        Owner::Note(id) => format!("`{}`", notes[id].path),
        Owner::Topic => "a topic".to_owned(),
        Owner::Redirect => "an alias of another note".to_owned(),
        Owner::File => "a file that notes link to".to_owned(),
    }
}
