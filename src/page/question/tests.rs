//! What cards show, in the shapes that questions have.

use std::fmt::Write;

use super::*;
use crate::config::Config;
use crate::markdown::highlight::Highlighter;
use crate::page::sample;

/// The cards of a note as lines: words, `?` context, `-` choices, `=` right ones, `!` answers, `…` the rest, `>` follow-ups.
fn cards(text: &str) -> String {
    let guide = sample::written(&[("n.md", text)]);
    let mut out = String::new();
    with(&guide, "n.html", |parts| {
        for part in parts {
            push(&mut out, "| ", &plain(&part.html));
            part.cards.iter().for_each(|card| write(card, "", &mut out));
        }
    });
    out
}

/// The parts of a note's page.
fn with(guide: &Guide, route: &str, read: impl FnOnce(&[Part])) {
    let (config, highlighter): (Config, _) = (sample::config(), Highlighter::default());
    let context = Context::new(guide, &config, &highlighter);
    let id = sample::note_at(guide, route);
    let origin = Origin::Page(guide.entries[id].route.clone());
    let hrefs = hrefs(guide, &origin, id);
    let cards = Cards::of_note(guide, &context, &origin, &hrefs, id);
    read(&cards.parts(&cards.body().main));
}

fn write(card: &CardView, indent: &str, out: &mut String) {
    let html = |parts: &[Part]| parts.iter().map(|part| plain(&part.html)).collect::<Vec<_>>().join(" ").trim().to_owned();
    let label = card.label.as_deref().map(|label| format!("[{label}] ")).unwrap_or_default();
    let number = card.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
    writeln!(out, "{indent}{label}{number}{}", plain(&card.words)).unwrap();
    for (mark, parts) in [("? ", &card.before), ("? ", &card.context)] {
        push(out, &format!("{indent}{mark}"), &html(parts));
        parts.iter().flat_map(|part| &part.cards).for_each(|card| write(card, &format!("{indent}  "), out));
    }
    for (mark, choices) in [("- ", &card.choices), ("= ", &card.correct)] {
        for choice in choices {
            push(out, &format!("{indent}{mark}"), &plain(&choice.words));
        }
    }
    for answer in &card.answers {
        let label = answer.label.as_deref().map(|label| format!("{label}: ")).unwrap_or_default();
        push(out, &format!("{indent}! {label}"), &html(&answer.parts));
        answer.parts.iter().flat_map(|part| &part.cards).for_each(|card| write(card, &format!("{indent}  "), out));
    }
    push(out, &format!("{indent}… "), &html(&card.rest));
    push(out, &format!("{indent}> … "), &html(&card.above_follow_ups));
    for follow_up in &card.follow_ups {
        write(follow_up, &format!("{indent}> "), out);
    }
    push(out, &format!("{indent}… "), &html(&card.behind));
}

fn push(out: &mut String, before: &str, text: &str) {
    if !text.is_empty() {
        writeln!(out, "{before}{text}").unwrap();
    }
}

fn plain(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    let text = pieces.fold(first, |text, piece| text + " " + piece.split_once('>').map_or("", |(_, behind)| behind));
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("&quot;", "\"")
}

#[test]
fn a_label_a_question_and_a_bracketed_answer_share_a_paragraph() {
    let note = "Before.\n\n**The \"Hard\" Interview Question:**\n_\"Why do locks wait?\"_\n_(Answer: For one another.)_\n\nBehind.\n";
    assert_eq!(cards(note), "| Before.\n[The \"Hard\" Interview Question] Why do locks wait?\n! For one another.\n| Behind.\n");
}

#[test]
fn follow_ups_stand_in_the_card_of_what_they_follow_up() {
    let note = "**Q1: What is a lock?**\n\n**Short Answer**: A flag.\n\n**Follow-up Trap**: \"Is it fair?\"\n\n**Ideal Answer**: No.\n\n```text\nwait\n```\n\n---\n\nBehind.\n";
    assert_eq!(cards(note), "Q1: What is a lock?\n! A flag.\n> [Follow-up Trap] Is it fair?\n> ! No. Text wait\n| Behind.\n");
}

#[test]
fn items_answered_by_their_neighbours_leave_no_empty_item() {
    let note = "## Interview Questions\n\n- **Q:** What is a lock?\n- **A:** A flag.\n- **Q:** Is it fair?\n- **A:** No.\n";
    let guide = sample::written(&[("n.md", note)]);
    with(&guide, "n.html", |parts| {
        let html: String = parts.iter().map(|part| part.html.as_str()).collect();
        assert_eq!(html.matches("<li>").count(), 2, "{html}");
        assert_eq!(parts.iter().map(|part| part.cards.len()).sum::<usize>(), 2);
    });
}

