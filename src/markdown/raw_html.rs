//! Raw HTML under a strict allow-list.
//!
//! Takes the raw HTML of a note; gives elements of a closed list with attributes of a closed list. Whatever is not on the
//! lists does not exist afterwards: there is no way to write it. Must not pass text through unparsed.

/// An element of the allow-list with the attributes that it may carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
}

impl Element {
    /// The element's name, one of the list.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Its attributes: names of the list with unescaped values.
    #[must_use]
    pub fn attributes(&self) -> &[(&'static str, String)] {
        &self.attributes
    }
}
