//! Code becomes coloured HTML: the only user of syntect.
//!
//! Takes code and the name of its language; gives escaped HTML with few `<span>`s of one-letter classes, each line complete in
//! itself. `language.rs` knows what people call languages, `class.rs` what is coloured. Must not know of pages or colours.

mod class;
mod language;

use std::sync::LazyLock;

use syntect::parsing::{BasicScopeStackOp, ParseState, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};

use crate::cache::{Key, Memo};

use class::Class;

/// Changes whenever the same code would give other HTML, so that results of before are not taken for it.
const FUNCTION: &str = "highlight 1";

/// Blocks above this are data, which nobody reads by its colours.
const LARGEST_BLOCK: usize = 64 << 10;

/// Lines above this are generated, and would cost more than all others together.
const LONGEST_LINE: usize = 1000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Colours code.
#[derive(Clone, Copy, Default)]
pub enum Highlighter<'a> {
    /// Remembers nothing.
    #[default]
    Forgetful,
    /// Remembers what it coloured.
    Remembering(&'a Memo),
    /// Colours nothing: for data that is read without the site's style sheet.
    Colourless,
}

impl<'a> Highlighter<'a> {
    /// A highlighter that remembers what it coloured.
    #[must_use]
    pub fn new(memo: &'a Memo) -> Self {
        Self::Remembering(memo)
    }

    /// The code as HTML; `None` where it stays plain, as its language is not known or it is too large.
    #[must_use]
    pub fn highlight(&self, language: Option<&str>, code: &str) -> Option<String> {
        let language = language.filter(|_| code.len() <= LARGEST_BLOCK && !matches!(self, Self::Colourless))?;
        let syntax = language::syntax(&SYNTAXES, language, code)?;
        Some(match self {
            Self::Remembering(memo) => memo.text(Key::new(FUNCTION, &[syntax.name.as_bytes(), code.as_bytes()]), || html(syntax, code)),
            Self::Forgetful | Self::Colourless => html(syntax, code),
        })
    }
}

/// What a language is called on the page.
#[must_use]
pub fn label(language: &str) -> String {
    language::label(&SYNTAXES, language)
}

/// Every language that is highlighted, by the page's name for it, with what fences call it.
#[must_use]
pub fn languages() -> Vec<(String, Vec<String>)> {
    language::all(&SYNTAXES)
}

fn html(syntax: &SyntaxReference, code: &str) -> String {
    let mut out = String::with_capacity(code.len() * 2);
    let mut parser = ParseState::new(syntax);
    let mut scopes = Scopes::default();
    for line in code.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        if text.len() > LONGEST_LINE {
            escape(text, &mut out);
        } else {
            // The syntaxes tell the end of a line by its line feed.
            let terminated = if line.len() == text.len() { &format!("{line}\n") } else { line };
            let changes = parser.parse_line(terminated, &SYNTAXES).unwrap_or_default();
            write(text, &scopes.runs(text, &changes), &mut out);
        }
        out.push_str(line.get(text.len()..).unwrap_or_default());
    }
    out
}

/// A coloured stretch of a line; what lies between runs is plain.
struct Run {
    class: Class,
    start: usize,
    end: usize,
}

/// The scopes that are open at a point of the code, with the class that each level has.
#[derive(Default)]
struct Scopes {
    stack: ScopeStack,
    classes: Vec<Class>,
}

impl Scopes {
    /// The runs of a line, given the changes of scope in it; the scopes are then those at its end.
    fn runs(&mut self, line: &str, changes: &[(usize, ScopeStackOp)]) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut start = 0;
        for (at, change) in changes {
            self.run(line, start, *at, &mut runs);
            start = start.max(*at);
            self.apply(change);
        }
        self.run(line, start, line.len(), &mut runs);
        runs
    }

    fn apply(&mut self, change: &ScopeStackOp) {
        let classes = &mut self.classes;
        // An unbalanced change, which only a faulty syntax makes, leaves the scopes as they are.
        let _unbalanced = self.stack.apply_with_hook(change, |change, _| match change {
            BasicScopeStackOp::Push(scope) => classes.push(class::of(scope, classes.last().copied().unwrap_or_default())),
            BasicScopeStackOp::Pop => {
                classes.pop();
            }
        });
    }

    /// Adds a stretch to the runs: without white space around it, and as part of the run before where that is alike.
    fn run(&self, line: &str, start: usize, end: usize, runs: &mut Vec<Run>) {
        let text = line.get(start..end.min(line.len())).unwrap_or_default();
        let trimmed = text.trim();
        let class = self.classes.last().copied().unwrap_or_default().for_text(trimmed);
        if trimmed.is_empty() || class == Class::Plain {
            return;
        }
        let start = start + (text.len() - text.trim_start().len());
        let end = start + trimmed.len();
        match runs.last_mut() {
            Some(last) if last.class == class && line.get(last.end..start).is_some_and(|between| class.reaches_over(between)) => {
                last.end = end;
            }
            _ => runs.push(Run { class, start, end }),
        }
    }
}

