//! A guide that is edited again and again: how many ids stay, and that none goes to another question.
//!
//! `cargo test --test history -- --nocapture` prints the figures. The edits come from a seed, so that each run makes the same.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed step fails the test")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use studyguide::config::Site;
use studyguide::guide::identity::Lock;
use studyguide::guide::{self, Guide, Settings};
use studyguide::markdown::text;
use studyguide::path::GuidePath;
use studyguide::recognise::{self, Vocabulary};
use studyguide::source::Source;

/// `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((number ^ (number >> 31)) % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// A question as its author knows it: by a name that no file holds.
#[derive(Clone)]
struct Asked {
    name: usize,
    words: String,
    answer: Option<String>,
}

struct Repository {
    chance: Chance,
    notes: Vec<(String, Vec<Asked>)>,
    named: usize,
    /// The words of all questions that ever were: one that comes back in its own words is itself.
    known: HashSet<String>,
}

const SUBJECTS: &[&str] = &[
    "a mutex",
    "a semaphore",
    "garbage collection",
    "an index",
    "a B-tree",
    "a hash map",
    "TCP",
    "UDP",
    "a closure",
    "a promise",
    "`async`",
    "`await`",
    "normalisation",
    "sharding",
    "a load balancer",
    "a cache",
    "consistency",
    "a deadlock",
    "recursion",
    "memoisation",
    "a trie",
    "inheritance",
    "composition",
    "a decorator",
    "an iterator",
    "pagination",
    "a webhook",
    "a queue",
    "backpressure",
    "idempotency",
    "eventual consistency",
    "`__init__`",
    "a virtual table",
    "a page fault",
    "a context switch",
    "a foreign key",
    "a transaction",
    "a quorum",
    "gossip",
    "a bloom filter",
];
const SHAPES: &[&str] = &[
    "What is {}?",
    "How does {} work?",
    "When would you use {}?",
    "Explain {} to a colleague.",
    "What goes wrong with {} under load?",
    "Why do interviewers ask about {}?",
    "How do you test {}?",
    "What is the difference between {} and {}?",
    "How would you replace {} by {}?",
    "Which costs does {} hide?",
];
const WORDS: &[&str] = &[
    "memory", "threads", "latency", "locks", "pages", "keys", "order", "time", "space", "state", "failure", "retries", "writes", "reads",
    "nodes", "clients",
];
const ASIDES: &[&str] = &["in practice", "exactly", "in your own words", "for a beginner", "on a large system"];

impl Repository {
    fn new(seed: u64) -> Self {
        let mut notes = Self { chance: Chance(seed), notes: Vec::new(), named: 0, known: HashSet::new() };
        for note in 0..6 {
            let questions = (0..14).map(|_| notes.invent()).collect();
            notes.notes.push((format!("part-{}/note-{note}", note % 2), questions));
        }
        notes
    }

    /// A question with words that no other has.
    fn invent(&mut self) -> Asked {
        self.named += 1;
        loop {
            let shape = self.chance.of(SHAPES);
            let words = shape.replacen("{}", self.chance.of(SUBJECTS), 1).replacen("{}", self.chance.of(SUBJECTS), 1);
            if self.known.insert(words.clone()) {
                let answer = (self.chance.below(4) > 0).then(|| self.answer());
                return Asked { name: self.named, words, answer };
            }
        }
    }

    fn answer(&mut self) -> String {
        let words: Vec<_> = (0..12 + self.chance.below(20)).map(|_| self.chance.of(WORDS)).collect();
        format!("It is about {}.", words.join(" "))
    }

