//! What the data files share: their form, and how notes are written in them.
//!
//! Takes entries; gives one JSON file and the schema that documents it. Must not know what the entries are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::artifact::Output;
use crate::markdown::highlight::Highlighter;
use crate::path::SitePath;

/// Data is read without the site's style sheet.
pub(super) const COLOURLESS: Highlighter<'static> = Highlighter::Colourless;

/// The file of entries, as it stands in the site.
#[derive(Serialize)]
struct File<'a, T> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    #[serde(flatten)]
    entries: T,
}

/// The file with its schema, a pair of its name and text.
pub(super) fn outputs(path: &str, name: &str, entries: &impl Serialize, schema: (&str, &str)) -> Vec<Output> {
    let entries = BTreeMap::from([(name, entries)]);
    // Entries are structs of texts and numbers, which JSON can always hold.
    let text = serde_json::to_vec(&File { schema: schema.0, entries }).unwrap_or_default();
    let data = Output::new(SitePath::fixed(path), text);
    vec![data, Output::new(SitePath::fixed(schema.0), schema.1)]
}
