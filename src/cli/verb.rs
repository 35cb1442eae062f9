//! What a verb is: a name, typed arguments, and what it does with them.
//!
//! Takes a type that is [`Run`]; gives the line of the verbs' table that clap and `cli::run` read. Must not know any verb.

use std::process::ExitCode;

use clap::{ArgMatches, Args, Command};

use crate::error::Result;

use super::console::Console;

/// How a verb ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// All is well.
    Fine,
    /// It did its work, and the notes have errors.
    Findings,
}

impl Exit {
    /// The code of a verb that could not run.
    pub(super) const COULD_NOT_RUN: u8 = 2;
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Fine => Self::SUCCESS,
            Exit::Findings => Self::from(1),
        }
    }
}

/// The arguments of a verb, as typed, that can be done.
pub(super) trait Run {
    /// Does it.
    fn run(self: Box<Self>, console: Console) -> Result<Exit>;
}

/// Arguments with the verb that they are of.
pub(super) trait Named: Args + Run + 'static {
    /// What is typed.
    const NAME: &'static str;
}

/// A line of the verbs' table.
pub(super) struct Verb {
    /// What is typed.
    pub(super) name: &'static str,
    /// What clap is told.
    pub(super) command: fn() -> Command,
    /// Reads what clap found.
    pub(super) read: fn(&ArgMatches) -> std::result::Result<Box<dyn Run>, clap::Error>,
}

impl Verb {
    /// The line of a verb.
    pub(super) const fn of<V: Named>() -> Self {
        Self {
            name: V::NAME,
            command: || V::augment_args(Command::new(V::NAME)),
            read: |matches| Ok(Box::new(V::from_arg_matches(matches)?)),
        }
    }
}
