//! What git knows of the notes: one `git log`, and a question about the repository.
//!
//! Takes folders; gives dates of last changes and where the repository lies. Where git or a repository is missing there is
//! nothing to give, and that is no fault. Must not write, and must not run any other program.

#![expect(clippy::disallowed_methods, reason = "this is where git is run")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::config::{Repository, web_address};
use crate::date::Date;
use crate::diagnostic::{Code, Diagnostic};
use crate::path::GuidePath;

/// When files last changed.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The day of the last commit that touched each file, by path below the guide's root.
    pub last_change: BTreeMap<GuidePath, Date>,
    /// Why there are no dates, where there could be some.
    pub diagnostic: Option<Diagnostic>,
}

/// Where a folder stands in the repository that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkout {
    /// The folder below the repository's root; empty where they are one.
    pub prefix: String,
    /// The branch that is checked out, if one is; it may have no commit yet.
    pub branch: Option<String>,
}

/// The repository around a folder, if there is one.
#[must_use]
pub fn checkout(folder: &Path) -> Option<Checkout> {
    let prefix = text(folder, &["rev-parse", "--show-prefix"])?;
    let branch = text(folder, &["symbolic-ref", "--quiet", "--short", "HEAD"]);
    Some(Checkout { prefix: prefix.trim_end_matches('/').to_owned(), branch })
}

/// The repository that holds a folder, if it has a remote that a browser can open. Its prefix is the folder's.
#[must_use]
pub fn repository(folder: &Path) -> Option<Repository> {
    let url = web_address(&text(folder, &["config", "--get", "remote.origin.url"])?)?;
    let Checkout { prefix, branch } = checkout(folder)?;
    // On no branch, as runners are when they build a tag, `HEAD` is what forges call the default one.
    Some(Repository { url, branch: branch.unwrap_or_else(|| "HEAD".to_owned()), prefix })
}

/// The history of the files below the guide's root (or beside the one note that is the guide).
#[must_use]
pub fn history(root: &Path) -> History {
    let folder =
        if root.is_file() { root.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")) } else { root };
    match text(folder, &["rev-parse", "--is-shallow-repository"]).as_deref() {
        None => History::default(),
        Some("true") => History {
            diagnostic: Some(
                Diagnostic::note(Code::GitHistory, "the clone is shallow, so git cannot tell when notes last changed")
                    .hint("fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` where a workflow checks out"),
            ),
            ..History::default()
        },
        Some(_) => {
            let log = ["log", "-z", "--format=%x00%ct", "--name-only", "--no-renames", "--no-show-signature", "--relative", "--", "."];
            let last_change = run(folder, &log).map(|log| read_log(&log)).unwrap_or_default();
            History { last_change, diagnostic: None }
        }
    }
}

/// Reads the log, newest commit first: an empty field, the time, and then names, the first after a line feed.
fn read_log(log: &[u8]) -> BTreeMap<GuidePath, Date> {
    let mut last_change = BTreeMap::new();
    let mut day = None;
    let mut fields = log.split(|byte| *byte == 0);
    while let Some(field) = fields.next() {
        if field.is_empty() {
            day = fields.next().and_then(|time| str::from_utf8(time).ok()?.parse().ok()).and_then(Date::from_epoch);
            continue;
        }
        let name = String::from_utf8_lossy(field);
        if let Some((path, day)) = GuidePath::new(name.strip_prefix('\n').unwrap_or(&name)).zip(day) {
            last_change.entry(path).or_insert(day);
        }
    }
    last_change
}

/// The line that git says, which may be empty; none where it fails.
fn text(folder: &Path, arguments: &[&str]) -> Option<String> {
    let bytes = run(folder, arguments)?;
    Some(String::from_utf8(bytes).ok()?.trim_end_matches(['\n', '\r']).to_owned())
}

fn run(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new("git")
        .current_dir(folder)
        // Reading must neither take locks nor wait for an answer.
        .env("GIT_OPTIONAL_LOCKS", "0")
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output.status.success().then_some(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_commit_of_a_file_counts() {
        let log = b"\x001740787200\0\na.md\0b \"\xC3\xBC.md\0\x001700000000\0\na.md\0sub/c.md\0";
        let days: Vec<_> = read_log(log).into_iter().map(|(path, day)| format!("{path} {day}")).collect();
        assert_eq!(days, ["a.md 2025-03-01", "b \"ü.md 2025-03-01", "sub/c.md 2023-11-14"]);
    }

    #[test]
    fn a_log_that_makes_no_sense_gives_nothing() {
        for log in [&b""[..], b"\0", b"\0\0\0", b"a\0b", b"\0x\0\na.md\0", b"\x001\0\n../a\0"] {
            assert!(read_log(log).is_empty(), "{log:?}");
        }
    }
}
