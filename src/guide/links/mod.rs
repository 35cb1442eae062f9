//! Where every link leads.
//!
//! Takes the notes' links as written and all that they can lead to; gives their targets, the notes that link to each note, and
//! the files to copy. `scheme.rs` reads a target, `local.rs` follows paths, `web.rs` finds the guide behind addresses of the
//! web, `wiki.rs` finds what a name means, `anchor.rs` the place on the page, which `hidden.rs` may
//! have to leave out; `catalogue.rs` and `nearest.rs` know what there
//! is, `finding.rs` words what is wrong. No target that leaves this folder was passed on unread. Must not write HTML.

mod anchor;
mod catalogue;
mod finding;
mod hidden;
mod local;
mod nearest;
mod scheme;
mod web;
mod wiki;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::HashMap;

use crate::config::Site;
use crate::diagnostic::Diagnostic;
use crate::guide::folder::Tree;
use crate::guide::route::Routes;
use crate::guide::topics::TopicNames;
use crate::guide::{Redirect, Target};
use crate::ids::{FileId, IdVec, LinkId, NoteId};
use crate::markdown::{LinkKind, RawLink};
use crate::note::Note;
use crate::path::{GuidePath, SitePath};

use self::anchor::{Anchors, Spot};
use self::catalogue::{Catalogue, Found, Place};
use self::nearest::Nearest;
use self::scheme::{Use, Written};
use self::wiki::Names;

/// All that links can lead to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings<'a> {
    /// The published notes.
    pub(super) notes: &'a IdVec<NoteId, Note>,
    /// The drafts that are left out.
    pub(super) drafts: &'a [Note],
    /// The folders.
    pub(super) tree: &'a Tree,
    /// The addresses of pages.
    pub(super) routes: &'a Routes,
    /// Old addresses.
    pub(super) redirects: &'a [Redirect],
    /// The files that are no notes.
    pub(super) files: &'a [GuidePath],
    /// The files and folders that are left out.
    pub(super) excluded: &'a [GuidePath],
    /// The anchors of each note's questions.
    pub(super) asked: &'a IdVec<NoteId, Vec<String>>,
    /// The topics by their names.
    pub(super) topics: &'a TopicNames,
    /// Where the site and its repository stand.
    pub(super) site: &'a Site,
}

/// Where all links lead.
#[derive(Debug)]
pub(super) struct Links<'a> {
    /// The target of each link of each note.
    pub(super) targets: IdVec<NoteId, IdVec<LinkId, Target>>,
    /// The notes that link to each note, in path order, each once.
    pub(super) backlinks: IdVec<NoteId, Vec<NoteId>>,
    /// The files that notes link to, in the order in which they do.
    pub(super) files: IdVec<FileId, &'a GuidePath>,
}

/// Resolves every link of every note.
pub(super) fn resolve<'a>(all: Surroundings<'a>, diagnostics: &mut Vec<Diagnostic>) -> Links<'a> {
    let mut resolver = Resolver::new(all);
    let mut backlinks: IdVec<NoteId, Vec<NoteId>> = all.notes.iter().map(|_| Vec::new()).collect();
    let mut targets = IdVec::new();
    for (id, note) in all.notes.iter_ids() {
        let mut reached = IdVec::new();
        for link in &note.document.links {
            let Resolved { target, findings } = resolver.link(id, link);
            diagnostics.extend(findings.into_iter().map(|finding| finding.at(&note.path, link.span)));
            if let Target::Note(to, _) = target
                && to != id
                && backlinks[to].last() != Some(&id)
            {
                backlinks[to].push(id);
            }
            reached.push(target);
        }
        targets.push(reached);
    }
    Links { targets, backlinks, files: resolver.files }
}

/// Where one link leads, and what is to say about it.
#[derive(Debug)]
struct Resolved {
    target: Target,
    findings: Vec<Diagnostic>,
}

impl Resolved {
    fn to(target: Target) -> Self {
        Self { target, findings: Vec::new() }
    }

    /// A link that leads nowhere says why on the page, too.
    fn broken(finding: Diagnostic) -> Self {
        Self { target: Target::Broken(finding.message.clone()), findings: vec![finding] }
    }

    fn with(mut self, finding: Diagnostic) -> Self {
        self.findings.push(finding);
        self
    }
}

/// What resolving needs to look up, and the files found so far.
struct Resolver<'a> {
    all: Surroundings<'a>,
    catalogue: Catalogue<'a>,
    names: OnceCell<Names<'a>>,
    anchors: IdVec<NoteId, OnceCell<Anchors<'a>>>,
    nearest: Nearest<'a>,
    files: IdVec<FileId, &'a GuidePath>,
    file_ids: HashMap<&'a GuidePath, FileId>,
}

