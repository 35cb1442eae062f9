//! The words that the writer puts into a note's HTML itself.
//!
//! Only their names; who shows the note says them in a language. Must not hold a word.

use crate::markdown::tree::Alert;

/// The words that the writer puts into a note's HTML itself.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    /// Of the link beside a heading.
    pub link_to_section: &'static str,
    /// Of the frame that a wide table scrolls in.
    pub table: &'static str,
    /// Of the list of footnotes.
    pub footnotes: &'static str,
    /// Of the link from a footnote to where it is referred to.
    pub back_to_text: &'static str,
    /// Of what can be opened and has no summary.
    pub details: &'static str,
    /// Of a task that is done.
    pub done: &'static str,
    /// Of a task that is not.
    pub to_do: &'static str,
    /// The title of an alert: note, tip, important, warning, caution.
    pub alerts: [&'static str; 5],
}

impl Labels {
    /// The title of an alert.
    pub(super) fn alert(&self, alert: Alert) -> &'static str {
        let [note, tip, important, warning, caution] = self.alerts;
        match alert {
            Alert::Note => note,
            Alert::Tip => tip,
            Alert::Important => important,
            Alert::Warning => warning,
            Alert::Caution => caution,
        }
    }
}