#[test]
fn what_nobody_claims_stays_in_the_card() {
    let note = "# Locks\n\n## 1. What is a lock?\n\nRead this first.\n\n**Answer:** A flag.\n\n## 2. Is it fair?\n\n**Answer:** No.\n";
    let shown = cards(note);
    assert!(shown.contains("? Read this first.\n! A flag.\n"), "{shown}");
}

#[test]
fn a_heading_that_asks_keeps_its_anchor_and_so_does_the_label_of_its_answer() {
    let note = "# Locks\n\n## 1. What is a lock?\n\n### Answer\n\nA flag.\n\n#### Fairness\n\nNone.\n";
    let guide = sample::written(&[("n.md", note)]);
    with(&guide, "n.html", |parts| {
        let card = parts.iter().flat_map(|part| &part.cards).next().unwrap();
        let heading = card.heading.as_ref().unwrap();
        assert_eq!((heading.level, heading.anchor.as_str()), (2, "1-what-is-a-lock"));
        assert_eq!(card.summary_heading.as_ref().map(|heading| heading.anchor.as_str()), Some("answer"));
        assert!(card.answers.iter().flat_map(|answer| &answer.parts).any(|part| part.html.contains("id=\"fairness\"")));
        assert!(card.id.as_ref().is_some_and(|id| id.starts_with("q-")));
    });
}

#[test]
fn choices_stand_apart_and_the_right_ones_in_the_answer() {
    let note = "# Quiz\n\n### 1. Which waits?\n\n- A: A lock\n- B: A flag\n\n<details><summary><b>Answer</b></summary>\n\n#### Answer: A\n\nIt blocks.\n\n</details>\n";
    assert_eq!(cards(note), "1. Which waits?\n- A lock\n- A flag\n= A lock\n! It blocks.\n");
}

#[test]
fn details_that_hide_an_answer_are_not_shown_once_more() {
    let note = "# Quiz\n\n**Q1: Which waits?**\n\n- A: A lock\n- B: A flag\n\n<details><summary>Click to expand</summary>\n\nA\n\n</details>\n\n**Q2: Who waits?**\n\n**Answer**: All.\n\n**Q3: Who else?**\n\n<details><summary>Answer</summary>\n\nNobody.\n\n</details>\n";
    let shown = cards(note);
    assert!(shown.contains("Q1: Which waits?\n- A lock\n- A flag\n= A lock\nQ2: Who waits?\n"), "{shown}");
    assert!(shown.contains("Q3: Who else?\n! Nobody.\n"), "{shown}");
    assert!(!shown.contains("expand"), "{shown}");
}

#[test]
fn what_stands_behind_follow_ups_stays_behind_them() {
    let note = "# Locks\n\n## Question\n\nWhat is a lock?\n\n## Answer\n\nA flag.\n\n## Follow-ups\n\n1. Is it fair? No.\n2. Is it quick? Yes.\n\n## Links\n\n- Else.\n";
    let shown = cards(note);
    let order: Vec<_> =
        ["A flag.", "> … Follow-ups", "Is it fair?", "Is it quick?", "… Links"].iter().map(|part| shown.find(part)).collect();
    assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{shown}");
}

#[test]
fn a_label_that_the_heading_says_is_not_said_twice() {
    let note = "# Pots\n\n## Scenario: the pot leaks. What do you do?\n\n**Weak Answer:** Run.\n\n**Strong Answer:** Mend it.\n";
    assert!(!cards(note).contains("[Scenario]"), "{}", cards(note));
    let note = "# Pots\n\n**Scenario:** The pot leaks. What do you do?\n\n**Weak Answer:** Run.\n\n**Strong Answer:** Mend it.\n";
    assert!(cards(note).contains("[Scenario] The pot leaks."), "{}", cards(note));
}

#[test]
fn a_label_that_the_number_or_the_words_say_is_not_said_twice() {
    let note = "# Wires\n\n**Q1. What is a span?**\n\nA step.\n\n**Q2. What is a trace?**\n\nAll steps.\n\n**Q3. What is a metric?**\n\nA count.\n";
    assert!(cards(note).contains("Q1. What is a span?\n! A step.\n"), "{}", cards(note));
    assert!(!cards(note).contains('['), "{}", cards(note));
    let note = "# Netze\n\n## Interviewfragen\n\n**Frage 1: Was ist ein Port?**\n\n**Antwort**: Eine Nummer.\n\n**Frage 2: Was ist ein Paket?**\n\n**Antwort**: Ein Stück.\n";
    assert!(!cards(note).contains("[Frage]"), "{}", cards(note));
}

