//! A frame that ends becomes a block, an inline, or a part of the frame around it.
//!
//! Takes finished frames; puts what they made where it belongs. Keeps the tree well-formed: blocks only among blocks,
//! raw HTML only where HTML allows it.

use crate::markdown::{
    Anchored, Block, BlockKind, Cell, CodeBlock, Definition, Details, Fence, Heading, HeadingPlace, Image, Inline, InlineElement,
    InlineKind, Item, List, Table, tabs,
};
use crate::span::Span;

use super::Builder;
use super::frame::{Frame, Kind, Raw, Row};

impl Builder<'_> {
    /// Adds a block where blocks stand.
    pub(super) fn block(&mut self, kind: BlockKind, span: Span) {
        // `<b>` or `<a>` left open among blocks would hold them: it ends here instead.
        while self.stack.last().and_then(|frame| frame.raw()).is_some_and(Raw::is_inline) {
            self.cut_raw();
        }
        // A summary is one piece of running text; what comes after it is what it sums up.
        if let Some(Frame { kind: Kind::Raw(Raw::Summary), blocks, inlines, .. }) = self.stack.last()
            && (!blocks.is_empty()
                || !inlines.iter().all(is_space)
                || !matches!(kind, BlockKind::Paragraph(_) | BlockKind::Plain(_) | BlockKind::Heading(..)))
        {
            self.cut_raw();
        }
        self.flush();
        if let Some(frame) = self.stack.last_mut() {
            frame.blocks.push(Block { span, kind });
        }
    }

    /// Running text that stands among blocks becomes a block of its own.
    pub(super) fn flush(&mut self) {
        let Some(frame) = self.stack.last_mut() else { return };
        let inlines = trimmed(std::mem::take(&mut frame.inlines));
        let (Some(first), Some(last)) = (inlines.first(), inlines.last()) else { return };
        let span = first.span.join(last.span);
        let kind = match frame.kind {
            Kind::Root | Kind::Quote(_) | Kind::Raw(Raw::Details { .. }) => BlockKind::Paragraph(exact(inlines)),
            _ => BlockKind::Plain(exact(inlines)),
        };
        frame.blocks.push(Block { span, kind });
    }

    /// Puts a finished frame where it belongs.
    pub(super) fn finish(&mut self, mut frame: Frame) {
        let span = frame.span;
        match frame.kind {
            Kind::Root => {}
            Kind::Paragraph => self.paragraph(frame),
            Kind::Heading { level, ref mut id } => {
                let id = id.take();
                if let Some(braces) = self.heading_braces.take() {
                    let written = braces.of(self.text);
                    self.note_heading_text(&[" ", written].concat());
                    frame.inlines.push(Inline { span: braces, kind: InlineKind::Text([" ", written].concat().into()) });
                }
                self.heading(level, id, frame.inlines, span);
            }
            Kind::Quote(alert) => {
                let blocks = self.all_blocks(frame);
                self.block(BlockKind::Quote(alert, blocks), span);
            }
            Kind::List { start, items } => self.block(BlockKind::List(List { start, items: exact(items) }), span),
            Kind::Item(task) => {
                let blocks = self.all_blocks(frame);
                if let Some(Kind::List { items, .. }) = self.stack.last_mut().map(|parent| &mut parent.kind) {
                    items.push(Item { span, task, blocks });
                } else {
                    self.splice(blocks.into(), Vec::new());
                }
            }
            Kind::Code { fence, text, place } => {
                let text = self.stretch(&text, place.unwrap_or_default());
                self.block(BlockKind::Code(Box::new(CodeBlock { fence, text })), span);
            }
            Kind::Table { columns, head, rows } => {
                self.block(BlockKind::Table(Box::new(Table { columns: exact(columns), head, rows: exact(rows) })), span);
            }
            Kind::Row { place, cells } => {
                if let Some(Kind::Table { head, rows, .. }) = self.stack.last_mut().map(|parent| &mut parent.kind) {
                    match place {
                        Row::Head => *head = exact(cells),
                        Row::Body => rows.push(exact(cells)),
                    }
                }
            }
            Kind::Cell => {
                if let Some(Kind::Row { cells, .. }) = self.stack.last_mut().map(|parent| &mut parent.kind) {
                    cells.push(Cell { span, inlines: exact(frame.inlines) });
                }
            }
            Kind::Footnote(ref label) => {
                let label = label.to_lowercase();
                let blocks = self.all_blocks(frame);
                self.definitions.entry(label).or_insert(blocks);
            }
            Kind::Definitions(definitions) => self.block(BlockKind::Definitions(exact(definitions)), span),
            Kind::Term => {
                if let Some(Kind::Definitions(definitions)) = self.stack.last_mut().map(|parent| &mut parent.kind) {
                    definitions.push(Definition { term: exact(frame.inlines), details: Vec::new() });
                }
            }
            Kind::Meaning => {
                let blocks = self.all_blocks(frame);
                if let Some(Kind::Definitions(definitions)) = self.stack.last_mut().map(|parent| &mut parent.kind)
                    && let Some(definition) = definitions.last_mut()
                {
                    definition.details.push(blocks);
                }
            }
            Kind::Emphasis => self.inline(InlineKind::Emphasis(exact(frame.inlines)), span),
            Kind::Strong => self.inline(InlineKind::Strong(exact(frame.inlines)), span),
            Kind::Strike => self.inline(InlineKind::Strike(exact(frame.inlines)), span),
            Kind::Link(link) => {
                self.links_open = self.links_open.saturating_sub(1);
                self.inline(InlineKind::Link(link, exact(frame.inlines)), span);
            }
            Kind::Image(link) => {
                let image = Image { alt: exact(frame.inlines), width: None, height: None };
                self.inline(InlineKind::Image(link, Box::new(image)), span);
            }
            Kind::HtmlBlock { html, segments } => self.raw(&html, &segments, span),
            Kind::Unshaped { after } => {
                self.splice(frame.blocks, frame.inlines);
                if !after.is_empty() {
                    self.inline(InlineKind::Text(after.into()), span);
                }
            }
            Kind::Raw(_) => self.finish_raw(frame),
        }
    }

    fn paragraph(&mut self, frame: Frame) {
        let inlines = trimmed(frame.inlines);
        if inlines.is_empty() {
            return;
        }
        let kind = match tabs::table(&inlines) {
            Some(table) => BlockKind::Table(Box::new(table)),
            None => BlockKind::Paragraph(exact(inlines)),
        };
        self.block(kind, frame.span);
    }

    fn heading(&mut self, level: u8, id: Option<String>, inlines: Vec<Inline>, span: Span) {
        let text = self.heading_text.take().unwrap_or_default();
        let (anchor, anchored) = match id {
            Some(id) => (self.slugger.claim(&id), Anchored::ByAuthor),
            None => (self.slugger.slug(text.trim()), Anchored::ByWords),
        };
        let heading = Heading { span, level, anchor, anchored, place: HeadingPlace::Nested };
        let id = self.document.headings.push(heading);
        self.block(BlockKind::Heading(id, exact(trimmed(inlines))), span);
    }

    /// A raw element that was closed by its own tag.
    fn finish_raw(&mut self, frame: Frame) {
        // The frame knows where its opening tag stands; the element reaches as far as what it holds.
        let held = frame.blocks.iter().map(|block| block.span).chain(frame.inlines.iter().map(|inline| inline.span));
        let span = held.fold(frame.span, Span::join);
        let Kind::Raw(raw) = &frame.kind else { return };
        match raw {
            Raw::Silent(_) => {}
            Raw::Inline(element) => {
                let element = element.clone();
                if frame.inlines.iter().all(is_space) && element.anchor().is_none() {
                    self.splice(Vec::new(), frame.inlines);
                } else {
                    let html = InlineElement { element, inlines: exact(frame.inlines) };
                    self.inline(InlineKind::Html(Box::new(html)), span);
                }
            }
            Raw::Link(link) => {
                let link = *link;
                self.links_open = self.links_open.saturating_sub(1);
                self.inline(InlineKind::Link(link, exact(frame.inlines)), span);
            }
            Raw::Heading(level) => {
                let level = *level;
                let mut inlines = frame.inlines;
                inlines.extend(frame.blocks.into_iter().flat_map(running_text));
                self.heading(level, None, inlines, span);
            }
            Raw::Preformatted(language) => {
                let fence = Fence { language: language.clone(), ..Fence::default() };
                let mut text = String::new();
                crate::markdown::text::push_inlines(&frame.inlines, &mut text);
                for block in &frame.blocks {
                    crate::markdown::text::push_block(block, &mut text);
                }
                self.block(BlockKind::Code(Box::new(CodeBlock { fence, text: text.trim_start_matches('\n').into() })), span);
            }
            Raw::Summary => {
                let mut inlines = frame.inlines;
                inlines.extend(frame.blocks.into_iter().flat_map(running_text));
                self.flush();
                // The summary waits in front of the other blocks until `<details>` ends.
                if let Some(parent) = self.stack.last_mut() {
                    parent.blocks.insert(0, Block { span, kind: BlockKind::Plain(exact(trimmed(inlines))) });
                    if let Kind::Raw(Raw::Details { has_summary, .. }) = &mut parent.kind {
                        *has_summary = true;
                    }
                }
            }
            Raw::Details { open, has_summary, told } => {
                let (open, has_summary, told) = (*open, *has_summary, *told);
                let mut blocks = self.all_blocks(frame).into_vec();
                let summary = if has_summary && !blocks.is_empty() { running_text(blocks.remove(0)) } else { Vec::new() };
                let told = told.min(blocks.len());
                self.block(BlockKind::Details(Box::new(Details { open, summary: exact(summary), blocks: exact(blocks), told })), span);
            }
            Raw::Block(element) => {
                let element = element.clone();
                let blocks = self.all_blocks(frame);
                let holds_headings = blocks.iter().any(|block| matches!(block.kind, BlockKind::Heading(..)));
                match element.tag() {
                    // A container that only centres a title must not hide the heading from the outline.
                    "div" | "p" if holds_headings => self.splice(blocks.into(), Vec::new()),
                    "p" if blocks.iter().any(|block| !matches!(block.kind, BlockKind::Plain(_))) => {
                        self.block(BlockKind::Html(Box::new(element.into_container()), blocks), span);
                    }
                    "p" | "div" if blocks.is_empty() && element.anchor().is_none() => {}
                    _ => self.block(BlockKind::Html(Box::new(element), blocks), span),
                }
            }
        }
    }

    /// A raw element that was never closed: what it holds stays, and hides nothing that follows.
    pub(super) fn cut_raw(&mut self) {
        let Some(frame) = self.pop() else { return };
        match frame.kind {
            Kind::Raw(Raw::Silent(_)) => self.splice(frame.blocks, frame.inlines),
            Kind::Raw(Raw::Details { .. }) => {
                let mut frame = frame;
                let next = frame.blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading(..) | BlockKind::Rule));
                let after = next.map(|next| frame.blocks.split_off(next)).unwrap_or_default();
                let inlines = if after.is_empty() { Vec::new() } else { std::mem::take(&mut frame.inlines) };
                self.finish_raw(frame);
                self.splice(after, inlines);
            }
            _ => self.finish_raw(frame),
        }
    }

    /// The blocks of a frame, with the running text that no block holds yet.
    fn all_blocks(&mut self, frame: Frame) -> Box<[Block]> {
        self.stack.push(frame);
        self.flush();
        self.stack.pop().map(|frame| exact(frame.blocks)).unwrap_or_default()
    }

    /// Gives the content of a frame that leaves no node to the frame around it.
    fn splice(&mut self, blocks: Vec<Block>, inlines: Vec<Inline>) {
        for block in blocks {
            self.block(block.kind, block.span);
        }
        if let Some(frame) = self.stack.last_mut() {
            frame.inlines.extend(inlines);
        }
    }
}

