//! Raw HTML under a strict allow-list.
//!
//! Takes the raw HTML of a note; gives pieces whose elements and attributes are of closed lists. What is not on the lists does
//! not exist afterwards: there is no way to write it. Must not decide how pieces nest; `build/` does.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use crate::span::Span;

/// An element of the allow-list with the attributes that it may carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
}

impl Element {
    /// The element's name, one of the list.
    #[must_use]
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Its attributes: names of the list with unescaped values.
    #[must_use]
    pub fn attributes(&self) -> &[(&'static str, String)] {
        &self.attributes
    }

    /// The same attributes on a plain container, for a paragraph that turned out to hold blocks.
    pub(super) fn into_container(self) -> Self {
        Self { tag: "div", ..self }
    }

    /// Leaves out the anchor, for one that is taken already.
    pub(super) fn without_anchor(mut self) -> Self {
        self.attributes.retain(|(name, _)| *name != "id");
        self
    }

    /// The anchor that it sets.
    #[must_use]
    pub fn anchor(&self) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == "id").map(|(_, value)| value.as_str())
    }

    /// An empty element that carries an anchor.
    pub(super) fn anchor_only(id: String) -> Self {
        Self { tag: "span", attributes: vec![("id", id)] }
    }
}

/// Where an allowed element may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// In running text.
    Inline,
    /// Among blocks.
    Block,
    /// Only inside one of the named elements.
    Within(&'static [&'static str]),
}

/// The elements that become [`Element`]s. Links, images, headings, code and `<details>` have nodes of their own.
const ELEMENTS: &[(&str, Shape)] = &[
    ("abbr", Shape::Inline),
    ("b", Shape::Inline),
    ("bdi", Shape::Inline),
    ("bdo", Shape::Inline),
    ("blockquote", Shape::Block),
    ("caption", Shape::Within(&["table"])),
    ("cite", Shape::Inline),
    ("code", Shape::Inline),
    ("dd", Shape::Within(&["dl"])),
    ("del", Shape::Inline),
    ("dfn", Shape::Inline),
    ("div", Shape::Block),
    ("dl", Shape::Block),
    ("dt", Shape::Within(&["dl"])),
    ("em", Shape::Inline),
    ("figcaption", Shape::Within(&["figure"])),
    ("figure", Shape::Block),
    ("i", Shape::Inline),
    ("ins", Shape::Inline),
    ("kbd", Shape::Inline),
    ("li", Shape::Within(&["ul", "ol"])),
    ("mark", Shape::Inline),
    ("ol", Shape::Block),
    ("p", Shape::Block),
    ("q", Shape::Inline),
    ("rp", Shape::Inline),
    ("rt", Shape::Inline),
    ("ruby", Shape::Inline),
    ("s", Shape::Inline),
    ("samp", Shape::Inline),
    ("small", Shape::Inline),
    ("span", Shape::Inline),
    ("strong", Shape::Inline),
    ("sub", Shape::Inline),
    ("sup", Shape::Inline),
    ("table", Shape::Block),
    ("tbody", Shape::Within(&["table"])),
    ("td", Shape::Within(&["tr"])),
    ("tfoot", Shape::Within(&["table"])),
    ("th", Shape::Within(&["tr"])),
    ("thead", Shape::Within(&["table"])),
    ("tr", Shape::Within(&["table", "thead", "tbody", "tfoot"])),
    ("u", Shape::Inline),
    ("ul", Shape::Block),
    ("var", Shape::Inline),
];

/// Old or unknown-to-us spellings of allowed elements.
const SPELLINGS: &[(&str, &str)] = &[
    ("center", "div"),
    ("strike", "s"),
    ("tt", "code"),
    ("section", "div"),
    ("article", "div"),
    ("big", "span"),
    ("header", "div"),
    ("main", "div"),
];

/// Elements of HTML that are left out while their text stays, without a word: they carry looks alone.
const PLAIN: &[&str] = &[
    "acronym", "address", "area", "aside", "body", "col", "colgroup", "data", "fieldset", "font", "footer", "head", "hgroup", "html",
    "label", "legend", "map", "meter", "nav", "nobr", "picture", "progress", "source", "time", "wbr",
];