    /// Edits one thing, and says what.
    fn edit(&mut self) -> &'static str {
        let note = self.chance.below(self.notes.len());
        let count = self.notes[note].1.len();
        let at = self.chance.below(count);
        match self.chance.below(20) {
            0..5 if count > 0 => {
                self.notes[note].1[at].answer = Some(self.answer());
                "answer"
            }
            5..8 if count > 0 => {
                self.reword(note, at);
                "reword"
            }
            8 if count > 0 => {
                self.reword(note, at);
                self.notes[note].1[at].answer = Some(self.answer());
                "both"
            }
            9..11 if count > 1 => {
                let other = self.chance.below(count);
                self.notes[note].1.swap(at, other);
                "swap"
            }
            11..13 if count > 4 => {
                let question = self.notes[note].1.remove(at);
                let to = self.chance.below(self.notes.len());
                let place = self.chance.below(self.notes[to].1.len() + 1);
                self.notes[to].1.insert(place, question);
                "move"
            }
            13..16 => {
                let question = self.invent();
                self.notes[note].1.insert(at, question);
                "insert"
            }
            16..18 if count > 6 => {
                self.notes[note].1.remove(at);
                "delete"
            }
            18 if count > 6 => {
                // One goes and another comes in its place: no id may pass from one to the other.
                self.notes[note].1[at] = self.invent();
                "replace"
            }
            _ => {
                self.named += 1;
                self.notes[note].0 = format!("part-{}/renamed-{}", self.chance.below(3), self.named);
                "rename"
            }
        }
    }

    fn reword(&mut self, note: usize, at: usize) {
        let words = self.notes[note].1[at].words.clone();
        let aside = self.chance.of(ASIDES);
        self.notes[note].1[at].words = match self.chance.below(4) {
            0 => words.replace('?', &format!(" {aside}?")),
            1 => words
                .replace("What is", "What exactly is")
                .replace("How does", "How exactly does")
                .replace("When would", "In which case would"),
            2 => words.to_lowercase().replace('?', ""),
            _ => ASIDES.iter().fold(words, |words, aside| words.replace(&format!(" {aside}"), "")),
        };
    }

    /// The guide as files, and the names of its questions in the order of the guide.
    fn link(&self, lock: Lock) -> (Guide, Vec<usize>) {
        let mut notes: Vec<_> = self.notes.iter().collect();
        notes.sort_by_key(|(path, _)| path);
        let names = notes.iter().flat_map(|(_, questions)| questions).map(|question| question.name).collect();
        let parsed = notes.iter().map(|(path, questions)| {
            let source = Source { path: GuidePath::new(&format!("{path}.md")).unwrap(), text: written(path, questions) };
            recognise::parse(source, Vocabulary::built_in())
        });
        let settings = Settings { lock, ..Settings::new(Site::default(), "guide".into()) };
        (guide::link(parsed.collect(), settings), names)
    }
}

fn written(path: &str, questions: &[Asked]) -> String {
    let asked = questions.iter().enumerate().map(|(number, question)| {
        let answer = question.answer.as_ref().map(|answer| format!("**Answer:** {answer}\n")).unwrap_or_default();
        format!("\n**Q{}: {}**\n\n{answer}", number + 1, question.words)
    });
    format!("# Notes of {}\n\nInterview questions follow.\n{}", path.len(), asked.collect::<String>())
}

/// What became of the ids of a history.
#[derive(Default)]
struct Figures {
    surviving: usize,
    kept: usize,
    stolen: BTreeMap<(usize, usize), String>,
    unclear: usize,
    edits: BTreeMap<&'static str, usize>,
    lost: BTreeMap<&'static str, usize>,
}

fn live_through(seed: u64, edits: usize) -> Figures {
    let mut notes = Repository::new(seed);
    let mut figures = Figures::default();
    let mut lock = Lock::default();
    let mut ids: HashMap<usize, String> = HashMap::new();
    let mut owners: HashMap<String, usize> = HashMap::new();
    let mut asked: HashMap<usize, String> = HashMap::new();
    for step in 0..=edits {
        let what = if step == 0 { "begin" } else { notes.edit() };
        *figures.edits.entry(what).or_default() += 1;
        let (guide, names) = notes.link(lock);
        let words: Vec<_> = guide.questions.ids().map(|id| text::inlines(&guide.question(id).words)).collect();
        assert_eq!(names.len(), guide.questions.len(), "every question is recognised, and nothing else: {words:?}");
        figures.unclear += guide.diagnostics.len();
        for ((name, entry), words) in names.into_iter().zip(&guide.questions).zip(words) {
            let id = entry.key.to_string();
            asked.entry(name).or_insert_with(|| words.clone());
            if let Some(before) = ids.insert(name, id.clone()) {
                figures.surviving += 1;
                figures.kept += usize::from(before == id);
                *figures.lost.entry(what).or_default() += usize::from(before != id);
            }
            let owner = *owners.entry(id).or_insert(name);
            if owner != name {
                let was = &asked[&owner];
                figures.stolen.insert((owner, name), format!("step {step}, {what}: the id of `{was}` goes to `{words}`"));
            }
        }
        // As `ids --write` and the next build would.
        lock = Lock::read(Path::new("studyguide.lock"), &guide.lock().to_text()).unwrap();
    }
    figures
}

#[test]
fn a_long_history_keeps_nearly_every_id_and_gives_none_away() {
    for seed in [1, 2] {
        let figures = live_through(seed, 200);
        let edited: usize = figures
            .edits
            .iter()
            .filter(|(what, _)| ["reword", "answer", "both", "move", "swap", "rename"].contains(what))
            .map(|(_, count)| count)
            .sum();
        let lost: usize = figures.lost.values().sum();
        println!(
            "seed {seed}: {} of {} ids kept over 200 edits, {} of them of questions that stay; {lost} lost by {:?}, {} given to another question, {} unclear",
            figures.kept,
            figures.surviving,
            edited,
            figures.lost.iter().filter(|(_, count)| **count > 0).collect::<Vec<_>>(),
            figures.stolen.len(),
            figures.unclear,
        );
        assert!(figures.stolen.is_empty(), "no id goes to another question: {:?}", figures.stolen);
        assert!(lost * 100 <= edited, "{lost} of {edited} edits lost an id");
    }
}
