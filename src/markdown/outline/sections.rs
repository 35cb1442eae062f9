//! The sections of a note: headings with their levels on the page, and what they hold.
//!
//! Takes the headings that make sections and their depths; gives [`Section`]s in document order and the level of every heading,
//! nested ones too.

use super::heading::TopHeading;
use super::levels::{self, Written};
use super::{Role, Roles, Section};
use crate::ids::{HeadingId, Id, IdVec, SectionId};
use crate::markdown::{Document, HeadingPlace};
use crate::span::Span;

/// The deepest heading that HTML has.
const DEEPEST: u8 = 6;

/// Makes the sections of the headings that follow the title.
pub(super) fn build(document: &Document, text: &str, headings: &[TopHeading], roles: &Roles) -> IdVec<SectionId, Section> {
    let written: Vec<Written<'_>> = headings.iter().map(|heading| Written { level: heading.level, number: heading.number() }).collect();
    let depths = levels::depths(&written);
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    let end_of_text = Span::new(text.len()..text.len()).end;
    for (heading, depth) in headings.iter().zip(depths) {
        let start = document.headings.find(heading.id).map_or(end_of_text, |heading| heading.span.start);
        close(&mut sections, open.drain(depth.min(open.len())..), start, heading.block, roles);
        let parent = open.last().copied().map(SectionId::at);
        open.push(sections.len());
        sections.push(Section {
            heading: heading.id,
            level: u8::try_from(depth + 2).unwrap_or(DEEPEST).min(DEEPEST),
            parent,
            number: heading.shown_number().map(str::to_owned),
            title: heading.title().to_owned(),
            span: Span { start, end: end_of_text },
            blocks: heading.block..document.blocks.len(),
        });
    }
    close(&mut sections, open.drain(..), end_of_text, document.blocks.len(), roles);
    IdVec::from(sections)
}

/// Ends sections where another begins, before what is no part of the note.
fn close(sections: &mut [Section], open: impl Iterator<Item = usize>, span_end: u32, block_end: usize, roles: &Roles) {
    for position in open {
        if let Some(section) = sections.get_mut(position) {
            section.span.end = span_end.max(section.span.start);
            let body = (section.blocks.start + 1..block_end).rev().find(|&block| roles.is(block, Role::Body));
            section.blocks.end = body.map_or(section.blocks.start + 1, |last| last + 1);
        }
    }
}

/// The level of every heading: a section's own, else one below the section that it stands in.
pub(super) fn levels(document: &Document, title: Option<HeadingId>, sections: &IdVec<SectionId, Section>) -> IdVec<HeadingId, u8> {
    let mut made = sections.iter().peekable();
    let mut section_level = 1;
    // The nested headings that the next one may stand below, as (level in the source, level on the page).
    let mut open: Vec<(u8, u8)> = Vec::new();
    let level = |(id, heading): (HeadingId, &crate::markdown::Heading)| {
        if title == Some(id) {
            return 1;
        }
        if let Some(section) = made.next_if(|section| section.heading == id) {
            section_level = section.level;
            open.clear();
            return section_level;
        }
        if heading.place == HeadingPlace::Top {
            open.clear();
        }
        while open.last().is_some_and(|&(source, _)| source >= heading.level) {
            open.pop();
        }
        let level = (open.last().map_or(section_level, |&(_, level)| level) + 1).min(DEEPEST);
        open.push((heading.level, level));
        level
    };
    document.headings.iter_ids().map(level).collect()
}
