//! Pages of questions: of one, of several that ask the same, and of ids of once.

use super::*;
use crate::ids::Id;
use crate::page::{Data, sample};

fn same() -> (Guide, QuestionId, QuestionId) {
    let note = |answer: &str| format!("# A\n\n- **Q:** What is a lock?\n{answer}- **Q:** What is {}?\n  - **A:** Else.\n", answer.len());
    let mut guide =
        sample::written(&[("a.md", &note("")), ("b.md", &note("  - **A:** A gate.\n")), ("c.md", &note("  - **A:** A bolt of iron.\n"))]);
    let ids: Vec<_> = guide.questions.ids().filter(|&id| text::inlines(&guide.question(id).words) == "What is a lock?").collect();
    let [asked, gate, bolt] = ids[..] else { panic!("{ids:?}") };
    for (id, same) in [(asked, [gate, bolt]), (gate, [asked, bolt]), (bolt, [asked, gate])] {
        guide.questions[id].same_as = same.to_vec();
        guide.questions[id].leader = gate;
    }
    (guide, asked, gate)
}

#[test]
fn all_answers_stand_side_by_side_each_with_its_note() {
    let (guide, _, gate) = same();
    let Data::Question(view) = sample::view_of(&guide, roll::route(&guide, gate).as_str()).data else { panic!("no question") };
    let notes: Vec<_> = view.sources.iter().map(|source| source.place.href.split('#').next().unwrap()).collect();
    assert_eq!(notes, ["../b.html", "../c.html"]);
    assert!(view.sources[1].answers[0].parts[0].html.contains("A bolt of iron."));
    assert_eq!(view.also.iter().map(|place| place.title.as_str()).collect::<Vec<_>>(), ["A"], "it waits for nothing");
    assert!(view.unanswered.is_empty());
    assert_eq!(view.page.description.as_deref(), Some("A gate."));
    assert!(view.page.listed);
}

#[test]
fn the_address_of_a_question_that_another_stands_for_leads_there() {
    let (guide, asked, gate) = same();
    let Data::Redirect(view) = sample::view_of(&guide, roll::route(&guide, asked).as_str()).data else { panic!("no redirect") };
    assert_eq!(view.target.href, format!("{}.html", guide.questions[gate].key));
    assert_eq!(view.target.title, "What is a lock?");
}

#[test]
fn a_question_without_an_answer_is_not_for_search_engines() {
    let guide = sample::written(&[("a.md", "# A\n\n- **Q:** What is a lock?\n- **Q:** What is a key?\n  - **A:** Iron.\n")]);
    let first = guide.questions.ids().next().unwrap();
    let Data::Question(view) = sample::view_of(&guide, roll::route(&guide, first).as_str()).data else { panic!("no question") };
    assert!(!view.page.listed && view.sources.is_empty());
    assert_eq!(view.unanswered.len(), 1);
}

#[test]
fn the_page_of_an_id_that_its_author_replaced_leads_to_the_one_of_now() {
    let note = |id: &str| {
        format!("# A\n\n## Asked\n\n### What is a lock?{id}\n\n**Answer:** A gate.\n\n### What is a key?\n\n**Answer:** Iron.\n")
    };
    let first = sample::written(&[("a.md", &note(""))]);
    let old = first.questions.iter().next().unwrap().key.clone();
    let guide = sample::locked(&[("a.md", &note(" {#q-lock}"))], first.lock());
    let route = format!("questions/{old}.html");
    let Data::Redirect(view) = sample::view_of(&guide, &route).data else { panic!("no redirect") };
    assert_eq!(view.target.href, "lock.html");
}

fn question(guide: &Guide, nth: usize) -> QuestionView {
    let id = guide.questions.ids().nth(nth).unwrap();
    match sample::view_of(guide, roll::route(guide, id).as_str()).data {
        Data::Question(view) => *view,
        other => panic!("no question: {other:?}"),
    }
}

#[test]
fn two_places_of_one_note_are_told_apart_by_their_sections() {
    let list =
        |section: &str, answer: &str| format!("## {section}\n\n- **Q:** What is a lock?\n  - **A:** {answer}\n- **Q:** {section}?\n\n");
    let mut guide = sample::written(&[("a.md", &format!("# A\n\n{}{}", list("Gates", "Iron."), list("Doors", "Oak.")))]);
    let same: Vec<_> = guide.questions.ids().filter(|&id| text::inlines(&guide.question(id).words) == "What is a lock?").collect();
    let [gates, doors] = same[..] else { panic!("{same:?}") };
    guide.questions[gates].same_as = vec![doors];
    guide.questions[doors].same_as = vec![gates];
    guide.questions[doors].leader = gates;
    let titles: Vec<_> = question(&guide, gates.position()).sources.into_iter().map(|source| source.place.title).collect();
    assert_eq!(titles, ["A › Gates", "A › Doors"]);
}

#[test]
fn what_follows_up_does_not_say_the_level_and_topics_of_the_page_again() {
    let note = "---\ntopics: [Locks]\nlevel: basic\n---\n# A\n\n**Q1: What is a gate?**\n\n**Short Answer**: Iron.\n\n**Follow-up Trap**: \"Who opens it?\"\n\n**Ideal Answer**: Its owner.\n";
    let guide = sample::written(&[("a.md", note)]);
    let view = question(&guide, 0);
    assert!(view.level.is_some() && view.topics.iter().any(|topic| topic.title == "Locks"));
    let [follow_up] = view.card.follow_ups.as_slice() else { panic!("{:?}", view.card.follow_ups) };
    assert!(follow_up.level.is_none() && follow_up.topics.iter().all(|topic| topic.title != "Locks"), "{follow_up:?}");
}

#[test]
fn what_goes_on_behind_an_answer_is_shown_with_it() {
    let note = "# Locks\n\n## Question\n\nWhat is a lock?\n\n## Answer\n\nA flag.\n\n## Further reading\n\nElse.\n";
    let guide = sample::written(&[("a.md", note)]);
    let rest: String = question(&guide, 0).sources.iter().flat_map(|source| &source.rest).map(|part| part.html.as_str()).collect();
    assert!(rest.contains("Else."), "{rest}");
}
