//! The Content-Security-Policy that every page carries.
//!
//! Takes the one script that stands in the pages and the hosts of the notes' images; gives the policy. Notes are not trusted: whatever slipped through would
//! still not run. Must not allow anything that the theme does not need.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// With so many hosts a list would weigh more than it keeps out.
const HOSTS: usize = 12;

/// The policy for pages that hold `boot` as their only inline script. Images may come from the hosts that notes show them of;
/// nothing else leaves the site.
pub(super) fn policy(boot: &str, image_hosts: &[String]) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(boot.as_bytes()));
    let images = if image_hosts.len() > HOSTS { "http: https:".to_owned() } else { image_hosts.join(" ") };
    let images = ["'self' data:", &images].join(" ");
    format!(
        "default-src 'none'; script-src 'self' 'sha256-{hash}'; style-src 'self'; img-src {}; font-src 'self'; connect-src 'self'; \
         worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
        images.trim_end()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        let expected = "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert!(policy("alert('Hello, world.');", &[]).contains(expected));
    }

    #[test]
    fn nothing_inline_is_allowed_but_the_one_script() {
        assert!(!policy("", &[]).contains("unsafe"));
    }

    #[test]
    fn images_come_from_the_site_and_the_hosts_that_notes_name() {
        let hosts = |count: usize| (0..count).map(|n| format!("https://h{n}.example")).collect::<Vec<_>>();
        assert!(policy("", &[]).contains("img-src 'self' data:;"));
        assert!(policy("", &hosts(2)).contains("img-src 'self' data: https://h0.example https://h1.example;"));
        assert!(policy("", &hosts(20)).contains("img-src 'self' data: http: https:;"));
    }
}
