//! `studyguide list`: prints what a guide holds, or what the tool knows.

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::config::{Config, Overrides};
use crate::error::Result;
use crate::export;
use crate::guide::Guide;
use crate::markdown::highlight;
use crate::page::KINDS;
use crate::progress::Silent;
use crate::recognise::{self, RECOGNISERS};

use super::console::Console;
use super::project::GuideArgs;
use super::table::{Form, Table};
use super::verb::{Exit, Named, Run};

/// Print what a guide holds, or what the tool knows
#[derive(Args)]
pub(super) struct List {
    /// What to list
    #[arg(value_name = "WHAT")]
    subject: Subject,
    #[command(flatten)]
    guide: GuideArgs,
    /// How to write it
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Form,
}

/// What can be listed.
#[derive(Clone, Copy, ValueEnum)]
enum Subject {
    /// The questions of the guide, as in its questions.json
    Questions,
    /// The labelled blocks of the guide
    Callouts,
    /// The topics of the guide, as in its topics.json
    Topics,
    /// The patterns that questions are recognised by
    Recognisers,
    /// The kinds of callouts, with the labels that are known for each
    Kinds,
    /// The kinds of page that a site has
    Pages,
    /// The languages whose code is highlighted
    Languages,
}

impl Named for List {
    const NAME: &'static str = "list";
}

impl Run for List {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        console.print(&self.text()?)?;
        Ok(Exit::Fine)
    }
}

impl List {
    fn text(&self) -> Result<String> {
        let form = self.format;
        Ok(match self.subject {
            Subject::Questions => {
                let (config, guide) = self.read()?;
                Table { name: "questions", columns: QUESTION_COLUMNS }.text(form, export::questions(&guide, config.remote_images))
            }
            Subject::Callouts => {
                let (_, guide) = self.read()?;
                Table { name: "callouts", columns: CALLOUT_COLUMNS }.text(form, export::callouts(&guide))
            }
            Subject::Topics => {
                let (_, guide) = self.read()?;
                Table { name: "topics", columns: TOPIC_COLUMNS }.text(form, export::topics(&guide))
            }
            Subject::Recognisers => {
                let recognisers = RECOGNISERS.iter().map(|recogniser| json!({ "name": recogniser.name, "about": recogniser.about }));
                Table { name: "recognisers", columns: &["name", "about"] }.text(form, recognisers)
            }
            Subject::Kinds => {
                let kinds = recognise::callout_labels().map(|(kind, labels)| json!({ "name": kind.name(), "labels": labels }));
                Table { name: "kinds", columns: &["name", "labels"] }.text(form, kinds)
            }
            Subject::Pages => {
                let pages = KINDS.iter().map(|kind| json!({ "name": kind.name, "about": kind.about }));
                Table { name: "pages", columns: &["name", "about"] }.text(form, pages)
            }
            Subject::Languages => {
                let languages = highlight::languages().into_iter().map(|(name, written)| json!({ "name": name, "written": written }));
                Table { name: "languages", columns: &["name", "written"] }.text(form, languages)
            }
        })
    }

    fn read(&self) -> Result<(Config, Guide)> {
        let config = self.guide.locate()?.config(Overrides::default())?;
        let guide = crate::build::read(&config, &Silent)?;
        Ok((config, guide))
    }
}

const QUESTION_COLUMNS: &[&str] =
    &["id", "kind", "explicit", "recogniser", "level", "answered", "note", "line", "topics", "same_as", "follow_ups", "url", "text"];

const CALLOUT_COLUMNS: &[&str] = &["kind", "label", "subject", "note", "line", "topics"];

const TOPIC_COLUMNS: &[&str] = &["slug", "name", "aliases", "parent", "sections", "mentions", "questions", "compared", "related", "url"];
