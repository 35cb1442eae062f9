//! The tree becomes HTML.
//!
//! Takes a document with its outline, where its links lead, and a highlighter; gives a note's body, cut where the page puts
//! something of its own, or the HTML of some of its blocks for another page. Every text is escaped here and nowhere else;
//! every tag and attribute is written here, so no markup of a note passes through. Must not know of templates.

mod block;
mod code;
mod embed;
mod inline;
mod labels;
mod layout;
mod left;

use std::fmt::Write;

use crate::config::RemoteImages;
use crate::ids::{HeadingId, IdVec, LinkId, SectionId, TopicId};
use crate::source::Pixels;
use crate::span::{Span, Spans};

pub use self::embed::Embedded;
pub use self::labels::Labels;

use super::highlight::Highlighter;
use super::outline::{Outline, Role};
use super::{Block, BlockKind, Document, Inline};

pub use self::layout::{Cut, Frame, Layout, Taken};

/// Where a link leads, as the page that shows it must write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Href {
    /// A page or file of the site: an escaped, relative address.
    Site(String),
    /// A picture of the site, and how large it is.
    Picture(String, Pixels),
    /// Another host.
    Outside(String),
    /// Nowhere, and why.
    None(String),
}

/// Words that lead to a topic although nobody wrote a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AutoLink {
    /// The words.
    pub span: Span,
    /// The topic.
    pub topic: TopicId,
}

/// Where what stands in a note leads, as the page that shows it must write it.
pub trait Hrefs {
    /// Where a link leads that the author wrote.
    fn link(&self, link: LinkId) -> Option<Href>;

    /// The words that lead to topics, in source order.
    fn auto_links(&self) -> &[AutoLink];

    /// The address of a topic; nothing where the page is about it.
    fn topic(&self, topic: TopicId) -> Option<String>;

    /// What an embed shows in place; nothing where it is a link.
    fn embedded(&self, link: LinkId) -> Option<Embedded<'_>>;
}

/// The links of a note whose words lead nowhere else.
impl Hrefs for IdVec<LinkId, Href> {
    fn link(&self, link: LinkId) -> Option<Href> {
        self.find(link).cloned()
    }

    fn auto_links(&self) -> &[AutoLink] {
        &[]
    }

    fn topic(&self, _: TopicId) -> Option<String> {
        None
    }

    fn embedded(&self, _: LinkId) -> Option<Embedded<'_>> {
        None
    }
}

/// What the writer needs to know of a note and of the page that shows it.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The note's body.
    pub document: &'a Document,
    /// Its outline.
    pub outline: &'a Outline,
    /// Where its links lead from this page.
    pub hrefs: &'a dyn Hrefs,
    /// What colours code.
    pub highlighter: &'a Highlighter<'a>,
    /// What becomes of images on other hosts.
    pub remote_images: RemoteImages,
    /// What the writer says itself.
    pub labels: &'a Labels,
}

impl Context<'_> {
    /// The level that a heading has on the page.
    #[must_use]
    pub fn heading_level(&self, id: HeadingId) -> u8 {
        let written = self.document.headings.find(id).map_or(2, |heading| heading.level);
        self.outline.levels.find(id).copied().unwrap_or(written).clamp(2, 6)
    }
}

/// The HTML of a whole note.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The body without title, facts and hand-made table of contents.
    pub main: Stretch,
    /// The footnotes.
    pub footnotes: Option<String>,
    /// What a chat left behind.
    pub residue: Option<String>,
}

/// The HTML of some blocks.
#[derive(Clone, Debug, Default)]
pub struct Stretch {
    /// The HTML.
    pub html: String,
    /// What begins where in it, in document order.
    pub marks: Vec<(usize, Mark)>,
}

/// What begins at a place of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A section.
    Section(SectionId),
    /// What the page shows for a cut, by the number of the cut.
    Cut(usize),
}

/// Whether anchors are written: once on a note's own page, and never on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchors {
    /// They are.
    Written,
    /// They are not.
    LeftOut,
}

/// The body of a note.
#[must_use]
pub fn body<'a>(context: Context<'a>, layout: &'a Layout<'a>) -> Body {
    let mut main = Writer::new(context, layout, Anchors::Written);
    main.taken = layout.taken(Span { start: 0, end: u32::MAX }, &[]);
    main.blocks(&context.document.blocks);
    let plain = Layout::default();
    let mut residue = Writer::new(context, &plain, Anchors::Written);
    let roles = context.document.blocks.iter().zip(&context.outline.roles);
    for (block, _) in roles.filter(|(_, role)| **role == Role::Residue) {
        residue.block(block);
    }
    let mut footnotes = Writer::new(context, &plain, Anchors::Written);
    footnotes.footnotes();
    let some = |out: String| (!out.is_empty()).then_some(out);
    let (footnotes, residue) = (some(footnotes.out), some(residue.out));
    Body { main: Stretch { html: main.out, marks: main.marks }, footnotes, residue }
}

