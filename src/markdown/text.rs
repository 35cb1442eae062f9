//! The tree as plain text: for titles, search, excerpts and comparison.
//!
//! Takes inlines or blocks; gives what a reader would read aloud, without markup. Code is part of it.

use std::borrow::Cow;

use super::{Block, BlockKind, Inline, InlineKind};

/// The plain text of running text.
#[must_use]
pub fn inlines(inlines: &[Inline]) -> String {
    // What is read aloud is seldom longer than what was written.
    let written = inlines.iter().map(|inline| inline.span.range().len()).sum();
    let mut out = String::with_capacity(written);
    push_inlines(inlines, &mut out);
    out
}

/// The same without a copy where it is one text.
#[must_use]
pub fn words(inlines: &[Inline]) -> Cow<'_, str> {
    match inlines {
        [Inline { kind: InlineKind::Text(text) | InlineKind::Code(text), .. }] => Cow::Borrowed(text),
        [Inline { kind: InlineKind::Strong(inner) | InlineKind::Emphasis(inner), .. }] => words(inner),
        _ => Cow::Owned(self::inlines(inlines)),
    }
}

/// The plain text of blocks, one line a block.
#[must_use]
pub fn blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        push_block(block, &mut out);
    }
    out
}

/// Appends the plain text of running text.
pub fn push_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Math(_, text) => out.push_str(text),
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                push_inlines(inner, out);
            }
            InlineKind::Image(_, image) => push_inlines(&image.alt, out),
            InlineKind::Html(html) => push_inlines(&html.inlines, out),
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            InlineKind::Footnote(..) => {}
        }
    }
}

/// Appends the plain text of a block, ended by a line break.
pub fn push_block(block: &Block, out: &mut String) {
    let mut each = |blocks: &[Block]| blocks.iter().for_each(|block| push_block(block, out));
    match &block.kind {
        BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => push_line(inlines, out),
        BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => each(blocks),
        BlockKind::List(list) => list.items.iter().for_each(|item| each(&item.blocks)),
        BlockKind::Code(code) => {
            out.push_str(&code.text);
            end_line(out);
        }
        BlockKind::Table(table) => {
            for row in std::iter::once(&table.head).chain(&table.rows) {
                for cell in row {
                    push_inlines(&cell.inlines, out);
                    out.push(' ');
                }
                end_line(out);
            }
        }
        BlockKind::Definitions(definitions) => {
            for definition in definitions {
                push_line(&definition.term, out);
                for block in definition.details.iter().flatten() {
                    push_block(block, out);
                }
            }
        }
        BlockKind::Details(details) => {
            push_line(&details.summary, out);
            for block in &details.blocks {
                push_block(block, out);
            }
        }
        BlockKind::Rule => {}
    }
}

fn push_line(inlines: &[Inline], out: &mut String) {
    push_inlines(inlines, out);
    end_line(out);
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}
