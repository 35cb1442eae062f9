//! The words that search says, one table a language: scripts read them as JSON from the page.
//!
//! Only words; `words.rs` says which language has which. Must not hold what templates say.

use serde::Serialize;

use super::words::Plural;

/// The words of search in one language, under the names that scripts know them by; a filter's name is what the query says.
#[derive(Debug, Serialize)]
pub struct SearchWords {
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

/// In English. `{n}` stands for a number, `{words}` for words of the query.
pub(super) const ENGLISH: SearchWords = SearchWords {
    search: "Search the guide",
    close: "Close",
    results: "Results",
    filters: "Filters",
    recent: "Recent searches",
    clear: "Clear",
    more: "More results",
    all: "All results",
    topics: "Browse all topics",
    failed: "Search could not load its index. Check the connection and try again.",
    found: Plural { one: "{n} result", other: "{n} results" },
    instead: "{n} for {words}",
    none: "Nothing found for “{words}”.",
    near: "The nearest topics:",
    question: "Question",
    topic: "Topic",
    levels: ["Basic", "Intermediate", "Advanced"],
    kind_note: "Notes",
    kind_question: "Questions",
    kind_topic: "Topics",
    kind_callout: "Callouts",
    level_basic: "Basic",
    level_intermediate: "Intermediate",
    level_advanced: "Advanced",
    answered_yes: "Answered",
    answered_no: "Unanswered",
};

impl SearchWords {
    /// The words as scripts read them, fit to stand between single quotes in a page.
    pub(super) fn json(&self) -> String {
        // Strings always serialise.
        let json = serde_json::to_string(self).unwrap_or_default();
        json.replace('&', "\\u0026").replace('<', "\\u003c").replace('\'', "\\u0027")
    }
}
