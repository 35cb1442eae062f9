//! The list of all lenses.
//!
//! Takes what the lenses gather; gives each with what it is for and how much it holds. Must not show what they hold.

use serde::Serialize;

use crate::guide::Guide;
use crate::page::chrome::{About, Page};
use crate::page::hrefs::Origin;
use crate::page::listing::Listed;
use crate::page::{Context, Kind, Plan, Subject};
use crate::path::SitePath;

use super::gather;

/// The kind.
pub(in crate::page) const KIND: Kind = Kind { name: "lenses", about: "all lenses, each with what it gathers", plans };

/// Its address.
pub(in crate::page) const ROUTE: &str = "lenses/index.html";

/// What the page of all lenses shows.
#[derive(Debug, Serialize)]
pub struct LensesView {
    /// What surrounds the content.
    pub page: Page,
    /// The lenses.
    pub lenses: Vec<Listed>,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    if gather::gather(guide).is_empty() {
        return Vec::new();
    }
    vec![Plan { route: SitePath::fixed(ROUTE), subject: Subject::Lenses }]
}

/// Makes the view.
pub(in crate::page) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath) -> LensesView {
    let origin = Origin::Page(route.clone());
    let title = context.words.lenses.to_owned();
    let about = About { kind: KIND.name, origin: &origin, title, description: None, folder: None, note: None };
    LensesView { page: Page::new(guide, context, about), lenses: listed(context, &origin) }
}

/// The lenses in a list.
pub(in crate::page) fn listed(context: &Context<'_>, origin: &Origin) -> Vec<Listed> {
    let listed = |gathered: &gather::Gathered| {
        let words = context.words.lens(gathered.lens.slug);
        Listed {
            title: words.title.to_owned(),
            href: origin.to(&super::route(gathered.lens, 0)),
            description: Some(words.about.to_owned()),
            extent: Some(context.words.n_entries.of(gathered.entries.len())),
            notes: None,
            level: None,
            updated: None,
        }
    };
    context.lenses.iter().map(listed).collect()
}
