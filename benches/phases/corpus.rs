//! A guide of any size, the same each time: notes in the shapes that people write, with code in five languages.
//!
//! Takes a folder and a number; writes that many notes, 20 to a folder and of 6 KB on average. The text means nothing, but is
//! made of words whose numbers grow as those of real notes do, with links between notes and concepts that come back.

#![expect(clippy::disallowed_methods, reason = "the corpus is read from disk as any guide is")]

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// How many notes share a folder.
const FOLDER: usize = 20;

const NOUNS: &[&str] = &[
    "scheduler",
    "iterator",
    "closure",
    "transaction",
    "index",
    "queue",
    "socket",
    "mutex",
    "cache",
    "shard",
    "replica",
    "token",
    "parser",
    "heap",
    "lock",
    "thread",
    "event loop",
    "query plan",
    "snapshot",
    "ledger",
    "gateway",
    "stream",
    "bucket",
    "bloom filter",
];
const VERBS: &[&str] =
    &["blocks", "retries", "commits", "copies", "evicts", "shares", "wakes", "orders", "hides", "splits", "merges", "rejects", "measures"];
const ADJECTIVES: &[&str] = &["lazy", "shared", "immutable", "hot", "bounded", "stale", "fair", "nested", "durable", "optimistic"];
const LABELS: &[&str] = &["Definition", "How it works", "Short Answer", "Nuance", "Trade-off", "Production Failure", "Use Case"];
const LANGUAGES: &[&str] = &["python", "javascript", "go", "sql", "bash"];

/// Writes the guide.
pub(crate) fn write(folder: &Path, notes: usize) -> io::Result<()> {
    for number in 0..notes {
        let path = folder.join(path(number));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, Author::new(number, notes).note())?;
    }
    Ok(())
}

fn path(number: usize) -> String {
    format!("part-{:04}/note-{number:05}.md", number / FOLDER)
}

/// Writes one note. What it writes depends on the note's number and the guide's size alone.
struct Author {
    number: usize,
    notes: usize,
    dice: u64,
    text: String,
}

impl Author {
    fn new(number: usize, notes: usize) -> Self {
        Self { number, notes, dice: (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15), text: String::new() }
    }

    fn note(mut self) -> String {
        let title = self.topic();
        self.line(&format!("# {} {title}\n", self.number + 1));
        let sections = 3 + self.roll(6);
        for section in 1..=sections {
            self.section(section);
        }
        self.text
    }

    fn section(&mut self, section: usize) {
        let topic = self.topic();
        self.line(&format!("## {section}. {topic}\n"));
        self.paragraph();
        match self.roll(6) {
            0 => self.table(),
            1 => self.questions(),
            2 => self.quote(),
            _ => self.list(),
        }
        if self.roll(3) > 0 {
            self.code();
        }
        self.paragraph();
    }

    fn paragraph(&mut self) {
        let mut words = format!("**{}**: ", self.pick(LABELS));
        for _ in 0..2 + self.roll(4) {
            words += &self.sentence();
            words.push(' ');
        }
        if self.roll(2) == 0 {
            let other = self.roll(self.notes);
            // Writing to a string cannot fail.
            let _ = write!(words, "See [the other note](../{}).", path(other));
        }
        self.line(&format!("{}\n", words.trim_end()));
    }

    fn list(&mut self) {
        for _ in 0..3 + self.roll(4) {
            let item = format!("- **{}:** {}", self.pick(LABELS), self.sentence());
            self.line(&item);
            if self.roll(4) == 0 {
                let nested = format!("  - {}", self.sentence());
                self.line(&nested);
            }
        }
        self.line("");
    }

    fn questions(&mut self) {
        for _ in 0..2 {
            let question = format!("- **Q:** Why does the {} matter here?\n  - **A:** {}", self.noun(), self.sentence());
            self.line(&question);
        }
        self.line("");
    }

    fn quote(&mut self) {
        let quote = format!("> [!NOTE]\n> {}\n", self.sentence());
        self.line(&quote);
    }

