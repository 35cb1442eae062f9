//! Topics in the making: named, addressed and placed, before the questions of the guide are known.
//!
//! Takes concepts that are topics; gives drafts with addresses, in the order of their slugs. Must not look into notes.

use std::collections::HashSet;

use crate::config::Declaration;
use crate::guide::address::{Addresses, Owner};
use crate::guide::topic::TopicSection;
use crate::guide::topics::hierarchy::Hierarchy;
use crate::guide::topics::kin;
use crate::guide::topics::merge::{Concept, ConceptId};
use crate::guide::topics::name;
use crate::ids::{IdVec, NoteId, TopicId};
use crate::markdown::slug::slug;
use crate::path::{SitePath, stem_of};

/// A topic that lacks what other parts of the guide add.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
    pub(super) route: SitePath,
    /// What its names are compared by.
    pub(super) keys: Vec<String>,
    /// The places that found it.
    pub(super) sections: Vec<TopicSection>,
    pub(super) notes: Vec<NoteId>,
    pub(super) summary: Option<String>,
    /// The declaration that it follows, by position.
    pub(super) declaration: Option<usize>,
}

/// A concept that is a topic, with those that it takes up.
pub(super) struct Chosen<'a> {
    pub(super) id: ConceptId,
    pub(super) adopted: &'a [ConceptId],
}

/// What drafts are made with beside the concepts.
pub(super) struct Ground<'a> {
    /// The words that the whole guide is about.
    pub(super) subjects: &'a [String],
    /// What the author declares.
    pub(super) declarations: &'a [Declaration],
}

/// The name that the author declares, else the one that notes use.
fn name_of<'a>(concept: &'a Concept, ground: &Ground<'a>) -> &'a str {
    let declared = concept.declaration.and_then(|at| ground.declarations.get(at));
    declared.map_or(&concept.name, |declaration| &declaration.name)
}

/// Names the topics and gives each an address; with each draft goes the concept that it was.
pub(super) fn drafts(
    concepts: &IdVec<ConceptId, Concept>,
    chosen: &[Chosen<'_>],
    hierarchy: &Hierarchy,
    ground: &Ground<'_>,
    addresses: &mut Addresses,
) -> IdVec<TopicId, (Draft, ConceptId)> {
    let mut wished: Vec<_> = chosen.iter().map(|chosen| (topic_slug(name_of(&concepts[chosen.id], ground)), chosen)).collect();
    wished.sort_by(|a, b| a.0.cmp(&b.0));
    let mut drafts: Vec<_> =
        wished.into_iter().map(|(slug, chosen)| (draft(concepts, chosen, hierarchy, ground, &slug, addresses), chosen.id)).collect();
    drafts.sort_by(|(a, _), (b, _)| a.slug.cmp(&b.slug));
    drafts.into()
}

fn draft(
    concepts: &IdVec<ConceptId, Concept>,
    chosen: &Chosen<'_>,
    hierarchy: &Hierarchy,
    ground: &Ground<'_>,
    slug: &str,
    addresses: &mut Addresses,
) -> Draft {
    let concept = &concepts[chosen.id];
    let all = || std::iter::once(concept).chain(chosen.adopted.iter().map(|id| &concepts[*id]));
    let name = name_of(concept, ground);
    let declaration = concept.declaration.and_then(|at| ground.declarations.get(at));
    // A declared name that no note spells stands among the others as what it is compared by.
    let mut seen = HashSet::from([name.to_lowercase(), declaration.map_or_else(String::new, |_| name::key(name))]);
    let declared = declaration.into_iter().flat_map(|declaration| &declaration.aliases);
    let others = all().flat_map(|concept| std::iter::once(&concept.name).chain(&concept.aliases));
    let tails = hierarchy.tails.get(&chosen.id).into_iter().flatten();
    let aliases: Vec<String> = declared.chain(others).chain(tails).filter(|name| seen.insert(name.to_lowercase())).cloned().collect();
    let aliases = telling(name, aliases, ground.subjects);
    let keys = all().flat_map(|concept| concept.keys.iter().cloned()).chain(aliases.iter().map(|name| name::key(name))).collect();
    let route = addresses.claim(&SitePath::fixed(&format!("topics/{slug}.html")), Owner::Topic).path;
    let mut notes: Vec<_> = concept.places.titled.iter().chain(&concept.places.declared).copied().collect();
    notes.sort_unstable();
    notes.dedup();
    let slug = stem_of(route.as_str()).to_owned();
    Draft {
        slug,
        name: name.to_owned(),
        aliases,
        route,
        keys,
        sections: concept.places.sections.clone(),
        notes,
        summary: declaration.and_then(|declaration| declaration.summary.clone()),
        declaration: concept.declaration,
    }
}

/// The aliases that say more than another name with a word beside it, as "threading module" does not beside "threading".
fn telling(name: &str, aliases: Vec<String>, subjects: &[String]) -> Vec<String> {
    let keys: HashSet<String> = std::iter::once(name).chain(aliases.iter().map(String::as_str)).map(name::key).collect();
    let is_telling = |alias: &String| {
        let key = name::key(alias);
        let bare = kin::bare(&key, subjects);
        bare == key || !keys.contains(bare)
    };
    aliases.into_iter().filter(is_telling).collect()
}

/// The name of a topic in its address. What GitHub's slugs leave out tells some names apart: C, C++ and C#.
fn topic_slug(name: &str) -> String {
    let spelled = name.replace('+', "p").replace('#', "sharp").replace(['&', '/', '.'], " ");
    let slug = slug(&spelled);
    let words: Vec<_> = slug.split(['-', '_']).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "topic".to_owned() } else { words.join("-") }
}
