//! The walk over a folder of notes: the only user of walkdir.
//!
//! Takes the root and what to skip; gives the notes and files below it, sorted, and the notes' bytes. Follows a link only
//! where it leads to a place inside the root, and only once. Must not look into a file.

#![expect(clippy::disallowed_methods, reason = "this is where the notes are read")]

use std::collections::btree_map::{BTreeMap, Entry};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Result};
use crate::path::GuidePath;

use super::Skip;
use super::skip::{Kind, Rules};

/// How deep the files lie that a guide of one note can link to: its folder may be somebody's home.
const DEPTH_BESIDE_ONE_NOTE: usize = 4;

/// What a walk finds.
pub(super) struct Found {
    /// The guide's root, a folder.
    pub(super) root: PathBuf,
    /// The notes with their places on disk, sorted.
    pub(super) notes: Vec<(GuidePath, PathBuf)>,
    /// The other files, sorted.
    pub(super) files: Vec<GuidePath>,
    /// The files and folders that the configuration leaves out, sorted.
    pub(super) excluded: Vec<GuidePath>,
    /// What was found wrong on the way.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Whether links to folders are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FolderLinks {
    Followed,
    /// Inside a folder that a link led to: a second step could go round in circles.
    PassedOver,
}

/// Finds the notes and files of the guide in `root`.
pub(super) fn walk(root: &Path, skip: &Skip) -> Result<Found> {
    let real = root.canonicalize().map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => Error::NoNotes { path: root.to_owned() },
        _ => Error::Read { path: root.to_owned(), source },
    })?;
    let alone = real.is_file();
    let (root, real_root) = if alone { (folder_of(root), folder_of(&real)) } else { (root.to_owned(), real.clone()) };
    std::fs::read_dir(&real_root).map_err(|source| Error::Read { path: root.clone(), source })?;

    let rules = Rules::new(&real_root, &skip.exclude, &skip.output_dir)?;
    let mut walk =
        Walk { root: real_root.clone(), rules, notes: BTreeMap::new(), files: Vec::new(), excluded: Vec::new(), diagnostics: Vec::new() };
    walk.folder(&real_root, FolderLinks::Followed, if alone { DEPTH_BESIDE_ONE_NOTE } else { usize::MAX });
    if alone {
        // What is wrong beside the note is none of its affair.
        walk.diagnostics.clear();
        walk.files.extend(std::mem::take(&mut walk.notes).into_keys());
        if let Some(path) = walk.guide_path(&real) {
            walk.files.retain(|file| *file != path);
            walk.notes.insert(path, real);
        }
    }
    walk.files.sort();
    walk.excluded.sort();
    let Walk { notes, files, excluded, diagnostics, .. } = walk;
    Ok(Found { root, notes: notes.into_iter().collect(), files, excluded, diagnostics })
}

/// Reads the notes, each as bytes or as the diagnostic that it could not be read, in order.
pub(super) fn read_all(notes: Vec<(GuidePath, PathBuf)>) -> Vec<(GuidePath, std::result::Result<Vec<u8>, Diagnostic>)> {
    let read = |(path, place): (GuidePath, PathBuf)| {
        let bytes = std::fs::read(place).map_err(|error| unreadable(&error.to_string()).in_file(&path));
        (path, bytes)
    };
    notes.into_par_iter().map(read).collect()
}

struct Walk {
    root: PathBuf,
    rules: Rules,
    /// By path: names that are no text could meet in one.
    notes: BTreeMap<GuidePath, PathBuf>,
    files: Vec<GuidePath>,
    excluded: Vec<GuidePath>,
    diagnostics: Vec<Diagnostic>,
}

impl Walk {
    /// Walks a folder inside the root, or one that a link inside the root leads to.
    fn folder(&mut self, start: &Path, links: FolderLinks, depth: usize) {
        self.rules.enter(start);
        let mut entries = WalkDir::new(start).min_depth(1).max_depth(depth).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Ok(entry) if entry.path_is_symlink() => self.link(&entry, links),
                Ok(entry) if entry.file_type().is_dir() => {
                    if self.leave_out(entry.path(), Kind::Folder) {
                        entries.skip_current_dir();
                    } else {
                        self.rules.enter(entry.path());
                    }
                }
                // Not pipes and devices, which could be read without end.
                Ok(entry) if entry.file_type().is_file() => {
                    if !self.leave_out(entry.path(), Kind::File) {
                        self.file(entry.into_path());
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let said = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                    let place = error.path().and_then(|path| self.guide_path(path));
                    let diagnostic = unreadable(&said);
                    self.diagnostics.push(place.map_or(diagnostic.clone(), |place| diagnostic.in_file(&place)));
                }
            }
        }
    }

    fn link(&mut self, entry: &DirEntry, links: FolderLinks) {
        let path = entry.path();
        let target = path.canonicalize();
        let kind = if target.as_ref().is_ok_and(|target| target.is_dir()) { Kind::Folder } else { Kind::File };
        if self.leave_out(path, kind) {
            return;
        }
        match target {
            Err(error) => self.report(path, unreadable(&error.to_string())),
            Ok(target) if !target.starts_with(&self.root) => self.report(
                path,
                Diagnostic::warning(Code::EscapingSymlink, "this symbolic link leaves the guide, and is not followed")
                    .hint("move what it leads to into the guide"),
            ),
            Ok(target) if self.rules.leave_out_target(&target) => {}
            Ok(target) if target.is_file() => self.file(path.to_owned()),
            // A link to a folder that holds it would never end.
            Ok(target) if target.is_dir() && links == FolderLinks::Followed && !path.starts_with(&target) => {
                self.folder(path, FolderLinks::PassedOver, usize::MAX);
            }
            Ok(_) => {}
        }
    }

    fn file(&mut self, place: PathBuf) {
        let Some(path) = self.guide_path(&place) else { return };
        if is_note(&place) {
            match self.notes.entry(path) {
                Entry::Vacant(vacant) => {
                    vacant.insert(place);
                }
                Entry::Occupied(_) => self.report(&place, unreadable("what is no text in its name makes it the same as another note's")),
            }
        } else if place.to_str().is_some() {
            self.files.push(path);
        }
    }

    fn leave_out(&mut self, path: &Path, kind: Kind) -> bool {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        let left_out = self.rules.leave_out(path, below, kind);
        if left_out && self.rules.excludes(below) {
            self.excluded.extend(self.guide_path(path));
        }
        left_out
    }

    fn report(&mut self, path: &Path, diagnostic: Diagnostic) {
        self.diagnostics.push(match self.guide_path(path) {
            Some(path) => diagnostic.in_file(&path),
            None => diagnostic,
        });
    }

    /// The path below the root; what is no text in it becomes replacement characters.
    fn guide_path(&self, path: &Path) -> Option<GuidePath> {
        let below = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        GuidePath::new(&parts.join("/"))
    }
}

fn is_note(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown"))
}

fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn unreadable(said: &str) -> Diagnostic {
    Diagnostic::warning(Code::Unreadable, format!("this could not be read, and is left out: {said}"))
}
