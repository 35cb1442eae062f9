//! Ids under editing, one edit at a time. `tests/history.rs` makes many.

use super::*;
use crate::guide::Guide;
use crate::guide::fixture::notes;

/// A note of questions with answers.
fn note(title: &str, questions: &[(&str, &str)]) -> String {
    let each = questions.iter().enumerate();
    let each = each.map(|(number, (asked, answer))| format!("\n**Q{}: {asked}**\n\n**Answer:** {answer}\n", number + 1));
    format!("# {title}\n{}", each.collect::<String>())
}

const HEAP: (&str, &str) = ("What is a binary heap?", "A complete tree that keeps its least element on top.");
const BUILD: (&str, &str) = ("How is a heap built in linear time?", "Sift down from the last parent to the root.");
const SORT: (&str, &str) = ("Which sorting algorithm uses a heap?", "Heapsort: take the greatest element, again and again.");
const FIFO: (&str, &str) = ("When does a queue beat a stack?", "When what came first has to go first.");
const RING: (&str, &str) = ("How does a ring buffer wrap around?", "Indexes count modulo the capacity of the buffer.");

fn before() -> Guide {
    notes([("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])), ("queues.md", note("Queues", &[FIFO, RING]))]).link()
}

/// The guide after an edit, with the lock from before.
fn after<const N: usize>(edited: [(&str, String); N]) -> Guide {
    notes(edited).lock(before().lock()).link()
}

#[track_caller]
fn keeps(guide: &Guide, now: &str, was: &str) {
    assert_eq!(guide.key(now), before().key(was), "{now}");
}

fn queues() -> (&'static str, String) {
    ("queues.md", note("Queues", &[FIFO, RING]))
}

#[test]
fn without_an_edit_nothing_changes() {
    let guide = after([("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])), queues()]);
    assert_eq!(guide.identity.changes, []);
    assert_eq!(guide.lock(), before().lock());
}

#[test]
fn other_words_keep_the_id() {
    let reworded = ("What exactly is a binary heap, and when is it used?", HEAP.1);
    let guide = after([("heaps.md", note("Heaps", &[reworded, BUILD, SORT])), queues()]);
    keeps(&guide, reworded.0, HEAP.0);
    assert_eq!(guide.changed_ids(), Changed { reworded: 1, ..Changed::default() });
}

#[test]
fn another_answer_keeps_the_id() {
    let guide = after([("heaps.md", note("Heaps", &[(HEAP.0, "A tree in an array, nothing else."), BUILD, SORT])), queues()]);
    keeps(&guide, HEAP.0, HEAP.0);
    assert_eq!(guide.identity.changes, []);
}

#[test]
fn other_words_and_another_answer_keep_the_id_where_they_are_alike() {
    let both = ("How is a heap built in linear time from an array?", "Bottom up, level by level.");
    let guide = after([("heaps.md", note("Heaps", &[HEAP, both, SORT])), queues()]);
    keeps(&guide, both.0, BUILD.0);
}

#[test]
fn between_the_same_neighbours_half_in_common_is_enough_but_not_nothing() {
    let both = ("In which time is a heap of known elements built, and why is it linear?", "In linear time.");
    let guide = after([("heaps.md", note("Heaps", &[HEAP, both, SORT])), queues()]);
    keeps(&guide, both.0, BUILD.0);
    let another = ("Who invented treaps?", "Aragon and Seidel did, in a paper of 1989.");
    let guide = after([("heaps.md", note("Heaps", &[HEAP, another, SORT])), queues()]);
    assert_ne!(guide.key(another.0), before().key(BUILD.0));
    assert_eq!(guide.changed_ids(), Changed { retired: 1, new: 1, ..Changed::default() });
}

#[test]
fn questions_may_change_places_and_others_may_come_before_them() {
    let guide = after([("heaps.md", note("Heaps", &[RING, BUILD, HEAP, FIFO, SORT])), ("queues.md", note("Queues", &[]))]);
    for (asked, _) in [HEAP, BUILD, SORT, FIFO, RING] {
        keeps(&guide, asked, asked);
    }
    assert_eq!(guide.changed_ids(), Changed { moved: 2, ..Changed::default() });
}

#[test]
fn a_renamed_note_keeps_its_ids_and_leaves_a_redirect_for_ever() {
    let text = note("Queues and rings", &[FIFO, RING]) + "\nMore.\n";
    let guide = after([("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])), ("deep/fifo.md", text.clone())]);
    keeps(&guide, RING.0, RING.0);
    assert_eq!(guide.changed_ids(), Changed { renamed: 1, ..Changed::default() });
    let redirect = |guide: &Guide| {
        guide.redirects.iter().map(|one| (one.from.to_string(), guide.entries[one.to].route.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(redirect(&guide), [("queues.html".to_owned(), "deep/fifo.html".to_owned())]);
    let later = notes([("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])), ("fifos.md", text)]).lock(guide.lock()).link();
    let mut redirects = redirect(&later);
    redirects.sort();
    assert_eq!(redirects, [("deep/fifo.html".to_owned(), "fifos.html".to_owned()), ("queues.html".to_owned(), "fifos.html".to_owned())]);
}

#[test]
fn a_note_at_an_old_address_takes_it_back() {
    let guide = after([("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])), ("fifo.md", note("Queues", &[FIFO, RING]))]);
    let again = [
        ("fifo.md", note("Queues", &[FIFO, RING])),
        ("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])),
        ("queues.md", "# Other\n".to_owned()),
    ];
    let guide = notes(again).lock(guide.lock()).link();
    assert!(guide.redirects.is_empty() && guide.diagnostics.is_empty());
    assert!(guide.lock().moved.is_empty());
}

#[test]
fn the_id_of_a_question_that_went_is_never_anothers_and_waits_for_its_own() {
    let gone = after([("heaps.md", note("Heaps", &[HEAP, SORT])), queues()]);
    assert_eq!(gone.changed_ids(), Changed { retired: 1, ..Changed::default() });
    // What would get the same id: the same words in a file of the same name.
    let other = ("How is a heap built in linear time?", "By calling a library.");
    let lock = gone.lock();
    let retired = before().key(BUILD.0).to_owned();
    assert!(lock.retired.keys().any(|key| key.as_str() == retired));
    let reworded = Lock {
        retired: lock
            .retired
            .iter()
            .map(|(key, was)| {
                let asked = Asked { words: "who was it".to_owned(), ..was.asked.clone() };
                (key.clone(), RetiredQuestion { asked, note: was.note.clone() })
            })
            .collect(),
        ..lock.clone()
    };
    let guide = |lock| notes([("heaps.md", note("Heaps", &[HEAP, other, SORT])), queues()]).lock(lock).link();
    assert_ne!(guide(reworded).key(other.0), retired);
    let back = guide(lock);
    assert_eq!(back.key(other.0), retired);
    assert!(back.lock().retired.is_empty());
}

#[test]
fn what_may_be_either_is_told_and_not_guessed() {
    let pair = [
        ("How do you secure the public REST API of a bank with tokens?", ""),
        ("How do you secure the public REST API of a bank with cookies?", ""),
    ];
    let first = notes([("a.md", note("A", &pair))]).link();
    let edited = note("A", &[("How do you secure the public REST API of a bank?", "")]);
    let guide = notes([("a.md", edited)]).lock(first.lock()).link();
    assert_eq!(guide.codes(), ["unclear-identity"]);
    assert!(guide.said()[0].contains("may be any of") && guide.said()[0].contains("<!-- id: "), "{:?}", guide.said());
    assert!(first.questions.iter().all(|question| question.key.as_str() != guide.key("How do you secure the public REST API of a bank?")));
    assert_eq!(guide.changed_ids(), Changed { reset: 1, retired: 2, ..Changed::default() });
}

#[test]
fn an_id_that_an_author_wrote_wins_and_stands_once() {
    let written = note("Heaps", &[HEAP, BUILD, SORT]).replace("\n**Q", "\n<!-- id: q-heap -->\n\n**Q");
    let guide = after([("heaps.md", written), queues()]);
    assert_eq!(guide.key(HEAP.0), "heap");
    assert_eq!(guide.codes(), ["question-id"; 2]);
    assert!(guide.said()[0].contains("the question at heaps.md:5 already"), "{:?}", guide.said());
    keeps(&guide, BUILD.0, BUILD.0);
    assert_eq!(guide.changed_ids(), Changed { reset: 1, ..Changed::default() });
    // Its words may change all they like now, and the comment may go again.
    let next = notes([("heaps.md", note("Heaps", &[HEAP, BUILD, SORT])), queues()]).lock(guide.lock()).link();
    assert_eq!(next.key(HEAP.0), "heap");
}

#[test]
fn pages_of_the_site_are_no_ids() {
    let text = note("Heaps", &[HEAP]).replace("**Q", "<!-- id: index -->\n\n**Q");
    let guide = notes([("heaps.md", text)]).link();
    assert_eq!(guide.codes(), ["question-id"]);
    assert_ne!(guide.key(HEAP.0), "index");
}

#[test]
fn questions_of_drafts_keep_their_ids() {
    let draft = |text: String| format!("---\ndraft: true\n---\n{text}");
    let heaps = note("Heaps", &[HEAP, BUILD, SORT]);
    let hidden = after([("heaps.md", draft(heaps.clone())), queues()]);
    assert_eq!(hidden.identity.changes, []);
    assert_eq!(hidden.lock(), before().lock());
    let built = notes([("heaps.md", draft(heaps)), queues()]).with_drafts().lock(hidden.lock()).link();
    assert_eq!(built.identity.changes, []);
}

#[test]
fn a_repeated_title_is_told_apart_by_what_stands_around_it() {
    let quiz = |code: &[(&str, &str)]| {
        let each = code.iter().enumerate().map(|(n, (code, right))| {
            format!("###### {}. What's the output?\n\n```js\n{code}\n```\n\n- A: `1`\n- B: `{right}`\n\n<details><summary>Answer</summary>\n\n#### Answer: B\n\nIt is {right}, as anybody sees.\n\n</details>\n\n", n + 1)
        });
        format!("# Quiz\n\n{}", each.collect::<String>())
    };
    let first = notes([("quiz.md", quiz(&[("f(2)", "2"), ("f(3)", "3"), ("f(4)", "4"), ("f(5)", "5")]))]).link();
    assert!(first.questions.iter().all(|question| question.same_as.is_empty()));
    let key = |guide: &Guide, at: usize| guide.questions.as_slice()[at].key.clone();
    let edited = notes([("quiz.md", quiz(&[("f(9)", "9"), ("f(2)", "2"), ("f(3); ", "3"), ("f(5)", "5")]))]).lock(first.lock()).link();
    assert_eq!((key(&edited, 1), key(&edited, 2), key(&edited, 3)), (key(&first, 0), key(&first, 1), key(&first, 3)));
    assert!(first.questions.iter().all(|question| question.key != key(&edited, 0)));
}

#[test]
fn the_lock_reads_as_it_is_written() {
    let lock = after([("heaps.md", note("Heaps", &[HEAP, SORT])), ("fifo.md", note("\"Queues\" \\ `x`", &[FIFO, RING]))]).lock();
    assert!(!lock.moved.is_empty() && !lock.retired.is_empty());
    assert_eq!(Lock::read(std::path::Path::new("studyguide.lock"), &lock.to_text()).unwrap(), lock);
    assert_eq!(Lock::read(std::path::Path::new("studyguide.lock"), &Lock::default().to_text()).unwrap(), Lock::default());
}

#[test]
fn questions_that_ask_the_same_are_joined_over_notes() {
    let prompts = ["How does Python's garbage collection work?", "What's the difference between `__del__` and garbage collection?", "Why?"];
    let a = format!("# A\n\n**What Interviewers Test**:\n\n{}", prompts.map(|prompt| format!("- \"{prompt}\"\n")).concat());
    let b = note(
        "B",
        &[
            ("How does Pythons garbage-collection work", "By counting references."),
            ("What's the difference between `del` and garbage collection?", "One is a statement."),
            ("Why?", "Because."),
        ],
    );
    let guide = notes([("a.md", a), ("b.md", b)]).link();
    let joined: Vec<_> = guide.questions.iter_ids().filter(|(_, question)| !question.same_as.is_empty()).collect();
    assert_eq!(joined.len(), 2);
    let [(first, one), (second, two)] = joined[..] else { panic!() };
    assert_eq!((one.same_as.as_slice(), two.same_as.as_slice()), ([second].as_slice(), [first].as_slice()));
    assert_eq!((one.leader, two.leader), (second, second), "the one that is answered stands for both");
}

#[test]
fn an_id_that_its_author_replaced_leads_to_the_question_still() {
    let guide = before();
    let old = guide.key(HEAP.0);
    let written = note("Heaps", &[BUILD, SORT]) + &format!("\n### {} {{#q-heap}}\n\n**Answer:** {}\n", HEAP.0, HEAP.1);
    let link = format!("# Links\n\n[an old address](heaps.md#q-{old})\n");
    let edited = [("heaps.md", written.clone()), queues(), ("links.md", link.clone())];
    // Before the lock is written, and after; then in quite other words, and with another id.
    let first = after(edited.clone());
    let later = notes(edited).lock(first.lock()).link();
    let reworded = written.replace(HEAP.0, "When is a tree a pile?").replace(HEAP.1, "When each parent outweighs its children.");
    let reworded = notes([("heaps.md", reworded.clone()), queues(), ("links.md", link.clone())]).lock(later.lock()).link();
    let again = notes([("heaps.md", written), queues(), ("links.md", link)]).lock(reworded.lock()).link();
    for (asked, guide) in [HEAP.0, HEAP.0, "When is a tree a pile?", HEAP.0].into_iter().zip([first, later, reworded, again]) {
        assert_eq!(guide.key(asked), "heap");
        let entry = guide.questions.iter().find(|entry| entry.key.as_str() == "heap").unwrap();
        assert_eq!(entry.former.iter().map(QuestionKey::as_str).collect::<Vec<_>>(), [old]);
        assert!(!guide.diagnostics.iter().any(|finding| finding.code == Code::BrokenAnchor), "{:?}", guide.diagnostics);
    }
}

#[test]
fn no_other_question_gets_an_id_that_its_author_replaced() {
    let first = before();
    let old = first.key(HEAP.0);
    let written = note("Heaps", &[BUILD, SORT]) + &format!("\n### When is a tree a pile? {{#q-heap}}\n\n**Answer:** {}\n", HEAP.1);
    let named = after([("heaps.md", written.replace("When is a tree a pile?", HEAP.0)), queues()]);
    let reworded = notes([("heaps.md", written.clone()), queues()]).lock(named.lock()).link();
    // The old words come back beside it, as another question.
    let both = notes([("heaps.md", written), queues(), ("trees.md", note("Trees", &[(HEAP.0, "Else.")]))]).lock(reworded.lock()).link();
    assert_eq!(both.key("When is a tree a pile?"), "heap");
    assert_ne!(both.key(HEAP.0), old);
    let lock = both.lock();
    assert_eq!(lock.replaced.iter().map(|(former, now)| (former.as_str(), now.as_str())).collect::<Vec<_>>(), [(old, "heap")]);
    assert!(lock.retired.is_empty());
    assert_eq!(Lock::read(std::path::Path::new("studyguide.lock"), &lock.to_text()).unwrap(), lock);
}
