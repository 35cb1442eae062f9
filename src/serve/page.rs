//! What a page gets on its way to the browser: the script that reloads it.
//!
//! Takes the bytes of an HTML file; gives them with one more element, allowed by the page's own policy. Files on disk stay as
//! they are. Must not change anything else.

/// Where the script is served.
pub(super) const SCRIPT: &str = "/__studyguide/reload.js";

/// Shown where there is no page, and no page that says so.
pub(super) const PLACEHOLDER: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>Not built yet</title>\n<h1>There is no page here yet</h1>\n<p>This page reloads by itself when the guide is built.</p>\n";

/// Adds the script at the end of the body.
pub(super) fn with_script(html: &[u8], version: &str) -> Vec<u8> {
    let script = format!("<script type=\"module\" src=\"{SCRIPT}?version={version}\"></script>\n");
    let end = html.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(html.len());
    let (before, after) = html.split_at_checked(end).unwrap_or((html, &[]));
    [before, script.as_bytes(), after].concat()
}

const END: &[u8] = b"</body>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        let page = with_script(b"<body><p>a</p></BODY></html>", "7-1");
        let expected = "<body><p>a</p><script type=\"module\" src=\"/__studyguide/reload.js?version=7-1\"></script>\n</BODY></html>";
        assert_eq!(String::from_utf8(page).unwrap(), expected);
        assert!(with_script(b"no body \xff", "1").ends_with(b"</script>\n"));
    }
}
