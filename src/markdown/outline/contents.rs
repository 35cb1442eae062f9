//! Tables of contents made by hand: the page has its own, so they are not shown twice.
//!
//! Takes the block tree; marks such lists and tables, their headings and the rules beside them. Must not take a list of links
//! to other notes: that one leads somewhere.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::heading::TopHeading;
use super::{Role, Roles};
use crate::ids::LinkId;
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Item, text};

/// What such a list is headed by, lower case, joined by `|`.
const NAMES: &str = "\
    table of contents|contents|toc|table of content|in this article|in this guide|on this page|index|outline|quick links|quick navigation|navigation|\
    jump to|sections|topics|table of questions|list of questions|questions list|inhalt|inhaltsverzeichnis|inhaltsübersicht|übersicht|índice|\
    tabla de contenidos|tabla de contenido|contenido|contenidos|table des matières|sommaire|contenu|sumário|conteúdo|tabela de conteúdo|содержание|\
    оглавление|зміст|spis treści|indice|目录|目錄|目次|もくじ|目次一覧|목차|차례|विषय सूची|विषय-सूची|अनुक्रमणिका|सामग्री|المحتويات|جدول المحتويات|الفهرس|فهرس";

/// How many entries make a list without a heading a table of contents.
const ENTRIES: usize = 3;

/// Marks the tables of contents of a note.
pub(super) fn mark(document: &Document, headings: &[TopHeading], roles: &mut Roles) {
    mark_headed(document, headings, roles);
    mark_bare(document, headings, roles);
    mark_rules(document, roles);
}

/// A heading that says what it is, with all that follows it and is a listing.
fn mark_headed(document: &Document, headings: &[TopHeading], roles: &mut Roles) {
    let titles: HashSet<&str> = if headings.iter().any(|heading| is_name(heading.text())) {
        headings.iter().flat_map(|heading| [heading.text(), heading.title()]).collect()
    } else {
        return;
    };
    let ends = headings.iter().skip(1).map(|heading| heading.block).chain([document.blocks.len()]);
    for (heading, end) in headings.iter().zip(ends).filter(|(heading, _)| is_name(heading.text())) {
        let body = document.blocks.get(heading.block + 1..end).unwrap_or_default();
        let listing = |block: &Block| is_listing(document, block, &titles, 1);
        let part = body.iter().take_while(|block| is_short(block) || listing(block)).count();
        if let Some(last) = body.iter().take(part).rposition(listing) {
            roles.mark(heading.block..heading.block + last + 2, Role::Contents);
        }
    }
}

/// A listing without a heading: before the first section, or directly under the title.
fn mark_bare(document: &Document, headings: &[TopHeading], roles: &mut Roles) {
    let end = headings.get(1).map_or(document.blocks.len(), |heading| heading.block);
    let none = HashSet::new();
    for (position, block) in document.blocks.iter().enumerate().take(end) {
        if roles.is(position, Role::Body) && is_listing(document, block, &none, ENTRIES) {
            let caption = position.checked_sub(1).filter(|&before| document.blocks.get(before).is_some_and(is_caption));
            roles.mark(caption.unwrap_or(position)..position + 1, Role::Contents);
        }
    }
}

/// The rules that parted a table of contents from what stands around it.
fn mark_rules(document: &Document, roles: &mut Roles) {
    for (position, block) in document.blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Rule) {
            let before = position.checked_sub(1).is_some_and(|before| roles.is(before, Role::Contents));
            let opens = document.blocks.get(position + 1).is_none_or(|next| matches!(next.kind, BlockKind::Heading(..)));
            if (before && opens) || roles.is(position + 1, Role::Contents) {
                roles.mark(position..position + 1, Role::Contents);
            }
        }
    }
}

/// A line that parts such a list: `**Basics**`.
fn is_short(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if text::inlines(inlines).len() < 80)
}

static ALL_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| NAMES.split('|').collect());

fn is_name(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    ALL_NAMES.contains(bare.as_str())
}

/// A paragraph that heads a list: `**Contents**`.
fn is_caption(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if is_name(&text::inlines(inlines)))
}

/// Whether a block is a list or table of at least `least` places of the same page and of nothing else. An entry without a
/// link counts where it is one of `titles`.
fn is_listing(document: &Document, block: &Block, titles: &HashSet<&str>, least: usize) -> bool {
    let mut tally = Tally { document, titles, entries: 0, others: 0 };
    tally.block(block);
    tally.entries >= least && tally.others == 0
}

/// Counts entries and what is none.
struct Tally<'a> {
    document: &'a Document,
    titles: &'a HashSet<&'a str>,
    entries: usize,
    others: usize,
}

