//! What a link's target is by its scheme, and which schemes a page may use.
//!
//! Takes a target as written; gives an address that is safe to write, a path of the guide, or the scheme that is refused.
//! Every address that leaves this file was understood: nothing is passed on because it looked harmless. Must not look at
//! what exists.

/// What a target is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Written<'a> {
    /// An address on the web, complete.
    Web(String),
    /// A mail address, a phone number or an image in the link itself: to be used as it is.
    Plain(String),
    /// A path of the guide, an anchor, or both.
    Local(&'a str),
    /// A scheme that no page may use.
    Refused(String),
    /// The web, but no address.
    Hostless,
}

/// What a target is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// To be followed.
    Follow,
    /// To be shown.
    Show,
}

/// The images that a link may hold itself: pixels only, since SVG can run scripts.
const IMAGES: &[&str] = &["image/png", "image/gif", "image/jpeg", "image/webp"];

/// Reads a target.
pub(super) fn read(target: &str, usage: Use) -> Written<'_> {
    // Browsers drop control characters before they look for a scheme, so `java\nscript:` is one.
    let clean: String = target.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    if clean.starts_with("//") {
        return web("https", clean);
    }
    let Some((scheme, rest)) = split_scheme(clean) else {
        return Written::Local(target.trim());
    };
    match scheme.as_str() {
        "http" | "https" => web(&scheme, rest),
        "mailto" | "tel" if usage == Use::Follow && !rest.is_empty() => Written::Plain(format!("{scheme}:{}", escaped(rest))),
        "data" if usage == Use::Show && is_image(rest) => Written::Plain(format!("data:{}", escaped(rest))),
        _ => Written::Refused(scheme),
    }
}

/// The scheme in lower case, and what follows the colon.
fn split_scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let starts_well = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let goes_on_well = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (starts_well && goes_on_well).then(|| (scheme.to_ascii_lowercase(), rest))
}

/// Browsers take any number of slashes, of either kind, before the host.
fn web<'a>(scheme: &str, rest: &str) -> Written<'a> {
    let address = rest.trim_start_matches(['/', '\\']);
    if address.is_empty() || address.starts_with(['?', '#', ':', '@']) {
        return Written::Hostless;
    }
    Written::Web(format!("{scheme}://{}", escaped(address)))
}

fn escaped(address: &str) -> String {
    address.chars().map(|c| if c.is_whitespace() { "%20".to_owned() } else { c.to_string() }).collect()
}

fn is_image(rest: &str) -> bool {
    let kind = rest.split([';', ',']).next().unwrap_or_default().trim().to_ascii_lowercase();
    rest.contains(',') && IMAGES.contains(&kind.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follow(target: &str) -> Written<'_> {
        read(target, Use::Follow)
    }

    fn web_address(address: &str) -> Written<'static> {
        Written::Web(address.to_owned())
    }

    #[test]
    fn addresses_of_the_web_come_out_complete() {
        assert_eq!(follow("https://example.com/a?b#c"), web_address("https://example.com/a?b#c"));
        assert_eq!(follow(" HTTP://example.com"), web_address("http://example.com"));
        assert_eq!(follow("//example.com/x"), web_address("https://example.com/x"));
        assert_eq!(follow("https:\\\\example.com\\a b"), web_address("https://example.com\\a%20b"));
        assert_eq!(follow("https://"), Written::Hostless);
        assert_eq!(follow("//"), Written::Hostless);
    }

    #[test]
    fn schemes_that_could_run_or_read_something_are_refused_however_disguised() {
        for target in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{b}java\u{0}script\r:alert(1)",
        ] {
            assert_eq!(follow(target), Written::Refused("javascript".to_owned()), "{target:?}");
        }
        for target in
            ["vbscript:x", "file:///etc/passwd", "data:text/html,x", "data:image/png;base64,AA==", "blob:x", "view-source:x", "x:y"]
        {
            assert!(matches!(follow(target), Written::Refused(_)), "{target:?}");
        }
    }

    #[test]
    fn images_may_hold_pixels_and_nothing_else() {
        let show = |target| read(target, Use::Show);
        assert_eq!(show("data:image/png;base64,AA=="), Written::Plain("data:image/png;base64,AA==".to_owned()));
        for target in ["data:image/svg+xml,<svg/>", "data:text/html,x", "data:,x", "data:image/pngx,x", "mailto:a@b.c", "javascript:x"] {
            assert!(matches!(show(target), Written::Refused(_)), "{target:?}");
        }
    }

    #[test]
    fn what_has_no_scheme_is_a_path() {
        for target in ["a.md", "./a:b.md", "/a", "#a:b", "?a:b", "a b:c", "é:x", "1:2", "\u{200b}javascript:x"] {
            assert_eq!(follow(target), Written::Local(target), "{target:?}");
        }
    }

    #[test]
    fn mail_and_phone_are_kept() {
        assert_eq!(follow("mailto:a@b.c?subject=x y"), Written::Plain("mailto:a@b.c?subject=x%20y".to_owned()));
        assert_eq!(follow("tel:+491234"), Written::Plain("tel:+491234".to_owned()));
    }
}
