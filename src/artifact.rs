//! One file of the site before it is written.
//!
//! Shared by the phases that make files (`render`, `search`, `export`) and the one that writes them (`output`). Must not
//! touch the disk.

use std::path::PathBuf;

use crate::path::SitePath;

/// A path with its bytes.
#[derive(Clone, Debug)]
pub struct Output {
    /// Where in the site.
    pub path: SitePath,
    /// What it holds.
    pub body: Body,
}

/// What an output holds.
#[derive(Clone, Debug)]
pub enum Body {
    /// Bytes made by the build.
    Bytes(Vec<u8>),
    /// A file that is copied as it is.
    Copy(PathBuf),
}

/// What is known of an output that was put into the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Where in the site.
    pub path: SitePath,
    /// How many bytes it has.
    pub length: u64,
    /// A short name of its bytes: others have another.
    pub version: String,
}

impl Output {
    /// An output of text or bytes.
    #[must_use]
    pub fn new(path: SitePath, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path, body: Body::Bytes(bytes.into()) }
    }

    /// An output that copies a file.
    #[must_use]
    pub fn copy(path: SitePath, from: PathBuf) -> Self {
        Self { path, body: Body::Copy(from) }
    }
}
