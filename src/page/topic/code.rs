//! Code that shows what a topic is about.
//!
//! Takes a topic; gives code blocks of the sections that are about it, one a section, shorter ones first. Must not show code
//! that is no example (output, drawings, what belongs to a question), nor what stands on the page anyway.

use serde::Serialize;

use crate::guide::{Guide, Naming};
use crate::ids::{NoteId, TopicId};
use crate::markdown::{Block, BlockKind, html};
use crate::page::Context;
use crate::page::chrome::Link;
use crate::page::hrefs::{Origin, hrefs};
use crate::page::passage::section_href;
use crate::span::Span;

use super::said::is_shown;

/// How many examples are shown.
const EXAMPLES: usize = 3;

/// How long an example may be, in bytes.
const LONGEST: usize = 1_200;

/// A piece of code.
#[derive(Debug, Serialize)]
pub struct Example {
    /// The code, as HTML.
    pub html: String,
    /// The section that it stands in.
    pub section: Link,
}

/// The examples of a topic; `bytes` is what the page shows of notes already.
pub(super) fn examples(guide: &Guide, context: &Context<'_>, origin: &Origin, id: TopicId, bytes: &[(NoteId, Span)]) -> Vec<Example> {
    let sections = guide.topics[id].sections.iter().filter(|place| place.naming == Naming::Heading);
    let found = sections.filter_map(|place| {
        let note = &guide.notes[place.note];
        let section = &note.outline.sections[place.section?];
        let blocks = note.document.blocks.get(section.blocks.clone()).unwrap_or_default();
        let block = blocks
            .iter()
            .filter(|block| is_example(block) && !is_shown(bytes, place.note, block.span))
            .min_by_key(|block| block.span.range().len())?;
        let hrefs = hrefs(guide, origin, place.note);
        let html = html::excerpt(context.writer(note, &hrefs), std::slice::from_ref(block));
        let href = section_href(guide, origin, place.note, place.section);
        Some((block.span.range().len(), Example { html, section: Link { title: section.title.clone(), href } }))
    });
    let mut found: Vec<(usize, Example)> = found.collect();
    found.sort_by_key(|&(length, _)| length);
    found.into_iter().take(EXAMPLES).map(|(_, example)| example).collect()
}

fn is_example(block: &Block) -> bool {
    let BlockKind::Code(code) = &block.kind else { return false };
    code.fence.language.as_deref().is_some_and(|language| !matches!(language, "text" | "mermaid" | "output")) && code.text.len() <= LONGEST
}
