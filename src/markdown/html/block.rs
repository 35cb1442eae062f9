//! Blocks as HTML.

use std::fmt::Write;

use crate::ids::{HeadingId, Id, SectionId};
use crate::markdown::{
    Alert, Alignment, Block, BlockKind, Cell, Definition, Details, HeadingPlace, Inline, InlineKind, Item, List, Table, Task,
};

use super::{Anchors, Writer};

impl Alert {
    /// The class and the title of an alert.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Note => ("note", "Note"),
            Self::Tip => ("tip", "Tip"),
            Self::Important => ("important", "Important"),
            Self::Warning => ("warning", "Warning"),
            Self::Caution => ("caution", "Caution"),
        }
    }
}

impl Writer<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    pub(super) fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading(id, inlines) => self.heading(*id, inlines),
            BlockKind::Paragraph(inlines) => {
                self.out.push_str("<p>");
                self.inlines(inlines);
                self.out.push_str("</p>\n");
            }
            BlockKind::Plain(inlines) => self.inlines(inlines),
            BlockKind::List(list) => self.list(list),
            BlockKind::Quote(alert, blocks) => self.quote(*alert, blocks),
            BlockKind::Code(code) => self.code(code),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Details(details) => self.details(details),
            BlockKind::Html(element, blocks) => {
                let scrolls = element.tag() == "table";
                if scrolls {
                    self.out.push_str(TABLE_OPEN);
                }
                self.open(element);
                self.blocks(blocks);
                self.close(element);
                self.out.push_str(if scrolls { "</div>\n" } else { "\n" });
            }
        }
    }

    fn heading(&mut self, id: HeadingId, inlines: &[Inline]) {
        let heading = &self.context.document.headings[id];
        let level = self.context.outline.levels.find(id).copied().unwrap_or(heading.level).clamp(2, 6);
        let section = self.section_of(id, heading.place);
        if self.anchors == Anchors::LeftOut {
            // An excerpt must not add headings to the outline of the page that shows it.
            self.out.push_str("<p class=\"heading\">");
            self.inlines(inlines);
            self.out.push_str("</p>\n");
            return;
        }
        self.sections.extend(section.map(|section| (section, self.out.len())));
        let _ = write!(self.out, "<h{level}");
        self.attribute("id", &heading.anchor);
        self.out.push('>');
        self.numbered(section, inlines);
        let fragment = crate::path::percent_encode(&heading.anchor);
        self.out.push_str(" <a class=\"anchor\"");
        self.attribute("href", &format!("#{fragment}"));
        let _ = writeln!(self.out, " aria-label=\"Link to this section\">#</a></h{level}>");
    }

    /// A heading's text, its numbering set apart.
    fn numbered(&mut self, section: Option<SectionId>, inlines: &[Inline]) {
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
    fn section_of(&mut self, heading: HeadingId, place: HeadingPlace) -> Option<SectionId> {
        if place == HeadingPlace::Nested {
            return None;
        }
        let sections = self.context.outline.sections.as_slice();
        while let Some(section) = sections.get(self.next_section) {
            if section.heading >= heading {
                break;
            }
            self.next_section += 1;
        }
        sections.get(self.next_section).filter(|section| section.heading == heading).map(|_| SectionId::at(self.next_section))
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
        self.out.push_str(match item.task {
            None => "<li>",
            Some(Task::Done) => "<li class=\"task\"><span class=\"box done\" role=\"img\" aria-label=\"done\"></span> ",
            Some(Task::Open) => "<li class=\"task\"><span class=\"box\" role=\"img\" aria-label=\"to do\"></span> ",
        });
        let mut after_text = false;
        for block in &item.blocks {
            let is_text = matches!(block.kind, BlockKind::Plain(_));
            if after_text {
                self.out.push('\n');
            }
            after_text = is_text;
            self.block(block);
        }
        self.out.push_str("</li>\n");
    }

    fn quote(&mut self, alert: Option<Alert>, blocks: &[Block]) {
        if let Some(alert) = alert {
            let (class, title) = alert.names();
            let _ = writeln!(self.out, "<aside class=\"alert alert-{class}\" aria-label=\"{title}\"><p class=\"alert-title\">{title}</p>");
            self.blocks(blocks);
            self.out.push_str("</aside>\n");
        } else {
            self.out.push_str("<blockquote>\n");
            self.blocks(blocks);
            self.out.push_str("</blockquote>\n");
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str(TABLE_OPEN);
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
            self.out.push_str("<dt>");
            self.inlines(&definition.term);
            self.out.push_str("</dt>\n");
            for blocks in &definition.details {
                self.out.push_str("<dd>");
                self.blocks(blocks);
                self.out.push_str("</dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }

    fn details(&mut self, details: &Details) {
        self.out.push_str(if details.open { "<details open>\n<summary>" } else { "<details>\n<summary>" });
        if details.summary.is_empty() {
            self.out.push_str("Details");
        }
        self.inlines(&details.summary);
        self.out.push_str("</summary>\n");
        self.blocks(&details.blocks);
        self.out.push_str("</details>\n");
    }
}

const TABLE_OPEN: &str = "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">";
