//! `studyguide init`: gives a folder of notes a configuration and a workflow that publishes it.

#![expect(clippy::disallowed_methods, reason = "it looks at the folder that it writes to")]

use std::path::{Component, Path, PathBuf};

use clap::{Args, ValueHint};

use crate::config::FILE_NAME;
use crate::error::{Error, Result};

use super::console::Console;
use super::starter;
use super::verb::{Exit, Named, Run};

/// Where GitHub looks for workflows.
const WORKFLOW: &str = ".github/workflows/pages.yml";

/// The branch of a repository that has no commit yet.
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
        let clone = Clone::around(&self.dir)?;
        make(console, &self.dir.join(FILE_NAME), &starter::configuration(notes))?;
        make(console, &clone.root.join(WORKFLOW), &starter::workflow(&clone.branch, &clone.guide))?;
        console.say("next: `studyguide serve` shows the site; the workflow's first lines say how to publish it");
        Ok(Exit::Fine)
    }
}

/// Writes a file, or says that there is one.
fn make(console: Console, path: &Path, text: &str) -> Result<()> {
    let path: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    match starter::create(&path, text) {
        Ok(()) => console.say(&format!("wrote {}", path.display())),
        Err(Error::Exists { path }) => console.say(&format!("left {} as it is", path.display())),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The repository that will hold the workflow: GitHub reads it at the root only.
struct Clone {
    root: PathBuf,
    branch: String,
    /// Where the guide lies below the root.
    guide: String,
}

impl Clone {
    /// The repository around a folder; the folder itself where there is none yet.
    fn around(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
        let full = folder.canonicalize().map_err(|source| Error::Read { path: folder.to_owned(), source })?;
        let Some(levels) = full.ancestors().position(|parent| parent.join(".git").exists()) else {
            return Ok(Self { root: folder.to_owned(), branch: DEFAULT_BRANCH.to_owned(), guide: ".".to_owned() });
        };
        let names: Vec<_> = full.components().rev().take(levels).map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        let guide = if names.is_empty() { ".".to_owned() } else { names.into_iter().rev().collect::<Vec<_>>().join("/") };
        let root = folder.join("../".repeat(levels));
        let branch = branch(&root.join(".git")).unwrap_or_else(|| DEFAULT_BRANCH.to_owned());
        Ok(Self { root, branch, guide })
    }
}

/// The branch that is checked out, as git's own file tells it.
fn branch(git: &Path) -> Option<String> {
    let head = std::fs::read_to_string(git.join("HEAD")).ok()?;
    head.trim().strip_prefix("ref: refs/heads/").map(str::to_owned)
}
