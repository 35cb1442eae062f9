//! The configuration: what `studyguide.toml`, the environment and the command line say, checked.
//!
//! Takes text; gives a [`Config`] that later phases read. Knows no logic of theirs. Must not touch the disk or the
//! environment: the verbs read both and hand them in.

mod address;
mod declarations;
mod environment;
mod file;
mod labels;
mod text_error;

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::path::normalise;

pub use address::{Repository, web_address};
pub use declarations::{Declaration, Declarations, TOPICS_FILE, declarations};
pub use file::ConfigFile;
pub use labels::Labels;
pub use text_error::{TextError, meant, toml_error};

/// The name of the configuration file.
pub const FILE_NAME: &str = "studyguide.toml";

/// The folder of notes beside a configuration that names none.
const DEFAULT_NOTES: &str = "notes";

/// The output folder where none is named.
const DEFAULT_OUTPUT: &str = "public";

/// The checked configuration of a build.
#[derive(Clone, Debug)]
pub struct Config {
    /// The guide's root: the folder that holds the notes, or the one note that is the guide.
    pub root: PathBuf,
    /// The folder of `studyguide.toml`; the guide's root where there is none.
    pub home: PathBuf,
    /// The output folder.
    pub output_dir: PathBuf,
    /// Globs, below the root, of what is no part of the guide.
    pub exclude: Vec<String>,
    /// What becomes of images on other hosts.
    pub remote_images: RemoteImages,
    /// Whether drafts are built.
    pub drafts: Drafts,
    /// What the site lays over the theme; nothing without a configuration, since any project may hold folders of these names.
    pub theme: Option<ThemeFolders>,
    /// What pages say of the site.
    pub site: Site,
    /// What becomes of topics.
    pub topics: TopicSettings,
    /// Labels of the site's own.
    pub labels: Labels,
    /// Free keys, for templates.
    pub extra: serde_json::Value,
}

/// What pages say of the site as a whole.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its title, where one is configured; else the home page's own.
    pub title: Option<String>,
    /// Its description.
    pub description: Option<String>,
    /// Where it will stand, with a final `/`.
    pub base_url: Option<String>,
    /// Its language, as in HTML's `lang`.
    pub language: String,
    /// The repository that the notes lie in, where it is known.
    pub repository: Option<Repository>,
    /// Whether questions have pages of their own.
    pub question_pages: QuestionPages,
    /// Whether readers keep the site for when they have no network.
    pub offline: Offline,
}

impl Default for Site {
    /// What a site is that says nothing of itself.
    fn default() -> Self {
        Self {
            title: None,
            description: None,
            base_url: None,
            language: "en".to_owned(),
            repository: None,
            question_pages: QuestionPages::default(),
            offline: Offline::default(),
        }
    }
}

/// Whether browsers keep the site, so that it can be installed and read without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// They do.
    #[default]
    Kept,
    /// They do not, and drop what an earlier build let them keep.
    Dropped,
}

/// Whether questions have pages of their own, beside their places on the pages of their notes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionPages {
    /// They have, unless there are so many that the site would grow too large for its host.
    #[default]
    Auto,
    /// They have, however many there are.
    Always,
    /// They have none.
    Never,
}

/// What becomes of topics.
#[derive(Clone, Debug, Default)]
pub struct TopicSettings {
    /// Whether words that name topics lead to them.
    pub auto_links: AutoLinks,
    /// Words that never do.
    pub never_link: Vec<String>,
    /// What `topics.toml` says.
    pub declared: Declarations,
}

/// Whether words that name topics lead to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AutoLinks {
    /// They do.
    #[default]
    Made,
    /// They do not.
    LeftOut,
}

/// What becomes of images on other hosts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemoteImages {
    /// They are shown, lazily.
    #[default]
    Show,
    /// They become links.
    Link,
}

/// The folders that a site lays over the theme; either may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFolders {
    /// `templates`: each file replaces the theme's of the same name.
    pub templates: PathBuf,
    /// `static`: copied into the site as it is.
    pub files: PathBuf,
}

/// Whether drafts are built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out.
    #[default]
    LeftOut,
    /// They are built.
    Built,
}

/// What the command line says over the file and the environment.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// `--output-dir`, relative to the current folder.
    pub output_dir: Option<PathBuf>,
    /// `--base-url`
    pub base_url: Option<String>,
    /// `--drafts`
    pub drafts: Drafts,
}

