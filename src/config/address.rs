//! Addresses of the site and of its repository.
//!
//! Takes what people and git write; gives checked addresses and what follows from one for the other. Must not ask git.

/// Where the notes lie on a forge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// `https://github.com/owner/name`, without a final `/`.
    pub url: String,
    /// The branch that links lead to.
    pub branch: String,
    /// The guide's root below the repository's; empty where they are one.
    pub prefix: String,
}

impl Repository {
    /// Where GitHub Pages serves the repository's site; none for other forges.
    #[must_use]
    pub fn pages_url(&self) -> Option<String> {
        pages_url(self.url.strip_prefix("https://github.com/")?)
    }
}

/// Where GitHub Pages serves the site of `owner/name`.
pub(super) fn pages_url(repository: &str) -> Option<String> {
    let (owner, name) = repository.split_once('/')?;
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
    if !plain(owner) || !plain(name) {
        return None;
    }
    let host = format!("{}.github.io", owner.to_ascii_lowercase());
    Some(if name.eq_ignore_ascii_case(&host) { format!("https://{host}/") } else { format!("https://{host}/{name}/") })
}

/// The address that a browser can open of a repository, from what git calls a remote: `https`, `ssh` and `host:path` forms;
/// user names and passwords are left out. `None` for a folder or another thing that no browser opens.
#[must_use]
pub fn web_address(remote: &str) -> Option<String> {
    let remote = remote.trim();
    let (scheme, (host, path)) = match remote.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest.split_once('/')?),
        None => ("ssh".to_owned(), remote.split_once(':')?),
    };
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host).to_ascii_lowercase();
    let (scheme, host) = match scheme.as_str() {
        "http" | "https" => (scheme.as_str(), host.as_str()),
        // The port is of the protocol that the browser does not speak.
        "ssh" | "git" | "git+ssh" => ("https", host.split(':').next().unwrap_or_default()),
        _ => return None,
    };
    let (scheme, host) = match host {
        "github.com" | "www.github.com" | "ssh.github.com" => ("https", "github.com"),
        _ => (scheme, host),
    };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path).trim_end_matches('/');
    // A host without a dot is a drive letter or an alias of somebody's own ssh configuration.
    let usable = host.contains('.') && !path.is_empty() && host.chars().chain(path.chars()).all(may_stand_in_a_url);
    usable.then(|| format!("{scheme}://{host}/{path}"))
}

/// A base URL with its final `/`, or what is wrong with it, to be read after the text itself.
pub(super) fn base_url(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let Some((scheme, rest)) =
        text.split_once("://").filter(|(scheme, _)| matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"))
    else {
        return Err("does not start with `https://` or `http://`");
    };
    let host = rest.split('/').next().unwrap_or_default();
    if host.is_empty() || host.starts_with(':') {
        return Err("names no host");
    }
    if host.contains('@') {
        return Err("holds a user name, which would be shown on every page");
    }
    if rest.contains(['?', '#']) {
        return Err("holds a query or fragment, to which no page's address can be added");
    }
    if !rest.chars().all(may_stand_in_a_url) {
        return Err("holds a character that no address may hold");
    }
    let slash = if rest.ends_with('/') { "" } else { "/" };
    Ok(format!("{}://{rest}{slash}", scheme.to_ascii_lowercase()))
}

fn may_stand_in_a_url(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !"\"'<>\\^`{|}?#".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remotes_become_addresses_without_credentials() {
        let expected = Some("https://github.com/ann/notes".to_owned());
        for remote in [
            "https://github.com/ann/notes",
            "https://github.com/ann/notes.git/",
            "http://x:secret@github.com/ann/notes.git",
            "git@github.com:ann/notes.git",
            "ssh://git@github.com:22/ann/notes.git",
            "ssh://git@ssh.github.com:443/ann/notes.git",
            "git://GitHub.com/ann/notes",
        ] {
            assert_eq!(web_address(remote), expected, "{remote}");
        }
        assert_eq!(web_address("https://git.example.org:8080/a/b/c.git").as_deref(), Some("https://git.example.org:8080/a/b/c"));
    }

    #[test]
    fn what_no_browser_opens_is_no_address() {
        for remote in
            ["/srv/git/notes.git", "file:///srv/notes", "../notes", "C:/notes", "work:ann/notes", "https://github.com/", "", "a.b:"]
        {
            assert_eq!(web_address(remote), None, "{remote}");
        }
    }

    #[test]
    fn pages_live_under_their_owner() {
        assert_eq!(pages_url("Ann/Notes").as_deref(), Some("https://ann.github.io/Notes/"));
        assert_eq!(pages_url("Ann/ann.github.io").as_deref(), Some("https://ann.github.io/"));
        assert_eq!(pages_url("ann"), None);
        assert_eq!(pages_url("ann/b/c"), None);
    }

    #[test]
    fn base_urls_end_in_a_slash_and_are_addresses() {
        assert_eq!(base_url(" HTTPS://example.org "), Ok("https://example.org/".to_owned()));
        assert_eq!(base_url("http://localhost:8000/a/"), Ok("http://localhost:8000/a/".to_owned()));
        for bad in ["", "example.org", "ftp://example.org", "https://", "https:///a", "https://u:p@h/", "https://h/?q", "https://h/a b"] {
            assert!(base_url(bad).is_err(), "{bad}");
        }
    }
}
