//! The block tree: what a note says, once, for everyone who reads it.
//!
//! Built by `build.rs` from pulldown-cmark's offset events. Recognisers, HTML, search text, excerpts and cards all read this
//! tree. A guide holds the trees of all its notes at once, so they hold no spare room and no copies of the text. Raw HTML
//! stands in it as elements of a closed list, so nothing outside that list can be written. Must not know how any of it looks
//! on a page.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::ids::{FootnoteId, HeadingId, IdVec, LinkId};
use crate::span::Span;

use super::Stretch;
use super::raw_html::Element;

/// A note's body, parsed.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The blocks, in document order. Footnote definitions are not among them.
    pub blocks: Box<[Block]>,
    /// Every heading, wherever it stands.
    pub headings: IdVec<HeadingId, Heading>,
    /// Every link and image, as written.
    pub links: IdVec<LinkId, RawLink>,
    /// The footnotes that are referred to, in the order of their first reference.
    pub footnotes: IdVec<FootnoteId, Footnote>,
    /// The anchors that are no headings' (`<a name="x">`, `id="x"`), but for those that a heading has too.
    pub anchors: BTreeSet<String>,
    /// HTML comments: no part of the page, but authors state ids and tags in them.
    pub comments: Vec<Comment>,
}

/// An HTML comment.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
    /// What stands between `<!--` and `-->`.
    pub text: String,
}

/// A block with the bytes that it was written as.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where it stands in the note.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Debug)]
pub enum BlockKind {
    /// A heading; level, anchor and number are in [`Document::headings`].
    Heading(HeadingId, Box<[Inline]>),
    /// A paragraph.
    Paragraph(Box<[Inline]>),
    /// Inlines that stand in a block without being a paragraph: a tight list item's, a raw HTML block's.
    Plain(Box<[Inline]>),
    /// A list.
    List(List),
    /// A quotation or a GitHub alert.
    Quote(Option<Alert>, Box<[Block]>),
    /// A code block.
    Code(Box<CodeBlock>),
    /// A table.
    Table(Box<Table>),
    /// A thematic break.
    Rule,
    /// A definition list.
    Definitions(Box<[Definition]>),
    /// `<details>` with its summary.
    Details(Box<Details>),
    /// Another block-level element of the allow-list.
    Html(Box<Element>, Box<[Block]>),
}

/// A list.
#[derive(Clone, Debug)]
pub struct List {
    /// The first number of an ordered list.
    pub start: Option<u64>,
    /// Its items.
    pub items: Box<[Item]>,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it stands, marker included.
    pub span: Span,
    /// Its box, in a task list.
    pub task: Option<Task>,
    /// What it holds.
    pub blocks: Box<[Block]>,
}

impl Item {
    /// The running text that it begins with; empty where it begins with something else.
    #[must_use]
    pub fn lead(&self) -> &[Inline] {
        match self.blocks.first().map(|block| &block.kind) {
            Some(BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines)) => inlines,
            _ => &[],
        }
    }
}

/// The box of a task list's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// `[ ]`
    Open,
    /// `[x]`
    Done,
}

/// GitHub's five alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "GitHub's names")]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// A code block.
#[derive(Clone, Debug)]
pub struct CodeBlock {
    /// What the fence says of it.
    pub fence: Fence,
    /// The code, without the fence.
    pub text: Stretch,
}

/// What a fence's info string says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence {
    /// The language, as written.
    pub language: Option<String>,
    /// `title="…"`
    pub title: Option<String>,
    /// `{2,4-6}`: the lines to mark, from 1.
    pub marked: Vec<RangeInclusive<u32>>,
    /// `linenos` or `linenos=5`: the number of the first line.
    pub numbered_from: Option<u32>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// One alignment a column.
    pub columns: Box<[Alignment]>,
    /// The header row's cells.
    pub head: Box<[Cell]>,
    /// The other rows.
    pub rows: Box<[Box<[Cell]>]>,
}

/// A column's alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "CommonMark's names")]
pub enum Alignment {
    None,
    Left,
    Center,
    Right,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Where it stands.
    pub span: Span,
    /// What it holds.
    pub inlines: Box<[Inline]>,
}

