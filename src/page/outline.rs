//! The on-page outline: a note's sections as nested links.
//!
//! Takes a note; gives its sections down to the depth that helps. Must not number anything itself.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::note::{Note, Section};
use crate::path::percent_encode;

/// The deepest heading level that the outline lists.
const DEEPEST: u8 = 4;

/// Above this many sections, only the two highest levels are listed.
const MANY: usize = 60;

/// One entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OutlineItem {
    /// The heading's numbering, as the page shows it.
    pub number: Option<String>,
    /// The heading's text without numbering.
    pub title: String,
    /// The link to it.
    pub href: String,
    /// Its sub-sections.
    pub items: Vec<OutlineItem>,
}

/// The outline of a note's page; empty where it would not help.
pub(super) fn items(note: &Note) -> Vec<OutlineItem> {
    let sections = &note.outline.sections;
    let deepest = if sections.len() > MANY { DEEPEST - 1 } else { DEEPEST };
    // The entries that are still open, each with its level; a level that is skipped belongs to the nearest one above.
    let mut open: Vec<(u8, OutlineItem)> = Vec::new();
    let mut top = Vec::new();
    // That a question has an answer is no news.
    let answers: BTreeSet<u32> = note.questions.iter().flat_map(|question| &question.answers).map(|answer| answer.span.start).collect();
    let is_answer = |section: &Section| answers.contains(&note.document.headings[section.heading].span.start);
    for section in sections.iter().filter(|section| section.level <= deepest && !is_answer(section)) {
        while open.last().is_some_and(|(level, _)| *level >= section.level) {
            close(&mut open, &mut top);
        }
        let anchor = note.document.headings.find(section.heading).map_or("", |heading| heading.anchor.as_str());
        let item = OutlineItem {
            number: section.number.clone(),
            title: section.title.clone(),
            href: format!("#{}", percent_encode(anchor)),
            items: Vec::new(),
        };
        open.push((section.level, item));
    }
    while !open.is_empty() {
        close(&mut open, &mut top);
    }
    if sections.len() < 2 { Vec::new() } else { top }
}

fn close(open: &mut Vec<(u8, OutlineItem)>, top: &mut Vec<OutlineItem>) {
    let Some((_, item)) = open.pop() else { return };
    match open.last_mut() {
        Some((_, parent)) => parent.items.push(item),
        None => top.push(item),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    fn of(text: &str) -> Vec<OutlineItem> {
        let guide = sample::written(&[("a.md", text)]);
        items(&guide.notes[sample::note_at(&guide, "a.html")])
    }

    #[test]
    fn sections_nest_as_their_headings_do_and_keep_their_numbers() {
        let items = of("# T\n\n## 1. One\n\n### Inner\n\n#### Deep\n\n##### Deeper\n\n## 2. Two\n");
        assert_eq!(items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["One", "Two"]);
        assert_eq!(items[0].number.as_deref(), Some("1."));
        assert_eq!(items[0].href, "#1-one");
        assert_eq!(items[0].items[0].items[0].title, "Deep");
        assert!(items[0].items[0].items[0].items.is_empty(), "what is deeper is not listed");
    }

    #[test]
    fn answers_are_not_listed_but_what_stands_in_them_is() {
        let items = of(
            "# T\n\n## What is a lock?\n\n### Answer\n\nText.\n\n#### Fairness\n\nMore.\n\n## What is a latch?\n\n### Answer\n\nText.\n",
        );
        assert_eq!(items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["What is a lock?", "What is a latch?"]);
        assert_eq!(items[0].items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["Fairness"]);
    }

    #[test]
    fn one_section_needs_no_outline() {
        assert!(of("# T\n\n## Only\n\nText.\n").is_empty());
    }
}
