//! Views become HTML: the template engine with the default templates and the site's own.
//!
//! Takes templates once and then views, from any number of threads; gives outputs. A site's `templates/x.html` stands in for
//! the default of that name, which stays reachable as `default/x.html`. Must not put a note's text through the engine: it is
//! inserted as a value.

use serde::Serialize;
use tera::Tera;

use crate::artifact::Output;
use crate::error::{Error, Result};
use crate::page::{Context, SiteView, View, Words};

use super::policy::policy;
use super::{Assets, theme};

/// What the default templates' names begin with.
const DEFAULT: &str = "default/";

/// A template of the site.
#[derive(Clone, Debug)]
pub struct TemplateSource {
    /// Its path below `templates/`, with `/`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Renders views.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    overrides: Vec<String>,
}

/// What every template can read beside its own view.
#[derive(Serialize)]
struct Shared<'a> {
    site: &'a SiteView,
    words: &'a Words,
    theme: ThemeView<'a>,
}

#[derive(Serialize)]
struct ThemeView<'a> {
    /// The folder of the theme's files, below the site's root.
    folder: &'a str,
    /// The script that every page holds.
    boot: &'a str,
    /// What the page may load and run.
    policy: String,
    /// Whether the site brings a style of its own.
    extra_style: bool,
    version: &'static str,
}

impl Renderer {
    /// Loads the default templates and the site's own, which may extend them.
    pub fn new(context: &Context<'_>, assets: &Assets, overrides: Vec<TemplateSource>) -> Result<Self> {
        let mut tera = Tera::new();
        let loading = |error: tera::Error| Error::Template { page: None, message: error.to_string() };
        tera.set_fallback_prefixes([DEFAULT]).map_err(loading)?;
        let defaults = theme::templates();
        let replaced = overrides.iter().map(|own| own.name.clone()).filter(|name| defaults.iter().any(|file| file.path == name)).collect();
        let defaults = defaults.into_iter().map(|file| (format!("{DEFAULT}{}", file.path), file.text().to_owned()));
        let own = overrides.into_iter().map(|own| (own.name, own.text));
        tera.add_raw_templates(defaults.chain(own)).map_err(loading)?;
        let theme = ThemeView {
            folder: assets.folder(),
            boot: assets.boot(),
            policy: policy(assets.boot(), &context.image_hosts),
            extra_style: assets.has("extra.css"),
            version: env!("CARGO_PKG_VERSION"),
        };
        let shared = Shared { site: &context.site, words: context.words, theme };
        *tera.global_context() = tera::Context::from_serialize(&shared).map_err(loading)?;
        Ok(Self { tera, overrides: replaced })
    }

    /// The default templates that the site replaces, by name.
    #[must_use]
    pub fn overrides(&self) -> &[String] {
        &self.overrides
    }

    /// Renders a page.
    pub fn render(&self, view: &View) -> Result<Output> {
        let failed = |error: tera::Error| Error::Template { page: Some(view.route.to_string()), message: message(view, &error) };
        let context = tera::Context::from_serialize(&view.data).map_err(failed)?;
        let html = self.tera.render(&view.template, &context).map_err(failed)?;
        Ok(Output::new(view.route.clone(), html))
    }
}

fn message(view: &View, error: &tera::Error) -> String {
    format!("in the template `{}`: {error}", view.template)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Body;
    use crate::guide::Guide;
    use crate::markdown::highlight::Highlighter;
    use crate::page::{plan, sample, view};

    fn render(own: &[(&str, &str)]) -> Result<Vec<(String, String)>> {
        render_guide(&sample::guide(&["a.md", "x/b.md"]), own)
    }

    fn render_guide(guide: &Guide, own: &[(&str, &str)]) -> Result<Vec<(String, String)>> {
        let config = sample::config();
        let highlighter = Highlighter::default();
        let context = Context::new(guide, &config, &highlighter);
        let own = own.iter().map(|&(name, text)| TemplateSource { name: name.to_owned(), text: text.to_owned() }).collect();
        let renderer = Renderer::new(&context, &Assets::new(Vec::new()), own)?;
        let text = |body| match body {
            Body::Bytes(bytes) => String::from_utf8(bytes).unwrap(),
            Body::Copy(_) => panic!("a page is made, not copied"),
        };
        let page = |plan| renderer.render(&view(guide, &context, plan)).map(|output| (output.path.to_string(), text(output.body)));
        plan(guide).pages.iter().map(page).collect()
    }

    fn page(pages: &[(String, String)], route: &str) -> String {
        pages.iter().find(|(path, _)| path == route).unwrap().1.clone()
    }

    #[test]
    fn every_kind_of_page_renders_with_the_default_templates() {
        let pages = render(&[]).unwrap();
        assert!(pages.iter().all(|(_, html)| html.starts_with("<!doctype html>") && html.contains("<h1")));
    }

    #[test]
    fn a_site_replaces_a_template_and_still_reaches_the_default() {
        let own = r#"{% extends "default/note.html" %}{% block title %}Mine: {{ page.title }}{% endblock title %}"#;
        let pages = render(&[("note.html", own)]).unwrap();
        assert!(page(&pages, "a.html").contains("<title>Mine: A</title>"));
        assert!(page(&pages, "a.html").contains("<main"));
        assert!(!page(&pages, "index.html").contains("Mine"));
    }

    #[test]
    fn a_faulty_template_is_named_with_its_page() {
        let broken = render(&[("note.html", "{{ page.titel }}")]).unwrap_err().to_string();
        assert!(broken.contains("a.html") && broken.contains("note.html") && broken.contains("titel"), "{broken}");
        let unreadable = render(&[("note.html", "{% if %}")]).unwrap_err().to_string();
        assert!(unreadable.contains("note.html"), "{unreadable}");
    }

    #[test]
    fn no_page_links_outside_its_site_or_holds_an_inline_style() {
        for (route, html) in render(&[]).unwrap() {
            assert!(!html.contains("style="), "{route}");
            assert!(!html.contains("src=\"http") && !html.contains("href=\"http"), "{route}");
        }
    }

    #[test]
    fn a_page_of_a_note_is_little_more_than_the_note() {
        let word = |n: usize| format!("word{:x}", n.wrapping_mul(2_654_435_761) % 4096);
        let line = |line: usize| (0..14).map(|n| word(line * 14 + n)).collect::<Vec<_>>().join(" ");
        let prose = (0..60).map(line).collect::<Vec<_>>().join(".\n\n");
        let paths: Vec<String> = (0..60).map(|n| format!("folder/{} and {}.md", word(n), word(n + 60))).collect();
        let mut notes: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "")).collect();
        notes.push(("folder/long.md", &prose));
        assert!(prose.len() > 6000);
        let html = page(&render_guide(&sample::written(&notes), &[]).unwrap(), "folder/long.html");
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packed, html.as_bytes()).unwrap();
        let size = packed.finish().unwrap().len();
        assert!(size <= 14 * 1024, "{size} bytes");
    }
}
