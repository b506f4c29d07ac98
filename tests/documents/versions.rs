//! The names of files that have the version in them.

use super::sources::{files, root, text};

/// The versions in names such as `campaign-widget-1.0.0.js`.
fn versions(document: &str) -> Vec<&str> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
    let names = document.split(|letter| !is_name(letter));
    let named = names.filter(|name| name.starts_with("campaign-widget"));
    let stems = named.filter_map(|name| {
        [".js", ".wasm"].iter().find_map(|extension| name.strip_suffix(extension))
    });
    let last = stems.filter_map(|stem| stem.rsplit('-').next());
    last.filter(|version| version.starts_with(|first: char| first.is_ascii_digit())).collect()
}

#[test]
fn every_document_names_the_files_of_this_version() {
    let mut named = 0;
    for file in files(root(), "md") {
        for version in versions(&text(&file)) {
            assert_eq!(version, env!("CARGO_PKG_VERSION"), "{}", file.display());
            named += 1;
        }
    }
    assert!(named > 0);
}

#[test]
fn a_version_is_found_in_a_name_and_nowhere_else() {
    let document = "src=\"/campaign-widget/campaign-widget-1.2.3.js\", `campaign-widget-core-1.2.4.wasm`, \
        campaign-widget.js, campaign-widget-frame.js, twitter-text-3.1.0.js";
    assert_eq!(versions(document), ["1.2.3", "1.2.4"]);
}
