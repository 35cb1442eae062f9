//! `studyguide.toml` as written, with the environment's overrides laid over it.
//!
//! Takes text; gives the keys, typed but not yet checked against each other, or an error that shows the line and names the
//! key that was meant. Must not read the file.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::error::{Error, Result};

use super::environment::{Environment, Override};
use super::text_error::{explain, toml_error, with_hint};
use super::{Labels, QuestionPages, RemoteImages};

/// A configuration file that a verb has read.
#[derive(Clone, Debug)]
pub struct ConfigFile {
    /// Where it lies.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

impl ConfigFile {
    /// The folder that its paths are relative to.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        }
    }
}

/// The keys of the configuration, all optional.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawConfig {
    pub(super) notes: Option<String>,
    pub(super) output_dir: Option<String>,
    pub(super) exclude: Vec<String>,
    pub(super) remote_images: RemoteImages,
    pub(super) templates: Option<String>,
    #[serde(rename = "static")]
    pub(super) files: Option<String>,
    pub(super) questions: RawQuestions,
    pub(super) site: RawSite,
    pub(super) topics: RawTopics,
    pub(super) labels: Labels,
    pub(super) extra: toml::Table,
}

/// The keys of `[questions]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawQuestions {
    pub(super) pages: QuestionPages,
}

/// The keys of `[site]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawSite {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) base_url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) repository: Option<String>,
    pub(super) branch: Option<String>,
    pub(super) offline: Option<bool>,
}

/// The keys of `[topics]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct RawTopics {
    pub(super) auto_links: Option<bool>,
    pub(super) never_link: Vec<String>,
}

/// Reads the file, lays the overrides over it, and says what is wrong with either.
pub(super) fn read(file: Option<&ConfigFile>, environment: &Environment) -> Result<RawConfig> {
    let text = file.map_or("", |file| file.text.trim_start_matches('\u{feff}'));
    let path = file.map_or_else(|| Path::new(super::FILE_NAME), |file| &file.path);
    let wrong = |error: &toml::de::Error| toml_error(path, text, error);

    // Read on its own first: only the text knows lines and columns.
    toml::from_str::<RawConfig>(text).map_err(|error| wrong(&error))?;
    let mut table: toml::Table = toml::from_str(text).map_err(|error| wrong(&error))?;
    for one in &environment.overrides {
        let mut alone = toml::Table::new();
        insert(&mut alone, &one.key, &one.value);
        RawConfig::deserialize(alone).map_err(|error| wrong_variable(one, &error))?;
        insert(&mut table, &one.key, &one.value);
    }
    RawConfig::deserialize(table).map_err(|error| wrong(&error))
}

/// Sets a key, making the tables on the way to it.
fn insert(table: &mut toml::Table, key: &[String], value: &toml::Value) {
    match key {
        [] => {}
        [name] => {
            table.insert(name.clone(), value.clone());
        }
        [name, rest @ ..] => {
            let inner = table.entry(name.clone()).or_insert_with(|| toml::Value::Table(toml::Table::new()));
            if !inner.is_table() {
                *inner = toml::Value::Table(toml::Table::new());
            }
            if let toml::Value::Table(inner) = inner {
                insert(inner, rest, value);
            }
        }
    }
}

fn wrong_variable(variable: &Override, error: &toml::de::Error) -> Error {
    let (message, hint) = explain(error.message());
    Error::Config { place: format!("the environment variable {}", variable.name), message: with_hint(message, hint) }
}

/// A TOML value as templates get it: dates are text.
pub(super) fn json(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(time) => time.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}
