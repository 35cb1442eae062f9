//! A stretch of a note's body with what the page puts behind it.

use serde::Serialize;

use super::chrome::Link;
use super::question::CardView;

/// A stretch of a note's body, up to a card or to the end of a section that has topics.
#[derive(Debug, Serialize)]
pub struct Part {
    /// Its HTML.
    pub html: String,
    /// The topics of the sections that end here.
    pub topics: Vec<Link>,
    /// The questions that stand here.
    pub cards: Vec<CardView>,
}
