//! Addresses of the web that lead into the guide: the repository's pages and the site's own.
//!
//! Takes a complete address; gives the note or file that it shows, else the address itself. Also gives the repository's address
//! of a path. Must not read local paths.

use crate::config::Repository;
use crate::guide::Target;
use crate::guide::links::local::Reference;
use crate::guide::links::{Resolved, Resolver};
use crate::ids::NoteId;
use crate::markdown::LinkKind;
use crate::path::{normalise, percent_decode, percent_encode};

/// The views of a repository's file that mean the file.
const VIEWS: &[&str] = &["blob", "tree", "raw", "edit", "blame"];

impl Resolver<'_> {
    /// Follows an address of the web: into the guide where it shows something of it.
    pub(super) fn web(&mut self, from: NoteId, address: String, kind: LinkKind) -> Resolved {
        if let Some(path) = self.all.site.base_url.as_deref().and_then(|base| address.strip_prefix(base)) {
            let reference = Reference::read(path);
            let found = normalise(&percent_decode(reference.path)).and_then(|path| self.catalogue.find_address(&path));
            if let Some(found) = found {
                return self.land(from, found, reference.fragment.as_deref(), kind);
            }
        }
        let Some(repository) = &self.all.site.repository else {
            return Resolved::to(Target::Url(address));
        };
        let reference = Reference::read(&address);
        let Some(path) = path_in(repository, reference.path) else {
            return Resolved::to(Target::Url(address));
        };
        let fragment = reference.fragment.as_deref();
        match self.below_prefix(&path).and_then(|path| self.catalogue.find(path)) {
            Some(found) => self.land(from, found, fragment, kind),
            None if kind == LinkKind::Image => Resolved::to(Target::Url(address_in(repository, &path, None, kind))),
            None => Resolved::to(Target::Url(address)),
        }
    }
}

/// The path of the repository that an address of its forge shows, on the branch that links lead to.
fn path_in(repository: &Repository, address: &str) -> Option<String> {
    let address = split_scheme(address);
    let home = split_scheme(&repository.url);
    let rest = match strip_folded(address, home) {
        Some(rest) => {
            let (view, rest) = rest.strip_prefix('/')?.split_once('/')?;
            VIEWS.contains(&view).then_some(rest)?
        }
        None => strip_folded(address, &["raw.githubusercontent.com", home.strip_prefix("github.com")?].concat())?.strip_prefix('/')?,
    };
    let rest = rest.strip_prefix("refs/heads/").unwrap_or(rest);
    let path = [repository.branch.as_str(), "HEAD"]
        .iter()
        .find_map(|branch| rest.strip_prefix(branch).filter(|rest| rest.is_empty() || rest.starts_with('/')))?;
    normalise(&percent_decode(path))
}

fn split_scheme(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest)
}

/// Hosts, owners and names of repositories are the same in any letter case.
fn strip_folded<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The address at which the repository shows a path; an image's, the file itself.
pub(super) fn address_in(repository: &Repository, path: &str, fragment: Option<&str>, kind: LinkKind) -> String {
    let view = match kind {
        LinkKind::Image | LinkKind::Embed => "raw",
        _ if path.is_empty() => "tree",
        _ => "blob",
    };
    let Repository { url, branch, .. } = repository;
    let mut address = format!("{url}/{view}/{}/{}", percent_encode(branch), percent_encode(path));
    if address.ends_with('/') {
        address.pop();
    }
    if let Some(fragment) = fragment {
        address.push('#');
        address.push_str(&percent_encode(fragment));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repository() -> Repository {
        Repository { url: "https://github.com/Owner/notes".to_owned(), branch: "main".to_owned(), prefix: "guide".to_owned() }
    }

    #[test]
    fn the_repositorys_views_of_a_file_are_that_file() {
        let path = |address| path_in(&repository(), address);
        for view in VIEWS {
            let address = format!("https://github.com/owner/Notes/{view}/main/guide/a%20b.md");
            assert_eq!(path_in(&repository(), &address).as_deref(), Some("guide/a b.md"));
        }
        assert_eq!(path("http://www.github.com/owner/notes/blob/HEAD/x.md").as_deref(), Some("x.md"));
        assert_eq!(path("https://raw.githubusercontent.com/owner/notes/refs/heads/main/x.png").as_deref(), Some("x.png"));
        assert_eq!(path("https://github.com/owner/notes/tree/main").as_deref(), Some(""));
    }

    #[test]
    fn other_branches_views_and_repositories_are_left_alone() {
        for address in [
            "https://github.com/owner/notes/blob/v1/x.md",
            "https://github.com/owner/notes/blob/mainline/x.md",
            "https://github.com/owner/notes/issues/4",
            "https://github.com/owner/notes",
            "https://github.com/owner/notes-2/blob/main/x.md",
            "https://github.com/owner/notes/blob/main/../../../x",
            "https://example.com/owner/notes/blob/main/x.md",
        ] {
            assert_eq!(path_in(&repository(), address), None, "{address}");
        }
    }

    #[test]
    fn addresses_of_the_repository_are_escaped() {
        let at = |path, fragment, kind| address_in(&repository(), path, fragment, kind);
        assert_eq!(at("a b/c.rs", Some("L3"), LinkKind::Link), "https://github.com/Owner/notes/blob/main/a%20b/c.rs#L3");
        assert_eq!(at("x.png", None, LinkKind::Image), "https://github.com/Owner/notes/raw/main/x.png");
        assert_eq!(at("", None, LinkKind::Link), "https://github.com/Owner/notes/tree/main");
    }
}
