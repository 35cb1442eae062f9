//! Tables that lost their shape: lines of cells between tabs, as pasted from a page.
//!
//! Takes the inlines of a paragraph; gives the table that it was. Must not take a paragraph that merely holds a tab.

use super::{Inline, Table};

/// The table that a paragraph was.
#[must_use]
pub(super) fn table(_inlines: &[Inline]) -> Option<Table> {
    None
}