impl Config {
    /// Checks what was said about the guide in `folder`.
    ///
    /// The command line wins over the environment, and that over the file. Without a file the guide's root is `folder`
    /// itself. `checkout` is the repository that holds the file's folder (or `folder`), its prefix being that folder's.
    pub fn new(
        folder: &Path,
        file: Option<&ConfigFile>,
        environment: impl IntoIterator<Item = (String, String)>,
        overrides: Overrides,
        checkout: Option<Repository>,
    ) -> Result<Self> {
        let environment = environment::read(environment);
        let raw = file::read(file, &environment)?;

        let home = file.map_or_else(|| folder.to_owned(), ConfigFile::folder);
        let notes = raw.notes.as_deref().or(file.map(|_| DEFAULT_NOTES));
        let root = notes.map_or_else(|| folder.to_owned(), |notes| below(&home, notes));
        let output_dir = overrides
            .output_dir
            .or_else(|| raw.output_dir.as_deref().map(|dir| below(&home, dir)))
            .unwrap_or_else(|| PathBuf::from(DEFAULT_OUTPUT));

        let site = raw.site;
        let prefix = checkout.as_ref().map_or("", |checkout| checkout.prefix.as_str());
        let prefix = normalise(&[prefix, "/", notes.unwrap_or_default()].concat()).filter(|_| !is_absolute(notes));
        let repository = repository(site.repository.as_deref(), site.branch, checkout, prefix)?;
        let base_url = match (overrides.base_url, site.base_url) {
            (Some(given), _) => Some(checked_base_url("--base-url", &given)?),
            (None, Some(given)) => Some(checked_base_url("`base_url` in `[site]`", &given)?),
            (None, None) => environment.pages_url.or_else(|| repository.as_ref().and_then(Repository::pages_url)),
        };

        let theme = file.map(|_| ThemeFolders {
            templates: below(&home, raw.templates.as_deref().unwrap_or("templates")),
            files: below(&home, raw.files.as_deref().unwrap_or("static")),
        });

        Ok(Self {
            root,
            home,
            output_dir,
            exclude: raw.exclude,
            remote_images: raw.remote_images,
            drafts: overrides.drafts,
            theme,
            site: Site {
                title: site.title.filter(|text| !text.trim().is_empty()),
                description: site.description.filter(|text| !text.trim().is_empty()),
                base_url,
                language: site.language.map_or_else(|| Ok("en".to_owned()), checked_language)?,
                repository,
                question_pages: raw.questions.pages,
                offline: if site.offline.unwrap_or(true) { Offline::Kept } else { Offline::Dropped },
            },
            topics: TopicSettings {
                declared: Declarations::default(),
                auto_links: if raw.topics.auto_links.unwrap_or(true) { AutoLinks::Made } else { AutoLinks::LeftOut },
                never_link: raw.topics.never_link,
            },
            labels: raw.labels,
            extra: file::json(toml::Value::Table(raw.extra)),
        })
    }
}

/// A path of the configuration: relative to its file, without `.` parts that would show up in messages.
fn below(home: &Path, path: &str) -> PathBuf {
    let path: PathBuf = home.join(path).components().collect();
    if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
}

fn is_absolute(notes: Option<&str>) -> bool {
    notes.is_some_and(|notes| Path::new(notes).is_absolute())
}

/// The configured repository, else the one of the checkout. Without a `prefix` (the notes lie outside it) there is none.
fn repository(
    url: Option<&str>,
    branch: Option<String>,
    checkout: Option<Repository>,
    prefix: Option<String>,
) -> Result<Option<Repository>> {
    let known = checkout.as_ref();
    let url = match url {
        None => known.map(|known| known.url.clone()),
        Some(url) => Some(web_address(url).ok_or_else(|| Error::Config {
            place: "`repository` in `[site]`".to_owned(),
            message: format!("`{url}` is not the address of a repository\n  hint: write it as `https://github.com/owner/name`"),
        })?),
    };
    let branch = branch.or_else(|| checkout.map(|known| known.branch)).unwrap_or_else(|| "main".to_owned());
    Ok(url.zip(prefix).map(|(url, prefix)| Repository { url, branch, prefix }))
}

