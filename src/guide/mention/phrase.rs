//! The phrase that words stand in: the name of something else may hold them.
//!
//! Takes a line and a stretch of it; tells whether a topic's name there is a part of another name. Must not know what the topic
//! is.

use std::ops::Range;

use crate::guide::mention::line::Line;
use crate::guide::mention::spelling::{Case, Form};

/// Whether words are a part of another thing's name (`Descriptor Pattern`, `Docker's layer caching`), or a single one is the whole
/// of a line in a number that nobody calls the topic by (`Decorator` among other patterns).
pub(super) fn is_of_something_else(line: &Line, range: &Range<usize>, case: Case, form: Form) -> bool {
    let after = line.text.get(range.end..).unwrap_or_default();
    let goes_on = after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase));
    let is_whole_line = range.len() == line.text.trim().len();
    goes_on || is_owned(line, range) || is_whole_line && case == Case::Word && form == Form::Derived
}

/// How many letters words such as `or` and `own` have at most.
const SHORT: usize = 3;

/// Words that end in `'s` and own nothing.
const CONTRACTIONS: [&str; 10] = ["he", "here", "how", "it", "let", "she", "that", "there", "what", "who"];

/// Whether a single word ends the name of what something has: `Docker's layer caching`, but not `Docker's caching`.
fn is_owned(line: &Line, range: &Range<usize>) -> bool {
    let before = line.text.get(..range.start).unwrap_or_default();
    let is_single = !line.text.get(range.clone()).unwrap_or_default().contains(' ');
    let owner = || {
        let (others, kind) = before.strip_suffix(' ')?.rsplit_once(' ')?;
        // `Flask's or Django's`: a short word is no part of a name.
        let is_kind = kind.len() > SHORT && kind.chars().all(char::is_alphabetic);
        others.rsplit(' ').next().filter(|_| is_kind)?.strip_suffix('s')?.strip_suffix(['\'', '’'])
    };
    is_single && owner().is_some_and(|owner| !CONTRACTIONS.contains(&owner.to_lowercase().as_str()))
}
