//! The architecture, as rules that a machine can check: which room may import which, where each external crate lives, how a
//! file opens and how long it may be.
//!
//! Reads the crate's own sources as text, comments and strings set aside. A finding names the file, the line and the rule.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "the test reads the crate's own sources; a failed step fails the test"
)]

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

/// The rooms, lowest first. A room imports from the rows above its own, and from the rooms to its left in the same row.
const ORDER: &[&[&str]] = &[
    &["span", "ids", "path", "date", "fingerprint"],
    &["diagnostic", "error", "progress"],
    &["config", "source", "front", "git", "cache"],
    &["markdown"],
    &["note"],
    &["recognise"],
    &["guide"],
    &["artifact", "page", "search", "export"],
    &["render"],
    &["output"],
    &["build", "lib"],
    &["serve", "cli"],
    &["main"],
];

/// The home of each external crate: the room, or the part of one, that alone may name it. A second home is an exception with
/// a reason; [`EVERYWHERE`] is for what carries data or work through all rooms.
const HOMES: &[(&str, &[&str])] = &[
    ("aho-corasick", &["guide/topics"]),
    ("annotate-snippets", &["cli"]),
    ("anstream", &["cli"]),
    ("axum", &["serve"]),
    ("base64", &["render"]),
    ("blake3", &["cache", "fingerprint", "output", "page", "render"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("emojis", &["markdown"]),
    // `render` packs a page only to hold it to its budget, in a test.
    ("flate2", &["search", "render"]),
    ("futures-util", &["serve"]),
    ("globset", &["source"]),
    ("html5gum", &["markdown"]),
    ("ignore", &["source"]),
    ("imagesize", &["source"]),
    ("include_dir", &["render"]),
    ("indicatif", &["cli"]),
    ("jiff", &["date"]),
    ("linkify", &["markdown"]),
    ("memchr", &["markdown", "recognise"]),
    ("mimalloc", &["main"]),
    ("notify", &["serve"]),
    ("open", &["cli"]),
    ("percent-encoding", &["path"]),
    ("pulldown-cmark", &["markdown"]),
    ("pulldown-latex", &["markdown"]),
    ("rayon", EVERYWHERE),
    ("regex", &["markdown"]),
    ("rust-stemmers", &["search"]),
    ("serde", EVERYWHERE),
    ("serde-saphyr", &["front"]),
    ("serde_json", EVERYWHERE),
    ("sha2", &["render"]),
    ("strsim", EVERYWHERE),
    ("syntect", &["markdown/highlight"]),
    ("tempfile", &["cache", "cli", "output", "serve", "source"]),
    ("tera", &["render"]),
    ("tokio", &["serve"]),
    ("toml", EVERYWHERE),
    ("tower-http", &["serve"]),
    ("two-face", &["markdown/highlight"]),
    ("unicode-normalization", EVERYWHERE),
    ("walkdir", &["source"]),
];

const EVERYWHERE: &[&str] = &[];

/// Files that may be longer, each with its reason.
const LONG: &[(&str, &str)] = &[];

const LONGEST: usize = 500;
const LONGEST_MAIN: usize = 40;

/// Names that say nothing of what a file holds.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "types", "misc"];

#[test]
fn the_sources_keep_the_architecture() {
    let findings: Vec<_> = sources().iter().flat_map(|(file, text)| check(file, text)).map(|finding| finding.to_string()).collect();
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn every_dependency_has_a_home_and_a_user() {
    let manifest: toml::Table = fs::read_to_string(root().join("Cargo.toml")).unwrap().parse().unwrap();
    let declared: BTreeSet<&str> = manifest["dependencies"].as_table().unwrap().keys().map(String::as_str).collect();
    let homed: BTreeSet<&str> = HOMES.iter().map(|&(name, _)| name).collect();
    assert_eq!(declared, homed, "the dependencies of Cargo.toml (left) and the table of homes (right) differ");

    let used: BTreeSet<String> = sources().iter().flat_map(|(_, text)| external_names(text)).map(|(_, name)| name).collect();
    let unused: Vec<_> = declared.iter().filter(|name| !used.contains(&name.replace('-', "_"))).collect();
    assert!(unused.is_empty(), "no file names these dependencies of Cargo.toml: {unused:?}");
}

#[test]
fn every_dependency_is_explained() {
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let missing: Vec<_> = HOMES.iter().filter(|(name, _)| !page.contains(&format!("| `{name}` |"))).map(|(name, _)| name).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md has no line for these dependencies: {missing:?}");
}

#[test]
fn every_planted_violation_is_found() {
    let planted: &[(&str, &str, &str)] = &[
        ("span.rs", "//! Spans.\nuse crate::guide::Guide;\n", "src/span.rs:2: `span` may not import `guide`, which stands above it"),
        ("path.rs", "//! P.\nfn f() {\n    crate::note::g();\n}\n", "src/path.rs:3: `path` may not import `note`, which stands above it"),
        (
            "ids.rs",
            "//! I.\nuse crate::{span::Span,\n    date::Date};\n",
            "src/ids.rs:3: `ids` may not import `date`, which stands above it",
        ),
        ("note.rs", "//! N.\nuse crate::attic::Box;\n", "src/note.rs:2: `attic` is no room of the architecture"),
        ("attic/mod.rs", "//! A.\n", "src/attic/mod.rs:1: `attic` is no room of the architecture"),
        ("guide/mod.rs", "//! G.\nuse tera::Tera;\n", "src/guide/mod.rs:2: the crate `tera` is at home in render"),
        (
            "markdown/html.rs",
            "//! H.\nuse syntect::parsing;\n",
            "src/markdown/html.rs:2: the crate `syntect` is at home in markdown/highlight",
        ),
        ("guide/order.rs", "//! O.\nuse super::super::ids;\n", "src/guide/order.rs:2: `super::super` hides the direction; say `crate::`"),
        ("guide/order.rs", "use std::fmt;\n", "src/guide/order.rs:1: a file opens with `//!`: what it takes, gives and must not do"),
        ("guide/utils.rs", "//! U.\n", "src/guide/utils.rs:1: the name `utils` says nothing of what the file holds"),
        ("guide/order.rs", "//! O.\n// TODO: sort\n", "src/guide/order.rs:2: unfinished work belongs into an issue, not into a comment"),
        ("guide/order.rs", "//! O.\nfn f() {\n    dbg!(1);\n}\n", "src/guide/order.rs:3: `dbg!` is for the desk, not for the repository"),
    ];
    for (file, text, expected) in planted {
        let found: Vec<_> = check(file, text).iter().map(ToString::to_string).collect();
        assert_eq!(found, [*expected]);
    }
    let long = format!("//! L.\n{}", "\n".repeat(LONGEST));
    assert_eq!(check("guide/long.rs", &long).first().unwrap().to_string(), "src/guide/long.rs:501: a file has at most 500 lines");
}

#[test]
fn comments_strings_and_lookalikes_are_no_violations() {
    let text = r##"//! Spans, before [`Guide`](crate::guide::Guide).
use std::path::Path;
/* use crate::guide; /* nested */ use tera::Tera; */
const A: &str = "use crate::guide; // TODO \" dbg!()";
const B: &str = r#"crate::note " tera::x"#;
const C: char = '"';
const D: char = '\'';
fn e<'a>(x: &'a my::tera::X) -> &'a str { self::toml_like::f(x) }
"##;
    assert!(check("span.rs", text).is_empty(), "{}", check("span.rs", text).first().unwrap());
}

/// A broken rule: `src/file.rs:line: the rule`.
struct Finding {
    file: String,
    line: usize,
    rule: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.file, self.line, self.rule)
    }
}

