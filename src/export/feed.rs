//! `feed.xml`: the notes that changed last, as Atom (RFC 4287).
//!
//! Takes the guide and the site's address; gives one file, or none where no note is known to have changed. Must not hold what
//! the notes say: a feed reader follows the link.

use std::cmp::Reverse;
use std::fmt::Write;

use crate::artifact::Output;
use crate::date::Date;
use crate::guide::Guide;
use crate::ids::NoteId;
use crate::page::description;

use super::xml::escape;

/// How many notes it names.
const ENTRIES: usize = 30;

/// The feed, where the guide has one.
pub(super) fn output(guide: &Guide) -> Option<Output> {
    let (path, base) = guide.feed().zip(guide.site.base_url.as_deref())?;
    let notes = guide.entries.iter_ids().filter_map(|(id, entry)| Some((id, entry.updated?)));
    let mut notes: Vec<(NoteId, Date)> = notes.collect();
    notes.sort_by_key(|&(id, updated)| (Reverse(updated), id));
    notes.truncate(ENTRIES);
    let &(_, newest) = notes.first()?;

    let title = escape(&guide.title);
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    let own = path.url(base);
    // Writing to a string cannot fail.
    let _ = writeln!(feed, " xml:lang=\"{}\">\n<title>{title}</title>", escape(&guide.site.language));
    let _ = writeln!(
        feed,
        "<id>{base}</id>\n<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{own}\"/>",
        base = escape(base),
        own = escape(&own)
    );
    let _ = writeln!(feed, "<author><name>{title}</name></author>\n<updated>{}</updated>", instant(newest));
    for (id, updated) in notes {
        let (note, url) = (&guide.notes[id], guide.entries[id].route.url(base));
        let (title, url) = (escape(&note.outline.title.text), escape(&url));
        let _ = write!(
            feed,
            "<entry>\n<title>{title}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{}</updated>\n",
            instant(updated)
        );
        if let Some(description) = description(note) {
            let _ = writeln!(feed, "<summary>{}</summary>", escape(&description));
        }
        feed.push_str("</entry>\n");
    }
    feed.push_str("</feed>\n");
    Some(Output::new(path, feed))
}

/// Notes change on days; the form asks for an instant.
fn instant(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::artifact::Body;
    use crate::page::sample;

    fn feed(days: [Option<&str>; 3]) -> Option<String> {
        let mut guide = sample::written(&[("a.md", "# A & B\n\nWords of it."), ("b.md", "# B"), ("c.md", "# C")]);
        let ids: Vec<_> = guide.notes.ids().collect();
        for (id, day) in ids.into_iter().zip(days) {
            guide.entries[id].updated = day.and_then(Date::parse);
        }
        guide.site.base_url = Some("https://example.org/repo/".to_owned());
        match output(&guide)?.body {
            Body::Bytes(bytes) => String::from_utf8(bytes).ok(),
            Body::Copy(_) => None,
        }
    }

    #[test]
    fn what_changed_last_stands_first_and_what_has_no_day_is_left_out() {
        let feed = feed([Some("2025-03-01"), None, Some("2025-04-02")]).unwrap();
        assert!(feed.contains("<updated>2025-04-02T00:00:00Z</updated>\n<entry>\n<title>C</title>"), "{feed}");
        assert!(feed.contains("<title>A &amp; B</title>\n<id>https://example.org/repo/a.html</id>"), "{feed}");
        assert!(feed.contains("<summary>Words of it.</summary>"), "{feed}");
        assert!(!feed.contains("<title>B</title>"), "{feed}");
    }

    #[test]
    fn a_guide_without_days_has_no_feed() {
        assert_eq!(feed([None; 3]), None);
    }
}
