//! Modules that are always loaded together become one file, which packs better and costs a reader one request.
//!
//! Takes modules without comments; gives files. Each of [`FILES`] takes up what it imports, unless one before it did; all others
//! stay, and import from where things are now. Imports stand on a line of their own. A module that exports nothing keeps its names
//! to itself; no two others of a file may give one in common: the budget's test reads what is written with Node, which would
//! refuse it. Must not change what modules do.

use std::collections::{BTreeMap, BTreeSet};

/// The files that take up what they import, those first that others import from. What others import from one must not cost them
/// more than they ask for.
const FILES: &[&str] = &["js/main.js", "js/elements/page-parts.js", "js/elements/reader.js", "js/core/search.js", "js/elements/search.js"];

/// What opens an import that happens when it is needed.
const OPEN: &str = "import('";

/// A module.
struct Module<'a> {
    imports: Vec<Import<'a>>,
    /// The modules that it imports later, if at all.
    later: Vec<String>,
    body: Vec<&'a str>,
}

/// What a module imports of another.
struct Import<'a> {
    from: String,
    names: Vec<&'a str>,
}

/// Joins modules: takes and gives paths with texts.
pub(super) fn join(texts: &BTreeMap<&str, String>) -> Vec<(String, String)> {
    let modules: BTreeMap<&str, Module<'_>> = texts.iter().map(|(&path, text)| (path, Module::read(path, text))).collect();
    // The file that each module stands in, and the modules of each file in the order that they run in.
    let mut homes: BTreeMap<&str, &str> = BTreeMap::new();
    let mut files: Vec<(&str, Vec<&str>)> = Vec::new();
    let others = modules.keys().filter(|path| !FILES.contains(path));
    for &path in FILES.iter().chain(others.clone()) {
        let mut parts = Vec::new();
        if FILES.contains(&path) {
            take(path, path, &modules, &mut homes, &mut parts);
        } else if !homes.contains_key(path) {
            homes.insert(path, path);
            parts.push(path);
        }
        files.push((path, parts));
    }
    let files = files.into_iter().filter(|(_, parts)| !parts.is_empty());
    files.map(|(path, parts)| (path.to_owned(), write(path, &parts, &modules, &homes))).collect()
}

/// Adds a module to a file, behind those that it imports.
fn take<'a>(
    path: &'a str,
    file: &'a str,
    modules: &BTreeMap<&'a str, Module<'_>>,
    homes: &mut BTreeMap<&'a str, &'a str>,
    parts: &mut Vec<&'a str>,
) {
    let Some((&path, module)) = modules.get_key_value(path).filter(|(path, _)| !homes.contains_key(*path)) else { return };
    homes.insert(path, file);
    for import in &module.imports {
        if let Some((&from, _)) = modules.get_key_value(import.from.as_str())
            && (from == file || !FILES.contains(&from))
        {
            take(from, file, modules, homes, parts);
        }
    }
    parts.push(path);
}

fn write(file: &str, parts: &[&str], modules: &BTreeMap<&str, Module<'_>>, homes: &BTreeMap<&str, &str>) -> String {
    let home = |path: &str| homes.get(path).copied().unwrap_or_default().to_owned();
    let mut imports: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for import in parts.iter().filter_map(|part| modules.get(part)).flat_map(|module| &module.imports) {
        let from = home(&import.from);
        if from != file {
            imports.entry(relative(file, &from)).or_default().extend(&import.names);
        }
    }
    let mut out = String::new();
    for (from, names) in imports {
        let names: Vec<&str> = names.into_iter().collect();
        let names = if names.is_empty() { String::new() } else { format!("{{ {} }} from ", names.join(", ")) };
        out.push_str(&["import ", &names, "'", &from, "';\n"].concat());
    }
    for &part in parts {
        // What only modules of this file import need not be known outside.
        let asked_later = modules.values().any(|module| module.later.iter().any(|path| path == part));
        let outside = modules.iter().filter(|(path, _)| home(path) != file).flat_map(|(_, module)| &module.imports);
        let known: BTreeSet<&str> = outside.filter(|import| import.from == part).flat_map(|import| import.names.iter().copied()).collect();
        let body = modules.get(part).map_or(&[][..], |module| &module.body);
        let is_closed = parts.len() > 1 && !body.iter().any(|line| line.starts_with("export "));
        out.push_str(if is_closed { "{\n" } else { "" });
        for line in body {
            let bare = line.strip_prefix("export ").filter(|bare| part != file && !asked_later && !known.contains(name_of(bare)));
            push_line(bare.unwrap_or(line), part, file, &home, &mut out);
        }
        out.push_str(if is_closed { "}\n" } else { "" });
    }
    out
}

