//! The builder's stack: what is open, and what it has gathered so far.
//!
//! Takes nothing of pulldown-cmark's; gives frames that `mod.rs` (Markdown) and `html.rs` (raw HTML) open and close. Must not
//! decide where a finished frame goes.

use crate::ids::LinkId;
use crate::markdown::raw_html::Element;
use crate::markdown::{Alert, Alignment, Block, Cell, Definition, Fence, Inline, Item, Task};
use crate::span::Span;

/// Something that is open.
pub(super) struct Frame {
    pub(super) kind: Kind,
    pub(super) span: Span,
    /// Finished blocks.
    pub(super) blocks: Vec<Block>,
    /// Running text since the last block.
    pub(super) inlines: Vec<Inline>,
}

/// What is open.
pub(super) enum Kind {
    Root,
    Paragraph,
    Heading {
        level: u8,
        id: Option<String>,
    },
    Quote(Option<Alert>),
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    Item(Option<Task>),
    Code {
        fence: Fence,
        text: String,
        /// Where it stands.
        place: Option<Span>,
    },
    Table {
        columns: Vec<Alignment>,
        head: Box<[Cell]>,
        rows: Vec<Box<[Cell]>>,
    },
    Row {
        place: Row,
        cells: Vec<Cell>,
    },
    Cell,
    Footnote(String),
    Definitions(Vec<Definition>),
    Term,
    Meaning,
    Emphasis,
    Strong,
    Strike,
    Link(LinkId),
    Image(LinkId),
    /// A raw HTML block, gathered before it is read: tags may run over its lines.
    HtmlBlock {
        html: String,
        segments: Vec<Segment>,
    },
    /// Of no meaning: its content goes to whatever holds it, and the text after it.
    Unshaped {
        after: &'static str,
    },
    /// An element, a link or a heading written as raw HTML.
    Raw(Raw),
}

/// Which part of a table a row stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Head,
    Body,
}

/// Where a piece of a gathered HTML block stands in the note.
#[derive(Clone, Copy)]
pub(super) struct Segment {
    pub(super) at: u32,
    pub(super) source: u32,
}

/// What is open and was written as raw HTML.
pub(super) enum Raw {
    Inline(Element),
    Block(Element),
    Details {
        open: bool,
        has_summary: bool,
        /// How many blocks stand in the summary, its running text aside.
        told: usize,
    },
    Summary,
    Heading(u8),
    Link(LinkId),
    Preformatted(Option<String>),
    /// No text for people: dropped when it is closed.
    Silent(String),
}

impl Raw {
    /// The element's name, by which a closing tag finds it.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Inline(element) | Self::Block(element) => element.tag(),
            Self::Details { .. } => "details",
            Self::Summary => "summary",
            Self::Heading(1) => "h1",
            Self::Heading(2) => "h2",
            Self::Heading(3) => "h3",
            Self::Heading(4) => "h4",
            Self::Heading(5) => "h5",
            Self::Heading(_) => "h6",
            Self::Link(_) => "a",
            Self::Preformatted(_) => "pre",
            Self::Silent(name) => name,
        }
    }

    /// Whether it can hold running text only.
    pub(super) fn is_inline(&self) -> bool {
        matches!(self, Self::Inline(_) | Self::Link(_))
    }
}

impl Frame {
    pub(super) fn new(kind: Kind, span: Span) -> Self {
        Self { kind, span, blocks: Vec::new(), inlines: Vec::new() }
    }

    /// The raw HTML that it is, if it is.
    pub(super) fn raw(&self) -> Option<&Raw> {
        match &self.kind {
            Kind::Raw(raw) => Some(raw),
            _ => None,
        }
    }
}
