//! Outline repair: real notes have no title, start at the third level or jump levels among siblings; the page has one title
//! and no skipped level.
//!
//! Takes a note's block tree; gives the [`Outline`] that the page shows and the [`Fact`]s that leave the body. The tree
//! itself stays as written: heading ids are GitHub's, whatever level a heading ends on. Must not know how a page looks.

mod levels;
pub mod name;
mod number;
mod numeral;
mod series;
mod unit;

use std::ops::Range;

use crate::ids::{HeadingId, IdVec, SectionId};
use crate::markdown::Inline;
use crate::span::Span;

/// A note's title and sections as the page shows them: one level-1 title, no level skipped.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The note's title.
    pub title: Title,
    /// The sections, in document order. The title's heading is none.
    pub sections: IdVec<SectionId, Section>,
    /// The level of every heading on the page, nested ones too.
    pub levels: IdVec<HeadingId, u8>,
    /// What each of the document's own blocks is for, in order.
    pub roles: Vec<Role>,
}

/// A note's title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// The plain text, without numbering.
    pub text: String,
    /// The numbering in front of it (`Chapter 3:`), shown on its own page only.
    pub number: Option<String>,
    /// The heading that is the title; it is not shown a second time.
    pub heading: Option<HeadingId>,
}

/// A heading with all that follows it up to the next heading of the same or a higher level.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading.
    pub heading: HeadingId,
    /// Its level on the page, 2 to 6.
    pub level: u8,
    /// The section that holds it.
    pub parent: Option<SectionId>,
    /// The numbering in front of the heading's text (`2.2`, `Part 1:`), shown on the page only.
    pub number: Option<String>,
    /// The heading's plain text without numbering.
    pub title: String,
    /// Its bytes, sub-sections included.
    pub span: Span,
    /// Its blocks in [`Document::blocks`], the heading and sub-sections included. Blocks that are no [`Role::Body`] may stand
    /// among them; at its end none does.
    pub blocks: Range<usize>,
}

/// What one of a document's own blocks is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Part of the note.
    Body,
    /// The heading that became the title.
    Title,
    /// Metadata, shown in the line under the title.
    Facts,
    /// A table of contents made by hand; the page has its own.
    Contents,
    /// What a chat left behind; kept, folded at the end.
    Residue,
}

/// A labelled fact that a note states about itself.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The label as written, without its colon.
    pub label: String,
    /// What it says.
    pub value: Vec<Inline>,
}
