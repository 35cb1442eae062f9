//! A module in fewer bytes: without space and without what a reader of code alone needs, its own names short.
//!
//! Takes the text of a module; gives one that does the same. The module must follow the theme's style: semicolons, no labels,
//! no regular expression behind `)` or `}`. Must not understand more of the language than where statements begin.

use super::lexer::{Kind, Token, tokens};
use super::names::renamed;

/// Squeezes a module.
pub(super) fn squeezed(text: &str) -> String {
    let tokens = tokens(text);
    let mut out = Out { text: String::with_capacity(text.len() / 2), before: None, open: vec![Statement::Other] };
    for (token, text) in tokens.iter().zip(renamed(&tokens)) {
        match &text {
            Some(text) if text.is_empty() => {}
            Some(text) => out.push(&Token { text, ..*token }),
            None => out.push(token),
        }
    }
    out.text
}

/// What the statement is that was begun last within a bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Statement {
    /// `const …`
    Constant,
    /// Any other.
    Other,
}

/// What was written.
struct Out {
    text: String,
    /// What the last token was, and its last letter.
    before: Option<(Kind, char)>,
    /// The statement of each open bracket.
    open: Vec<Statement>,
}

impl Out {
    fn push(&mut self, token: &Token<'_>) {
        let begins = match self.before {
            None | Some((Kind::Sign, ';' | '{')) => true,
            // Behind an object an expression may go on.
            Some((Kind::Sign, '}')) => token.kind == Kind::Name,
            _ => false,
        };
        if token.kind == Kind::Sign && matches!(token.text, ")" | "]" | "}") {
            // What ends here needs no sign of its own.
            if self.text.ends_with(if token.text == "}" { [';', ','] } else { [','; 2] })
                && self.before.is_some_and(|(kind, _)| kind == Kind::Sign)
            {
                self.text.pop();
            }
            self.open.pop();
        } else if let Some(statement) = self.open.last_mut().filter(|_| begins) {
            let follows = *statement == Statement::Constant && self.text.ends_with(';');
            *statement = if token.text == "const" { Statement::Constant } else { Statement::Other };
            if follows && *statement == Statement::Constant {
                self.text.pop();
                self.text.push(',');
                self.before = Some((Kind::Sign, ','));
                return;
            }
        }
        let fraction = token.text.strip_prefix('0').filter(|rest| token.kind == Kind::Value && rest.starts_with('.'));
        let token = &Token { text: fraction.unwrap_or(token.text), ..*token };
        self.push_gap(token);
        if token.kind == Kind::Sign && matches!(token.text, "(" | "[" | "{") {
            self.open.push(Statement::Other);
        }
        self.text.push_str(token.text);
        self.before = token.text.chars().next_back().map(|last| (token.kind, last));
    }

    /// Puts between two tokens what they need: a space, or the end of a line where a statement may end without a sign.
    fn push_gap(&mut self, token: &Token<'_>) {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        let (Some((kind, last)), Some(first)) = (self.before, token.text.chars().next()) else { return };
        let may_end = kind != Kind::Sign || matches!(last, ')' | ']');
        let may_begin = token.kind != Kind::Sign || matches!(token.text, "(" | "[" | "{" | "++" | "--" | "!" | "+" | "-" | "...");
        if token.opens_line && may_end && may_begin {
            self.text.push('\n');
        } else if (is_word(last) && is_word(first)) || (last == first && matches!(first, '+' | '-' | '/')) {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_comments_and_needless_signs_go() {
        assert_eq!(squeezed("return 0.5 + 0 + 10.5;"), "return.5+0+10.5;");
        assert_eq!(
            squeezed("// a\nif (x) {\n  f(x, [1, 2,]);\n}\ng('a  b', `c  ${ x } d`); /* e */\n"),
            "if(x){f(x,[1,2])}g('a  b',`c  ${x} d`);"
        );
    }

    #[test]
    fn what_is_a_modules_own_gets_a_short_name() {
        let text = "export const kept = (first) => first.first + outer;\nfunction own({ second, third: fourth }) { return second + fourth; }\nown({ first: 1 });\n";
        let expected = "export const kept=(a)=>a.first+outer;function c({second,third:b}){return second+b}c({first:1});";
        assert_eq!(squeezed(text), expected);
    }

    #[test]
    fn names_of_browsers_strings_and_expressions_stay() {
        let text = "const name = 'name';\nconst length = /name[/]\\/name/u.test(name) ? `name ${name}` : fetch;\n";
        assert_eq!(squeezed(text), text.replace(";\nconst ", ",").replace(" = ", "=").replace(" ? ", "?").replace(" : ", ":").trim_end());
    }

    #[test]
    fn numbers_stand_for_their_names_and_constants_are_declared_together() {
        let text = "const MOST = 3;\nconst first = 1;\nconst second = (a) => { const third = a; const fourth = third; return fourth ** MOST; };\nfirst(second);\n";
        let expected = "const b=1,d=(a)=>{const e=a,c=e;return c**3};b(d);";
        assert_eq!(squeezed(text), expected);
    }

    #[test]
    fn classes_keep_their_members() {
        let text = "class Own extends Other {\n  latest = 0;\n  async find(query) { return this.latest + query; }\n  get latest2() { return 1; }\n}\n";
        assert_eq!(squeezed(text), "class b extends Other{latest=0;async find(a){return this.latest+a}get latest2(){return 1}}");
    }

    #[test]
    fn signs_that_would_run_together_are_kept_apart() {
        assert_eq!(squeezed("x = a + +b - -c;\ny = a / /b/.source;\n"), "x=a+ +b- -c;y=a/ /b/.source;");
    }
}