fn checked_base_url(place: &str, text: &str) -> Result<String> {
    address::base_url(text).map_err(|reason| Error::Config {
        place: place.to_owned(),
        message: format!("`{text}` {reason}\n  hint: write it as `https://example.org/notes/`"),
    })
}

/// A language is written into every page's `lang`, so it must look like one (`en`, `pt-BR`).
fn checked_language(text: String) -> Result<String> {
    let well_formed = text.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if well_formed {
        return Ok(text);
    }
    let hint = match text.replace('_', "-") {
        dashed if dashed != text => format!("did you mean `{dashed}`?"),
        _ => "write a language tag such as `en` or `pt-BR`".to_owned(),
    };
    Err(Error::Config { place: "`language` in `[site]`".to_owned(), message: format!("`{text}` is not a language\n  hint: {hint}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(text: &str, environment: &[(&str, &str)], overrides: Overrides) -> Result<Config> {
        let file = ConfigFile { path: "site/studyguide.toml".into(), text: text.to_owned() };
        let environment = environment.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
        Config::new(Path::new("site"), Some(&file), environment, overrides, None)
    }

    fn error(text: &str, environment: &[(&str, &str)]) -> String {
        config(text, environment, Overrides::default()).unwrap_err().to_string()
    }

    fn checkout(url: &str, prefix: &str) -> Repository {
        Repository { url: url.to_owned(), branch: "trunk".to_owned(), prefix: prefix.to_owned() }
    }

    #[test]
    fn without_a_file_the_guide_is_the_folder_itself() {
        let config = Config::new(Path::new("a b"), None, [], Overrides::default(), None).unwrap();
        assert_eq!(config.root, Path::new("a b"));
        assert_eq!(config.home, Path::new("a b"));
        assert_eq!(config.output_dir, Path::new("public"));
        assert_eq!(config.site.language, "en");
        assert_eq!(config.site.base_url, None);
    }

    #[test]
    fn paths_are_relative_to_the_file() {
        let defaults = config("", &[], Overrides::default()).unwrap();
        assert_eq!(defaults.root, Path::new("site/notes"));
        assert_eq!(defaults.output_dir, Path::new("public"));
        let named = config("notes = './'\noutput_dir = 'out/'", &[], Overrides::default()).unwrap();
        assert_eq!(named.root, Path::new("site"));
        assert_eq!(named.output_dir, Path::new("site/out"));
    }

    #[test]
    fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
        let text = "[site]\ntitle = 'File'\nbase_url = 'https://file.org'";
        let environment = [("STUDYGUIDE_SITE__TITLE", "Env"), ("STUDYGUIDE_SITE__BASE_URL", "https://env.org"), ("HOME", "/x")];
        let overrides = Overrides { base_url: Some("https://cli.org/a".to_owned()), ..Overrides::default() };
        let config = config(text, &environment, overrides).unwrap();
        assert_eq!(config.site.title.as_deref(), Some("Env"));
        assert_eq!(config.site.base_url.as_deref(), Some("https://cli.org/a/"));
    }

    #[test]
    fn every_key_is_read() {
        let text = "notes = 'n'\noutput_dir = 'o'\nexclude = ['drafts/**']\nremote_images = 'link'\n\
            [questions]\npages = 'never'\n\
            [site]\ntitle = 'T'\ndescription = 'D'\nlanguage = 'pt-BR'\nrepository = 'https://github.com/o/n'\nbranch = 'b'\noffline = false\n\
            [topics]\nauto_links = false\nnever_link = ['state']\n[labels]\nanswer = ['Verdict']\n[labels.callouts]\npitfall = ['Ouch']\n[extra]\nany = { thing = [1, 2.5, true], day = 2025-03-01 }";
        let config = config(text, &[], Overrides::default()).unwrap();
        assert_eq!(config.exclude, ["drafts/**"]);
        assert_eq!(config.remote_images, RemoteImages::Link);
        assert_eq!(config.site.question_pages, QuestionPages::Never);
        assert_eq!(config.site.description.as_deref(), Some("D"));
        assert_eq!((config.site.language.as_str(), config.site.offline), ("pt-BR", Offline::Dropped));
        assert_eq!((config.topics.auto_links, config.topics.never_link), (AutoLinks::LeftOut, vec!["state".to_owned()]));
        let repository = config.site.repository.unwrap();
        assert_eq!((repository.url.as_str(), repository.branch.as_str(), repository.prefix.as_str()), ("https://github.com/o/n", "b", "n"));
        assert_eq!((config.labels.answer[0].as_str(), config.labels.callouts["pitfall"][0].as_str()), ("Verdict", "Ouch"));
        assert_eq!(config.extra, serde_json::json!({"any": {"thing": [1, 2.5, true], "day": "2025-03-01"}}));
    }

    #[test]
    fn an_unknown_key_is_shown_with_its_line_and_the_key_that_was_meant() {
        assert_eq!(
            error("notes = 'n'\n\n[site]\n  tile = 'x'\n", &[]),
            "cannot use site/studyguide.toml:4:3: there is no key `tile` here\n\
             \x20   |\n\
             \x20 4 |   tile = 'x'\n\
             \x20   |   ^^^^\n\
             \x20 hint: did you mean `title`?"
        );
        let far = error("zzz = 1", &[]);
        assert!(far.contains("hint: the keys here are `notes`, `output_dir`,"), "{far}");
    }

    #[test]
    fn a_value_that_cannot_be_used_is_shown_with_its_place() {
        let value = error("remote_images = 'lnk'", &[]);
        assert!(value.contains("site/studyguide.toml:1:17: `lnk` is not a value of this key") && value.contains("`link`?"), "{value}");
        let kind = error("notes = 3", &[]);
        assert!(kind.contains(":1:9: invalid type: integer `3`, expected a string"), "{kind}");
        let syntax = error("a = [\n", &[]);
        assert!(syntax.starts_with("cannot use site/studyguide.toml:"), "{syntax}");
    }

    #[test]
    fn a_misspelt_variable_is_an_error_with_the_name_that_was_meant() {
        assert_eq!(
            error("", &[("STUDYGUIDE_SITE__TITEL", "x")]),
            "cannot use the environment variable STUDYGUIDE_SITE__TITEL: there is no key `titel` here\n  hint: did you mean `title`?"
        );
        let shallow = error("", &[("STUDYGUIDE_SITE", "x")]);
        assert!(shallow.contains("STUDYGUIDE_SITE: invalid type"), "{shallow}");
    }

    #[test]
    fn a_base_url_must_be_an_address_of_a_folder() {
        let message = error("[site]\nbase_url = 'example.org'", &[]);
        assert!(message.starts_with("cannot use `base_url` in `[site]`: `example.org` does not start with `https://`"), "{message}");
    }

    #[test]
    fn a_language_is_a_tag() {
        assert!(error("[site]\nlanguage = 'pt_BR'", &[]).ends_with("hint: did you mean `pt-BR`?"));
        assert!(error("[site]\nlanguage = '\"><script>'", &[]).contains("is not a language"));
    }

    #[test]
    fn the_base_url_is_derived_from_ci_then_from_the_repository() {
        let at = |environment: &[(&str, &str)], checkout| {
            let environment = environment.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
            Config::new(Path::new("."), None, environment, Overrides::default(), checkout).unwrap().site.base_url
        };
        let ci = [("GITHUB_REPOSITORY", "Ann/notes")];
        assert_eq!(at(&ci, Some(checkout("https://github.com/bob/fork", ""))).as_deref(), Some("https://ann.github.io/notes/"));
        assert_eq!(at(&[], Some(checkout("https://github.com/bob/bob.github.io", ""))).as_deref(), Some("https://bob.github.io/"));
        assert_eq!(at(&[], Some(checkout("https://git.example.org/bob/notes", ""))), None);
    }

    #[test]
    fn the_prefix_leads_from_the_repository_to_the_notes() {
        let prefix = |notes: &str, prefix: &str| {
            let file = ConfigFile { path: "studyguide.toml".into(), text: format!("notes = '{notes}'") };
            let config =
                Config::new(Path::new("."), Some(&file), [], Overrides::default(), Some(checkout("https://github.com/o/n", prefix)));
            config.unwrap().site.repository.map(|repository| repository.prefix)
        };
        assert_eq!(prefix("notes", "").as_deref(), Some("notes"));
        assert_eq!(prefix("../b", "a").as_deref(), Some("b"));
        assert_eq!(prefix("../../b", "a"), None);
        assert_eq!(prefix("/elsewhere", "a"), None);
    }
}
