//! `studyguide completions`: prints the completion script of a shell.

use clap::Args;
use clap_complete::Shell;

use crate::error::Result;

use super::console::Console;
use super::verb::{Exit, Named, Run};

/// Print the completion script of a shell
///
/// For bash: `studyguide completions bash > ~/.local/share/bash-completion/completions/studyguide`
#[derive(Args)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Named for Completions {
    const NAME: &'static str = "completions";
}

impl Run for Completions {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::command(), "studyguide", &mut script);
        console.print(&String::from_utf8_lossy(&script))?;
        Ok(Exit::Fine)
    }
}
