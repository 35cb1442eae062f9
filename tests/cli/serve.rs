//! `serve`, from the first build to Ctrl-C.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::desk::Desk;

/// A running server, stopped at the end of its test.
struct Server {
    child: Child,
    said: BufReader<std::process::ChildStderr>,
    port: u16,
}

impl Server {
    fn start(desk: &Desk, arguments: &[&str]) -> Self {
        let mut child = desk.command(arguments).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let mut server = Self { child, said, port: 0 };
        let line = server.hears("serving http://");
        let address = line.split("127.0.0.1:").nth(1).unwrap();
        server.port = address.split('/').next().unwrap().parse().unwrap();
        server
    }

    /// The next line with these words.
    fn hears(&mut self, words: &str) -> String {
        let mut heard = String::new();
        while let Some(line) = (&mut self.said).lines().next() {
            let line = line.unwrap();
            if line.contains(words) {
                return line;
            }
            heard += &line;
            heard.push('\n');
        }
        panic!("the server ended without saying `{words}`, but:\n{heard}");
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _ended_already = self.child.wait();
    }
}

#[test]
fn a_guide_is_served_and_follows_its_notes_configuration_and_templates() {
    let desk = Desk::new(&[("studyguide.toml", ""), ("notes/a.md", "# First title\n")]);
    let mut server = Server::start(&desk, &["serve", "--port", "0"]);
    assert!(server.get("/a.html").contains("First title"));
    assert!(server.get("/none.html").starts_with("HTTP/1.1 404"));
    assert!(!desk.path("public").exists(), "the site of `build` is none of its business");

    desk.write("notes/a.md", "# Second title\n\n[x](broken.md)\n");
    server.hears("1 warning");
    assert!(server.get("/a.html").contains("Second title"));
    let events = server.get_events();
    assert!(events.contains("broken-link"), "{events}");

    desk.write("studyguide.toml", "nots = 1\n");
    server.hears("there is no key `nots`");
    assert!(server.get("/a.html").contains("Second title"), "the last good page stays");

    desk.write("studyguide.toml", "[site]\ntitle = \"Named anew\"\n");
    server.hears("1 note");
    assert!(server.get("/a.html").contains("Named anew"));

    desk.write("templates/note.html", "{% extends \"default/note.html\" %}{% block title %}Mine{% endblock title %}");
    server.hears("1 note");
    assert!(server.get("/a.html").contains("<title>Mine</title>"));
}

#[test]
fn a_port_that_was_asked_for_and_is_busy_is_an_error() {
    let desk = Desk::new(&[("a.md", "# A\n")]);
    let busy = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = busy.local_addr().unwrap().port().to_string();
    let said = desk.run(&["serve", "--port", &port]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains(&format!("cannot listen on 127.0.0.1:{port}")) && said.err.contains("hint: "), "{said}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_well_and_leaves_nothing_behind() {
    let desk = Desk::new(&[("a.md", "# A\n")]);
    std::fs::create_dir_all(desk.path("tmp")).unwrap();
    let mut command = desk.command(&["server", "--port", "0", "--poll"]);
    let mut child = command.env("TMPDIR", desk.path("tmp")).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("serving ")));
    assert!(std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(std::fs::read_dir(desk.path("tmp")).unwrap().count(), 0);
}

impl Server {
    /// The first event that an open page gets.
    fn get_events(&self) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream.write_all(b"GET /__studyguide/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        BufReader::new(stream).lines().map(Result::unwrap).find(|line| line.starts_with("data: ")).unwrap()
    }
}
