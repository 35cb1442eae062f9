//! A guide built into a folder of its own, and its pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use studyguide::cache::Memo;
use studyguide::config::{Config, Overrides};
use studyguide::output::Force;
use studyguide::progress::Silent;
use studyguide::{Report, Request, build};

/// The guides that are tested, each with its folder below the repository's root.
pub(crate) const GUIDES: &[&str] = &["notes", "tests/fixtures/shapes", "tests/fixtures/links", "tests/fixtures/awkward"];

/// A built site, read back.
pub(crate) struct Site {
    /// Every file by its path in the site.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What the build reported.
    pub(crate) report: Report,
}

impl Site {
    /// Builds one of [`GUIDES`], away from this repository: its history would put dates on the pages.
    pub(crate) fn of(guide: &str) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(guide);
        let room = tempfile::tempdir().unwrap();
        let to = room.path().join(from.file_name().unwrap());
        for file in files(&from) {
            let copy = to.join(file.strip_prefix(&from).unwrap());
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(file, copy).unwrap();
        }
        Self::build(&to)
    }

    /// Builds the guide in a folder.
    pub(crate) fn build(folder: &Path) -> Self {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("site");
        let overrides = Overrides { output_dir: Some(root.clone()), ..Overrides::default() };
        let config = Config::new(folder, None, [], overrides, None).unwrap();
        let report = build(&config, Request { memo: &Memo::none(), force: Force::Refuse, site: None, progress: &Silent }).unwrap();
        let name = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let files = files(&root).iter().map(|path| (name(path), fs::read(path).unwrap())).collect();
        Self { files, report }
    }

    /// The pages, by path.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_page = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "html");
        self.files.iter().filter(move |(path, _)| is_page(path)).map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
    }

    /// What stands in a page's `<main>`.
    pub(crate) fn main_of(&self, path: &str) -> &str {
        let (_, page) = self.pages().find(|(name, _)| *name == path).unwrap_or_else(|| panic!("no page {path}"));
        let start = page.find("<main").unwrap();
        &page[start..page.find("</main>").unwrap()]
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
