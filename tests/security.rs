//! Notes may come from strangers: whatever a note holds, no page runs it, and nothing is written outside the site.
//!
//! Builds a guide of hostile notes and reads every page with a real HTML tokenizer. The classes of
//! attack are those that HTML sanitisers test for; the notes are ours.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "the test builds a guide on disk; a failed step fails the test")]

use std::fs;
use std::path::Path;

use html5gum::{StartTag, Token, Tokenizer};
use studyguide::cache::Memo;
use studyguide::config::{Config, Overrides};
use studyguide::output::Force;
use studyguide::progress::Silent;
use studyguide::{Request, build};

/// One attack a note. Each carries the word `EVIL` where something would run or load.
const ATTACKS: &[&str] = &[
    "<script>EVIL()</script>",
    "<SCRIPT SRC=//EVIL.example/x.js></SCRIPT>",
    "<scr<script>ipt>EVIL()</script>",
    "<script\n>EVIL()</script\n>",
    "text <script>EVIL()</script> text",
    "<img src=x onerror=EVIL()>",
    "<img src=\"x\" onerror=\"EVIL()\" onload=EVIL()>",
    "<img/src=x/onerror=EVIL()>",
    "<img src=`x` onerror=EVIL()>",
    "<svg onload=EVIL()></svg>",
    "<svg><script>EVIL()</script></svg>",
    "<svg><iframe><a title=\"</iframe><img src onerror=EVIL()>\">test",
    "<svg><animate href=#x attributeName=href values=javascript:EVIL() /><a id=x>go</a></svg>",
    "<svg><?xml-stylesheet ><img src=x onerror=EVIL()> ?></svg>",
    "<math><mtext><table><mglyph><xmp><!--</xmp><img title='--&gt;&lt;img src=1 onerror=EVIL()&gt;'>",
    "<math href=\"javascript:EVIL()\">x</math>",
    "<iframe src=\"javascript:EVIL()\"></iframe>",
    "<iframe srcdoc=\"<script>EVIL()</script>\"></iframe>",
    "<object data=\"javascript:EVIL()\"></object>",
    "<embed src=\"javascript:EVIL()\">",
    "<form action=\"javascript:EVIL()\"><button formaction=\"javascript:EVIL()\">x</button></form>",
    "<input autofocus onfocus=EVIL()>",
    "<body onload=EVIL()>",
    "<base href=\"https://EVIL.example/\">",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://EVIL.example/\">",
    "<link rel=stylesheet href=https://EVIL.example/x.css>",
    "<style>@import 'https://EVIL.example/x.css';</style>",
    "<div style=\"background:url(https://EVIL.example/)\">x</div>",
    "<b style=position:fixed>EVIL</b>",
    "<a href=\"javascript:EVIL()\">x</a>",
    "<a href=\"JaVaScRiPt:EVIL()\">x</a>",
    "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3AEVIL()\">x</a>",
    "<a href=\"java\tscript:EVIL()\">x</a>",
    "<a href=\"java\nscript:EVIL()\">x</a>",
    "<a href=\" \u{1}javascript:EVIL()\">x</a>",
    "<a href=\"data:text/html,<script>EVIL()</script>\">x</a>",
    "<a href=\"vbscript:EVIL()\">x</a>",
    "<a target=_blank onclick=EVIL() href=x.md>x</a>",
    "[x](javascript:EVIL())",
    "[x](<java\tscript:EVIL()>)",
    "[x](JAVASCRIPT:EVIL())",
    "[x](javascript&colon;EVIL())",
    "[x](javascript\\:EVIL())",
    "[x](data:text/html;base64,EVIL)",
    "[x](vbscript:EVIL)",
    "[x](file:///etc/EVIL)",
    "[x][r]\n\n[r]: javascript:EVIL()",
    "<javascript:EVIL()>",
    "![x](javascript:EVIL())",
    "![x](\" onerror=EVIL())",
    "![x\" onerror=\"EVIL()](y.png)",
    "[x](y \"t\" onclick=\"EVIL()\")",
    "[x](y 't\" onclick=\"EVIL()')",
    "[[javascript:EVIL()]]",
    "[[x\" onclick=\"EVIL()|y]]",
    "```\" onclick=\"EVIL()\nx\n```",
    "```js title=\"</span><script>EVIL()</script>\"\nx\n```",
    "```html\n<script>EVIL()</script>\n```",
    "# x <img src=x onerror=EVIL()>",
    "# \"><script>EVIL()</script>",
    "# x {#a\"onclick=\"EVIL()}",
    "$\\text{<script>EVIL()</script>}$",
    "$\\href{javascript:EVIL()}{x}$",
    "$$\\color{red;background:url(https://EVIL.example)}x$$",
    "[^a]\n\n[^a]: <script>EVIL()</script>",
    "| <script>EVIL()</script> |\n|---|\n| <img src=x onerror=EVIL()> |",
    "<details ontoggle=EVIL() open><summary onclick=EVIL()>x</summary></details>",
    "<details><summary><script>EVIL()</script></summary></details>",
    "<!--><script>EVIL()</script>-->",
    "<!-- --!><script>EVIL()</script> -->",
    "<![CDATA[<script>EVIL()</script>]]>",
    "<?php EVIL() ?><script>EVIL()</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=EVIL()>\"></noscript>",
    "<textarea></textarea><img src=x onerror=EVIL()></textarea>",
    "<title></title><script>EVIL()</script>",
    "<template><script>EVIL()</script></template>",
    "<a name=\"x\" onclick=EVIL()>y</a>",
    "<table><tr><td onclick=EVIL() background=\"javascript:EVIL()\">x</table>",
    "<p align=\"center\" onmouseover=EVIL()>x</p>",
    "<kbd onclick=EVIL()>x</kbd> <sub style=x>y</sub>",
    "---\ntitle: \"<script>EVIL()</script>\"\ndescription: \"\\\"><script>EVIL()</script>\"\n---\nx",
    "---\nslug: ../../EVIL\n---\nx",
    "---\naliases: [../../EVIL, /../EVIL, 'a/../../EVIL']\n---\nx",
    "---\ntags: ['<script>EVIL()</script>', '../../EVIL']\n---\nx",
    "---\nlang: '\"><script>EVIL()</script>'\n---\nx",
    "---\ntemplate: ../../EVIL\n---\nx",
    "{{ EVIL }} {% raw %} {% include \"/etc/passwd\" %} {{ __tera_context }}",
    "[x](../../../../../../EVIL)",
    "[x](%2e%2e/%2e%2e/EVIL)",
    "![x](../../../EVIL.png)",
];

