//! `studyguide clean`: removes what builds wrote.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::config::Overrides;
use crate::error::Result;
use crate::output;

use super::console::Console;
use super::memo;
use super::project::GuideArgs;
use super::shown::shown;
use super::verb::{Exit, Named, Run};

/// Remove the site and the cache; files that no build wrote stay
#[derive(Args)]
pub(super) struct Clean {
    #[command(flatten)]
    guide: GuideArgs,
    /// Where the site is [default: `output_dir` of the configuration, else public]
    #[arg(short, long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    output_dir: Option<PathBuf>,
}

impl Named for Clean {
    const NAME: &'static str = "clean";
}

impl Run for Clean {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let project = self.guide.locate()?;
        let config = project.config(Overrides { output_dir: self.output_dir, ..Overrides::default() })?;
        let files = output::clean(&config.output_dir)?;
        let cache = if memo::remove(project.home())? { " and the cache" } else { "" };
        let plural = if files == 1 { "" } else { "s" };
        console.say(&format!("removed {files} file{plural} from {}{cache}", shown(&config.output_dir).display()));
        Ok(Exit::Fine)
    }
}
