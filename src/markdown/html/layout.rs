//! What a page makes of a note's blocks beyond writing them one after another.
//!
//! Takes blocks of a document and bytes of its text; tells the writer where to stop for something of the page's own, what is
//! shown elsewhere, which blocks stand in a frame, and which anchors to set. Must not know why.

use std::collections::BTreeSet;

use crate::ids::NoteCalloutId;
use crate::markdown::outline::{Outline, Role};
use crate::markdown::{Block, Document};
use crate::span::{Span, Spans};

/// What a page makes of a note's blocks.
#[derive(Debug, Default)]
pub struct Layout<'d> {
    /// Sorted by where they begin.
    cuts: Vec<Cut<'d>>,
    /// Sorted by where they begin.
    frames: Vec<Frame<'d>>,
    /// Sorted by where they begin.
    taken: Vec<Taken>,
    /// Sorted by place.
    anchors: Vec<(u32, String)>,
    /// What the page names itself.
    names: BTreeSet<String>,
}

/// Blocks that the page shows in its own way where they stand.
#[derive(Clone, Copy, Debug)]
pub struct Cut<'d> {
    /// The blocks; they are siblings.
    pub blocks: &'d [Block],
    /// What the page knows them by.
    pub number: usize,
    /// What shows the bytes around them, where that is not what stands around them: there alone they are cut.
    pub within: Option<usize>,
}

/// Blocks that stand in an element of their own, for its style.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'d> {
    /// The blocks; they are siblings.
    pub blocks: &'d [Block],
    /// Where the label begins that the first of them opens with.
    pub label: u32,
    /// The name in the element's class.
    pub name: &'static str,
    /// Which of the note's callouts it is; the element's id says so.
    pub callout: NoteCalloutId,
}

/// Bytes that are shown elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// The bytes.
    pub span: Span,
    /// What shows them, as the page numbers it.
    pub owner: usize,
}

/// The owner of what a page shows beside a note's body: title, facts, what a chat left behind.
const PAGE: usize = usize::MAX;

impl<'d> Layout<'d> {
    /// A layout of a note in which all that is no part of its body is shown elsewhere.
    #[must_use]
    pub fn new(document: &'d Document, outline: &Outline) -> Self {
        let roles = document.blocks.iter().zip(&outline.roles);
        let beside = roles.filter(|(_, role)| **role != Role::Body).map(|(block, _)| Taken { span: block.span, owner: PAGE });
        Self { taken: beside.collect(), ..Self::default() }
    }

    /// The same with blocks that the page shows in its own way.
    #[must_use]
    pub fn cut(mut self, cuts: impl IntoIterator<Item = Cut<'d>>) -> Self {
        self.cuts.extend(cuts.into_iter().filter(|cut| !cut.blocks.is_empty()));
        self.cuts.sort_by_key(|cut| start(cut.blocks));
        self
    }

    /// The same with blocks in frames.
    #[must_use]
    pub fn framed(mut self, frames: impl IntoIterator<Item = Frame<'d>>) -> Self {
        self.frames.extend(frames.into_iter().filter(|frame| !frame.blocks.is_empty()));
        self.frames.sort_by_key(|frame| (start(frame.blocks), frame.label));
        self
    }

    /// The same without bytes that are shown elsewhere.
    #[must_use]
    pub fn without(mut self, taken: impl IntoIterator<Item = Taken>) -> Self {
        self.taken.extend(taken);
        self.taken.sort_by_key(|taken| (taken.span.start, taken.span.end, taken.owner));
        self
    }

    /// The same with anchors where something begins.
    #[must_use]
    pub fn anchored(mut self, anchors: impl IntoIterator<Item = (u32, String)>) -> Self {
        self.anchors.extend(anchors);
        self.anchors.sort();
        self
    }

    /// The same where the page has anchors of its own, whatever elements of the note have their names.
    #[must_use]
    pub fn naming(mut self, names: &BTreeSet<String>) -> Self {
        self.names.extend(names.iter().chain(self.anchors.iter().map(|(_, anchor)| anchor)).cloned());
        self
    }

    /// Whether the page names something so.
    pub(super) fn names(&self, anchor: &str) -> bool {
        self.names.contains(anchor)
    }

    /// The cut that begins with a block.
    pub(super) fn cut_at(&self, block: &Block) -> Option<Cut<'d>> {
        let first = self.cuts.partition_point(|cut| start(cut.blocks) < block.span.start);
        let near = self.cuts.iter().skip(first).take_while(|cut| start(cut.blocks) == block.span.start);
        near.copied().find(|cut| cut.blocks.first().is_some_and(|first| std::ptr::eq(first, block)))
    }

    /// The frames that begin with a block, in the order of their labels.
    pub(super) fn frames_at(&self, block: &Block) -> impl Iterator<Item = Frame<'d>> + use<'_, 'd> {
        let from = block.span.start;
        let address = std::ptr::from_ref(block);
        let first = self.frames.partition_point(|frame| start(frame.blocks) < from);
        let near = self.frames.iter().skip(first).take_while(move |frame| start(frame.blocks) == from);
        near.copied().filter(move |frame| frame.blocks.first().is_some_and(|first| std::ptr::eq(first, address)))
    }

    /// Whether anything begins among some bytes that a paragraph cannot hold.
    pub(super) fn breaks(&self, span: Span) -> bool {
        let cut = self.cuts.get(self.cuts.partition_point(|cut| start(cut.blocks) < span.start));
        let frame = self.frames.get(self.frames.partition_point(|frame| start(frame.blocks) < span.start));
        cut.is_some_and(|cut| start(cut.blocks) < span.end) || frame.is_some_and(|frame| start(frame.blocks) < span.end)
    }

    /// What is shown elsewhere of some bytes, as those see it that show them.
    pub(super) fn taken(&self, span: Span, owners: &[usize]) -> Spans {
        let first = self.taken.partition_point(|taken| taken.span.start < span.start);
        let within = self.taken.iter().skip(first).take_while(|taken| taken.span.start < span.end);
        within.filter(|taken| !owners.contains(&taken.owner)).map(|taken| taken.span).collect()
    }

    /// The anchors that stand among some bytes.
    pub fn anchors(&self, span: Span) -> impl Iterator<Item = &str> {
        let first = self.anchors.partition_point(|(at, _)| *at < span.start);
        self.anchors.iter().skip(first).take_while(move |(at, _)| *at < span.end).map(|(_, anchor)| anchor.as_str())
    }
}

fn start(blocks: &[Block]) -> u32 {
    blocks.first().map_or(0, |block| block.span.start)
}