/// The elements that only the theme may write, once a page, in its head or as its own script.
const THEME_ONLY: &[&str] = &["script", "link", "meta", "style", "base", "button", "input", "form", "dialog", "template", "noscript"];

/// Elements that no page holds.
const NEVER: &[&str] = &["iframe", "object", "embed", "frame", "frameset", "applet", "base", "xmp", "textarea", "audio", "video"];

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// `<link rel="canonical">` and the like name the page itself, whose name may be a note's.
fn is_the_pages_own(tag: &StartTag<()>) -> bool {
    tag.attributes.iter().any(|(name, value)| name.as_slice() == b"rel" && matches!(value.as_slice(), b"canonical" | b"prev" | b"next"))
}

fn check(page: &str, name: &str, tag: &StartTag<()>) {
    let element = text(&tag.name);
    assert!(!NEVER.contains(&element.as_str()), "{name} holds <{element}>");
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (text(attribute), text(value));
        assert!(!attribute.starts_with("on"), "{name}: <{element} {attribute}={value:?}>");
        assert_ne!(attribute, "style", "{name}: <{element} {attribute}={value:?}>");
        assert_ne!(attribute, "srcdoc", "{name}: <{element} {attribute}={value:?}>");
        if ["href", "src", "action", "formaction", "data", "xlink:href"].contains(&attribute.as_str()) {
            let scheme: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_lowercase();
            for bad in ["javascript:", "vbscript:", "data:", "file:"] {
                assert!(!scheme.starts_with(bad), "{name}: <{element} {attribute}={value:?}>");
            }
            if THEME_ONLY.contains(&element.as_str()) && !is_the_pages_own(tag) {
                assert!(!value.contains("EVIL"), "{name}: <{element} {attribute}={value:?}>");
            }
        }
    }
    assert!(page.len() < 1_000_000, "{name} has a sane size");
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn no_page_runs_what_a_note_brings() {
    let room = tempfile::tempdir().unwrap();
    let (notes, site) = (room.path().join("guide/notes"), room.path().join("site"));
    fs::create_dir_all(&notes).unwrap();
    for (number, attack) in ATTACKS.iter().enumerate() {
        fs::write(notes.join(format!("note-{number}.md")), attack).unwrap();
    }
    let before = files(room.path()).len();
    let overrides = Overrides { output_dir: Some(site.clone()), ..Overrides::default() };
    let config = Config::new(&notes, None, [], overrides, None).unwrap();
    build(&config, Request { memo: &Memo::none(), force: Force::Refuse, site: None, progress: &Silent }).unwrap();

    let written = files(&site);
    assert_eq!(files(room.path()).len(), before + written.len(), "a file was written outside the site");
    let pages: Vec<_> = written.iter().filter(|path| path.extension().is_some_and(|extension| extension == "html")).collect();
    assert!(pages.len() > ATTACKS.len(), "every note has its page");
    for path in pages {
        let page = fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut in_script = false;
        for token in Tokenizer::new(&page).flatten() {
            match token {
                Token::StartTag(tag) => {
                    check(&page, &name, &tag);
                    in_script = matches!(tag.name.as_slice(), b"script" | b"style");
                }
                Token::EndTag(_) => in_script = false,
                Token::String(string) if in_script => {
                    assert!(!text(&string.value).contains("EVIL"), "{name} runs {}", text(&string.value));
                }
                _ => {}
            }
        }
    }
}