impl Tally<'_> {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| self.item(item)),
            BlockKind::Table(table) => {
                for row in &table.rows {
                    let before = self.entries;
                    row.iter().filter(|cell| !is_ordinal(&cell.inlines)).for_each(|cell| self.entry(&cell.inlines));
                    self.others += usize::from(self.entries == before);
                }
            }
            BlockKind::Details(details) if is_name(&text::inlines(&details.summary)) || details.summary.is_empty() => {
                details.blocks.iter().for_each(|block| self.block(block));
            }
            BlockKind::Html(_, blocks) => blocks.iter().for_each(|block| self.block(block)),
            BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) if self.entries > 0 || links(inlines).next().is_some() => {
                self.entry(inlines);
            }
            _ => self.others += 1,
        }
    }

    fn item(&mut self, item: &Item) {
        for block in &item.blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => self.entry(inlines),
                _ => self.block(block),
            }
        }
    }

    fn entry(&mut self, inlines: &[Inline]) {
        let mut links = links(inlines).peekable();
        let is_entry = if links.peek().is_some() {
            let linked: usize = links.clone().map(|(_, inner)| text::inlines(inner).len()).sum();
            links.all(|(id, _)| self.document.links.find(id).is_some_and(|link| link.target.starts_with('#')))
                && text::inlines(inlines).len() <= linked + linked / 4 + 16
        } else {
            self.titles.contains(text::inlines(inlines).trim())
        };
        if is_entry {
            self.entries += 1;
        } else {
            self.others += 1;
        }
    }
}

/// The links of running text, in strong or emphasised words too.
fn links(inlines: &[Inline]) -> impl Iterator<Item = (LinkId, &[Inline])> + Clone {
    inlines.iter().flat_map(|inline| {
        let inner = match &inline.kind {
            InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => inner.as_ref(),
            InlineKind::Html(html) => html.inlines.as_ref(),
            _ => std::slice::from_ref(inline),
        };
        inner.iter().filter_map(|inline| match &inline.kind {
            InlineKind::Link(id, inner) => Some((*id, inner.as_ref())),
            _ => None,
        })
    })
}

/// A cell that only counts: `12`, or nothing.
fn is_ordinal(inlines: &[Inline]) -> bool {
    !text::inlines(inlines).contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use crate::markdown::outline::Role;
    use crate::markdown::outline::tests::roles;

    #[test]
    fn tables_of_contents_are_marked_with_heading_and_rule() {
        for (note, expected) in [
            ("# Soil\n\n## Table of Contents\n\n1. [Clay](#clay)\n2. [Sand](#sand)\n\n---\n\n## Clay\n\n## Sand", "T CCC B B"),
            ("# Boden\n\n## 📑 Inhalt\n\n- [Ton](#ton)\n  - [Roter Ton](#roter-ton)\n\n## Ton", "T CC B"),
            ("# 土\n\n## 目录\n\n- 沙\n- 泥\n\n## 沙\n\n## 泥", "T CC B B"),
            ("# Soil\n\n**Contents**\n\n- [a](#a)\n- [b](#b)\n- [c](#c)\n\nText.\n\n## a", "T CC B B"),
            ("# Soil\n\n| No | Question |\n|-|-|\n| 1 | [a](#a) |\n| 2 | [b](#b) |\n| 3 | [c](#c) |\n\n## a", "T C B"),
            ("# Soil\n\n## Contents\n\n**Basics**\n\n- [a](#a)\n\n**More**\n\n- [b](#b)\n\nText.\n\n## a", "T CCCCC B B"),
            ("# Soil\n\n<details>\n<summary>Table of Contents</summary>\n\n- [a](#a)\n- [b](#b)\n- [c](#c)\n\n</details>\n\n## a", "T C B"),
        ] {
            assert_eq!(roles(note), expected.replace(' ', ""), "{note}");
        }
    }

    #[test]
    fn lists_that_lead_elsewhere_stay() {
        for note in [
            "# Soil\n\n## Contents\n\n- [Clay](clay.md)\n- [Sand](sand.md)\n\n## Use",
            "# Soil\n\n- [a](#a)\n- [b](#b) and a sentence about what there is to say of it\n- [c](#c)\n\n## a",
            "# Soil\n\n- [a](#a)\n\n## a",
            "# Soil\n\n## Topics\n\n- Heat\n- Frost\n\n## a",
        ] {
            assert!(!roles(note).contains('C'), "{note}");
        }
        assert_eq!(roles("# Soil\n\n- [a](https://a.example)\n- [b](#b)\n- [c](#c)"), format!("T{}", "B"), "{:?}", Role::Body);
    }
}
