//! The addresses of the site that are taken.
//!
//! Takes wished-for paths; gives each wish a path that nothing else has. Paths are compared as hosts and file systems do that
//! fold case, and nothing is both a file and a folder, so every site can be written everywhere. Must not know why a path is
//! wished for.

use std::collections::{HashMap, HashSet};

use crate::guide::fold::fold;
use crate::ids::NoteId;
use crate::path::{SitePath, folder_of, name_of};

/// Pages and files that the tool itself makes, or that are the host's.
const OWN_FILES: &[&str] = &[
    ".nojekyll",
    "404.html",
    "cname",
    "feed.xml",
    "lenses/index.html",
    "llms.txt",
    "questions.json",
    "questions.schema.json",
    "questions/index.html",
    "robots.txt",
    "search.html",
    "sitemap.xml",
    "topics.json",
    "topics.schema.json",
    "topics/index.html",
];

/// Folders at the site's root that the tool itself fills.
const OWN_FOLDERS: &[&str] = &[ASSETS, "lenses", "questions", "search", "topics"];

/// The one of them that files of notes may share, since the tool's own lie deeper, in a folder named by their hash.
const ASSETS: &str = "assets";

/// The longest name that every file system takes, in bytes, with room for a suffix.
const LONGEST_NAME: usize = 240;

/// Who has an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The tool's own pages and files.
    Site,
    /// A folder's page that no note is the index of.
    Folder,
    /// A note.
    Note(NoteId),
    /// A topic.
    Topic,
    /// An old address of a note.
    Redirect,
    /// A file that notes link to.
    File,
}

/// An address as it was given.
#[derive(Debug)]
pub(super) struct Grant {
    /// The address.
    pub(super) path: SitePath,
    /// Who has the address that was wished for, where that is another one.
    pub(super) instead_of: Option<Owner>,
}

/// The addresses that are taken.
#[derive(Debug)]
pub(super) struct Addresses {
    files: HashMap<String, Owner>,
    folders: HashSet<String>,
    /// The suffix that the next wish for a taken path tries, so that many wishes for one stay cheap.
    suffixes: HashMap<String, u32>,
}

/// Whether the tool itself fills a folder of this name at the site's root.
pub(super) fn is_own_folder(name: &str) -> bool {
    OWN_FOLDERS.contains(&fold(name).as_str())
}

impl Addresses {
    /// Nothing is taken but what the tool itself makes.
    pub(super) fn new() -> Self {
        Self {
            files: OWN_FILES.iter().map(|file| ((*file).to_owned(), Owner::Site)).collect(),
            folders: OWN_FOLDERS.iter().map(|folder| (*folder).to_owned()).collect(),
            suffixes: HashMap::new(),
        }
    }

    /// Says that a folder will hold pages, so that no file takes its name.
    pub(super) fn open(&mut self, folder: &str) {
        let mut folder = folder;
        while !folder.is_empty() && self.folders.insert(fold(folder)) {
            folder = folder_of(folder);
        }
    }

    /// Gives the address wished for, else the nearest free one: `name-2.html`, `name-3.html`, …
    pub(super) fn claim(&mut self, wish: &SitePath, owner: Owner) -> Grant {
        let mut base = shortened(wish);
        let mut path = base.clone();
        let mut instead_of = None;
        let mut depth = None;
        while let Some((part, other)) = self.in_the_way(&path, owner) {
            instead_of.get_or_insert(other);
            if depth.replace(part) == Some(part) {
                path = self.beside(&base, part, Try::Next);
            } else {
                base = path;
                path = self.beside(&base, part, Try::Same);
            }
        }
        self.take(&path, owner);
        Grant { path, instead_of }
    }

    /// Gives the address only where it is free; else says who has it.
    pub(super) fn claim_exactly(&mut self, wish: &SitePath, owner: Owner) -> Result<(), Owner> {
        if let Some((_, other)) = self.in_the_way(wish, owner) {
            return Err(other);
        }
        self.take(wish, owner);
        Ok(())
    }

    fn take(&mut self, path: &SitePath, owner: Owner) {
        self.open(path.folder());
        self.files.insert(fold(path.as_str()), owner);
    }

    /// What keeps a path from being a file of `owner`: the number of the part of it that is taken, and by whom.
    fn in_the_way(&self, path: &SitePath, owner: Owner) -> Option<(usize, Owner)> {
        let text = path.as_str();
        if owner == Owner::File && text.split_once('/').is_some_and(|(first, _)| is_own_folder(first) && fold(first) != ASSETS) {
            return Some((0, Owner::Site));
        }
        let depth = |part: &str| part.matches('/').count();
        if self.folders.contains(&fold(text)) {
            return Some((depth(text), Owner::Folder));
        }
        let mut part = text;
        while !part.is_empty() {
            if let Some(&owner) = self.files.get(&fold(part)) {
                return Some((depth(part), owner));
            }
            part = folder_of(part);
        }
        None
    }

