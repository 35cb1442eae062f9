//! Formulae: TeX becomes MathML at build time. The only user of pulldown-latex.
//!
//! Takes TeX; gives markup without styles of its own, so that a strict content security policy holds.

use std::sync::LazyLock;

use pulldown_latex::config::DisplayMode;
use pulldown_latex::{Parser, RenderConfig, Storage};
use regex::Regex;

use super::MathStyle;

/// Inline styles, which no page may carry: what they say is spacing and colour that `math.css` does without.
#[expect(clippy::expect_used, reason = "the pattern is a constant, and a test uses it")]
static STYLE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#" style="[^"]*""#).expect("a valid pattern"));

/// The MathML of a formula, or why it cannot be read.
pub(super) fn mathml(style: MathStyle, tex: &str) -> Result<String, String> {
    let storage = Storage::new();
    if let Some(Err(error)) = Parser::new(tex, &storage).find(Result::is_err) {
        return Err(first_line(&error.to_string()));
    }
    let display_mode = match style {
        MathStyle::Inline => DisplayMode::Inline,
        MathStyle::Display => DisplayMode::Block,
    };
    let storage = Storage::new();
    let mut out = String::new();
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    pulldown_latex::push_mathml(&mut out, Parser::new(tex, &storage), config).map_err(|error| first_line(&error.to_string()))?;
    Ok(STYLE.replace_all(&out, "").into_owned())
}

fn first_line(message: &str) -> String {
    message.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it is malformed").trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulae_become_mathml_without_styles() {
        let out = mathml(MathStyle::Inline, r"O(n \log n)").unwrap();
        assert!(out.starts_with("<math") && out.contains("<mi"), "{out}");
        let coloured = mathml(MathStyle::Display, r"\color{red}x \hspace{1em} \begin{cases} a & b \\ c & d \end{cases}").unwrap();
        assert!(!coloured.contains("style="), "{coloured}");
    }

    #[test]
    fn text_in_a_formula_is_escaped_and_errors_are_told() {
        let out = mathml(MathStyle::Inline, r"\text{<script>alert(1)</script>}").unwrap();
        assert!(!out.contains("<script"), "{out}");
        assert!(mathml(MathStyle::Inline, r"\frac{1}{").is_err());
        assert!(mathml(MathStyle::Inline, r"\unknowncommand").is_err());
    }
}
