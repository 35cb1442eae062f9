//! Tables that lost their shape: lines of cells between tabs, as pasted from a page.
//!
//! Takes the inlines of a paragraph; gives the table that it was. Must not take a paragraph that merely holds a tab: every
//! line has cells, the first as many as any other.

use super::{Alignment, Cell, Inline, InlineKind, Table};
use crate::span::Span;

/// The table that a paragraph was.
#[must_use]
pub(super) fn table(inlines: &[Inline]) -> Option<Table> {
    let holds_tab = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if text.contains('\t'));
    if !inlines.iter().any(holds_tab) {
        return None;
    }
    let mut rows: Vec<Vec<Cell>> = inlines.split(Inline::is_break).filter(|line| !line.is_empty()).map(cells).collect();
    let columns = rows.first()?.len();
    let fits = rows.iter().all(|row| (2..=columns).contains(&row.len())) && rows.iter().skip(1).any(|row| row.len() == columns);
    if !fits {
        return None;
    }
    for row in &mut rows {
        let end = row.last().map_or(0, |cell| cell.span.end);
        row.resize_with(columns, || Cell { span: Span { start: end, end }, inlines: Box::default() });
    }
    let mut rows = rows.into_iter().map(Vec::into_boxed_slice);
    Some(Table { columns: vec![Alignment::None; columns].into(), head: rows.next()?, rows: rows.collect() })
}

/// The cells of one line. Tabs at its end close nothing.
fn cells(line: &[Inline]) -> Vec<Cell> {
    let mut cells: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in line {
        let InlineKind::Text(text) = &inline.kind else {
            push(&mut cells, inline.clone());
            continue;
        };
        let mut at = 0;
        for (position, piece) in text.split('\t').enumerate() {
            if position > 0 {
                cells.push(Vec::new());
                at += 1;
            }
            if !piece.is_empty() {
                push(&mut cells, Inline { span: part(inline.span, text, at, piece), kind: InlineKind::Text(text.share(piece)) });
            }
            at += piece.len();
        }
    }
    for cell in &mut cells {
        trim(cell);
    }
    while cells.last().is_some_and(Vec::is_empty) {
        cells.pop();
    }
    let mut end = line.first().map_or(0, |inline| inline.span.start);
    let mut spanned = |inlines: Vec<Inline>| {
        let span = inlines.iter().map(|inline| inline.span).reduce(Span::join).unwrap_or(Span { start: end, end });
        end = span.end;
        Cell { span, inlines: inlines.into() }
    };
    cells.into_iter().map(&mut spanned).collect()
}

fn push(cells: &mut [Vec<Inline>], inline: Inline) {
    if let Some(cell) = cells.last_mut() {
        cell.push(inline);
    }
}

/// The span of a piece of a text; the whole text's where an escape makes positions differ from the source.
fn part(whole: Span, text: &str, at: usize, piece: &str) -> Span {
    let range = whole.range();
    if range.len() == text.len() { Span::new(range.start + at..range.start + at + piece.len()) } else { whole }
}

/// Drops the blanks beside the tabs.
fn trim(cell: &mut Vec<Inline>) {
    if let Some(Inline { span, kind: InlineKind::Text(text) }) = cell.first_mut() {
        let kept = text.trim_start();
        *span = part(*span, text, text.len() - kept.len(), kept);
        *text = text.share(kept);
    }
    if let Some(Inline { span, kind: InlineKind::Text(text) }) = cell.last_mut() {
        let kept = text.trim_end();
        *span = part(*span, text, 0, kept);
        *text = text.share(kept);
    }
    cell.retain(|inline| !matches!(&inline.kind, InlineKind::Text(text) if text.is_empty()));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inlines of a source where `|` stands for a tab, `/` for a soft break and back-ticks for code.
    fn inlines(source: &str) -> Vec<Inline> {
        let mut found = Vec::new();
        let mut at = 0;
        for (position, line) in source.split('/').enumerate() {
            if position > 0 {
                found.push(Inline { span: Span::new(at..at + 1), kind: InlineKind::SoftBreak });
                at += 1;
            }
            for (position, piece) in line.split('`').enumerate() {
                at += usize::from(position > 0);
                let text = piece.replace('|', "\t");
                if !text.is_empty() {
                    let kind = if position % 2 == 1 { InlineKind::Code(text.into()) } else { InlineKind::Text(text.into()) };
                    found.push(Inline { span: Span::new(at..at + piece.len()), kind });
                }
                at += piece.len();
            }
        }
        found
    }

    fn shown(source: &str) -> Option<Vec<String>> {
        let table = table(&inlines(source))?;
        let cell = |cell: &Cell| cell.span.of(source).replace('`', "");
        let row = |row: &[Cell]| row.iter().map(cell).collect::<Vec<_>>().join("|");
        Some(std::iter::once(&table.head).chain(&table.rows).map(|cells| row(cells)).collect())
    }

    #[test]
    fn lines_of_cells_become_a_table() {
        for (source, expected) in [
            ("kind|cost/heap|low/list|high", vec!["kind|cost", "heap|low", "list|high"]),
            ("kind|cost|use/heap |  low|`pop` first/list|high", vec!["kind|cost|use", "heap|low|pop first", "list|high|"]),
            ("kind|cost|/heap|low|", vec!["kind|cost", "heap|low"]),
            ("kind|cost|use/heap||`pop`", vec!["kind|cost|use", "heap||pop"]),
        ] {
            assert_eq!(shown(source).as_deref(), Some(expected.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice()), "{source}");
        }
    }

    #[test]
    fn a_paragraph_that_merely_holds_a_tab_stays_one() {
        for source in ["kind|cost", "no tabs/at all", "a line|with a tab/and one without", "kind|cost/heap|low|odd", "a|b|c/d|e"] {
            assert_eq!(shown(source), None, "{source}");
        }
    }
}