    fn table(&mut self) {
        let head = format!("| {} | {} |\n|---|---|", self.noun(), self.noun());
        self.line(&head);
        for _ in 0..3 + self.roll(4) {
            let row = format!("| **{}** | `{}` {} |", self.noun(), self.name(), self.sentence());
            self.line(&row);
        }
        self.line("");
    }

    fn code(&mut self) {
        let language = self.pick(LANGUAGES);
        let (a, b, n) = (self.name(), self.name(), self.roll(1000));
        let comment = self.sentence();
        let code = match language {
            "python" => format!(
                "import asyncio\n\n# {comment}\nclass {b}:\n    def __init__(self, {a}: list[int], limit=\"{n}\"):\n        self.{a} = [x ** 2 for x in {a} if x % {n} == 0]\n\n    async def run(self):\n        return await asyncio.gather(*(self.one(i) for i in self.{a}))"
            ),
            "javascript" => format!(
                "// {comment}\nexport async function {a}({b}, {{ limit = {n} }} = {{}}) {{\n  const seen = new Map();\n  for await (const item of {b}.read()) {{\n    if (item?.size >= limit) seen.set(item.id, `${{item.size}}-{a}`);\n  }}\n  return [...seen.entries()].filter(([, v]) => /^[a-z]+\\d*$/.test(v));\n}}"
            ),
            "go" => format!(
                "// {comment}\ntype {b} struct {{\n\tmu sync.Mutex\n\t{a} map[string]int64 `json:\"{a}\"`\n}}\n\nfunc (x *{b}) Get(key string) (int64, error) {{\n\tx.mu.Lock()\n\tdefer x.mu.Unlock()\n\treturn x.{a}[key] * {n}, nil\n}}"
            ),
            "sql" => format!(
                "-- {comment}\nWITH recent AS (\n  SELECT id, {a}, ROW_NUMBER() OVER (PARTITION BY {a} ORDER BY made DESC) AS rank\n  FROM {b} WHERE made > NOW() - INTERVAL '{n} days'\n)\nSELECT {a}, COUNT(*) FROM recent WHERE rank <= {n} GROUP BY 1;"
            ),
            _ => format!(
                "# {comment}\nset -euo pipefail\nfor file in ./{a}/*.log; do\n  grep -E \"{b}=[0-9]{{{n},}}\" \"$file\" | awk '{{ s += $2 }} END {{ print s }}'\ndone"
            ),
        };
        self.line(&format!("```{language}\n{code}\n```\n"));
    }

    fn sentence(&mut self) -> String {
        let (subject, object) = (self.phrase(), self.phrase());
        let mut sentence = format!("The {subject} {} the {object}", self.pick(VERBS));
        if self.roll(3) == 0 {
            let _ = write!(sentence, " while `{}` {} it", self.name(), self.pick(VERBS));
        }
        sentence.push('.');
        sentence
    }

    fn phrase(&mut self) -> String {
        format!("{} {}", self.pick(ADJECTIVES), self.noun())
    }

    /// A word: mostly one that all notes use, at times one that few do.
    fn noun(&mut self) -> String {
        if self.roll(8) > 0 {
            return self.pick(NOUNS).to_owned();
        }
        let rare = self.roll(40 * self.notes.max(1));
        format!("term{rare}")
    }

    fn topic(&mut self) -> String {
        format!("The {}", self.phrase())
    }

    fn name(&mut self) -> String {
        format!("{}_{}", self.pick(VERBS), self.roll(10_000))
    }

    fn pick(&mut self, words: &'static [&'static str]) -> &'static str {
        let at = self.roll(words.len());
        words.get(at).copied().unwrap_or_default()
    }

    /// A number below another.
    fn roll(&mut self, below: usize) -> usize {
        // xorshift64*: small, and the same everywhere.
        self.dice ^= self.dice >> 12;
        self.dice ^= self.dice << 25;
        self.dice ^= self.dice >> 27;
        let high = self.dice.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(high).unwrap_or_default() % below.max(1)
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}
