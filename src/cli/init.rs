//! `studyguide init`: gives a folder of notes a configuration and a workflow that publishes it.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::config::FILE_NAME;
use crate::error::{Error, Result};
use crate::git::{self, Checkout};

use super::console::Console;
use super::shown::shown;
use super::starter;
use super::verb::{Exit, Named, Run};

/// Where GitHub looks for workflows.
const WORKFLOW: &str = ".github/workflows/pages.yml";

/// The branch of a repository that is yet to be made.
const DEFAULT_BRANCH: &str = "main";

/// Write a configuration and the GitHub Pages workflow, where there are none yet
#[derive(Args)]
pub(super) struct Init {
    /// The folder of the guide
    #[arg(default_value = ".", value_hint = ValueHint::DirPath)]
    dir: PathBuf,
}

impl Named for Init {
    const NAME: &'static str = "init";
}

impl Run for Init {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        // A folder named `notes` is the default; any other guide is the folder itself.
        let notes = if self.dir.join("notes").is_dir() { "notes" } else { "." };
        make(console, &self.dir.join(FILE_NAME), &starter::configuration(notes))?;
        let publishing = Publishing::of(&self.dir);
        make(console, &publishing.root.join(WORKFLOW), &starter::workflow(&publishing.branch, &publishing.guide))?;
        console.say("next: `studyguide serve` shows the site; the workflow's first lines say how to publish it");
        Ok(Exit::Fine)
    }
}

/// Writes a file, or says that there is one.
fn make(console: Console, path: &Path, text: &str) -> Result<()> {
    match starter::create(path, text) {
        Ok(()) => console.say(&format!("wrote {}", shown(path).display())),
        Err(Error::Exists { path }) => console.say(&format!("left {} as it is", shown(&path).display())),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Where the workflow goes: GitHub reads those at a repository's root only.
struct Publishing {
    root: PathBuf,
    branch: String,
    /// Where the guide lies below the root.
    guide: String,
}

impl Publishing {
    /// From the repository around a folder; the folder itself becomes one where there is none yet.
    fn of(folder: &Path) -> Self {
        let Checkout { prefix, branch } = git::checkout(folder).unwrap_or(Checkout { prefix: String::new(), branch: None });
        let levels = if prefix.is_empty() { 0 } else { prefix.split('/').count() };
        Self {
            root: folder.join("../".repeat(levels)),
            branch: branch.unwrap_or_else(|| DEFAULT_BRANCH.to_owned()),
            guide: if prefix.is_empty() { ".".to_owned() } else { prefix },
        }
    }
}
