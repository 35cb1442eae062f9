//! `studyguide topics`: prints the topics of a guide with what speaks for each, and starts a file that declares them.

use std::fmt::Write;

use clap::{Args, ValueEnum};

use crate::config::{Overrides, TOPICS_FILE};
use crate::error::Result;
use crate::export::{self, TopicData};
use crate::progress::Silent;

use super::console::Console;
use super::project::GuideArgs;
use super::shown::shown;
use super::starter;
use super::table::{self, Table};
use super::verb::{Exit, Named, Run};

/// Print the topics of a guide with what speaks for each
#[derive(Args)]
pub(super) struct Topics {
    #[command(flatten)]
    guide: GuideArgs,
    /// How to write them
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    format: Form,
    /// Write a topics.toml to go on with, where there is none yet
    #[arg(long)]
    write: bool,
}

/// How topics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A paragraph for each topic, its places in the form `path:line`
    #[default]
    Human,
    /// JSON, as in the site's own topics.json
    Json,
}

impl Named for Topics {
    const NAME: &'static str = "topics";
}

impl Run for Topics {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let project = self.guide.locate()?;
        let config = project.config(Overrides::default())?;
        let guide = crate::build::read(&config, &Silent)?;
        if self.write {
            let path = shown(&project.home().join(TOPICS_FILE));
            starter::create(&path, &starter::topics(guide.topics.iter().map(|topic| (topic.name.as_str(), topic.aliases.as_slice()))))?;
            console.say(&format!("wrote {}", path.display()));
            return Ok(Exit::Fine);
        }
        console.print(&match self.format {
            Form::Human => export::topics(&guide).map(|topic| paragraph(&topic)).collect(),
            Form::Json => Table { name: "topics", columns: &[] }.text(table::Form::Json, export::topics(&guide)),
        })?;
        console.say(&count(guide.topics.len(), "topic"));
        Ok(Exit::Fine)
    }
}

/// A topic with all that speaks for it.
fn paragraph(topic: &TopicData<'_>) -> String {
    let aliases = if topic.aliases.is_empty() { String::new() } else { format!(" ({})", topic.aliases.join(", ")) };
    let counts = [count(topic.sections.len(), "section"), count(topic.questions.len(), "question"), count(topic.mentions.len(), "mention")];
    let mut text = format!("{}{aliases}: {}\n", topic.name, counts.join(", "));
    // Writing to a string cannot fail.
    for place in &topic.sections {
        let _ = writeln!(text, "  {}:{}: {} in “{}”", place.note, place.line, place.named_by, place.heading);
    }
    for place in &topic.mentions {
        let _ = writeln!(text, "  {}:{}: mention", place.note, place.line);
    }
    text + "\n"
}

fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
