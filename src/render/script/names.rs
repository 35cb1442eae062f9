//! Short names for what a module gives and keeps to itself.
//!
//! Takes the tokens of a module; gives for each token its new text, where it has one. A name becomes the same short name
//! wherever it stands, and no two names become one, so scopes need not be understood: only whether a name may be a property.
//! One that is a name and a property at once anywhere (`{ name }`) stays, as does one that browsers have a global of.
//! Numbers that have a name of their own stand for it. Must not drop or move anything else.

use std::collections::{BTreeMap, BTreeSet};

use super::lexer::{Kind, Token};

/// Words that are never the names of anything here.
const KEYWORDS: &[&str] = &[
    "as",
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "from",
    "function",
    "get",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "yield",
];

/// Names that a module might give and another part of the same file might mean the browser's by.
const GLOBALS: &[&str] = &[
    "caches",
    "close",
    "console",
    "crypto",
    "document",
    "event",
    "fetch",
    "focus",
    "history",
    "length",
    "localStorage",
    "location",
    "name",
    "navigator",
    "open",
    "origin",
    "parent",
    "performance",
    "print",
    "screen",
    "scroll",
    "self",
    "sessionStorage",
    "status",
    "stop",
    "top",
    "window",
];

/// What a bracket holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bracket {
    /// Statements, or an expression.
    Plain,
    /// Properties, or a pattern that takes them.
    Object,
    /// Members of a class.
    Class,
    /// Names that other modules know.
    Module,
}

/// What a name is where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A name that the module gave, or a global one.
    Own,
    /// Such a name and a property at once (`{ name }`), or known to other modules: it must stay.
    Kept,
    /// No name: a property, a keyword, a sign.
    Other,
}

/// For each token its new text, where it has one. What is empty goes, with what it declared.
pub(super) fn renamed<'a>(tokens: &[Token<'a>]) -> Vec<Option<String>> {
    let read = Read::new(tokens);
    let numbers = read.numbers();
    let names = read.names(&numbers);
    let own = |(token, role): (&Token<'a>, &Role)| match role {
        Role::Own => numbers.get(token.text).map(|&number| number.to_owned()).or_else(|| names.get(token.text).cloned()),
        _ => None,
    };
    let mut texts: Vec<Option<String>> = tokens.iter().zip(&read.roles).map(own).collect();
    for declared in numbers.keys().filter_map(|name| read.declared(name)) {
        for text in texts.iter_mut().skip(declared).take(DECLARATION) {
            *text = Some(String::new());
        }
    }
    texts
}

/// How many tokens the declaration of a number has: `const`, its name, `=`, the number, `;`.
const DECLARATION: usize = 5;

/// What was understood of a module.
struct Read<'t, 'a> {
    tokens: &'t [Token<'a>],
    roles: Vec<Role>,
    /// For each bracket where its other half stands.
    mates: Vec<usize>,
}

