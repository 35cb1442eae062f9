//! The texts that excerpts are cut from.
//!
//! Takes a page; gives files of a few of its units each, so that a long note costs a reader no more than a short one. Must not
//! choose what to show: the reader does, who knows the words.

use crate::guide::Guide;

use super::bytes::pack;
use super::titles::{BREAK, push_line};
use super::unit::{Subject, Unit, units};

/// How many units a file holds.
pub(super) const UNITS: usize = 16;

/// How many bytes a file has at most before it is packed.
const FILE: usize = 5000;

/// How many bytes of a unit are kept at most.
const UNIT: usize = 1000;

/// The files of a page.
pub(super) fn texts(guide: &Guide, subject: Subject) -> Vec<Vec<u8>> {
    units(guide, subject).chunks(UNITS).map(|units| pack(text(units).as_bytes())).collect()
}

fn text(units: &[Unit<'_>]) -> String {
    let limit = UNIT.min(FILE / units.len().max(1));
    let mut out = String::new();
    let mut buffer = String::new();
    for (position, unit) in units.iter().enumerate() {
        if position > 0 {
            out.push(BREAK);
        }
        buffer.clear();
        unit.excerpt(limit, &mut buffer);
        let end = buffer.floor_char_boundary(limit.min(buffer.len()));
        let (kept, more) = buffer.split_at_checked(end).unwrap_or_default();
        // What is cut ends with a whole word.
        let whole = if more.is_empty() { kept } else { kept.rsplit_once(char::is_whitespace).map_or(kept, |(whole, _)| whole) };
        push_line(whole, &mut out);
        if !more.is_empty() {
            out.push_str(" …");
        }
    }
    out
}
