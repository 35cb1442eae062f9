//! The command `studyguide`: everything lives in the library, so that tests and other programs can reach it.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A build makes and drops millions of small values on all threads, which the system's allocator is slow at.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    studyguide::cli::run(std::env::args_os())
}
