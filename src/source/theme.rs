//! What a site lays over the theme: its own templates and files.
//!
//! Takes the two folders; gives the templates' texts and the list of the files. Must not know what templates mean.

#![expect(clippy::disallowed_methods, reason = "the read phase is where the disk is read")]

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::config::ThemeFolders;
use crate::error::{Error, Result};
use crate::path::GuidePath;

/// The site's own templates and files, sorted by path.
#[derive(Debug, Default)]
pub struct SiteTheme {
    /// Each template's path below its folder, and its text.
    pub templates: Vec<(GuidePath, String)>,
    /// Each file's path below its folder, and where it lies.
    pub files: Vec<(GuidePath, PathBuf)>,
}

/// Reads what the site lays over the theme.
pub fn theme(folders: &ThemeFolders) -> Result<SiteTheme> {
    let mut templates = Vec::new();
    for (path, file) in files_below(&folders.templates) {
        let text = fs::read_to_string(&file).map_err(|source| Error::Read { path: file, source })?;
        templates.push((path, text));
    }
    Ok(SiteTheme { templates, files: files_below(&folders.files) })
}

/// The files below a folder; none where it is missing. Links are not followed: they may lead anywhere.
fn files_below(folder: &Path) -> Vec<(GuidePath, PathBuf)> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| {
        let below = entry.path().strip_prefix(folder).ok()?.to_str()?.replace(std::path::MAIN_SEPARATOR, "/");
        Some((GuidePath::new(&below)?, entry.into_path()))
    };
    entries.filter_map(file).collect()
}
