//! A list of things as people and programs read it.
//!
//! Takes entries and the columns that a table shows; gives tab-separated text or JSON. Holds one entry at a time, as those of a
//! large guide are many. Must not print.

use std::cell::Cell;
use std::collections::BTreeMap;

use clap::ValueEnum;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// How a list is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// A table with a head line, its columns parted by tabs
    #[default]
    Tsv,
    /// JSON, as in the site's own data files
    Json,
}

/// A list of things, each a struct that serialises to an object.
pub(super) struct Table {
    /// What they are, in the plural: the name of the list in JSON.
    pub(super) name: &'static str,
    /// The fields that a table shows, in order; JSON holds all of them.
    pub(super) columns: &'static [&'static str],
}

impl Table {
    /// The list as text.
    pub(super) fn text<T: Serialize>(&self, form: Form, entries: impl IntoIterator<Item = T>) -> String {
        match form {
            Form::Json => self.json(entries),
            Form::Tsv => {
                let mut text = self.columns.join("\t") + "\n";
                for entry in entries {
                    text.push_str(&self.row(&entry));
                    text.push('\n');
                }
                text
            }
        }
    }

    fn json<T: Serialize>(&self, entries: impl IntoIterator<Item = T>) -> String {
        let list = BTreeMap::from([(self.name, Sequence(Cell::new(Some(entries))))]);
        // Entries are structs of texts and numbers, which JSON can always hold.
        serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
    }

    fn row(&self, entry: &impl Serialize) -> String {
        let entry = serde_json::to_value(entry).unwrap_or_default();
        self.columns.iter().map(|column| entry.get(*column).map(cell).unwrap_or_default()).collect::<Vec<_>>().join("\t")
    }
}

/// Entries that are made as they are written, once.
struct Sequence<I>(Cell<Option<I>>);

impl<T: Serialize, I: IntoIterator<Item = T>> Serialize for Sequence<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}

/// A value in one cell: without tabs and line breaks, lists parted by commas, a place as `path:line`.
fn cell(value: &Value) -> String {
    if let (Some(note), Some(line)) = (value.get("note"), value.get("line")) {
        return format!("{}:{line}", cell(note));
    }
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Cheese {
        name: &'static str,
        holes: Option<u32>,
        eaten_with: &'static [&'static str],
    }

    #[test]
    fn a_place_is_a_path_with_a_line() {
        let entry = serde_json::json!({"places": [{"note": "a b.md", "line": 3, "url": "a.html"}, {"note": "c.md", "line": 1}]});
        assert_eq!(Table { name: "things", columns: &["places"] }.text(Form::Tsv, [entry]), "places\na b.md:3,c.md:1\n");
    }

    #[test]
    fn a_table_has_one_line_an_entry_and_json_has_all_fields() {
        let cheeses = [
            Cheese { name: "Emmental", holes: Some(12), eaten_with: &["bread", "grapes"] },
            Cheese { name: "Two\twords\n", holes: None, eaten_with: &[] },
        ];
        let table = Table { name: "cheeses", columns: &["holes", "name", "eaten_with"] };
        assert_eq!(table.text(Form::Tsv, &cheeses), "holes\tname\teaten_with\n12\tEmmental\tbread,grapes\n\tTwo words\t\n");
        let json: Value = serde_json::from_str(&table.text(Form::Json, &cheeses)).unwrap();
        assert_eq!(json["cheeses"][1], serde_json::json!({"name": "Two\twords\n", "holes": null, "eaten_with": []}));
    }
}
