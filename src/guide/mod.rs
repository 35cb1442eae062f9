//! The link phase: notes become the [`Guide`], the model that every page reads.
//!
//! Takes parsed notes; gives them cross-linked: addresses, folders, resolved links, topics, order. Serial and cheap. Must not
//! render anything, and must not touch the disk.

use std::path::PathBuf;

use crate::config::Site;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::ids::{FileId, FolderId, IdVec, LinkId, NoteId, SectionId, TopicId};
use crate::note::Note;
use crate::path::{GuidePath, SitePath};

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
    /// The files that notes link to.
    pub files: IdVec<FileId, LinkedFile>,
    /// Old addresses that lead to notes.
    pub redirects: Vec<Redirect>,
    /// What linking found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// What linking knows of a note.
#[derive(Debug)]
pub struct Entry {
    /// The address of its page.
    pub route: SitePath,
    /// The folder that it stands in; an index note stands in the folder that it is the index of.
    pub folder: FolderId,
    /// Where each of its links leads.
    pub links: IdVec<LinkId, Target>,
    /// The notes that link here, in path order, each once.
    pub backlinks: Vec<NoteId>,
    /// The topics of the whole note: its front matter's.
    pub topics: Vec<TopicId>,
    /// The topics of each section.
    pub section_topics: IdVec<SectionId, Vec<TopicId>>,
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

/// A concept with all that the guide says about it.
#[derive(Debug)]
pub struct Topic {
    /// The name in its address.
    pub slug: String,
    /// The name as people write it.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The address of its page.
    pub route: SitePath,
    /// The sections that are about it, in path order.
    pub sections: Vec<(NoteId, SectionId)>,
    /// The notes that declare it in their front matter.
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
}

/// An old address.
#[derive(Debug)]
pub struct Redirect {
    /// The old address.
    pub from: SitePath,
    /// The note that it leads to.
    pub to: NoteId,
}
