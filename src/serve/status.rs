//! What the last build came to, as open pages are told.
//!
//! Takes outcomes; gives a status with a version that changes when a page would. Must not know how pages show it.

use serde::Serialize;

use crate::diagnostic::Severity;

/// What a build came to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// The site was built.
    Built {
        /// How many files of it are new or gone.
        changed: usize,
        /// What was found wrong with the notes.
        findings: Vec<Finding>,
    },
    /// The site could not be built, and is as it was.
    Failed {
        /// Why.
        message: String,
    },
}

/// A finding, ready to be shown.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// How much it weighs: `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The whole of it, as lines of plain text.
    pub text: String,
}

impl Finding {
    /// A finding with its text.
    #[must_use]
    pub fn new(severity: Severity, text: String) -> Self {
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        Self { severity, text }
    }
}

/// What open pages are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Status {
    /// Goes up with every build that changed the site.
    builds: u64,
    /// The event's data.
    json: String,
}

#[derive(Serialize)]
struct Message<'a> {
    version: String,
    failure: Option<&'a str>,
    findings: &'a [Finding],
}

impl Status {
    /// Before the first build.
    pub(super) fn nothing_yet() -> Self {
        Self::new(0, None, &[])
    }

    /// After one more build.
    pub(super) fn after(&self, outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Built { changed: 0, findings } => Self::new(self.builds, None, findings),
            Outcome::Built { findings, .. } => Self::new(self.builds + 1, None, findings),
            Outcome::Failed { message } => Self::new(self.builds, Some(message), &[]),
        }
    }

    /// The version of the site; another process's is another one, so that pages notice a server that was started anew.
    pub(super) fn version(&self) -> String {
        version(self.builds)
    }

    /// The data of the event.
    pub(super) fn json(&self) -> &str {
        &self.json
    }

    fn new(builds: u64, failure: Option<&str>, findings: &[Finding]) -> Self {
        let message = Message { version: version(builds), failure, findings };
        Self { builds, json: serde_json::to_string(&message).unwrap_or_default() }
    }
}

fn version(builds: u64) -> String {
    format!("{}-{builds}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_changes_only_with_the_site() {
        let first = Status::nothing_yet().after(&Outcome::Built { changed: 3, findings: Vec::new() });
        let failed = first.after(&Outcome::Failed { message: "no\nway".to_owned() });
        assert_eq!(failed.version(), first.version());
        assert!(failed.json().contains(r#""failure":"no\nway""#));
        let finding = Finding::new(Severity::Warning, "w".to_owned());
        let same = failed.after(&Outcome::Built { changed: 0, findings: vec![finding] });
        assert_eq!(same.version(), first.version());
        assert!(same.json().contains(r#""findings":[{"severity":"warning","text":"w"}]"#));
        assert_ne!(same.after(&Outcome::Built { changed: 1, findings: Vec::new() }).version(), first.version());
    }
}
