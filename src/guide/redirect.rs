//! Old addresses: what front matter's `aliases` name, and what the lock remembers.
//!
//! Takes aliases as people write them, and pages that notes had once; gives redirects from addresses that no page has. Must not move a page.

use crate::diagnostic::{Code, Diagnostic};
use crate::guide::Redirect;
use crate::guide::address::{Addresses, Owner};
use crate::guide::route::holder;
use crate::ids::{IdVec, NoteId};
use crate::note::Note;
use crate::path::{SitePath, percent_decode};

/// The longest name that every file system takes, in bytes.
const LONGEST_NAME: usize = 255;

/// The redirects of all notes, in note order.
pub(super) fn collect(
    notes: &IdVec<NoteId, Note>,
    routes: &IdVec<NoteId, SitePath>,
    old_pages: &[(SitePath, NoteId)],
    addresses: &mut Addresses,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (id, note) in notes.iter_ids() {
        for alias in &note.front.aliases {
            let Some(from) = address(alias) else {
                let message = format!("the alias `{}` is no address below the site's root", alias.escape_debug());
                diagnostics.push(
                    Diagnostic::warning(Code::FrontMatterValue, message).in_file(&note.path).hint("write a path such as `old/name.html`"),
                );
                continue;
            };
            if from == routes[id] {
                continue;
            }
            match addresses.claim_exactly(&from, Owner::Redirect) {
                Ok(()) => redirects.push(Redirect { from, to: id }),
                Err(owner) => {
                    let message = format!(
                        "the alias `{}` is the address of {}, so it leads nowhere else",
                        alias.escape_debug(),
                        holder(owner, notes)
                    );
                    diagnostics.push(Diagnostic::warning(Code::DuplicateRoute, message).in_file(&note.path).hint("take the alias out"));
                }
            }
        }
    }
    // Nobody wrote these: where another page stands now, nothing needs to be said.
    let free = old_pages.iter().filter(|(from, _)| addresses.claim_exactly(from, Owner::Redirect).is_ok());
    redirects.extend(free.map(|(from, to)| Redirect { from: from.clone(), to: *to }));
    redirects
}

/// The address that an alias names: `/old`, `old.html`, `old.md` and `old` are one; with a `/` at its end it is a folder's.
fn address(alias: &str) -> Option<SitePath> {
    let written = alias.trim();
    if written.contains("://") || written.contains(['?', '#']) {
        return None;
    }
    let path = percent_decode(written);
    let bare = [".html", ".md", ".markdown"].iter().find_map(|extension| path.strip_suffix(extension)).unwrap_or(&path);
    let bare = bare.strip_prefix('/').unwrap_or(bare);
    let address = if bare.is_empty() || bare.ends_with('/') {
        SitePath::new(&[bare, "index.html"].concat())?
    } else {
        SitePath::new(bare).and_then(|bare| SitePath::new(&[bare.as_str(), ".html"].concat()))?
    };
    // A hidden folder may be the repository's own.
    let is_usable =
        |part: &str| part.len() <= LONGEST_NAME && !part.starts_with('.') && !part.contains(|c: char| c.is_control() || c == '\\');
    address.as_str().split('/').all(is_usable).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(alias: &str) -> Option<String> {
        address(alias).map(|path| path.to_string())
    }

    #[test]
    fn an_alias_is_read_however_it_is_written() {
        for alias in ["old/gil", "/old/gil", "old/gil.html", "/old/gil.md", "./old/gil", "old/x/../gil"] {
            assert_eq!(read(alias).as_deref(), Some("old/gil.html"), "{alias}");
        }
        assert_eq!(read("/old/").as_deref(), Some("old/index.html"));
        assert_eq!(read("old/a%20b").as_deref(), Some("old/a b.html"));
        assert_eq!(read("/").as_deref(), Some("index.html"));
    }

    #[test]
    fn what_leaves_the_site_is_no_alias() {
        for alias in ["../x", "a/../../x", "https://example.com/x", "a?b", "a\\b", "%00", ".git/config", "a/.b"] {
            assert_eq!(read(alias), None, "{alias}");
        }
    }
}
