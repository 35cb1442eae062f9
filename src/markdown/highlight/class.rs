//! What is coloured: scopes of syntaxes become a dozen classes.
//!
//! Takes a scope with the class around it; gives its class. The deepest scope that the table knows decides. Punctuation,
//! operators and parameters stay plain: they would be half of the page's bytes, and most of its noise. Must not know any
//! language beyond the names of its scopes.

use std::sync::LazyLock;

use syntect::parsing::Scope;

/// What a piece of code is, as far as colours tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
    /// Not coloured.
    #[default]
    Plain,
    Keyword,
    String,
    Comment,
    /// A number or another constant.
    Number,
    Function,
    Type,
    /// A variable that the language marks as one (`$x`).
    Variable,
    /// An attribute, annotation or decorator.
    Attribute,
    /// A tag, or a key of a data format.
    Tag,
    /// A key that is written as a string.
    Key,
    /// A line that a diff adds.
    Inserted,
    /// A line that a diff takes away.
    Deleted,
    Heading,
    /// An escape in a string, or a regular expression.
    Escape,
}

use Class::{Attribute, Comment, Deleted, Escape, Function, Heading, Inserted, Key, Keyword, Number, Plain, String, Tag, Type, Variable};

/// Starts of scopes with their classes; the first that fits decides.
const SCOPES: &[(&str, Class)] = &[
    ("comment", Comment),
    ("string.regexp", Escape),
    ("string.unquoted", Plain),
    ("string", String),
    ("storage.type.string", String),
    ("meta.mapping.key.json", Key),
    // Code inside a string, and a language inside another.
    ("meta.interpolation", Plain),
    ("meta.template.expression", Plain),
    ("source", Plain),
    ("text", Plain),
    ("constant.character.escape", Escape),
    ("constant.other.placeholder", Escape),
    ("constant.other.database-name", Plain),
    ("constant.other.table-name", Plain),
    ("constant", Number),
    ("support.constant.property-value", Number),
    ("keyword.other.unit", Number),
    ("keyword", Keyword),
    ("storage.type.primitive", Type),
    ("storage.type.numeric", Number),
    ("storage.type.buildin", Type),
    ("storage.type.c", Type),
    ("storage.type.go", Type),
    ("storage.type.sql", Type),
    ("storage.modifier.lifetime", Variable),
    ("storage", Keyword),
    ("entity.name.function", Function),
    ("entity.name.tag", Tag),
    ("entity.name.section", Heading),
    ("entity.name.table", Heading),
    ("entity.name.constant", Number),
    ("entity.name.label", Plain),
    ("entity.name.variable", Plain),
    ("entity.name.namespace", Plain),
    ("entity.name.package", Plain),
    ("entity.name", Type),
    ("entity.other.attribute-name", Attribute),
    ("entity.other.pseudo-class", Attribute),
    ("entity.other.pseudo-element", Attribute),
    ("entity.other.inherited-class", Type),
    ("variable.function", Function),
    ("variable.annotation", Attribute),
    ("meta.annotation", Attribute),
    ("variable.language", Keyword),
    ("variable.other.readwrite.shell", Variable),
    ("punctuation.definition.variable.shell", Variable),
    ("punctuation.definition.variable.php", Variable),
    ("variable.other.php", Variable),
    ("variable.parameter.php", Variable),
    ("support.type.property-name", Attribute),
    ("support.type.object", Plain),
    ("support.type", Type),
    ("support.class", Type),
    ("support.function", Function),
    ("support.macro", Function),
    ("markup.inserted", Inserted),
    ("markup.deleted", Deleted),
    ("markup.heading", Heading),
    ("meta.diff.header", Heading),
    ("meta.diff.range", Heading),
    ("markup.raw", String),
    ("markup.underline.link", String),
];

static COMPILED: LazyLock<Vec<(Scope, Class)>> =
    LazyLock::new(|| SCOPES.iter().filter_map(|(start, class)| Some((Scope::new(start).ok()?, *class))).collect());

/// The class of a scope inside another that has a class.
pub(super) fn of(scope: Scope, around: Class) -> Class {
    // What stands in these is part of them.
    if matches!(around, Comment | Escape | Key) {
        return around;
    }
    COMPILED.iter().find(|(start, _)| start.is_prefix_of(scope)).map_or(around, |(_, class)| *class)
}

impl Class {
    /// The class of a text: what is no word (`=>`, `*`) is neither a keyword nor a name, whatever its scope says.
    pub(super) fn for_text(self, text: &str) -> Self {
        match self {
            Keyword | Function if !text.contains(char::is_alphanumeric) => Plain,
            class => class,
        }
    }

    /// Whether two stretches of this class, with such a text between them, read as one: words of a comment, numbers or types in a list.
    pub(super) fn reaches_over(self, between: &str) -> bool {
        between.trim().is_empty() || matches!(self, Number | Type) && between.trim() == ","
    }

    /// Its name in HTML and style sheets.
    pub(super) fn letter(self) -> &'static str {
        match self {
            Plain => "",
            Keyword => "k",
            String => "s",
            Comment => "c",
            Number => "n",
            Function => "f",
            Type => "t",
            Variable => "v",
            Attribute => "a",
            Tag | Key => "g",
            Inserted => "i",
            Deleted => "d",
            Heading => "h",
            Escape => "e",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_scope_that_a_line_above_does_not_hide() {
        assert_eq!(COMPILED.len(), SCOPES.len());
        for (position, (start, _)) in SCOPES.iter().enumerate() {
            let scope = Scope::new(start).unwrap();
            let first = COMPILED.iter().position(|(above, _)| above.is_prefix_of(scope));
            assert_eq!(first, Some(position), "{start}");
        }
    }

    #[test]
    fn the_deepest_known_scope_decides() {
        let inside = |scopes: &[&str]| scopes.iter().fold(Plain, |around, scope| of(Scope::new(scope).unwrap(), around));
        assert_eq!(inside(&["source.python", "string.quoted.double.python", "punctuation.definition.string"]), String);
        assert_eq!(inside(&["source.js", "string.quoted", "meta.interpolation.js", "variable.other"]), Plain);
        assert_eq!(inside(&["source.json", "meta.mapping.key.json", "string.quoted.double.json"]), Key);
    }
}
