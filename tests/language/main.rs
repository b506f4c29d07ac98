//! Native suite: the languages of the card.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "helpers of tests are tests, too"
)]

mod all;
mod dates;
mod files;
mod found;
mod literals;
mod plurals;
mod refused;
mod sayings;
mod scripts;
mod typography;

use campaign_widget::language::{FILES, File, Language, PSEUDO};

/// Every language of the card.
fn languages() -> Vec<Language> {
    FILES.iter().map(read).collect()
}

fn language(tag: &str) -> Language {
    read(FILES.iter().find(|file| file.tag == tag).expect(tag))
}

/// The language that nobody speaks.
fn pseudo() -> Language {
    read(&PSEUDO)
}

fn read(file: &File) -> Language {
    let language = Language::read(file.early, plurals::category);
    language.add(file.forms);
    language
}
