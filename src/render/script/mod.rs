//! The theme's scripts as a site has them: fewer files, fewer bytes.
//!
//! Takes the modules as they are written; gives files that do the same. `join.rs` puts modules together that are always loaded
//! together, `lexer.rs` reads them, `names.rs` and `squeeze.rs` shorten what is theirs alone. No bundler: it knows the theme's style and no more
//! of the language, and the theme's tests run on what it gives.

mod join;
mod lexer;
mod names;
mod squeeze;

use std::collections::BTreeMap;

use super::strip;

/// The files of the theme's modules, by path.
pub(super) fn files<'a>(modules: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let texts: BTreeMap<&str, String> = modules.map(|(path, text)| (path, strip::script(text))).collect();
    join::join(&texts).into_iter().map(|(path, text)| (path, squeeze::squeezed(&text))).collect()
}
