//! Links from a page to the rest of the site.
//!
//! Takes where a page stands and what it links to; gives escaped addresses, relative wherever they can be. Must not look up
//! what an author wrote: the guide has resolved that.

use crate::guide::{Guide, LinkedFile, Target};
use crate::ids::{IdVec, LinkId, NoteId};
use crate::markdown::html::Href;
use crate::path::{SitePath, percent_encode};

/// Where links start from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A page with an address of its own: links are relative to it.
    Page(SitePath),
    /// A page that the host shows at any address: links start at the site's own path (`/`, `/repo/`).
    Anywhere(String),
}

impl Origin {
    /// The origin for a page that is shown at any address of the site.
    #[must_use]
    pub fn anywhere(guide: &Guide) -> Self {
        let path = guide
            .site
            .base_url
            .as_deref()
            .and_then(|url| url.split_once("://"))
            .map_or("/", |(_, rest)| rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"));
        Self::Anywhere(path.to_owned())
    }

    /// What leads back to the site's root, to be put in front of a path from there.
    #[must_use]
    pub fn root(&self) -> String {
        match self {
            Self::Page(page) => page.to_root(),
            Self::Anywhere(path) => path.clone(),
        }
    }

    /// The link to a file of the site.
    #[must_use]
    pub fn to(&self, target: &SitePath) -> String {
        match self {
            Self::Page(page) => page.link_to(target),
            Self::Anywhere(path) => format!("{path}{}", percent_encode(target.as_str())),
        }
    }

    /// The link to an anchor of a page.
    #[must_use]
    pub fn to_anchor(&self, target: &SitePath, anchor: &str) -> String {
        let fragment = percent_encode(anchor);
        match self {
            Self::Page(page) if page == target => format!("#{fragment}"),
            _ => format!("{}#{fragment}", self.to(target)),
        }
    }
}

/// Where each link of a note leads, as seen from a page that shows the note.
#[must_use]
pub fn hrefs(guide: &Guide, origin: &Origin, note: NoteId) -> IdVec<LinkId, Href> {
    guide.entries[note].links.iter().map(|target| href(guide, origin, target)).collect()
}

fn href(guide: &Guide, origin: &Origin, target: &Target) -> Href {
    match target {
        Target::Note(note, None) => Href::Site(origin.to(&guide.entries[*note].route)),
        Target::Note(note, Some(anchor)) => Href::Site(origin.to_anchor(&guide.entries[*note].route, anchor)),
        Target::Folder(folder) => Href::Site(origin.to(&guide.folders[*folder].route)),
        Target::Topic(topic) => Href::Site(origin.to(&guide.topics[*topic].route)),
        Target::File(file, None) => {
            let LinkedFile { route, pixels, .. } = &guide.files[*file];
            pixels.map_or_else(|| Href::Site(origin.to(route)), |pixels| Href::Picture(origin.to(route), pixels))
        }
        Target::File(file, Some(fragment)) => Href::Site(origin.to_anchor(&guide.files[*file].route, fragment)),
        Target::Url(url) => Href::Outside(url.clone()),
        Target::Broken(reason) => Href::None(reason.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_shown_anywhere_links_from_the_sites_own_path() {
        let mut guide = crate::page::sample::guide(&["a b.md"]);
        let target = SitePath::fixed("a b.html");
        assert_eq!(Origin::anywhere(&guide).to(&target), "/a%20b.html");
        guide.site.base_url = Some("https://me.github.io/repo/".to_owned());
        assert_eq!(Origin::anywhere(&guide).to(&target), "/repo/a%20b.html");
        assert_eq!(Origin::anywhere(&guide).to_anchor(&target, "ä"), "/repo/a%20b.html#%C3%A4");
    }

    #[test]
    fn an_anchor_of_the_same_page_is_a_fragment_alone() {
        let page = SitePath::fixed("x/a.html");
        assert_eq!(Origin::Page(page.clone()).to_anchor(&page, "gil"), "#gil");
        assert_eq!(Origin::Page(page).to_anchor(&SitePath::fixed("b.html"), "gil"), "../b.html#gil");
    }
}
