//! `sw.js`: the worker that keeps the site in readers' browsers, with what it has to know of this build.
//!
//! Takes the worker's script and what was put into the site; gives the worker, and the list of files that a whole copy holds.
//! Its version is made of all of them, so that a new build has a new worker exactly when something changed. Must not list what
//! programs read.

use serde::Serialize;

use crate::artifact::{Output, Receipt};
use crate::fingerprint::Fingerprint;
use crate::page::{HOME, OFFLINE, PREVIEW, SEARCH};
use crate::path::{SitePath, name_of};
use crate::search;

/// The file. It stands at the site's root, as a worker rules what stands beside and below it.
const NAME: &str = "sw.js";

/// How many bytes every reader's browser keeps, whatever was visited: what is beyond is kept when it is asked for.
const BUDGET: u64 = 1024 * 1024;

/// What the worker knows of the build.
#[derive(Serialize)]
struct Build<'a> {
    version: String,
    /// What is always kept.
    essential: Vec<&'a str>,
    /// The page that stands in for those that cannot be had.
    fallback: &'a str,
    /// The list of all files that a whole copy holds.
    list: &'a str,
    /// How many bytes they have.
    bytes: u64,
}

/// The worker and its list. `assets` is the folder of the theme.
#[must_use]
pub fn worker(script: &str, assets: &str, receipts: &[Receipt]) -> [Output; 2] {
    let files: Vec<&Receipt> = receipts.iter().filter(|file| is_read(&file.path, assets)).collect();
    let version = Fingerprint::of(files.iter().flat_map(|file| [file.path.as_str(), file.version.as_str()])).to_string();
    let list = format!("offline-{version}.json");
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let build = Build {
        essential: essential(&files, assets),
        fallback: OFFLINE,
        list: &list,
        bytes: files.iter().map(|file| file.length).sum(),
        version,
    };
    // Texts and numbers always serialise.
    let text = ["const BUILD = ", &serde_json::to_string(&build).unwrap_or_default(), ";\n", script].concat();
    let paths = serde_json::to_string(&paths).unwrap_or_default();
    [Output::new(SitePath::fixed(NAME), text), Output::new(SitePath::fixed(&list), paths)]
}

/// The worker of a site that is not to be kept.
#[must_use]
pub fn no_worker(script: &str) -> Output {
    Output::new(SitePath::fixed(NAME), script)
}

/// Whether readers come to see a file, or their browsers fetch it for them: pages, what the theme loads, and pictures.
fn is_read(path: &SitePath, assets: &str) -> bool {
    let is_below = |folder: &str| path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    path.as_str() != PREVIEW
        && (is_below(assets)
            || is_below(search::FOLDER)
            || path.as_str() == "extra.css"
            || path.as_str().starts_with("questions/data-")
            || matches!(extension_of(path), "html" | "avif" | "gif" | "jpeg" | "jpg" | "png" | "svg" | "webp"))
}

fn extension_of(path: &SitePath) -> &str {
    name_of(path.as_str()).rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// What is always kept: the page for what is missing, the theme, the home page, and what search begins with.
fn essential<'a>(files: &[&'a Receipt], assets: &str) -> Vec<&'a str> {
    let directory = format!("{}/directory.bin", search::FOLDER);
    let rank = |file: &Receipt| match file.path.as_str() {
        OFFLINE => Some(0),
        // Installers fetch icons themselves.
        path if path.starts_with(assets) && extension_of(&file.path) != "png" => Some(1),
        "extra.css" => Some(2),
        HOME => Some(3),
        SEARCH => Some(4),
        path if path == directory => Some(5),
        _ => None,
    };
    let mut ranked: Vec<_> = files.iter().filter_map(|file| Some((rank(file)?, *file))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut left = BUDGET;
    let fits = |file: &&Receipt| {
        let rest = left.checked_sub(file.length);
        left = rest.unwrap_or(left);
        rest.is_some()
    };
    ranked.into_iter().map(|(_, file)| file).filter(fits).map(|file| file.path.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Body;

    fn receipts(files: &[(&str, u64, &str)]) -> Vec<Receipt> {
        let receipt =
            |&(path, length, version): &(&str, u64, &str)| Receipt { path: SitePath::fixed(path), length, version: version.to_owned() };
        files.iter().map(receipt).collect()
    }

    fn texts(files: &[(&str, u64, &str)]) -> [String; 2] {
        worker("work();", "assets/abc", &receipts(files)).map(|output| match output.body {
            Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            Body::Copy(_) => panic!("it is made"),
        })
    }

    #[test]
    fn it_keeps_what_every_page_needs_and_lists_what_readers_see() {
        let files = [
            ("a.html", 10, "1"),
            ("a.md", 10, "2"),
            ("assets/abc/icons/icon-512.png", 10, "3"),
            ("assets/abc/theme.css", 10, "4"),
            ("index.html", 10, "5"),
            ("unavailable.html", 10, "6"),
            ("questions.json", 10, "7"),
            ("search-index/directory.bin", 10, "8"),
        ];
        let [script, list] = texts(&files);
        let essential = r#""essential":["unavailable.html","assets/abc/theme.css","index.html","search-index/directory.bin"]"#;
        assert!(script.contains(essential) && script.contains(r#""bytes":60"#) && script.ends_with(";\nwork();"), "{script}");
        assert_eq!(
            list,
            r#"["a.html","assets/abc/icons/icon-512.png","assets/abc/theme.css","index.html","unavailable.html","search-index/directory.bin"]"#
        );
    }

    #[test]
    fn another_version_of_any_page_is_another_version_of_the_worker() {
        let [one, other] = ["1", "2"].map(|version| texts(&[("a.html", 10, version)])[0].clone());
        assert_ne!(one, other);
        let [one, other] = ["1", "2"].map(|version| texts(&[("questions.json", 10, version)])[0].clone());
        assert_eq!(one, other, "what programs read does not count");
    }

    #[test]
    fn what_is_always_kept_stays_below_its_budget() {
        let [script, _] = texts(&[("assets/abc/theme.css", 10, "1"), ("index.html", BUDGET, "2"), ("search-index/directory.bin", 10, "3")]);
        assert!(script.contains(r#""essential":["assets/abc/theme.css","search-index/directory.bin"]"#), "{script}");
    }
}