#[test]
fn the_dash_between_words_and_answer_is_no_part_of_either() {
    let ask = |asked: &str, behind: &str| format!("* **{asked}** - [Read {behind}](https://example.org/{behind})\n");
    let note = format!(
        "# Interview questions\n\n{}{}{}",
        ask("What is a levain?", "one"),
        ask("What is a crumb?", "two"),
        ask("Why rest?", "three")
    );
    assert!(cards(&note).contains("What is a levain?\n! Read one\n"), "{}", cards(&note));
}

#[test]
fn cards_in_an_answer_behind_a_list_stand_there_alone() {
    let note = "# Pools\n\n## Interview Questions\n\n1. **What is a pool?**\n   - **Answer:** A bound set of workers.\n\n2. **What is a thread?** A line of work.\n\n| Question | Answer |\n|---|---|\n| What is a heap? | A tree. |\n| What is a list? | A chain. |\n\n> **Q: Is it quoted?**\n>\n> **A:** Yes.\n";
    let shown = cards(note);
    assert!(!shown.contains("Q:") && !shown.contains("A:"), "{shown}");
    for asked in ["What is a heap?", "What is a list?"] {
        assert_eq!(shown.matches(asked).count(), 1, "{shown}");
    }
    assert!(!shown.contains("Question Answer"), "the table is shown by its cards: {shown}");
}

#[test]
fn a_table_of_questions_becomes_cards_that_say_all_that_its_rows_do() {
    let note = "# Trees\n\n| # | Question | Answer | Source | Difficulty |\n|---|---|---|---|---|\n| 1 | What is a heap? | A tree. | a book | easy |\n| 2 | What is a list? | | | hard |\n\nBehind.\n";
    let shown = cards(note);
    assert!(shown.starts_with("What is a heap?\n? Source : a book\n! A tree.\nWhat is a list?\n"), "{shown}");
    let note = "# Trees\n\n| Question | Answer |\n|---|---|\n| What is a heap? | A tree. |\n| What is a list? | A chain. |\n| – | Nobody asks this. |\n";
    assert!(cards(note).contains("Nobody asks this."), "{}", cards(note));
}

#[test]
fn a_rule_in_a_card_parts_nothing() {
    let note = "# Locks\n\n## Question\n\nWhat is a lock?\n\n---\n\n## Answer\n\nA flag.\n";
    let guide = sample::written(&[("n.md", note)]);
    with(&guide, "n.html", |parts| {
        let card = parts.iter().flat_map(|part| &part.cards).next().unwrap();
        assert!(!card.context.iter().any(|part| part.html.contains("<hr")), "{:?}", card.context);
    });
}

#[test]
fn a_summary_that_asks_stands_for_what_it_opens() {
    let note = "<details>\n<summary>What is a lock?</summary><br>\n\nA flag.\n\n</details>\n\n<details>\n<summary>Is it fair?</summary>\n\n</details>\n";
    assert_eq!(cards(note), "What is a lock?\n! A flag.\nIs it fair?\n");
}

#[test]
fn terms_that_ask_leave_those_that_do_not() {
    let note = "What is a lock?\n: A flag.\n\nLatch\n: A one-way door.\n";
    let shown = cards(note);
    assert!(shown.contains("What is a lock?\n! A flag.\n") && shown.contains("| Latch A one-way door."), "{shown}");
}

#[test]
fn on_another_page_a_card_has_no_anchors_and_leads_to_its_note() {
    let note = "# Locks\n\n## What is a lock?\n\n### Answer\n\nA flag.\n\n#### Fairness\n\nNone.\n";
    let guide = sample::written(&[("n.md", note), ("other.md", "# Other")]);
    let (config, highlighter) = (sample::config(), Highlighter::default());
    let context = Context::new(&guide, &config, &highlighter);
    let origin = Origin::Page(guide.entries[sample::note_at(&guide, "other.html")].route.clone());
    let card = card(&guide, &context, &origin, guide.questions.ids().next().unwrap());
    assert!(card.id.is_none() && card.heading.is_none() && card.anchors.is_empty() && card.summary_heading.is_none());
    assert!(card.href.starts_with("n.html#q-"), "{}", card.href);
    assert!(!card.answers.iter().flat_map(|answer| &answer.parts).any(|part| part.html.contains("id=")));
}

#[test]
fn questions_in_prose_have_their_anchor_in_place() {
    let guide = sample::written(&[("n.md", "# Locks\n\n## What is a lock?\n\nA flag.\n\n## Waiting\n\nLong.\n\n## Fairness\n\nNone.\n")]);
    let key = guide.questions.iter().next().unwrap().key.anchor();
    with(&guide, "n.html", |parts| {
        let html: String = parts.iter().map(|part| part.html.as_str()).collect();
        assert!(html.contains(&format!("<span id=\"{key}\">")), "{html}");
    });
}
