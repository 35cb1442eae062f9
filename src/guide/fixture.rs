//! Guides for tests, made from Markdown.

use std::path::PathBuf;

use crate::config::{AutoLinks, ConfigFile, Drafts, Repository, Site, TOPICS_FILE, declarations};
use crate::date::Date;
use crate::guide::identity::Lock;
use crate::guide::{Guide, Settings, Target, link};
use crate::ids::{Id, LinkId, NoteId};
use crate::markdown::{LinkKind, RawLink, text};
use crate::path::GuidePath;
use crate::recognise::{Vocabulary, parse};
use crate::source::Source;
use crate::span::Span;

/// A guide in the making.
pub(super) struct Fixture {
    notes: Vec<(String, String)>,
    settings: Settings,
    raw_links: Vec<(LinkKind, String)>,
}

/// A guide of these notes: paths with texts.
pub(super) fn notes<P: Into<String>, T: Into<String>>(notes: impl IntoIterator<Item = (P, T)>) -> Fixture {
    let settings = Settings::new(Site::default(), PathBuf::from("/guides/my-notes"));
    Fixture { notes: notes.into_iter().map(|(path, text)| (path.into(), text.into())).collect(), settings, raw_links: Vec::new() }
}

impl Fixture {
    /// Other files.
    pub(super) fn files(mut self, files: &[&str]) -> Self {
        self.settings.files = files.iter().map(|file| path(file)).collect();
        self
    }

    /// Files and folders that are left out.
    pub(super) fn excluded(mut self, files: &[&str]) -> Self {
        self.settings.excluded = files.iter().map(|file| path(file)).collect();
        self
    }

    /// The notes lie in this folder of a repository.
    pub(super) fn repository(mut self, prefix: &str) -> Self {
        let url = "https://github.com/owner/repo".to_owned();
        self.settings.site.repository = Some(Repository { url, branch: "main".to_owned(), prefix: prefix.to_owned() });
        self
    }

    /// The site stands here.
    pub(super) fn base_url(mut self, url: &str) -> Self {
        self.settings.site.base_url = Some(url.to_owned());
        self
    }

    /// Drafts are built.
    pub(super) fn with_drafts(mut self) -> Self {
        self.settings.drafts = Drafts::Built;
        self
    }

    /// A file last changed on a day.
    pub(super) fn changed(mut self, file: &str, day: &str) -> Self {
        self.settings.history.insert(path(file), Date::parse(day).unwrap());
        self
    }

    /// No words lead to topics unless somebody wrote a link.
    pub(super) fn without_auto_links(mut self) -> Self {
        self.settings.topics.auto_links = AutoLinks::LeftOut;
        self
    }

    /// These words never lead to topics.
    pub(super) fn never_linking(mut self, words: &[&str]) -> Self {
        self.settings.topics.never_link = words.iter().map(|&word| word.to_owned()).collect();
        self
    }

    /// What `topics.toml` says.
    pub(super) fn declaring(mut self, topics: &str) -> Self {
        let file = ConfigFile { path: PathBuf::from(TOPICS_FILE), text: topics.to_owned() };
        self.settings.topics.declared = declarations(&file).unwrap();
        self
    }

    /// The lock of an earlier state.
    pub(super) fn lock(mut self, lock: Lock) -> Self {
        self.settings.lock = lock;
        self
    }

    /// The first note has these links too, as no parser might give them.
    pub(super) fn raw_links(mut self, links: Vec<(LinkKind, String)>) -> Self {
        self.raw_links = links;
        self
    }

    /// The guide.
    pub(super) fn link(self) -> Guide {
        let mut notes: Vec<_> =
            self.notes.into_iter().map(|(name, text)| parse(Source { path: path(&name), text }, Vocabulary::built_in())).collect();
        if let Some(first) = notes.first_mut() {
            for (kind, target) in self.raw_links {
                first.document.links.push(RawLink { span: Span::default(), target, title: String::new(), kind });
            }
        }
        link(notes, self.settings)
    }
}

fn path(text: &str) -> GuidePath {
    GuidePath::new(text).unwrap()
}

impl Guide {
    /// The note at a path.
    #[track_caller]
    pub(super) fn id(&self, path: &str) -> NoteId {
        self.notes.iter_ids().find(|(_, note)| note.path.as_str() == path).map(|(id, _)| id).unwrap()
    }

    /// The address of a note's page.
    #[track_caller]
    pub(super) fn route(&self, path: &str) -> &str {
        self.entries[self.id(path)].route.as_str()
    }

    /// The id of the first question with these words.
    #[track_caller]
    pub(super) fn key(&self, words: &str) -> &str {
        let is_it = |id: &crate::ids::QuestionId| text::inlines(&self.question(*id).words) == words;
        self.questions[self.questions.ids().find(is_it).unwrap()].key.as_str()
    }

    /// Where a note's first link leads, as text: `page.html#anchor`, `file:path`, `url:…`, `topic:slug` or `broken`.
    #[track_caller]
    pub(super) fn first_link(&self, path: &str) -> String {
        self.shown(&self.entries[self.id(path)].links[LinkId::at(0)])
    }

    /// A target as text.
    pub(super) fn shown(&self, target: &Target) -> String {
        let with = |path: &str, fragment: &Option<String>| {
            fragment.as_ref().map_or_else(|| path.to_owned(), |fragment| format!("{path}#{fragment}"))
        };
        match target {
            Target::Note(id, anchor) => with(self.entries[*id].route.as_str(), anchor),
            Target::Folder(id) => self.folders[*id].route.to_string(),
            Target::Topic(id) => format!("topic:{}", self.topics[*id].slug),
            Target::File(id, fragment) => format!("file:{}", with(self.files[*id].route.as_str(), fragment)),
            Target::Url(url) => format!("url:{url}"),
            Target::Broken(_) => "broken".to_owned(),
        }
    }

    /// The findings, as `code: message [hint]`.
    pub(super) fn said(&self) -> Vec<String> {
        let hint = |hint: &Option<String>| hint.as_ref().map_or_else(String::new, |hint| format!(" [{hint}]"));
        self.diagnostics.iter().map(|one| format!("{}: {}{}", one.code.name(), one.message, hint(&one.hint))).collect()
    }

    /// The codes of the findings.
    pub(super) fn codes(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|one| one.code.name()).collect()
    }
}

/// Where the one link of a note leads, in a guide with these other notes; and the codes of what is said about it.
#[track_caller]
pub(super) fn leads(from: &str, written: &str, others: &[(&str, &str)]) -> (String, Vec<&'static str>) {
    let guide = notes([(from, written)].into_iter().chain(others.iter().copied())).link();
    (guide.first_link(from), guide.codes())
}
