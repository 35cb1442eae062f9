//! Guides for tests, made from Markdown as a build makes them.

use crate::config::{Config, Drafts, Labels, RemoteImages, Site, TopicSettings};
use crate::guide::identity::Lock;
use crate::guide::{Guide, Settings, link};
use crate::ids::NoteId;
use crate::markdown::highlight::Highlighter;
use crate::path::GuidePath;
use crate::recognise::{Vocabulary, parse};
use crate::source::Source;

use super::{Context, Plan, View};

/// A guide of notes: paths with texts.
pub(crate) fn written(notes: &[(&str, &str)]) -> Guide {
    locked(notes, Lock::default())
}

/// A guide of notes whose lock was written before.
pub(crate) fn locked(notes: &[(&str, &str)], lock: Lock) -> Guide {
    let source = |&(path, text): &(&str, &str)| Source { path: GuidePath::new(path).unwrap(), text: text.to_owned() };
    let settings = Settings { lock, ..Settings::new(Site::default(), "sample".into()) };
    link(notes.iter().map(|note| parse(source(note), Vocabulary::built_in())).collect(), settings)
}

/// A guide of empty notes.
pub(crate) fn guide(paths: &[&str]) -> Guide {
    written(&paths.iter().map(|path| (*path, "")).collect::<Vec<_>>())
}

/// The note whose page stands at an address.
pub(crate) fn note_at(guide: &Guide, route: &str) -> NoteId {
    guide.entries.iter_ids().find(|(_, entry)| entry.route.as_str() == route).map(|(id, _)| id).unwrap()
}

/// The view of the page at an address.
pub(crate) fn view_of(guide: &Guide, route: &str) -> View {
    let (config, highlighter) = (config(), Highlighter::default());
    let plans = super::plan(guide);
    let plan: &Plan = plans.pages.iter().find(|plan| plan.route.as_str() == route).unwrap();
    super::view(guide, &Context::new(guide, &config, &highlighter), plan)
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
        site: Site::default(),
        topics: TopicSettings::default(),
        labels: Labels::default(),
        extra: serde_json::Value::Null,
    }
}
