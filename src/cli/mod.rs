//! The command line: one verb a file, all of them in the table `VERBS`.
//!
//! `verb.rs` says what a verb is, `project.rs` turns what was typed into a checked configuration, `console.rs` is the only
//! way to the terminal, `report.rs` shows findings, `bar.rs` progress, `summary.rs` the last line. A verb takes its own typed
//! arguments and calls the library; must not hold logic that the library should.
//!
//! To add a verb: write its file with a struct of arguments that is a `verb::Run`, and add its line to `VERBS`.

mod bar;
mod browser;
mod build;
mod clean;
mod completions;
mod console;
mod explain;
mod ids;
mod init;
mod list;
mod memo;
mod new;
mod project;
mod report;
mod serve;
mod shown;
mod starter;
mod summary;
mod table;
mod topics;
mod verb;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::{Args, Command, CommandFactory, FromArgMatches, Parser};

use crate::error::{Error, Result};

use console::{Colour, Console, Verbosity};
use verb::{Exit, Verb};

/// Every verb, in the order of `--help`.
const VERBS: &[Verb] = &[
    Verb::of::<build::Build>(),
    Verb::of::<serve::Serve>(),
    Verb::of::<init::Init>(),
    Verb::of::<new::New>(),
    Verb::of::<list::List>(),
    Verb::of::<explain::Explain>(),
    Verb::of::<ids::Ids>(),
    Verb::of::<topics::Topics>(),
    Verb::of::<clean::Clean>(),
    Verb::of::<completions::Completions>(),
];

/// What is typed before or after any verb.
#[derive(Parser)]
#[command(name = "studyguide", version, about, subcommand_required = true, arg_required_else_help = true, max_term_width = 100)]
struct Program {
    #[command(flatten)]
    common: Common,
}

/// The flags that every verb takes.
#[derive(Args)]
#[command(next_help_heading = "Common options")]
struct Common {
    /// Say errors only
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say more: every finding, and what was written
    #[arg(short, long, global = true)]
    verbose: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
    /// How many threads to use [default: one for each processor]
    #[arg(long, global = true, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Common {
    fn verbosity(&self) -> Verbosity {
        match (self.quiet, self.verbose) {
            (true, _) => Verbosity::Quiet,
            (_, true) => Verbosity::Verbose,
            _ => Verbosity::Normal,
        }
    }
}

/// Does what the arguments ask, and gives the code to exit with: 0 fine, 1 the notes have errors, 2 could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match try_run(arguments) {
        Ok(exit) => exit,
        Err(error) => {
            // The terminal may be gone; there is nobody left to tell.
            let _ = error.print();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(Exit::COULD_NOT_RUN))
        }
    }
}

fn try_run(arguments: impl IntoIterator<Item = OsString>) -> std::result::Result<ExitCode, clap::Error> {
    let matches = command().try_get_matches_from(arguments)?;
    let common = Program::from_arg_matches(&matches)?.common;
    let console = Console::new(common.verbosity(), common.color);
    let Some((name, matches)) = matches.subcommand() else { return Ok(Exit::Fine.into()) };
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else { return Ok(Exit::Fine.into()) };
    let verb = (verb.read)(matches)?;
    let done = use_threads(common.threads).and_then(|()| verb.run(console));
    Ok(match done {
        Ok(exit) => exit.into(),
        Err(error) if is_broken_pipe(&error) => Exit::Fine.into(),
        Err(error) => {
            console.error(&error);
            ExitCode::from(Exit::COULD_NOT_RUN)
        }
    })
}

/// The whole command with all its verbs.
fn command() -> Command {
    Program::command().subcommands(VERBS.iter().map(|verb| (verb.command)()))
}

fn use_threads(threads: Option<NonZeroUsize>) -> Result<()> {
    let Some(threads) = threads else { return Ok(()) };
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads.get())
        .build_global()
        .map_err(|error| Error::Config { place: format!("--threads {threads}"), message: error.to_string() })
}

/// Whoever read our output has seen enough of it.
fn is_broken_pipe(error: &Error) -> bool {
    matches!(error, Error::Write { source, .. } if source.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_well_formed_and_every_verb_says_what_it_does() {
        command().debug_assert();
        for verb in command().get_subcommands() {
            assert!(verb.get_about().is_some(), "{}", verb.get_name());
        }
    }
}
