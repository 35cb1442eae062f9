//! What a fence's info string says.
//!
//! Takes ```` ```python title="x.py" {2,4-6} linenos ```` in the spellings that people use; gives a [`Fence`].

use std::ops::RangeInclusive;

use super::Fence;

impl Fence {
    /// Reads an info string. The second value is the first option that is not understood.
    #[must_use]
    pub fn read(info: &str) -> (Self, Option<String>) {
        let info = info.trim();
        // R Markdown and Pandoc write the language inside the braces.
        let info = match info.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(inner) if !inner.starts_with(|c: char| c.is_ascii_digit()) => inner.trim_start_matches('.'),
            _ => info,
        };
        let end = info.find(|c: char| c.is_whitespace() || matches!(c, '{' | ',' | ':')).unwrap_or(info.len());
        let (language, rest) = info.split_at(end);
        let mut fence = Self { language: (!language.is_empty()).then(|| language.to_owned()), ..Self::default() };
        // ```` ```js:server.js ````
        let rest = match rest.strip_prefix(':') {
            Some(named) => {
                let end = named.find(|c: char| c.is_whitespace() || c == '{').unwrap_or(named.len());
                let (title, rest) = named.split_at(end);
                fence.title = (!title.is_empty()).then(|| title.to_owned());
                rest
            }
            None => rest,
        };
        let unknown = words(rest).into_iter().find(|word| !fence.option(word));
        (fence, unknown)
    }

    /// Takes one option; whether it was understood.
    fn option(&mut self, word: &str) -> bool {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, value.trim_matches(['"', '\''])),
            None => (word, ""),
        };
        match name {
            "title" | "filename" | "file" | "name" => self.title = (!value.is_empty()).then(|| value.to_owned()),
            "linenos" | "linenums" | "lineNumbers" | "showLineNumbers" | "numberLines" | "line-numbers" => {
                self.numbered_from = match value {
                    "false" => None,
                    _ => Some(value.parse().unwrap_or(1)),
                };
            }
            "hl_lines" | "highlight" => self.marked = lines(value),
            _ if name.starts_with('{') => self.marked = lines(word.trim_matches(['{', '}'])),
            _ => return false,
        }
        true
    }
}

/// Splits options at white space and commas outside quotes and braces.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in text.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => quote = Some('}'),
            (Some(end), c) if c == end => quote = None,
            _ => {}
        }
        if quote.is_none() && (c.is_whitespace() || c == ',') {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `2,4-6` or `2 4-6`.
fn lines(text: &str) -> Vec<RangeInclusive<u32>> {
    let range = |part: &str| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        (first <= last).then_some(first..=last)
    };
    text.split([',', ' ']).filter_map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(info: &str) -> Fence {
        Fence::read(info).0
    }

    #[test]
    fn reads_language_title_marks_and_numbers() {
        let fence = read(r#"python title="a b.py" {2,4-6} linenos=5"#);
        assert_eq!(fence.language.as_deref(), Some("python"));
        assert_eq!(fence.title.as_deref(), Some("a b.py"));
        assert_eq!(fence.marked, [2..=2, 4..=6]);
        assert_eq!(fence.numbered_from, Some(5));
    }

    #[test]
    fn reads_other_spellings() {
        assert_eq!(read("js:server.js").title.as_deref(), Some("server.js"));
        assert_eq!(read("{r}").language.as_deref(), Some("r"));
        assert_eq!(read("rust,linenos").numbered_from, Some(1));
        assert_eq!(read("").language, None);
        assert_eq!(read("{1}").marked, [1..=1]);
    }

    #[test]
    fn tells_what_it_does_not_understand() {
        assert_eq!(Fence::read("rust,ignore").1.as_deref(), Some("ignore"));
        assert_eq!(Fence::read("mermaid").1, None);
    }
}
