//! The development server, asked as a browser asks it, with a builder that writes one page.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the tests write sites to disk; a failed step fails the test")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use studyguide::serve::{Builder, Finding, Listener, Outcome, Port, Watched, Watching};
use tempfile::TempDir;

/// Copies the note into a page; a note that says `fail` cannot be built.
struct OnePage {
    notes: PathBuf,
    site: PathBuf,
    ready: Sender<()>,
}

impl Builder for OnePage {
    fn watched(&mut self) -> Watched {
        Watched { trees: vec![self.notes.clone()], ..Watched::default() }
    }

    fn build(&mut self) -> Outcome {
        let note = fs::read_to_string(self.notes.join("a.md")).unwrap();
        if note == "fail" {
            return Outcome::Failed { message: "no such thing".to_owned() };
        }
        fs::write(self.site.join("index.html"), format!("<!doctype html><body>{note}</body>")).unwrap();
        let findings = vec![Finding::new(studyguide::diagnostic::Severity::Warning, format!("found in {note}"))];
        Outcome::Built { changed: 1, findings }
    }

    fn ready(&mut self) {
        self.ready.send(()).unwrap();
    }
}

/// A server of its own, with its notes and site.
struct Server {
    address: SocketAddr,
    notes: TempDir,
    _site: TempDir,
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Server {
    fn start(watching: Watching, files: &[(&str, &str)]) -> Self {
        let (notes, site) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        write(notes.path(), "a.md", "first");
        for (path, text) in files {
            write(site.path(), path, text);
        }
        let listener = Listener::bind(IpAddr::V4(Ipv4Addr::LOCALHOST), Port::Exactly(0)).unwrap();
        let address = listener.address();
        let (ready, is_ready) = channel();
        let builder = OnePage { notes: notes.path().to_owned(), site: site.path().to_owned(), ready };
        let folder = site.path().to_owned();
        thread::spawn(move || studyguide::serve::serve(listener, &folder, watching, builder));
        is_ready.recv_timeout(PATIENCE).unwrap();
        Self { address, notes, _site: site }
    }

    fn note(&self, text: &str) {
        write(self.notes.path(), "a.md", text);
    }

    fn connect(&self, request: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        BufReader::new(stream)
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = self.connect(&format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n"));
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "Host: localhost\r\n")
    }

    /// The data of the events, as they come.
    fn events(&self) -> impl Iterator<Item = String> + use<> {
        let stream = self.connect("GET /__studyguide/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        // The server keeps the line open with comments, so one that hears nothing else gives up by their number.
        stream.lines().take(LINES).filter_map(|line| line.unwrap().strip_prefix("data: ").map(str::to_owned))
    }
}

/// How many lines of events a test reads before what it waits for should have been among them.
const LINES: usize = 24;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_changed_note_is_rebuilt_and_open_pages_are_told() {
    let server = Server::start(Watching::Native, &[]);
    let first = server.get("/");
    assert_eq!(first.status, 200);
    assert!(first.body.contains("first<script type=\"module\" src=\"/__studyguide/reload.js?version="), "{}", first.body);

    let mut events = server.events();
    assert!(events.next().unwrap().contains("found in first"), "the status is told at once");
    server.note("second");
    assert!(events.any(|data| data.contains("found in second")));
    assert!(server.get("/").body.contains("second<script"));
}

#[test]
fn polling_notices_changes_too() {
    let server = Server::start(Watching::Poll, &[]);
    let mut events = server.events();
    server.note("second");
    assert!(events.any(|data| data.contains("found in second")));
}

#[test]
fn a_failed_build_keeps_the_last_page_and_says_why() {
    let server = Server::start(Watching::Native, &[]);
    let mut events = server.events();
    server.note("fail");
    assert!(events.any(|data| data.contains(r#""failure":"no such thing""#)));
    assert!(server.get("/").body.contains("first<script"));
    server.note("mended");
    assert!(events.any(|data| data.contains(r#""failure":null"#) && data.contains("mended")));
}

#[test]
fn files_have_the_types_that_browsers_want_and_are_never_kept() {
    let files =
        [("a.js", ""), ("b/c.svg", "<svg/>"), ("d.wasm", "x"), ("e.json", "{}"), ("索引.html", "<p>é"), ("f g.css", ""), ("h.pf", "x")];
    let server = Server::start(Watching::Native, &files);
    for (path, kind) in [
        ("/a.js", "text/javascript; charset=utf-8"),
        ("/b/c.svg", "image/svg+xml; charset=utf-8"),
        ("/d.wasm", "application/wasm"),
        ("/e.json", "application/json; charset=utf-8"),
        ("/%E7%B4%A2%E5%BC%95.html", "text/html; charset=utf-8"),
        ("/f%20g.css", "text/css; charset=utf-8"),
        ("/h.pf", "application/octet-stream"),
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.head.contains(&format!("content-type: {kind}\r\n")), "{path}: {}", answer.head);
        assert!(answer.head.contains("cache-control: no-store") && !answer.head.contains("last-modified"), "{path}: {}", answer.head);
    }
    let part = server.ask("GET", "/", "Host: localhost\r\nRange: bytes=0-3\r\n");
    assert_eq!(part.status, 200, "a part of a page that is changed on the way is not the part that was asked for");
    assert!(server.ask("HEAD", "/", "Host: localhost\r\n").body.is_empty());
}

#[test]
fn a_missing_page_is_answered_with_the_sites_own() {
    let server = Server::start(Watching::Native, &[("404.html", "<body>lost</body>")]);
    let answer = server.get("/no/such/page.html");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("lost<script"), "{}", answer.body);
    let bare = Server::start(Watching::Native, &[]).get("/nothing.html");
    assert_eq!(bare.status, 404);
    assert!(bare.body.contains("There is no page here yet"), "{}", bare.body);
}

#[test]
fn no_request_leaves_the_site_or_comes_under_a_strangers_name() {
    let server = Server::start(Watching::Native, &[("in.txt", "inside")]);
    assert_eq!(server.get("/in.txt").body, "inside");
    let outside = server.notes.path().join("a.md");
    for path in ["/../a.md", "/%2e%2e/a.md", "/..%2fa.md", "/..%5ca.md", &format!("//{}", outside.display()), "/%00"] {
        let answer = server.get(path);
        assert!(answer.status >= 300 && !answer.body.contains("first</"), "{path}: {} {}", answer.status, answer.body);
    }
    let stranger = server.ask("GET", "/in.txt", "Host: rebound.example\r\n");
    assert_eq!(stranger.status, 403);
    assert!(!stranger.body.contains("inside"));
}
