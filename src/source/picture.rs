//! How large pictures are, so that a page keeps their room free while they load.
//!
//! Takes the files beside the notes; gives the size of those that are pictures, by path. Reads no more than their heads. A
//! picture that cannot be understood has no size: it is for the browser to show or not.

#![expect(clippy::disallowed_methods, reason = "the read phase is where the disk is read")]

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use rayon::prelude::*;

use crate::path::GuidePath;

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
    let is_picture = |path: &&GuidePath| {
        let extension = path.name().rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
    };
    files.par_iter().filter(is_picture).filter_map(|path| Some((path.clone(), size(&root.join(path.as_str()))?))).collect()
}

fn size(file: &Path) -> Option<Pixels> {
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
        for (name, bytes) in [("a.GIF", gif.as_slice()), ("b.png", b"version https://git-lfs"), ("c.txt", gif.as_slice()), ("d.jpg", b"")] {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
        let files = ["a.GIF", "b.png", "c.txt", "d.jpg", "gone.png"].map(|name| GuidePath::new(name).unwrap());
        let sizes = sizes(folder.path(), &files);
        assert_eq!(sizes, BTreeMap::from([(GuidePath::new("a.GIF").unwrap(), Pixels { width: 40, height: 3 })]));
    }
}
