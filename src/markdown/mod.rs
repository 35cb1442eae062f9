//! Source text becomes a block tree, and the block tree becomes HTML and plain text.
//!
//! The steps: `build.rs` reads pulldown-cmark's offset events into the tree of `tree.rs`, with `raw_html.rs` deciding what
//! HTML may stay; `html.rs` writes the tree as HTML; `text.rs` as plain text. Must not know of other notes: where a link leads
//! is told by the caller.

pub mod outline;
pub mod raw_html;
mod tree;

pub use tree::*;
