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
