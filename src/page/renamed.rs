//! The notes that had other addresses once, as the browsers of readers follow them.
//!
//! Takes the guide; gives one file, named by what it holds, from which a browser learns under which names it knows notes that
//! have others now. Must not hold what no address leads from.

use std::collections::BTreeMap;

use crate::artifact::Output;
use crate::guide::Guide;
use crate::path::SitePath;

/// The file that says which notes were renamed.
#[derive(Debug)]
pub(super) struct Renamed {
    /// Its address.
    pub(super) path: SitePath,
    /// The addresses of now by those of once.
    json: Vec<u8>,
}

impl Renamed {
    /// The file, to be written.
    pub(super) fn output(&self) -> Output {
        Output::new(self.path.clone(), self.json.clone())
    }
}

/// Writes the file; none where every note is where it was.
pub(super) fn renamed(guide: &Guide) -> Option<Renamed> {
    let notes: BTreeMap<&str, &str> =
        guide.redirects.iter().map(|redirect| (redirect.from.as_str(), guide.entries[redirect.to].route.as_str())).collect();
    if notes.is_empty() {
        return None;
    }
    // Texts can always be written.
    let json = serde_json::to_vec(&notes).unwrap_or_default();
    let hash = blake3::hash(&json).to_hex();
    Some(Renamed { path: SitePath::fixed(&format!("renamed-{}.json", hash.get(..10).unwrap_or_default())), json })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    #[test]
    fn old_addresses_are_told_with_those_of_now() {
        let guide = sample::written(&[("new name.md", "---\naliases: [old/name, older]\n---\n# A\n")]);
        let file = renamed(&guide).unwrap();
        assert_eq!(String::from_utf8(file.json).unwrap(), r#"{"old/name.html":"new name.html","older.html":"new name.html"}"#);
        assert!(renamed(&sample::guide(&["a.md"])).is_none());
    }
}
