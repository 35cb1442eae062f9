//! The configuration: what `studyguide.toml`, the environment and the command line say, checked.
//!
//! Takes text; gives a [`Config`] that later phases read. Knows no logic of theirs. Must not touch the disk: the verbs read
//! the file and hand its text in.

use std::path::PathBuf;

/// The checked configuration of a build.
#[derive(Clone, Debug)]
pub struct Config {
    /// The guide's root: the folder that holds the notes.
    pub root: PathBuf,
    /// The folder of `studyguide.toml`; the guide's root where there is none.
    pub home: PathBuf,
    /// The output folder.
    pub output_dir: PathBuf,
    /// Globs, below the root, of what is no part of the guide.
    pub exclude: Vec<String>,
    /// What becomes of images on other hosts.
    pub remote_images: RemoteImages,
    /// Whether drafts are built.
    pub drafts: Drafts,
    /// What pages say of the site.
    pub site: Site,
    /// Free keys, for templates.
    pub extra: serde_json::Value,
}

/// What pages say of the site as a whole.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its title, where one is configured; else the home page's own.
    pub title: Option<String>,
    /// Its description.
    pub description: Option<String>,
    /// Where it will stand, with a final `/`.
    pub base_url: Option<String>,
    /// Its language, as in HTML's `lang`.
    pub language: String,
    /// The repository that the notes lie in, where it is known.
    pub repository: Option<Repository>,
}

/// Where the notes lie on a forge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// `https://github.com/owner/name`, without a final `/`.
    pub url: String,
    /// The branch that links lead to.
    pub branch: String,
    /// The guide's root below the repository's; empty where they are one.
    pub prefix: String,
}

/// What becomes of images on other hosts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemoteImages {
    /// They are shown, lazily.
    #[default]
    Show,
    /// They become links.
    Link,
}

/// Whether drafts are built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    #[default]
    LeftOut,
    /// They are built.
    Built,
}
