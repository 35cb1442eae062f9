//! The passages of a note: every stretch of it that can name a topic, by what it is.
//!
//! Takes a note; gives its headings, the terms and items of its lists, and its running text, in source order, each with the
//! section that it stands in. Must not read names out of them.

use std::borrow::Cow;

use crate::ids::SectionId;
use crate::markdown::label::{self, Label, Spelling};
use crate::markdown::{Block, BlockKind, Inline, InlineKind, List, text};
use crate::note::{Note, Role};
use crate::span::Span;

/// A stretch of a note.
pub(super) struct Passage<'n> {
    /// The section that it stands in, or that it is the heading of.
    pub(super) section: Option<SectionId>,
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: PassageKind<'n>,
}

/// What a stretch of a note is.
pub(super) enum PassageKind<'n> {
    /// A section's heading.
    Heading(&'n str),
    /// A bold term that opens an item of a list and something follows, with what stands behind the colon inside it; or the
    /// term of a definition list.
    Term(Cow<'n, str>, Option<String>),
    /// A short item of a list without any bold.
    Item(String),
    /// Running text, terms and items included.
    Text(&'n [Inline]),
}

/// The longest plain item that may be a name, in bytes of source.
const LONGEST_ITEM: usize = 90;

/// The title of a note, where it is one of the whole note: one that nobody wrote is that of the first section.
pub(in crate::guide) fn title(note: &Note) -> Option<&str> {
    let title = note.outline.title.text.as_str();
    let first = note.outline.sections.iter().next().map(|section| section.title.as_str());
    (first != Some(title)).then_some(title)
}

/// Shows the passages of a note, in source order.
pub(super) fn visit<'n>(note: &'n Note, show: &mut dyn FnMut(Passage<'n>)) {
    let mut walk = Walk { note, section: None, show };
    let mut sections = note.outline.sections.iter_ids().peekable();
    for (at, block) in note.document.blocks.iter().enumerate() {
        let role = note.outline.roles.get(at).copied().unwrap_or(Role::Body);
        if let Some((id, section)) = sections.next_if(|(_, section)| section.blocks.start <= at) {
            walk.section = Some(id);
            walk.show(note.document.headings.find(section.heading).map_or(block.span, |h| h.span), PassageKind::Heading(&section.title));
        } else if role == Role::Body {
            walk.block(block);
        }
    }
    for footnote in &note.document.footnotes {
        walk.section = None;
        walk.blocks(&footnote.blocks);
    }
}

struct Walk<'n, 'v> {
    note: &'n Note,
    section: Option<SectionId>,
    show: &'v mut dyn FnMut(Passage<'n>),
}

impl<'n> Walk<'n, '_> {
    fn show(&mut self, span: Span, kind: PassageKind<'n>) {
        (self.show)(Passage { section: self.section, span, kind });
    }

    fn blocks(&mut self, blocks: &'n [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'n Block) {
        match &block.kind {
            BlockKind::Heading(_, inlines) | BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => {
                self.show(block.span, PassageKind::Text(inlines));
            }
            BlockKind::List(list) => self.list(list),
            BlockKind::Quote(_, blocks) | BlockKind::Html(_, blocks) => self.blocks(blocks),
            BlockKind::Details(details) => {
                self.show(block.span, PassageKind::Text(&details.summary));
                self.blocks(&details.blocks);
            }
            BlockKind::Table(table) => {
                for cell in std::iter::once(&table.head).chain(&table.rows).flatten() {
                    self.show(cell.span, PassageKind::Text(&cell.inlines));
                }
            }
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    let words = text::inlines(&definition.term);
                    self.show(span_of(&definition.term).unwrap_or(block.span), PassageKind::Term(words.into(), None));
                    definition.details.iter().for_each(|blocks| self.blocks(blocks));
                }
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }

    fn list(&mut self, list: &'n List) {
        for item in &list.items {
            if let Some(Block { kind: BlockKind::Paragraph(line) | BlockKind::Plain(line), .. }) = item.blocks.first() {
                let is_followed = item.blocks.len() > 1;
                match term(line, is_followed) {
                    Some(label) => {
                        self.show(label.span, PassageKind::Term(label.words, label.subject.map(|subject| subject.words.into_owned())));
                    }
                    None => self.item(line, list.start.is_none()),
                }
            }
            self.blocks(&item.blocks);
        }
    }

    fn item(&mut self, line: &'n [Inline], is_unordered: bool) {
        let Some(span) = span_of(line) else { return };
        // An item that begins with a link leads somewhere, and one of an ordered list is a step.
        let is_link = matches!(line.first().map(|inline| &inline.kind), Some(InlineKind::Link(..) | InlineKind::Image(..)));
        if is_link || !is_unordered || span.range().len() > LONGEST_ITEM || self.is_asked(span) {
            return;
        }
        if let Some(label) = label::plain(line) {
            self.show(label.span, PassageKind::Term(label.words, None));
            return;
        }
        let words = text::inlines(line);
        if !words.trim_end().ends_with(['.', '!', '?', ';', ':', '。', '！', '？', '…', '؟']) {
            self.show(span, PassageKind::Item(words));
        }
    }

    /// Whether the words are those of a question.
    fn is_asked(&self, span: Span) -> bool {
        let after = self.note.questions.as_slice().partition_point(|question| question.span.start <= span.end);
        let before = self.note.questions.as_slice().get(after.saturating_sub(1));
        before.is_some_and(|question| question.span.start >= span.start && question.span.start < span.end)
    }
}

