//! The tree becomes HTML.
//!
//! Takes a document with its outline, where its links lead, and a highlighter; gives a note's body, or the HTML of some of its
//! blocks for an excerpt elsewhere. Every text is escaped here and nowhere else; every tag and attribute is written here, so
//! no markup of a note passes through. Must not know of templates.

mod block;
mod code;
mod inline;

use std::fmt::Write;

use crate::config::RemoteImages;
use crate::ids::{IdVec, LinkId, SectionId, TopicId};
use crate::source::Pixels;
use crate::span::Span;

use super::highlight::Highlighter;
use super::outline::{Outline, Role};
use super::{Block, BlockKind, Document, Inline};

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
}

/// The HTML of a whole note.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The body without title, facts and hand-made table of contents.
    pub main: String,
    /// Where in `main` each section begins, in document order.
    pub sections: Vec<(SectionId, usize)>,
    /// The footnotes.
    pub footnotes: Option<String>,
    /// What a chat left behind.
    pub residue: Option<String>,
}

/// Whether anchors are written: once on a note's own page, and never in an excerpt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchors {
    /// They are.
    Written,
    /// They are not.
    LeftOut,
}

/// The body of a note.
#[must_use]
pub fn body(context: Context<'_>) -> Body {
    let mut main = Writer::new(context, Anchors::Written);
    let mut residue = Writer::new(context, Anchors::Written);
    for (position, block) in context.document.blocks.iter().enumerate() {
        match context.outline.roles.get(position).copied().unwrap_or(Role::Body) {
            Role::Body => main.block(block),
            Role::Residue => residue.block(block),
            Role::Title | Role::Facts | Role::Contents => {}
        }
    }
    let mut footnotes = Writer::new(context, Anchors::Written);
    footnotes.footnotes();
    let some = |out: String| (!out.is_empty()).then_some(out);
    Body { main: main.out, sections: main.sections, footnotes: some(footnotes.out), residue: some(residue.out) }
}

/// Some blocks of a note, for a place where its anchors must not appear a second time.
#[must_use]
pub fn excerpt(context: Context<'_>, blocks: &[Block]) -> String {
    let mut writer = Writer::new(context, Anchors::LeftOut);
    writer.blocks(blocks);
    writer.out
}

/// Some running text of a note, for a place where its anchors must not appear a second time.
#[must_use]
pub fn inlines(context: Context<'_>, inlines: &[Inline]) -> String {
    let mut writer = Writer::new(context, Anchors::LeftOut);
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
    anchors: Anchors,
    /// Where each section begins in `out`.
    sections: Vec<(SectionId, usize)>,
    /// The section that the next heading among the document's own blocks opens.
    next_section: usize,
    /// Whether the text stands inside a link, which holds no other.
    in_link: bool,
    out: String,
}

impl<'a> Writer<'a> {
    fn new(context: Context<'a>, anchors: Anchors) -> Self {
        Self { context, anchors, sections: Vec::new(), next_section: 0, in_link: false, out: String::new() }
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
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for (position, footnote) in document.footnotes.iter().enumerate() {
            let number = position + 1;
            let _ = write!(self.out, "<li id=\"fn-{number}\">");
            // The way back stands at the end of the last paragraph, where the eye is.
            let (last, before) = match footnote.blocks.split_last() {
                Some((Block { kind: BlockKind::Paragraph(last) | BlockKind::Plain(last), .. }, before)) => (last.as_slice(), before),
                _ => (&[][..], footnote.blocks.as_slice()),
            };
            self.blocks(before);
            self.out.push_str("<p>");
            self.inlines(last);
            for reference in 0..footnote.references {
                let id = inline::reference_id(number, reference);
                let _ = write!(self.out, " <a class=\"back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"Back to the text\">↩</a>");
            }
            self.out.push_str("</p>");
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

#[cfg(test)]
mod tests;
