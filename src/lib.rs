//! `studyguide` turns a folder of Markdown interview notes, as they are, into a static site that people study from.
//!
//! One build, told in its types; each is made by one room, and none changes once made:
//!
//! 1. [`source`] walks the folder: [`SourceSet`](source::SourceSet).
//! 2. [`recognise`] parses each source, in parallel: [`Note`](note::Note), on the block tree of [`markdown`].
//! 3. [`guide`] links them: [`Guide`](guide::Guide), the model that every page reads.
//! 4. [`page`] plans the pages and makes the view of each: [`Plan`](page::Plan), [`View`](page::View).
//! 5. [`render`], [`search`] and [`export`] make files, in parallel: [`Output`](artifact::Output).
//! 6. [`output`] writes what changed.
//!
//! [`build()`] is that sentence as code. `cli/` and `serve/` call it; nothing below them reads the clock or the environment.

pub mod artifact;
mod build;
pub mod cache;
pub mod cli;
pub mod config;
pub mod date;
pub mod diagnostic;
pub mod error;
pub mod export;
pub mod fingerprint;
pub mod front;
pub mod git;
pub mod guide;
pub mod ids;
pub mod markdown;
pub mod note;
pub mod output;
pub mod page;
pub mod path;
pub mod progress;
pub mod recognise;
pub mod render;
pub mod search;
pub mod serve;
pub mod source;
pub mod span;

pub use build::{Report, Request, build, read};
