//! What is no part of a guide: the only user of globset and of the `ignore` crate's matcher.
//!
//! Takes paths below the root; says whether they are left out. Must not list folders.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::error::{Error, Result};

/// Folders that hold what tools made or fetched, never notes.
pub const FOREIGN_FOLDERS: [&str; 3] = ["node_modules", "target", "vendor"];

/// What kind of entry a rule is asked about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file, or a link to one.
    File,
    /// A folder, or a link to one.
    Folder,
}

/// The rules that say what is left out.
pub(super) struct Rules {
    exclude: GlobSet,
    /// The output folder, with no link left in its path.
    output_dir: Option<PathBuf>,
    /// The `.gitignore` files that count where the walk is, outermost first.
    ignores: Vec<Gitignore>,
}

impl Rules {
    /// The rules for a walk of `root`, which has no link left in its path.
    pub(super) fn new(root: &Path, exclude: &[String], output_dir: &Path) -> Result<Self> {
        let mut rules = Self { exclude: globs(exclude)?, output_dir: output_dir.canonicalize().ok(), ignores: Vec::new() };
        let repository = root.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(root);
        let mut above: Vec<&Path> = root.ancestors().skip(1).take_while(|folder| folder.starts_with(repository)).collect();
        above.reverse();
        for folder in above {
            rules.enter(folder);
        }
        // Whoever names an ignored folder as the guide means it.
        if rules.ignores.iter().any(|ignore| ignore.matched_path_or_any_parents(root, true).is_ignore()) {
            rules.ignores.clear();
        }
        Ok(rules)
    }

    /// Takes up the rules that a folder brings, before its entries are asked about.
    pub(super) fn enter(&mut self, folder: &Path) {
        self.leave_behind(folder);
        let file = folder.join(".gitignore");
        if file.is_file() {
            let mut builder = GitignoreBuilder::new(folder);
            // Lines that git would not understand either are passed over; the others count.
            let _passed_over = builder.add(file);
            self.ignores.extend(builder.build());
        }
    }

    /// Whether an entry is left out. `path` is its place on disk, `below` the same below the root.
    pub(super) fn leave_out(&mut self, path: &Path, below: &Path, kind: Kind) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = kind == Kind::Folder;
        name.starts_with('.')
            || folder && (FOREIGN_FOLDERS.contains(&name.as_ref()) || self.output_dir.as_deref() == Some(path))
            || self.excludes(below)
            || self.is_ignored(path, folder)
    }

    /// Whether the configuration leaves an entry out, which the repository may well hold.
    pub(super) fn excludes(&self, below: &Path) -> bool {
        self.exclude.is_match(below)
    }

    /// Whether the target of a link is left out: what no walk would reach by itself must not be reached by a link.
    pub(super) fn leave_out_target(&self, target: &Path) -> bool {
        let in_output = self.output_dir.as_ref().is_some_and(|dir| target.starts_with(dir));
        in_output || target.components().any(|part| part.as_os_str() == ".git")
    }

    /// Asks the innermost file that has anything to say, as git does.
    fn is_ignored(&mut self, path: &Path, folder: bool) -> bool {
        self.leave_behind(path);
        let answer = self.ignores.iter().rev().map(|ignore| ignore.matched(path, folder)).find(|answer| !answer.is_none());
        answer.is_some_and(|answer| answer.is_ignore())
    }

    /// Drops the rules of folders that `path` does not lie in: the walk is past them.
    fn leave_behind(&mut self, path: &Path) {
        while self.ignores.last().is_some_and(|ignore| !path.starts_with(ignore.path())) {
            self.ignores.pop();
        }
    }
}

/// Compiles the `exclude` globs. `*` crosses folders, as in most generators' ignore lists: `*.draft.md` fits at any depth.
fn globs(patterns: &[String]) -> Result<GlobSet> {
    let wrong = |pattern: &str, error: &globset::Error| Error::Pattern { pattern: pattern.to_owned(), message: error.kind().to_string() };
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let plain = pattern.trim_start_matches("./").trim_matches('/');
        set.add(GlobBuilder::new(plain).build().map_err(|error| wrong(pattern, &error))?);
    }
    set.build().map_err(|error| wrong(&patterns.join("`, `"), &error))
}
