//! `list` and `explain`.

use insta::assert_snapshot;

use crate::desk::Desk;

const HEAPS: &str = "# Heaps\n\n## Shape\n\n**Nuance:** a heap is no search tree.\n\n**Q1: What is a heap?**\n\n**Short Answer**: A tree that keeps its least value on top.\n\n**Q2: How many children has a node?**\n\n## Ties\n\n**Definition**: equal keys.\n\n```py\n# BAD\nx\n# GOOD\ny\n```\n";

fn desk() -> Desk {
    Desk::new(&[("heaps.md", HEAPS), ("deep/README.md", "# Deep\n\nNothing is asked here.\n")])
}

#[test]
fn what_a_guide_holds_is_a_table_for_people_and_json_for_programs() {
    let said = desk().run(&["list", "callouts"]);
    assert_eq!(
        said.out,
        "kind\tlabel\tsubject\tnote\tline\ttopics\nnuance\tNuance\t\theaps.md\t5\theaps\ndefinition\tDefinition\t\theaps.md\t15\theaps\n"
    );

    let said = desk().run(&["list", "questions"]);
    let rows: Vec<Vec<&str>> = said.out.lines().map(|line| line.split('\t').collect()).collect();
    let column = |name: &str| rows[0].iter().position(|head| *head == name).unwrap();
    let shown: Vec<_> = rows[1..].iter().map(|row| (row[column("text")], row[column("line")], row[column("answered")])).collect();
    assert_eq!(shown, [("What is a heap?", "7", "true"), ("How many children has a node?", "11", "false"), ("Ties", "13", "true")]);

    let said = desk().run(&["list", "questions", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["questions"][0]["answers"][0]["text"], "A tree that keeps its least value on top.");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
}

#[test]
fn topics_stand_in_a_table_with_the_places_that_speak_of_them() {
    let desk = desk();
    desk.write("deep/ties.md", "# Ties in a Heap\n\n## Shape\n\nNo two trees are alike.\n");
    assert_snapshot!(desk.run(&["list", "topics"]).out, @r"
    slug	name	aliases	parent	sections	mentions	questions	compared	related	url
    heaps	Heaps			heaps.md:1,heaps.md:7		kxbvy2jc90,wf1gbvtt3x,8bfrqazvy8			topics/heaps.html
    shape	Shape			deep/ties.md:3,heaps.md:3		kxbvy2jc90,wf1gbvtt3x			topics/shape.html
    ");
}

#[test]
fn what_the_site_publishes_is_what_the_command_lists() {
    let desk = desk();
    desk.run(&["build"]);
    for list in ["questions", "topics"] {
        let published: serde_json::Value = serde_json::from_str(&desk.read(&format!("public/{list}.json"))).unwrap();
        let listed: serde_json::Value = serde_json::from_str(&desk.run(&["list", list, "--format", "json"]).out).unwrap();
        assert_eq!(published[list], listed[list]);
    }
}

#[test]
fn what_the_tool_knows_needs_no_guide() {
    let desk = Desk::new(&[]);
    for (what, line) in [
        ("recognisers", "scenario\ta scenario"),
        ("kinds", "pitfall\tpitfall,pitfalls"),
        ("pages", "note\tone note"),
        ("languages", "Go\tgo,golang\n"),
    ] {
        let said = desk.run(&["list", what]);
        assert!(said.out.contains(line), "{what}: {}", said.out);
    }
    assert_snapshot!(desk.run(&["list", "question"]).err.lines().next().unwrap_or_default(), @"error: invalid value 'question' for '<WHAT>'");
}

#[test]
fn a_note_is_explained_line_by_line() {
    let desk = desk();
    let said = desk.run(&["explain", "heaps.md"]);
    // Ids are made from what is asked; what matters here is that each is told.
    let text: String = said.out.lines().map(|line| line.split("#q-").next().unwrap_or_default().trim_end().to_owned() + "\n").collect();
    assert_snapshot!(text, @r"
    heaps.md → heaps.html
         1  title     Heaps
         3  section   Shape
                      level 2
         5  callout   Nuance
                      nuance · topics: Heaps
         7  question  What is a heap?
                      numbered · open · explicit · topics: Heaps ·
         9    answer  Short Answer
        11  question  How many children has a node?
                      numbered · open · explicit · topics: Heaps ·
        13  section   Ties
                      level 2
        13  question  Ties
                      definition · definition · merely reads as one · topics: Heaps ·
        13  (lost)    Ties
                      code-pair lost to definition on line 13
        15    answer  Definition
        15  callout   Definition
                      definition · topics: Heaps
    ");
    assert_eq!(desk.run(&["explain", "/heaps.html"]).out, said.out, "a page's address will do");
    assert_eq!(desk.run(&["explain", "heaps.html#q-anything"]).out, said.out, "and a question's");
}

#[test]
fn a_note_outside_the_guide_is_explained_alone_and_an_unknown_one_is_not() {
    let desk = desk();
    desk.write("elsewhere/studyguide.toml", "");
    desk.write("elsewhere/notes/a.md", "# A\n");
    assert!(desk.run(&["explain", "heaps.md", "elsewhere"]).out.contains("What is a heap?"));
    assert_snapshot!(desk.run(&["explain", "heap.md"]), @r"
    err: error: there is no note `heap.md` here
    err:   hint: did you mean `heaps.md`?
    code: 2
    ");
    assert_snapshot!(desk.run(&["explain", "zzz"]), @r"
    err: error: there is no note `zzz` here
    err:   hint: name its file, its path below the guide's root, or its address on the site
    code: 2
    ");
}
