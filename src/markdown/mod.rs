//! Source text becomes a block tree, and the block tree becomes HTML and plain text.
//!
//! The steps: `build/` reads pulldown-cmark's offset events into the tree of `tree.rs`, with `raw_html.rs` deciding what
//! HTML may stay, and `stretch.rs` holding its texts; `html.rs` writes the tree as HTML; `text.rs` as plain text. Must not know of other notes: where a link leads
//! is told by the caller.

mod build;
pub mod cut;
mod fence;
pub mod highlight;
pub mod html;
pub mod label;
mod math;
pub mod outline;
mod place;
pub mod raw_html;
pub mod slug;
mod stretch;
mod tabs;
pub mod text;
mod tree;

pub use build::parse;
pub use place::{Place, Step};
pub use stretch::Stretch;
pub use tree::*;