/// A list in the room that it needs. Shrinking it in place would leave it most of the room that it grew into, as allocators
/// keep classes of sizes.
pub(super) fn exact<T>(mut list: Vec<T>) -> Box<[T]> {
    let mut exact = Vec::with_capacity(list.len());
    exact.append(&mut list);
    exact.into()
}

/// The running text of a block that stands where only running text may.
fn running_text(block: Block) -> Vec<Inline> {
    match block.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) | BlockKind::Heading(_, inlines) => inlines.into(),
        BlockKind::Html(_, blocks) | BlockKind::Quote(_, blocks) => blocks.into_iter().flat_map(running_text).collect(),
        _ => Vec::new(),
    }
}

/// Without the white space at either end.
fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    while inlines.last().is_some_and(|last| is_space(last) || matches!(last.kind, InlineKind::HardBreak)) {
        inlines.pop();
    }
    let start =
        inlines.iter().position(|inline| !is_space(inline) && !matches!(inline.kind, InlineKind::HardBreak)).unwrap_or(inlines.len());
    inlines.drain(..start);
    if let Some(Inline { kind: InlineKind::Text(text), .. }) = inlines.first_mut() {
        *text = text.share(text.trim_start());
    }
    if let Some(Inline { kind: InlineKind::Text(text), .. }) = inlines.last_mut() {
        *text = text.share(text.trim_end());
    }
    inlines
}

fn is_space(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::SoftBreak => true,
        InlineKind::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}