/// The name that a declaration gives.
fn name_of(declaration: &str) -> &str {
    let mut words = declaration.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$'))).filter(|word| !word.is_empty());
    words.find(|word| !matches!(*word, "async" | "function" | "const" | "let" | "class")).unwrap_or_default()
}

/// Appends a line, what it imports later led to where it is.
fn push_line(line: &str, part: &str, file: &str, home: &impl Fn(&str) -> String, out: &mut String) {
    let mut pieces = line.split(OPEN);
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (path, rest) = piece.split_once('\'').unwrap_or((piece, ""));
        out.push_str(&[OPEN, &relative(file, &home(&resolved(part, path))), "'", rest].concat());
    }
    out.push('\n');
}

impl<'a> Module<'a> {
    fn read(path: &str, text: &'a str) -> Self {
        let (imports, body): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with("import ") && line.ends_with("';"));
        let read = |line: &'a str| {
            let (names, from) = line.trim_end_matches("';").rsplit_once('\'')?;
            let names = names.split_once('{').and_then(|(_, names)| names.split_once('}')).map_or("", |(names, _)| names);
            let names = names.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
            Some(Import { from: resolved(path, from), names })
        };
        let later = body.iter().flat_map(|line| line.split(OPEN).skip(1)).filter_map(|rest| Some(resolved(path, rest.split_once('\'')?.0)));
        Self { imports: imports.into_iter().filter_map(read).collect(), later: later.collect(), body }
    }
}

/// A path as a module writes it, from the theme's root.
fn resolved(module: &str, path: &str) -> String {
    let mut parts: Vec<&str> = module.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A path from the theme's root, as a module writes it.
fn relative(module: &str, path: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (module.split('/').collect(), path.split('/').collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = "../".repeat(from.len().saturating_sub(shared + 1));
    let up = if up.is_empty() { "./".to_owned() } else { up };
    up + &to.get(shared..).unwrap_or_default().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_one_module_to_another() {
        for (module, path, root) in [
            ("js/core/search.js", "./search-rank.js", "js/core/search-rank.js"),
            ("js/elements/a.js", "../core/b.js", "js/core/b.js"),
            ("js/main.js", "./elements/a.js", "js/elements/a.js"),
            ("js/elements/a.js", "../main.js", "js/main.js"),
        ] {
            assert_eq!((resolved(module, path).as_str(), relative(module, root).as_str()), (root, path));
        }
    }

    #[test]
    fn a_file_takes_up_what_it_imports_and_others_import_from_it() {
        let texts = [
            ("js/main.js", "import { b } from './core/b.js';\nimport './elements/a.js';\nb();\nimport('./elements/late.js');\n"),
            ("js/core/b.js", "export const b = () => c;\nexport const c = 1;\nexport const d = 2;\n"),
            ("js/elements/a.js", "import { c } from '../core/b.js';\nexport function a() {}\nif (c) import('./late.js');\n"),
            ("js/elements/late.js", "import { d } from '../core/b.js';\nimport { a } from './a.js';\na(d);\n"),
        ];
        let texts = texts.into_iter().map(|(path, text)| (path, text.to_owned())).collect();
        let main = "const b = () => c;\nconst c = 1;\nexport const d = 2;\nexport function a() {}\n\
                    if (c) import('./elements/late.js');\n{\nb();\nimport('./elements/late.js');\n}\n";
        let late = "import { a, d } from '../main.js';\na(d);\n";
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        assert_eq!(join(&texts), [file("js/main.js", main), file("js/elements/late.js", late)]);
    }
}
