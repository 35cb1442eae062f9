//! Running text as HTML.

use std::fmt::Write;

use crate::config::RemoteImages;
use crate::ids::{Id, LinkId};
use crate::markdown::raw_html::Element;
use crate::markdown::{Image, Inline, InlineKind, LinkKind, math, text};
use crate::source::Pixels;
use crate::span::Span;

use super::{Anchors, Href, Writer};

/// The anchor of a reference to a footnote, so that each way back leads to its own reference.
pub(super) fn reference_id(number: usize, reference: u32) -> String {
    match reference {
        0 => format!("fnref-{number}"),
        _ => format!("fnref-{number}-{}", reference + 1),
    }
}

impl Writer<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            if !self.is_taken(inline) {
                self.one(inline);
            }
        }
    }

    fn one(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(text) => self.left_of(text, inline.span),
            InlineKind::Code(code) => {
                self.out.push_str("<code>");
                self.text(code);
                self.out.push_str("</code>");
            }
            InlineKind::Emphasis(inner) => self.wrapped("em", inner, inline.span),
            InlineKind::Strong(inner) => self.wrapped("strong", inner, inline.span),
            InlineKind::Strike(inner) => self.wrapped("del", inner, inline.span),
            InlineKind::Link(link, inner) => self.link(*link, inner),
            InlineKind::Image(link, image) => self.image(*link, image),
            InlineKind::SoftBreak => self.out.push('\n'),
            InlineKind::HardBreak => self.out.push_str("<br>\n"),
            InlineKind::Math(style, tex) => {
                let wide = *style == crate::markdown::MathStyle::Display;
                match math::mathml(*style, tex) {
                    Ok(mathml) if wide => {
                        self.out.push_str("<span class=\"math\" role=\"group\" tabindex=\"0\">");
                        self.out.push_str(&mathml);
                        self.out.push_str("</span>");
                    }
                    Ok(mathml) => self.out.push_str(&mathml),
                    Err(reason) => {
                        self.out.push_str("<code class=\"math-error\"");
                        self.attribute("title", &reason);
                        self.out.push('>');
                        self.text(tex);
                        self.out.push_str("</code>");
                    }
                }
            }
            InlineKind::Footnote(id, reference) => {
                if self.anchors == Anchors::LeftOut {
                    return;
                }
                let number = id.position() + 1;
                let anchor = reference_id(number, *reference);
                let _ = write!(
                    self.out,
                    "<sup class=\"footnote\"><a id=\"{anchor}\" href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
                );
            }
            InlineKind::Html(html) => {
                self.open(&html.element);
                self.inlines(&html.inlines);
                self.close(&html.element);
            }
        }
    }

    /// Writes text, its words that lead to topics as links.
    pub(super) fn running(&mut self, text: &str, span: Span) {
        let links = self.context.hrefs.auto_links();
        let first = links.partition_point(|link| link.span.start < span.start);
        // Where escapes make lengths differ, no place in the note is one in the text.
        if self.in_link || span.range().len() != text.len() {
            return self.text(text);
        }
        let mut rest = (text, span.start);
        for link in links.iter().skip(first).take_while(|link| link.span.end <= span.end) {
            let at = link.span.start.saturating_sub(rest.1) as usize;
            let cut =
                rest.0.split_at_checked(at).and_then(|(before, from)| Some((before, from.split_at_checked(link.span.range().len())?)));
            if let (Some((before, (words, after))), Some(href)) = (cut, self.context.hrefs.topic(link.topic)) {
                self.text(before);
                self.out.push_str("<a class=\"mention\"");
                self.attribute("href", &href);
                self.out.push('>');
                self.text(words);
                self.out.push_str("</a>");
                rest = (after, link.span.end);
            }
        }
        self.text(rest.0);
    }

    fn wrapped(&mut self, tag: &str, inner: &[Inline], span: Span) {
        let class = if self.label.take_if(|label| *label == span.start).is_some() { " class=\"callout-label\"" } else { "" };
        let _ = write!(self.out, "<{tag}{class}>");
        self.inlines(inner);
        let _ = write!(self.out, "</{tag}>");
    }

    /// Writes an element's opening tag; its anchor only where anchors are written.
    pub(super) fn open(&mut self, element: &Element) {
        self.open_as(element.tag(), element);
    }

    /// The same under another name.
    pub(super) fn open_as(&mut self, tag: &str, element: &Element) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in element.attributes() {
            let names = self.anchors == Anchors::Written && !self.layout.names(value) && self.context.document.anchors.contains(value);
            if *name != "id" || names {
                self.attribute(name, value);
            }
        }
        self.out.push('>');
    }

    pub(super) fn close(&mut self, element: &Element) {
        let _ = write!(self.out, "</{}>", element.tag());
    }

    fn link(&mut self, link: LinkId, inner: &[Inline]) {
        if self.in_link {
            return self.inlines(inner);
        }
        let raw = &self.context.document.links[link];
        let leads = self.context.hrefs.link(link);
        match &leads {
            Some(Href::Site(href) | Href::Picture(href, _)) => {
                self.out.push_str("<a");
                self.attribute("href", href);
            }
            Some(Href::Outside(href)) => {
                self.out.push_str("<a class=\"external\"");
                self.attribute("href", href);
                self.out.push_str(" rel=\"noopener noreferrer\"");
            }
            Some(Href::None(why)) => {
                self.out.push_str("<a class=\"broken\" role=\"link\" aria-disabled=\"true\"");
                self.attribute("title", why);
            }
            None => return self.inlines(inner),
        }
        if !raw.title.is_empty() && !matches!(leads, Some(Href::None(_))) {
            self.attribute("title", &raw.title);
        }
        self.out.push('>');
        self.in_link = true;
        match raw.kind {
            // What a wiki-link shows without a label is its target.
            LinkKind::Wiki if text::inlines(inner) == raw.target => {
                self.text(raw.target.trim_start_matches('#').replace('#', " › ").as_str());
            }
            _ => self.inlines(inner),
        }
        self.in_link = false;
        self.out.push_str("</a>");
    }

    fn image(&mut self, link: LinkId, image: &Image) {
        let raw = &self.context.document.links[link];
        let alt = text::inlines(&image.alt);
        let leads = self.context.hrefs.link(link);
        if raw.kind == LinkKind::Embed
            && let Some(Href::Site(page)) = &leads
            && leads_to_a_page(page)
        {
            // A note inside a note is shown as the link that it also is.
            let label = if alt.is_empty() { raw.target.as_str() } else { alt.as_str() };
            self.out.push_str("<a");
            self.attribute("href", page);
            self.out.push('>');
            self.text(label);
            self.out.push_str("</a>");
            return;
        }
        let mut pixels = None;
        let source = match &leads {
            Some(Href::Site(source)) => source,
            Some(Href::Picture(source, own)) => {
                pixels = Some(*own);
                source
            }
            Some(Href::Outside(source)) if self.context.remote_images == RemoteImages::Show => source,
            Some(Href::Outside(source)) => {
                let label = if alt.is_empty() { source.as_str() } else { alt.as_str() };
                if self.in_link {
                    return self.text(label);
                }
                self.out.push_str("<a class=\"external\"");
                self.attribute("href", source);
                self.out.push_str(" rel=\"noopener noreferrer\">");
                self.text(label);
                self.out.push_str("</a>");
                return;
            }
            Some(Href::None(why)) => {
                self.out.push_str("<span class=\"broken\"");
                self.attribute("title", why);
                self.out.push('>');
                self.text(if alt.is_empty() { &raw.target } else { &alt });
                self.out.push_str("</span>");
                return;
            }
            None => return self.text(&alt),
        };
        self.out.push_str("<img");
        self.attribute("src", source);
        self.attribute("alt", &alt);
        self.out.push_str(" loading=\"lazy\" decoding=\"async\"");
        let (width, height) = shown_size(image, pixels);
        for (name, pixels) in [("width", width), ("height", height)] {
            if let Some(pixels) = pixels {
                let _ = write!(self.out, " {name}=\"{pixels}\"");
            }
        }
        if !raw.title.is_empty() {
            self.attribute("title", &raw.title);
        }
        self.out.push('>');
    }
}

/// The size that a picture is given: what the note says, and where it leaves out a side, what keeps the picture's shape.
fn shown_size(image: &Image, own: Option<Pixels>) -> (Option<u32>, Option<u32>) {
    let scaled = |side: u32, from: u32, to: u32| u32::try_from(u64::from(side) * u64::from(to) / u64::from(from.max(1))).ok();
    match (image.width, image.height, own) {
        (None, None, Some(own)) => (Some(own.width), Some(own.height)),
        (Some(width), None, Some(own)) => (Some(width), scaled(width, own.width, own.height)),
        (None, Some(height), Some(own)) => (scaled(height, own.height, own.width), Some(height)),
        (width, height, _) => (width, height),
    }
}

fn leads_to_a_page(href: &str) -> bool {
    let path = href.split('#').next().unwrap_or(href);
    path.is_empty() || std::path::Path::new(path).extension().is_some_and(|extension| extension == "html")
}
