//! Front matter: the block at the head of a note in which its author says things about it.
//!
//! Takes a note's text; gives what the block says, where the body starts, and what could not be used. `block.rs` finds the
//! block, `value.rs` reads TOML and YAML, `question.rs` the questions among them. Must not fail: a block that cannot be read is a diagnostic, never a lost note.

mod block;
mod question;
mod value;

use crate::config::AutoLinks;
use crate::date::Date;
use crate::diagnostic::{Code, Diagnostic};
use crate::path::GuidePath;

pub use question::FrontQuestion;

use value::Value;

/// What front matter says. All of it is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`
    pub title: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `slug`: the file name of the page, without its extension.
    pub slug: Option<String>,
    /// `aliases`: old addresses that lead here.
    pub aliases: Vec<String>,
    /// `topics` and `tags`, as written.
    pub topics: Vec<String>,
    /// `draft`
    pub publication: Publication,
    /// `weight` or `order`: smaller comes first.
    pub weight: Option<i64>,
    /// `date`
    pub date: Option<Date>,
    /// `updated`
    pub updated: Option<Date>,
    /// `level` or `difficulty`
    pub level: Option<Level>,
    /// `companies`
    pub companies: Vec<String>,
    /// `template`: the template that renders the page.
    pub template: Option<String>,
    /// `search`
    pub search: Searchable,
    /// `id`: what the author calls the note's question.
    pub id: Option<String>,
    /// `questions`
    pub questions: Vec<FrontQuestion>,
    /// `auto_links`: whether words that name topics lead to them.
    pub auto_links: AutoLinks,
    /// `lang`: the language of the note, where it is not the site's.
    pub language: Option<String>,
}

/// Whether a note is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publication {
    /// In every build.
    #[default]
    Published,
    /// Only with `--drafts`.
    Draft,
}

/// Whether search finds a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Searchable {
    /// It does.
    #[default]
    Yes,
    /// It does not.
    No,
}

/// How hard a note or question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// A warm-up.
    Basic,
    /// What most interviews ask.
    Intermediate,
    /// What senior interviews ask.
    Advanced,
}

impl Level {
    /// The word in data and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

/// What the head of a note gives.
#[derive(Debug, Default)]
pub struct Front {
    /// What the block says.
    pub matter: FrontMatter,
    /// The byte at which the body starts.
    pub body: usize,
    /// What could not be used.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the front matter of a note, if it has any.
#[must_use]
pub fn read(path: &GuidePath, text: &str) -> Front {
    let Some(block) = block::find(text) else { return Front::default() };
    let warning = |code, message: String, span| Diagnostic::warning(code, message).at(path, span);
    let mut front = Front { body: block.end, ..Front::default() };
    let values = value::read(&block).unwrap_or_else(|fault| {
        let message = format!("the front matter cannot be read as {}: {}", block.format, fault.message);
        let span = fault.span.unwrap_or_else(|| block.first_line());
        front.diagnostics.push(warning(Code::BrokenFrontMatter, message, span).hint(fault.hint(&block)));
        value::salvage(&block)
    });
    for (key, value) in values {
        let taken = match name(&key).as_str() {
            "questions" => question::read(value, &key, &block).map(|questions| front.matter.questions = questions),
            name => front.matter.set(name, value),
        };
        if let Err(wanted) = taken {
            let message = format!("`{key}` is not {wanted}, and is left out");
            front.diagnostics.push(warning(Code::FrontMatterValue, message, block.line_of(&key).unwrap_or_else(|| block.first_line())));
        }
    }
    if block.closed {
        return front;
    }
    // A rule above a line with a colon in it looks the same; only a key that says something tells that more was meant.
    if front.matter == FrontMatter::default() {
        return Front::default();
    }
    let hint = format!("write `{}` on a line of its own after the last key", block.format.fence());
    let message = "the front matter is not closed".to_owned();
    front.diagnostics.push(warning(Code::BrokenFrontMatter, message, block.first_line()).hint(hint));
    front
}

/// People write `Last-Updated` and `last_updated` for the same thing.
fn name(key: &str) -> String {
    key.trim().to_lowercase().replace(['-', ' '], "_")
}

impl FrontMatter {
    /// Takes up one key; the error says what its value should be. Keys of other tools are passed over.
    fn set(&mut self, name: &str, value: Value) -> Result<(), &'static str> {
        if matches!(value, Value::Nothing) {
            return Ok(());
        }
        match name {
            "title" => self.title = value.text()?,
            "description" => self.description = value.text()?,
            "slug" => self.slug = value.text()?.as_deref().map(slug).transpose()?,
            "aliases" => self.aliases.extend(value.lines()?),
            "tags" | "topics" | "topic" => extend(&mut self.topics, value.words()?),
            "companies" => extend(&mut self.companies, value.words()?),
            "draft" => self.publication = if value.truth()? { Publication::Draft } else { Publication::Published },
            "weight" | "order" => self.weight = Some(value.whole_number()?),
            "date" => self.date = Some(value.date()?),
            "updated" | "lastmod" | "last_updated" => self.updated = Some(value.date()?),
            "level" | "difficulty" => self.level = Some(value.level()?),
            "id" => self.id = value.text()?,
            "template" => self.template = value.text()?,
            "search" => self.search = if value.truth()? { Searchable::Yes } else { Searchable::No },
            "auto_links" => self.auto_links = if value.truth()? { AutoLinks::Made } else { AutoLinks::LeftOut },
            "lang" => self.language = value.text()?.as_deref().map(language).transpose()?,
            _ => {}
        }
        Ok(())
    }
}

/// Adds what is not there yet: `tags` and `topics` may say the same.
fn extend(list: &mut Vec<String>, words: Vec<String>) {
    for word in words {
        if !list.contains(&word) {
            list.push(word);
        }
    }
}

/// A slug is the name of one file.
fn slug(text: &str) -> Result<String, &'static str> {
    let name = text.strip_suffix(".html").unwrap_or(text);
    let usable = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']) && !name.contains(char::is_control);
    if usable { Ok(name.to_owned()) } else { Err("the name of a page, without folders") }
}

