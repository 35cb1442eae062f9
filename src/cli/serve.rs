//! `studyguide serve`: shows the site while its notes are written.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::Args;
use tempfile::TempDir;

use crate::cache::Memo;
use crate::config::{Config, Offline, Overrides};
use crate::error::{Error, Result};
use crate::output::Force;
use crate::serve::{Builder, Finding, Listener, Outcome, Port, Watched, Watching};
use crate::{Report, Request};

use super::bar::Bar;
use super::console::Console;
use super::memo;
use super::project::{GuideArgs, SiteArgs};
use super::report::{Extent, Places};
use super::verb::{Exit, Named, Run};
use super::{browser, summary};

/// The port that is tried first.
const PORT: u16 = 1111;

/// Build the site, show it, and build it again on each change
#[derive(Args)]
#[command(visible_aliases = ["dev", "server"])]
pub(super) struct Serve {
    #[command(flatten)]
    guide: GuideArgs,
    #[command(flatten)]
    site: SiteArgs,
    /// The port to listen on [default: 1111, or the next that is free]
    #[arg(short, long)]
    port: Option<u16>,
    /// The address to listen on; 0.0.0.0 shows the site to the whole network
    #[arg(short, long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    interface: IpAddr,
    /// Look for changes once a second, where the system does not tell of them
    #[arg(long)]
    poll: bool,
    /// Open the site in a browser
    #[arg(short = 'O', long)]
    open: bool,
}

impl Named for Serve {
    const NAME: &'static str = "serve";
}

impl Run for Serve {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let project = self.guide.locate()?;
        let listener = Listener::bind(self.interface, self.port.map_or(Port::Preferred(PORT), Port::Exactly))?;
        let url = listener.url();
        let site = tempfile::Builder::new()
            .prefix("studyguide-")
            .tempdir()
            .map_err(|source| Error::Write { path: std::env::temp_dir(), source })?;
        let mut overrides = self.site.overrides();
        overrides.base_url.get_or_insert_with(|| url.clone());
        let workshop = Workshop {
            memo: memo::open(project.home(), self.site.caching()),
            guide: self.guide,
            overrides,
            site: site.path().to_owned(),
            url,
            open: self.open,
            console,
            next: None,
            usable: None,
            told: Vec::new(),
        };
        let watching = if self.poll { Watching::Poll } else { Watching::Native };
        let served = crate::serve::serve(listener, site.path(), watching, workshop);
        remove(site);
        served.map(|()| Exit::Fine)
    }
}

/// Removes the served folder. A build that is still writing into it loses its work, which nobody will see.
fn remove(site: TempDir) {
    let _leftovers_go_with_the_systems_own_cleaning = site.close();
}

/// Builds a guide again and again.
struct Workshop {
    guide: GuideArgs,
    overrides: Overrides,
    memo: Memo,
    site: PathBuf,
    url: String,
    open: bool,
    console: Console,
    /// What the next build is told, read when it was asked what to watch.
    next: Option<Result<Config>>,
    /// The last configuration that could be used.
    usable: Option<Config>,
    /// The findings that the terminal shows already.
    told: Vec<String>,
}

impl Workshop {
    /// The configuration as it is now: it may have been changed, or made, since the last build.
    fn config(&self) -> Result<Config> {
        let mut config = self.guide.locate()?.config(self.overrides.clone())?;
        // A page that was kept would hide the change that is being looked at.
        config.site.offline = Offline::Dropped;
        Ok(config)
    }

    fn try_build(&mut self) -> Result<(Config, Report)> {
        let config = self.next.take().unwrap_or_else(|| self.config())?;
        let bar = Bar::new(self.console);
        let request = Request { memo: &self.memo, force: Force::Refuse, site: Some(&self.site), progress: &bar };
        let report = crate::build(&config, request)?;
        let elapsed = bar.elapsed();
        drop(bar);
        let findings = Places::of(&config, &report.texts).findings(&report.diagnostics, Extent::of(self.console.verbosity()));
        if findings != self.told {
            for finding in &findings {
                self.console.tell(&format!("{finding}\n"));
            }
            self.told = findings;
        }
        self.console.detail(&summary::files(&report));
        self.console.say(&summary::line(&report, &self.url, elapsed));
        Ok((config, report))
    }
}

impl Builder for Workshop {
    fn watched(&mut self) -> Watched {
        let next = self.config();
        if let Ok(config) = &next {
            self.usable = Some(config.clone());
        }
        self.next = Some(next);
        let Some(config) = &self.usable else {
            // Until it can be used, only the configuration matters.
            let home = self.guide.locate().map(|project| project.home().to_owned());
            return Watched { folders: home.into_iter().collect(), ..Watched::default() };
        };
        let mut watched = Watched { folders: vec![config.home.clone()], ignored: vec![config.output_dir.clone()], ..Watched::default() };
        match config.root.parent().filter(|_| config.root.is_file()) {
            Some(folder) => watched.folders.push(folder.to_owned()),
            None => watched.trees.push(config.root.clone()),
        }
        watched.trees.extend(config.theme.iter().flat_map(|theme| [theme.templates.clone(), theme.files.clone()]));
        watched
    }

    fn build(&mut self) -> Outcome {
        match self.try_build() {
            Ok((config, report)) => {
                let places = Places::of(&config, &report.texts);
                let shown = report.diagnostics.iter().map(|found| Finding::new(found.severity, places.plain(found)));
                Outcome::Built { changed: report.written.written + report.written.pruned, findings: shown.collect() }
            }
            Err(error) => {
                self.console.error(&error);
                Outcome::Failed { message: error.to_string() }
            }
        }
    }

    fn ready(&mut self) {
        self.console.say(&format!("serving {} (Ctrl-C ends it)", self.url));
        if self.open {
            browser::open(self.console, &self.url);
        }
    }
}
