//! The style that a page may give to the card: what the README promises is what
//! the style sheet takes, and the themes keep to it.
#![allow(clippy::expect_used, reason = "helpers of tests are tests, too")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const README: &str = include_str!("../README.md");
const TOKENS: &str = include_str!("../style/tokens.css");
const WIDGET: &str = include_str!("../style/widget.css");
const PREFIX: &str = "--campaign-widget-";

/// Every name in a text that begins with the public prefix.
fn public_names(text: &str) -> BTreeSet<&str> {
    let is_name = |letter: char| letter.is_ascii_lowercase() || letter == '-';
    text.split(|letter| !is_name(letter)).filter(|name| name.starts_with(PREFIX)).collect()
}

/// What stands in backquotes in the first column of the README's table whose
/// head begins like this.
fn first_column(head: &str) -> BTreeSet<&'static str> {
    let table = README.split_once(head).expect("the table").1;
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
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
fn the_readme_has_every_public_token_and_no_other() {
    let promised = first_column("| custom property |");
    assert_eq!(promised, public_names(TOKENS));
    assert_eq!(public_names(WIDGET), BTreeSet::new(), "all of them are in tokens.css");
}

#[test]
fn a_theme_sets_nothing_but_public_tokens_and_parts() {
    let (tokens, parts) = (public_names(TOKENS), first_column("| part |"));
    let themes = themes();
    assert_eq!(themes.len(), 3);
    for (name, css) in themes {
        assert!(public_names(&css).is_subset(&tokens), "{name}");
        for part in css.split("::part(").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(parts.contains(part), "{name} styles ::part({part})");
        }
        let selectors = css.lines().filter(|line| line.ends_with('{') || line.ends_with(','));
        for selector in selectors.map(str::trim).filter(|line| !line.starts_with('@')) {
            assert!(selector.starts_with("campaign-widget"), "{name}: {selector}");
        }
    }
}

/// Otherwise one of the two schemes would be somebody else's.
#[test]
fn each_colour_of_a_theme_has_a_light_and_a_dark_half() {
    for (name, css) in themes() {
        let colours = css.lines().filter(|line| line.contains('#') && line.contains(':'));
        for colour in colours {
            assert_eq!(colour.matches("light-dark(").count(), 1, "{name}: {colour}");
            assert_eq!(colour.matches('#').count(), 2, "{name}: {colour}");
        }
    }
}

#[test]
fn the_readme_shows_every_theme() {
    for (name, _) in themes() {
        assert!(README.contains(&format!("style/themes/{name}.css")), "{name}");
    }
}
