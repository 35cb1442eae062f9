//! The `OpenSearch` description: with it browsers offer the guide's search in their address bar.
//!
//! Takes the guide; gives the file where the site's address is known, as the format allows no relative addresses. Must not
//! know how search works.

use crate::artifact::Output;
use crate::guide::Guide;
use crate::page::{OPENSEARCH, SEARCH};
use crate::path::SitePath;

use super::xml::escape;

/// The longest name and description that the format allows.
const NAME: usize = 16;
const DESCRIPTION: usize = 1024;

/// The file.
pub(super) fn output(guide: &Guide) -> Option<Output> {
    let base = guide.site.base_url.as_deref()?;
    let search = SitePath::fixed(SEARCH).url(base);
    let first = |text: &str, letters: usize| text.chars().take(letters).collect::<String>();
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n\
         <Description>{}</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n",
        escape(first(&guide.title, NAME).trim()),
        escape(&first(guide.site.description.as_deref().unwrap_or(&guide.title), DESCRIPTION)),
        escape(&search),
    );
    Some(Output::new(SitePath::fixed(OPENSEARCH), xml))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    #[test]
    fn the_file_names_a_whole_address_or_is_not_made() {
        let mut guide = sample::guide(&["a.md"]);
        guide.title = "C & \"D\" for beginners".to_owned();
        guide.site.base_url = None;
        assert!(output(&guide).is_none());
        guide.site.base_url = Some("https://x.example/b/".to_owned());
        let crate::artifact::Body::Bytes(bytes) = output(&guide).unwrap().body else { panic!("it is made") };
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("<ShortName>C &amp; &quot;D&quot; for begi</ShortName>"), "{text}");
        assert!(text.contains("template=\"https://x.example/b/search.html?q={searchTerms}\""), "{text}");
    }
}
