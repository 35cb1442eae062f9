//! The Content-Security-Policy that every page carries.
//!
//! Takes the one script that stands in the pages; gives the policy. Notes are not trusted: whatever slipped through would
//! still not run. Must not allow anything that the theme does not need.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// The policy for pages that hold `boot` as their only inline script. Images may come from anywhere, since notes show them;
/// nothing else leaves the site.
pub(super) fn policy(boot: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'sha256-{}'; style-src 'self'; img-src * data:; media-src *; font-src 'self'; connect-src 'self'; \
         worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
        BASE64_STANDARD.encode(Sha256::digest(boot.as_bytes()))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        let expected = "qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert!(policy("alert('Hello, world.');").contains(expected));
    }

    #[test]
    fn nothing_inline_is_allowed_but_the_one_script() {
        assert!(!policy("").contains("unsafe"));
    }
}