/// The bold words that open a line, where something follows them.
fn term(line: &[Inline], is_followed: bool) -> Option<Label<'_>> {
    let label = label::strong(line)?;
    let opens = line.iter().take(2).any(|inline| is_bold(inline) && inline.span == label.span);
    let defines = !label.rest.is_empty() || is_followed || label.spelling == Spelling::Subject;
    (opens && defines).then_some(label)
}

/// Whether the author made it bold, not merely slanted.
pub(super) fn is_bold(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Strong(_) => true,
        InlineKind::Emphasis(inner) => matches!(inner.as_ref(), [only] if is_bold(only)),
        InlineKind::Html(html) => matches!(html.element.tag(), "b" | "strong"),
        _ => false,
    }
}

fn span_of(line: &[Inline]) -> Option<Span> {
    line.iter().map(|inline| inline.span).reduce(Span::join)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::GuidePath;
    use crate::recognise::{Vocabulary, parse};
    use crate::source::Source;

    fn shown(note: &str) -> Vec<String> {
        let note = parse(Source { path: GuidePath::new("a.md").unwrap(), text: note.to_owned() }, Vocabulary::built_in());
        let mut found = Vec::new();
        visit(&note, &mut |passage| {
            found.push(match passage.kind {
                PassageKind::Heading(text) => format!("# {text}"),
                PassageKind::Term(words, subject) => {
                    format!("term {words}{}", subject.map_or(String::new(), |subject| format!(" / {subject}")))
                }
                PassageKind::Item(words) => format!("item {words}"),
                PassageKind::Text(inlines) => format!("text {}", text::inlines(inlines)),
            });
        });
        found
    }

    fn without_text(note: &str) -> Vec<String> {
        shown(note).into_iter().filter(|line| !line.starts_with("text")).collect()
    }

    #[test]
    fn headings_and_text_stand_in_source_order() {
        assert_eq!(
            shown("# T\n\nIntro.\n\n## One\n\nText **bold**.\n\n> quoted\n"),
            ["text Intro.", "# One", "text Text bold.", "text quoted"]
        );
    }

    #[test]
    fn bold_words_that_open_an_item_are_terms_where_something_follows() {
        let note = "# T\n\n- **Heap**: a tree\n- **Trie** is a tree\n- **Idea: Tries** and so\n- **Bare**\n- **List**\n  - more\n- text **bold** text, which is no term at all.\n";
        assert_eq!(without_text(note), ["term Heap", "term Trie", "term Idea / Tries", "item Bare", "term List", "item more"]);
    }

    #[test]
    fn short_items_are_told_from_sentences_links_and_steps() {
        let note = "# T\n\n- Weak references\n- It ends here.\n- [a link](b.md)\n- `__slots__`\n- Heap: a tree\n\n1. a step\n";
        assert_eq!(without_text(note), ["item Weak references", "item __slots__", "term Heap"]);
    }

    #[test]
    fn definition_lists_define_terms_and_code_says_nothing() {
        assert_eq!(without_text("# T\n\nHeap\n: A tree.\n\n```\n- **Code**: x\n```\n"), ["term Heap"]);
    }
}
