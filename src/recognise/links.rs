//! Links that stand for what they lead to: items and lines that are nothing else.
//!
//! Takes lists and running text; says whether they are links, and where those lead. Must not decide what is a question.

use super::vocabulary::{Look, look};
use crate::markdown::{Document, Inline, InlineKind, Item, List, text};

/// Whether most items are nothing but links: a table of contents, or further reading.
pub(super) fn is_linked(list: &List) -> bool {
    links(list).count() * 2 > list.items.len()
}

/// The same where questions are announced: those that are discussed on another host stand nowhere else in the guide.
pub(super) fn leads_elsewhere(document: &Document, list: &List) -> bool {
    let is_asked = |item: &&Item| look(&text::inlines(item.lead())) > Look::States && leads_off(document, item.lead());
    is_linked(list) && links(list).filter(is_asked).count() * 5 < links(list).count() * 3
}

/// The items that are nothing but links.
fn links(list: &List) -> impl Iterator<Item = &Item> {
    list.items.iter().filter(|item| item.blocks.len() == 1 && is_link(item.lead()))
}

/// Whether a target is on another host, and no file of a repository there: that may be the guide's own.
fn is_off(target: &str) -> bool {
    target.contains("://") && !target.contains("/blob/") && !target.contains("/tree/")
}

/// Whether a link leads to another host.
pub(super) fn leads_off(document: &Document, inlines: &[Inline]) -> bool {
    match inlines {
        [Inline { kind: InlineKind::Link(id, _), .. }] => is_off(&document.links[*id].target),
        [Inline { kind: InlineKind::Strong(inner) | InlineKind::Emphasis(inner), .. }] => leads_off(document, inner),
        _ => false,
    }
}

/// Whether running text is nothing but a link, in weight or not.
pub(super) fn is_link(inlines: &[Inline]) -> bool {
    match inlines {
        [Inline { kind: InlineKind::Link(..), .. }] => true,
        [Inline { kind: InlineKind::Strong(inner) | InlineKind::Emphasis(inner), .. }] => is_link(inner),
        _ => false,
    }
}
