//! Text of a note that is held without a copy.
//!
//! A guide holds the trees of all its notes at once, and most of what a tree says stands in its note as it is. So a stretch is
//! a place in a text that all stretches of it share; only what is written otherwise in the note (an entity, an escape) has a
//! text of its own. Must not know what a text means.

use std::fmt;
use std::ops::{Deref, Range};
use std::sync::Arc;

use crate::span::Span;

/// A stretch of a text, which lives as long as any stretch of it.
#[derive(Clone)]
pub struct Stretch {
    // One pointer wide: a tree has tens of thousands of these.
    whole: Arc<String>,
    span: Span,
}

impl Stretch {
    /// The same text as a stretch, sharing the bytes if it is a slice of this one's text.
    #[must_use]
    pub fn share(&self, text: &str) -> Self {
        match self.place_of(text) {
            Some(place) => Self { whole: Arc::clone(&self.whole), span: Span::new(place) },
            None => text.into(),
        }
    }

    /// Where a slice lies in the whole text, if it is a slice of that.
    fn place_of(&self, slice: &str) -> Option<Range<usize>> {
        let start = slice.as_ptr().addr().checked_sub(self.whole.as_ptr().addr())?;
        let place = start..start.checked_add(slice.len())?;
        (place.end <= self.whole.len()).then_some(place)
    }
}

impl Deref for Stretch {
    type Target = str;

    fn deref(&self) -> &str {
        self.span.of(&self.whole)
    }
}

impl From<String> for Stretch {
    fn from(mut text: String) -> Self {
        text.shrink_to_fit();
        Self { span: Span::new(0..text.len()), whole: Arc::new(text) }
    }
}

impl From<&str> for Stretch {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl PartialEq for Stretch {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Stretch {}

impl fmt::Debug for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_shares_the_bytes_and_another_text_has_its_own() {
        let note = Stretch::from("A lock, held");
        let word = note.share(note.get(2..6).unwrap());
        assert_eq!((&*word, word.as_ptr()), ("lock", note.get(2..).unwrap().as_ptr()));
        assert_eq!(word.share(word.trim_start_matches('l')).as_ptr(), word.get(1..).unwrap().as_ptr());
        let other = note.share("lock");
        assert_eq!(other, word);
        assert_ne!(other.as_ptr(), word.as_ptr());
        drop(note);
        assert_eq!(&*word, "lock");
    }
}
