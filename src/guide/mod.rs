//! The link phase: notes become the [`Guide`], the model that every page reads.
//!
//! Takes parsed notes; gives them cross-linked: addresses, folders, resolved links, topics, order. Serial and cheap. The
//! steps of [`link`]: `folder.rs` puts the notes into folders and `order.rs` the folders in order; `route.rs` gives pages their
//! addresses out of `address.rs`; `topics/` finds the topics; `identity/` finds out which question is which, and `questions/`
//! gathers them; `redirect.rs` reads old addresses; `links/` resolves links; `mention/` finds topics in running text;
//! `related.rs` and `backlinks.rs` connect what has to do with each other.
//! Must not render anything, and must not touch the disk.

mod address;
mod backlinks;
mod callout;
mod fold;
mod folder;
pub mod identity;
mod links;
mod mention;
mod order;
mod questions;
mod redirect;
mod related;
mod route;
mod topic;
mod topics;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::config::{Drafts, Site, TopicSettings};
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::ids::{CalloutId, FileId, FolderId, IdVec, LinkId, NoteCalloutId, NoteId, NoteQuestionId, QuestionId, SectionId, TopicId};
use crate::markdown::html::AutoLink;
use crate::markdown::outline::name::readable_name;
use crate::note::{Callout, Note, Publication, Question};
use crate::path::{GuidePath, SitePath};
use crate::source::Pixels;

use self::address::{Addresses, Owner};
use self::folder::Tree;
use self::identity::{Asking, Identity, Lock};
use self::links::{Links, Surroundings};
use self::mention::Mentions;

pub use self::backlinks::Backlinks;
pub use self::questions::{CalloutEntry, QuestionEntry};
pub use self::related::{Connection, RelatedNote};
pub use self::topic::{Mention, Naming, Reason, Related, Topic, TopicSection};

/// What linking needs to know beside the notes.
#[derive(Debug)]
pub struct Settings {
    /// What pages say of the site.
    pub site: Site,
    /// The guide's root on disk.
    pub root: PathBuf,
    /// Every file below the root that is no note, sorted.
    pub files: Vec<GuidePath>,
    /// The sizes of those that are pictures.
    pub pictures: BTreeMap<GuidePath, Pixels>,
    /// The files and folders below the root that the configuration leaves out.
    pub excluded: Vec<GuidePath>,
    /// What becomes of topics.
    pub topics: TopicSettings,
    /// Whether drafts are built.
    pub drafts: Drafts,
    /// When notes last changed, as version control tells.
    pub history: BTreeMap<GuidePath, Date>,
    /// What is known of questions and notes from before; empty where nothing is.
    pub lock: Lock,
}

impl Settings {
    /// The settings of a guide that has nothing but notes.
    #[must_use]
    pub fn new(site: Site, root: PathBuf) -> Self {
        Self {
            site,
            root,
            files: Vec::new(),
            pictures: BTreeMap::new(),
            excluded: Vec::new(),
            topics: TopicSettings::default(),
            drafts: Drafts::default(),
            history: BTreeMap::new(),
            lock: Lock::default(),
        }
    }
}

