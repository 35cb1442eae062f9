//! The anchors of what a page does not show where it was written: a table of contents made by hand, the metadata line, what
//! stands inside the title.
//!
//! Takes a note; gives the anchors in such blocks. A link to one of them means the page's own contents, at its top. Must not
//! know how blocks look.

use std::collections::HashSet;

use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind};
use crate::note::{Note, Role};

/// The anchors that stand in blocks which are not shown.
pub(super) fn anchors(note: &Note) -> HashSet<&str> {
    let mut walk = Walk { document: &note.document, anchors: HashSet::new() };
    for (block, role) in note.document.blocks.iter().zip(&note.outline.roles) {
        match role {
            Role::Contents | Role::Facts => walk.block(block),
            // The title has its heading's anchor on the page, but not those inside it.
            Role::Title => {
                if let BlockKind::Heading(_, inlines) = &block.kind {
                    walk.inlines(inlines);
                }
            }
            Role::Body | Role::Residue => {}
        }
    }
    walk.anchors
}

/// A walk through blocks, which the parser keeps from nesting too deep.
struct Walk<'a> {
    document: &'a Document,
    anchors: HashSet<&'a str>,
}

impl<'a> Walk<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match &block.kind {
            BlockKind::Heading(heading, inlines) => {
                self.anchors.extend(self.document.headings.find(*heading).map(|heading| heading.anchor.as_str()));
                self.inlines(inlines);
            }
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.inlines(inlines),
            BlockKind::List(list) => list.items.iter().for_each(|item| self.blocks(&item.blocks)),
            BlockKind::Quote(_, blocks) => self.blocks(blocks),
            BlockKind::Html(element, blocks) => {
                self.anchors.extend(element.anchor());
                self.blocks(blocks);
            }
            BlockKind::Table(table) => {
                table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| self.inlines(&cell.inlines));
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    self.inlines(&definition.term);
                    definition.details.iter().for_each(|blocks| self.blocks(blocks));
                }
            }
            BlockKind::Details(details) => {
                self.inlines(&details.summary);
                self.blocks(&details.blocks);
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }

    fn inlines(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                    self.inlines(inner);
                }
                InlineKind::Html(html) => {
                    self.anchors.extend(html.element.anchor());
                    self.inlines(&html.inlines);
                }
                _ => {}
            }
        }
    }
}
