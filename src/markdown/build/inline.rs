//! Running text: bare addresses become links and emoji shortcodes become emoji.
//!
//! Takes a piece of text with its place; gives inlines to the builder. Must not touch code or the text of a link.

use std::borrow::Cow;

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
            let written = self.stretch(text.get(address.start..address.end).unwrap_or_default(), place);
            let link = self.push_link(RawLink { span: place, target: address.target, title: String::new(), kind: address.kind });
            let label = Inline { span: place, kind: InlineKind::Text(written) };
            self.inline(InlineKind::Link(link, [label].into()), place);
            done = address.end;
        }
        self.words(text, done..text.len(), span);
    }

    fn words(&mut self, text: &str, range: std::ops::Range<usize>, span: Span) {
        let words = text.get(range.clone()).unwrap_or_default();
        if !words.is_empty() {
            let place = part(span, text, range);
            let words = self.stretch(&with_emoji(words), place);
            self.inline(InlineKind::Text(words), place);
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
fn with_emoji(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(':') {
        let length = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-')).count();
        let name = after.get(..length).unwrap_or_default();
        let behind = after.get(length..).and_then(|end| end.strip_prefix(':'));
        rest = after;
        if let Some((emoji, behind)) = behind.and_then(|behind| Some((emojis::get_by_shortcode(name)?, behind))) {
            out.push_str(text.get(done..text.len() - after.len() - 1).unwrap_or_default());
            out.push_str(emoji.as_str());
            done = text.len() - behind.len();
            rest = behind;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}
