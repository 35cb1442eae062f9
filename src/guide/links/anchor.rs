//! The places on one page that a link can name after `#`.
//!
//! Takes a note; answers what a fragment means there, by GitHub's rules. Must not know of other notes.

use std::collections::{HashMap, HashSet};

use crate::guide::fold::fold;
use crate::guide::links::hidden;
use crate::ids::{HeadingId, Id};
use crate::note::Note;

/// The anchors of one note.
#[derive(Debug)]
pub(super) struct Anchors<'a> {
    shown: Vec<&'a str>,
    exact: HashSet<&'a str>,
    folded: HashMap<String, &'a str>,
    titles: HashMap<String, &'a str>,
    hidden: HashSet<&'a str>,
}

/// What a fragment means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Spot<'a> {
    /// The page as a whole.
    Top,
    /// An anchor.
    Anchor(&'a str),
    /// An anchor that is spelled in other letter case.
    Respelled(&'a str),
    /// Nothing.
    Missing,
}

impl<'a> Anchors<'a> {
    /// Lists the anchors of a note; `asked` are those of its questions.
    pub(super) fn new(note: &'a Note, asked: &'a [String]) -> Self {
        let headings = note.document.headings.iter().map(|heading| heading.anchor.as_str());
        let all: Vec<_> = headings.chain(note.document.anchors.iter().map(String::as_str)).collect();
        let mut folded = HashMap::new();
        for &anchor in &all {
            folded.entry(fold(anchor)).or_insert(anchor);
        }
        let mut titles = HashMap::new();
        for section in &note.outline.sections {
            if let Some(heading) = note.document.headings.find(section.heading) {
                titles.entry(fold(&section.title)).or_insert(heading.anchor.as_str());
            }
        }
        let hidden = hidden::anchors(note);
        let exact = all.iter().copied().chain(asked.iter().map(String::as_str)).collect();
        let shown = all.into_iter().filter(|anchor| !hidden.contains(anchor)).collect();
        Self { shown, exact, folded, titles, hidden }
    }

    /// What a fragment, unescaped and without its `#`, means.
    pub(super) fn find(&self, fragment: &str) -> Spot<'a> {
        // A text fragment names words, not an anchor.
        let fragment = fragment.split(":~:").next().unwrap_or(fragment);
        let bare = fragment.strip_prefix("user-content-").filter(|_| !self.exact.contains(fragment)).unwrap_or(fragment);
        if let Some(anchor) = self.exact.get(bare) {
            return if self.hidden.contains(bare) { Spot::Top } else { Spot::Anchor(anchor) };
        }
        match self.folded.get(&fold(bare)) {
            Some(anchor) if self.hidden.contains(anchor) => Spot::Top,
            Some(anchor) => Spot::Respelled(anchor),
            None if matches!(bare, "" | "top") => Spot::Top,
            None => Spot::Missing,
        }
    }

    /// The heading that a wiki-link names by its text.
    pub(super) fn find_title(&self, title: &str) -> Option<&'a str> {
        self.titles.get(&fold(title)).copied()
    }

    /// Every anchor of the page, headings' first, in document order.
    pub(super) fn shown(&self) -> &[&'a str] {
        &self.shown
    }
}

/// The anchor of the section that holds a line, for links that name lines (`#L10-L12`).
pub(super) fn of_line<'a>(note: &'a Note, fragment: &str) -> Option<&'a str> {
    let digits = fragment.strip_prefix('L')?;
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let line: u32 = digits.get(..end)?.parse().ok()?;
    let headings = &note.document.headings;
    let after = headings.as_slice().partition_point(|heading| note.lines.line(heading.span.start) <= line);
    headings.find(HeadingId::at(after.checked_sub(1)?)).map(|heading| heading.anchor.as_str())
}