/// All rules over one file, named as it lies below `src/`.
fn check(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |line: usize, rule: String| findings.push(Finding { file: file.to_owned(), line, rule });
    let room = file.split('/').next().unwrap().trim_end_matches(".rs");
    let stem = file.rsplit('/').next().unwrap().trim_end_matches(".rs");

    let longest = if file == "main.rs" { LONGEST_MAIN } else { LONGEST };
    if text.lines().count() > longest && !LONG.iter().any(|&(name, _)| name == file) {
        find(text.lines().count(), format!("a file has at most {longest} lines"));
    }
    if !text.starts_with("//!") {
        find(1, "a file opens with `//!`: what it takes, gives and must not do".to_owned());
    }
    if EMPTY_NAMES.contains(&stem) {
        find(1, format!("the name `{stem}` says nothing of what the file holds"));
    }
    match place(room) {
        None => find(1, format!("`{room}` is no room of the architecture")),
        Some(own) => {
            for (line, imported) in imported_rooms(text) {
                match place(&imported) {
                    // Items at the crate's root are the library's.
                    None if imported.starts_with(char::is_uppercase) => {}
                    None => find(line, format!("`{imported}` is no room of the architecture")),
                    Some(other) if other > own => find(line, format!("`{room}` may not import `{imported}`, which stands above it")),
                    Some(_) => {}
                }
            }
        }
    }
    for (line, name) in external_names(text) {
        let homes = HOMES.iter().find(|(crate_name, _)| crate_name.replace('-', "_") == name).map_or(EVERYWHERE, |&(_, homes)| homes);
        let is_home = |home: &&str| file.strip_prefix(home).is_some_and(|rest| rest.starts_with('/') || rest == ".rs");
        if !homes.is_empty() && !homes.iter().any(is_home) {
            find(line, format!("the crate `{name}` is at home in {}", homes.join(" and ")));
        }
    }
    for (number, line) in split(text).iter().enumerate() {
        if line.code.contains("super::super") {
            find(number + 1, "`super::super` hides the direction; say `crate::`".to_owned());
        }
        if line.code.contains("dbg!") {
            find(number + 1, "`dbg!` is for the desk, not for the repository".to_owned());
        }
        if ["TODO", "FIXME", "XXX"].iter().any(|word| line.comment.contains(word)) {
            find(number + 1, "unfinished work belongs into an issue, not into a comment".to_owned());
        }
    }
    findings
}

