//! What the host shows where there is no page.
//!
//! Takes nothing but the chrome; gives links that hold at any address, since no one knows where this page will be shown.

use serde::Serialize;

use crate::guide::Guide;
use crate::path::SitePath;

use super::chrome::{About, Page};
use super::hrefs::Origin;
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "404", about: "what the host shows where there is no page", plans };

/// Its address, which GitHub Pages and most other hosts know.
const ROUTE: &str = "404.html";

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct NotFoundView {
    /// What surrounds the content.
    pub page: Page,
}

fn plans(_: &Guide) -> Vec<Plan> {
    vec![Plan { route: SitePath::fixed(ROUTE), subject: Subject::NotFound }]
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>) -> NotFoundView {
    let origin = Origin::anywhere(guide);
    let title = context.words.not_found.to_owned();
    let about = About { kind: KIND.name, origin: &origin, title, description: None, folder: None, note: None };
    NotFoundView { page: Page::new(guide, context, about) }
}
