//! What `topics.toml` says of topics, held against what the notes say.
//!
//! Takes declarations and topics; sets the wider topics that are declared, and says which declarations lead nowhere. Must not
//! read the file.

use crate::config::{Declaration, TOPICS_FILE, meant};
use crate::diagnostic::{Code, Diagnostic};
use crate::guide::topics::TopicNames;
use crate::guide::topics::draft::Draft;
use crate::ids::{IdVec, TopicId};

/// Sets the wider topic of each topic that declares one, and parts every ring.
pub(super) fn set_parents(
    drafts: &IdVec<TopicId, Draft>,
    declarations: &[Declaration],
    names: &TopicNames,
    parents: &mut IdVec<TopicId, Option<TopicId>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (id, draft) in drafts.iter_ids() {
        let Some(declaration) = draft.declaration.and_then(|at| declarations.get(at)) else { continue };
        let Some(wanted) = &declaration.parent else { continue };
        match names.find(wanted) {
            Some(parent) if parent != id => parents[id] = Some(parent),
            Some(_) => {}
            None => {
                let known: Vec<_> = drafts.iter().map(|draft| draft.name.as_str()).collect();
                let message =
                    format!("there is no topic `{wanted}` for `{}` to be a part of ({TOPICS_FILE}, line {})", draft.name, declaration.line);
                diagnostics.push(Diagnostic::warning(Code::DeclaredTopic, message).hint(meant(wanted, &known, "the topics are")));
            }
        }
    }
    for id in drafts.ids() {
        let ring = std::iter::successors(parents[id], |above| parents[*above]).take(drafts.len()).any(|above| above == id);
        if ring {
            parents[id] = None;
        }
    }
}

/// Says which declared topics the notes never name.
pub(super) fn report(
    drafts: &IdVec<TopicId, Draft>,
    declarations: &[Declaration],
    is_named: impl Fn(TopicId) -> bool,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (id, draft) in drafts.iter_ids() {
        let Some(declaration) = draft.declaration.and_then(|at| declarations.get(at)) else { continue };
        if !is_named(id) {
            let message = format!("no note names the declared topic `{}` ({TOPICS_FILE}, line {})", declaration.name, declaration.line);
            diagnostics.push(Diagnostic::note(Code::DeclaredTopic, message).hint("add a name that the notes use to its `aliases`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::Guide;
    use crate::guide::fixture::notes;

    fn guide(topics: &str) -> Guide {
        notes([("a.md", "# A\n\n## Heaps\n\nText.\n\n## Tries\n\nText.\n")]).declaring(topics).link()
    }

    /// Each topic with the wider one.
    fn parents(guide: &Guide) -> Vec<String> {
        let parent = |topic: &crate::guide::Topic| topic.parent.map_or("none", |parent| guide.topics[parent].name.as_str());
        guide.topics.iter().map(|topic| format!("{} < {}", topic.name, parent(topic))).collect()
    }

    #[test]
    fn a_declared_topic_may_be_a_part_of_another_by_any_of_its_names() {
        let guide =
            guide("[[topic]]\nname = \"Heaps\"\nparent = \"prefix trees\"\n\n[[topic]]\nname = \"Tries\"\naliases = [\"Prefix tree\"]\n");
        assert_eq!((parents(&guide), guide.said()), (vec!["Heaps < Tries".to_owned(), "Tries < none".to_owned()], vec![]));
    }

    #[test]
    fn a_ring_is_parted() {
        let guide = guide(
            "[[topic]]\nname = \"Heaps\"\nparent = \"Prefix trees\"\n\n[[topic]]\nname = \"Tries\"\naliases = [\"Prefix tree\"]\nparent = \"Heaps\"\n",
        );
        assert_eq!(parents(&guide), ["Heaps < none", "Tries < Heaps"]);
    }

    #[test]
    fn what_leads_nowhere_is_told_with_the_line() {
        let guide =
            guide("[[topic]]\nname = \"Heaps\"\nparent = \"Triez\"\n\n[[topic]]\nname = \"Ropes\"\n\n[[topic]]\nname = \"Tries\"\n");
        let said = guide.said();
        assert!(said.iter().any(|line| line.contains("`Triez`") && line.contains("line 2") && line.contains("Tries")), "{said:?}");
        assert!(said.iter().any(|line| line.contains("no note names the declared topic `Ropes`") && line.contains("line 6")), "{said:?}");
    }
}
