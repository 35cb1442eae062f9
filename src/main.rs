//! The command `studyguide`: everything lives in the library, so that tests and other programs can reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    studyguide::cli::run(std::env::args_os())
}
