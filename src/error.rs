//! What can stop a run: the environment's faults, never an author's.
//!
//! Variants carry facts; the one `Display` carries all sentences. Authors' mistakes are [`Diagnostic`](crate::diagnostic::Diagnostic)s.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::path::GuidePath;

/// What can go wrong outside the notes.
#[derive(Debug)]
pub enum Error {
    /// A file or folder could not be read.
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The guide's root does not exist.
    NoNotes {
        /// Where it should be.
        path: PathBuf,
    },
    /// A guide has no such note.
    UnknownNote {
        /// What was asked for.
        name: String,
        /// The notes that there are.
        known: Vec<GuidePath>,
    },
    /// A file or folder could not be written.
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The configuration could not be understood.
    Config {
        /// The file, or the name of the environment variable.
        place: String,
        /// What is wrong, with the place shown where it is known.
        message: String,
    },
    /// A template could not be loaded or rendered.
    Template {
        /// The page that was being rendered; none while loading.
        page: Option<String>,
        /// What the template engine said, with file, line and column.
        message: String,
    },
    /// The output folder holds files that the tool did not write.
    ForeignOutput {
        /// The folder.
        path: PathBuf,
    },
    /// The output folder is, or holds, what must not be overwritten.
    UnsafeOutput {
        /// The folder.
        path: PathBuf,
        /// Why it cannot be used.
        reason: &'static str,
    },
    /// A pattern of the configuration is not a glob.
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        message: String,
    },
    /// The server could not listen.
    Listen {
        /// The address.
        address: String,
        /// What the system said.
        source: io::Error,
    },
    /// The file watcher could not start.
    Watch {
        /// What the watcher said.
        message: String,
    },
    /// A file that a verb would make exists already.
    Exists {
        /// The file.
        path: PathBuf,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, source } => write!(f, "cannot read {}: {source}", path.display()),
            Self::NoNotes { path } => write!(
                f,
                "there are no notes in {}: it does not exist\n  hint: name the folder of notes on the command line, or as `notes` in studyguide.toml",
                path.display()
            ),
            Self::UnknownNote { name, known } => {
                write!(f, "there is no note `{name}` here\n  hint: ")?;
                let alike = known.iter().map(|path| (strsim::jaro_winkler(name, path.as_str()), path));
                match alike.filter(|(alike, _)| *alike > 0.8).max_by(|a, b| a.0.total_cmp(&b.0)) {
                    Some((_, path)) => write!(f, "did you mean `{path}`?"),
                    None => write!(f, "name its file, its path below the guide's root, or its address on the site"),
                }
            }
            Self::Write { path, source } => write!(f, "cannot write {}: {source}", path.display()),
            Self::Config { place, message } => write!(f, "cannot use {place}: {message}"),
            Self::Template { page: Some(page), message } => write!(f, "cannot render {page}: {message}"),
            Self::Template { page: None, message } => write!(f, "cannot load the templates: {message}"),
            Self::ForeignOutput { path } => write!(
                f,
                "{} is not empty and was not made by studyguide, so nothing was written\n  hint: choose another folder with --output-dir, or pass --force to build into it",
                path.display()
            ),
            Self::UnsafeOutput { path, reason } => {
                write!(f, "cannot build into {}: {reason}\n  hint: choose another folder with --output-dir", path.display())
            }
            Self::Pattern { pattern, message } => write!(f, "the pattern `{pattern}` in `exclude` is not a glob: {message}"),
            Self::Listen { address, source } => write!(
                f,
                "cannot listen on {address}: {source}\n  hint: choose another port with --port, or leave it out to take the next free one"
            ),
            Self::Watch { message } => {
                write!(f, "cannot watch for changes: {message}\n  hint: pass --poll to look for changes once a second instead")
            }
            Self::Exists { path } => write!(f, "{} exists already, and is left as it is", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { source, .. } | Self::Write { source, .. } | Self::Listen { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// The result of what touches the environment.
pub type Result<T> = std::result::Result<T, Error>;
