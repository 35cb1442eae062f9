//! The files beside the pages: the theme's styles, scripts and icons, and what the site brings itself.
//!
//! Takes the embedded theme and the list of the site's own files; gives outputs. The theme's tree stands in one folder named
//! by its hash, so that relative imports hold and no cache is ever stale. Must not read the disk.

use std::path::PathBuf;

use crate::artifact::Output;
use crate::config::Offline;
use crate::path::SitePath;

use super::{script, strip, theme};

/// A file of the site's own `static/` folder.
#[derive(Clone, Debug)]
pub struct SiteFile {
    /// Where it goes.
    pub path: SitePath,
    /// Where it lies on disk.
    pub from: PathBuf,
}

/// The files beside the pages.
#[derive(Debug)]
pub struct Assets {
    folder: String,
    theme: Vec<(String, Vec<u8>)>,
    boot: String,
    site: Vec<SiteFile>,
}

impl Assets {
    /// Prepares the theme's files; `site` holds the files of the site's own `static/` folder.
    #[must_use]
    pub fn new(site: Vec<SiteFile>) -> Self {
        let print = layer(theme::LAYERS.last().copied().unwrap_or_default(), &strip::style(theme::print()));
        let mut files = vec![("theme.css".to_owned(), stylesheet().into_bytes()), ("print.css".to_owned(), print.into_bytes())];
        let is_script = |file: &theme::ThemeFile| file.path.rsplit_once('.').is_some_and(|(_, extension)| extension == "js");
        let rest = theme::files_but_styles().into_iter().filter(|file| file.path != theme::BOOT);
        let (scripts, others): (Vec<_>, Vec<_>) = rest.partition(is_script);
        files.extend(others.into_iter().map(|file| (file.path.to_owned(), file.bytes.to_vec())));
        let scripts = script::files(scripts.iter().map(|file| (file.path, file.text())));
        files.extend(scripts.into_iter().map(|(path, text)| (path, text.into_bytes())));
        let boot = theme::files_but_styles().into_iter().find(|file| file.path == theme::BOOT).map_or("", theme::ThemeFile::text);
        let boot = strip::script(boot).lines().map(str::trim).collect::<String>();
        Self { folder: format!("assets/{}", hash(&files)), theme: files, boot, site }
    }

    /// The folder that the theme's files stand in, below the site's root.
    #[must_use]
    pub fn folder(&self) -> &str {
        &self.folder
    }

    /// The script that every page holds, so that it is painted in the right colours at once.
    #[must_use]
    pub fn boot(&self) -> &str {
        &self.boot
    }

    /// The script of the worker that keeps the site, or drops what was kept.
    #[must_use]
    pub fn worker(&self, offline: Offline) -> String {
        let name = match offline {
            Offline::Kept => "keep.js",
            Offline::Dropped => "drop.js",
        };
        strip::script(theme::worker(name))
    }

    /// The picture that links to the site are shown with.
    #[must_use]
    pub fn preview(&self) -> Output {
        Output::new(SitePath::fixed(theme::PREVIEW), theme::preview())
    }

    /// Whether the site brings a file.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.site.iter().any(|file| file.path.as_str() == path)
    }

    /// All files as outputs.
    #[must_use]
    pub fn outputs(&self) -> Vec<Output> {
        let theme = self.theme.iter().map(|(path, bytes)| Output::new(SitePath::fixed(&format!("{}/{path}", self.folder)), bytes.clone()));
        theme.chain(self.site.iter().map(|file| Output::copy(file.path.clone(), file.from.clone()))).collect()
    }
}

/// The whole theme's style for screens: its layers in order, declared once.
fn stylesheet() -> String {
    let mut out = format!("@layer {};\n", theme::LAYERS.join(","));
    for name in theme::LAYERS {
        let text: String = theme::styles(name).into_iter().map(|file| strip::style(file.text())).collect();
        out.push_str(&layer(name, &text));
    }
    out
}

fn layer(name: &str, text: &str) -> String {
    ["@layer ", name, "{", text, "}\n"].concat()
}

fn hash(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in files {
        hasher.update(path.as_bytes()).update(&[0]).update(bytes).update(&[0]);
    }
    hasher.finalize().to_hex().chars().take(10).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_themes_files_stand_in_one_folder_named_by_their_hash() {
        let assets = Assets::new(Vec::new());
        let outputs = assets.outputs();
        assert!(outputs.iter().all(|output| output.path.as_str().starts_with(assets.folder())));
        assert!(outputs.iter().any(|output| output.path.as_str().ends_with("/theme.css")));
        assert!(!outputs.iter().any(|output| output.path.as_str().ends_with("boot.js")), "it stands in the pages");
    }

    #[test]
    fn the_one_file_that_pages_wait_for_is_at_most_12_kb() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packed, stylesheet().as_bytes()).unwrap();
        let size = packed.finish().unwrap().len();
        assert!(size <= 12 * 1024, "{size} bytes");
    }

    #[test]
    fn the_stylesheet_declares_its_layers_first_and_once() {
        let style = stylesheet();
        assert!(style.starts_with("@layer tokens,reset,base,layout,prose,components,utilities;"));
        assert_eq!(style.matches('{').count(), style.matches('}').count());
        assert!(!style.contains("/*"));
    }
}
