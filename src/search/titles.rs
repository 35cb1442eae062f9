//! The table of results: what a list of results shows, and where each of them leads.
//!
//! Takes the pages; gives files of a few blocks of units each, texts of lines that `static/js/core/search-index.js` reads.
//! Must not hold excerpts: those are fetched after the list is shown.

use rayon::prelude::*;

use crate::guide::Guide;
use crate::markdown::slug::slug;
use crate::note::Level;
use crate::path::percent_encode;

use super::block::UNITS;
use super::bytes::pack;
use super::unit::{Subject, Unit, units};

/// How many blocks a file holds.
const BLOCKS: usize = 2;

/// What stands between two blocks of a file; no title holds it.
pub(super) const BREAK: &str = "\u{c}";

/// What stands in an anchor for what the reader makes from the title; no anchor holds it.
const SLUG: char = ' ';

/// Writes the table.
pub(super) fn files(guide: &Guide, subjects: &[Subject]) -> Vec<Vec<u8>> {
    let blocks: Vec<String> = subjects.par_iter().flat_map_iter(|&subject| blocks(guide, subject)).collect();
    blocks.par_chunks(BLOCKS).map(|blocks| pack(blocks.join(BREAK).as_bytes())).collect()
}

/// The blocks of a page: its kind and address, then a line a unit. A topic's other names follow its only unit.
fn blocks(guide: &Guide, subject: Subject) -> Vec<String> {
    let (kind, route) = match subject {
        Subject::Note(id) => ('n', &guide.entries[id].route),
        Subject::Topic(id) => ('t', &guide.topics[id].route),
    };
    let block = |units: &[Unit<'_>]| {
        let mut out = format!("{kind}{}", percent_encode(route.as_str()));
        for unit in units {
            push_unit(unit, &mut out);
        }
        out
    };
    let mut blocks: Vec<String> = units(guide, subject).chunks(UNITS).map(block).collect();
    if let (Subject::Topic(id), Some(block)) = (subject, blocks.first_mut()) {
        for alias in &guide.topics[id].aliases {
            block.push('\n');
            push_line(alias, block);
        }
    }
    blocks
}

/// Appends a unit's title, its anchor, and the level of a question, from 0 for none, or a `c` for a callout. What is left out is
/// a section whose anchor is its title's.
fn push_unit(unit: &Unit<'_>, out: &mut String) {
    let title = unit.title();
    out.push('\n');
    push_line(&title, out);
    if let (Some(question), Some(id)) = (unit.question(), unit.asked) {
        out.push_str("\tq-");
        push_anchor(&title, unit.guide.questions[id].key.as_str(), out);
        let level = question.level.map_or('0', |level| match level {
            Level::Basic => '1',
            Level::Intermediate => '2',
            Level::Advanced => '3',
        });
        out.extend(['\t', level]);
    } else if let Some(anchor) = unit.anchor() {
        if own_slug(&title) != anchor {
            out.push('\t');
            push_anchor(&title, &anchor, out);
        }
        if unit.callout().is_some() {
            out.push_str("\tc");
        }
    } else {
        out.push('\t');
    }
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

/// Appends an anchor: as far as the reader cannot make it from the title.
fn push_anchor(title: &str, anchor: &str, out: &mut String) {
    let own = own_slug(title);
    match anchor.strip_suffix(own.as_str()).filter(|_| !own.is_empty()) {
        Some(before) => {
            push_line(before, out);
            out.push(SLUG);
        }
        None => push_line(anchor, out),
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
    fn an_anchor_is_written_as_far_as_the_title_does_not_tell_it() {
        assert_eq!(anchor("Free threading", "free-threading"), " ");
        assert_eq!(anchor("GIL", "22-gil"), "22- ");
        assert_eq!(anchor("GIL", "gil-1"), "gil-1");
        assert_eq!(anchor("Größe", "größe"), "größe");
    }
}
