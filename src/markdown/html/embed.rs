//! Notes and sections that are shown inside another note: `![[note]]`, `![[note#heading]]`.
//!
//! Takes running text that is nothing but embeds; gives what they embed, each with the way to its source. What is embedded
//! embeds nothing itself, and brings no anchors along. Must not find out what an embed means.

use crate::ids::LinkId;
use crate::markdown::outline::Outline;
use crate::markdown::{Block, Document, Inline, InlineKind, LinkKind};

use super::{Anchors, Hrefs, Layout, Writer};

/// How much of a note one embed shows, in bytes of its source; the rest is a link away.
const LONGEST: usize = 16 << 10;

/// How much a page may show of other notes, in bytes: beyond it, embeds are links.
pub(super) const MOST: usize = 256 << 10;

/// What an embed shows.
pub struct Embedded<'a> {
    /// The words that name the source.
    pub title: String,
    /// Where it stands.
    pub href: String,
    /// The blocks.
    pub blocks: Vec<&'a Block>,
    /// The note that they are of.
    pub document: &'a Document,
    /// Its outline.
    pub outline: &'a Outline,
    /// Where its links lead from this page.
    pub hrefs: Box<dyn Hrefs + 'a>,
}

impl Writer<'_> {
    /// Writes running text that is nothing but embeds as what they show; otherwise writes nothing and says so.
    pub(super) fn embeds(&mut self, inlines: &[Inline]) -> Written {
        let Some(links) = self.only_embeds(inlines) else { return Written::No };
        let hrefs = self.context.hrefs;
        let embedded: Vec<_> = links.into_iter().map_while(|link| hrefs.embedded(link)).collect();
        let wanted = inlines.iter().filter(|inline| matches!(inline.kind, InlineKind::Image(..))).count();
        if embedded.len() < wanted || self.embedded >= MOST {
            return Written::No;
        }
        for one in embedded {
            self.embed(&one);
        }
        Written::Yes
    }

    /// The links of the embeds, where there is nothing else.
    fn only_embeds(&self, inlines: &[Inline]) -> Option<Vec<LinkId>> {
        let mut links = Vec::new();
        for inline in inlines {
            match &inline.kind {
                InlineKind::Image(link, ..) if self.context.document.links[*link].kind == LinkKind::Embed => links.push(*link),
                InlineKind::SoftBreak | InlineKind::HardBreak => {}
                InlineKind::Text(text) if text.trim().is_empty() => {}
                _ => return None,
            }
        }
        (!links.is_empty()).then_some(links)
    }

    fn embed(&mut self, embedded: &Embedded<'_>) {
        self.out.push_str("<figure class=\"embed\"><figcaption><a");
        self.attribute("href", &embedded.href);
        self.out.push('>');
        self.text(&embedded.title);
        self.out.push_str("</a></figcaption>\n");
        let context = super::Context { document: embedded.document, outline: embedded.outline, hrefs: &*embedded.hrefs, ..self.context };
        let layout = Layout::default();
        let mut inner = Writer::new(context, &layout, Anchors::LeftOut);
        let mut shown = 0;
        for block in &embedded.blocks {
            if shown > LONGEST {
                inner.out.push_str("<p><a");
                inner.attribute("href", &embedded.href);
                inner.out.push_str(">…</a></p>\n");
                break;
            }
            shown += block.span.range().len();
            inner.block(block);
        }
        self.embedded += inner.out.len();
        self.out.push_str(&inner.out);
        self.out.push_str("</figure>\n");
    }
}

/// Whether something was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// It was.
    Yes,
    /// It was not.
    No,
}
