//! A list of things as people and programs read it.
//!
//! Takes entries as JSON values and the columns that a table shows; gives tab-separated text or JSON. Must not print.

use clap::ValueEnum;
use serde::Serialize;
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

/// A list of things.
pub(super) struct Table {
    /// What they are, in the plural: the name of the list in JSON.
    name: &'static str,
    /// The fields that a table shows, in order; JSON holds all of them.
    columns: &'static [&'static str],
    entries: Vec<Value>,
}

impl Table {
    /// A list of entries, each a struct that serialises to an object.
    pub(super) fn new<T: Serialize>(name: &'static str, columns: &'static [&'static str], entries: impl IntoIterator<Item = T>) -> Self {
        // Entries are structs of texts and numbers, which JSON can always hold.
        let entries = entries.into_iter().filter_map(|entry| serde_json::to_value(entry).ok()).collect();
        Self { name, columns, entries }
    }

    /// The list as text.
    pub(super) fn text(&self, form: Form) -> String {
        match form {
            Form::Json => format!("{:#}\n", serde_json::json!({ self.name: self.entries })),
            Form::Tsv => {
                let head = self.columns.join("\t");
                let rows =
                    self.entries.iter().map(|entry| self.columns.iter().map(|column| cell(&entry[*column])).collect::<Vec<_>>().join("\t"));
                std::iter::once(head).chain(rows).map(|line| line + "\n").collect()
            }
        }
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
        assert_eq!(Table::new("things", &["places"], [entry]).text(Form::Tsv), "places\na b.md:3,c.md:1\n");
    }

    #[test]
    fn a_table_has_one_line_an_entry_and_json_has_all_fields() {
        let cheeses = [
            Cheese { name: "Emmental", holes: Some(12), eaten_with: &["bread", "grapes"] },
            Cheese { name: "Two\twords\n", holes: None, eaten_with: &[] },
        ];
        let table = Table::new("cheeses", &["holes", "name", "eaten_with"], cheeses);
        assert_eq!(table.text(Form::Tsv), "holes\tname\teaten_with\n12\tEmmental\tbread,grapes\n\tTwo words\t\n");
        let json: Value = serde_json::from_str(&table.text(Form::Json)).unwrap();
        assert_eq!(json["cheeses"][1], serde_json::json!({"name": "Two\twords\n", "holes": null, "eaten_with": []}));
    }
}