/// Links notes to a guide. Whatever the notes say, there is a guide: what is wrong with them is in its diagnostics.
#[must_use]
pub fn link(notes: Vec<Note>, mut settings: Settings) -> Guide {
    let (notes, drafts) = published(notes, settings.drafts);
    let mut diagnostics = Vec::new();
    let tree = Tree::new(&notes);
    let mut addresses = Addresses::new();
    let routes = route::assign(&notes, &tree, &mut addresses, &mut diagnostics);
    let topics = topics::discover(&notes, &settings.topics.declared, &mut addresses, &mut diagnostics);
    let asking = Asking { notes: &notes, drafts: &drafts, routes: &routes.notes };
    let (keys, mut identity) = identity::resolve(&asking, questions::asked(&notes), std::mem::take(&mut settings.lock), &mut diagnostics);
    let former = std::mem::take(&mut identity.former);
    let asked = questions::gather(&notes, &topics.by_note, identity.asked(), keys, former);
    let redirects = redirect::collect(&notes, &routes.notes, &identity.old_pages, &mut addresses, &mut diagnostics);
    let anchors = questions::anchors(&asked);
    let Links { targets, backlinks, files } = links::resolve(
        Surroundings {
            notes: &notes,
            drafts: &drafts,
            tree: &tree,
            routes: &routes,
            redirects: &redirects,
            files: &settings.files,
            excluded: &settings.excluded,
            asked: &anchors,
            topics: &topics.names,
            site: &settings.site,
        },
        &mut diagnostics,
    );
    let files = files.iter().map(|path| copied(path, &settings, &mut addresses)).collect();
    let Mentions { places, links: auto_links } = mention::read(&notes, &topics, &targets, &settings.topics);
    let topics = topics.finish(&notes, &asked, places, &settings.topics.declared.topics, &mut diagnostics);
    let evidence =
        related::Evidence { topics: &topics.by_note, mentioned: &auto_links, targets: &targets, backlinks: &backlinks, tree: &tree };
    let related = related::notes(evidence, topics.all.len());
    let linked_from = backlinks::gather(&notes, &targets, &asked.questions, topics.all.len());
    let title = title(&settings, &notes, &tree);
    let linked = targets.into_iter().zip(backlinks).zip(auto_links.into_iter().zip(related)).zip(topics.by_note).zip(asked.by_note);
    let entries = notes
        .iter_ids()
        .zip(order::neighbours(&tree))
        .zip(linked)
        .map(|(((id, note), neighbours), ((((targets, backlinks), (auto_links, related)), topics), asked))| Entry {
            route: routes.notes[id].clone(),
            copy: routes.copies[id].clone(),
            folder: tree.homes[id],
            links: targets,
            backlinks,
            auto_links,
            related,
            topics: topics.whole,
            section_topics: topics.sections,
            questions: asked.questions,
            callouts: asked.callouts,
            previous: neighbours.previous,
            next: neighbours.next,
            updated: updated(note, &settings.history),
        })
        .collect();
    let folders = tree.into_folders(&routes.folders, &notes, &title);
    Guide {
        site: settings.site,
        title,
        notes,
        entries,
        folders,
        topics: topics.all,
        questions: asked.questions,
        callouts: asked.callouts,
        backlinks: linked_from,
        files,
        redirects,
        identity,
        diagnostics,
    }
}

/// All notes, cross-linked.
#[derive(Debug)]
pub struct Guide {
    /// What pages say of the site.
    pub site: Site,
    /// The site's title: the configured one, else the root index note's, else the root folder's name.
    pub title: String,
    /// The published notes, in path order.
    pub notes: IdVec<NoteId, Note>,
    /// What linking knows of each note.
    pub entries: IdVec<NoteId, Entry>,
    /// The folders that hold notes, each after its parent; the root is the first.
    pub folders: IdVec<FolderId, Folder>,
    /// The topics, by slug.
    pub topics: IdVec<TopicId, Topic>,
    /// The questions, in note order and then source order.
    pub questions: IdVec<QuestionId, QuestionEntry>,
    /// The callouts, in note order and then source order.
    pub callouts: IdVec<CalloutId, CalloutEntry>,
    /// The notes that link to topics and questions.
    pub backlinks: Backlinks,
    /// The files that notes link to.
    pub files: IdVec<FileId, LinkedFile>,
    /// Old addresses that lead to notes.
    pub redirects: Vec<Redirect>,
    /// What became of what the lock knows.
    pub identity: Identity,
    /// What linking found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Guide {
    /// The address of the feed of changed notes. There is none where no note is known to have changed, or where the site does
    /// not know its own address, which the ids of a feed are made of.
    #[must_use]
    pub fn feed(&self) -> Option<SitePath> {
        let has_days = self.entries.iter().any(|entry| entry.updated.is_some());
        (has_days && self.site.base_url.is_some()).then(|| SitePath::fixed("feed.xml"))
    }

    /// A question as its note states it.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> &Question {
        let entry = &self.questions[id];
        &self.notes[entry.note].questions[entry.question]
    }

    /// A callout as its note states it.
    #[must_use]
    pub fn callout(&self, id: CalloutId) -> &Callout {
        let entry = &self.callouts[id];
        &self.notes[entry.note].callouts[entry.callout]
    }
}

