//! pulldown-cmark's offset events become the block tree.
//!
//! Takes a note's text and where its body starts; gives a [`Document`] whose spans count in the whole text. The steps:
//! [`parse`] drives a stack of frames (`frame.rs`); `html.rs` reads raw HTML into the same stack; `inline.rs` finds bare
//! links and emoji in running text; `finish.rs` turns a frame into a block. Never fails: what is wrong is a diagnostic.

mod finish;
mod frame;
mod html;
mod inline;

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TextMergeWithOffset};

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{FootnoteId, LinkId};
use crate::path::GuidePath;
use crate::span::Span;

use self::finish::exact;
use self::frame::{Frame, Kind, Raw, Row, Segment};
use self::inline::Scanner;
use super::slug::Slugger;
use super::{
    Alert, Alignment, Block, Comment, Document, Fence, Footnote, Inline, InlineKind, LinkKind, MathStyle, RawLink, Stretch, Task, math,
};

/// How deep containers may nest; what is deeper is flattened, so that no note can exhaust the stack of a reader of the tree.
const MAX_DEPTH: usize = 48;

/// Parses the body of a note.
#[must_use]
pub fn parse(path: &GuidePath, text: impl Into<Stretch>, body: usize) -> (Document, Vec<Diagnostic>) {
    let text = &text.into();
    let source = text.get(body..).unwrap_or_default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH
        | Options::ENABLE_WIKILINKS;
    // The parser takes `:rocket: go` for a definition too; people put a space after the colon.
    let options = if has_definitions(source) { options | Options::ENABLE_DEFINITION_LIST } else { options };
    let mut builder = Builder::new(path, text);
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(source, options).into_offset_iter()) {
        builder.event(event, Span::new(body + range.start..body + range.end));
    }
    builder.document()
}

/// Whether what Markdown opened has a frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Framed,
    Flat,
}

/// Whether some line begins as a definition does.
fn has_definitions(source: &str) -> bool {
    source.lines().any(|line| line.trim_start().strip_prefix(':').is_some_and(|rest| rest.starts_with([' ', '\t'])))
}

