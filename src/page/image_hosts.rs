//! The other hosts that pages show images of.
//!
//! Takes the guide and what becomes of such images; gives their origins, which alone the pages may load images from. Must not
//! know how a page says so.

use std::collections::BTreeSet;

use crate::config::RemoteImages;
use crate::guide::{Guide, Target};
use crate::markdown::LinkKind;

/// The origins (`https://example.org`), sorted.
pub(super) fn image_hosts(guide: &Guide, images: RemoteImages) -> Vec<String> {
    if images == RemoteImages::Link {
        return Vec::new();
    }
    let of_notes = guide.entries.iter_ids().flat_map(|(id, entry)| guide.notes[id].document.links.iter().zip(&entry.links));
    let shown = of_notes.filter(|(link, _)| matches!(link.kind, LinkKind::Image | LinkKind::Embed));
    let hosts: BTreeSet<String> = shown.filter_map(|(_, target)| if let Target::Url(url) = target { origin(url) } else { None }).collect();
    hosts.into_iter().collect()
}

/// The origin of an address, where it is one that a policy can name.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let host = rest.split(['/', '?', '#', '\\']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host).to_ascii_lowercase();
    let is_plain = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'));
    is_plain.then(|| format!("{scheme}://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    #[test]
    fn images_alone_name_hosts_and_none_is_named_where_they_become_links() {
        let note = "# A\n\n![x](https://b.example/x.png) ![y](https://a.example:8080/y.png?z) [link](https://c.example/) ![own](own.png)\n";
        let guide = sample::written(&[("a.md", note)]);
        assert_eq!(image_hosts(&guide, RemoteImages::Show), ["https://a.example:8080", "https://b.example"]);
        assert_eq!(image_hosts(&guide, RemoteImages::Link), Vec::<String>::new());
    }

    #[test]
    fn a_host_cannot_break_out_of_the_policy() {
        assert_eq!(origin("https://me:secret@X.example/a"), Some("https://x.example".to_owned()));
        for url in ["https://a.example;script-src *", "https://a b/", "https://*/", "ftp://a.example/", "https:///x"] {
            assert_eq!(origin(url), None, "{url}");
        }
    }
}
