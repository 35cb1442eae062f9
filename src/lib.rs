//! `studyguide` turns a folder of Markdown interview notes, as they are, into a static site that people study from.

pub mod artifact;
pub mod cache;
pub mod cli;
pub mod config;
pub mod date;
pub mod diagnostic;
pub mod error;
pub mod export;
pub mod front;
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
