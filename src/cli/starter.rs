//! Files that a verb makes for people to go on with: a configuration, a workflow, a note.
//!
//! Takes what goes into them; gives their text, and writes a file where there is none. Must never change a file that exists.

#![expect(clippy::disallowed_methods, reason = "starter files are written where the author will edit them")]

use std::io::{self, Write};
use std::path::Path;

use crate::error::{Error, Result};

/// The text of a configuration, given the folder of the notes.
pub(super) fn configuration(notes: &str) -> String {
    include_str!("starter/studyguide.toml").replace("{notes}", notes)
}

/// The text of the workflow that publishes a site, given the branch to publish and where in its repository the guide lies.
pub(super) fn workflow(branch: &str, folder: &str) -> String {
    include_str!("starter/pages.yml")
        .replace("{branch}", &branch.replace('\\', r"\\").replace('"', r#"\""#))
        .replace("{folder}", &quoted(folder))
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{repository}", env!("CARGO_PKG_REPOSITORY"))
}

/// The text of a note, given its title.
pub(super) fn note(title: &str) -> String {
    include_str!("starter/note.md").replace("{title}", title)
}

/// The text of a file that declares topics, given the names and aliases of those that were found. All of it is commented out.
pub(super) fn topics<'t>(found: impl Iterator<Item = (&'t str, &'t [String])>) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let entry = |(name, aliases): (&str, &[String])| {
        let aliases: Vec<_> = aliases.iter().map(|alias| quoted(alias)).collect();
        let aliases = if aliases.is_empty() { String::new() } else { format!("# aliases = [{}]\n", aliases.join(", ")) };
        format!("\n# [[topic]]\n# name = {}\n{aliases}", quoted(name))
    };
    include_str!("starter/topics.toml").to_owned() + &found.map(entry).collect::<String>()
}

/// Writes a file with all folders on the way to it. Fails where it exists.
pub(super) fn create(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
    }
    let made = std::fs::File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes()));
    made.map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists { path: path.to_owned() },
        _ => Error::Write { path: path.to_owned(), source },
    })
}

/// One argument of a shell, whatever it holds. A plain name stays as it is.
fn quoted(text: &str) -> String {
    let plain =
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)) && !text.starts_with('-');
    if plain { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, ConfigFile, Declarations, Overrides, declarations};

    fn config(text: String) -> Config {
        let file = ConfigFile { path: "studyguide.toml".into(), text };
        Config::new(Path::new("."), Some(&file), [], Overrides::default(), None).unwrap()
    }

    #[test]
    fn the_configuration_says_what_it_would_say_without_its_comments() {
        let text = configuration(".");
        let all: Vec<&str> = text.lines().map(|line| line.strip_prefix("# ").filter(|key| key.contains(" = ")).unwrap_or(line)).collect();
        let (plain, all) = (config(text.clone()), config(all.join("\n")));
        assert_eq!(plain.root, Path::new("."));
        assert!(all.output_dir.ends_with(&plain.output_dir));
        assert_eq!((plain.remote_images, plain.site.language), (all.remote_images, all.site.language));
        assert!(all.site.title.is_some() && all.site.base_url.is_some() && all.site.repository.is_some());
    }

    #[test]
    fn declared_topics_can_be_read_with_and_without_their_comments() {
        let text = topics([("C \"sharp\"", &[][..]), ("GIL", &["Lock".to_owned()][..])].into_iter());
        let read = |text: String| declarations(&ConfigFile { path: "topics.toml".into(), text }).unwrap();
        assert_eq!(read(text.clone()), Declarations::default());
        let uncommented: Vec<_> =
            text.lines().map(|line| line.strip_prefix("# ").filter(|key| key.contains(['=', '['])).unwrap_or(line)).collect();
        let all = read(uncommented.join("\n"));
        assert_eq!(all.topics.iter().skip(1).map(|topic| topic.name.as_str()).collect::<Vec<_>>(), ["C \"sharp\"", "GIL"]);
        assert!(!all.ignored.is_empty() && all.topics[0].summary.is_some() && all.topics[0].parent.is_some());
    }

    #[test]
    fn the_workflow_pins_every_action_and_the_tool() {
        let text = workflow("main", ".");
        for action in text.lines().filter_map(|line| line.split_once("uses: ").map(|(_, action)| action)) {
            let (pin, version) = action.split_once('@').unwrap().1.split_once(" # v").unwrap();
            assert!(pin.len() == 40 && pin.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
            assert!(!version.is_empty(), "{action}");
        }
        assert!(text.contains(concat!("--tag v", env!("CARGO_PKG_VERSION"), " studyguide")));
        assert!(!text.replace("${{", "").replace("{}", "").contains('{'), "a placeholder is left");
    }

    #[test]
    fn a_folder_with_any_name_is_one_argument() {
        assert_eq!(quoted("guides/go"), "guides/go");
        assert_eq!(quoted("my guide's"), r"'my guide'\''s'");
        assert_eq!(quoted("-x"), "'-x'");
        assert!(workflow("main", "a b; rm").contains("build 'a b; rm' --output-dir"));
    }
}
