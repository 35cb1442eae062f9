//! What the author of a broken link may have meant: the only user of strsim here.
//!
//! Takes a path or word that nothing has; gives the likeliest that something has. All looking together is bounded, so that a
//! guide full of broken links is still linked in time: past that, findings come without a suggestion. Must not word findings.

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::guide::fold::fold;
use crate::ids::{IdVec, NoteId};
use crate::markdown::outline::name::is_index;
use crate::note::Note;
use crate::path::{GuidePath, folder_of, name_of, stem_of};

/// How many names may be looked at in all. A comparison of letters counts as many.
const LOOKS: u32 = 4_000_000;

/// What a comparison of letters costs, in looks.
const COMPARISON: u32 = 20;

/// The longest name, in bytes, whose letters are compared: nobody mistypes a longer one.
const LONGEST: usize = 200;

/// Suggests what was meant.
#[derive(Debug)]
pub(super) struct Nearest<'a> {
    notes: &'a IdVec<NoteId, Note>,
    files: &'a [GuidePath],
    paths: OnceCell<Paths<'a>>,
    names: OnceCell<Names<'a>>,
    known: HashMap<String, Option<&'a str>>,
    looks: u32,
}

impl<'a> Nearest<'a> {
    /// Suggests among these; they are listed when the first suggestion is asked for.
    pub(super) fn new(notes: &'a IdVec<NoteId, Note>, files: &'a [GuidePath]) -> Self {
        Self { notes, files, paths: OnceCell::new(), names: OnceCell::new(), known: HashMap::new(), looks: LOOKS }
    }

    /// The path that a missing one may stand for: the same name elsewhere, else a name like it in the same folder, else one
    /// anywhere.
    pub(super) fn path(&mut self, missing: &str) -> Option<&'a str> {
        if let Some(known) = self.known.get(missing) {
            return *known;
        }
        let found = self.look_for(missing);
        self.known.insert(missing.to_owned(), found);
        found
    }

    fn look_for(&mut self, missing: &str) -> Option<&'a str> {
        let name = fold(name_of(missing));
        // Every folder may have a README: the name says nothing.
        if is_index(stem_of(&name)) {
            return None;
        }
        let paths = self.paths.get_or_init(|| Paths::new(self.notes, self.files));
        if let Some(moved) = paths.by_stem.get(stem_of(&name)) {
            return Some(moved);
        }
        let mut search = Search { looks: &mut self.looks };
        search.nearest(&name, paths.beside(missing)).or_else(|| search.nearest(&name, paths.names.like(&name)))
    }

    /// The file name or title that a wiki-link's name may stand for.
    pub(super) fn name(&mut self, name: &str) -> Option<&'a str> {
        let called = || self.notes.iter().flat_map(|note| [note.path.stem(), note.outline.title.text.as_str()]);
        let names = self.names.get_or_init(|| Names::new(called().map(|name| (fold(name), name))));
        let name = fold(name);
        Search { looks: &mut self.looks }.nearest(&name, names.like(&name))
    }

    /// The word of a list that another one may stand for.
    pub(super) fn word<'w>(&mut self, word: &str, among: impl Iterator<Item = &'w str>) -> Option<&'w str> {
        Search { looks: &mut self.looks }.nearest(word, among.map(|word| (word, word)))
    }
}

/// Folded names, each with what is shown for it, by first letter and length: few mistakes are in the first letter, and
/// thousands of names need not be looked at.
#[derive(Debug)]
struct Names<'a> {
    all: Vec<(String, &'a str)>,
    by_shape: HashMap<(char, usize), Vec<usize>>,
}

impl<'a> Names<'a> {
    fn new(names: impl Iterator<Item = (String, &'a str)>) -> Self {
        let all: Vec<_> = names.collect();
        let mut by_shape: HashMap<_, Vec<_>> = HashMap::new();
        for (at, (name, _)) in all.iter().enumerate() {
            by_shape.entry(shape(name)).or_default().push(at);
        }
        Self { all, by_shape }
    }

    /// The names that begin like one and are about as long.
    fn like(&self, name: &str) -> impl Iterator<Item = (&str, &'a str)> {
        let (first, length) = shape(name);
        let lengths = length.saturating_sub(furthest(length))..=length + furthest(length);
        self.at(lengths.filter_map(move |length| self.by_shape.get(&(first, length))).flatten())
    }

    fn at<'s>(&'s self, places: impl Iterator<Item = &'s usize>) -> impl Iterator<Item = (&'s str, &'a str)> {
        places.filter_map(|at| self.all.get(*at)).map(|(name, shown)| (name.as_str(), *shown))
    }
}

