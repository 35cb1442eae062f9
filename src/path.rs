//! Paths inside the guide and inside the site: relative, `/`-separated, normalised, never leaving their root.
//!
//! Takes path text; gives typed paths and the relative links between pages. Must not touch the disk.

use std::borrow::Cow;
use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What an address may not hold raw: everything that ends a path, or breaks an attribute.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'|')
    .add(b'^')
    .add(b'[')
    .add(b']');

/// Resolves `.` and `..` textually. `None` when the path climbs above its root.
#[must_use]
pub fn normalise(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The folder of a path: `a/b.md` → `a`, `b.md` → the empty string.
#[must_use]
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The last part of a path.
#[must_use]
pub fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// The name without its extension: `a/b.c.md` → `b.c`.
#[must_use]
pub fn stem_of(path: &str) -> &str {
    let name = name_of(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// Escapes a path or fragment for use in a link; non-ASCII letters are escaped too, as every server expects.
#[must_use]
pub fn percent_encode(path: &str) -> String {
    utf8_percent_encode(path, IN_PATH).to_string()
}

/// The text of a percent-encoded path or fragment; as written, where that gives no text.
#[must_use]
pub fn percent_decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

/// A file below the guide's root, as the author named it: a note or a file that notes may link to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GuidePath(String);

impl GuidePath {
    /// Normalises `path`; `None` when it climbs above the root.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        normalise(path).map(Self)
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds it; empty for the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        folder_of(&self.0)
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        name_of(&self.0)
    }

    /// The file's name without its extension.
    #[must_use]
    pub fn stem(&self) -> &str {
        stem_of(&self.0)
    }
}

impl fmt::Display for GuidePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of the site, below its root; not yet escaped.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SitePath(String);

impl SitePath {
    /// Normalises `path`; `None` when it climbs above the root.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        normalise(path).filter(|path| !path.is_empty()).map(Self)
    }

    /// The path of a file that the tool names itself: what climbs is cut, never followed.
    #[must_use]
    pub fn fixed(path: &str) -> Self {
        Self(path.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect::<Vec<_>>().join("/"))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that holds it; empty for the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        folder_of(&self.0)
    }

    /// The file beside it that has another extension.
    #[must_use]
    pub fn renamed(&self, extension: &str) -> Self {
        let stem = self.0.rsplit_once('.').filter(|(_, old)| !old.contains('/')).map_or(self.0.as_str(), |(stem, _)| stem);
        Self(format!("{stem}.{extension}"))
    }

    /// `../` for each folder above the page: what leads from it back to the site's root (empty at the root).
    #[must_use]
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// An escaped link from the page at `self` to the file at `target`: names the file, so that a site opened from disk
    /// reads.
    #[must_use]
    pub fn link_to(&self, target: &Self) -> String {
        let shared = shared_folders(self.folder(), target.folder());
        let from = self.folder().get(shared..).unwrap_or_default();
        let to = target.0.get(shared..).unwrap_or_default();
        let (from, to) = (from.trim_start_matches('/'), to.trim_start_matches('/'));
        let climbs = from.split('/').filter(|part| !part.is_empty()).count();
        let mut link = String::with_capacity(climbs * 3 + to.len() + 2);
        (0..climbs).for_each(|_| link.push_str("../"));
        // A first part with a colon would read as a URL scheme.
        if link.is_empty() && to.split('/').next().is_some_and(|part| part.contains(':')) {
            link.push_str("./");
        }
        link.extend(utf8_percent_encode(to, IN_PATH));
        link
    }

    /// The escaped address below a base URL that ends in `/`.
    #[must_use]
    pub fn url(&self, base: &str) -> String {
        let path = self.0.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(&self.0);
        format!("{base}{}", percent_encode(path))
    }
}

/// How many bytes of two folders' paths name the same folders.
fn shared_folders(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let ends = |path: &str| path.len() == same || path.as_bytes().get(same) == Some(&b'/');
    if ends(a) && ends(b) {
        return same;
    }
    a.as_bytes().get(..same).and_then(|path| path.iter().rposition(|byte| *byte == b'/')).unwrap_or(0)
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: &str, to: &str) -> String {
        SitePath::fixed(from).link_to(&SitePath::fixed(to))
    }

    #[test]
    fn links_between_pages_are_relative_and_name_the_file() {
        assert_eq!(link("index.html", "a/b.html"), "a/b.html");
        assert_eq!(link("a/b.html", "index.html"), "../index.html");
        assert_eq!(link("a/b.html", "a/c d.html"), "c%20d.html");
        assert_eq!(link("a/b/c.html", "a/x/d.html"), "../x/d.html");
        assert_eq!(link("a/a.html", "a/a.html"), "a.html");
        assert_eq!(link("a/b.html", "a.html"), "../a.html");
        assert_eq!(link("x.html", "a:b.html"), "./a:b.html");
        assert_eq!(link("a/b/c.html", "a/bc/d.html"), "../bc/d.html");
        assert_eq!(link("é/ü/c.html", "é/û/d.html"), "../%C3%BB/d.html");
    }

    #[test]
    fn what_decodes_to_no_text_stays_as_written() {
        assert_eq!(percent_decode("a%20b%C3%A9"), "a bé");
        assert_eq!(percent_decode("%FF"), "%FF");
    }

    #[test]
    fn no_path_climbs_above_its_root() {
        assert_eq!(GuidePath::new("a/../../b"), None);
        assert_eq!(GuidePath::new("a/./../b").map(|path| path.to_string()), Some("b".to_owned()));
        assert_eq!(SitePath::fixed("../../etc/passwd").as_str(), "etc/passwd");
    }
}
