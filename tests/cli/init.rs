//! `init` and `completions`.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_guide_gets_a_configuration_and_a_workflow_and_builds_with_them() {
    let desk = Desk::new(&[("a.md", "# A\n")]);
    assert_snapshot!(desk.run(&["init"]), @r#"
    err: wrote studyguide.toml
    err: wrote .github/workflows/pages.yml
    err: next: `studyguide serve` shows the site; the workflow's first lines say how to publish it
    code: 0
    "#);
    assert!(desk.read("studyguide.toml").contains("notes = \".\"\n"));
    assert!(desk.read(".github/workflows/pages.yml").contains("studyguide build . --output-dir public"));
    assert_eq!(desk.run(&["build", "--strict"]).code, Some(0));
    assert!(desk.path("public/a.html").is_file());
}

#[test]
fn what_is_there_is_left_as_it_is() {
    let desk = Desk::new(&[("studyguide.toml", "# mine\n"), ("notes/a.md", "# A\n")]);
    assert_snapshot!(desk.run(&["init"]), @r#"
    err: left studyguide.toml as it is
    err: wrote .github/workflows/pages.yml
    err: next: `studyguide serve` shows the site; the workflow's first lines say how to publish it
    code: 0
    "#);
    assert_eq!(desk.read("studyguide.toml"), "# mine\n");
}

#[test]
fn in_a_repository_the_workflow_goes_to_its_root_and_names_the_guide_and_the_branch() {
    let desk = Desk::new(&[("my guide/notes/a.md", "# A\n")]);
    let made = std::process::Command::new("git").args(["init", "-q", "-b", "trunk"]).current_dir(desk.path("")).status();
    if !made.is_ok_and(|status| status.success()) {
        return;
    }
    assert_snapshot!(desk.run(&["init", "my guide"]), @r#"
    err: wrote my guide/studyguide.toml
    err: wrote .github/workflows/pages.yml
    err: next: `studyguide serve` shows the site; the workflow's first lines say how to publish it
    code: 0
    "#);
    let workflow = desk.read(".github/workflows/pages.yml");
    assert!(workflow.contains("branches: [\"trunk\"]") && workflow.contains("build 'my guide' --output-dir"), "{workflow}");
    assert!(desk.read("my guide/studyguide.toml").contains("notes = \"notes\"\n"));
}

#[test]
fn every_shell_gets_its_completions_on_stdout() {
    let desk = Desk::new(&[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = desk.run(&["completions", shell]);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{shell}");
        assert!(said.out.contains("studyguide"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn who_has_read_enough_of_the_output_is_no_error() {
    let desk = Desk::new(&[]);
    let mut child = desk.command(&["completions", "zsh"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
