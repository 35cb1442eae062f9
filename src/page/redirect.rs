//! An old address that leads to a note.
//!
//! Takes the note; gives a page that sends readers on, with or without JavaScript. Must not be listed anywhere.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::NoteId;
use crate::path::SitePath;

use super::article::note_link;
use super::chrome::Link;
use super::hrefs::Origin;
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "redirect", about: "an old address that leads to a note", plans };

/// What a redirect page shows.
#[derive(Debug, Serialize)]
pub struct RedirectView {
    /// What leads to the site's root.
    pub root: String,
    /// Where it leads.
    pub target: Link,
    /// The full address of the note where the site's is known, else the relative one.
    pub canonical: String,
    /// The title of the page.
    pub title: &'static str,
}

fn plans(guide: &Guide) -> Vec<Plan> {
    guide.redirects.iter().map(|redirect| Plan { route: redirect.from.clone(), subject: Subject::Redirect(redirect.to) }).collect()
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath, note: NoteId) -> RedirectView {
    let target = note_link(guide, &Origin::Page(route.clone()), note);
    to(guide, context, route, target, &guide.entries[note].route)
}

/// The page that leads to another.
pub(super) fn to(guide: &Guide, context: &Context<'_>, route: &SitePath, target: Link, page: &SitePath) -> RedirectView {
    let base = guide.site.base_url.as_deref();
    let canonical = base.map_or_else(|| target.href.clone(), |base| page.url(base));
    RedirectView { root: route.to_root(), target, canonical, title: context.words.moved }
}
