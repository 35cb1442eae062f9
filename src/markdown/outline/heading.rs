//! The headings that may make sections: the document's own, in order, with their numbers.
//!
//! Takes the block tree; gives each heading's place, text and number. A heading that stands in a list or quotation is none of
//! them, nor is one without words.

use super::number::{Number, Numbered};
use super::series;
use crate::ids::HeadingId;
use crate::markdown::{BlockKind, Document, text};

/// One of the document's own headings.
#[derive(Debug)]
pub(super) struct TopHeading {
    /// Which it is.
    pub id: HeadingId,
    /// Its place among the document's blocks.
    pub block: usize,
    /// Its level in the source.
    pub level: u8,
    text: String,
    numbered: Option<Numbered>,
}

impl TopHeading {
    /// Its plain text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Its plain text without numbering.
    pub(super) fn title(&self) -> &str {
        self.split().1
    }

    /// The numbering in front of its words, as shown.
    pub(super) fn shown_number(&self) -> Option<&str> {
        self.split().0
    }

    /// Its number.
    pub(super) fn number(&self) -> Option<&Number> {
        self.numbered.as_ref().map(|numbered| &numbered.number)
    }

    fn split(&self) -> (Option<&str>, &str) {
        self.numbered.as_ref().map_or((None, &self.text), |numbered| numbered.split(&self.text))
    }
}

/// The document's own headings.
pub(super) fn top_headings(document: &Document) -> Vec<TopHeading> {
    let mut headings: Vec<TopHeading> = Vec::new();
    for (block, of) in document.blocks.iter().enumerate() {
        if let BlockKind::Heading(id, inlines) = &of.kind {
            let text = text::inlines(inlines).trim().to_owned();
            if !text.is_empty() {
                let level = document.headings.find(*id).map_or(2, |heading| heading.level);
                headings.push(TopHeading { id: *id, block, level, text, numbered: None });
            }
        }
    }
    let numbers = series::settle(headings.iter().map(|heading| heading.text.as_str()));
    for (heading, numbered) in headings.iter_mut().zip(numbers) {
        heading.numbered = numbered;
    }
    headings
}
