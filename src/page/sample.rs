//! Guides for tests: folders and notes with nothing in them but what a test puts there.

use std::collections::BTreeMap;

use crate::config::{Config, Drafts, RemoteImages, Site};
use crate::guide::{Entry, Folder, Guide};
use crate::ids::{FolderId, IdVec, NoteId};
use crate::note::{FrontMatter, Note, Outline, Title};
use crate::path::{GuidePath, SitePath, folder_of, stem_of};

/// A guide of empty notes at these paths, in this order.
pub(crate) fn guide(paths: &[&str]) -> Guide {
    let mut folders: IdVec<FolderId, Folder> = IdVec::new();
    let mut by_path: BTreeMap<String, FolderId> = BTreeMap::new();
    folder(&mut folders, &mut by_path, "");
    let mut notes: IdVec<NoteId, Note> = IdVec::new();
    let mut entries: IdVec<NoteId, Entry> = IdVec::new();
    for path in paths {
        let id = folder(&mut folders, &mut by_path, folder_of(path));
        let note = notes.push(note(path));
        let is_index = stem_of(path) == "README";
        if is_index {
            folders[id].index = Some(note);
        } else {
            folders[id].notes.push(note);
        }
        let route = if is_index { folders[id].route.clone() } else { SitePath::fixed(&path.replace(".md", ".html")) };
        entries.push(entry(route, id));
    }
    Guide {
        site: site(),
        title: "Sample".to_owned(),
        notes,
        entries,
        folders,
        topics: IdVec::new(),
        files: IdVec::new(),
        redirects: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// A configuration that says nothing.
pub(crate) fn config() -> Config {
    Config {
        root: ".".into(),
        home: ".".into(),
        output_dir: "public".into(),
        exclude: Vec::new(),
        remote_images: RemoteImages::Show,
        drafts: Drafts::LeftOut,
        theme: None,
        site: site(),
        extra: serde_json::Value::Null,
    }
}

fn site() -> Site {
    Site { title: None, description: None, base_url: None, language: "en".to_owned(), repository: None }
}

fn folder(folders: &mut IdVec<FolderId, Folder>, by_path: &mut BTreeMap<String, FolderId>, path: &str) -> FolderId {
    if let Some(&id) = by_path.get(path) {
        return id;
    }
    let parent = (!path.is_empty()).then(|| folder(folders, by_path, folder_of(path)));
    let id = folders.push(Folder {
        path: path.to_owned(),
        title: stem_of(path).to_owned(),
        route: SitePath::fixed(&format!("{path}/index.html")),
        index: None,
        parent,
        folders: Vec::new(),
        notes: Vec::new(),
    });
    if let Some(parent) = parent {
        folders[parent].folders.push(id);
    }
    by_path.insert(path.to_owned(), id);
    id
}

fn note(path: &str) -> Note {
    Note {
        path: GuidePath::new(path).unwrap(),
        text: String::new(),
        lines: crate::span::LineIndex::default(),
        front: FrontMatter::default(),
        document: crate::markdown::Document::default(),
        outline: Outline { title: Title { text: stem_of(path).to_owned(), number: None, heading: None }, ..Outline::default() },
        facts: Vec::new(),
        questions: IdVec::new(),
        callouts: Vec::new(),
        diagnostics: Vec::new(),
    }
}

fn entry(route: SitePath, folder: FolderId) -> Entry {
    Entry {
        route,
        folder,
        links: IdVec::new(),
        backlinks: Vec::new(),
        topics: Vec::new(),
        section_topics: IdVec::new(),
        previous: None,
        next: None,
        updated: None,
    }
}
