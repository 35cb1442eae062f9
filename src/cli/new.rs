//! `studyguide new`: starts a note.

use std::path::Path;

use clap::{Args, Subcommand};

use crate::config::Overrides;
use crate::error::{Error, Result};
use crate::markdown::outline::name::readable_name;
use crate::markdown::slug::slug;
use crate::path::GuidePath;

use super::console::Console;
use super::project::GuideArgs;
use super::shown::shown;
use super::starter;
use super::verb::{Exit, Named, Run};

/// Start something new in the guide
#[derive(Args)]
pub(super) struct New {
    #[command(subcommand)]
    what: What,
}

/// What can be started.
#[derive(Subcommand)]
enum What {
    /// Write a note to fill in, and print where it lies
    Note {
        /// A title, or a path below the folder of the notes ("The GIL", python/gil.md)
        name: String,
        #[command(flatten)]
        guide: GuideArgs,
    },
}

impl Named for New {
    const NAME: &'static str = "new";
}

impl Run for New {
    fn run(self: Box<Self>, console: Console) -> Result<Exit> {
        let What::Note { name, guide } = self.what;
        let root = guide.locate()?.config(Overrides::default())?.root;
        let folder = if root.is_file() { root.parent().unwrap_or(Path::new(".")) } else { &root };
        let start = Start::of(&name)?;
        let path = shown(&folder.join(start.path.as_str()));
        starter::create(&path, &starter::note(&start.title))?;
        console.print(&format!("{}\n", path.display()))?;
        Ok(Exit::Fine)
    }
}

/// Where a note starts, and with which title.
#[derive(Debug, PartialEq)]
struct Start {
    path: GuidePath,
    title: String,
}

impl Start {
    /// A name with an extension, or with a slash and no space, is a path; any other is a title.
    fn of(name: &str) -> Result<Self> {
        let name = name.trim();
        let file = Path::new(name);
        let is_note = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown"));
        let refuse = |message: &str| Error::Config { place: format!("`{name}` as a note"), message: message.to_owned() };
        let is_path = is_note || name.contains('/') && !name.contains(char::is_whitespace);
        if !is_path {
            let file = slug(name);
            let path = GuidePath::new(&format!("{file}.md")).filter(|_| file.chars().any(char::is_alphanumeric));
            let path = path.ok_or_else(|| refuse("no file can be named after it\n  hint: give a path instead, such as `python/gil.md`"))?;
            return Ok(Self { path, title: name.to_owned() });
        }
        let path = if is_note { name.to_owned() } else { format!("{name}.md") };
        let path = GuidePath::new(&path).filter(|path| file.is_relative() && !path.stem().is_empty());
        let path = path
            .ok_or_else(|| refuse("it would lie outside the folder of the notes\n  hint: give a path below it, such as `python/gil.md`"))?;
        Ok(Self { title: readable_name(path.stem()), path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(name: &str) -> (String, String) {
        let start = Start::of(name).unwrap();
        (start.path.to_string(), start.title)
    }

    fn pair(path: &str, title: &str) -> (String, String) {
        (path.to_owned(), title.to_owned())
    }

    #[test]
    fn a_title_names_its_file_and_a_path_its_title() {
        assert_eq!(start("The GIL, explained"), pair("the-gil-explained.md", "The GIL, explained"));
        assert_eq!(start("CI/CD in practice"), pair("cicd-in-practice.md", "CI/CD in practice"));
        assert_eq!(start("索引"), pair("索引.md", "索引"));
        assert_eq!(start("python/gil").0, "python/gil.md");
        assert_eq!(start("python/event-loop.md"), pair("python/event-loop.md", "Event loop"));
    }

    #[test]
    fn no_note_starts_outside_the_guide() {
        for name in ["../gil.md", "a/../../gil.md", "/etc/gil.md", "???", ""] {
            assert!(Start::of(name).is_err(), "{name}");
        }
    }
}