/// A term with its definitions.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The term.
    pub term: Box<[Inline]>,
    /// Its definitions.
    pub details: Vec<Box<[Block]>>,
}

/// `<details>`.
#[derive(Clone, Debug)]
pub struct Details {
    /// Whether it is open from the start.
    pub open: bool,
    /// The running text that `<summary>` begins with.
    pub summary: Box<[Inline]>,
    /// What it hides, behind the other blocks that stand in `<summary>`.
    pub blocks: Box<[Block]>,
    /// How many of the blocks stand in `<summary>`.
    pub told: usize,
}

/// A piece of running text with the bytes that it was written as.
#[derive(Clone, Debug)]
pub struct Inline {
    /// Where it stands in the note.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

impl Inline {
    /// Whether a line ends here, in the source or on the page.
    #[must_use]
    pub fn is_break(&self) -> bool {
        matches!(self.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
    }
}

/// What a piece of running text is. What is rare stands in a box, so that the rest is small.
#[derive(Clone, Debug)]
pub enum InlineKind {
    /// Text; entities, escapes and emoji shortcodes are resolved.
    Text(Stretch),
    /// A code span.
    Code(Stretch),
    /// Emphasis.
    Emphasis(Box<[Inline]>),
    /// Strong emphasis.
    Strong(Box<[Inline]>),
    /// Strikethrough.
    Strike(Box<[Inline]>),
    /// A link; its target is in [`Document::links`].
    Link(LinkId, Box<[Inline]>),
    /// An image; its target is in [`Document::links`].
    Image(LinkId, Box<Image>),
    /// A line break in the source that is none on the page.
    SoftBreak,
    /// A line break.
    HardBreak,
    /// A formula.
    Math(MathStyle, Stretch),
    /// A reference to a footnote; the number says which reference to it this is, from 0.
    Footnote(FootnoteId, u32),
    /// An inline element of the allow-list.
    Html(Box<InlineElement>),
}

/// How a formula stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MathStyle {
    /// `$…$`
    Inline,
    /// `$$…$$`
    Display,
}

/// An inline element with what it holds.
#[derive(Clone, Debug)]
pub struct InlineElement {
    /// The element.
    pub element: Element,
    /// What it holds.
    pub inlines: Box<[Inline]>,
}

/// An image.
#[derive(Clone, Debug)]
pub struct Image {
    /// Its alternative text.
    pub alt: Box<[Inline]>,
    /// The width in CSS pixels, as raw HTML gives it.
    pub width: Option<u32>,
    /// The height in CSS pixels, as raw HTML gives it.
    pub height: Option<u32>,
}

/// A heading as written.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Where it stands.
    pub span: Span,
    /// The level in the source; what the page shows is the outline's affair.
    pub level: u8,
    /// GitHub's id, or the one that a heading attribute gives.
    pub anchor: String,
    /// Which of the two it is.
    pub anchored: Anchored,
    /// Where it stands in the tree.
    pub place: HeadingPlace,
}

/// What gave a heading its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchored {
    /// Its words.
    ByWords,
    /// Its author: `{#name}`.
    ByAuthor,
}

/// Where a heading stands in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingPlace {
    /// Among the document's own blocks: it makes a section.
    Top,
    /// Inside a list item, a quotation or another block.
    Nested,
}

/// A link or image as written.
#[derive(Clone, Debug)]
pub struct RawLink {
    /// Where it stands.
    pub span: Span,
    /// The target as written, percent-encoding and all.
    pub target: String,
    /// The title; empty where there is none.
    pub title: String,
    /// How it was written.
    pub kind: LinkKind,
}

/// How a link was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](target)`, by reference or as raw HTML.
    Link,
    /// `![text](target)` or `<img>`.
    Image,
    /// `[[target]]` or `[[target|label]]`.
    Wiki,
    /// `![[target]]`.
    Embed,
    /// A bare or angle-bracketed URL.
    Url,
    /// A bare or angle-bracketed e-mail address.
    Email,
}

/// A footnote that is referred to.
#[derive(Clone, Debug)]
pub struct Footnote {
    /// The label as written.
    pub label: String,
    /// How often it is referred to.
    pub references: u32,
    /// What it says; empty where no definition was found.
    pub blocks: Box<[Block]>,
}
