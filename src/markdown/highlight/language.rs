//! What people call languages.
//!
//! Takes the name in a fence; gives its syntax and what the page calls it. Must not highlight.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use syntect::parsing::{SyntaxReference, SyntaxSet};

/// A language whose names cannot be told from its syntax.
struct Language {
    /// What the page calls it.
    label: &'static str,
    /// The syntax; none where there is none, or none is needed.
    syntax: Option<&'static str>,
    /// What fences call it, in lower case.
    names: &'static [&'static str],
}

const fn language(label: &'static str, syntax: &'static str, names: &'static [&'static str]) -> Language {
    Language { label, syntax: Some(syntax), names }
}

const fn plain(label: &'static str, names: &'static [&'static str]) -> Language {
    Language { label, syntax: None, names }
}

/// Beyond these, names and file extensions of all syntaxes are understood.
const LANGUAGES: &[Language] = &[
    language("Bash", "Bourne Again Shell (bash)", &["bash", "zsh"]),
    language("Batch", "Batch File", &["bat", "batch", "cmd", "dos"]),
    language("C", "C", &["c", "h"]),
    language("C#", "C#", &["c#", "cs", "csharp", "dotnet"]),
    language("C++", "C++", &["c++", "cpp", "cc", "cxx", "hpp", "cplusplus"]),
    language("CSV", "Separated Values", &["csv", "tsv"]),
    language("Diff", "Diff", &["diff", "patch", "udiff"]),
    language("Dockerfile", "Dockerfile", &["docker", "dockerfile", "containerfile"]),
    language("DOT", "Graphviz (DOT)", &["dot", "gv", "graphviz"]),
    language("Elixir", "Elixir", &["elixir", "ex", "exs", "iex"]),
    language("Environment", "DotENV", &["env", "dotenv"]),
    language("F#", "F#", &["f#", "fs", "fsharp"]),
    language("Fortran", "Fortran (Modern)", &["fortran", "f90", "f95"]),
    language("GDScript", "GDScript (Godot Engine)", &["gd", "gdscript"]),
    language("Go", "Go", &["go", "golang"]),
    language("Go module", "Gomod", &["gomod", "go.mod"]),
    language("Gradle", "Groovy", &["gradle"]),
    language("Haskell", "Haskell", &["haskell", "hs"]),
    language("HCL", "Terraform", &["hcl"]),
    language("HTTP", "HTTP Request and Response", &["http", "https"]),
    language("INI", "INI", &["ini", "cfg", "conf", "config", "editorconfig"]),
    language("Java", "Java", &["java", "jsh"]),
    language("JavaScript", "JavaScript", &["js", "javascript", "mjs", "cjs", "node", "nodejs", "es6", "ecmascript"]),
    language("JSON", "JSON", &["json", "jsonc", "json5", "jsonl", "ndjson", "geojson"]),
    language("JSX", "JavaScript (Babel)", &["jsx", "react"]),
    language("Jupyter", "JSON", &["ipynb"]),
    language("Kotlin", "Kotlin", &["kotlin", "kt", "kts"]),
    language("Lisp", "Lisp", &["lisp", "elisp", "emacs-lisp", "commonlisp", "common-lisp"]),
    language("Makefile", "Makefile", &["make", "makefile", "mk"]),
    language("Markdown", "Markdown", &["markdown", "md", "mdx"]),
    language("Nginx", "nginx", &["nginx", "nginxconf"]),
    language("Objective-C", "Objective-C", &["objc", "objectivec", "objective-c"]),
    language("PHP", "PHP Source", &["php", "php-inline"]),
    language("PowerShell", "PowerShell", &["powershell", "ps1", "ps", "pwsh"]),
    language("Properties", "Java Properties", &["properties"]),
    language("Protocol Buffers", "Protocol Buffer", &["proto", "proto3", "protobuf"]),
    language("Python", "Python", &["py", "python", "python2", "python3", "py3", "ipython", "gyp", "starlark", "bzl"]),
    language("Python session", "Python", &["pycon", "python-repl"]),
    language("R", "R", &["r", "rscript"]),
    language("Regular expression", "Regular Expression", &["regex", "regexp", "re"]),
    language("reStructuredText", "reStructuredText", &["rst", "restructuredtext"]),
    language("Ruby", "Ruby", &["ruby", "rb", "irb", "jruby"]),
    language("Rust", "Rust", &["rust", "rs"]),
    language("Scheme", "Lisp", &["scheme", "scm"]),
    language("Shell", "Bourne Again Shell (bash)", &["sh", "shell", "shellscript", "ash", "ksh"]),
    language("Solidity", "Solidity", &["solidity", "sol"]),
    language(
        "SQL",
        "SQL",
        &["sql", "mysql", "postgresql", "postgres", "psql", "plsql", "pgsql", "sqlite", "tsql", "mssql", "hql", "hiveql"],
    ),
    language("SVG", "XML", &["svg"]),
    language(
        "Terminal",
        "Bourne Again Shell (bash)",
        &["console", "terminal", "shell-session", "shellsession", "sh-session", "bash-session"],
    ),
    language("Terraform", "Terraform", &["terraform", "tf", "tfvars"]),
    language("TSX", "TypeScriptReact", &["tsx"]),
    language("TypeScript", "TypeScript", &["ts", "typescript", "mts", "cts", "angular"]),
    language("Vim script", "VimL", &["vim", "viml", "vimscript"]),
    language("Visual Basic", "ASP", &["vb", "vbnet", "vba", "vbscript"]),
    language("Vue", "Vue Component", &["vue"]),
    language("x86 assembly", "x86_64 Assembly", &["asm", "assembly", "nasm", "x86asm"]),
    language("XML", "XML", &["xml", "xsd", "xsl", "xslt", "plist"]),
    language("YAML", "YAML", &["yaml", "yml"]),
    plain("ABNF", &["abnf", "bnf", "ebnf"]),
    plain("Cypher", &["cypher"]),
    plain("Mermaid", &["mermaid"]),
    plain("PlantUML", &["plantuml", "puml"]),
    plain("Pseudocode", &["pseudo", "pseudocode", "pseudo-code"]),
    plain("Text", &["text", "txt", "plain", "plaintext", "plain-text", "none", "nohighlight", "raw", "ascii"]),
    plain("Output", &["output", "out", "stdout"]),
];

/// A language with all that fences call it.
pub(super) fn all(syntaxes: &SyntaxSet) -> Vec<(String, Vec<String>)> {
    let listed = LANGUAGES.iter().filter(|language| language.syntax.is_some());
    let listed = listed.map(|language| (language.label.to_owned(), language.names.iter().map(|&name| name.to_owned()).collect()));
    let is_listed = |syntax: &&SyntaxReference| LANGUAGES.iter().any(|language| language.syntax == Some(syntax.name.as_str()));
    let others = syntaxes.syntaxes().iter().filter(|syntax| !syntax.hidden && !is_listed(syntax));
    let others = others.map(|syntax| {
        let own = std::iter::once(&syntax.name).chain(&syntax.file_extensions).map(|name| normal(name));
        // What the table gives to one of its own languages leads there, and a name of two syntaxes to the later one.
        let leads_here = |name: &str| syntaxes.find_syntax_by_token(name).is_some_and(|found| found.name == syntax.name);
        let names: BTreeSet<String> = own.filter(|name| !INDEX.contains_key(name.as_str()) && leads_here(name)).collect();
        (label(syntaxes, &syntax.name), names.into_iter().collect())
    });
    let mut all: Vec<_> = listed.chain(others).filter(|(_, names): &(String, Vec<String>)| !names.is_empty()).collect();
    all.sort_by_key(|(label, _)| label.to_lowercase());
    all
}

/// The languages by name.
static INDEX: LazyLock<HashMap<&'static str, &'static Language>> =
    LazyLock::new(|| LANGUAGES.iter().flat_map(|language| language.names.iter().map(move |name| (*name, language))).collect());

/// The syntax for code in a language of that name; `None` where the code stays plain.
pub(super) fn syntax<'s>(syntaxes: &'s SyntaxSet, name: &str, code: &str) -> Option<&'s SyntaxReference> {
    let name = normal(name);
    match INDEX.get(name.as_str()) {
        Some(language) => syntaxes.find_syntax_by_name(with_markup(language.syntax?, code)),
        None => syntaxes.find_syntax_by_token(&name),
    }
}

