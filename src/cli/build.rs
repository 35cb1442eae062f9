//! `studyguide build`: writes the site.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use crate::Request;
use crate::config::Overrides;
use crate::diagnostic::Severity;
use crate::error::Result;
use crate::output::Force;

use super::bar::Bar;
use super::console::{Console, Verbosity};
use super::memo;
use super::project::{GuideArgs, SiteArgs};
use super::report::{Extent, Places};
use super::shown::shown;
use super::verb::{Exit, Named, Run};
use super::{browser, summary};

/// Write the site
#[derive(Args)]
pub(super) struct Build {
    #[command(flatten)]
    guide: GuideArgs,
    #[command(flatten)]
    site: SiteArgs,
    /// Where to write it [default: `output_dir` of the configuration, else public]
    #[arg(short, long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    output_dir: Option<PathBuf>,
    /// Exit with 1 if there are warnings
    #[arg(long)]
    strict: bool,
    /// Write into a folder that holds files of others, which stay
    #[arg(long)]
    force: bool,
    /// Open the site when it is written
    #[arg(short = 'O', long)]
    open: bool,
}

impl Named for Build {
    const NAME: &'static str = "build";
}

impl Run for Build {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let project = self.guide.locate()?;
        let config = project.config(Overrides { output_dir: self.output_dir, ..self.site.overrides() })?;
        let memo = memo::open(project.home(), self.site.caching());
        let force = if self.force { Force::Overwrite } else { Force::Refuse };

        let bar = Bar::new(console);
        let report = crate::build(&config, Request { memo: &memo, force, site: None, progress: &bar })?;
        let elapsed = bar.elapsed();
        drop(bar);

        let fails = self.strict && report.diagnostics.iter().any(|found| found.severity >= Severity::Warning);
        // Whoever is told that the build failed is told why, too.
        let extent = Extent::of(if fails { console.verbosity().max(Verbosity::Normal) } else { console.verbosity() });
        for finding in Places::of(&config, &report.texts).findings(&report.diagnostics, extent) {
            console.tell(&format!("{finding}\n"));
        }
        console.detail(&summary::files(&report));
        console.say(&summary::line(&report, &shown(&config.output_dir).display().to_string(), elapsed));
        if self.open {
            browser::open(console, &config.output_dir.join("index.html").to_string_lossy());
        }
        Ok(if fails { Exit::Findings } else { Exit::Fine })
    }
}
