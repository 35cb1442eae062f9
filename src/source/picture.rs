//! How large pictures are, so that a page keeps their room free while they load.
//!
//! Takes the files beside the notes; gives the size of those that are pictures, by path. Reads no more than their heads. A
//! picture that cannot be understood has no size: it is for the browser to show or not.

#![expect(clippy::disallowed_methods, reason = "the read phase is where the disk is read")]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use rayon::prelude::*;

use crate::path::GuidePath;

use super::drawing;

/// The pixels of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
}

/// The formats whose heads tell their size.
const EXTENSIONS: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif", "heic"];

/// The sizes of the pictures among the files below a root.
pub(super) fn sizes(root: &Path, files: &[GuidePath]) -> BTreeMap<GuidePath, Pixels> {
    let size = |path: &GuidePath| {
        let extension = path.name().rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())?;
        let file = root.join(path.as_str());
        let size = match extension.as_str() {
            "svg" => drawing(&file),
            raster if EXTENSIONS.contains(&raster) => picture(&file),
            _ => None,
        };
        Some((path.clone(), size?))
    };
    files.par_iter().filter_map(size).collect()
}

fn drawing(file: &Path) -> Option<Pixels> {
    let mut head = Vec::new();
    File::open(file).ok()?.take(drawing::HEAD).read_to_end(&mut head).ok()?;
    drawing::size(&String::from_utf8_lossy(&head))
}

fn picture(file: &Path) -> Option<Pixels> {
    let size = imagesize::reader_size(BufReader::new(File::open(file).ok()?)).ok()?;
    let pixels = |length: usize| u32::try_from(length).ok().filter(|&length| length > 0);
    Some(Pixels { width: pixels(size.width)?, height: pixels(size.height)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_have_sizes_and_what_only_looks_like_one_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let gif = [b"GIF89a".as_slice(), &[40, 0, 3, 0, 0, 0, 0]].concat();
        let svg = br#"<svg width="9" height="8"/>"#;
        let written = [("a.GIF", gif.as_slice()), ("b.png", b"version https://git-lfs"), ("c.txt", &gif), ("d.jpg", b""), ("e.svg", svg)];
        for (name, bytes) in written {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        let path = |name| GuidePath::new(name).unwrap();
        let sizes = sizes(folder.path(), &["a.GIF", "b.png", "c.txt", "d.jpg", "e.svg", "gone.png"].map(path));
        let known = [("a.GIF", 40, 3), ("e.svg", 9, 8)].map(|(name, width, height)| (path(name), Pixels { width, height }));
        assert_eq!(sizes, BTreeMap::from(known));
    }
}
