//! `manifest.webmanifest`: what an installed copy of the site is called, where it starts and how it looks.
//!
//! Takes the guide and the theme's folder; gives the file. Its addresses are relative to it, so that it holds below any path.
//! Must not know the worker that keeps the site.

use serde_json::json;

use crate::artifact::Output;
use crate::guide::Guide;
use crate::page::{Context, HOME};
use crate::path::SitePath;

const NAME: &str = "manifest.webmanifest";

/// How many letters fit under an icon.
const SHORT: usize = 12;

/// The file. `assets` is the folder of the theme.
#[must_use]
pub fn web_manifest(guide: &Guide, context: &Context<'_>, assets: &str) -> Output {
    let icon = |name: &str, size: u32, purpose: &str| json!({ "src": format!("{assets}/icons/{name}.png"), "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": guide.title,
        "short_name": short(&guide.title),
        "description": guide.site.description,
        "lang": context.site.language,
        "dir": context.site.direction,
        "start_url": HOME,
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": "#fdfcf9",
        "background_color": "#fdfcf9",
        "icons": [icon("icon-192", 192, "any"), icon("icon-512", 512, "any"), icon("icon-maskable", 512, "maskable")],
    });
    Output::new(SitePath::fixed(NAME), manifest.to_string())
}

/// As many whole words as fit, at least a part of the first.
fn short(title: &str) -> String {
    let mut out = String::new();
    for word in title.split_whitespace() {
        if !out.is_empty() && out.chars().count() + 1 + word.chars().count() > SHORT {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.chars().take(SHORT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_ends_with_a_word_where_it_can() {
        assert_eq!(short("Interview notes for backend engineers"), "Interview");
        assert_eq!(short("My guide"), "My guide");
        assert_eq!(short("Grundlagenwissenschaft heute"), "Grundlagenwi");
        assert_eq!(short(""), "");
    }
}
