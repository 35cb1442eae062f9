//! The terminal: data goes to stdout, talk to stderr, colour only where it is wanted.
//!
//! Takes text; gives it to the stream that it belongs to. The only file that writes to either. Must not decide what to say.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

use crate::error::{Error, Result};

use super::report;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// On a terminal that can, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How much to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verbosity {
    /// Errors only.
    Quiet,
    /// What people want to know.
    Normal,
    /// Everything.
    Verbose,
}

/// The way to the terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Console {
    verbosity: Verbosity,
    colour: ColorChoice,
}

impl Console {
    /// A console that speaks as it was asked to.
    pub(super) fn new(verbosity: Verbosity, colour: Colour) -> Self {
        let colour = match colour {
            Colour::Auto => ColorChoice::Auto,
            Colour::Always => ColorChoice::Always,
            Colour::Never => ColorChoice::Never,
        };
        Self { verbosity, colour }
    }

    /// How much to say.
    pub(super) fn verbosity(self) -> Verbosity {
        self.verbosity
    }

    /// Whether somebody watches stderr who wants to see progress.
    pub(super) fn shows_progress(self) -> bool {
        self.verbosity > Verbosity::Quiet && io::stderr().is_terminal()
    }

    /// Data, for a person or a program.
    pub(super) fn print(self, text: &str) -> Result<()> {
        let mut out = AutoStream::new(io::stdout(), self.colour).lock();
        let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        written.map_err(|source| Error::Write { path: Path::new("standard output").to_owned(), source })
    }

    /// Talk, unless quiet.
    pub(super) fn say(self, text: &str) {
        if self.verbosity > Verbosity::Quiet {
            self.tell(text);
        }
    }

    /// Talk for those who want to know more.
    pub(super) fn detail(self, text: &str) {
        if self.verbosity == Verbosity::Verbose {
            self.tell(text);
        }
    }

    /// Why it could not run.
    pub(super) fn error(self, error: &Error) {
        self.tell(&report::error(error));
    }

    /// Talk that even the quiet hear.
    pub(super) fn tell(self, text: &str) {
        // Whoever closed stderr does not want to be told.
        let _ = writeln!(AutoStream::new(io::stderr(), self.colour).lock(), "{text}");
    }
}
