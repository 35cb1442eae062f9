//! The stable id of a question, as addresses and data name it.
//!
//! Takes what an author wrote, or a fingerprint to derive one from; gives a name that is safe in an address, in an anchor and as a
//! file on any disk. Must not know which questions exist.

use std::fmt;

use crate::fingerprint::Fingerprint;

/// What the anchor of every question begins with.
const ANCHOR: &str = "q-";

/// The stable id of a question: lower-case letters, digits, `-`, `_` and `.`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct QuestionKey(String);

impl QuestionKey {
    /// The id that an author wrote, with or without the `q-` of its anchor; none where it could not stand in an address.
    #[must_use]
    pub fn written(text: &str) -> Option<Self> {
        let name = text.trim().to_lowercase();
        let name = name.trim_start_matches(ANCHOR);
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_name = name.starts_with(char::is_alphanumeric) && name.chars().all(fits) && name.len() <= 100;
        is_name.then(|| Self(name.to_owned()))
    }

    /// The id that is made from what a question says.
    #[must_use]
    pub fn derived(from: Fingerprint) -> Self {
        Self(from.to_string())
    }

    /// The id, in data and file names.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its anchor on the page of its note.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("{ANCHOR}{}", self.0)
    }
}

impl fmt::Display for QuestionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_id_is_lower_case_and_has_no_prefix() {
        let key = |text| QuestionKey::written(text).map(|key| key.to_string());
        assert_eq!(key("q-GIL").as_deref(), Some("gil"));
        assert_eq!(key(" heaps.2 ").as_deref(), Some("heaps.2"));
        assert_eq!(key("ключ").as_deref(), Some("ключ"));
        for bad in ["", "q-", "../x", "a b", "a/b", ".hidden", "-a"] {
            assert_eq!(key(bad), None, "{bad}");
        }
    }

    #[test]
    fn derived_ids_tell_texts_apart_and_can_be_written() {
        let key = |number: u32| QuestionKey::derived(Fingerprint::of([number.to_string()]));
        let keys: std::collections::BTreeSet<_> = (0..5000).map(key).collect();
        assert_eq!(keys.len(), 5000);
        assert!(keys.iter().all(|key| QuestionKey::written(key.as_str()).as_ref() == Some(key)));
    }
}
