//! Whole guides, built through the library: what their pages look like, where their links lead, and that no note, however
//! mangled, stops a build.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the tests lay out folders on disk and read what was built; a failed step fails the test"
)]

mod cards;
mod golden;
mod links;
mod mutation;
mod site;
mod tree;
