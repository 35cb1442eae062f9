//! The type that parsing gives and everything after it reads: one Markdown file, understood.
//!
//! Only types live here; `recognise/` makes a [`Note`], `guide/` links notes. Must not parse anything.

use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::markdown::Document;
use crate::path::GuidePath;
use crate::span::LineIndex;

pub use crate::markdown::outline::{Fact, Outline, Role, Section, Title};

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
