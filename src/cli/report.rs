//! Findings and errors as people read them: place, source line with a caret, and a hint.
//!
//! Takes findings and the notes' texts; gives text with colours, which the console leaves out where nobody wants them. The
//! only user of annotate-snippets. Must not print.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::path::GuidePath;
use crate::span::Span;

use super::console::Verbosity;
use super::shown::shown;

/// How many findings of one code are shown before the rest are counted.
const SHOWN: usize = 20;

/// A finding that spans more lines than this is shown by its first.
const LINES: usize = 3;

/// Which findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Errors alone.
    Errors,
    /// Some of each code, and how many there are beside.
    Some,
    /// All.
    All,
}

impl Extent {
    /// What people who want to know so much are shown.
    pub(super) fn of(verbosity: Verbosity) -> Self {
        match verbosity {
            Verbosity::Quiet => Self::Errors,
            Verbosity::Normal => Self::Some,
            Verbosity::Verbose => Self::All,
        }
    }
}

/// Where findings stand: the folder that notes' paths are below, and the texts that spans count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'a> {
    root: &'a Path,
    texts: &'a BTreeMap<GuidePath, String>,
}

impl<'a> Places<'a> {
    /// The places of a guide.
    pub(super) fn of(config: &'a Config, texts: &'a BTreeMap<GuidePath, String>) -> Self {
        let root = config.root.parent().filter(|_| config.root.is_file()).unwrap_or(&config.root);
        Self { root, texts }
    }

    /// Shows findings by place; those about the guide as a whole come last.
    pub(super) fn findings(self, diagnostics: &[Diagnostic], extent: Extent) -> Vec<String> {
        let mut sorted: Vec<&Diagnostic> =
            diagnostics.iter().filter(|found| extent != Extent::Errors || found.severity == Severity::Error).collect();
        sorted.sort_by_key(|found| (found.place.is_none(), found.place.clone(), Reverse(found.severity), found.code.name()));

        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        let mut lines = Vec::new();
        for found in sorted {
            let count = shown.entry(found.code.name()).or_default();
            *count += 1;
            if extent == Extent::All || *count <= SHOWN {
                lines.push(self.shown(found, &Renderer::styled()));
            }
        }
        if extent != Extent::All {
            lines.extend(shown.into_iter().filter(|&(_, count)| count > SHOWN).map(|(code, count)| rest(code, count - SHOWN)));
        }
        lines
    }

    /// One finding without colours.
    pub(super) fn plain(self, found: &Diagnostic) -> String {
        self.shown(found, &Renderer::plain())
    }

    fn shown(self, found: &Diagnostic, renderer: &Renderer) -> String {
        let level = match found.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(found.message.as_str()).id(found.code.name()));
        if let Some(place) = &found.place {
            let path = self.path(&place.path);
            let excerpt = place.span.and_then(|span| Excerpt::new(self.texts.get(&place.path)?, span));
            group = match excerpt {
                Some(Excerpt { text, line, span }) => {
                    group.element(Snippet::source(text).path(path).line_start(line).annotation(AnnotationKind::Primary.span(span.range())))
                }
                None => group.element(Origin::path(path)),
            };
        }
        if let Some(hint) = &found.hint {
            group = group.element(Level::HELP.with_name("hint").message(hint.as_str()));
        }
        renderer.render(&[group])
    }

    /// A note's path as seen from where the command was called.
    fn path(self, path: &GuidePath) -> String {
        shown(&self.root.join(path.as_str())).display().to_string()
    }
}

/// Says why a run ended. What follows a `hint:` is set apart.
pub(super) fn error(error: &Error) -> String {
    let text = error.to_string();
    let (message, hint) = match text.split_once("\n  hint: ") {
        Some((message, hint)) => (message, Some(hint)),
        None => (text.as_str(), None),
    };
    let (title, detail) = message.split_once('\n').map_or((message, None), |(title, detail)| (title, Some(detail)));
    let title = self::title(Level::ERROR, title);
    let detail = detail.map(|detail| format!("\n{detail}")).unwrap_or_default();
    let hint = hint.map(|hint| format!("\n  hint: {hint}")).unwrap_or_default();
    format!("{title}{detail}{hint}")
}

fn rest(code: &str, count: usize) -> String {
    title(Level::NOTE, &format!("{count} more of `{code}` (pass --verbose to see all)"))
}

fn title(level: Level<'_>, text: &str) -> String {
    Renderer::styled().render(&[Group::with_title(level.primary_title(text))])
}

