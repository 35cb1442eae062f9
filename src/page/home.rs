//! The home page: what the guide holds and where to start.
//!
//! Takes the guide; gives the root's index note where there is one, and what every reader needs first: folders with their
//! notes, topics by weight, recent changes. Must not list more than a reader can look over.

use std::cmp::Reverse;

use serde::Serialize;

use crate::guide::Guide;
use crate::ids::{FolderId, NoteId};
use crate::path::SitePath;

use super::article::{Article, article, description, note_link};
use super::chrome::{About, Link, Page};
use super::hrefs::Origin;
use super::listing::{Detail, Listed, Listing, listed_note, listing};
use super::topics::{TopicLink, heaviest};
use super::{Context, Kind, Plan, Subject};

/// The kind.
pub(super) const KIND: Kind = Kind { name: "home", about: "what the guide holds and where to start", plans };

/// Its address.
pub const ROUTE: &str = "index.html";

/// How many topics are named.
const TOPICS: usize = 24;

/// How many changed notes are named.
const RECENT: usize = 5;

/// How many notes of a folder are named.
const NAMED: usize = 5;

/// What the home page shows.
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// What surrounds the content.
    pub page: Page,
    /// The root's index note.
    pub article: Option<Article>,
    /// How many notes the guide holds.
    pub notes: String,
    /// How many topics.
    pub topics_count: Option<String>,
    /// How many questions.
    pub questions_count: Option<String>,
    /// The first note in reading order.
    pub start: Option<Link>,
    /// The root's own notes; the folders stand in `shelves`.
    pub listing: Listing,
    /// The folders, each with its first notes.
    pub shelves: Vec<Shelf>,
    /// The topics that most sections are about.
    pub topics: Vec<TopicLink>,
    /// The lenses.
    pub lenses: Vec<Listed>,
    /// The notes that changed last, newest first.
    pub recent: Vec<Listed>,
}

/// A folder with its first notes.
#[derive(Debug, Serialize)]
pub struct Shelf {
    /// The folder.
    pub folder: Listed,
    /// Its first notes.
    pub notes: Vec<Link>,
    /// How many more there are.
    pub more: Option<String>,
}

fn plans(_: &Guide) -> Vec<Plan> {
    vec![Plan { route: SitePath::fixed(ROUTE), subject: Subject::Home }]
}

/// The note that is the root's index.
pub(super) fn index_of(guide: &Guide) -> Option<NoteId> {
    guide.folders.iter().next().and_then(|root| root.index)
}

/// Makes the view.
pub(super) fn view(guide: &Guide, context: &Context<'_>, route: &SitePath) -> HomeView {
    let origin = Origin::Page(route.clone());
    let root = guide.folders.ids().next();
    let index = index_of(guide);
    let about = About {
        kind: KIND.name,
        origin: &origin,
        title: guide.title.clone(),
        description: guide.site.description.clone().or_else(|| index.and_then(|note| description(&guide.notes[note]))),
        folder: root,
        note: None,
    };
    let mut contents = root.map(|root| listing(guide, context, &origin, root)).unwrap_or_default();
    let folders = root.map_or(&[][..], |root| guide.folders[root].folders.as_slice());
    let shelves = folders.iter().zip(std::mem::take(&mut contents.folders));
    HomeView {
        page: Page::new(guide, context, about),
        article: index.map(|note| article(guide, context, &origin, note)),
        notes: context.words.n_notes.of(guide.notes.len()),
        topics_count: (!guide.topics.is_empty()).then(|| context.words.n_topics.of(guide.topics.len())),
        questions_count: (context.roll.count > 0).then(|| context.words.n_questions.of(context.roll.count)),
        start: start(guide, index).map(|note| note_link(guide, &origin, note)),
        listing: contents,
        shelves: shelves.map(|(&id, folder)| shelf(guide, context, &origin, id, folder)).collect(),
        topics: heaviest(guide, context, &origin, TOPICS),
        lenses: super::lens::index::listed(context, &origin),
        recent: recent(guide, context, &origin),
    }
}

/// The note to start with: the first one in reading order that is not the home page itself.
fn start(guide: &Guide, index: Option<NoteId>) -> Option<NoteId> {
    let first = || guide.entries.iter_ids().find(|(_, entry)| entry.previous.is_none()).map(|(id, _)| id);
    index.map_or_else(first, |index| guide.entries[index].next)
}

fn shelf(guide: &Guide, context: &Context<'_>, origin: &Origin, id: FolderId, folder: Listed) -> Shelf {
    let notes = guide.folders[id].notes.as_slice();
    let more = notes.len().saturating_sub(NAMED);
    Shelf {
        folder,
        notes: notes.iter().take(NAMED).map(|&note| note_link(guide, origin, note)).collect(),
        more: (more > 0).then(|| context.words.n_more.of(more)),
    }
}

/// The notes that changed last. None where all changed on one day: a list of everything says nothing.
fn recent(guide: &Guide, context: &Context<'_>, origin: &Origin) -> Vec<Listed> {
    let mut dated: Vec<_> = guide.entries.iter_ids().filter_map(|(id, entry)| entry.updated.map(|date| (Reverse(date), id))).collect();
    let all_alike = dated.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
    if all_alike {
        return Vec::new();
    }
    dated.sort_unstable();
    dated.into_iter().take(RECENT).map(|(_, id)| listed_note(guide, context, origin, id, Some(Detail))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Data, sample};

    fn home(guide: &Guide) -> HomeView {
        match sample::view_of(guide, ROUTE).data {
            Data::Home(view) => *view,
            other => panic!("no home: {other:?}"),
        }
    }

    #[test]
    fn a_guide_without_an_index_note_still_has_a_home() {
        let view = home(&sample::guide(&["first.md", "x/second.md"]));
        assert!(view.article.is_none());
        assert_eq!(view.start.map(|start| start.href).as_deref(), Some("first.html"));
        assert_eq!(view.shelves[0].notes.len(), 1);
    }

    #[test]
    fn an_empty_guide_has_a_home_with_nowhere_to_start() {
        assert!(home(&sample::guide(&[])).start.is_none());
    }

    #[test]
    fn recent_changes_are_named_newest_first_unless_all_are_alike() {
        let dated = |day: &str| format!("---\nupdated: {day}\n---\nText");
        let guide = sample::written(&[("a.md", &dated("2025-01-01")), ("b.md", &dated("2025-03-01")), ("c.md", "Undated")]);
        let found: Vec<_> = home(&guide).recent.into_iter().map(|note| note.href).collect();
        assert_eq!(found, ["b.html", "a.html"]);
        let alike = sample::written(&[("a.md", &dated("2025-01-01")), ("b.md", &dated("2025-01-01"))]);
        assert!(home(&alike).recent.is_empty());
    }
}
