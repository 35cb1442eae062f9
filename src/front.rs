//! Front matter: the block at the head of a note in which its author says things about it.
//!
//! Must not fail: a block that cannot be read is a diagnostic, never a lost note.

use crate::date::Date;

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
