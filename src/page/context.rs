//! What the views of one guide share.
//!
//! Takes the guide and what a build hands in; gives the values that every page repeats, made once. Must not change while
//! pages are being made: they are made in parallel.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::artifact::Output;
use crate::config::{Config, Offline, RemoteImages};
use crate::guide::Guide;
use crate::ids::{CalloutId, IdVec, TopicId};
use crate::markdown::highlight::Highlighter;
use crate::markdown::html::{self, Hrefs};
use crate::note::Note;
use crate::path::SitePath;

use super::bank::roll::Roll;
use super::bank::{self, Data};
use super::chrome::Link;
use super::image_hosts::image_hosts;
use super::lens::beside::by_topic;
use super::lens::gather::{Gathered, gather};
use super::preview;
use super::renamed::{Renamed, renamed};
use super::words::Words;

/// What the views of one guide share.
pub struct Context<'a> {
    /// What every template can read of the site.
    pub site: SiteView,
    /// The words of the site's language.
    pub words: &'static Words,
    /// What colours code.
    highlighter: &'a Highlighter<'a>,
    /// What becomes of images on other hosts.
    remote_images: RemoteImages,
    /// The other hosts that pages show images of.
    pub image_hosts: Vec<String>,
    /// The templates that the site brings, which a note may ask for.
    pub(super) templates: BTreeSet<String>,
    /// The feed of changed notes.
    pub(super) feed: Option<SitePath>,
    /// The questions that are listed.
    pub(super) roll: Roll,
    /// The same, as the bank's filter reads them.
    pub(super) bank_data: Data,
    /// The notes that were renamed.
    renamed: Option<Renamed>,
    /// The callouts about each topic.
    pub(super) callouts: IdVec<TopicId, Vec<CalloutId>>,
    /// What the lenses gather.
    pub(super) lenses: Vec<Gathered>,
    /// Whether the guide is small enough for every sidebar to list it whole.
    pub(super) whole_guide_in_sidebar: bool,
}

/// What every template can read of the site, as `site`.
#[derive(Debug, Serialize)]
pub struct SiteView {
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: Option<String>,
    /// Its language, as in `lang`.
    pub language: String,
    /// The direction that its language is written in.
    pub direction: &'static str,
    /// Where it will stand, with a final `/`.
    pub base_url: Option<String>,
    /// The repository that the notes lie in.
    pub repository: Option<Link>,
    /// The picture that links to it are shown with, where its address is known.
    pub preview: Option<String>,
    /// The file that says which notes were renamed, from its root; none where none was.
    pub renamed: Option<String>,
    /// Its language as Open Graph names it.
    pub locale: Option<String>,
    /// The worker that keeps it in browsers; none where none does.
    pub worker: Option<&'static str>,
    /// How many notes it holds.
    pub notes: usize,
    /// How many topics it holds.
    pub topics: usize,
    /// How many questions it lists.
    pub questions: usize,
    /// The words of search, as JSON for scripts.
    pub search_words: String,
    /// The configuration's free keys.
    pub extra: serde_json::Value,
}

/// Up to this many notes, a sidebar that lists them all is still one that people can read.
const WHOLE_GUIDE: usize = 80;

impl<'a> Context<'a> {
    /// Makes the context of a guide.
    #[must_use]
    pub fn new(guide: &Guide, config: &Config, highlighter: &'a Highlighter<'a>) -> Self {
        let words = Words::of(&guide.site.language);
        let repository = guide.site.repository.as_ref().map(|repository| Link {
            title: repository.url.rsplit('/').next().unwrap_or_default().to_owned(),
            href: repository.url.clone(),
        });
        let roll = Roll::of(guide);
        let renamed = renamed(guide);
        let site = SiteView {
            title: guide.title.clone(),
            description: guide.site.description.clone(),
            language: guide.site.language.clone(),
            direction: super::script::direction_of(&guide.site.language),
            base_url: guide.site.base_url.clone(),
            preview: preview::image(guide.site.base_url.as_deref()),
            renamed: renamed.as_ref().map(|file| file.path.to_string()),
            locale: preview::locale(&guide.site.language),
            worker: (guide.site.offline == Offline::Kept).then_some("sw.js"),
            repository,
            notes: guide.notes.len(),
            topics: guide.topics.len(),
            questions: roll.count,
            search_words: words.in_search.json(),
            extra: config.extra.clone(),
        };
        Self {
            site,
            words,
            highlighter,
            remote_images: config.remote_images,
            image_hosts: image_hosts(guide, config.remote_images),
            templates: BTreeSet::new(),
            feed: guide.feed(),
            bank_data: bank::data(guide, &roll, words),
            renamed,
            roll,
            callouts: by_topic(guide),
            lenses: gather(guide),
            whole_guide_in_sidebar: guide.notes.len() <= WHOLE_GUIDE,
        }
    }

    /// The files that pages fetch.
    #[must_use]
    pub fn files(&self) -> Vec<Output> {
        let has_bank = self.roll.count > 0;
        has_bank.then(|| self.bank_data.output()).into_iter().chain(self.renamed.as_ref().map(Renamed::output)).collect()
    }

    /// Writes the HTML of a note, for a page from which its links lead to `hrefs`.
    pub(super) fn writer<'w>(&'w self, note: &'w Note, hrefs: &'w dyn Hrefs) -> html::Context<'w> {
        html::Context {
            document: &note.document,
            outline: &note.outline,
            hrefs,
            highlighter: self.highlighter,
            remote_images: self.remote_images,
            labels: &self.words.in_notes,
        }
    }

    /// Lets notes ask for the templates that the site brings; they are named by their paths.
    #[must_use]
    pub fn with_templates(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.templates.extend(names);
        self
    }
}
