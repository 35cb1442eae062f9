//! The theme inside the binary: templates, styles, scripts and icons.
//!
//! Takes the folders `templates/` and `static/` as they were when the program was built; gives their texts. Must not change
//! them: `strip` and `assets` do.

use include_dir::{Dir, File, include_dir};

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The cascade layers, weakest first. `X` holds `css/X.css` or what stands in `css/X/`, by name.
pub(super) const LAYERS: &[&str] = &["tokens", "reset", "base", "layout", "prose", "components", "utilities"];

/// A file of the theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct ThemeFile {
    /// Its path below its folder, with `/`.
    pub(super) path: &'static str,
    /// What it holds.
    pub(super) bytes: &'static [u8],
}

impl ThemeFile {
    /// Its text; empty where it is none.
    pub(super) fn text(self) -> &'static str {
        std::str::from_utf8(self.bytes).unwrap_or_default()
    }
}

/// The default templates by path, in path order.
pub(super) fn templates() -> Vec<ThemeFile> {
    files(&TEMPLATES)
}

/// The theme's files that pages load, but for its styles, in path order.
pub(super) fn files_but_styles() -> Vec<ThemeFile> {
    let is_loaded = |path: &str| !path.starts_with("css/") && !path.starts_with(WORKERS) && path != PREVIEW;
    files(&STATIC).into_iter().filter(|file| is_loaded(file.path)).collect()
}

/// The styles of a layer, in path order.
pub(super) fn styles(layer: &str) -> Vec<ThemeFile> {
    let belongs = |path: &str| {
        let rest = path.strip_prefix("css/").and_then(|path| path.strip_prefix(layer));
        rest.is_some_and(|rest| rest == ".css" || rest.starts_with('/'))
    };
    files(&STATIC).into_iter().filter(|file| belongs(file.path)).collect()
}

/// The script of a worker; empty where there is none of that name.
pub(super) fn worker(name: &str) -> &'static str {
    let file = files(&STATIC).into_iter().find(|file| file.path.strip_prefix(WORKERS) == Some(name));
    file.map_or("", ThemeFile::text)
}

/// What only paper needs, beside the layers: no screen waits for it.
pub(super) fn print() -> &'static str {
    STATIC.get_file(PRINT).and_then(File::contents_utf8).unwrap_or_default()
}

const PRINT: &str = "css/print.css";

/// The picture that links to the site are shown with.
pub(super) fn preview() -> &'static [u8] {
    STATIC.get_file(PREVIEW).map_or(&[], File::contents)
}

/// The script that runs before the page is painted; it stands in every page.
pub(super) const BOOT: &str = "js/boot.js";

/// The picture that links to the site are shown with.
pub(super) const PREVIEW: &str = "preview.png";

/// Where the workers' scripts stand.
const WORKERS: &str = "worker/";

fn files(dir: &'static Dir<'_>) -> Vec<ThemeFile> {
    let mut found = Vec::new();
    collect(dir, &mut found);
    found.sort_unstable_by_key(|file| file.path);
    found
}

fn collect(dir: &'static Dir<'_>, found: &mut Vec<ThemeFile>) {
    found.extend(dir.files().filter_map(|file: &File<'_>| Some(ThemeFile { path: file.path().to_str()?, bytes: file.contents() })));
    dir.dirs().for_each(|dir| collect(dir, found));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_belongs_to_a_layer() {
        let layered: usize = LAYERS.iter().map(|layer| styles(layer).len()).sum();
        assert_eq!(layered, files(&STATIC).iter().filter(|file| file.path.starts_with("css/") && file.path != PRINT).count());
        assert!(!print().is_empty());
        assert!(LAYERS.iter().all(|layer| !styles(layer).is_empty()));
    }
}
