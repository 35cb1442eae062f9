//! The render phase: views become HTML, and the theme's files become outputs.
//!
//! Takes views and the site's own templates and files; gives outputs. The only user of the template engine. Must not look at
//! the guide: what a template may know is in its view.

mod assets;
mod policy;
mod renderer;
mod script;
mod strip;
mod theme;

pub use assets::{Assets, SiteFile};
pub use renderer::{Renderer, TemplateSource};