/// What linking knows of a note.
#[derive(Debug)]
pub struct Entry {
    /// The address of its page.
    pub route: SitePath,
    /// The address of the copy of its text.
    pub copy: SitePath,
    /// The folder that it stands in; an index note stands in the folder that it is the index of.
    pub folder: FolderId,
    /// Where each of its links leads.
    pub links: IdVec<LinkId, Target>,
    /// The notes that link here, in path order, each once.
    pub backlinks: Vec<NoteId>,
    /// The words in it that lead to topics although nobody wrote a link, in source order.
    pub auto_links: Vec<AutoLink>,
    /// The notes that a reader of this one may want next, best first.
    pub related: Vec<RelatedNote>,
    /// The topics of the whole note: its front matter's and its title's.
    pub topics: Vec<TopicId>,
    /// The topics that each section's heading names.
    pub section_topics: IdVec<SectionId, Vec<TopicId>>,
    /// Which of the guide's questions each of its questions is.
    pub questions: IdVec<NoteQuestionId, QuestionId>,
    /// Which of the guide's callouts each of its callouts is.
    pub callouts: IdVec<NoteCalloutId, CalloutId>,
    /// The note before it in reading order.
    pub previous: Option<NoteId>,
    /// The note after it in reading order.
    pub next: Option<NoteId>,
    /// When it last changed, as front matter or history says.
    pub updated: Option<Date>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A note's page, and maybe an anchor on it (unescaped).
    Note(NoteId, Option<String>),
    /// A folder's page.
    Folder(FolderId),
    /// A topic's page.
    Topic(TopicId),
    /// A file that is copied into the site, and maybe a fragment.
    File(FileId, Option<String>),
    /// Another host, or a file of the repository outside the guide: an address to use as it is.
    Url(String),
    /// Nothing: shown as text that says why.
    Broken(String),
}

/// A folder of notes.
#[derive(Debug)]
pub struct Folder {
    /// Its path below the root; empty for the root.
    pub path: String,
    /// Its title: its index note's, else its name made readable.
    pub title: String,
    /// The address of its page, which is its index note's where it has one.
    pub route: SitePath,
    /// Its index note (README.md, index.md or _index.md).
    pub index: Option<NoteId>,
    /// The folder that holds it; none for the root.
    pub parent: Option<FolderId>,
    /// The folders in it, in order.
    pub folders: Vec<FolderId>,
    /// The notes in it, in order, without its index note.
    pub notes: Vec<NoteId>,
}

/// A file that notes link to.
#[derive(Debug)]
pub struct LinkedFile {
    /// Where it lies below the guide's root.
    pub path: GuidePath,
    /// The same, on disk.
    pub from: PathBuf,
    /// Where it goes.
    pub route: SitePath,
    /// How large it is, where it is a picture.
    pub pixels: Option<Pixels>,
}

/// An old address.
#[derive(Debug)]
pub struct Redirect {
    /// The old address.
    pub from: SitePath,
    /// The note that it leads to.
    pub to: NoteId,
}

/// The notes that are built, in path order, and the drafts that are not.
fn published(notes: Vec<Note>, drafts: Drafts) -> (IdVec<NoteId, Note>, Vec<Note>) {
    let is_built = |note: &Note| drafts == Drafts::Built || note.front.publication == Publication::Published;
    let (mut built, left_out): (Vec<_>, Vec<_>) = notes.into_iter().partition(is_built);
    built.sort_by(|a, b| a.path.cmp(&b.path));
    (built.into(), left_out)
}

fn title(settings: &Settings, notes: &IdVec<NoteId, Note>, tree: &Tree) -> String {
    let configured = settings.site.title.clone();
    let index = || tree.branches.iter().next()?.index.map(|index| notes[index].outline.title.text.clone());
    let folder = || settings.root.file_name().map(|name| readable_name(&name.to_string_lossy()));
    configured.or_else(index).filter(|title| !title.trim().is_empty()).or_else(folder).unwrap_or_else(|| "Study guide".to_owned())
}

/// When a note last changed. History knows better than the day on which a note was begun.
fn updated(note: &Note, history: &BTreeMap<GuidePath, Date>) -> Option<Date> {
    note.front.updated.or_else(|| history.get(&note.path).copied()).or(note.front.date)
}

fn copied(path: &GuidePath, settings: &Settings, addresses: &mut Addresses) -> LinkedFile {
    let route = addresses.claim(&SitePath::fixed(path.as_str()), Owner::File).path;
    LinkedFile { path: path.clone(), from: settings.root.join(path.as_str()), route, pixels: settings.pictures.get(path).copied() }
}
