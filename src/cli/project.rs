//! From what was typed to a checked configuration: which folder, which file, which environment.
//!
//! Takes the arguments that verbs share; gives a [`Config`]. Looks for `studyguide.toml` and reads it, the current folder
//! and the environment. Must not read notes.

#![expect(clippy::disallowed_methods, reason = "a verb reads the configuration and the environment, and hands both on as values")]

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use crate::config::{Config, ConfigFile, Drafts, FILE_NAME, Overrides, TOPICS_FILE, declarations};
use crate::error::{Error, Result};
use crate::git;

use super::memo::Caching;
use super::shown::shown;

/// Which guide, as typed.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct GuideArgs {
    /// The guide: a folder, or one note [default: the nearest parent folder with a studyguide.toml, else this folder]
    #[arg(value_hint = ValueHint::AnyPath)]
    dir: Option<PathBuf>,
    /// Use this configuration file
    #[arg(short, long, value_name = "FILE", conflicts_with = "dir", value_hint = ValueHint::FilePath)]
    config: Option<PathBuf>,
}

/// What a build can be told beside which guide, as typed.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct SiteArgs {
    /// The address that the site will have
    #[arg(short = 'u', long, value_name = "URL", value_hint = ValueHint::Url)]
    base_url: Option<String>,
    /// Build drafts too
    #[arg(long)]
    drafts: bool,
    /// Do not use, or keep, results of earlier builds
    #[arg(long)]
    no_cache: bool,
}

impl GuideArgs {
    /// Finds the guide. Fails where what was named does not exist.
    pub(super) fn locate(&self) -> Result<Project> {
        let (folder, file) = match (&self.config, &self.dir) {
            (Some(file), _) => (PathBuf::from("."), Some(file.clone())),
            (None, Some(dir)) => {
                let what = dir.metadata().map_err(|source| match source.kind() {
                    io::ErrorKind::NotFound => Error::NoNotes { path: dir.clone() },
                    _ => Error::Read { path: dir.clone(), source },
                })?;
                let file = dir.join(FILE_NAME);
                (dir.clone(), (what.is_dir() && file.is_file()).then_some(file))
            }
            (None, None) => nearest()?,
        };
        Ok(Project { folder, file })
    }
}

/// A guide that was found.
#[derive(Clone, Debug)]
pub(super) struct Project {
    /// The folder or note that the guide is about.
    folder: PathBuf,
    /// Its configuration.
    file: Option<PathBuf>,
}

impl Project {
    /// The folder of the configuration, else of the guide, else the one that the only note lies in.
    pub(super) fn home(&self) -> &Path {
        match self.file.as_ref().and_then(|file| file.parent()) {
            Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
            Some(folder) => folder,
            None if self.folder.is_file() => self.folder.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
            None => &self.folder,
        }
    }

    /// Reads and checks the configuration.
    pub(super) fn config(&self, overrides: Overrides) -> Result<Config> {
        let file = self.file.as_ref().map(|path| read(path)).transpose()?;
        let environment = std::env::vars_os().filter_map(|(name, value)| name.into_string().ok().zip(value.into_string().ok()));
        let mut config = Config::new(&self.folder, file.as_ref(), environment, overrides, git::repository(self.home()))?;
        let topics = self.home().join(TOPICS_FILE);
        if topics.is_file() {
            config.topics.declared = declarations(&read(&shown(&topics))?)?;
        }
        Ok(config)
    }
}

impl SiteArgs {
    /// What they say over the configuration.
    pub(super) fn overrides(&self) -> Overrides {
        let drafts = if self.drafts { Drafts::Built } else { Drafts::LeftOut };
        Overrides { base_url: self.base_url.clone(), drafts, ..Overrides::default() }
    }

    /// Whether results of earlier builds are used.
    pub(super) fn caching(&self) -> Caching {
        if self.no_cache { Caching::Off } else { Caching::On }
    }
}

fn read(path: &Path) -> Result<ConfigFile> {
    let bytes = std::fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::Config { place: path.display().to_string(), message: "it is not UTF-8 text".to_owned() })?;
    Ok(ConfigFile { path: path.to_owned(), text })
}

/// The nearest folder upwards with a configuration, written the way that leads there from here.
fn nearest() -> Result<(PathBuf, Option<PathBuf>)> {
    let here = PathBuf::from(".");
    let full = std::env::current_dir().map_err(|source| Error::Read { path: here.clone(), source })?;
    let found = full.ancestors().position(|folder| folder.join(FILE_NAME).is_file());
    Ok(match found {
        None => (here, None),
        Some(0) => (here, Some(PathBuf::from(FILE_NAME))),
        Some(levels) => {
            let folder: PathBuf = std::iter::repeat_n("..", levels).collect();
            let file = folder.join(FILE_NAME);
            (folder, Some(file))
        }
    })
}
