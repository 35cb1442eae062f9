//! What is said about links: every sentence of this folder.
//!
//! Takes facts; gives findings without a place, which the caller adds. A link that leads nowhere shows its message to readers
//! too, so messages are whole sentences. Must not decide anything.

use crate::diagnostic::{Code, Diagnostic};
use crate::path::GuidePath;

fn suggested(finding: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(near) => finding.hint(format!("did you mean `{near}`?")),
        None => finding,
    }
}

/// A target shown in a message: no control characters, and no more than fits.
fn shown(target: &str) -> String {
    let mut shown: String = target.chars().take(120).flat_map(char::escape_debug).collect();
    if target.chars().nth(120).is_some() {
        shown.push('…');
    }
    shown
}

/// Nothing stands between the brackets.
pub(super) fn empty() -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, "this link leads nowhere: its target is empty")
}

/// Neither a note nor a file.
pub(super) fn missing(path: &str, near: Option<&str>) -> Diagnostic {
    suggested(Diagnostic::warning(Code::BrokenLink, format!("there is no note or file `{}`", shown(path))), near)
}

/// A bare host where a path was understood.
pub(super) fn host_without_scheme(target: &str) -> Diagnostic {
    let target = shown(target);
    Diagnostic::warning(Code::BrokenLink, format!("there is no note or file `{target}`")).hint(format!("write `https://{target}`"))
}

/// Above all that is known.
pub(super) fn beyond(target: &str) -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, format!("`{}` leads out of the guide", shown(target)))
        .hint("move the file into the guide, or set `repository` in `[site]`, so that the link can lead there")
}

/// A draft that is left out.
pub(super) fn draft(path: &str) -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, format!("`{}` is a draft, and is not part of this site", shown(path)))
        .hint("build with `--drafts`, or publish the note")
}

/// A folder without notes, and no repository to show it.
pub(super) fn bare_folder(path: &str) -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, format!("the folder `{}` has no page, since no published note is in it", shown(path)))
        .hint("link to a file in it, or set `repository` in `[site]`, so that the link can lead there")
}

/// What nobody read, and no repository to show it.
pub(super) fn unread(path: &str) -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, format!("`{}` is hidden or left out of the guide", shown(path)))
        .hint("take it out of `exclude`, or set `repository` in `[site]`, so that the link can lead there")
}

/// A note or folder where an image must be.
pub(super) fn no_image() -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, "a note cannot be shown as an image").hint("take the `!` away to make it a link")
}

/// A note without that anchor.
pub(super) fn no_anchor(path: &GuidePath, fragment: &str, near: Option<&str>) -> Diagnostic {
    anchor(format!("`{path}` has no heading or anchor `#{}`, so the link leads to its top", shown(fragment)), near)
}

/// This note without that anchor.
pub(super) fn no_anchor_here(fragment: &str, near: Option<&str>) -> Diagnostic {
    anchor(format!("this note has no heading or anchor `#{}`", shown(fragment)), near)
}

fn anchor(message: String, near: Option<&str>) -> Diagnostic {
    suggested(Diagnostic::warning(Code::BrokenAnchor, message), near.map(|near| format!("#{near}")).as_deref())
}

/// A path in other letter case.
pub(super) fn respelled(true_path: &str, link: &str) -> Diagnostic {
    Diagnostic::warning(Code::LinkCase, format!("this link writes `{true_path}` in other letter case"))
        .hint(format!("write `{link}`, since most hosts tell the two apart"))
}

/// An anchor in other letter case.
pub(super) fn anchor_respelled(fragment: &str, anchor: &str) -> Diagnostic {
    Diagnostic::warning(Code::LinkCase, format!("this link writes `#{anchor}` in other letter case, as `#{}`", shown(fragment)))
        .hint(format!("write `#{anchor}`"))
}

/// A scheme that no page may use.
pub(super) fn refused(scheme: &str, target: &str) -> Diagnostic {
    Diagnostic::warning(Code::UnsafeLink, format!("a page cannot link to `{}`: `{scheme}:` is not allowed", shown(target)))
        .hint("links are `https:`, `http:`, `mailto:` or `tel:`, or paths of the guide")
}

/// An address without a host.
pub(super) fn hostless(target: &str) -> Diagnostic {
    Diagnostic::warning(Code::BrokenLink, format!("`{}` names no host", shown(target)))
}

/// A name that nothing has.
pub(super) fn unnamed(name: &str, near: Option<&str>) -> Diagnostic {
    suggested(Diagnostic::warning(Code::BrokenLink, format!("no note, topic or file is called `{}`", shown(name))), near)
}

/// A name that several have.
pub(super) fn ambiguous(name: &str, candidates: &[&str], chosen: &str) -> Diagnostic {
    let listed = candidates.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    let bare = chosen.strip_suffix(".md").unwrap_or(chosen);
    Diagnostic::warning(Code::AmbiguousLink, format!("`{}` names {listed}; the link leads to `{chosen}`", shown(name)))
        .hint(format!("say which: `[[{bare}]]`"))
}