fn write(line: &str, runs: &[Run], out: &mut String) {
    let mut at = 0;
    for run in runs {
        escape(line.get(at..run.start).unwrap_or_default(), out);
        out.push_str("<span class=");
        out.push_str(run.class.letter());
        out.push('>');
        escape(line.get(run.start..run.end).unwrap_or_default(), out);
        out.push_str("</span>");
        at = run.end;
    }
    escape(line.get(at..).unwrap_or_default(), out);
}

/// Escapes text for content. Quotation marks and `>`, of which code is full, need no escape there.
fn escape(text: &str, out: &mut String) {
    for part in text.split_inclusive(['&', '<']) {
        let plain = part.trim_end_matches(['&', '<']);
        out.push_str(plain);
        match part.get(plain.len()..) {
            Some("&") => out.push_str("&amp;"),
            Some("<") => out.push_str("&lt;"),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Snippets as notes have them.
    const SAMPLES: &[(&str, &str)] = &[
        (
            "python",
            r#"from functools import lru_cache

@lru_cache(maxsize=128)
def climb(stairs: int) -> int:
    """Counts the ways up a flight of stairs."""
    if stairs < 2:
        return 1  # one way to stand still, one to take the only step
    return climb(stairs - 1) + climb(stairs - 2)

class Counter:
    def __init__(self, name):
        self.name = name
        self.values = {"hits": 0, "misses": 0}

    def report(self):
        print(f"{self.name}: {self.values['hits']} hits\n")
"#,
        ),
        (
            "js",
            r"// Waits until calls stop coming before it passes the last one on.
function debounce(callback, delay = 300) {
  let timer = null;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => callback.apply(this, given), delay);
  };
}
const total = orders.filter((order) => order.paid).reduce((sum, order) => sum + order.amount, 0);
console.log(`Paid so far: ${total.toFixed(2)}`);
",
        ),
        (
            "sql",
            r"-- The best paid of each department
SELECT department_id, employee_name, salary
FROM (
  SELECT e.*, DENSE_RANK() OVER (PARTITION BY department_id ORDER BY salary DESC) AS place
  FROM employees e
) ranked
WHERE place <= 3 AND department_id IS NOT NULL
ORDER BY department_id, salary DESC;
",
        ),
        (
            "go",
            r#"// Merge passes on what arrives on either channel until both are closed.
func Merge(left, right <-chan string) <-chan string {
	merged := make(chan string)
	var waiting sync.WaitGroup
	for _, source := range []<-chan string{left, right} {
		waiting.Add(1)
		go func(source <-chan string) {
			defer waiting.Done()
			for message := range source {
				merged <- fmt.Sprintf("got %s", message)
			}
		}(source)
	}
	return merged
}
"#,
        ),
        (
            "rust",
            r"/// Counts the words of a text.
pub fn count_words(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for word in text.split_whitespace() {
        // Punctuation around a word is no part of it.
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}
",
        ),
        (
            "ts",
            r"interface Account {
  readonly identifier: string;
  balance: number;
}

/** Moves money, and gives both accounts as they are afterwards. */
export async function transfer(source: Account, target: Account, amount: number): Promise<Account[]> {
  if (source.balance < amount) {
    throw new Error(`Account ${source.identifier} does not hold ${amount}`);
  }
  return Promise.all([save({ ...source, balance: source.balance - amount }), save(target)]);
}
",
        ),
        (
            "cpp",
            r#"// A pointer that closes its file when it goes.
class FileHandle {
public:
    explicit FileHandle(const std::string& path) : handle_(std::fopen(path.c_str(), "rb")) {}
    FileHandle(const FileHandle&) = delete;
    ~FileHandle() {
        if (handle_ != nullptr) {
            std::fclose(handle_);
        }
    }
private:
    std::FILE* handle_;
};
"#,
        ),
        (
            "java",
            r"/** Keeps the most recently used entries, and drops the others. */
public class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private final int capacity;

    public RecentlyUsed(int capacity) {
        super(capacity, 0.75f, true);
        this.capacity = capacity;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity; // asked after every insertion
    }
}
",
        ),
    ];

    fn highlighted(language: &str, code: &str) -> String {
        Highlighter::default().highlight(Some(language), code).unwrap()
    }

    /// The text of HTML that the highlighter wrote.
    fn text(html: &str) -> String {
        let mut text = String::new();
        for part in html.split('<') {
            text.push_str(
                part.strip_prefix("/span>").or_else(|| part.strip_prefix("span ")?.split_once('>').map(|(_, rest)| rest)).unwrap_or(part),
            );
        }
        text.replace("&lt;", "<").replace("&amp;", "&")
    }

    #[test]
    fn what_code_says_is_coloured() {
        assert_eq!(
            highlighted("py", "def f(x):  # why\n    return \"a<b\" and None"),
            "<span class=k>def</span> <span class=f>f</span>(x):  <span class=c># why</span>\n    \
             <span class=k>return</span> <span class=s>\"a&lt;b\"</span> <span class=k>and</span> <span class=n>None</span>"
        );
        assert_eq!(
            highlighted("json", "{\"a\": [1, 2], \"b\": \"c\"}"),
            "{<span class=g>\"a\"</span>: [<span class=n>1, 2</span>], <span class=g>\"b\"</span>: <span class=s>\"c\"</span>}"
        );
        assert_eq!(
            highlighted("diff", "@@ -1 +1 @@\n-old\n+new\n same"),
            "<span class=h>@@ -1 +1 @@</span>\n<span class=d>-old</span>\n<span class=i>+new</span>\n same"
        );
    }

    #[test]
    fn the_markup_is_at_most_as_large_as_the_code_and_a_third() {
        let (mut code, mut html) = (0, 0);
        for (language, sample) in SAMPLES {
            code += sample.len();
            html += highlighted(language, sample).len();
        }
        assert!(html * 10 <= code * 23, "{html} bytes of HTML for {code} bytes of code");
    }

    #[test]
    fn no_character_is_lost_and_every_line_is_complete_in_itself() {
        for (language, sample) in SAMPLES {
            let html = highlighted(language, sample);
            assert_eq!(text(&html), *sample);
            for line in html.lines() {
                assert_eq!(line.matches("<span class=").count(), line.matches("</span>").count(), "{line}");
            }
        }
        let block = highlighted("c", "/* one\n\n   two */ int x;");
        assert_eq!(block.lines().next(), Some("<span class=c>/* one</span>"));
        assert_eq!(block.lines().nth(2), Some("   <span class=c>two */</span> <span class=t>int</span> x;"));
    }

    #[test]
    fn what_is_unknown_or_too_large_stays_plain() {
        let highlighter = Highlighter::default();
        assert_eq!(highlighter.highlight(None, "x"), None);
        assert_eq!(highlighter.highlight(Some("mermaid"), "graph TD"), None);
        assert_eq!(highlighter.highlight(Some("no such language"), "x"), None);
        assert_eq!(highlighter.highlight(Some("py"), &"x = 1\n".repeat(20_000)), None);
        let long = format!("x = [{}]\ny = 1", "1, ".repeat(1000));
        let html = highlighted("py", &long);
        assert!(!html.lines().next().unwrap().contains("<span"));
        assert_eq!(html.lines().nth(1), Some("y = <span class=n>1</span>"));
    }

    #[test]
    fn odd_text_is_no_trouble() {
        for code in ["", "\n", "\n\n", "\u{0}\u{feff}\r", "é\u{301}\t日本<&>", "\"\"\"", "/* ", "${`${"] {
            for language in ["py", "js", "html", "sh", "md", "yaml", "rust", "latex", "jsx", "php"] {
                assert_eq!(text(&highlighted(language, code)), code, "{language}");
            }
        }
    }

    #[test]
    fn what_was_coloured_once_is_remembered() {
        let memo = Memo::none();
        let html = Highlighter::new(&memo).highlight(Some("py"), "x = 1");
        assert_eq!(html, Highlighter::default().highlight(Some("py"), "x = 1"));
    }
}
