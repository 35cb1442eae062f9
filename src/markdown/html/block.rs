//! Blocks as HTML.

use std::fmt::Write;

use crate::ids::{HeadingId, Id, SectionId};
use crate::markdown::{Alert, Alignment, Block, BlockKind, Cell, Definition, Details, Inline, InlineKind, Item, List, Table, Task};

use super::embed::Written;
use super::{Anchors, Mark, Writer};
use crate::span::Span;

impl Writer<'_> {
    /// Writes sibling blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        let mut rest = blocks;
        while !rest.is_empty() {
            let written = self.next(rest);
            rest = rest.get(written..).unwrap_or_default();
        }
    }

    /// Writes the first of some siblings with those that belong to it, and gives how many that were.
    fn next(&mut self, siblings: &[Block]) -> usize {
        let Some(first) = siblings.first() else { return 1 };
        if let Some(cut) = self.cut_at(first) {
            self.marks.push((self.out.len(), Mark::Cut(cut.number)));
            return cut.blocks.len().max(1);
        }
        if self.is_vacant(first) {
            return 1;
        }
        let frames: Vec<_> = self.layout.frames_at(first).collect();
        if !frames.is_empty() {
            return self.framed(&frames, siblings);
        }
        self.block(first);
        1
    }

    pub(super) fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(id, inlines) => self.heading(*id, inlines, block.span),
            BlockKind::Paragraph(inlines) => self.paragraph(inlines, block.span),
            BlockKind::Plain(inlines) => {
                self.anchors_in(block.span);
                if self.embeds(inlines) == Written::Yes {
                    return;
                }
                self.inlines(inlines);
            }
            BlockKind::List(list) => self.list(list),
            BlockKind::Quote(alert, blocks) => self.quote(*alert, blocks),
            BlockKind::Code(code) => {
                self.anchors_in(block.span);
                self.code(code);
            }
            BlockKind::Table(table) => {
                self.anchors_in(block.span);
                self.table(table);
            }
            BlockKind::Rule => self.out.push_str("<hr>\n"),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Details(details) => self.details(details),
            BlockKind::Html(element, blocks) => {
                let scrolls = element.tag() == "table";
                if scrolls {
                    self.open_table();
                }
                // A paragraph cannot hold what the page puts into it.
                let tag = if element.tag() == "p" && self.layout.breaks(block.span) { "div" } else { element.tag() };
                self.open_as(tag, element);
                self.blocks(blocks);
                let _ = write!(self.out, "</{tag}>");
                self.out.push_str(if scrolls { "</div>\n" } else { "\n" });
            }
        }
    }

    pub(super) fn paragraph(&mut self, inlines: &[Inline], span: Span) {
        let mut anchors = self.anchors_of(span);
        if self.embeds(inlines) == Written::Yes {
            return self.write_anchors(&anchors);
        }
        self.out.push_str("<p");
        if let Some(anchor) = anchors.pop() {
            self.attribute("id", &anchor);
        }
        self.out.push('>');
        self.write_anchors(&anchors);
        self.inlines(inlines);
        self.out.push_str("</p>\n");
    }

    /// The anchors that stand among some bytes.
    fn anchors_of(&self, span: Span) -> Vec<String> {
        match self.anchors {
            Anchors::Written => self.layout.anchors(span).map(str::to_owned).collect(),
            Anchors::LeftOut => Vec::new(),
        }
    }

    fn anchors_in(&mut self, span: Span) {
        let anchors = self.anchors_of(span);
        self.write_anchors(&anchors);
    }

    fn write_anchors(&mut self, anchors: &[String]) {
        for anchor in anchors {
            self.out.push_str("<span");
            self.attribute("id", anchor);
            self.out.push_str("></span>");
        }
    }

    fn heading(&mut self, id: HeadingId, inlines: &[Inline], span: Span) {
        let heading = &self.context.document.headings[id];
        let level = self.context.heading_level(id);
        let section = self.section_of(id);
        if self.anchors == Anchors::LeftOut {
            // An excerpt must not add headings to the outline of the page that shows it.
            self.out.push_str("<p class=\"heading\">");
            self.inlines(inlines);
            self.out.push_str("</p>\n");
            return;
        }
        self.marks.extend(section.map(|section| (self.out.len(), Mark::Section(section))));
        let _ = write!(self.out, "<h{level}");
        self.attribute("id", &heading.anchor);
        self.out.push('>');
        self.anchors_in(span);
        self.numbered(section, inlines);
        let fragment = crate::path::percent_encode(&heading.anchor);
        self.out.push_str(" <a class=\"anchor\"");
        self.attribute("href", &format!("#{fragment}"));
        let _ = writeln!(self.out, " aria-label=\"{}\">#</a></h{level}>", self.context.labels.link_to_section);
    }

    /// A heading's text, its numbering set apart.
    pub(super) fn numbered(&mut self, section: Option<SectionId>, inlines: &[Inline]) {
        let number = section.and_then(|section| self.context.outline.sections[section].number.as_deref());
        if let (Some(number), Some((Inline { kind: InlineKind::Text(text), .. }, others))) = (number, inlines.split_first())
            && let Some(rest) = text.strip_prefix(number)
        {
            self.out.push_str("<span class=\"number\">");
            self.text(number);
            self.out.push_str("</span>");
            self.text(rest);
            self.inlines(others);
        } else {
            self.inlines(inlines);
        }
    }

    /// The section that a heading opens: sections stand in document order, as headings do.
    pub(super) fn section_of(&self, heading: HeadingId) -> Option<SectionId> {
        let sections = self.context.outline.sections.as_slice();
        let at = sections.partition_point(|section| section.heading < heading);
        sections.get(at).filter(|section| section.heading == heading).map(|_| SectionId::at(at))
    }

    fn list(&mut self, list: &List) {
        let tag = if list.start.is_some() { "ol" } else { "ul" };
        let _ = write!(self.out, "<{tag}");
        if let Some(start) = list.start
            && start != 1
        {
            let _ = write!(self.out, " start=\"{start}\"");
        }
        self.out.push_str(">\n");
        for item in &list.items {
            self.item(item);
        }
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn item(&mut self, item: &Item) {
        if self.are_vacant(&item.blocks) {
            return;
        }
        let frame = self.frame_of(item);
        match item.task {
            None if frame.is_some() => self.out.push_str("<li"),
            None => self.out.push_str("<li>"),
            Some(Task::Done) => self.task("box done", self.context.labels.done),
            Some(Task::Open) => self.task("box", self.context.labels.to_do),
        }
        let mut rest = item.blocks.as_ref();
        let mut after_text = false;
        if let Some((frame, (first, others))) = frame.zip(rest.split_first()) {
            let _ = write!(self.out, " id=\"{}\" class=\"callout callout-{}\">", frame.callout.anchor(), frame.name);
            self.label = Some(frame.label);
            self.block(first);
            rest = others;
            after_text = true;
        }
        while let Some(first) = rest.first() {
            let is_text = matches!(first.kind, BlockKind::Plain(_));
            if after_text {
                self.out.push('\n');
            }
            after_text = is_text;
            let written = self.next(rest);
            rest = rest.get(written..).unwrap_or_default();
        }
        self.out.push_str("</li>\n");
    }

    fn task(&mut self, class: &str, label: &str) {
        let _ = write!(self.out, "<li class=\"task\"><span class=\"{class}\" role=\"img\" aria-label=\"{label}\"></span> ");
    }

    fn quote(&mut self, alert: Option<Alert>, blocks: &[Block]) {
        if let Some(alert) = alert {
            let (class, title) = (class_of(alert), self.context.labels.alert(alert));
            let _ = writeln!(self.out, "<aside class=\"alert alert-{class}\" aria-label=\"{title}\"><p class=\"alert-title\">{title}</p>");
            self.blocks(blocks);
            self.out.push_str("</aside>\n");
        } else {
            self.out.push_str("<blockquote>\n");
            self.blocks(blocks);
            self.out.push_str("</blockquote>\n");
        }
    }

    fn open_table(&mut self) {
        let label = self.context.labels.table;
        let _ = write!(self.out, "<div class=\"table\" role=\"group\" aria-label=\"{label}\" tabindex=\"0\">");
    }

    fn table(&mut self, table: &Table) {
        self.open_table();
        self.out.push_str("<table>\n<thead>\n");
        self.row(&table.head, table, "th");
        self.out.push_str("</thead>\n");
        if !table.rows.is_empty() {
            self.out.push_str("<tbody>\n");
            for row in &table.rows {
                self.row(row, table, "td");
            }
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table></div>\n");
    }

    fn row(&mut self, cells: &[Cell], table: &Table, tag: &str) {
        self.out.push_str("<tr>");
        for (position, cell) in cells.iter().enumerate() {
            let class = match table.columns.get(position) {
                Some(Alignment::Left) => " class=\"left\"",
                Some(Alignment::Center) => " class=\"center\"",
                Some(Alignment::Right) => " class=\"right\"",
                Some(Alignment::None) | None => "",
            };
            // An empty head cell names no column.
            let tag = if tag == "th" && cell.inlines.is_empty() { "td" } else { tag };
            let _ = write!(self.out, "<{tag}{class}>");
            self.inlines(&cell.inlines);
            let _ = write!(self.out, "</{tag}>");
        }
        self.out.push_str("</tr>\n");
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        self.out.push_str("<dl>\n");
        for definition in definitions {
            if !self.is_shown_elsewhere(&definition.term) {
                self.out.push_str("<dt>");
                if let Some(span) = definition.term.iter().map(|inline| inline.span).reduce(Span::join) {
                    self.anchors_in(span);
                }
                self.inlines(&definition.term);
                self.out.push_str("</dt>\n");
            }
            for blocks in &definition.details {
                if self.are_vacant(blocks) {
                    continue;
                }
                self.out.push_str("<dd>");
                self.blocks(blocks);
                self.out.push_str("</dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn details(&mut self, details: &Details) {
        if self.is_shown_elsewhere(&details.summary) {
            return self.blocks(&details.blocks);
        }
        self.out.push_str(if details.open { "<details open>\n<summary>" } else { "<details>\n<summary>" });
        if details.summary.is_empty() {
            self.out.push_str(self.context.labels.details);
        }
        if let Some(span) = details.summary.iter().map(|inline| inline.span).reduce(Span::join) {
            self.anchors_in(span);
        }
        self.inlines(&details.summary);
        self.out.push_str("</summary>\n");
        self.blocks(&details.blocks);
        self.out.push_str("</details>\n");
    }
}

fn class_of(alert: Alert) -> &'static str {
    match alert {
        Alert::Note => "note",
        Alert::Tip => "tip",
        Alert::Important => "important",
        Alert::Warning => "warning",
        Alert::Caution => "caution",
    }
}
