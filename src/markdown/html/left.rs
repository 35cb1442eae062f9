//! What is left to write where parts of a note are shown elsewhere, and the frames around what is written.
//!
//! Takes blocks and running text; tells what of them nobody else shows, so that nothing is written twice and nothing is lost.

use std::fmt::Write;

use super::{Cut, Frame, Writer};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, Item};
use crate::span::Span;

impl<'a> Writer<'a> {
    /// The cut that begins with a block, unless it is being filled or belongs elsewhere.
    pub(super) fn cut_at(&self, block: &Block) -> Option<Cut<'a>> {
        let is_here = |cut: &Cut<'_>| cut.within.is_none_or(|owner| self.owners.contains(&owner));
        self.layout.cut_at(block).filter(|cut| Some(cut.number) != self.filling && is_here(cut))
    }

    /// Whether nothing of a block is left to write.
    pub(super) fn is_vacant(&self, block: &Block) -> bool {
        if !self.taken.touch(block.span) || self.cut_at(block).is_some() {
            return false;
        }
        if self.taken.cover(block.span) {
            return true;
        }
        let all = |blocks: &[Block]| blocks.iter().all(|block| self.is_vacant(block));
        match &block.kind {
            BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.are_taken(inlines),
            BlockKind::List(list) => list.items.iter().all(|item| all(&item.blocks)),
            BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => all(blocks),
            BlockKind::Details(details) => self.are_taken(&details.summary) && all(&details.blocks),
            BlockKind::Definitions(terms) => {
                terms.iter().all(|term| self.are_taken(&term.term) && term.details.iter().all(|blocks| all(blocks)))
            }
            BlockKind::Code(_) | BlockKind::Table(_) | BlockKind::Rule => false,
        }
    }

    /// Whether there are blocks of which nothing is left to write.
    pub(super) fn are_vacant(&self, blocks: &[Block]) -> bool {
        !blocks.is_empty() && blocks.iter().all(|block| self.is_vacant(block))
    }

    /// Whether some running text is there, and shown elsewhere.
    pub(super) fn is_shown_elsewhere(&self, inlines: &[Inline]) -> bool {
        inlines.iter().any(|inline| self.is_taken(inline)) && self.are_taken(inlines)
    }

    /// Whether nothing of some running text is left to write.
    pub(super) fn are_taken(&self, inlines: &[Inline]) -> bool {
        inlines.iter().all(|inline| self.is_taken(inline) || is_blank(inline))
    }

    /// Whether nothing of a piece of running text is left to write.
    pub(super) fn is_taken(&self, inline: &Inline) -> bool {
        match &inline.kind {
            _ if !self.taken.touch(inline.span) => false,
            InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strike(inner) | InlineKind::Link(_, inner) => {
                self.taken.cover(inline.span) || self.are_taken(inner)
            }
            InlineKind::Html(html) => self.taken.cover(inline.span) || self.are_taken(&html.inlines),
            InlineKind::Text(text) if inline.span.range().len() == text.len() => self.taken.cover(inline.span),
            // Where escapes make positions differ from the source, what is shown elsewhere is so as a whole.
            _ => true,
        }
    }

    /// Writes what is left of a text.
    pub(super) fn left_of(&mut self, text: &str, span: Span) {
        if !self.taken.touch(span) {
            return self.running(text, span);
        }
        let gaps: Vec<Span> = self.taken.gaps(span).collect();
        for gap in gaps {
            let range = gap.range();
            let from = span.range().start;
            self.running(text.get(range.start - from..range.end - from).unwrap_or_default(), gap);
        }
    }

    /// The frame that an item of a list is as a whole.
    pub(super) fn frame_of(&self, item: &Item) -> Option<Frame<'a>> {
        let first = item.blocks.first()?;
        if item.task.is_some() || self.cut_at(first).is_some() || self.is_vacant(first) {
            return None;
        }
        let mut frames = self.layout.frames_at(first);
        let frame = frames.next().filter(|frame| frame.blocks.len() == item.blocks.len())?;
        (frames.next().is_none() && label_position(first, &frame) == Some(0)).then_some(frame)
    }

    /// Writes the first of some siblings, which opens frames, with those that stand in the last of these; gives how many that
    /// were.
    pub(super) fn framed(&mut self, frames: &[Frame<'a>], siblings: &[Block]) -> usize {
        let Some((first, last)) = siblings.first().zip(frames.last()) else { return 1 };
        let held = self.held(siblings, last.blocks.len());
        let (BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) = &first.kind else {
            self.block(first);
            return 1;
        };
        let starts: Vec<usize> = frames.iter().map(|frame| label_position(first, frame).unwrap_or(0)).collect();
        let before = inlines.get(..starts.first().copied().unwrap_or(0)).unwrap_or_default();
        if !self.are_taken(before) {
            self.paragraph(trimmed(before), first.span);
        }
        let ends = starts.iter().skip(1).copied().chain([inlines.len()]);
        for ((frame, &start), end) in frames.iter().zip(&starts).zip(ends) {
            let lines = trimmed(inlines.get(start..end).unwrap_or_default());
            let is_last = end == inlines.len();
            let others = siblings.get(1..held).filter(|_| is_last).unwrap_or_default();
            let text_is_left = !self.are_taken(lines);
            if !text_is_left && others.iter().all(|block| self.is_vacant(block)) {
                continue;
            }
            let _ = writeln!(self.out, "<div id=\"{}\" class=\"callout callout-{}\">", frame.callout.anchor(), frame.name);
            if text_is_left {
                self.label = Some(frame.label);
                self.paragraph(lines, lines.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or_default());
                self.label = None;
            }
            self.blocks(others);
            self.out.push_str("</div>\n");
        }
        held
    }

    /// How many of some siblings stand in a frame of a length: a cut that goes on behind it does not.
    fn held(&self, siblings: &[Block], length: usize) -> usize {
        let length = length.clamp(1, siblings.len().max(1));
        let leads_out =
            |at: &usize| siblings.get(*at).and_then(|block| self.cut_at(block)).is_some_and(|cut| at + cut.blocks.len() > length);
        (1..length).find(leads_out).unwrap_or(length)
    }
}

/// Which of a block's inlines opens with the label of a frame.
fn label_position(block: &Block, frame: &Frame<'_>) -> Option<usize> {
    let (BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) = &block.kind else { return None };
    inlines.iter().position(|inline| inline.span.start >= frame.label)
}

/// Running text without breaks at its ends.
fn trimmed(inlines: &[Inline]) -> &[Inline] {
    let start = inlines.iter().take_while(|inline| inline.is_break()).count();
    let end = inlines.len() - inlines.iter().skip(start).rev().take_while(|inline| inline.is_break()).count();
    inlines.get(start..end).unwrap_or_default()
}

/// Whether a piece of running text shows nothing.
fn is_blank(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::SoftBreak | InlineKind::HardBreak => true,
        InlineKind::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}
