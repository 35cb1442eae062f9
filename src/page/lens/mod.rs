//! Lenses: pages that gather one thing from all notes, such as every pitfall or every definition.
//!
//! `table.rs` lists them, `gather.rs` finds what each gathers, `entry.rs` shows a passage, and `index.rs` is the page that lists
//! them all. Takes the guide; gives a page, or several, for each lens that gathers anything. Must not change what notes say.

pub(super) mod beside;
pub(super) mod gather;
pub(super) mod index;
mod table;

use serde::Serialize;

use crate::guide::Guide;
use crate::path::SitePath;

use super::article::note_link;
use super::chrome::{About, Link, Page, PageLink};
use super::hrefs::Origin;
use super::passage::{self, EntryView, Length, Passage};
use super::{Context, Kind, Plan, Subject};

use gather::{Entry, Gathered, Shelf};
use table::Form;
pub(super) use table::Lens;

/// The kind.
pub(super) const KIND: Kind =
    Kind { name: "lens", about: "one thing gathered from all notes: every pitfall, every definition, …", plans };

/// What the page of a lens shows.
#[derive(Debug, Serialize)]
pub struct LensView {
    /// What surrounds the content.
    pub page: Page,
    /// What it gathers, in a sentence.
    pub about: &'static str,
    /// How much it gathers.
    pub count: String,
    /// How it is laid out.
    pub form: Form,
    /// What it gathered, by topic or by letter.
    pub groups: Vec<Group>,
    /// The pages of the lens, where there are several.
    pub pages: Vec<PageLink>,
}

/// What a lens gathered about one topic, or of one letter.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The topic, note or letter.
    pub title: String,
    /// Its page.
    pub href: Option<String>,
    /// Its anchor.
    pub anchor: String,
    /// The passages.
    pub entries: Vec<EntryView>,
}

/// Every lens, in the order in which they are listed.
pub(super) fn all() -> &'static [Lens] {
    table::LENSES
}

fn plans(guide: &Guide) -> Vec<Plan> {
    let plan = |gathered: Gathered| {
        let lens = gathered.lens;
        (0..gathered.pages.len()).map(move |number| Plan { route: route(lens, number), subject: Subject::Lens(lens, number) })
    };
    gather::gather(guide).into_iter().flat_map(plan).collect()
}

/// The address of a page of a lens, from 0.
fn route(lens: &Lens, number: usize) -> SitePath {
    match number {
        0 => SitePath::fixed(&format!("lenses/{}.html", lens.slug)),
        _ => SitePath::fixed(&format!("lenses/{}-{}.html", lens.slug, number + 1)),
    }
}

/// Makes the view of a page, from 0.
pub(super) fn view(guide: &Guide, context: &Context<'_>, lens: &'static Lens, number: usize) -> LensView {
    let origin = Origin::Page(route(lens, number));
    let words = context.words.lens(lens.slug);
    let gathered = context.lenses.iter().find(|gathered| gathered.lens == lens);
    let (entries, pages) = gathered.map_or((&[][..], &[][..]), |gathered| (gathered.entries.as_slice(), gathered.pages.as_slice()));
    let title = if number == 0 { words.title.to_owned() } else { format!("{} · {}", words.title, number + 1) };
    let about = About { kind: KIND.name, origin: &origin, title, description: Some(words.about.to_owned()), folder: None, note: None };
    let mut page = Page::new(guide, context, about);
    page.breadcrumbs = vec![
        Link { title: context.words.home.to_owned(), href: page.home.clone() },
        Link { title: context.words.lenses.to_owned(), href: origin.to(&SitePath::fixed(index::ROUTE)) },
    ];
    let shown = pages.get(number).and_then(|range| entries.get(range.clone())).unwrap_or_default();
    LensView {
        page,
        about: words.about,
        count: context.words.n_entries.of(entries.len()),
        form: lens.form,
        groups: groups(guide, context, &origin, lens, shown),
        pages: PageLink::list(pages.len(), number, |number| (origin.to(&route(lens, number)), first_on(guide, entries, pages.get(number)))),
    }
}

/// What a page begins with.
fn first_on(guide: &Guide, entries: &[Entry], page: Option<&std::ops::Range<usize>>) -> String {
    page.and_then(|page| entries.get(page.start)).map_or_else(String::new, |entry| title(guide, entry))
}

/// What stands above an entry.
fn title(guide: &Guide, entry: &Entry) -> String {
    match &entry.shelf {
        Shelf::Topic(topic) => guide.topics[*topic].name.clone(),
        Shelf::Note(note) => guide.notes[*note].outline.title.text.clone(),
        Shelf::Letter(letter) => letter.clone(),
    }
}

