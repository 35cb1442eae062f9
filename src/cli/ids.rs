//! `studyguide ids`: shows what became of the questions that the lock knows, and brings the lock up to date.

#![expect(clippy::disallowed_methods, reason = "a verb reads the environment: whether it runs in CI")]

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;

use crate::config::{Config, Drafts, Overrides};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Result};
use crate::guide::Guide;
use crate::guide::identity::{Change, Changed};
use crate::ids::QuestionId;
use crate::markdown::text;
use crate::output;
use crate::path::GuidePath;
use crate::progress::Silent;
use crate::source::lock_path;

use super::console::{Console, Verbosity};
use super::project::GuideArgs;
use super::report::{Extent, Places};
use super::shown::shown;
use super::verb::{Exit, Named, Run};

/// Show which questions the lock knows otherwise; --write brings it up to date
///
/// studyguide.lock keeps the id of each question while its words, its answer or its place change. Commit it with the notes.
/// Where the variable CI is set, the lock is only read, and one that is out of date ends with code 1.
#[derive(Args)]
pub(super) struct Ids {
    #[command(flatten)]
    guide: GuideArgs,
    /// Write the lock
    #[arg(long)]
    write: bool,
}

impl Named for Ids {
    const NAME: &'static str = "ids";
}

impl Run for Ids {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let in_ci = is_set("CI");
        if self.write && in_ci {
            let message = "in CI the lock is only read, and CI is set here\n  hint: run `studyguide ids --write` where the notes are edited, and commit studyguide.lock with them";
            return Err(Error::Config { place: "--write".to_owned(), message: message.to_owned() });
        }
        // A draft's questions keep their ids, too.
        let config = self.guide.locate()?.config(Overrides { drafts: Drafts::Built, ..Overrides::default() })?;
        if config.home.is_file() {
            let message = "one note of a guide says nothing of the others\n  hint: name the folder of the notes";
            return Err(Error::Config { place: shown(&config.home).display().to_string(), message: message.to_owned() });
        }
        let guide = crate::build::read(&config, &Silent)?;
        tell(console, &config, &guide);
        console.print(&changes(&config, &guide))?;

        let path = lock_path(&config.home);
        let name = shown(&path).display().to_string();
        if self.write {
            let written = output::replace(&path, &guide.lock().to_text())?;
            console.say(&if written { format!("wrote {name}") } else { format!("{name} is up to date") });
            return Ok(Exit::Fine);
        }
        if guide.identity.changes.is_empty() {
            console.say(&format!("{name} is up to date"));
            return Ok(Exit::Fine);
        }
        let message = format!("{name} is out of date: run `studyguide ids --write`, and commit it with the notes");
        if in_ci {
            console.tell(&message);
            return Ok(Exit::Findings);
        }
        console.say(&message);
        Ok(Exit::Fine)
    }
}

/// Whether a variable says yes.
fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// Tells what was found about ids; `build` tells the rest.
fn tell(console: Console, config: &Config, guide: &Guide) {
    let is_about_ids = |found: &&Diagnostic| matches!(found.code, Code::QuestionId | Code::UnclearIdentity);
    let found: Vec<Diagnostic> = guide.diagnostics.iter().filter(is_about_ids).cloned().collect();
    let places = found.iter().filter_map(|found| found.place.as_ref());
    let texts: BTreeMap<GuidePath, String> = places
        .filter_map(|place| guide.notes.iter().find(|note| note.path == place.path))
        .map(|note| (note.path.clone(), note.text.to_string()))
        .collect();
    for finding in Places::of(config, &texts).findings(&found, Extent::of(console.verbosity().max(Verbosity::Normal))) {
        console.say(&format!("{finding}\n"));
    }
}

/// The counts on a line, then a line a change.
fn changes(config: &Config, guide: &Guide) -> String {
    let mut lines = vec![counts(guide.changed_ids())];
    lines.extend(guide.identity.changes.iter().map(|change| line(&config.root, guide, change)));
    lines.push(String::new());
    lines.join("\n")
}

fn counts(changed: Changed) -> String {
    let Changed { reset, reworded, moved, retired, new, renamed } = changed;
    let notes = match renamed {
        0 => String::new(),
        1 => ", 1 note renamed".to_owned(),
        many => format!(", {many} notes renamed"),
    };
    format!("{reset} reset, {reworded} reworded, {moved} moved, {retired} retired, {new} new{notes}")
}

fn line(root: &Path, guide: &Guide, change: &Change) -> String {
    let file = |path: &GuidePath| if root.is_file() { shown(root) } else { shown(&root.join(path.as_str())) }.display().to_string();
    let asked = |id: QuestionId, what: &str, detail: String| {
        let (entry, question) = (&guide.questions[id], guide.question(id));
        let note = &guide.notes[entry.note];
        let line = note.lines.line(question.span.start);
        format!("{}:{line}: {what} `{}`: {}{detail}", file(&note.path), entry.key, text::inlines(&question.words))
    };
    match change {
        Change::Reset { question, was } => {
            let was: Vec<String> = was.iter().map(|key| format!("`{key}`")).collect();
            asked(*question, "reset", format!(" (was {})", was.join(" or ")))
        }
        Change::Reworded { question, was } => asked(*question, "reworded", format!(" (was: {was})")),
        Change::Moved { question, from } => asked(*question, "moved", format!(" (from {})", file(from))),
        Change::New { question } => asked(*question, "new", String::new()),
        Change::Retired { key, was, from } => format!("{}: retired `{key}`: {was}", file(from)),
        Change::Renamed { note, from } => format!("{}: renamed: its page was {from}", file(&guide.notes[*note].path)),
    }
}
