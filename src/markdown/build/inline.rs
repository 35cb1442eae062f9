//! Running text: bare addresses become links and emoji shortcodes become emoji.
//!
//! Takes a piece of text with its place; gives inlines to the builder. Must not touch code or the text of a link.

use linkify::{LinkFinder, LinkKind as Found};

use crate::markdown::{Inline, InlineKind, LinkKind, RawLink};
use crate::span::Span;

use super::Builder;

/// Finds addresses in text.
pub(super) struct Scanner {
    with_scheme: LinkFinder,
    without_scheme: LinkFinder,
}

impl Default for Scanner {
    fn default() -> Self {
        let mut without_scheme = LinkFinder::new();
        without_scheme.url_must_have_scheme(false);
        Self { with_scheme: LinkFinder::new(), without_scheme }
    }
}

/// An address in a text: its place, and where it leads.
struct Address {
    start: usize,
    end: usize,
    target: String,
    kind: LinkKind,
}

impl Scanner {
    /// The addresses that GitHub links: `http://`, `https://`, `www.` and e-mail addresses.
    fn addresses(&self, text: &str) -> Vec<Address> {
        if !text.contains("://") && !text.contains("www.") && !text.contains('@') {
            return Vec::new();
        }
        let address = |link: linkify::Link<'_>| {
            let written = link.as_str();
            let (target, kind) = match link.kind() {
                Found::Email => (format!("mailto:{written}"), LinkKind::Email),
                _ if has_prefix(written, "http://") || has_prefix(written, "https://") => (written.to_owned(), LinkKind::Url),
                _ if has_prefix(written, "www.") => (format!("https://{written}"), LinkKind::Url),
                _ => return None,
            };
            Some(Address { start: link.start(), end: link.end(), target, kind })
        };
        // Looking for addresses without a scheme misses hosts without a dot, so that look is for `www.` alone.
        let finder = if text.contains("www.") { &self.without_scheme } else { &self.with_scheme };
        finder.links(text).filter_map(address).collect()
    }
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

impl Builder<'_> {
    /// Adds running text.
    pub(super) fn running_text(&mut self, text: &str, span: Span) {
        let addresses = if self.links_open == 0 { self.scanner.addresses(text) } else { Vec::new() };
        let mut done = 0;
        for address in addresses {
            self.words(text, done..address.start, span);
            let place = part(span, text, address.start..address.end);
            let written = text.get(address.start..address.end).unwrap_or_default().to_owned();
            let link = self.push_link(RawLink { span: place, target: address.target, title: String::new(), kind: address.kind });
            let label = vec![Inline { span: place, kind: InlineKind::Text(written) }];
            self.inline(InlineKind::Link(link, label), place);
            done = address.end;
        }
        self.words(text, done..text.len(), span);
    }

    fn words(&mut self, text: &str, range: std::ops::Range<usize>, span: Span) {
        let words = text.get(range.clone()).unwrap_or_default();
        if !words.is_empty() {
            self.inline(InlineKind::Text(with_emoji(words)), part(span, text, range));
        }
    }
}

/// The place of a part of a text: exact where the text stands in the source as it is, else the whole.
fn part(span: Span, text: &str, range: std::ops::Range<usize>) -> Span {
    if span.range().len() == text.len() {
        let start = span.start as usize;
        Span::new(start + range.start..start + range.end)
    } else {
        span
    }
}

/// Replaces `:rocket:` and the like; what is no shortcode stays.
fn with_emoji(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(colon) = rest.find(':') {
        let (before, from) = rest.split_at(colon);
        out.push_str(before);
        let after = from.get(1..).unwrap_or_default();
        let length = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-')).count();
        let name = after.get(..length).unwrap_or_default();
        let emoji = if after.get(length..).is_some_and(|end| end.starts_with(':')) { emojis::get_by_shortcode(name) } else { None };
        if let Some(emoji) = emoji {
            out.push_str(emoji.as_str());
            rest = after.get(length + 1..).unwrap_or_default();
        } else {
            out.push(':');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}
