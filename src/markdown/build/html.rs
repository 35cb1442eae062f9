//! Raw HTML in the stack: which frame a tag opens or closes.
//!
//! Takes the pieces of `raw_html.rs`; gives frames like Markdown's own. A tag never closes what Markdown opened, and what is
//! left open ends with the Markdown around it.

use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::raw_html::{Element, Opening, Piece, Shape, canonical, pieces};
use crate::markdown::{BlockKind, Image, Inline, InlineElement, InlineKind, LinkKind, RawLink};
use crate::span::Span;

use super::Builder;
use super::frame::{Frame, Kind, Raw, Segment};

impl Builder<'_> {
    /// Gathers a line of a raw HTML block.
    pub(super) fn html_line(&mut self, line: &str, span: Span) {
        if let Some(Kind::HtmlBlock { html, segments }) = self.stack.last_mut().map(|frame| &mut frame.kind) {
            segments.push(Segment { at: Span::new(0..html.len()).end, source: span.start });
            html.push_str(line);
        } else {
            self.raw(line, &[Segment { at: 0, source: span.start }], span);
        }
    }

    /// Reads raw HTML into the stack.
    pub(super) fn raw(&mut self, html: &str, segments: &[Segment], whole: Span) {
        for (span, piece) in pieces(html) {
            let written = span.of(html);
            let span = in_source(span, segments, whole);
            match piece {
                Piece::Open(name, opening) => self.open_tag(&name, opening, written, span),
                Piece::Close(name) => {
                    self.close_tag(canonical(&name).to_owned());
                }
                Piece::Text(text) => self.raw_text(&text, span),
                Piece::Comment(text) => self.comment(text, span),
            }
        }
    }

    /// Closes what a closing tag closes; where Markdown stands between, once that has ended.
    pub(super) fn close_tag(&mut self, name: String) {
        if self.close_raw(&name) {
            return;
        }
        if self.is_open_further_out(&name) {
            self.pending.push(name);
        } else if name == "summary" {
            self.end_summary();
        }
    }

    /// A summary that a block ended already: what stands before its closing tag is told all the same.
    fn end_summary(&mut self) {
        let open = |frame: &Frame| matches!(frame.kind, Kind::Raw(Raw::Details { has_summary: true, .. }));
        let Some(at) = self.stack.iter().rposition(open) else { return };
        let is_innermost = at + 1 == self.stack.len();
        if is_innermost {
            self.flush();
        }
        if let Some(Frame { kind: Kind::Raw(Raw::Details { told, .. }), blocks, .. }) = self.stack.get_mut(at) {
            // What is open around the tag will be a block of its own; the first one is the summary itself.
            *told = blocks.len() - usize::from(is_innermost && !blocks.is_empty());
        }
    }

    fn open_tag(&mut self, name: &str, opening: Opening, written: &str, span: Span) {
        match opening {
            Opening::Element(element, shape) => self.open_element(element, shape, span),
            Opening::Details { open } if self.among_blocks() => self.open_raw(Raw::Details { open, has_summary: false, told: 0 }, span),
            Opening::Summary if self.raw_above("details") => self.open_raw(Raw::Summary, span),
            Opening::Heading { level } if self.among_blocks() => {
                self.heading_text = Some(String::new());
                self.open_raw(Raw::Heading(level), span);
            }
            Opening::Preformatted(language) if self.among_blocks() => self.open_raw(Raw::Preformatted(language), span),
            Opening::Link { target, title, anchor } => {
                if let Some(anchor) = anchor.filter(|anchor| self.claim_anchor(anchor)) {
                    self.anchor(anchor, span);
                }
                if self.links_open == 0 {
                    self.links_open += 1;
                    let link = self.push_link(RawLink { span, target, title, kind: LinkKind::Link });
                    self.open_raw(Raw::Link(link), span);
                }
            }
            Opening::Anchor(anchor) => {
                if self.claim_anchor(&anchor) {
                    self.anchor(anchor, span);
                }
            }
            Opening::Image { target, title, alt, width, height } => {
                let link = self.push_link(RawLink { span, target, title, kind: LinkKind::Image });
                let alt = if alt.is_empty() { Box::default() } else { [Inline { span, kind: InlineKind::Text(alt.into()) }].into() };
                self.inline(InlineKind::Image(link, Box::new(Image { alt, width, height })), span);
            }
            Opening::Break => self.inline(InlineKind::HardBreak, span),
            Opening::Rule if self.among_blocks() => self.block(BlockKind::Rule, span),
            Opening::Refused { silent } => {
                if self.refused.insert(name.to_owned()) {
                    let message = format!("`<{name}>` is not allowed in a note, so it was left out");
                    self.diagnostics.push(Diagnostic::warning(Code::DroppedHtml, message).at(self.path, span));
                }
                if silent {
                    self.open_raw(Raw::Silent(name.to_owned()), span);
                }
            }
            Opening::Text => {
                self.note_heading_text(written);
                self.inline(InlineKind::Text(written.into()), span);
            }
            Opening::Details { .. }
            | Opening::Summary
            | Opening::Heading { .. }
            | Opening::Preformatted(_)
            | Opening::Rule
            | Opening::Plain => {}
        }
    }

    fn anchor(&mut self, anchor: String, span: Span) {
        let html = InlineElement { element: Element::anchor_only(anchor), inlines: Box::default() };
        self.inline(InlineKind::Html(Box::new(html)), span);
    }

    fn open_element(&mut self, element: Element, shape: Shape, span: Span) {
        let element = match element.anchor().map(str::to_owned) {
            Some(anchor) if !self.claim_anchor(&anchor) => element.without_anchor(),
            _ => element,
        };
        match shape {
            Shape::Inline => self.open_raw(Raw::Inline(element), span),
            Shape::Block | Shape::Within(_) if !self.among_blocks() => {}
            Shape::Block => {
                self.close_raw("p");
                self.open_raw(Raw::Block(element), span);
            }
            Shape::Within(homes) => {
                // HTML lets a cell, a row or an item end where the next begins.
                match element.tag() {
                    "td" | "th" => {
                        let _ = self.close_raw_within("td", "tr") || self.close_raw_within("th", "tr");
                    }
                    "li" => {
                        self.close_raw_within("li", "ul");
                    }
                    _ => {}
                }
                if homes.iter().any(|home| self.raw_above(home)) {
                    self.open_raw(Raw::Block(element), span);
                }
            }
        }
    }

    /// Whether blocks may stand here: no Markdown of running text is open.
    fn among_blocks(&self) -> bool {
        let markdown = self.stack.iter().rev().find(|frame| frame.raw().is_none());
        markdown.is_some_and(|frame| {
            matches!(frame.kind, Kind::Root | Kind::Quote(_) | Kind::Item(_) | Kind::Footnote(_) | Kind::Meaning | Kind::Unshaped { .. })
        })
    }

    /// Whether the innermost block-level raw element is `name`.
    fn raw_above(&self, name: &str) -> bool {
        let innermost = self.stack.iter().rev().map_while(|frame| frame.raw()).find(|raw| !raw.is_inline());
        innermost.is_some_and(|raw| raw.name() == name)
    }

    fn close_raw_within(&mut self, name: &str, home: &str) -> bool {
        let open =
            self.stack.iter().rev().map_while(|frame| frame.raw()).take_while(|raw| raw.name() != home).any(|raw| raw.name() == name);
        open && self.close_raw(name)
    }

    /// Closes the innermost raw element of that name, with what is open inside it; nothing that Markdown opened is crossed.
    pub(super) fn close_raw(&mut self, name: &str) -> bool {
        let open = self.stack.iter().rev().map_while(|frame| frame.raw()).any(|raw| raw.name() == name);
        if !open {
            return false;
        }
        while let Some(raw) = self.stack.last().and_then(|frame| frame.raw()) {
            if raw.name() == name {
                if let Some(frame) = self.pop() {
                    self.finish(frame);
                }
                break;
            }
            self.cut_raw();
        }
        true
    }

    fn is_open_further_out(&self, name: &str) -> bool {
        self.stack.iter().filter_map(|frame| frame.raw()).any(|raw| raw.name() == name)
    }

    /// Text of a raw HTML block: a run of white space is one space, as a browser shows it.
    fn raw_text(&mut self, text: &str, span: Span) {
        if let Some(Raw::Preformatted(_)) = self.stack.last().and_then(|frame| frame.raw()) {
            return self.inline(InlineKind::Text(text.into()), span);
        }
        let mut collapsed = String::with_capacity(text.len());
        for c in text.chars() {
            if !c.is_whitespace() {
                collapsed.push(c);
            } else if !collapsed.ends_with(' ') {
                collapsed.push(' ');
            }
        }
        self.note_heading_text(&collapsed);
        let collapsed = self.stretch(&collapsed, span);
        self.inline(InlineKind::Text(collapsed), span);
    }
}

/// Where a span of a gathered HTML block stands in the note.
fn in_source(span: Span, segments: &[Segment], whole: Span) -> Span {
    let map = |offset: u32| {
        let next = segments.partition_point(|segment| segment.at <= offset);
        let segment = next.checked_sub(1).and_then(|last| segments.get(last));
        segment.map_or(whole.start, |segment| segment.source + (offset - segment.at)).clamp(whole.start, whole.end)
    };
    let start = map(span.start);
    let end = if span.end > span.start { map(span.end - 1) + 1 } else { start };
    Span { start, end: end.clamp(start, whole.end) }
}
