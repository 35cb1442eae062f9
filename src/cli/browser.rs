//! Opens a page for the person who asked for it. The only user of the crate `open`.

use super::console::Console;

/// Opens a file or address in the user's browser. That there is none is worth a word, not an error.
pub(super) fn open(console: Console, target: &str) {
    if let Err(error) = open::that_detached(target) {
        console.say(&format!("could not open a browser ({error}); open {target} yourself"));
    }
}
