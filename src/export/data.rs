//! What the data files share: their form, and how notes are written in them.
//!
//! Takes entries; gives one JSON file and the schema that documents it. Must not know what the entries are.

use serde::Serialize;

use crate::artifact::Output;
use crate::markdown::highlight::Highlighter;
use crate::path::SitePath;

/// Data is read without the site's style sheet.
pub(super) const COLOURLESS: Highlighter<'static> = Highlighter::Colourless;

/// The file with its schema, a pair of its name and text. Entries are written one by one, so that those of a large guide need
/// not be there at once.
pub(super) fn outputs<T: Serialize>(path: &str, name: &str, entries: impl IntoIterator<Item = T>, schema: (&str, &str)) -> [Output; 2] {
    let mut text = format!("{{\"$schema\":\"{}\",\"{name}\":[", schema.0).into_bytes();
    for (position, entry) in entries.into_iter().enumerate() {
        if position > 0 {
            text.push(b',');
        }
        // Entries are structs of texts and numbers, which JSON can always hold.
        text.extend(serde_json::to_vec(&entry).unwrap_or_default());
    }
    text.extend_from_slice(b"]}");
    [Output::new(SitePath::fixed(path), text), Output::new(SitePath::fixed(schema.0), schema.1)]
}