/// The lines that a span touches.
struct Excerpt<'a> {
    text: &'a str,
    /// The number of the first line.
    line: usize,
    /// The span, counted in `text`.
    span: Span,
}

impl<'a> Excerpt<'a> {
    /// Cuts the lines out, so that showing a finding does not cost a walk over its whole note. `None` where the span is not
    /// of this text.
    fn new(text: &'a str, span: Span) -> Option<Self> {
        let range = span.range();
        let (before, marked, after) = (text.get(..range.start)?, text.get(range.clone())?, text.get(range.end..)?);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let marked = if marked.matches('\n').count() < LINES { marked.trim_end() } else { marked.lines().next().unwrap_or_default() };
        let end = range.start + marked.len();
        let tail = text.get(end..).unwrap_or(after);
        let line_end = end + tail.find('\n').unwrap_or(tail.len());
        Some(Self {
            text: text.get(start..line_end)?,
            line: before.matches('\n').count() + 1,
            span: Span::new(range.start - start..end - start),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    fn path(name: &str) -> GuidePath {
        GuidePath::new(name).unwrap()
    }

    fn texts(text: &str) -> BTreeMap<GuidePath, String> {
        BTreeMap::from([(path("a.md"), text.to_owned())])
    }

    fn places(texts: &BTreeMap<GuidePath, String>) -> Places<'_> {
        Places { root: Path::new("./my notes"), texts }
    }

    fn plain(found: &Diagnostic, text: &str) -> String {
        places(&texts(text)).plain(found)
    }

    fn broken(range: std::ops::Range<usize>) -> Diagnostic {
        Diagnostic::warning(Code::BrokenLink, "there is no note `gill.md`")
            .at(&path("a.md"), Span::new(range))
            .hint("did you mean `gil.md`?")
    }

    #[test]
    fn a_finding_has_its_place_its_line_with_a_caret_and_its_hint() {
        let found = broken(12..26);
        assert_eq!(
            plain(&found, "# T\n\nÉté: [gil](gill.md).\n\nmore\n"),
            "warning[broken-link]: there is no note `gill.md`\n \
             --> my notes/a.md:3:6\n  \
             |\n\
             3 | Été: [gil](gill.md).\n  \
             |      ^^^^^^^^^^^^^^\n  \
             |\n  \
             = hint: did you mean `gil.md`?"
        );
    }

    #[test]
    fn a_finding_without_its_text_still_names_its_file() {
        let found = Diagnostic::error(Code::Unreadable, "cannot be read").in_file(&path("b.md"));
        assert_eq!(plain(&found, ""), "error[unreadable]: cannot be read\n--> my notes/b.md");
    }

    #[test]
    fn no_span_makes_it_panic() {
        let text = "é\nfoo\n\nbar\nbaz\r\n\u{1b}[31m x";
        for start in 0..text.len() + 3 {
            for end in start..text.len() + 3 {
                assert!(plain(&broken(start..end), text).contains("a.md"));
            }
        }
        assert!(!plain(&broken(20..21), text).contains('\u{1b}'));
    }

    #[test]
    fn findings_are_sorted_and_a_flood_is_summed_up() {
        let mut found: Vec<_> = (0..SHOWN + 5).rev().map(|at| broken(at..at + 1)).collect();
        found.insert(0, Diagnostic::warning(Code::GitHistory, "no history"));
        found.push(Diagnostic::error(Code::Unreadable, "bad").in_file(&path("b.md")));
        let texts = texts("0123456789012345678901234567890");
        let some = places(&texts).findings(&found, Extent::Some);
        assert_eq!(some.len(), SHOWN + 3);
        assert!(some[0].contains("a.md:1:1") && some[1].contains("a.md:1:2"));
        assert!(some[SHOWN + 1].contains("no history"));
        assert!(some[SHOWN + 2].contains("5 more of `broken-link`"));
        assert_eq!(places(&texts).findings(&found, Extent::All).len(), SHOWN + 7);
        assert_eq!(places(&texts).findings(&found, Extent::Errors).len(), 1);
    }

    #[test]
    fn an_error_keeps_its_hint_apart() {
        let shown = error(&Error::ForeignOutput { path: "public".into() });
        let shown = anstream::adapter::strip_str(&shown).to_string();
        assert!(shown.starts_with("error: public is not empty"), "{shown}");
        assert!(shown.contains("\n  hint: choose another folder"), "{shown}");
    }
}
