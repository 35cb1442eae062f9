//! Code becomes coloured HTML.

use std::marker::PhantomData;

/// Colours code.
#[derive(Clone, Copy, Default)]
pub struct Highlighter<'a> {
    memo: PhantomData<&'a ()>,
}

impl Highlighter<'_> {
    /// The code as HTML; `None` where the language is not known.
    #[must_use]
    pub fn highlight(&self, _language: Option<&str>, _code: &str) -> Option<String> {
        None
    }
}

/// What a language is called on the page.
#[must_use]
pub fn label(language: &str) -> String {
    language.to_owned()
}