/// The state of a parse.
struct Builder<'a> {
    path: &'a GuidePath,
    text: &'a Stretch,
    stack: Vec<Frame>,
    /// What Markdown has opened, outermost first.
    open_shapes: Vec<Shape>,
    document: Document,
    diagnostics: Vec<Diagnostic>,
    slugger: Slugger,
    scanner: Scanner,
    /// The text of the open heading as GitHub slugs it: before emoji.
    heading_text: Option<String>,
    /// The braces at the end of the open heading, which the parser takes for attributes though they name no id.
    heading_braces: Option<Span>,
    /// How many links are open: a link holds no link.
    links_open: usize,
    /// Closing tags that wait for the Markdown around them to end.
    pending: Vec<String>,
    footnote_ids: BTreeMap<String, FootnoteId>,
    definitions: BTreeMap<String, Box<[Block]>>,
    refused: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn new(path: &'a GuidePath, text: &'a Stretch) -> Self {
        Self {
            path,
            text,
            stack: vec![Frame::new(Kind::Root, Span::new(0..text.len()))],
            open_shapes: Vec::new(),
            document: Document::default(),
            diagnostics: Vec::new(),
            slugger: Slugger::default(),
            scanner: Scanner::default(),
            heading_text: None,
            heading_braces: None,
            links_open: 0,
            pending: Vec::new(),
            footnote_ids: BTreeMap::new(),
            definitions: BTreeMap::new(),
            refused: BTreeSet::new(),
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(),
            Event::Text(text) => self.text(&text, span),
            Event::Code(code) => {
                self.note_heading_text(&code);
                let code = self.stretch(&code, span);
                self.inline(InlineKind::Code(code), span);
            }
            Event::InlineMath(tex) => self.math(MathStyle::Inline, &tex, span),
            Event::DisplayMath(tex) => self.math(MathStyle::Display, &tex, span),
            Event::Html(html) => self.html_line(&html, span),
            Event::InlineHtml(html) => self.raw(&html, &[Segment { at: 0, source: span.start }], span),
            Event::FootnoteReference(label) => {
                let id = self.footnote(&label);
                let seen = self.document.footnotes[id].references;
                self.document.footnotes[id].references += 1;
                self.inline(InlineKind::Footnote(id, seen), span);
            }
            Event::SoftBreak => {
                self.note_heading_text(" ");
                self.inline(InlineKind::SoftBreak, span);
            }
            Event::HardBreak => self.inline(InlineKind::HardBreak, span),
            Event::Rule => self.block(super::BlockKind::Rule, span),
            Event::TaskListMarker(done) => {
                let state = if done { Task::Done } else { Task::Open };
                let item = self.stack.iter_mut().rev().find_map(|frame| match &mut frame.kind {
                    Kind::Item(task) => Some(task),
                    _ => None,
                });
                if let Some(task) = item {
                    *task = Some(state);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, id, .. } => {
                self.heading_text = Some(String::new());
                self.heading_braces = if id.is_none() { braces(span, self.text) } else { None };
                Kind::Heading { level: level as u8, id: id.map(|id| id.to_string()).filter(|id| !id.is_empty()) }
            }
            Tag::BlockQuote(kind) => Kind::Quote(kind.map(alert)),
            Tag::CodeBlock(CodeBlockKind::Indented) => Kind::Code { fence: Fence::default(), text: String::new(), place: None },
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let (fence, unknown) = Fence::read(&info);
                if let Some(option) = unknown {
                    let message = format!("the fence option `{option}` is not understood, so it was left out");
                    let hint = "options are `title=\"…\"`, `{2,4-6}` for marked lines and `linenos` or `linenos=5`";
                    self.diagnostics.push(Diagnostic::note(Code::FenceOption, message).hint(hint).at(self.path, self.first_line(span)));
                }
                Kind::Code { fence, text: String::new(), place: None }
            }
            Tag::HtmlBlock => Kind::HtmlBlock { html: String::new(), segments: Vec::new() },
            Tag::List(start) => Kind::List { start, items: Vec::new() },
            Tag::Item => Kind::Item(None),
            Tag::FootnoteDefinition(label) => Kind::Footnote(label.to_string()),
            Tag::DefinitionList => Kind::Definitions(Vec::new()),
            Tag::DefinitionListTitle => Kind::Term,
            Tag::DefinitionListDefinition => Kind::Meaning,
            Tag::Table(columns) => {
                Kind::Table { columns: columns.into_iter().map(alignment).collect(), head: Box::default(), rows: Vec::new() }
            }
            Tag::TableHead => Kind::Row { place: Row::Head, cells: Vec::new() },
            Tag::TableRow => Kind::Row { place: Row::Body, cells: Vec::new() },
            Tag::TableCell => Kind::Cell,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Strong => Kind::Strong,
            Tag::Strikethrough => Kind::Strike,
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Kind::Unshaped { after: "" },
            Tag::Link { link_type, dest_url, title, .. } => self.link(link_type, &dest_url, &title, span),
            Tag::Image { link_type, dest_url, title, .. } => {
                let (kind, target) = match link_type {
                    LinkType::WikiLink { .. } => (LinkKind::Embed, wiki_target(span.of(self.text)).to_owned()),
                    _ => (LinkKind::Image, dest_url.to_string()),
                };
                Kind::Image(self.document.links.push(RawLink { span, target, title: title.to_string(), kind }))
            }
        };
        self.open(kind, span);
    }

    fn link(&mut self, link_type: LinkType, target: &str, title: &str, span: Span) -> Kind {
        let (kind, target) = match link_type {
            LinkType::WikiLink { .. } => {
                let target = wiki_target(span.of(self.text));
                // `matrix[[0, 1]]` is no link: without a letter it names nothing.
                if !target.contains(char::is_alphabetic) {
                    self.inline(InlineKind::Text("[[".into()), span);
                    return Kind::Unshaped { after: "]]" };
                }
                (LinkKind::Wiki, target)
            }
            LinkType::Autolink => (LinkKind::Url, target),
            LinkType::Email => (LinkKind::Email, target),
            _ => (LinkKind::Link, target),
        };
        self.links_open += 1;
        Kind::Link(self.document.links.push(RawLink { span, target: target.to_owned(), title: title.to_owned(), kind }))
    }

    /// Opens a Markdown frame; one that would be too deep keeps its content but not its shape.
    fn open(&mut self, kind: Kind, span: Span) {
        let nests = match kind {
            Kind::Quote(_) | Kind::Emphasis | Kind::Strong | Kind::Strike | Kind::List { .. } => true,
            Kind::Item(_) => !matches!(self.stack.last(), Some(Frame { kind: Kind::List { .. }, .. })),
            _ => false,
        };
        let shape = if nests && self.stack.len() >= MAX_DEPTH { Shape::Flat } else { Shape::Framed };
        self.open_shapes.push(shape);
        if shape == Shape::Framed {
            self.stack.push(Frame::new(kind, span));
        }
    }

    /// Ends the innermost Markdown frame, with whatever raw HTML was left open in it.
    fn end(&mut self) {
        if self.open_shapes.pop() == Some(Shape::Flat) {
            return;
        }
        while self.stack.last().is_some_and(|frame| frame.raw().is_some()) {
            self.cut_raw();
        }
        if let Some(frame) = self.pop() {
            self.finish(frame);
        }
        let pending = std::mem::take(&mut self.pending);
        for name in pending {
            self.close_tag(name);
        }
    }

    /// Takes the innermost frame; never the root.
    fn pop(&mut self) -> Option<Frame> {
        if self.stack.len() > 1 { self.stack.pop() } else { None }
    }

    fn text(&mut self, text: &str, span: Span) {
        match self.stack.last_mut().map(|frame| &mut frame.kind) {
            Some(Kind::Code { text: code, place, .. }) => {
                code.push_str(text);
                *place = Some(place.map_or(span, |place| place.join(span)));
            }
            Some(Kind::HtmlBlock { .. }) => self.html_line(text, span),
            _ => {
                self.note_heading_text(text);
                self.look_for_lost_footnotes(text, span);
                self.running_text(text, span);
            }
        }
    }

    /// A reference to a footnote that no definition answers comes as text.
    fn look_for_lost_footnotes(&mut self, text: &str, span: Span) {
        let Some((_, rest)) = text.split_once("[^") else { return };
        let label = rest.split(']').next().filter(|label| label.len() < rest.len()).unwrap_or_default();
        let written = format!("[^{label}]");
        let is_label = !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '_');
        if is_label && span.of(self.text).contains(&written) && !span.of(self.text).contains(&format!("\\{written}")) {
            let message = format!("the footnote `{written}` has no definition");
            let hint = format!("write `{written}: …` on a line of its own, or `\\{written}` for plain text");
            self.diagnostics.push(Diagnostic::note(Code::BrokenFootnote, message).hint(hint).at(self.path, span));
        }
    }

    fn note_heading_text(&mut self, text: &str) {
        let in_image = self.stack.last().is_some_and(|frame| matches!(frame.kind, Kind::Image(_)));
        if let Some(heading) = &mut self.heading_text
            && !in_image
        {
            heading.push_str(text);
        }
    }

    fn math(&mut self, style: MathStyle, tex: &str, span: Span) {
        self.note_heading_text(tex);
        if style == MathStyle::Inline && !is_formula(self.text, span) {
            let text = self.text.share(span.of(self.text));
            return self.inline(InlineKind::Text(text), span);
        }
        if let Err(reason) = math::mathml(style, tex) {
            let hint = "write a literal dollar sign as `\\$`, or put code in backticks";
            self.diagnostics.push(
                Diagnostic::warning(Code::BrokenMath, format!("this formula cannot be read: {reason}")).hint(hint).at(self.path, span),
            );
        }
        let tex = self.stretch(tex, span);
        self.inline(InlineKind::Math(style, tex), span);
    }

    fn footnote(&mut self, label: &str) -> FootnoteId {
        *self
            .footnote_ids
            .entry(label.to_lowercase())
            .or_insert_with(|| self.document.footnotes.push(Footnote { label: label.to_owned(), references: 0, blocks: Box::default() }))
    }

    /// What is said at a place, sharing the note's bytes where it stands there as it is.
    fn stretch(&self, said: &str, place: Span) -> Stretch {
        let written = place.of(self.text);
        self.text.share(if written == said { written } else { said })
    }

    /// Adds a piece of running text where the text stands.
    fn inline(&mut self, kind: InlineKind, span: Span) {
        if let Some(frame) = self.stack.last_mut() {
            frame.inlines.push(Inline { span, kind });
        }
    }

    fn first_line(&self, span: Span) -> Span {
        let length = span.of(self.text).lines().next().map_or(0, str::len);
        Span::new(span.start as usize..span.start as usize + length)
    }

    /// Closes what is open and gives the document.
    fn document(mut self) -> (Document, Vec<Diagnostic>) {
        while let Some(frame) = self.stack.last() {
            if frame.raw().is_some() {
                self.cut_raw();
            } else if let Some(frame) = self.pop() {
                self.finish(frame);
            } else {
                break;
            }
        }
        self.flush();
        self.document.blocks = self.stack.pop().map(|root| exact(root.blocks)).unwrap_or_default();
        self.place_footnotes();
        self.place_headings();
        for heading in &self.document.headings {
            self.document.anchors.remove(&heading.anchor);
        }
        self.document.headings.drop_spare_room();
        self.document.links.drop_spare_room();
        (self.document, self.diagnostics)
    }

    fn place_footnotes(&mut self) {
        let mut definitions = std::mem::take(&mut self.definitions);
        for (label, &id) in &self.footnote_ids {
            if let Some(blocks) = definitions.remove(label) {
                self.document.footnotes[id].blocks = blocks;
            } else {
                let message = format!("the footnote `[^{label}]` has no definition");
                self.diagnostics.push(Diagnostic::warning(Code::BrokenFootnote, message).in_file(self.path));
            }
        }
        for (label, blocks) in definitions {
            self.document.footnotes.push(Footnote { label, references: 0, blocks });
        }
    }

    /// A heading among the document's own blocks makes a section; where that is, is known only at the end.
    fn place_headings(&mut self) {
        for block in &self.document.blocks {
            if let super::BlockKind::Heading(id, _) = block.kind {
                self.document.headings[id].place = super::HeadingPlace::Top;
            }
        }
    }

    fn comment(&mut self, text: String, span: Span) {
        self.document.comments.push(Comment { span, text });
    }

    /// Whether an anchor is free; a second one of the same name would make the page's HTML wrong.
    fn claim_anchor(&mut self, anchor: &str) -> bool {
        self.document.anchors.insert(anchor.to_owned())
    }

    fn push_link(&mut self, link: RawLink) -> LinkId {
        self.document.links.push(link)
    }

    fn open_raw(&mut self, raw: Raw, span: Span) {
        if self.stack.len() < MAX_DEPTH {
            self.stack.push(Frame::new(Kind::Raw(raw), span));
        }
    }
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

/// The braces that the text of a heading ends with: `## The set {1, 2}`.
fn braces(heading: Span, text: &str) -> Option<Span> {
    let source = heading.of(text);
    let is_underlined = !source.trim_start().starts_with('#');
    let line = if is_underlined { source.trim_end().rsplit_once('\n')?.0 } else { source.lines().next()? };
    let line = line.trim_end();
    let line = if is_underlined { line } else { line.trim_end_matches('#').trim_end() };
    let open = line.strip_suffix('}')?.rfind(['{', '}', '<', '>', '\\', '\n'])?;
    let start = heading.range().start;
    line.get(open..)?.starts_with('{').then(|| Span::new(start + open..start + line.len()))
}

/// What stands between `[[` and `|` or `]]`.
fn wiki_target(source: &str) -> &str {
    let inner = source.trim_start_matches('!').trim_start_matches("[[").trim_end_matches("]]");
    inner.split('|').next().unwrap_or(inner).trim_end_matches('\\').trim()
}

/// GitHub reads `$…$` as a formula only where no letter or digit touches the dollars from outside: `$HOME/$USER` is text.
fn is_formula(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).and_then(|text| text.chars().next_back());
    let after = text.get(span.end as usize..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests;
