//! One build, from the folder of notes to the written site.
//!
//! Takes a checked configuration; gives a [`Report`]. The order of the phases stands here and nowhere else. Notes are parsed
//! in parallel and pages rendered in parallel; each page goes to the writer as it is made, so that memory does not hold the
//! site.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use crate::artifact::Output;
use crate::cache::Memo;
use crate::config::{Config, Offline};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Result;
use crate::guide::identity::Lock;
use crate::guide::{self, Guide, Settings};
use crate::markdown::highlight::Highlighter;
use crate::note::{Explicit, Note};
use crate::output::{Force, Writer, Written};
use crate::page::{self, Context};
use crate::path::{GuidePath, SitePath};
use crate::progress::{Phase, Progress};
use crate::recognise::Vocabulary;
use crate::render::{Assets, Renderer, SiteFile, TemplateSource};
use crate::source::{self, SiteTheme, Skip, SourceSet};
use crate::{export, git, recognise, search};

/// What a caller asks of one build, beside the configuration.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// What is remembered from earlier builds.
    pub memo: &'a Memo,
    /// Whether a folder that the tool did not make may be written to.
    pub force: Force,
    /// Where to write the site, when not to the configured folder (which is no part of the guide all the same).
    pub site: Option<&'a Path>,
    /// Who is told how far the build is.
    pub progress: &'a dyn Progress,
}

/// What a build did and found.
#[derive(Debug, Default)]
pub struct Report {
    /// How many notes the site holds.
    pub notes: usize,
    /// How many explicit questions; one that stands in two notes counts twice, as in the data.
    pub questions: usize,
    /// How many topics.
    pub topics: usize,
    /// Everything that was found, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of the notes that findings point into.
    pub texts: BTreeMap<GuidePath, String>,
    /// What was written.
    pub written: Written,
}

/// Builds the site. Nothing of an earlier site is touched before everything of the new one is made.
pub fn build(config: &Config, request: Request<'_>) -> Result<Report> {
    let mut guide = read(config, request.progress)?;
    let mut diagnostics = std::mem::take(&mut guide.diagnostics);

    let highlighter = Highlighter::new(request.memo);
    let theme = config.theme.as_ref().map(source::theme).transpose()?.unwrap_or_default();
    let (templates, files) = laid_over(theme);
    let context = Context::new(&guide, config, &highlighter).with_templates(templates.iter().map(|template| template.name.clone()));
    diagnostics.extend(page::missing_templates(&guide, &context));
    let assets = Assets::new(files);
    let renderer = Renderer::new(&context, &assets, templates)?;
    diagnostics.extend(renderer.overrides().iter().map(|name| {
        let message = format!("the site's own `{name}` replaces the theme's");
        Diagnostic::note(Code::TemplateOverride, message)
    }));

    let plans = page::plan(&guide);
    diagnostics.extend(plans.diagnostics);
    let writer = Writer::open(request.site.unwrap_or(&config.output_dir), &[&config.root, &config.home], request.force)?;
    request.progress.begin(Phase::Render, plans.pages.len());
    plans.pages.par_iter().try_for_each(|plan| {
        let output = renderer.render(&page::view(&guide, &context, plan))?;
        request.progress.step();
        writer.put(output)
    })?;
    request.memo.save();

    export::copies(&guide).try_for_each(|copy| writer.put(copy))?;
    export::outputs(&guide, &plans.pages, config.remote_images).try_for_each(|output| writer.put(output))?;
    // The index is what takes most room.
    drop((plans.pages, renderer));
    search::index(&guide).into_iter().try_for_each(|output| writer.put(output))?;
    assets.outputs().into_iter().chain(context.files()).chain(linked_files(&guide)).try_for_each(|output| writer.put(output))?;
    let preview = context.site.preview.is_some().then(|| assets.preview());
    let own = kept_by_browsers(&guide, &context, &assets, &writer).into_iter().chain(preview);
    own.filter(|output| !assets.has(output.path.as_str())).try_for_each(|output| writer.put(output))?;
    let written = writer.finish()?;

    diagnostics.sort_by(|a, b| a.place.cmp(&b.place));
    let texts = texts(&guide, &diagnostics);
    let questions = guide.notes.iter().flat_map(|note| &note.questions).filter(|question| question.explicit == Explicit::Yes).count();
    Ok(Report { notes: guide.notes.len(), questions, topics: guide.topics.len(), diagnostics, texts, written })
}

/// Reads, parses and links the notes. Every finding so far is among the guide's.
pub fn read(config: &Config, progress: &dyn Progress) -> Result<Guide> {
    progress.begin(Phase::Read, 1);
    let skip = Skip { exclude: config.exclude.clone(), output_dir: config.output_dir.clone() };
    let SourceSet { root, notes: sources, files, pictures, excluded, diagnostics } = source::read(&config.root, &skip)?;

    let history = git::history(&config.root);
    let lock = source::lock(&config.home)?.map(|lock| Lock::read(&lock.path, &lock.text)).transpose()?.unwrap_or_default();

    let vocabulary = Vocabulary::new(&config.labels)?;
    progress.begin(Phase::Parse, sources.len());
    let mut notes: Vec<Note> = sources
        .into_par_iter()
        .map(|source| {
            let note = recognise::parse(source, &vocabulary);
            progress.step();
            note
        })
        .collect();

    progress.begin(Phase::Link, 1);
    let found: Vec<_> = notes.iter_mut().flat_map(|note| std::mem::take(&mut note.diagnostics)).collect();
    let settings = Settings {
        site: config.site.clone(),
        root,
        files,
        pictures,
        excluded,
        topics: config.topics.clone(),
        drafts: config.drafts,
        history: history.last_change,
        lock,
    };
    let mut guide = guide::link(notes, settings);
    guide.diagnostics.splice(0..0, diagnostics.into_iter().chain(history.diagnostic).chain(found));
    Ok(guide)
}

fn laid_over(theme: SiteTheme) -> (Vec<TemplateSource>, Vec<SiteFile>) {
    let templates = theme.templates.into_iter().map(|(path, text)| TemplateSource { name: path.to_string(), text }).collect();
    let file = |(path, from): (GuidePath, _)| SitePath::new(path.as_str()).map(|path| SiteFile { path, from });
    (templates, theme.files.into_iter().filter_map(file).collect())
}

/// What lets browsers keep the site, or makes them drop it. It names all files that were put before.
fn kept_by_browsers(guide: &Guide, context: &Context<'_>, assets: &Assets, writer: &Writer) -> Vec<Output> {
    let script = assets.worker(guide.site.offline);
    match guide.site.offline {
        Offline::Kept => {
            let [worker, list] = export::worker(&script, assets.folder(), &writer.receipts());
            vec![export::web_manifest(guide, context, assets.folder()), worker, list]
        }
        Offline::Dropped => vec![export::no_worker(&script)],
    }
}

fn linked_files(guide: &Guide) -> impl Iterator<Item = Output> {
    guide.files.iter().map(|file| Output::copy(file.route.clone(), file.from.clone()))
}

/// The texts that findings point into, so that their lines can be shown.
fn texts(guide: &Guide, diagnostics: &[Diagnostic]) -> BTreeMap<GuidePath, String> {
    let wanted: BTreeSet<_> = diagnostics.iter().filter_map(|finding| finding.place.as_ref()).map(|place| &place.path).collect();
    let found = guide.notes.iter().filter(|note| wanted.contains(&note.path));
    found.map(|note| (note.path.clone(), note.text.to_string())).collect()
}
