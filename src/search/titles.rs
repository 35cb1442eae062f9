//! The table of results: what a list of results shows, and where each of them leads.
//!
//! Takes the units of some pages; gives a chunk of the table, a text of lines that `static/js/core/search-index.js` reads.
//! Must not hold excerpts: those are fetched after the list is shown.

use std::ops::Range;

use crate::guide::Guide;
use crate::markdown::slug::slug;
use crate::note::Level;
use crate::path::percent_encode;

use super::unit::{Subject, units};

/// How many pages a chunk holds at most.
pub(super) const PAGES: usize = 8;

/// After how many units a chunk ends all the same.
pub(super) const UNITS: u32 = 128;

/// What stands between two pages of a chunk; no title holds it.
pub(super) const BREAK: char = '\u{c}';

/// Which pages each chunk holds, from the number of their units. The reader counts the same way.
pub(super) fn cuts(sizes: &[u32]) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let (mut start, mut units) = (0, 0);
    for (page, size) in sizes.iter().enumerate() {
        units += size;
        if page + 1 - start == PAGES || units >= UNITS || page + 1 == sizes.len() {
            cuts.push(start..page + 1);
            (start, units) = (page + 1, 0);
        }
    }
    cuts
}

/// Writes a chunk: for each page its kind and address, its title, then a line a section.
pub(super) fn chunk(guide: &Guide, subjects: &[Subject]) -> String {
    let mut out = String::new();
    for &subject in subjects {
        if !out.is_empty() {
            out.push(BREAK);
        }
        let (kind, route) = match subject {
            Subject::Note(id) => ('n', &guide.entries[id].route),
            Subject::Topic(id) => ('t', &guide.topics[id].route),
        };
        out.push(kind);
        out.push_str(&percent_encode(route.as_str()));
        for unit in units(guide, subject) {
            out.push('\n');
            push_line(&unit.title(), &mut out);
            if let (Some(question), Some(id)) = (unit.question(), unit.asked) {
                // A question is told from prose by its level, from 0 for none, and an address of its own.
                let level = question.level.map_or('0', |level| match level {
                    Level::Basic => '1',
                    Level::Intermediate => '2',
                    Level::Advanced => '3',
                });
                out.extend(['\t', '?', level]);
                let key = guide.questions[id].key.as_str();
                if own_slug(&unit.title()) != key {
                    out.push_str(key);
                }
            } else if let Some(anchor) = unit.anchor() {
                push_anchor(&unit.title(), anchor, &mut out);
            }
        }
        if let Subject::Topic(id) = subject {
            for alias in &guide.topics[id].aliases {
                out.push('\n');
                push_line(alias, &mut out);
            }
        }
    }
    out
}

/// Appends a text as part of one line.
pub(super) fn push_line(text: &str, out: &mut String) {
    for (position, word) in text.split_whitespace().enumerate() {
        if position > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
}

/// The anchor that the reader makes from a title.
fn own_slug(title: &str) -> String {
    if title.is_ascii() { slug(title) } else { String::new() }
}

/// Appends an anchor: nothing where the reader can make it from the title, else what stands before that, else all of it.
fn push_anchor(title: &str, anchor: &str, out: &mut String) {
    let own = own_slug(title);
    match anchor.strip_suffix(own.as_str()).filter(|_| !own.is_empty()) {
        Some("") => {}
        Some(before) => {
            out.push_str("\t=");
            push_line(before, out);
        }
        None => {
            out.push_str("\t#");
            push_line(anchor, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(title: &str, anchor: &str) -> String {
        let mut out = String::new();
        push_anchor(title, anchor, &mut out);
        out
    }

    #[test]
    fn a_chunk_ends_after_some_pages_or_many_units() {
        assert_eq!(cuts(&[1; 10]), [0..8, 8..10]);
        assert_eq!(cuts(&[100, 100, 3, 200]), [0..2, 2..4]);
        assert!(cuts(&[]).is_empty());
    }

    #[test]
    fn an_anchor_is_written_as_far_as_the_title_does_not_tell_it() {
        assert_eq!(anchor("Free threading", "free-threading"), "");
        assert_eq!(anchor("GIL", "22-gil"), "\t=22-");
        assert_eq!(anchor("GIL", "gil-1"), "\t#gil-1");
        assert_eq!(anchor("Größe", "größe"), "\t#größe");
    }
}
