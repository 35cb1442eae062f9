//! `progress.schema.json`: what the files hold in which readers carry their progress from one browser to another.
//!
//! The theme's scripts write and read those files; a site only says what they are. Must not know any reader.

use crate::artifact::Output;
use crate::path::SitePath;

/// The schema.
pub(super) fn schema() -> Output {
    Output::new(SitePath::fixed("progress.schema.json"), include_str!("schema/progress.json"))
}