fn language(text: &str) -> Result<String, &'static str> {
    let tag = text.replace('_', "-");
    let part_fits = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if tag.split('-').all(part_fits) { Ok(tag) } else { Err("a language tag such as `en` or `pt-BR`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(text: &str) -> Front {
        read(&GuidePath::new("a.md").unwrap(), text)
    }

    /// The body, and what the diagnostics say of which text.
    fn found(text: &str) -> (&str, Vec<String>) {
        let front = front(text);
        let said = front.diagnostics.iter().map(|one| {
            let span = one.place.as_ref().and_then(|place| place.span).unwrap();
            format!("{}: {} [{}]", one.code.name(), one.message, span.of(text))
        });
        (&text[front.body..], said.collect())
    }

    #[test]
    fn both_languages_say_the_same() {
        let toml = "+++\ntitle = \"T\"\ndescription = \"D\"\nslug = \"s.html\"\naliases = [\"old.html\"]\ntags = [\"a\", \"b\"]\ntopics = [\"b\", \"c\"]\n\
            draft = true\nweight = 3\ndate = 2025-03-01\nupdated = 2025-04-01T10:00:00Z\nlevel = \"Senior\"\ncompanies = \"X, Y\"\n\
            template = \"t.html\"\nsearch = false\nauto_links = false\nlang = \"pt_BR\"\n[extra]\nany = 1\n+++\nbody";
        let yaml = "---\ntitle: T\ndescription: D\nslug: s\naliases: old.html\ntags: [a, b]\ntopics: ['#b', c]\ndraft: yes\norder: 3\ndate: 2025-03-01\n\
            Last-Updated: 2025-04-01 10:00:00\ndifficulty: hard\ncompanies:\n  - X\n  - Y\ntemplate: t.html\nsearch: 'no'\nauto-links: no\nlang: pt-BR\ncssclass: wide\n---\nbody";
        let expected = FrontMatter {
            title: Some("T".into()),
            description: Some("D".into()),
            slug: Some("s".into()),
            aliases: vec!["old.html".into()],
            topics: vec!["a".into(), "b".into(), "c".into()],
            publication: Publication::Draft,
            weight: Some(3),
            date: Date::parse("2025-03-01"),
            updated: Date::parse("2025-04-01"),
            level: Some(Level::Advanced),
            companies: vec!["X".into(), "Y".into()],
            template: Some("t.html".into()),
            search: Searchable::No,
            auto_links: AutoLinks::LeftOut,
            language: Some("pt-BR".into()),
            ..FrontMatter::default()
        };
        for text in [toml, yaml] {
            let mut front = front(text);
            front.matter.topics.sort();
            assert_eq!(front.matter, expected);
            assert_eq!(front.diagnostics, []);
            assert_eq!(&text[front.body..], "body");
        }
    }

    #[test]
    fn scalars_are_texts_and_empty_keys_are_absent() {
        let front = front("---\ntitle: 2025\ntags: [2024, c++, '']\ndescription:\ndate: ~\nweight: '7'\n...\n");
        assert_eq!(front.matter.title.as_deref(), Some("2025"));
        assert_eq!(front.matter.topics, ["2024", "c++"]);
        assert_eq!((front.matter.weight, front.matter.description), (Some(7), None));
        assert_eq!(front.diagnostics, []);
    }

    #[test]
    fn a_value_that_cannot_be_used_is_pointed_at_and_the_others_count() {
        let text = "---\ntitle: T\nweight: soon\ndate: next week\nlevel: 11\nslug: a/b\ntags: {a: b}\n---\n";
        let (_, said) = found(text);
        assert_eq!(
            said,
            [
                "front-matter-value: `date` is not a date such as `2025-03-01`, and is left out [date: next week]",
                "front-matter-value: `level` is not a level: `basic`, `intermediate` or `advanced`, and is left out [level: 11]",
                "front-matter-value: `slug` is not the name of a page, without folders, and is left out [slug: a/b]",
                "front-matter-value: `tags` is not a list of texts, and is left out [tags: {a: b}]",
                "front-matter-value: `weight` is not a whole number, and is left out [weight: soon]",
            ]
        );
        assert_eq!(front(text).matter.title.as_deref(), Some("T"));
    }

    #[test]
    fn a_broken_block_is_left_out_of_the_body_and_what_can_be_read_of_it_counts() {
        let text = "---\ntitle: Go: the parts\ntags: [a, b\nweight: 2\n---\n# Body\n";
        let (body, said) = found(text);
        assert_eq!(body, "# Body\n");
        assert_eq!(
            said,
            ["broken-front-matter: the front matter cannot be read as YAML: mapping values are not allowed in this context [:]"]
        );
        let matter = front(text).matter;
        assert_eq!((matter.title.as_deref(), matter.weight), (Some("Go: the parts"), Some(2)));

        let text = "+++\ntitle = T\nweight = 2\n+++\nBody";
        let (body, said) = found(text);
        assert_eq!(body, "Body");
        assert!(said[0].starts_with("broken-front-matter: the front matter cannot be read as TOML: "), "{said:?}");
        assert_eq!(front(text).matter.weight, Some(2));
    }

    #[test]
    fn an_unclosed_block_ends_at_its_last_key() {
        let (body, said) = found("---\ntitle: T\ntags:\n  - a\n\n# Body\n");
        assert_eq!(body, "\n# Body\n");
        assert_eq!(said, ["broken-front-matter: the front matter is not closed [---]"]);
        // A rule further down closes nothing.
        let (body, said) = found("---\ntitle: T\n\n# Body\nprose\n\n---\nmore\n");
        assert_eq!(body, "\n# Body\nprose\n\n---\nmore\n");
        assert_eq!(said.len(), 1);
    }

    #[test]
    fn blocks_made_to_hurt_are_refused_in_good_time() {
        let nested = |open: &str, close: &str| format!("{}{}", open.repeat(20_000), close.repeat(20_000));
        let bomb = (1..12).fold("a0: &a0 [x, x, x, x, x, x, x, x]\n".to_owned(), |text, level| {
            let above = vec![format!("*a{}", level - 1); 8].join(", ");
            format!("{text}a{level}: &a{level} [{above}]\n")
        });
        for text in [
            format!("---\ntitle: {}\n---\n", nested("[", "]")),
            format!("---\ntitle: {}\n---\n", nested("{a: ", "}")),
            format!("+++\ntitle = {}\n+++\n", nested("[", "]")),
            format!("---\n{bomb}title: T\n---\n"),
        ] {
            // A thread of the size that parsing runs on.
            let front = std::thread::Builder::new().stack_size(2 << 20).spawn(move || front(&text)).unwrap().join().unwrap();
            assert_eq!(front.diagnostics.first().map(|one| one.code), Some(Code::BrokenFrontMatter));
        }
    }

    #[test]
    fn rules_above_prose_are_body() {
        for text in [
            "",
            "---",
            "---\n",
            "----\ntitle: T\n----\n",
            "---\n\nSome prose.\n",
            "---\nSome prose.\n---\nmore",
            "---\nNote: prose with a colon\n",
            "---\n# Heading\n\nProse, and\nTip: more of it.\n\nAnd more.\n---\n",
            "---\n- a\n- b\n---\n",
            "# T\n---\ntitle: T\n---\n",
            "+++\nC++ and more\n",
        ] {
            assert_eq!(found(text), (text, Vec::new()), "{text:?}");
        }
    }

    #[test]
    fn an_empty_block_is_no_part_of_the_body() {
        assert_eq!(found("---\n---\nbody"), ("body", Vec::new()));
        assert_eq!(found("---\n# nothing yet\n---\nbody"), ("body", Vec::new()));
    }
}