impl<'t, 'a> Read<'t, 'a> {
    fn new(tokens: &'t [Token<'a>]) -> Self {
        let mut read = Self { tokens, roles: Vec::with_capacity(tokens.len()), mates: vec![0; tokens.len()] };
        let mut open: Vec<(Bracket, usize)> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let inside = open.last().map_or(Bracket::Plain, |&(bracket, _)| bracket);
            read.roles.push(if token.kind == Kind::Name { read.role(at, inside) } else { Role::Other });
            match (token.kind, token.text) {
                (Kind::Sign, "{") => open.push((read.brace(at), at)),
                (Kind::Sign, "(" | "[") => open.push((Bracket::Plain, at)),
                (Kind::Sign, ")" | "]" | "}") => {
                    if let Some((_, from)) = open.pop() {
                        for (one, other) in [(from, at), (at, from)] {
                            read.mates.get_mut(one).into_iter().for_each(|mate| *mate = other);
                        }
                    }
                }
                (Kind::Value, text) if text.starts_with('`') && text.ends_with("${") => open.push((Bracket::Plain, at)),
                (Kind::Value, text) if text.starts_with('}') && text.ends_with('`') => _ = open.pop(),
                _ => {}
            }
        }
        read
    }

    /// The text of a token; nothing where there is none.
    fn text(&self, at: Option<usize>) -> &'a str {
        at.and_then(|at| self.tokens.get(at)).map_or("", |token| token.text)
    }

    /// What a brace holds.
    fn brace(&self, at: usize) -> Bracket {
        match self.text(at.checked_sub(1)) {
            "import" | "export" => Bracket::Module,
            "=>" | ")" | ";" | "{" | "}" | "else" | "try" | "finally" | "do" | "catch" | "" => Bracket::Plain,
            "(" | "," | "[" | "=" | "?" | ":" | "||" | "&&" | "??" | "..." | "return" | "const" | "let" | "of" | "await" => Bracket::Object,
            text if text.ends_with("${") => Bracket::Object,
            _ => Bracket::Class,
        }
    }

    fn role(&self, at: usize, inside: Bracket) -> Role {
        let text = self.text(Some(at));
        let mut before = self.text(at.checked_sub(1));
        if inside != Bracket::Plain && matches!(before, "async" | "get" | "set" | "static" | "*") {
            before = self.text(at.checked_sub(2));
        }
        let after = self.text(Some(at + 1));
        let is_keyword = KEYWORDS.contains(&text) && (text != "from" || after.starts_with(['\'', '"']));
        if is_keyword {
            return Role::Other;
        }
        match (inside, before) {
            (Bracket::Module, _) => Role::Kept,
            (_, "." | "?.") | (Bracket::Class, "{" | "}" | ";") => Role::Other,
            (Bracket::Object, "{" | ",") if matches!(after, ":" | "(") => Role::Other,
            (Bracket::Object, "{" | ",") => Role::Kept,
            _ => Role::Own,
        }
    }

    /// Numbers by the names that the module gives them at its top.
    fn numbers(&self) -> BTreeMap<&'a str, &'a str> {
        let kept = self.kept();
        let is_name = |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c == '_') && !kept.contains(name);
        let mut numbers = BTreeMap::new();
        let (mut declared, mut twice) = (BTreeSet::new(), BTreeSet::new());
        for tokens in self.tokens.windows(DECLARATION) {
            if let [constant, name, equals, number, end] = tokens
                && (constant.text, equals.text, end.text) == ("const", "=", ";")
                && is_name(name.text)
                && number.text.starts_with(|c: char| c.is_ascii_digit())
            {
                numbers.insert(name.text, number.text);
            }
            // Two modules of a file may have the same name for two things.
            if let [constant, name, ..] = tokens
                && constant.text == "const"
                && !declared.insert(name.text)
            {
                twice.insert(name.text);
            }
        }
        numbers.retain(|name, _| !twice.contains(name));
        numbers
    }

    /// Where the declaration of a number begins.
    fn declared(&self, name: &str) -> Option<usize> {
        self.tokens.array_windows().position(|[constant, declared]| constant.text == "const" && declared.text == name)
    }

    /// Names that must stay wherever they stand.
    fn kept(&self) -> BTreeSet<&'a str> {
        self.tokens.iter().zip(&self.roles).filter(|(_, role)| **role == Role::Kept).map(|(token, _)| token.text).collect()
    }

    /// Short names, the shortest for those that stand most often.
    fn names(&self, numbers: &BTreeMap<&str, &str>) -> BTreeMap<&'a str, String> {
        let mut given = self.given();
        let kept = self.kept();
        given.retain(|name| !kept.contains(name) && !numbers.contains_key(name) && !GLOBALS.contains(name) && !KEYWORDS.contains(name));
        let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
        for (token, _) in self.tokens.iter().zip(&self.roles).filter(|(token, role)| **role == Role::Own && given.contains(token.text)) {
            *uses.entry(token.text).or_default() += 1;
        }
        let taken: BTreeSet<&str> = self.tokens.iter().map(|token| token.text).filter(|text| !uses.contains_key(text)).collect();
        let mut often: Vec<_> = uses.into_iter().collect();
        often.sort_by_key(|&(name, uses)| (usize::MAX - uses, name));
        let free = (0..).map(short_name).filter(|name| !taken.contains(name.as_str()) && !KEYWORDS.contains(&name.as_str()));
        often.into_iter().map(|(name, _)| name).zip(free).collect()
    }

    /// The names that the module gives and keeps to itself.
    fn given(&self) -> BTreeSet<&'a str> {
        let (mut given, mut known) = (BTreeSet::new(), BTreeSet::new());
        for (at, token) in self.tokens.iter().enumerate() {
            let before = at.checked_sub(1);
            match token.text {
                "const" | "let" | "function" | "class" => {
                    let next = at + 1 + usize::from(self.text(Some(at + 1)) == "*");
                    let exported = [before, at.checked_sub(2)].into_iter().any(|at| self.text(at) == "export");
                    match self.text(Some(next)) {
                        "{" | "[" => self.bound(next, &mut given),
                        "(" => {}
                        name => _ = if exported { &mut known } else { &mut given }.insert(name),
                    }
                }
                "=>" => match self.text(before) {
                    ")" => self.bound(before.map_or(0, |at| self.mate(at)), &mut given),
                    name => _ = given.insert(name),
                },
                "{" if self.text(before) == ")" => {
                    let open = before.map_or(0, |at| self.mate(at));
                    if !matches!(self.text(open.checked_sub(1)), "if" | "for" | "while" | "switch") {
                        self.bound(open, &mut given);
                    }
                }
                _ => {}
            }
        }
        // A name that another module knows stays, wherever else it stands.
        given.retain(|name| !known.contains(name));
        given
    }

    fn mate(&self, at: usize) -> usize {
        self.mates.get(at).copied().unwrap_or_default()
    }

    /// Adds the names that a pattern or list of parameters gives.
    fn bound(&self, open: usize, given: &mut BTreeSet<&'a str>) {
        for at in open + 1..self.mate(open) {
            let binds = self.roles.get(at) == Some(&Role::Own)
                && matches!(self.text(at.checked_sub(1)), "(" | "," | "{" | "[" | ":" | "...")
                && matches!(self.text(Some(at + 1)), ")" | "," | "}" | "]" | "=");
            if binds {
                given.insert(self.text(Some(at)));
            }
        }
    }
}

/// The shortest names in order: a, b, … Z, aa, …
fn short_name(mut number: usize) -> String {
    let letters = ('a'..='z').chain('A'..='Z').collect::<Vec<_>>();
    let mut name = String::new();
    loop {
        name.extend(letters.get(number % letters.len()));
        number /= letters.len();
        match number.checked_sub(1) {
            Some(rest) => number = rest,
            None => return name,
        }
    }
}