/// The paths of the guide by the names of their files.
#[derive(Debug)]
struct Paths<'a> {
    names: Names<'a>,
    by_folder: HashMap<&'a str, Vec<usize>>,
    by_stem: HashMap<String, &'a str>,
}

impl<'a> Paths<'a> {
    fn new(notes: &'a IdVec<NoteId, Note>, files: &'a [GuidePath]) -> Self {
        let paths = notes.iter().map(|note| note.path.as_str()).chain(files.iter().map(GuidePath::as_str));
        let names = Names::new(paths.map(|path| (fold(name_of(path)), path)));
        let mut by_folder: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_stem = HashMap::new();
        for (at, (name, path)) in names.all.iter().enumerate() {
            by_folder.entry(folder_of(path)).or_default().push(at);
            by_stem.entry(stem_of(name).to_owned()).or_insert(*path);
        }
        Self { names, by_folder, by_stem }
    }

    /// The names in the folder of a path.
    fn beside(&self, path: &str) -> impl Iterator<Item = (&str, &'a str)> {
        self.names.at(self.by_folder.get(folder_of(path)).into_iter().flatten())
    }
}

/// The first letter and the number of letters.
fn shape(name: &str) -> (char, usize) {
    (name.chars().next().unwrap_or_default(), name.chars().count())
}

/// How many letters of a name may differ.
fn furthest(length: usize) -> usize {
    (length / 3).max(1)
}

/// A look through some names, on the common account.
struct Search<'s> {
    looks: &'s mut u32,
}

impl Search<'_> {
    /// The value whose name differs least from a word, and by no more than a third of its letters; else the first whose name
    /// goes on where the word ends.
    fn nearest<'w, T>(&mut self, word: &str, among: impl Iterator<Item = (&'w str, T)>) -> Option<T> {
        let length = word.chars().count();
        if word.len() > LONGEST {
            return None;
        }
        let furthest = furthest(length);
        let mut best: Option<(usize, T)> = None;
        let mut longer = None;
        for (name, value) in among {
            *self.looks = self.looks.checked_sub(1)?;
            if length >= 4 && longer.is_none() && name.starts_with(word) {
                longer = Some(value);
                continue;
            }
            // Bytes tell the number of letters only where each is one.
            let slack = if word.is_ascii() && name.is_ascii() { furthest } else { furthest * 4 };
            if name.len().abs_diff(word.len()) > slack {
                continue;
            }
            *self.looks = self.looks.saturating_sub(COMPARISON);
            let distance = strsim::osa_distance(word, name);
            if distance <= furthest && best.as_ref().is_none_or(|(least, _)| distance < *least) {
                best = Some((distance, value));
            }
        }
        best.map(|(_, value)| value).or(longer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggest(missing: &str, files: &[&str]) -> Option<String> {
        let files: Vec<_> = files.iter().filter_map(|file| GuidePath::new(file)).collect();
        let notes = IdVec::new();
        Nearest::new(&notes, &files).path(missing).map(str::to_owned)
    }

    #[test]
    fn a_moved_file_is_found_first_then_one_beside_then_any() {
        let files = ["a/gil.md", "b/decorator.md", "c/decorators.md"];
        assert_eq!(suggest("x/gil.md", &files).as_deref(), Some("a/gil.md"));
        assert_eq!(suggest("c/decoratorss.md", &files).as_deref(), Some("c/decorators.md"));
        assert_eq!(suggest("d/decoratrs.md", &files).as_deref(), Some("c/decorators.md"));
        assert_eq!(suggest("d/unlike.md", &files), None);
    }

    #[test]
    fn a_name_that_every_folder_has_is_no_suggestion() {
        assert_eq!(suggest("a/readme.md", &["b/README.md"]), None);
    }

    #[test]
    fn looking_ends() {
        let notes = IdVec::new();
        let mut nearest = Nearest::new(&notes, &[]);
        let names = vec!["abcdef"; 1000];
        let found = (0..1000).filter(|_| nearest.word("abcdeg", names.iter().copied()).is_some()).count();
        assert!((1..1000).contains(&found), "{found}");
    }
}
