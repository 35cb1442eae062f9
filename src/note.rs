//! The type that parsing gives and everything after it reads: one Markdown file, understood.
//!
//! Only types live here; `recognise/` makes a [`Note`], `guide/` links notes. Must not parse anything.

use std::ops::Range;

use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::ids::{HeadingId, IdVec, SectionId};
use crate::markdown::{Document, Inline};
use crate::path::GuidePath;
use crate::span::{LineIndex, Span};

/// One Markdown file, parsed. Immutable once made.
#[derive(Debug)]
pub struct Note {
    /// Where it lies below the guide's root.
    pub path: GuidePath,
    /// Its text as spans count it: UTF-8, no byte order mark, `\n` line ends.
    pub text: String,
    /// Where its lines start.
    pub lines: LineIndex,
    /// What its front matter says.
    pub front: FrontMatter,
    /// Its body.
    pub document: Document,
    /// Its title and sections, repaired.
    pub outline: Outline,
    /// What the note says of itself ("Target Audience", "Last Updated"), for the line under the title.
    pub facts: Vec<Fact>,
    /// What parsing found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// What front matter says. All of it is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`
    pub title: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `slug`: the file name of the page, without its extension.
    pub slug: Option<String>,
    /// `aliases`: old addresses that lead here.
    pub aliases: Vec<String>,
    /// `topics` and `tags`, as written.
    pub topics: Vec<String>,
    /// `draft`
    pub publication: Publication,
    /// `weight` or `order`: smaller comes first.
    pub weight: Option<i64>,
    /// `date`
    pub date: Option<Date>,
    /// `updated`
    pub updated: Option<Date>,
    /// `level` or `difficulty`
    pub level: Option<Level>,
    /// `companies`
    pub companies: Vec<String>,
    /// `template`: the template that renders the page.
    pub template: Option<String>,
    /// `search`
    pub search: Searchable,
    /// `lang`: the language of the note, where it is not the site's.
    pub language: Option<String>,
}

/// Whether a note is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publication {
    /// In every build.
    #[default]
    Published,
    /// Only with `--drafts`.
    Draft,
}

/// Whether search finds a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Searchable {
    /// It does.
    #[default]
    Yes,
    /// It does not.
    No,
}

/// How hard a note or question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A warm-up.
    Basic,
    /// What most interviews ask.
    Intermediate,
    /// What senior interviews ask.
    Advanced,
}

impl Level {
    /// The word in data and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

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
    /// Its blocks in [`Document::blocks`], the heading and sub-sections included.
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