/// The syntax for code that may hold markup, which fences seldom tell.
fn with_markup(syntax: &'static str, code: &str) -> &'static str {
    let has_tags = || code.contains("</") || code.contains("/>");
    match syntax {
        "PHP Source" if code.contains("<?") => "PHP",
        "JavaScript" if has_tags() => "JavaScript (Babel)",
        "TypeScript" if has_tags() => "TypeScriptReact",
        _ => syntax,
    }
}

/// What the page calls a language.
pub(super) fn label(syntaxes: &SyntaxSet, name: &str) -> String {
    let normal = normal(name);
    if let Some(language) = INDEX.get(normal.as_str()) {
        return language.label.to_owned();
    }
    match syntaxes.find_syntax_by_token(&normal) {
        Some(syntax) => syntax.name.split(" (").next().unwrap_or(&syntax.name).to_owned(),
        None => name.to_owned(),
    }
}

/// `.py`, `Python` and `language-python` all mean `python`.
fn normal(name: &str) -> String {
    let name = name.trim().trim_start_matches('.').to_lowercase();
    name.strip_prefix("language-").or(name.strip_prefix("lang-")).map(str::to_owned).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_leads_to_a_syntax_and_every_name_to_one_line() {
        let syntaxes = two_face::syntax::extra_newlines();
        let mut names = BTreeSet::new();
        for language in LANGUAGES {
            assert!(language.syntax.is_none_or(|name| syntaxes.find_syntax_by_name(name).is_some()), "{}", language.label);
            for name in language.names {
                assert_eq!(normal(name), *name);
                assert!(names.insert(name), "{name}");
            }
        }
    }

    #[test]
    fn whatever_is_listed_is_highlighted() {
        let syntaxes = two_face::syntax::extra_newlines();
        let all = all(&syntaxes);
        assert!(all.len() > 150 && all.iter().any(|(label, names)| label == "Zig" && names.contains(&"zig".to_owned())));
        for name in all.iter().flat_map(|(_, names)| names) {
            assert!(syntax(&syntaxes, name, "").is_some(), "{name}");
        }
    }

    #[test]
    fn languages_are_known_by_what_people_call_them() {
        let syntaxes = two_face::syntax::extra_newlines();
        for (name, expected) in [
            ("py", "Python"),
            ("JavaScript", "JavaScript"),
            (".rs", "Rust"),
            ("language-c++", "C++"),
            ("golang", "Go"),
            ("zig", "Zig"),
            ("scala", "Scala"),
            ("Dockerfile", "Dockerfile"),
            ("mermaid", "Mermaid"),
            ("ThisIsNoLanguage", "ThisIsNoLanguage"),
        ] {
            assert_eq!(label(&syntaxes, name), expected);
        }
        assert_eq!(syntax(&syntaxes, "js", "a < b").unwrap().name, "JavaScript");
        assert_eq!(syntax(&syntaxes, "js", "<A/>").unwrap().name, "JavaScript (Babel)");
        assert!(syntax(&syntaxes, "zig", "").is_some());
        assert!(syntax(&syntaxes, "text", "").is_none());
        assert!(syntax(&syntaxes, "mermaid", "").is_none());
        assert!(syntax(&syntaxes, "", "").is_none());
    }
}
