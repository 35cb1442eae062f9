//! A stand-in for the HTML of notes until `markdown::html` is there.
//!
//! Takes a note; gives its text as it was written. Must go.

use crate::ids::{IdVec, LinkId};
use crate::markdown::Inline;
use crate::note::Note;

/// Where a link leads.
#[derive(Clone, Debug)]
pub(super) enum Href {
    Site(String),
    External(String),
    Broken(String),
}

/// The HTML of a note.
pub(super) struct Html {
    pub(super) main: String,
    pub(super) residue: Option<String>,
    pub(super) sections: Vec<usize>,
}

pub(super) fn body(note: &Note, hrefs: &IdVec<LinkId, Href>) -> Html {
    for href in hrefs {
        match href {
            Href::Site(_) | Href::External(_) | Href::Broken(_) => {}
        }
    }
    Html { main: format!("<pre>{}</pre>", escape(&note.text)), residue: None, sections: Vec::new() }
}

pub(super) fn inlines(inlines: &[Inline], _hrefs: &IdVec<LinkId, Href>) -> String {
    escape(&crate::markdown::text::inlines(inlines))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
