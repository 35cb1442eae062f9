//! The texts that excerpts are cut from.
//!
//! Takes the pages; gives a file for each block of a note's units, so that a long note costs a reader no more than a short one.
//! Must not choose what to show: the reader does, who knows the words.

use rayon::prelude::*;

use crate::guide::Guide;

use super::block::{Numbering, UNITS};
use super::bytes::pack;
use super::titles::{BREAK, push_line};
use super::unit::{Subject, Unit, units};

/// How many bytes a file has at most before it is packed.
const FILE: usize = 5000;

/// How many bytes of a unit are kept at most.
const UNIT: usize = 1000;

/// The text of a block of units.
#[derive(Debug)]
pub(super) struct Text {
    /// The block's number.
    pub(super) block: usize,
    /// The file.
    pub(super) bytes: Vec<u8>,
}

/// The files of all notes; topics have no text of their own.
pub(super) fn texts(guide: &Guide, subjects: &[Subject], numbering: &Numbering) -> Vec<Text> {
    let firsts: Vec<usize> = numbering.pages().collect();
    let of_page = |(&subject, &first): (&Subject, &usize)| {
        let units = if matches!(subject, Subject::Note(_)) { units(guide, subject) } else { Vec::new() };
        let texts = units.chunks(UNITS).map(|units| pack(text(units).as_bytes())).enumerate();
        texts.map(|(number, bytes)| Text { block: first + number, bytes }).collect::<Vec<_>>()
    };
    subjects.par_iter().zip(&firsts).flat_map_iter(of_page).collect()
}

fn text(units: &[Unit<'_>]) -> String {
    let limit = UNIT.min(FILE / units.len().max(1));
    let mut out = String::new();
    let mut buffer = String::new();
    for (position, unit) in units.iter().enumerate() {
        if position > 0 {
            out.push_str(BREAK);
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
