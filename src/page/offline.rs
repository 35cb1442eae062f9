//! What the site's worker shows where a page cannot be had without a network.
//!
//! Takes nothing but the chrome; gives the page that leads to those that browsers always keep. Must not know what they keep.

use serde::Serialize;

use crate::config::Offline;
use crate::guide::Guide;
use crate::path::SitePath;

use super::chrome::{About, Page};
use super::hrefs::Origin;
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "offline", about: "what is shown where a page cannot be had without a network", plans };

/// Its address.
pub const ROUTE: &str = "unavailable.html";

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct OfflineView {
    /// What surrounds the content.
    pub page: Page,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let is_kept = guide.site.offline == Offline::Kept;
    is_kept.then(|| Plan { route: SitePath::fixed(ROUTE), subject: Subject::Offline }).into_iter().collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath) -> OfflineView {
    let origin = Origin::Page(route.clone());
    let title = context.words.offline.to_owned();
    let about = About { kind: KIND.name, origin: &origin, title, description: None, folder: None, note: None };
    let page = Page::new(guide, context, about);
    OfflineView { page: Page { listed: false, canonical: None, ..page } }
}
