//! Words that say how something is asked, not what.
//!
//! English alone, as the notes' headings mostly are; in other languages such words are found by how often they stand.

/// Words that a phrase or comparison is read across: "a vs b", "an iterator and an iterable". The reader gets the same list.
pub(super) const GLUE: &[&str] = &["a", "an", "the", "and", "or", "vs", "versus", "of", "in", "to", "for", "with", "on", "between"];

/// Words that make a question. They add nothing to the length of a title, and the reader leaves them out where others tell
/// more.
pub(super) const ASKING: &[&str] = &[
    "are",
    "can",
    "could",
    "describe",
    "did",
    "difference",
    "differences",
    "do",
    "does",
    "explain",
    "how",
    "i",
    "is",
    "it",
    "should",
    "was",
    "were",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "would",
    "you",
    "your",
];

/// Words that add nothing to the length of a title either, but may be what is looked for.
pub(super) const FILLING: &[&str] = &["mean", "tell", "use", "used", "using", "work", "works"];