/// Elements of HTML that no note may bring; leaving them out is worth a word.
const REFUSED: &[&str] = &[
    "applet",
    "audio",
    "base",
    "basefont",
    "button",
    "canvas",
    "dialog",
    "embed",
    "form",
    "frame",
    "frameset",
    "iframe",
    "input",
    "link",
    "marquee",
    "math",
    "menu",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "param",
    "plaintext",
    "portal",
    "script",
    "select",
    "slot",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "track",
    "video",
    "xmp",
];

/// Refused elements whose content is no text for people either.
const SILENT: &[&str] =
    &["applet", "embed", "iframe", "noembed", "noframes", "noscript", "object", "script", "style", "svg", "template", "title"];

/// What an opening tag means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// An element of the list.
    Element(Element, Shape),
    /// `<details>`, open or not.
    Details {
        /// Whether `open` was written.
        open: bool,
    },
    /// `<summary>`
    Summary,
    /// `<h1>` to `<h6>`
    Heading {
        /// The level.
        level: u8,
    },
    /// `<a href>`
    Link {
        /// The target as written.
        target: String,
        /// The title.
        title: String,
        /// The anchor that the same tag sets.
        anchor: Option<String>,
    },
    /// `<a name>` without a target.
    Anchor(String),
    /// `<img>`
    Image {
        /// The target as written.
        target: String,
        /// The title.
        title: String,
        /// The alternative text.
        alt: String,
        /// The width in CSS pixels.
        width: Option<u32>,
        /// The height in CSS pixels.
        height: Option<u32>,
    },
    /// `<br>`
    Break,
    /// `<hr>`
    Rule,
    /// `<pre>` with the language that its class names.
    Preformatted(Option<String>),
    /// The tag is left out, its content stays.
    Plain,
    /// The tag is left out with a word; so is its content where that is no text.
    Refused {
        /// Whether the content goes too.
        silent: bool,
    },
    /// No element of HTML: text such as `List<String>`.
    Text,
}

/// A piece of raw HTML.
#[derive(Debug)]
pub(super) enum Piece {
    /// An opening tag and its name.
    Open(String, Opening),
    /// A closing tag's name.
    Close(String),
    /// Text, with its entities resolved.
    Text(String),
    /// A comment's text.
    Comment(String),
}

/// Reads raw HTML into pieces, each with its place in `html`. What is not HTML at all comes out as text.
pub(super) fn pieces(html: &str) -> Vec<(Span, Piece)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut pieces = Vec::new();
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let attribute = |wanted: &str| {
                    tag.attributes.iter().find(|(name, _)| name.as_slice() == wanted.as_bytes()).map(|(_, value)| text(value))
                };
                pieces.push((Span::new(tag.span.start..tag.span.end), Piece::Open(name.clone(), opening(&name, &attribute))));
            }
            Token::EndTag(tag) => pieces.push((Span::new(tag.span.start..tag.span.end), Piece::Close(text(&tag.name)))),
            Token::String(string) => pieces.push((Span::new(string.span.start..string.span.end), Piece::Text(text(&string.value)))),
            Token::Comment(comment) => pieces.push((Span::new(comment.span.start..comment.span.end), Piece::Comment(text(&comment.value)))),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    pieces
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The name by which an element is known here.
pub(super) fn canonical(name: &str) -> &str {
    SPELLINGS.iter().find(|(spelling, _)| *spelling == name).map_or(name, |(_, canonical)| canonical)
}

