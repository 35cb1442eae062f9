//! What the environment says: overrides of configuration keys, and what GitHub's runners tell.
//!
//! Takes pairs of names and values; gives the two kinds apart. Must not read the environment itself.

use super::address;

/// The start of every override's name.
const PREFIX: &str = "STUDYGUIDE_";

/// What the environment says.
#[derive(Debug, Default)]
pub(super) struct Environment {
    /// Overrides, sorted by name, so that the same one is reported first whatever the order in the environment.
    pub(super) overrides: Vec<Override>,
    /// Where GitHub Pages serves the repository that a runner builds.
    pub(super) pages_url: Option<String>,
}

/// A variable that overrides a key: `STUDYGUIDE_SITE__TITLE=Notes`.
#[derive(Debug)]
pub(super) struct Override {
    /// The variable's whole name.
    pub(super) name: String,
    /// The key that it means, outermost table first.
    pub(super) key: Vec<String>,
    /// What it says.
    pub(super) value: toml::Value,
}

/// Reads what concerns the tool; every other variable is passed over.
pub(super) fn read(variables: impl IntoIterator<Item = (String, String)>) -> Environment {
    let mut environment = Environment::default();
    let (mut repository, mut other_server) = (None, false);
    for (name, value) in variables {
        match name.as_str() {
            "GITHUB_REPOSITORY" => repository = Some(value),
            "GITHUB_SERVER_URL" => other_server = value != "https://github.com",
            _ => environment.overrides.extend(name.strip_prefix(PREFIX).map(|key| Override {
                name: name.clone(),
                key: key.split("__").map(str::to_ascii_lowercase).collect(),
                value: typed(value),
            })),
        }
    }
    environment.overrides.sort_by(|a, b| a.name.cmp(&b.name));
    environment.pages_url = repository.filter(|_| !other_server).and_then(|repository| address::pages_url(&repository));
    environment
}

/// A value is text, save that one in brackets is a list as TOML writes it.
fn typed(value: String) -> toml::Value {
    let list = if value.trim_start().starts_with('[') { value.parse::<toml::Value>().ok() } else { None };
    list.unwrap_or(toml::Value::String(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> Environment {
        read(pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())))
    }

    #[test]
    fn overrides_name_a_key_and_are_sorted() {
        let found = environment(&[("STUDYGUIDE_SITE__BASE_URL", "x"), ("PATH", "/bin"), ("STUDYGUIDE_EXCLUDE", "['a', 'b']")]);
        let keys: Vec<_> = found.overrides.iter().map(|one| one.key.join(".")).collect();
        assert_eq!(keys, ["exclude", "site.base_url"]);
        assert_eq!(found.overrides[0].value.as_array().map(Vec::len), Some(2));
        assert_eq!(found.overrides[1].value.as_str(), Some("x"));
    }

    #[test]
    fn a_runner_of_another_server_tells_no_address() {
        assert_eq!(environment(&[("GITHUB_REPOSITORY", "o/n")]).pages_url.as_deref(), Some("https://o.github.io/n/"));
        let enterprise = [("GITHUB_REPOSITORY", "o/n"), ("GITHUB_SERVER_URL", "https://git.example.org")];
        assert_eq!(environment(&enterprise).pages_url, None);
    }
}
