//! What must hold of any parsed note: every span lies in the text, headings and sections agree, and the tree is no larger
//! than the text allows.

use std::collections::BTreeSet;

use studyguide::markdown::{Block, BlockKind, Inline, InlineKind};
use studyguide::note::Note;
use studyguide::span::Span;

/// Checks a note and gives how many nodes its tree has.
pub(crate) fn check(note: &Note) -> usize {
    let mut walk = Walk { text: &note.text, nodes: 0 };
    let document = &note.document;
    walk.blocks(&document.blocks);
    for footnote in &document.footnotes {
        walk.blocks(&footnote.blocks);
    }
    for fact in &note.facts {
        walk.inlines(&fact.value);
    }
    document.headings.iter().for_each(|heading| walk.span(heading.span));
    document.links.iter().for_each(|link| walk.span(link.span));
    for place in note.diagnostics.iter().filter_map(|finding| finding.place.as_ref()) {
        assert_eq!(place.path, note.path);
        place.span.into_iter().for_each(|span| walk.span(span));
    }

    let outline = &note.outline;
    assert_eq!(outline.roles.len(), document.blocks.len(), "each block has a role");
    assert_eq!(outline.levels.len(), document.headings.len(), "each heading has a level");
    assert!(!outline.title.text.trim().is_empty(), "a note has a title");
    for section in &outline.sections {
        walk.span(section.span);
        assert!(section.blocks.end <= document.blocks.len());
        let above = section.parent.map_or(1, |parent| outline.sections[parent].level);
        assert_eq!(section.level, above + 1, "no level is skipped");
        assert!((2..=6).contains(&section.level));
        assert!(section.parent.is_none_or(|parent| outline.sections[parent].span.contains(section.span)));
    }
    let anchors: BTreeSet<_> = document.headings.iter().map(|heading| &heading.anchor).collect();
    assert_eq!(anchors.len(), document.headings.len(), "each heading has an anchor of its own");
    walk.nodes
}

struct Walk<'a> {
    text: &'a str,
    nodes: usize,
}

impl Walk<'_> {
    fn span(&self, span: Span) {
        assert!(self.text.get(span.range()).is_some(), "{span:?} is no part of a text of {} bytes", self.text.len());
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.nodes += 1;
            self.span(block.span);
            match &block.kind {
                BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.inlines(inlines),
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.span(item.span);
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => self.blocks(blocks),
                BlockKind::Table(table) => {
                    for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                        self.nodes += 1;
                        self.span(cell.span);
                        self.inlines(&cell.inlines);
                    }
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
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.nodes += 1;
            self.span(inline.span);
            match &inline.kind {
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                    self.inlines(inner);
                }
                InlineKind::Image(_, image) => self.inlines(&image.alt),
                InlineKind::Html(html) => self.inlines(&html.inlines),
                InlineKind::Text(_)
                | InlineKind::Code(_)
                | InlineKind::SoftBreak
                | InlineKind::HardBreak
                | InlineKind::Math(..)
                | InlineKind::Footnote(..) => {}
            }
        }
    }
}