/// Where a room stands: its row, and its place in the row.
fn place(room: &str) -> Option<(usize, usize)> {
    ORDER.iter().enumerate().find_map(|(row, rooms)| Some((row, rooms.iter().position(|name| *name == room)?)))
}

/// The rooms that a file names after `crate::`, with their lines.
fn imported_rooms(text: &str) -> Vec<(usize, String)> {
    let mut rooms = Vec::new();
    let code = code_with_lines(text);
    let characters: Vec<char> = code.iter().map(|&(_, c)| c).collect();
    for at in words(&characters, "crate") {
        let mut next = skip_space(&characters, at + "crate".len());
        if !characters[next..].starts_with(&[':', ':']) {
            continue;
        }
        next = skip_space(&characters, next + 2);
        if characters.get(next) != Some(&'{') {
            rooms.push((code[next].0, name_at(&characters, next)));
            continue;
        }
        // `crate::{a, b::{c, d}}`: the names at the first depth.
        let mut depth = 0;
        let mut expecting = false;
        for at in next..characters.len() {
            match characters[at] {
                '{' => {
                    depth += 1;
                    expecting = depth == 1;
                }
                '}' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                ',' => expecting = depth == 1,
                c if c.is_whitespace() => {}
                _ if expecting => {
                    rooms.push((code[at].0, name_at(&characters, at)));
                    expecting = false;
                }
                _ => {}
            }
        }
    }
    rooms
}

/// The external crates that a file names at the head of a path, with their lines.
fn external_names(text: &str) -> Vec<(usize, String)> {
    let code = code_with_lines(text);
    let characters: Vec<char> = code.iter().map(|&(_, c)| c).collect();
    let mut names = Vec::new();
    for (crate_name, _) in HOMES {
        let name = crate_name.replace('-', "_");
        for at in words(&characters, &name) {
            let before: String = characters[..at].iter().rev().take(4).collect();
            let is_head = !before.trim_start().starts_with("::") && !before.starts_with('.');
            let after = skip_space(&characters, at + name.len());
            let is_path = characters[after..].starts_with(&[':', ':']);
            let is_import = before.starts_with(" esu") && characters.get(after) == Some(&';');
            if is_head && (is_path || is_import) {
                names.push((code[at].0, name.clone()));
            }
        }
    }
    names
}