    /// The path with a suffix on its part number `position`.
    fn beside(&mut self, path: &SitePath, position: usize, attempt: Try) -> SitePath {
        let parts: Vec<&str> = path.as_str().split('/').collect();
        let upto = parts.iter().take(position + 1).copied().collect::<Vec<_>>().join("/");
        let suffix = self.suffixes.entry(fold(&upto)).or_insert(2);
        if attempt == Try::Next {
            *suffix += 1;
        }
        let renamed = |(at, part): (usize, &&str)| if at == position { suffixed(part, *suffix) } else { (*part).to_owned() };
        SitePath::fixed(&parts.iter().enumerate().map(renamed).collect::<Vec<_>>().join("/"))
    }
}

/// Which suffix to try.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Try {
    /// The one that was good the last time.
    Same,
    /// The one after it.
    Next,
}

/// `name.html` → `name-2.html`
fn suffixed(name: &str, suffix: u32) -> String {
    match name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) {
        Some((stem, extension)) => format!("{stem}-{suffix}.{extension}"),
        None => format!("{name}-{suffix}"),
    }
}

/// The path with a last name that every file system takes.
fn shortened(path: &SitePath) -> SitePath {
    let name = name_of(path.as_str());
    if name.len() <= LONGEST_NAME {
        return path.clone();
    }
    let (stem, extension) = name.rsplit_once('.').filter(|(_, extension)| extension.len() < 20).unwrap_or((name, ""));
    let stem = stem.get(..stem.floor_char_boundary(LONGEST_NAME - 20)).unwrap_or_default();
    let dot = if extension.is_empty() { "" } else { "." };
    SitePath::fixed(&format!("{}/{stem}{dot}{extension}", path.folder()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(addresses: &mut Addresses, wish: &str) -> String {
        addresses.claim(&SitePath::fixed(wish), Owner::Topic).path.to_string()
    }

    #[test]
    fn the_second_wish_gets_the_next_free_suffix() {
        let mut addresses = Addresses::new();
        assert_eq!(claim(&mut addresses, "a/b.html"), "a/b.html");
        assert_eq!(claim(&mut addresses, "a/b-2.html"), "a/b-2.html");
        assert_eq!(claim(&mut addresses, "a/b.html"), "a/b-3.html");
        assert_eq!(claim(&mut addresses, "a/b.html"), "a/b-4.html");
    }

    #[test]
    fn addresses_equal_but_for_case_or_composition_are_one() {
        let mut addresses = Addresses::new();
        assert_eq!(claim(&mut addresses, "A/É.html"), "A/É.html");
        assert_eq!(claim(&mut addresses, "a/e\u{301}.html"), "a/e\u{301}-2.html");
    }

    #[test]
    fn nothing_is_both_a_file_and_a_folder() {
        let mut addresses = Addresses::new();
        addresses.open("b.html/c");
        assert_eq!(claim(&mut addresses, "b.html"), "b-2.html");
        assert_eq!(claim(&mut addresses, "a.html"), "a.html");
        assert_eq!(claim(&mut addresses, "a.html/x.png"), "a-2.html/x.png");
        assert_eq!(claim(&mut addresses, "a.html/y.png"), "a-2.html/y.png");
    }

    #[test]
    fn the_tools_own_files_are_taken() {
        let mut addresses = Addresses::new();
        let grant = addresses.claim(&SitePath::fixed("404.html"), Owner::File);
        assert_eq!((grant.path.as_str(), grant.instead_of), ("404-2.html", Some(Owner::Site)));
        assert!(is_own_folder("Topics") && !is_own_folder("topic"));
    }

    #[test]
    fn files_of_notes_keep_out_of_the_tools_folders() {
        let mut addresses = Addresses::new();
        let mut file = |wish: &str| addresses.claim(&SitePath::fixed(wish), Owner::File).path.to_string();
        assert_eq!(file("Search/a.json"), "Search-2/a.json");
        assert_eq!(file("search/b.json"), "search-2/b.json");
        assert_eq!(file("assets/a.png"), "assets/a.png");
    }

    #[test]
    fn a_name_that_no_file_system_takes_is_cut() {
        let long = claim(&mut Addresses::new(), &format!("a/{}.html", "é".repeat(200)));
        assert!(long.len() < 250 && long.starts_with("a/é") && long.ends_with("é.html"), "{long}");
    }

    #[test]
    fn many_wishes_for_one_address_all_get_one() {
        let mut addresses = Addresses::new();
        let given: HashSet<_> = (0..2000).map(|_| claim(&mut addresses, "x.html")).collect();
        assert_eq!(given.len(), 2000);
    }
}
