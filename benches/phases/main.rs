//! What each phase of a build costs: one row a phase, over generated guides of 100, 1,000 and 10,000 notes.
//!
//! `cargo bench` runs all three; `cargo bench --bench phases -- 500` another size. The last two rows are whole builds: one
//! with nothing remembered, one with everything. `corpus.rs` writes the guide, `clock.rs` reads the time. Run without cargo's
//! `--bench` (as `cargo test --benches` does), it builds a small guide only, to see that it still works.

#![expect(clippy::print_stdout, reason = "the rows are what it is for")]

mod clock;
mod corpus;

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use rayon::prelude::*;
use studyguide::artifact::{Body, Output};
use studyguide::cache::Memo;
use studyguide::config::{Config, Overrides};
use studyguide::guide::{self, Settings};
use studyguide::markdown::highlight::Highlighter;
use studyguide::markdown::{self, BlockKind, CodeBlock, outline};
use studyguide::note::Note;
use studyguide::output::{Force, Writer};
use studyguide::page::{self, Context};
use studyguide::progress::Silent;
use studyguide::recognise::{Parsed, Vocabulary};
use studyguide::render::{Assets, Renderer};
use studyguide::source::{self, Skip};
use studyguide::{Request, build, recognise, search};

use clock::{Cost, Stopwatch};

/// How many pages are in memory at once: rendering and writing are timed apart, but a site is never held whole.
const PAGES: usize = 256;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let chosen: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = match (chosen.is_empty(), arguments.iter().any(|argument| argument == "--bench")) {
        (false, _) => chosen,
        (true, true) => vec![100, 1_000, 10_000],
        (true, false) => vec![20],
    };
    println!("{:>7}  {:<10} {:>10} {:>10} {:>10} {:>8}", "notes", "phase", "wall ms", "CPU ms", "µs a note", "MB more");
    sizes.into_iter().try_for_each(measure)
}

/// Measures a guide of so many notes.
fn measure(notes: usize) -> Result<()> {
    let desk = tempfile::tempdir()?;
    let folder = desk.path().join("notes");
    corpus::write(&folder, notes)?;
    let overrides = Overrides { output_dir: Some(desk.path().join("site")), ..Overrides::default() };
    let config = Config::new(&folder, None, [], overrides, None)?;
    let row = |phase: &str, cost: Cost| println!("{}", cost.row(notes, phase));

    phases(&config, &desk.path().join("memo-1"), row)?;
    for name in ["build", "again"] {
        // A memo of its own a build, as the command has it.
        let memo = Memo::open(&desk.path().join("memo-2"));
        let request = Request { memo: &memo, force: Force::Refuse, site: Some(&desk.path().join("whole")), progress: &Silent };
        let (report, cost) = Stopwatch::time(|| build(&config, request));
        report?;
        row(name, cost);
    }
    Ok(())
}

/// One phase after the other, as `build` does them.
fn phases(config: &Config, memo: &Path, row: impl Fn(&str, Cost)) -> Result<()> {
    let skip = Skip { exclude: Vec::new(), output_dir: config.output_dir.clone() };
    let (sources, cost) = Stopwatch::time(|| source::read(&config.root, &skip));
    let sources = sources?;
    row("read", cost);

    let (notes, cost) = Stopwatch::time(|| {
        sources.notes.into_par_iter().map(|source| recognise::parse(source, Vocabulary::built_in())).collect::<Vec<Note>>()
    });
    row("parse", cost);

    let (tree, recognised) = parts_of_parsing(&notes);
    row("tree", tree.into());
    row("recognise", recognised.into());

    let memo = Memo::open(memo);
    let highlighter = Highlighter::new(&memo);
    let code: Vec<&CodeBlock> = notes.iter().flat_map(code_of).collect();
    let ((), cost) = Stopwatch::time(|| {
        code.par_iter().for_each(|block| _ = highlighter.highlight(block.fence.language.as_deref(), &block.text));
    });
    row("highlight", cost);

    let settings = Settings {
        topics: config.topics.clone(),
        files: sources.files,
        pictures: sources.pictures,
        excluded: sources.excluded,
        ..Settings::new(config.site.clone(), sources.root)
    };
    let (guide, cost) = Stopwatch::time(|| guide::link(notes, settings));
    row("link", cost);

    let (plans, cost) = Stopwatch::time(|| page::plan(&guide));
    row("plan", cost);

    let context = Context::new(&guide, config, &highlighter);
    let assets = Assets::new(Vec::new());
    let renderer = Renderer::new(&context, &assets, Vec::new())?;
    let writer = Writer::open(&config.output_dir, &[&config.root], Force::Refuse)?;
    let (mut rendering, mut writing) = (Cost::default(), Cost::default());
    for plans in plans.pages.chunks(PAGES) {
        let (pages, cost) = Stopwatch::time(|| {
            plans.par_iter().map(|plan| renderer.render(&page::view(&guide, &context, plan))).collect::<studyguide::error::Result<Vec<_>>>()
        });
        rendering += cost;
        let pages = pages?;
        let (written, cost) = Stopwatch::time(|| pages.into_par_iter().try_for_each(|page| writer.put(page)));
        writing += cost;
        written?;
    }
    row("render", rendering);

    let (index, cost) = Stopwatch::time(|| search::index(&guide));
    row("index", cost);
    println!("{}", search_row(guide.notes.len(), &index));

    let (written, cost) = Stopwatch::time(|| {
        index.into_par_iter().chain(assets.outputs()).try_for_each(|output| writer.put(output))?;
        writer.finish()
    });
    written?;
    writing += cost;
    row("write", writing);
    Ok(())
}

/// What parsing spends on block trees, and on what is recognised in them. Each note is recognised right behind its parsing, as
/// in a build: its tree and outline are still in the processor's cache then. Nothing is dropped while the clock runs, as a
/// build keeps all three.
fn parts_of_parsing(notes: &[Note]) -> (Duration, Duration) {
    let parts = notes.par_iter().map(|note| {
        let ((document, _), tree) = Stopwatch::lap(|| markdown::parse(&note.path, note.text.clone(), 0));
        let Note { path, text, front, .. } = note;
        let repaired = outline::repair(&document, text, front.title.as_deref(), path);
        let parsed = Parsed { path, text, document: &document, outline: &repaired.outline, front };
        let (_kept, recognised) = Stopwatch::lap(|| recognise::recognise(parsed, Vocabulary::built_in()));
        (tree, recognised)
    });
    parts.reduce(Default::default, |one, two| (one.0 + two.0, one.1 + two.1))
}

/// What the index takes on disk, excerpts apart. `benches/first-search.js` measures what a reader fetches of it.
fn search_row(notes: usize, index: &[Output]) -> String {
    let size = |output: &Output| if let Body::Bytes(bytes) = &output.body { bytes.len() } else { 0 };
    let (texts, others): (Vec<_>, Vec<_>) = index.iter().partition(|output| output.path.as_str().contains("/text-"));
    let each = |outputs: &[&Output]| outputs.iter().map(|output| size(output)).sum::<usize>() / notes.max(1);
    format!("{notes:>7}  {:<10} {} bytes a note, excerpts {} more", "", each(&others), each(&texts))
}

/// The corpus has code nowhere but between paragraphs.
fn code_of(note: &Note) -> impl Iterator<Item = &CodeBlock> {
    note.document.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Code(code) => Some(&**code),
        _ => None,
    })
}
