//! A folder of its own to run the command in, and what it said there.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// An empty folder, away from everyone's configuration.
pub(crate) struct Desk {
    dir: TempDir,
}

/// What the command said and how it ended.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// A desk with these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        for (path, text) in files {
            desk.write(path, text);
        }
        desk
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join("desk").join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Every file below a folder with its text and when it was written.
    pub(crate) fn files(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
        fn walk(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>, std::time::SystemTime)>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, found);
                } else {
                    let written = fs::metadata(&path).unwrap().modified().unwrap();
                    found.push((path.clone(), fs::read(&path).unwrap(), written));
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.path(folder), &mut found);
        found.sort();
        found
    }

    /// The command, here, without anything of the user's.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        fs::create_dir_all(self.path("")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_studyguide"));
        command.args(arguments).current_dir(self.path("")).env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap()).env("XDG_CACHE_HOME", self.dir.path().join("cache"));
        // A repository further up is nobody's business here.
        command.env("GIT_CEILING_DIRECTORIES", self.dir.path());
        command
    }

    /// Runs the command.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        Said::of(&mut self.command(arguments))
    }
}

impl Said {
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl fmt::Display for Said {
    /// The whole of it, but for the time that a build took and how many files the theme has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, text) in [("out", &self.out), ("err", &self.err)] {
            for line in text.lines() {
                let line = match line.split_once(" in ").filter(|(_, time)| time.ends_with(" s")) {
                    Some((before, _)) => format!("{before} in … s"),
                    None => line.to_owned(),
                };
                let line = match line.split_once(" files written, ") {
                    Some((_, rest)) => format!("… files written, {rest}"),
                    None => line,
                };
                writeln!(f, "{}", format!("{name}: {line}").trim_end())?;
            }
        }
        write!(f, "code: {}", self.code.map_or_else(|| "none".to_owned(), |code| code.to_string()))
    }
}
