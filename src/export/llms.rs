//! `llms.txt`: what the site holds, for language models, as <https://llmstxt.org> describes: a title, a summary, and lists of
//! links to the notes' Markdown.

use std::fmt::Write;

use crate::artifact::Output;
use crate::guide::Guide;
use crate::ids::NoteId;
use crate::page::description;
use crate::path::{SitePath, percent_encode};

/// The file. Links are full addresses where the site knows its own.
pub(super) fn output(guide: &Guide) -> Output {
    let mut text = format!("# {}\n", one_line(&guide.title));
    if let Some(description) = &guide.site.description {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n> {}\n", one_line(description));
    }
    for folder in &guide.folders {
        let notes: Vec<NoteId> = folder.index.iter().chain(&folder.notes).copied().collect();
        if notes.is_empty() {
            continue;
        }
        let _ = write!(text, "\n## {}\n\n", one_line(&folder.title));
        for id in notes {
            let (note, copy) = (&guide.notes[id], &guide.entries[id].copy);
            let url = guide.site.base_url.as_deref().map_or_else(|| percent_encode(copy.as_str()), |base| copy.url(base));
            let title = one_line(&note.outline.title.text).replace(['[', ']'], "");
            let _ = write!(text, "- [{title}]({url})");
            if let Some(description) = description(note) {
                let _ = write!(text, ": {}", one_line(&description));
            }
            text.push('\n');
        }
    }
    Output::new(SitePath::fixed("llms.txt"), text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Body;
    use crate::page::sample;

    #[test]
    fn every_folder_lists_its_notes_with_their_markdown() {
        let guide = sample::written(&[("README.md", "# Guide\n\nStart here."), ("x y/a.md", "# On [A]\n\nMore.")]);
        let Body::Bytes(bytes) = output(&guide).body else { panic!("the file is made") };
        let expected = "# Guide\n\n## Guide\n\n- [Guide](index.md): Start here.\n\n## X y\n\n- [On A](x%20y/a.md): More.\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
