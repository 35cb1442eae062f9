//! What the host of the site is told.

use crate::artifact::Output;
use crate::path::SitePath;

/// Tells GitHub Pages to publish the files as they are, those whose names begin with `_` too.
pub(super) fn no_jekyll() -> Output {
    Output::new(SitePath::fixed(".nojekyll"), Vec::new())
}