fn opening(name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Opening {
    let pixels = |name: &str| attribute(name).and_then(|value| value.trim().trim_end_matches("px").parse().ok());
    let title = || attribute("title").unwrap_or_default();
    let anchor = || attribute("id").or_else(|| attribute("name")).filter(|id| is_anchor(id));
    match name {
        "details" => Opening::Details { open: attribute("open").is_some() },
        "summary" => Opening::Summary,
        "h1" => Opening::Heading { level: 1 },
        "h2" => Opening::Heading { level: 2 },
        "h3" => Opening::Heading { level: 3 },
        "h4" => Opening::Heading { level: 4 },
        "h5" => Opening::Heading { level: 5 },
        "h6" => Opening::Heading { level: 6 },
        "a" => match attribute("href") {
            Some(target) => Opening::Link { target: target.trim().to_owned(), title: title(), anchor: anchor() },
            None => anchor().map_or(Opening::Plain, Opening::Anchor),
        },
        "img" => Opening::Image {
            target: attribute("src").unwrap_or_default().trim().to_owned(),
            title: title(),
            alt: attribute("alt").unwrap_or_default(),
            width: pixels("width"),
            height: pixels("height"),
        },
        "br" => Opening::Break,
        "hr" => Opening::Rule,
        "pre" => Opening::Preformatted(attribute("lang").or_else(|| language_class(&attribute("class")?))),
        _ => element(name, attribute),
    }
}

fn element(name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Opening {
    if let Some(&(tag, shape)) = ELEMENTS.iter().find(|(tag, _)| *tag == canonical(name)) {
        return Opening::Element(Element { tag, attributes: attributes(name, tag, attribute) }, shape);
    }
    if PLAIN.contains(&name) {
        Opening::Plain
    } else if REFUSED.contains(&name) {
        Opening::Refused { silent: SILENT.contains(&name) }
    } else {
        Opening::Text
    }
}

/// The attributes of the list, with values of the kind that each may have.
fn attributes(name: &str, tag: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Vec<(&'static str, String)> {
    let mut kept = Vec::new();
    if let Some(id) = attribute("id").filter(|id| is_anchor(id)) {
        kept.push(("id", id));
    }
    let align = if name == "center" { Some("center".to_owned()) } else { attribute("align").map(|value| value.to_ascii_lowercase()) };
    if let Some(align) = align.filter(|value| ["left", "center", "right"].contains(&value.as_str())) {
        kept.push(("class", align));
    }
    if let Some(direction) =
        attribute("dir").map(|value| value.to_ascii_lowercase()).filter(|value| ["ltr", "rtl", "auto"].contains(&value.as_str()))
    {
        kept.push(("dir", direction));
    }
    if let Some(language) =
        attribute("lang").filter(|value| !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    {
        kept.push(("lang", language));
    }
    if let Some(title) = attribute("title") {
        kept.push(("title", title));
    }
    let number = |name: &str| attribute(name).filter(|value| value.parse::<u16>().is_ok_and(|number| (1..=1000).contains(&number)));
    if matches!(tag, "td" | "th") {
        kept.extend(number("colspan").map(|value| ("colspan", value)));
        kept.extend(number("rowspan").map(|value| ("rowspan", value)));
    }
    if tag == "ol" {
        kept.extend(number("start").map(|value| ("start", value)));
    }
    kept
}

fn is_anchor(id: &str) -> bool {
    !id.is_empty() && id.len() <= 200 && !id.contains(char::is_whitespace)
}

/// `language-python`, `lang-python` or `highlight-source-python`.
fn language_class(class: &str) -> Option<String> {
    let named =
        |word: &str| ["language-", "lang-", "highlight-source-"].iter().find_map(|prefix| word.strip_prefix(prefix).map(str::to_owned));
    class.split_ascii_whitespace().find_map(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn openings(html: &str) -> Vec<Opening> {
        pieces(html)
            .into_iter()
            .filter_map(|(_, piece)| match piece {
                Piece::Open(_, opening) => Some(opening),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn handlers_styles_and_unknown_attributes_do_not_exist_afterwards() {
        let found = openings(r#"<div onclick="x()" style="position:fixed" class="header" data-x="1" align="CENTER">"#);
        assert_eq!(found, [Opening::Element(Element { tag: "div", attributes: vec![("class", "center".to_owned())] }, Shape::Block)]);
    }

    #[test]
    fn scripts_are_refused_with_their_content_and_generics_are_text() {
        assert_eq!(openings("<script>"), [Opening::Refused { silent: true }]);
        assert_eq!(openings("<form>"), [Opening::Refused { silent: false }]);
        assert_eq!(openings("<T>"), [Opening::Text]);
        assert_eq!(openings("<String, Integer>"), [Opening::Text]);
    }

    #[test]
    fn the_lists_are_sorted_and_do_not_overlap() {
        let tags: Vec<_> = ELEMENTS.iter().map(|(tag, _)| *tag).collect();
        assert!(tags.is_sorted() && PLAIN.is_sorted() && REFUSED.is_sorted());
        assert!(tags.iter().chain(PLAIN).all(|tag| !REFUSED.contains(tag)));
        assert!(SILENT.iter().all(|tag| REFUSED.contains(tag)));
    }
}
