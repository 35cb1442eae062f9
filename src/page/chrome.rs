//! What surrounds the content of every page: metadata, header, sidebar.
//!
//! Takes what a page says of itself; gives the values that `base.html` reads as `page`. Must not know what a page shows
//! between header and footer.

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{FolderId, NoteId};
use crate::path::SitePath;

use super::Context;
use super::hrefs::Origin;
use super::sidebar::{self, Item};

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub href: String,
}

/// A link to one of the pages that a long list is cut into.
#[derive(Debug, Serialize)]
pub struct PageLink {
    /// Its number, from 1.
    pub number: usize,
    /// Where it leads.
    pub href: String,
    /// What it begins with.
    pub title: String,
    /// Whether it is this page.
    pub here: bool,
}

impl PageLink {
    /// The links to all pages, where there are several; `of` gives the address of a page, from 0, and what it begins with.
    pub(super) fn list(pages: usize, here: usize, of: impl Fn(usize) -> (String, String)) -> Vec<Self> {
        let link = |number: usize| {
            let (href, title) = of(number);
            Self { number: number + 1, href, title, here: number == here }
        };
        if pages > 1 { (0..pages).map(link).collect() } else { Vec::new() }
    }
}

/// What surrounds the content of a page. Templates read it as `page`.
#[derive(Debug, Serialize)]
pub struct Page {
    /// The kind's name.
    pub kind: &'static str,
    /// The page's own title.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: Option<String>,
    /// Whether search engines may list it.
    pub listed: bool,
    /// What leads to the site's root: empty or ending in `/`.
    pub root: String,
    /// The full address, where the site's is known.
    pub canonical: Option<String>,
    /// The feed of changed notes; none where there is none.
    pub feed: Option<String>,
    /// The Markdown that the page was made of.
    pub markdown: Option<String>,
    /// The route of the note that it shows, by which a browser remembers what was read.
    pub note: Option<String>,
    /// The home page.
    pub home: String,
    /// The search page.
    pub search: String,
    /// The list of topics; none where the guide has no topics.
    pub topics: Option<String>,
    /// The question bank; none where nothing was asked.
    pub questions: Option<String>,
    /// What the questions cover; none where nothing was asked.
    pub coverage: Option<String>,
    /// The list of lenses; none where there is nothing to gather.
    pub lenses: Option<String>,
    /// The sidebar.
    pub sidebar: Vec<Item>,
    /// The folders above the page, from the home page down.
    pub breadcrumbs: Vec<Link>,
}

/// What a page says of itself.
#[derive(Debug)]
pub(super) struct About<'a> {
    /// The kind's name.
    pub(super) kind: &'static str,
    /// Where its links start from.
    pub(super) origin: &'a Origin,
    /// Its title.
    pub(super) title: String,
    /// Its description.
    pub(super) description: Option<String>,
    /// The folder that it stands in, or is.
    pub(super) folder: Option<FolderId>,
    /// The note that it shows.
    pub(super) note: Option<NoteId>,
}

impl Page {
    /// Makes what surrounds a page.
    pub(super) fn new(guide: &Guide, context: &Context<'_>, about: About<'_>) -> Self {
        let origin = about.origin;
        let canonical = match (origin, guide.site.base_url.as_deref()) {
            (Origin::Page(route), Some(base)) => Some(route.url(base)),
            _ => None,
        };
        let topics = SitePath::fixed(super::topics::ROUTE);
        let shown = about.note.or_else(|| guide.folders[about.folder?].index);
        let asks = context.roll.count > 0;
        Self {
            kind: about.kind,
            title: about.title,
            description: about.description.or_else(|| guide.site.description.clone()),
            listed: !matches!(origin, Origin::Anywhere(_)),
            root: origin.root(),
            canonical,
            feed: context.feed.as_ref().map(|feed| origin.to(feed)),
            markdown: shown.map(|note| origin.to(&guide.entries[note].copy)),
            note: shown.map(|note| guide.entries[note].route.to_string()),
            home: origin.to(&SitePath::fixed(super::home::ROUTE)),
            search: origin.to(&SitePath::fixed(super::search::ROUTE)),
            topics: (!guide.topics.is_empty()).then(|| origin.to(&topics)),
            questions: asks.then(|| origin.to(&SitePath::fixed(super::bank::ROUTE))),
            coverage: asks.then(|| origin.to(&SitePath::fixed(super::coverage::ROUTE))),
            lenses: (!context.lenses.is_empty()).then(|| origin.to(&SitePath::fixed(super::lens::index::ROUTE))),
            sidebar: sidebar::items(guide, context, origin, about.folder, about.note),
            breadcrumbs: breadcrumbs(guide, context, origin, about.folder, about.note),
        }
    }
}

/// The folders above a page, from the home page down, without the page itself.
fn breadcrumbs(guide: &Guide, context: &Context<'_>, origin: &Origin, folder: Option<FolderId>, note: Option<NoteId>) -> Vec<Link> {
    let is_index = folder.is_some_and(|folder| note.is_none() || guide.folders[folder].index == note);
    let mut links = Vec::new();
    let mut at = folder;
    while let Some(id) = at {
        let here = &guide.folders[id];
        let title = if here.parent.is_none() { context.words.home.to_owned() } else { here.title.clone() };
        links.push(Link { title, href: origin.to(&here.route) });
        at = here.parent;
    }
    if is_index {
        links.remove(0);
    }
    links.reverse();
    links
}
