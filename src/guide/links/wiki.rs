//! Wiki-links: what a name between double brackets means.
//!
//! Takes `[[Note]]`, `[[folder/Note#Heading]]` or `[[#Heading]]` without its label; gives the note, file, folder or topic of
//! that name. Letter case, hyphens and underscores do not matter. Of several with one name the nearest to the link is meant.
//! Must not look into other forms of links.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::guide::Target;
use crate::guide::fold::fold;
use crate::guide::links::catalogue::{Found, Place};
use crate::guide::links::{Resolved, Resolver, Surroundings, finding};
use crate::ids::NoteId;
use crate::markdown::outline::name::is_index;
use crate::markdown::slug::slug;
use crate::markdown::{LinkKind, RawLink};
use crate::note::Note;
use crate::path::{folder_of, name_of, normalise};

/// How many things of one name are told apart; a guide in which more have one name means none of them.
const NAMESAKES: usize = 100;

/// What is called what, in the order in which a name is looked for.
#[derive(Debug)]
pub(super) struct Names<'a> {
    files: HashMap<String, Vec<Place<'a>>>,
    titles: HashMap<String, Vec<Place<'a>>>,
    aliases: HashMap<String, Vec<Place<'a>>>,
    drafts: HashMap<String, &'a Note>,
}

/// A name as it is compared.
fn key(name: &str) -> String {
    let bare = name.strip_suffix(".md").unwrap_or(name);
    fold(bare).split(|c: char| c.is_whitespace() || matches!(c, '-' | '_')).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

impl<'a> Names<'a> {
    fn new(all: &Surroundings<'a>) -> Self {
        let mut names = Self { files: HashMap::new(), titles: HashMap::new(), aliases: HashMap::new(), drafts: HashMap::new() };
        for (id, note) in all.notes.iter_ids() {
            if !is_index(note.path.stem()) {
                add(&mut names.files, note.path.stem(), Place::Note(id));
            }
            add(&mut names.titles, &note.outline.title.text, Place::Note(id));
            for alias in &note.front.aliases {
                let bare = alias.trim_matches('/');
                add(&mut names.aliases, bare.strip_suffix(".html").map_or(bare, name_of), Place::Note(id));
            }
        }
        for (id, branch) in all.tree.branches.iter_ids() {
            add(&mut names.files, name_of(&branch.path), branch.index.map_or(Place::Folder(id), Place::Note));
        }
        for file in all.files {
            add(&mut names.files, file.name(), Place::File(file));
        }
        for draft in all.drafts {
            names.drafts.insert(key(draft.path.stem()), draft);
            names.drafts.insert(key(&draft.outline.title.text), draft);
        }
        names
    }
}

fn add<'a>(names: &mut HashMap<String, Vec<Place<'a>>>, name: &str, place: Place<'a>) {
    let key = key(name);
    if !key.is_empty() {
        let namesakes = names.entry(key).or_default();
        if namesakes.len() < NAMESAKES && !namesakes.contains(&place) {
            namesakes.push(place);
        }
    }
}

impl<'a> Resolver<'a> {
    /// Follows a wiki-link.
    pub(super) fn wiki(&mut self, from: NoteId, link: &RawLink) -> Resolved {
        let target = link.target.trim();
        let (name, heading) = target.split_once('#').map_or((target, None), |(name, heading)| (name.trim(), Some(heading)));
        if name.is_empty() && heading.is_none() {
            return Resolved::broken(finding::empty());
        }
        let meant = if name.is_empty() { Some((Place::Note(from), None)) } else { self.named(from, name) };
        let Some((place, doubt)) = meant else {
            return self.unnamed(from, name, link);
        };
        let fragment = heading.and_then(|heading| self.heading(place, heading));
        let resolved = self.land(from, Found { place, respelled: None }, fragment.as_deref(), link.kind);
        match doubt {
            Some(doubt) => resolved.with(doubt),
            None => resolved,
        }
    }