impl<'a> Resolver<'a> {
    fn new(all: Surroundings<'a>) -> Self {
        Self {
            all,
            catalogue: Catalogue::new(&all),
            names: OnceCell::new(),
            anchors: all.notes.iter().map(|_| OnceCell::new()).collect(),
            nearest: Nearest::new(all.notes, all.files),
            files: IdVec::new(),
            file_ids: HashMap::new(),
        }
    }

    fn link(&mut self, from: NoteId, link: &RawLink) -> Resolved {
        match link.kind {
            LinkKind::Wiki | LinkKind::Embed => self.wiki(from, link),
            LinkKind::Email if !link.target.to_ascii_lowercase().starts_with("mailto:") => {
                self.written(from, &format!("mailto:{}", link.target), link.kind)
            }
            LinkKind::Link | LinkKind::Image | LinkKind::Url | LinkKind::Email => self.written(from, &link.target, link.kind),
        }
    }

    /// Follows a target that is an address or a path.
    fn written(&mut self, from: NoteId, target: &str, kind: LinkKind) -> Resolved {
        let usage = if matches!(kind, LinkKind::Image | LinkKind::Embed) { Use::Show } else { Use::Follow };
        match scheme::read(target, usage) {
            Written::Web(address) => self.web(from, address, kind),
            Written::Plain(address) => Resolved::to(Target::Url(address)),
            Written::Local(text) => self.local(from, text, kind),
            Written::Refused(scheme) => match self.colon_in_name(from, target) {
                Some(found) => self.land(from, found, None, kind),
                None => Resolved::broken(finding::refused(&scheme, target)),
            },
            Written::Hostless => Resolved::broken(finding::hostless(target)),
        }
    }

    /// Gives the page or file that was found, and the place on it.
    fn land(&mut self, from: NoteId, found: Found<'a>, fragment: Option<&str>, kind: LinkKind) -> Resolved {
        let resolved = match found.place {
            Place::Note(_) | Place::Folder(_) if kind == LinkKind::Image => Resolved::broken(finding::no_image()),
            Place::Note(note) => self.on_page(from, note, fragment),
            Place::Folder(folder) => match self.all.tree.branches[folder].index {
                Some(index) => self.on_page(from, index, fragment),
                None => Resolved::to(Target::Folder(folder)),
            },
            Place::File(path) => Resolved::to(Target::File(self.file(path), fragment.map(str::to_owned))),
        };
        match found.respelled {
            Some(true_path) => resolved.with(finding::respelled(true_path, &self.link_between(from, true_path))),
            None => resolved,
        }
    }

    /// Gives a note's page, and the place on it.
    fn on_page(&mut self, from: NoteId, to: NoteId, fragment: Option<&str>) -> Resolved {
        let Some(fragment) = fragment else {
            return Resolved::to(Target::Note(to, None));
        };
        match self.anchors(to).find(fragment) {
            Spot::Top => Resolved::to(Target::Note(to, None)),
            Spot::Anchor(anchor) => Resolved::to(Target::Note(to, Some(anchor.to_owned()))),
            Spot::Respelled(anchor) => {
                Resolved::to(Target::Note(to, Some(anchor.to_owned()))).with(finding::anchor_respelled(fragment, anchor))
            }
            Spot::Missing => match anchor::of_line(&self.all.notes[to], fragment) {
                Some(anchor) => Resolved::to(Target::Note(to, Some(anchor.to_owned()))),
                None => self.without_anchor(from, to, fragment),
            },
        }
    }

    /// Another note's page is still worth going to; the top of one's own is not what was meant.
    fn without_anchor(&mut self, from: NoteId, to: NoteId, fragment: &str) -> Resolved {
        let anchors = self.anchors[to].get_or_init(|| Anchors::new(&self.all.notes[to], &self.all.asked[to]));
        let near = self.nearest.word(fragment, anchors.shown().iter().copied());
        if from == to {
            return Resolved::broken(finding::no_anchor_here(fragment, near));
        }
        Resolved::to(Target::Note(to, None)).with(finding::no_anchor(&self.all.notes[to].path, fragment, near))
    }

    fn anchors(&self, note: NoteId) -> &Anchors<'a> {
        self.anchors[note].get_or_init(|| Anchors::new(&self.all.notes[note], &self.all.asked[note]))
    }

    fn file(&mut self, path: &'a GuidePath) -> FileId {
        *self.file_ids.entry(path).or_insert_with(|| self.files.push(path))
    }

    /// The link that a note's author would write to a path.
    fn link_between(&self, from: NoteId, path: &str) -> String {
        SitePath::fixed(self.all.notes[from].path.as_str()).link_to(&SitePath::fixed(path))
    }
}