/// What is left of some sibling blocks for one of those that show parts of them.
#[derive(Clone, Copy)]
pub struct Selection<'a> {
    /// The blocks.
    pub blocks: &'a [Block],
    /// Those whose bytes are not left out, as the layout numbers them.
    pub owners: &'a [usize],
    /// The cut that is being filled, at which the writer must not stop.
    pub filling: Option<usize>,
}

/// The HTML of some blocks in a layout.
#[must_use]
pub fn stretch<'a>(context: Context<'a>, layout: &'a Layout<'a>, anchors: Anchors, selection: Selection<'_>) -> Stretch {
    let Some(span) = selection.blocks.iter().map(|block| block.span).reduce(Span::join) else { return Stretch::default() };
    let mut writer = Writer::new(context, layout, anchors);
    writer.filling = selection.filling;
    writer.owners = selection.owners.to_vec();
    writer.taken = layout.taken(span, selection.owners);
    writer.blocks(selection.blocks);
    Stretch { html: writer.out, marks: writer.marks }
}

/// The running text of a heading, its numbering set apart.
#[must_use]
pub fn heading(context: Context<'_>, id: HeadingId, inlines: &[Inline]) -> String {
    let layout = Layout::default();
    let mut writer = Writer::new(context, &layout, Anchors::Written);
    let section = writer.section_of(id);
    writer.numbered(section, inlines);
    writer.out
}

/// Some blocks of a note, for a place where its anchors must not appear a second time.
#[must_use]
pub fn excerpt(context: Context<'_>, blocks: &[Block]) -> String {
    let layout = Layout::default();
    let mut writer = Writer::new(context, &layout, Anchors::LeftOut);
    writer.blocks(blocks);
    writer.out
}

/// Some running text of a note, for a place where its anchors must not appear a second time.
#[must_use]
pub fn inlines(context: Context<'_>, inlines: &[Inline]) -> String {
    line(context, Anchors::LeftOut, inlines)
}

/// Some running text of a note.
#[must_use]
pub fn line(context: Context<'_>, anchors: Anchors, inlines: &[Inline]) -> String {
    let layout = Layout::default();
    let mut writer = Writer::new(context, &layout, anchors);
    writer.inlines(inlines);
    writer.out
}

/// Escapes text for content and for attributes in double quotes.
pub fn escape_into(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut chars = from.chars();
        out.push_str(match chars.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            _ => "&quot;",
        });
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// The state of writing.
struct Writer<'a> {
    context: Context<'a>,
    layout: &'a Layout<'a>,
    anchors: Anchors,
    /// Whose bytes are written here.
    owners: Vec<usize>,
    /// What is shown elsewhere.
    taken: Spans,
    /// The cut at which not to stop.
    filling: Option<usize>,
    /// Where the label of a frame begins, until it is written.
    label: Option<u32>,
    /// What begins where in `out`.
    marks: Vec<(usize, Mark)>,
    /// Whether the text stands inside a link, which holds no other.
    in_link: bool,
    /// How much of other notes it shows.
    embedded: usize,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(context: Context<'a>, layout: &'a Layout<'a>, anchors: Anchors) -> Self {
        Self {
            context,
            layout,
            anchors,
            owners: Vec::new(),
            taken: Spans::default(),
            filling: None,
            label: None,
            marks: Vec::new(),
            in_link: false,
            embedded: 0,
            out: String::new(),
        }
    }

    fn text(&mut self, text: &str) {
        escape_into(text, &mut self.out);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        self.text(value);
        self.out.push('"');
    }

    fn footnotes(&mut self) {
        let document = self.context.document;
        if document.footnotes.is_empty() {
            return;
        }
        let labels = self.context.labels;
        let _ = writeln!(self.out, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{}\">\n<ol>", labels.footnotes);
        for (position, footnote) in document.footnotes.iter().enumerate() {
            let number = position + 1;
            let _ = write!(self.out, "<li id=\"fn-{number}\">");
            // The way back stands at the end of the last paragraph, where the eye is.
            let (last, before) = match footnote.blocks.split_last() {
                Some((Block { kind: BlockKind::Paragraph(last) | BlockKind::Plain(last), .. }, before)) => (last.as_ref(), before),
                _ => (&[][..], footnote.blocks.as_ref()),
            };
            self.blocks(before);
            self.out.push_str("<p>");
            self.inlines(last);
            for reference in 0..footnote.references {
                let id = inline::reference_id(number, reference);
                let back = labels.back_to_text;
                let _ = write!(self.out, " <a class=\"back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a>");
            }
            self.out.push_str("</p>");
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

#[cfg(test)]
mod tests;
