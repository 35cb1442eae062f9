//! The Content-Security-Policy that every page carries.
//!
//! Takes the one script that stands in the pages; gives the policy. Notes are not trusted: whatever slipped through would
//! still not run. Must not allow anything that the theme does not need.

use sha2::{Digest, Sha256};

/// The policy for pages that hold `boot` as their only inline script. Images may come from anywhere, since notes show them;
/// nothing else leaves the site.
pub(super) fn policy(boot: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'sha256-{}'; style-src 'self'; img-src * data:; media-src *; font-src 'self'; connect-src 'self'; \
         worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
        base64(&Sha256::digest(boot.as_bytes()))
    )
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for sextet in 0..4 {
            let index = (bits >> (18 - 6 * sextet)) & 63;
            let letter = ALPHABET.get(index as usize).copied().map_or('=', char::from);
            out.push(if sextet > chunk.len() { '=' } else { letter });
        }
    }
    out
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
    fn base64_pads_as_it_must() {
        assert_eq!([&b"f"[..], b"fo", b"foo", b"foob"].map(base64), ["Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
    }

    #[test]
    fn nothing_inline_is_allowed_but_the_one_script() {
        assert!(!policy("").contains("unsafe"));
    }
}
