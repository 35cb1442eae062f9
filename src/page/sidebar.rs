//! The sidebar: the guide's folders and notes, as much of them as one page can use.
//!
//! Takes the page's place in the guide; gives a bounded tree. A small guide is listed whole; of a large one a page lists its
//! own branch only, and of a long folder the part around the page, so that 10,000 pages stay 10,000 small lists. Must not
//! depend on anything but the guide's order.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{FolderId, Id, NoteId};

use super::Context;
use super::hrefs::Origin;

/// How many entries of one folder are listed on either side of the page's own.
const AROUND: usize = 20;

/// One entry of the sidebar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// What it is.
    pub kind: ItemKind,
    /// How it relates to the page.
    pub place: Place,
    /// What stands in it; empty for a folder that is not listed here.
    pub items: Vec<Item>,
}

/// What an entry of the sidebar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// A note.
    Note,
    /// A folder.
    Folder,
    /// A link to the whole list, in place of what was left out.
    More,
}

/// How an entry of the sidebar relates to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// It is the page.
    Here,
    /// The page stands in it.
    Above,
    /// Neither.
    Elsewhere,
}

/// The sidebar's entries for a page.
pub(super) fn items(guide: &Guide, context: &Context<'_>, origin: &Origin, folder: Option<FolderId>, note: Option<NoteId>) -> Vec<Item> {
    let Some(root) = guide.folders.ids().next() else { return Vec::new() };
    let mut path = Vec::new();
    let mut at = folder;
    while let Some(id) = at {
        path.push(id);
        at = guide.folders[id].parent;
    }
    let here = folder.filter(|&folder| note.is_none() || guide.folders[folder].index == note);
    Tree { guide, context, origin, path, here, note }.entries(root)
}

struct Tree<'a> {
    guide: &'a Guide,
    context: &'a Context<'a>,
    origin: &'a Origin,
    /// The page's folder and those above it.
    path: Vec<FolderId>,
    /// The folder whose page this is.
    here: Option<FolderId>,
    /// The note whose page this is.
    note: Option<NoteId>,
}

impl Tree<'_> {
    fn entries(&self, id: FolderId) -> Vec<Item> {
        let folder = &self.guide.folders[id];
        let whole = self.context.whole_guide_in_sidebar;
        let mut items = Vec::new();

        let notes = folder.notes.as_slice();
        let current = notes.iter().position(|&note| Some(note) == self.note);
        let window = if whole { notes } else { around(notes, current) };
        items.extend(window.iter().map(|&note| self.note(note)));
        if window.len() < notes.len() {
            items.push(self.more(id, self.context.words.all_n_notes.of(notes.len())));
        }

        let folders = folder.folders.as_slice();
        let current = folders.iter().position(|folder| self.path.contains(folder));
        let window = if whole { folders } else { around(folders, current) };
        items.extend(window.iter().map(|&folder| self.folder(folder)));
        if window.len() < folders.len() {
            items.push(self.more(id, self.context.words.n_more.of(folders.len() - window.len())));
        }
        items
    }

    fn note(&self, id: NoteId) -> Item {
        let place = if Some(id) == self.note { Place::Here } else { Place::Elsewhere };
        let title = self.guide.notes[id].outline.title.text.clone();
        Item { title, href: self.origin.to(&self.guide.entries[id].route), kind: ItemKind::Note, place, items: Vec::new() }
    }

    fn folder(&self, id: FolderId) -> Item {
        let folder = &self.guide.folders[id];
        let above = self.path.contains(&id);
        let place = match (self.here == Some(id), above) {
            (true, _) => Place::Here,
            (false, true) => Place::Above,
            (false, false) => Place::Elsewhere,
        };
        let listed = above || self.context.whole_guide_in_sidebar;
        let items = if listed { self.entries(id) } else { Vec::new() };
        Item { title: folder.title.clone(), href: self.origin.to(&folder.route), kind: ItemKind::Folder, place, items }
    }

    fn more(&self, id: FolderId, title: String) -> Item {
        let href = self.origin.to(&self.guide.folders[id].route);
        Item { title, href, kind: ItemKind::More, place: Place::Elsewhere, items: Vec::new() }
    }
}

/// The part of a list around one position; its beginning where there is none.
fn around<T: Id>(list: &[T], position: Option<usize>) -> &[T] {
    let middle = position.unwrap_or(0);
    let end = (middle + AROUND + 1).max(2 * AROUND + 1).min(list.len());
    let start = middle.saturating_sub(AROUND).min(end.saturating_sub(2 * AROUND + 1));
    list.get(start..end).unwrap_or(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::highlight::Highlighter;
    use crate::page::sample;
    use crate::path::SitePath;

    fn count(items: &[Item]) -> usize {
        items.iter().map(|item| 1 + count(&item.items)).sum()
    }

    fn of(guide: &Guide, route: &str) -> Vec<Item> {
        let config = sample::config();
        let highlighter = Highlighter::default();
        let context = Context::new(guide, &config, &highlighter);
        let note = sample::note_at(guide, route);
        items(guide, &context, &Origin::Page(SitePath::fixed(route)), Some(guide.entries[note].folder), Some(note))
    }

    #[test]
    fn a_small_guide_is_listed_whole_with_the_page_marked() {
        let guide = sample::guide(&["a.md", "x/b.md", "y/c.md"]);
        let items = of(&guide, "x/b.html");
        assert_eq!(count(&items), 5);
        assert_eq!(items[1].place, Place::Above);
        assert_eq!(items[1].items[0].place, Place::Here);
        assert_eq!(items[2].items[0].href, "../y/c.html");
    }

    #[test]
    fn a_page_of_a_large_guide_lists_its_own_branch_and_a_window_of_it() {
        let paths: Vec<String> = (0..1000).map(|n| format!("long/{n:04}.md")).chain((0..90).map(|n| format!("other/{n}.md"))).collect();
        let guide = sample::guide(&paths.iter().map(String::as_str).collect::<Vec<_>>());
        let items = of(&guide, "long/0500.html");
        assert_eq!(count(&items), 2 + 41 + 1);
        assert_eq!(items[0].items[20].place, Place::Here);
        assert_eq!(items[0].items[41].title, "All 1,000 notes");
        assert_eq!(items[0].items[41].href, "index.html");
        assert!(items[1].items.is_empty());
    }

    #[test]
    fn the_window_never_leaves_its_list() {
        let list: Vec<NoteId> = (0..50).map(NoteId::at).collect();
        for position in [None, Some(0), Some(3), Some(25), Some(49)] {
            let window = around(&list, position);
            assert_eq!(window.len(), 41);
            assert!(position.is_none_or(|at| window.contains(&list[at])));
        }
        assert_eq!(around(&list[..5], Some(4)).len(), 5);
    }
}
