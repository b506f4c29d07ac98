//! The style that a page may give to the card: what the manifest lists is what
//! the style sheet takes, and the themes keep to it.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "helpers of tests are tests, too")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

const MANIFEST: &str = include_str!("../src/package/custom-elements.json");
const README: &str = include_str!("../src/package/README.md");
const TOKENS: &str = include_str!("../style/tokens.css");
const SHEETS: [&str; 5] = [
    include_str!("../style/widget.css"),
    include_str!("../style/countdown.css"),
    include_str!("../style/steps.css"),
    include_str!("../style/field.css"),
    include_str!("../style/delivery.css"),
];
const PREFIX: &str = "--campaign-widget-";

/// Every name in a text that begins with the public prefix.
fn public_names(text: &str) -> BTreeSet<&str> {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    text.split(|letter| !is_name(letter)).filter(|name| name.starts_with(PREFIX)).collect()
}

/// What the manifest lists under a key.
fn listed(key: &str) -> Vec<Value> {
    let manifest: Value = serde_json::from_str(MANIFEST).expect("JSON");
    let list = &manifest["modules"][0]["declarations"][0][key];
    list.as_array().expect("a list").clone()
}

/// The custom properties that the style sheet reads, with what it takes
/// otherwise: by the first rule that reads one, which those for some browsers
/// come after.
fn tokens() -> BTreeMap<String, String> {
    let mut tokens = BTreeMap::new();
    for line in TOKENS.lines() {
        let read = line.split_once("var(--campaign-widget-").map(|(_, read)| read);
        let read = read.and_then(|read| read.strip_suffix(");"));
        if let Some((name, otherwise)) = read.and_then(|read| read.split_once(", ")) {
            tokens.entry(format!("{PREFIX}{name}")).or_insert_with(|| otherwise.to_owned());
        }
    }
    tokens
}

fn themes() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style/themes");
    let read = |path: PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("a theme"))
    };
    let entries = fs::read_dir(folder).expect("the folder of the themes");
    entries.map(|entry| read(entry.expect("an entry").path())).collect()
}

#[test]
fn the_manifest_has_every_public_token_with_its_value_and_no_other() {
    let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let properties = listed("cssProperties");
    let listed: BTreeMap<_, _> =
        properties.iter().map(|one| (text(one, "name"), text(one, "default"))).collect();
    assert_eq!(listed, tokens());
    for sheet in SHEETS {
        assert_eq!(public_names(sheet), BTreeSet::new(), "all of them are in tokens.css");
    }
}

#[test]
fn a_theme_sets_nothing_but_public_tokens_and_parts() {
    let (tokens, parts) = (public_names(TOKENS), listed("cssParts"));
    let themes = themes();
    assert_eq!(themes.len(), 3);
    for (name, css) in themes {
        assert!(public_names(&css).is_subset(&tokens), "{name}");
        for part in css.split("::part(").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(parts.iter().any(|one| one["name"] == part), "{name} styles ::part({part})");
        }
        let heads = css.split('{').filter_map(|text| text.rsplit(['{', '}', ';', '/']).next());
        let selectors = heads.flat_map(|head| head.split(',')).map(str::trim);
        for selector in selectors.filter(|one| !one.is_empty() && !one.starts_with('@')) {
            assert!(selector.starts_with("campaign-widget"), "{name}: {selector}");
        }
    }
}

/// Otherwise one of the two schemes would be somebody else's.
#[test]
fn each_colour_of_a_theme_has_a_light_and_a_dark_half() {
    let colours_in = |line: &str| line.matches('#').count() + line.matches("oklch(").count();
    for (name, css) in themes() {
        for line in css.lines().filter(|line| colours_in(line) > 0) {
            assert_eq!(line.matches("light-dark(").count(), 1, "{name}: {line}");
            assert_eq!(colours_in(line), 2, "{name}: {line}");
        }
    }
}

/// A page that does not say its encoding would show other letters in their place.
#[test]
fn a_theme_is_written_in_ascii() {
    for (name, css) in themes() {
        assert!(css.is_ascii(), "{name}");
    }
}

#[test]
fn the_readme_shows_every_theme() {
    for (name, _) in themes() {
        assert!(README.contains(&format!("`themes/{name}.css`")), "{name}");
    }
}
