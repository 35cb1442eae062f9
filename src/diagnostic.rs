//! A finding about a note or the configuration.
//!
//! Takes what a phase noticed; gives a value that `cli/report.rs` prints and `serve/` shows in the page. Findings are
//! collected, never first-only, and never stop a build by themselves. Must not print.

use crate::path::GuidePath;
use crate::span::Span;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; never fails anything.
    Note,
    /// The site is whole, but the author meant something else.
    Warning,
    /// Something the author wrote could not be used.
    Error,
}

/// What kind of finding: the name that is printed, and that a configuration can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Bytes that are not UTF-8, shown as replacement characters.
    InvalidUtf8,
    /// A file or folder that could not be read.
    Unreadable,
    /// A symbolic link that leaves the guide.
    EscapingSymlink,
    /// A front matter block that could not be parsed.
    BrokenFrontMatter,
    /// A front matter value that cannot be used.
    FrontMatterValue,
    /// A link whose target does not exist.
    BrokenLink,
    /// A link whose page exists but whose anchor does not.
    BrokenAnchor,
    /// A link repaired: it differed from its target by letter case only.
    LinkCase,
    /// A wiki-link that fits several notes.
    AmbiguousLink,
    /// A link with a scheme that no page may use.
    UnsafeLink,
    /// Raw HTML that was dropped.
    DroppedHtml,
    /// A formula that could not be read.
    BrokenMath,
    /// A footnote reference without its definition.
    BrokenFootnote,
    /// Two pages that want one address.
    DuplicateRoute,
    /// An id that an author gave to a question, and that cannot be used.
    QuestionId,
    /// A question or note that may be any of several that the lock knows.
    UnclearIdentity,
    /// A fence option that is not understood.
    FenceOption,
    /// A declared topic that the notes do not name, or whose wider topic there is not.
    DeclaredTopic,
    /// A template that overrides a default.
    TemplateOverride,
    /// History that could not be used.
    GitHistory,
}

impl Code {
    /// The printed name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InvalidUtf8 => "invalid-utf8",
            Self::Unreadable => "unreadable",
            Self::EscapingSymlink => "escaping-symlink",
            Self::BrokenFrontMatter => "broken-front-matter",
            Self::FrontMatterValue => "front-matter-value",
            Self::BrokenLink => "broken-link",
            Self::BrokenAnchor => "broken-anchor",
            Self::LinkCase => "link-case",
            Self::AmbiguousLink => "ambiguous-link",
            Self::UnsafeLink => "unsafe-link",
            Self::DroppedHtml => "dropped-html",
            Self::BrokenMath => "broken-math",
            Self::BrokenFootnote => "broken-footnote",
            Self::DuplicateRoute => "duplicate-route",
            Self::QuestionId => "question-id",
            Self::UnclearIdentity => "unclear-identity",
            Self::FenceOption => "fence-option",
            Self::DeclaredTopic => "declared-topic",
            Self::TemplateOverride => "template-override",
            Self::GitHistory => "git-history",
        }
    }
}

/// Where a finding stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The note or file.
    pub path: GuidePath,
    /// The bytes meant; none when the whole file is.
    pub span: Option<Span>,
}

/// A finding: what is wrong, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where; none when it is about the guide as a whole.
    pub place: Option<Place>,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// A warning.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Warning, place: None, message: message.into(), hint: None }
    }

    /// An error.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, ..Self::warning(code, message) }
    }

    /// A note.
    #[must_use]
    pub fn note(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::warning(code, message) }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, path: &GuidePath, span: Span) -> Self {
        self.place = Some(Place { path: path.clone(), span: Some(span) });
        self
    }

    /// Says which file.
    #[must_use]
    pub fn in_file(mut self, path: &GuidePath) -> Self {
        self.place = Some(Place { path: path.clone(), span: None });
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}