/// Where a word stands on its own.
fn words(text: &[char], word: &str) -> Vec<usize> {
    let word: Vec<char> = word.chars().collect();
    let is_part = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let alone = |at: usize| !is_part(at.checked_sub(1).and_then(|before| text.get(before))) && !is_part(text.get(at + word.len()));
    text.windows(word.len()).enumerate().filter(|(at, window)| *window == word && alone(*at)).map(|(at, _)| at).collect()
}

fn skip_space(text: &[char], from: usize) -> usize {
    from + text[from..].iter().take_while(|c| c.is_whitespace()).count()
}

fn name_at(text: &[char], from: usize) -> String {
    text[from..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect()
}

/// A file's code without comments and strings, each character with its line, from 1.
fn code_with_lines(text: &str) -> Vec<(usize, char)> {
    let lines = split(text);
    lines.iter().enumerate().flat_map(|(number, line)| line.code.chars().chain(['\n']).map(move |c| (number + 1, c))).collect()
}

/// One line: what is code, and what is comment. The contents of strings are neither.
#[derive(Default)]
struct Line {
    code: String,
    comment: String,
}

/// Sets comments and strings aside.
fn split(text: &str) -> Vec<Line> {
    #[derive(Clone, Copy)]
    enum In {
        Code,
        LineComment,
        BlockComment(usize),
        Str,
        RawStr(usize),
    }
    let mut lines = vec![Line::default()];
    let mut state = In::Code;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let line = lines.last_mut().unwrap();
        match state {
            _ if c == '\n' => {
                lines.push(Line::default());
                if matches!(state, In::LineComment) {
                    state = In::Code;
                }
            }
            In::Code if rest.starts_with("//") => (state, taken) = (In::LineComment, 2),
            In::Code if rest.starts_with("/*") => (state, taken) = (In::BlockComment(1), 2),
            In::Code if c == '"' => state = In::Str,
            In::Code if c == 'r' && !line.code.ends_with(|c: char| c.is_alphanumeric() || c == '_') => {
                let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
                if rest[1 + hashes..].starts_with('"') {
                    (state, taken) = (In::RawStr(hashes), 2 + hashes);
                } else {
                    line.code.push(c);
                }
            }
            In::Code if c == '\'' => taken = character_literal(rest).unwrap_or(1),
            In::Code => line.code.push(c),
            In::BlockComment(depth) if rest.starts_with("*/") => {
                (state, taken) = (if depth == 1 { In::Code } else { In::BlockComment(depth - 1) }, 2);
            }
            In::BlockComment(depth) if rest.starts_with("/*") => (state, taken) = (In::BlockComment(depth + 1), 2),
            In::LineComment | In::BlockComment(_) => line.comment.push(c),
            In::Str if c == '\\' => taken += rest[1..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8),
            In::Str if c == '"' => state = In::Code,
            In::RawStr(hashes) if c == '"' && rest[1..].starts_with(&"#".repeat(hashes)) => (state, taken) = (In::Code, 1 + hashes),
            In::Str | In::RawStr(_) => {}
        }
        rest = &rest[taken..];
    }
    lines
}

/// The length of a character literal; `None` where the quote begins a lifetime.
fn character_literal(text: &str) -> Option<usize> {
    let inner = text[1..].chars().next()?;
    if inner == '\\' {
        return Some(3 + text[3..].find('\'')?);
    }
    let end = 1 + inner.len_utf8();
    text[end..].starts_with('\'').then_some(end + 1)
}

/// Every Rust file below `src/`, by its path there, sorted.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut files: Vec<_> = walkdir::WalkDir::new(&src)
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| {
            let name = path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