    /// What a name means: a path from here or from the root, then a file's name, a title, an alias.
    fn named(&self, from: NoteId, name: &str) -> Option<(Place<'a>, Option<Diagnostic>)> {
        let here = self.all.notes[from].path.folder();
        if name.contains('/') {
            let paths = [[here, "/", name].concat(), name.to_owned()];
            if let Some(found) = paths.iter().filter_map(|path| normalise(path)).find_map(|path| self.catalogue.find(&path)) {
                return Some((found.place, None));
            }
        }
        let names = self.names.get_or_init(|| Names::new(&self.all));
        let wanted = key(name_of(name));
        let below = folder_of(name).trim_matches('/');
        let fits = |place: &&Place<'a>| {
            let folder = fold(folder_of(self.path_of(**place)));
            below.is_empty() || folder.strip_suffix(&fold(below)).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        [&names.files, &names.titles, &names.aliases].into_iter().find_map(|names| {
            let namesakes: Vec<_> = names.get(&wanted)?.iter().filter(fits).copied().collect();
            self.nearest_namesake(here, name, &namesakes)
        })
    }

    /// Of namesakes, a note before a folder before a file, and the nearest; where several are, the first by path with a word
    /// about the others.
    fn nearest_namesake(&self, here: &str, name: &str, namesakes: &[Place<'a>]) -> Option<(Place<'a>, Option<Diagnostic>)> {
        let distance = |place: Place<'a>| {
            let kind = match place {
                Place::Note(_) => 0,
                Place::Folder(_) => 1,
                Place::File(_) => 2,
            };
            (kind, steps(here, folder_of(self.path_of(place))))
        };
        let least = namesakes.iter().map(|place| distance(*place)).min()?;
        let mut near: Vec<_> =
            namesakes.iter().filter(|place| distance(**place) == least).map(|place| (self.path_of(*place), *place)).collect();
        near.sort_unstable_by_key(|(path, _)| *path);
        let &(chosen, place) = near.first()?;
        let paths: Vec<_> = near.iter().map(|(path, _)| *path).take(5).collect();
        Some((place, (near.len() > 1).then(|| finding::ambiguous(name, &paths, chosen))))
    }

    fn path_of(&self, place: Place<'a>) -> &'a str {
        match place {
            Place::Note(id) => self.all.notes[id].path.as_str(),
            Place::Folder(id) => &self.all.tree.branches[id].path,
            Place::File(path) => path.as_str(),
        }
    }

    /// The anchor of a heading that a wiki-link names by its text; of `Part#Detail`, the last. A block (`^id`) is no place.
    fn heading(&self, place: Place<'a>, heading: &str) -> Option<String> {
        let Place::Note(note) = place else {
            return Some(heading.to_owned());
        };
        let last = heading.rsplit('#').next().unwrap_or(heading).trim();
        if last.starts_with('^') {
            return None;
        }
        let anchors = self.anchors(note);
        Some(anchors.find_title(last).map_or_else(|| slug(last), str::to_owned))
    }

    /// A name that is no note's or file's: a topic's, a web address, or nothing.
    fn unnamed(&mut self, from: NoteId, name: &str, link: &RawLink) -> Resolved {
        if link.kind == LinkKind::Wiki
            && let Some(topic) = self.all.topics.find(name)
        {
            return Resolved::to(Target::Topic(topic));
        }
        if link.target.contains("://") {
            return self.written(from, &link.target, link.kind);
        }
        let names = self.names.get_or_init(|| Names::new(&self.all));
        if let Some(draft) = names.drafts.get(&key(name_of(name))) {
            return Resolved::broken(finding::draft(draft.path.as_str()));
        }
        let near = self.nearest.name(name);
        Resolved::broken(finding::unnamed(name, near))
    }
}

/// How many folders lie between two, up and down.
fn steps(from: &str, to: &str) -> usize {
    let from = || from.split('/').filter(|part| !part.is_empty());
    let to = || to.split('/').filter(|part| !part.is_empty());
    let common = from().zip(to()).take_while(|(a, b)| a == b).count();
    from().count() + to().count() - 2 * common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_case_and_hyphens() {
        assert_eq!(key("Event-Loop.md"), key("event  loop"));
        assert_ne!(key("C++"), key("C"));
    }

    #[test]
    fn steps_go_up_and_down() {
        assert_eq!(steps("a/b", "a/b"), 0);
        assert_eq!(steps("a/b", "a/c"), 2);
        assert_eq!(steps("", "a"), 1);
    }
}
