//! File names as titles.
//!
//! Takes a file's or folder's name without its extension; gives it as people would write it, or says that it tells nothing.
//! Must not touch the disk.

/// How names that say nothing of their content begin or read, lower case, words joined by a space.
const EMPTY_NAMES: &str = "\
    readme|index|untitled|unnamed|note|notes|my notes|new note|new file|new|file|document|new document|doc|docs|page|\
    new page|text|draft|tmp|temp|copy|md|markdown|export|output|answer|response|chat|paste|notiz|notizen|unbenannt|\
    dokument|datei|nota|notas|sin título|documento|archivo|sans titre|fichier|sem título|arquivo|заметка|заметки|\
    без названия|документ|файл|нотатка|нотатки|без назви|未命名|新建|新建文档|笔记|文档|無題|メモ|ノート|무제|메모|노트|문서|नोट|नोट्स|ملاحظة|ملاحظات|\
    بدون عنوان|مستند";

/// Words with capitals of their own.
const KNOWN_CAPITALS: &str = "\
    AI API APIs ASGI AST AWS AZ BFS BPF CAP CD CDN CI CLI CORS CPU CRUD CSRF CSS CSV DB DDD DevOps DFS DNS DOM DSA eBPF \
    ECMAScript ELK ES6 ETL FAQ FIFO FP GC GCP GIL GitHub GitLab GPU GraphQL gRPC GUI HR HTML HTTP HTTPS IaC ID IO iOS IP \
    IPC IT JavaScript JDK JIT JPA jQuery JS JSON JSX JVM JWT K8s LIFO LLM LLMs LRU macOS ML MongoDB MRO MVC MVVM MySQL NaN \
    NLP NoSQL NumPy OAuth OOP OpenAPI ORM OS OSI OWASP PHP PostgreSQL PR Q&A QA RabbitMQ RAG RAM RBAC REST RESTful RPC \
    RxJS SDK SLA SLO SOLID SQL SQLAlchemy SQLite SRE SSH SSL SSO SSR STL SVG TCP TDD TLS TS TypeScript UDP UI UML URI URL \
    UTF UUID UX VM VPC VPN WebGL WebSocket WebSockets WSGI XML XSS YAML";

/// A name as a title: `02_async-io` is "Async IO". Numbering, dates and fingerprints fall away unless nothing else is left.
#[must_use]
pub fn readable_name(stem: &str) -> String {
    let words = words(stem);
    let kept = told(&words);
    let mut title = String::with_capacity(stem.len());
    for word in if kept.is_empty() { &words } else { kept } {
        if !title.is_empty() {
            title.push(' ');
        }
        match known().find(|known| known.eq_ignore_ascii_case(word)) {
            Some(known) => title.push_str(known),
            None => title.push_str(word),
        }
    }
    if title.is_empty() {
        return stem.to_owned();
    }
    capitalised(&title)
}

/// Whether a name tells nothing of what its note is about: digits, fingerprints, `README`, `note1`, `untitled`.
#[must_use]
pub fn says_nothing(stem: &str) -> bool {
    let words = words(stem);
    let told = told(&words).join(" ").to_lowercase();
    let name = told.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '(' | ')' | '#'));
    name.is_empty() || EMPTY_NAMES.split('|').any(|empty| empty == name)
}

/// Whether a name says that its note stands for its folder.
#[must_use]
pub fn is_index(stem: &str) -> bool {
    ["readme", "index", "_index"].iter().any(|name| stem.eq_ignore_ascii_case(name))
}

fn known() -> impl Iterator<Item = &'static str> {
    KNOWN_CAPITALS.split_ascii_whitespace()
}

/// Underscores part words, and so do hyphens; where there are spaces, a hyphen inside a word is one that somebody meant.
fn words(stem: &str) -> Vec<&str> {
    let spaced = stem.contains(' ');
    let parts = |c: char| c.is_whitespace() || c == '_' || (c == '-' && !spaced);
    stem.split(parts).filter(|word| !word.is_empty()).flat_map(humps).collect()
}

/// `BinarySearchTree` is three words; `JavaScript` and `HashMap` are names.
fn humps(word: &str) -> Vec<&str> {
    let starts: Vec<usize> = word
        .char_indices()
        .zip(word.chars().skip(1))
        .filter(|((_, c), next)| c.is_lowercase() && next.is_uppercase())
        .map(|((at, c), _)| at + c.len_utf8())
        .collect();
    if starts.len() < 2 || known().any(|known| known == word) {
        return vec![word];
    }
    let ends = starts.iter().copied().chain([word.len()]);
    std::iter::once(0).chain(starts.iter().copied()).zip(ends).filter_map(|(start, end)| word.get(start..end)).collect()
}

/// The words without numbering in front and fingerprints behind.
fn told<'a, 'w>(words: &'w [&'a str]) -> &'w [&'a str] {
    let start = words.iter().position(|word| !is_number(word) && !is_fingerprint(word)).unwrap_or(words.len());
    let end = words.iter().rposition(|word| !is_fingerprint(word)).map_or(start, |last| (last + 1).max(start));
    words.get(start..end).unwrap_or_default()
}

fn is_number(word: &str) -> bool {
    !word.contains(char::is_alphabetic)
}

/// Hexadecimal digits as tools put them in names: eight or more, numerals among them.
fn is_fingerprint(word: &str) -> bool {
    word.len() >= 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) && word.bytes().any(|byte| byte.is_ascii_digit())
}

fn capitalised(title: &str) -> String {
    let mut chars = title.chars();
    match chars.next() {
        // `iOS` and `eBPF` keep their first letter.
        Some(first) if first.is_lowercase() && !known().any(|known| title.split(' ').next() == Some(known)) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_readable() {
        for (stem, expected) in [
            ("02_async-io", "Async IO"),
            ("sql-joins", "SQL joins"),
            ("http_caching", "HTTP caching"),
            ("HashMap", "HashMap"),
            ("BinarySearchTree", "Binary Search Tree"),
            ("My Notes on Heaps", "My Notes on Heaps"),
            ("2024-03-09-heaps", "Heaps"),
            ("1.2 heaps", "Heaps"),
            ("heaps-9360d0bfc065d3cc", "Heaps"),
            ("heaps 101", "Heaps 101"),
            ("сборка_мусора", "Сборка мусора"),
            ("垃圾回收", "垃圾回收"),
            ("ios-basics", "iOS basics"),
            ("node.js-streams", "Node.js streams"),
            ("Part 1 - Intro", "Part 1 - Intro"),
            ("1 - Copy-on-write", "Copy-on-write"),
            ("3d-graphics", "3d graphics"),
            ("éclair", "Éclair"),
            ("2024", "2024"),
            ("___", "___"),
        ] {
            assert_eq!(readable_name(stem), expected, "{stem}");
        }
    }

    #[test]
    fn names_that_say_nothing_are_known() {
        for stem in [
            "000_2afe88ca43009d0a",
            "README",
            "index",
            "_index",
            "untitled",
            "Untitled 3",
            "note1",
            "new-file",
            "2024-03-09",
            "07",
            "заметка 2",
            "新建文档",
            "notes (2)",
            "",
        ] {
            assert!(says_nothing(stem), "{stem}");
        }
        for stem in ["heaps", "01-heaps", "notes-on-heaps", "facade", "decade", "c", "двоичная_куча", "堆"] {
            assert!(!says_nothing(stem), "{stem}");
        }
    }
}
