//! The search page: where search works without its dialog.
//!
//! Takes nothing but the chrome; gives the page that `static/js` fills. Must not hold the index.

use serde::Serialize;

use crate::guide::Guide;
use crate::path::SitePath;

use super::chrome::{About, Page};
use super::hrefs::Origin;
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "search", about: "the search page", plans };

/// Its address.
pub const ROUTE: &str = "search.html";

/// The address of the file that tells browsers about it.
pub const OPENSEARCH: &str = "opensearch.xml";

/// What the search page shows.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// What surrounds the content.
    pub page: Page,
}

fn plans(_: &Guide) -> Vec<Plan> {
    vec![Plan { route: SitePath::fixed(ROUTE), subject: Subject::Search }]
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath) -> SearchView {
    let origin = Origin::Page(route.clone());
    let title = context.words.search.to_owned();
    let about = About { kind: KIND.name, origin: &origin, title, description: None, folder: None, note: None };
    SearchView { page: Page::new(guide, context, about) }
}
