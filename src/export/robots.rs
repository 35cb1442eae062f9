//! `robots.txt`: everyone may read, and where the list of pages is.

use crate::artifact::Output;
use crate::path::SitePath;

/// The file. Without a sitemap, or an address to name it by, it says only that all may be read.
pub(super) fn output(sitemap: Option<&Output>, base: Option<&str>) -> Output {
    let sitemap = sitemap.zip(base).map(|(sitemap, base)| format!("\nSitemap: {}\n", sitemap.path.url(base)));
    let text = format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default());
    Output::new(SitePath::fixed("robots.txt"), text)
}
