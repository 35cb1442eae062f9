//! Paths as people are shown them.

use std::path::{Component, Path, PathBuf};

/// The path without steps that lead nowhere: `./a` and `b/../a` are `a`.
pub(super) fn shown(path: &Path) -> PathBuf {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match (part, parts.last()) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => _ = parts.pop(),
            _ => parts.push(part),
        }
    }
    if parts.is_empty() { PathBuf::from(".") } else { parts.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_that_lead_nowhere_are_left_out() {
        for (path, expected) in [("./a/./b", "a/b"), ("a/../b", "b"), ("../../a", "../../a"), ("a/..", "."), ("/a/../b", "/b")] {
            assert_eq!(shown(Path::new(path)), Path::new(expected));
        }
    }
}
