//! Tells cargo that the theme is part of the program: a template or style that was added must be embedded.

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=static");
}
