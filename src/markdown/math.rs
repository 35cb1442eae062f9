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

/// The space in front of a function's name, which the writer puts into the script that the name carries (`n \log_2 n`), where
/// it would count as the base.
#[expect(clippy::expect_used, reason = "the pattern is a constant, and a test uses it")]
static SPACE_AS_BASE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(<(?:msub|msup|msubsup|munder|mover|munderover)>)(<mspace [^>]*/>)").expect("a valid pattern"));

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
    // The writer leaves the signs bare that mean something in HTML where they are operators.
    let out = out.replace("><</", ">&lt;</").replace(">&</", ">&amp;</");
    let out = SPACE_AS_BASE.replace_all(&out, "$2$1");
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
    fn a_script_has_its_base_and_nothing_else() {
        let out = mathml(MathStyle::Inline, r"n \log_2 n + n \max_{i} x").unwrap();
        assert!(out.contains("<msub><mi>log</mi><mn>2</mn></msub>") && !out.contains("msub><mspace"), "{out}");
    }

    #[test]
    fn text_in_a_formula_is_escaped_and_errors_are_told() {
        let out = mathml(MathStyle::Inline, r"\text{<script>alert(1)</script>}").unwrap();
        assert!(!out.contains("<script"), "{out}");
        let compared = mathml(MathStyle::Inline, r"a < b > c \& d").unwrap();
        assert!(compared.contains(">&lt;</") && compared.contains(">&amp;</") && !compared.contains("<<"), "{compared}");
        assert!(mathml(MathStyle::Inline, r"\frac{1}{").is_err());
        assert!(mathml(MathStyle::Inline, r"\unknowncommand").is_err());
    }
}
