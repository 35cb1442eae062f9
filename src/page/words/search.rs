//! The words that search says: scripts read them as JSON from the page.
//!
//! Only their names; each language's file says them, `{n}` standing for a number and `{words}` for words of the query. Must not
//! hold what templates say.

use serde::Serialize;

use super::plural::Plural;

/// The words of search in one language, under the names that scripts know them by; a filter's name is what the query says.
#[derive(Debug, Serialize)]
pub struct SearchWords {
    pub locale: &'static str,
    pub comma: &'static str,
    pub quoted: &'static str,
    pub search: &'static str,
    pub close: &'static str,
    pub results: &'static str,
    pub filters: &'static str,
    pub recent: &'static str,
    pub clear: &'static str,
    pub more: &'static str,
    pub all: &'static str,
    pub topics: &'static str,
    pub failed: &'static str,
    pub found: Plural,
    pub instead: &'static str,
    pub none: &'static str,
    pub near: &'static str,
    pub question: &'static str,
    pub topic: &'static str,
    pub levels: [&'static str; 3],
    #[serde(rename = "kind:note")]
    pub kind_note: &'static str,
    #[serde(rename = "kind:question")]
    pub kind_question: &'static str,
    #[serde(rename = "kind:topic")]
    pub kind_topic: &'static str,
    #[serde(rename = "kind:callout")]
    pub kind_callout: &'static str,
    #[serde(rename = "level:basic")]
    pub level_basic: &'static str,
    #[serde(rename = "level:intermediate")]
    pub level_intermediate: &'static str,
    #[serde(rename = "level:advanced")]
    pub level_advanced: &'static str,
    #[serde(rename = "answered:yes")]
    pub answered_yes: &'static str,
    #[serde(rename = "answered:no")]
    pub answered_no: &'static str,
}

impl SearchWords {
    /// The words as scripts read them, fit to stand between single quotes in a page.
    pub(in crate::page) fn json(&self) -> String {
        // Strings always serialise.
        let json = serde_json::to_string(self).unwrap_or_default();
        json.replace('&', "\\u0026").replace('<', "\\u003c").replace('\'', "\\u0027")
    }
}