fn groups(guide: &Guide, context: &Context<'_>, origin: &Origin, lens: &Lens, shown: &[Entry]) -> Vec<Group> {
    let group = |(position, entries): (usize, &[Entry])| {
        let first = entries.first()?;
        let href = match &first.shelf {
            Shelf::Topic(topic) => Some(origin.to(&guide.topics[*topic].route)),
            Shelf::Note(note) => Some(note_link(guide, origin, *note).href),
            Shelf::Letter(_) => None,
        };
        let mut views: Vec<_> = entries.iter().map(|entry| passage::entry(guide, context, origin, entry.passage, Length::Whole)).collect();
        let title = title(guide, first);
        let mut above = (title.clone(), None);
        for (view, entry) in views.iter_mut().zip(entries) {
            // A label that says what the page says is none.
            let is_plain = matches!(entry.passage, Passage::Callout(id) if lens.callouts.first() == Some(&guide.callout(id).kind));
            view.label.take_if(|_| is_plain);
            let said = view.title.clone().unwrap_or_default();
            let note = Some(entry.passage.note(guide));
            if said == above.0 && (above.1.is_none() || above.1 == note || lens.form == Form::Glossary) {
                view.title = None;
            }
            above = (said, note);
        }
        Some(Group { title, href, anchor: format!("theme:group-{}", position + 1), entries: views })
    };
    shown.chunk_by(|a, b| a.shelf == b.shelf).enumerate().filter_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Data, sample};

    fn lens(guide: &Guide, route: &str) -> LensView {
        match sample::view_of(guide, route).data {
            Data::Lens(view) => *view,
            other => panic!("no lens: {other:?}"),
        }
    }

    /// `group: entry, entry`
    fn contents(view: &LensView) -> Vec<String> {
        let titles = |group: &Group| group.entries.iter().map(|entry| entry.title.as_deref().unwrap_or("-")).collect::<Vec<_>>().join(", ");
        view.groups.iter().map(|group| format!("{}: {}", group.title, titles(group))).collect()
    }

    #[test]
    fn callouts_are_gathered_by_topic_and_by_note_where_nobody_knows_one() {
        let guide = sample::written(&[
            ("a.md", "# One\n\n## Deadlock\n\n**Pitfall**: Two locks in two orders.\n\n## Rest\n\n**Pitfall**: None.\n"),
            ("b.md", "# Two\n\n## Deadlock\n\n**Pitfall: timeouts** They hide it.\n"),
        ]);
        let view = lens(&guide, "lenses/pitfalls.html");
        assert_eq!(contents(&view), ["Deadlock: -, timeouts", "One: Rest"]);
        assert_eq!(view.groups[0].entries[0].href, "../a.html#deadlock");
        assert_eq!(view.groups[0].entries[0].label, None, "the page says it");
        assert!(view.groups[0].entries[0].html.contains("Two locks in two orders."));
    }

    #[test]
    fn a_section_is_gathered_whole_with_the_callouts_in_it() {
        let guide = sample::written(&[(
            "a.md",
            "# One\n\n## Common Mistakes\n\n**Pitfall**: First.\n\n### More\n\n**Pitfall**: Second.\n\n## Else\n",
        )]);
        let view = lens(&guide, "lenses/pitfalls.html");
        assert_eq!(contents(&view), ["One: Common Mistakes"]);
        let html = &view.groups[0].entries[0].html;
        assert!(html.contains("First.") && html.contains("Second.") && !html.contains("id="), "{html}");
    }

    #[test]
    fn a_glossary_names_terms_by_their_item_or_section_and_sorts_them() {
        let guide = sample::written(&[
            ("a.md", "# One\n\n## Words\n\n- **Thread:**\n  - **Concept:** A line of work.\n- **Core:**\n  - **Concept:** What works.\n"),
            ("b.md", "# Two\n\n## Arena\n\n**Definition**: A piece of memory.\n"),
        ]);
        let view = lens(&guide, "lenses/glossary.html");
        assert_eq!(contents(&view), ["A: Arena", "C: Core", "T: Thread"]);
    }

    #[test]
    fn a_long_lens_has_several_pages() {
        let text = "word ".repeat(1000);
        let note = format!("# One\n\n{}", format!("**Pitfall**: {text}\n\n").repeat(30));
        let guide = sample::written(&[("a.md", &note)]);
        let view = lens(&guide, "lenses/pitfalls-2.html");
        assert_eq!(
            view.pages.iter().map(|page| page.href.as_str()).collect::<Vec<_>>(),
            ["pitfalls.html", "pitfalls-2.html", "pitfalls-3.html"]
        );
        assert!(view.pages[1].here);
    }

    #[test]
    fn a_lens_that_gathers_nothing_has_no_page() {
        let guide = sample::written(&[("a.md", "# One\n\nText.\n")]);
        assert!(!crate::page::plan(&guide).pages.iter().any(|plan| plan.route.as_str().starts_with("lenses/")));
    }
}
