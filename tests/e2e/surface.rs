//! What a style sheet and a test find in the card, held to the manifest after
//! each test: no part, no `data-*` of one and no value of that is left out there.

use anyhow::Result;
use serde::Deserialize;
use thirtyfour::WebDriver;
use xtask::surface::Element;

/// The parts of all cards of the page, with their data.
const SEEN: &str = "
    const cards = [...document.querySelectorAll('campaign-widget')];
    const parts = cards.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('[part]') ?? [])]);
    return parts.map((part) => ({
        names: [...part.part],
        data: [...part.attributes].map(({ name, value }) => [name, value])
            .filter(([name]) => name.startsWith('data-')),
    }));";

/// An element of the card that has a part's name.
#[derive(Debug, Deserialize)]
struct Seen {
    names: Vec<String>,
    data: Vec<(String, String)>,
}

/// What the card on the page has and the manifest does not list.
pub async fn unlisted(browser: &WebDriver) -> Result<Vec<String>> {
    let element = Element::read()?;
    // A test may end where no script runs, or spoil what this one needs.
    let seen = match browser.execute(SEEN, vec![]).await {
        Ok(seen) => seen.convert().unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    Ok(seen.iter().flat_map(|seen| unlisted_of(seen, &element)).collect())
}

fn unlisted_of(seen: &Seen, element: &Element) -> Vec<String> {
    let mut unlisted = Vec::new();
    for name in &seen.names {
        let Some(part) = element.css_parts.iter().find(|part| part.name == *name) else {
            unlisted.push(format!("the manifest has no part {name:?}"));
            continue;
        };
        for (key, value) in &seen.data {
            let listed = part.data.iter().find(|data| data.name == *key);
            if !listed.is_some_and(|data| data.values.is_empty() || data.values.contains(value)) {
                unlisted.push(format!("the manifest has no {key}={value:?} of {name:?}"));
            }
        }
    }
    unlisted
}

#[test]
fn what_is_left_out_is_named() -> Result<()> {
    let element = Element::read()?;
    let named = |name: &str, data: &[(&str, &str)]| {
        let data = data.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect();
        unlisted_of(&Seen { names: vec![name.into()], data }, &element).len()
    };
    assert_eq!(named("title", &[]), 0);
    assert_eq!(named("entry", &[("data-post-id", "1"), ("data-state", "queued")]), 0);
    assert_eq!(named("heading", &[]), 1);
    assert_eq!(named("title", &[("data-state", "queued")]), 1);
    assert_eq!(named("entry", &[("data-post-id", "1"), ("data-state", "lost")]), 1);
    Ok(())
}
