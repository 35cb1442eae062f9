//! Comments and indentation leave the theme's files as they are emitted.
//!
//! Takes the text of a style or script; gives the same without what only its authors read. Must not change what it means, so
//! it is no minifier: scripts lose whole comment lines and indentation, and nothing else.

/// A style without comments, indentation and blank lines. Strings are left alone.
pub(super) fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut string: Option<char> = None;
    while let Some(letter) = letters.next() {
        match string {
            Some(quote) => {
                out.push(letter);
                if letter == '\\' {
                    out.extend(letters.next());
                } else if letter == quote {
                    string = None;
                }
            }
            None if letter == '/' && letters.peek() == Some(&'*') => {
                letters.next();
                let mut last = ' ';
                for letter in letters.by_ref() {
                    if last == '*' && letter == '/' {
                        break;
                    }
                    last = letter;
                }
            }
            None if letter.is_whitespace() => {
                if !out.ends_with([' ', '{', '}', ';', ',', '>']) && !out.is_empty() {
                    out.push(' ');
                }
            }
            None => {
                if matches!(letter, '"' | '\'') {
                    string = Some(letter);
                }
                if matches!(letter, '{' | '}' | ';') && out.ends_with(' ') {
                    out.pop();
                }
                if letter == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(letter);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A script without its comment lines, blank lines and indentation.
///
/// A comment is one that begins its line: what follows code on a line stays, so that no string, template or regular
/// expression has to be understood. A template literal must therefore stand on one line.
pub(super) fn script(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines() {
        let trimmed = line.trim_start();
        if inside || trimmed.starts_with("/*") {
            inside = !trimmed.trim_end().ends_with("*/");
        } else if !trimmed.is_empty() && !trimmed.starts_with("//") {
            out.push_str(trimmed.trim_end());
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_loses_comments_and_space_but_keeps_its_strings() {
        let text = "/* a */\na  > b ,\n  c {\n  content: \"/* b */  x\" ;\n  margin: 0 auto;\n}\n";
        assert_eq!(style(text), "a >b ,c{content: \"/* b */  x\";margin: 0 auto}");
    }

    #[test]
    fn a_style_keeps_the_space_that_selectors_and_sums_need() {
        assert_eq!(style("a :hover { width: calc(1px + 2px) }"), "a :hover{width: calc(1px + 2px)}");
        assert_eq!(style("a/* x */b"), "ab");
    }

    #[test]
    fn a_script_loses_whole_comment_lines_alone() {
        let text = "/** Doc.\n * @x\n */\n// Why.\nconst a = 'http://x'; // stays\n\n  f();\n/* one */\ng();\n";
        assert_eq!(script(text), "const a = 'http://x'; // stays\nf();\ng();\n");
    }
}
