//! Links by path: relative ones, those from a root, and bare anchors.
//!
//! Takes a path as written in a note; gives the page or file it leads to, as GitHub and the site understand it. What lies in
//! the repository but not on the site becomes an address of the repository. Must not look at schemes.

use std::borrow::Cow;

use crate::guide::Target;
use crate::guide::links::catalogue::{Absent, Found};
use crate::guide::links::{Resolved, Resolver, finding, web};
use crate::ids::NoteId;
use crate::markdown::LinkKind;
use crate::path::{normalise, percent_decode};

/// A local target, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reference<'a> {
    /// The path as written, without its query.
    pub(super) path: &'a str,
    /// What stands after `#`, unescaped.
    pub(super) fragment: Option<Cow<'a, str>>,
}

impl<'a> Reference<'a> {
    /// Takes a target apart. The query goes: it means nothing to a file.
    pub(super) fn read(target: &'a str) -> Self {
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(percent_decode(fragment))),
            None => (target, None),
        };
        Self { path: path.split('?').next().unwrap_or(path), fragment }
    }
}

/// Where a path leads.
#[derive(Debug)]
enum Located<'a> {
    /// To something on the site.
    Inside(Found<'a>),
    /// To a path of the repository that is not in the guide.
    Outside(String),
    /// To a path of the guide where nothing is.
    Missing(String),
    /// Out of everything.
    Beyond,
}

impl<'a> Resolver<'a> {
    /// Follows a path, an anchor, or both.
    pub(super) fn local(&mut self, from: NoteId, target: &str, kind: LinkKind) -> Resolved {
        let reference = Reference::read(target);
        let fragment = reference.fragment.as_deref();
        if reference.path.is_empty() {
            return match (target, kind) {
                ("", _) => Resolved::broken(finding::empty()),
                (_, LinkKind::Image) => Resolved::broken(finding::no_image()),
                _ => self.on_page(from, from, fragment),
            };
        }
        let path = percent_decode(reference.path);
        match self.locate(from, &path) {
            Located::Inside(found) => self.land(from, found, fragment, kind),
            Located::Outside(path) => self.in_repository(&path, fragment, kind),
            Located::Beyond => Resolved::broken(finding::beyond(target)),
            Located::Missing(missing) => match self.locate(from, reference.path) {
                // A name may hold what looks like an escape.
                Located::Inside(found) => self.land(from, found, fragment, kind),
                _ => self.missing(from, &missing, &path, fragment, kind),
            },
        }
    }

    /// A file whose name begins like a scheme (`GIL: a story.md`); it must exist exactly so.
    pub(super) fn colon_in_name(&self, from: NoteId, target: &str) -> Option<Found<'a>> {
        match self.locate(from, &percent_decode(target)) {
            Located::Inside(found) if found.respelled.is_none() => Some(found),
            _ => None,
        }
    }

    fn locate(&self, from: NoteId, path: &str) -> Located<'a> {
        let rooted = path.starts_with('/');
        let whole = if rooted { path.to_owned() } else { [self.all.notes[from].path.folder(), "/", path].concat() };
        let Some(inside) = normalise(&whole) else {
            return self.locate_above(&whole);
        };
        match self.catalogue.find(&inside) {
            Some(found) => Located::Inside(found),
            None if rooted => self.locate_from_repository(inside),
            None => Located::Missing(inside),
        }
    }

    /// A path that climbs above the guide's root may still lead into the repository, or back into the guide.
    fn locate_above(&self, whole: &str) -> Located<'a> {
        let path = self.all.site.repository.as_ref().and_then(|repository| normalise(&[&repository.prefix, "/", whole].concat()));
        match path {
            Some(path) => match self.below_prefix(&path) {
                Some(inside) => self.catalogue.find(inside).map_or_else(|| Located::Missing(inside.to_owned()), Located::Inside),
                None => Located::Outside(path),
            },
            None => Located::Beyond,
        }
    }

    /// GitHub reads `/path` from the repository's root; sites, from the guide's, which was looked at first.
    fn locate_from_repository(&self, path: String) -> Located<'a> {
        if self.all.site.repository.as_ref().is_none_or(|repository| repository.prefix.is_empty()) {
            return Located::Missing(path);
        }
        match self.below_prefix(&path) {
            Some(inside) => self.catalogue.find(inside).map_or_else(|| Located::Missing(inside.to_owned()), Located::Inside),
            // Nobody can look there; but who names a folder of the guide means the guide.
            None if self.catalogue.holds_first_part(&path) => Located::Missing(path),
            None => Located::Outside(path),
        }
    }

    /// The path below the guide's root of a path of the repository.
    pub(super) fn below_prefix<'p>(&self, path: &'p str) -> Option<&'p str> {
        let prefix = self.all.site.repository.as_ref()?.prefix.trim_matches('/');
        let rest = path.strip_prefix(prefix)?;
        if prefix.is_empty() || rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
    }

    fn missing(&mut self, from: NoteId, missing: &str, written: &str, fragment: Option<&str>, kind: LinkKind) -> Resolved {
        let absent = self.catalogue.why_absent(missing);
        let repository = self.all.site.repository.as_ref();
        match (absent, repository) {
            (Some(Absent::Draft), _) => return Resolved::broken(finding::draft(missing)),
            (Some(Absent::Folder | Absent::Unread), Some(repository)) => {
                let path = normalise(&[&repository.prefix, "/", missing].concat()).unwrap_or_default();
                return self.in_repository(&path, fragment, kind);
            }
            (Some(Absent::Folder), None) => return Resolved::broken(finding::bare_folder(missing)),
            (Some(Absent::Unread), None) => return Resolved::broken(finding::unread(missing)),
            (None, _) => {}
        }
        if written.starts_with("www.") {
            return Resolved::broken(finding::host_without_scheme(written));
        }
        let near = self.nearest.path(missing).map(|path| self.link_between(from, path));
        Resolved::broken(finding::missing(missing, near.as_deref()))
    }

    /// The repository's own page of a path.
    fn in_repository(&self, path: &str, fragment: Option<&str>, kind: LinkKind) -> Resolved {
        match &self.all.site.repository {
            Some(repository) => Resolved::to(Target::Url(web::address_in(repository, path, fragment, kind))),
            None => Resolved::broken(finding::beyond(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_taken_apart() {
        let read = |target| {
            let reference = Reference::read(target);
            (reference.path, reference.fragment.map(Cow::into_owned))
        };
        assert_eq!(read("a.md?plain=1#x%20y"), ("a.md", Some("x y".to_owned())));
        assert_eq!(read("#a?b#c"), ("", Some("a?b#c".to_owned())));
        assert_eq!(read("?q"), ("", None));
        assert_eq!(read("a%20b.md"), ("a%20b.md", None));
    }
}
