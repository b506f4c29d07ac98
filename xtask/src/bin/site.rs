//! The site, as a program.
fn main() {}
