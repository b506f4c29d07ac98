//! Pages whose own style would spoil a card that did not keep it out.
//!
//! The same card stands on a plain page and on a strange one, and every box
//! and every computed style of it must be the same on both.

mod inherited;
mod print;
mod sizes;
mod still_theirs;
mod unset;
mod writing;

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde::Deserialize;
use xtask::site::pages::Extra;

use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::{SCRIPT, Setup, campaign};

/// A near miss of the tag, other tags, and a paragraph from right to left.
const DRAFT: &str = "第一次 ＃Gate xStocks 交易体验# #BTC\nمرحبا بالعالم\nand the rest";

/// A page, by what is strange about it.
#[derive(Clone, Copy)]
struct Page {
    doctype: &'static str,
    /// The attributes of its `html`.
    root: &'static str,
    style: &'static str,
}

const PLAIN: Page = Page { doctype: "<!doctype html>", root: "", style: "body { margin: 0 }" };

impl Page {
    /// A page with this style sheet.
    const fn styled(style: &'static str) -> Page {
        Page { style, ..PLAIN }
    }

    /// Puts it on the site, at `/<name>.html`.
    fn publish(self, setup: Setup, name: &str) -> Setup {
        let Page { doctype, root, style } = self;
        let html = format!(
            "{doctype}<html lang=\"zh-CN\" {root}><head><meta charset=\"utf-8\">\
             <title>Page</title><link rel=\"stylesheet\" href=\"/{name}.css\">{SCRIPT}</head>\
             <body><campaign-widget src=\"/campaign.json\" lang=\"zh-CN\">\
             <p>Fallback</p></campaign-widget></body></html>"
        );
        setup
            .file(Extra::new(&format!("/{name}.html"), "text/html; charset=utf-8", html))
            .file(Extra::new(&format!("/{name}.css"), "text/css; charset=utf-8", style))
    }
}

/// A campaign that begins in 20 days, so that nothing on the card changes by itself but
/// digits, which are all as wide.
fn setup() -> Setup {
    let start = Utc::now() + TimeDelta::days(20);
    Setup::new().viewport(900, 800).campaign(&campaign(start, start + TimeDelta::days(7)))
}

/// An element of the card: its box, in CSS pixels from the card's corner, and
/// its computed style.
#[derive(Debug, Deserialize)]
struct Figure {
    name: String,
    place: [f64; 4],
    style: Vec<String>,
}

/// The card's figures, in the order of its elements.
async fn figures(card: &Card) -> Result<Vec<Figure>> {
    let read = "const card = element.shadowRoot.querySelector('.card');
        const corner = card.getBoundingClientRect();
        return [card, ...card.querySelectorAll('*')].map((part) => {
            // What is out of sight is nowhere, which is not the page's corner.
            const isShown = part.getClientRects().length > 0;
            const { x, y, width, height } = isShown ? part.getBoundingClientRect() : corner;
            const style = getComputedStyle(part);
            return {
                name: `${part.localName}.${part.className}`,
                place: [x - corner.x, y - corner.y, width, height],
                style: [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`),
            };
        });";
    card.script(read).await
}

/// Opens a page of [`Page::publish`] and puts its card into a state in which
/// most of its parts are there.
async fn open(stage: &Stage, name: &str) -> Result<Card> {
    stage.open(&format!("/{name}.html")).await?;
    stage.script::<()>("localStorage.clear();").await?;
    let card = stage.card("campaign-widget").await?;
    card.paste_draft(DRAFT).await?;
    card.paste_link("https://x.com/a/status/1940000000000000000 https://x.com/a").await?;
    card.wait_for_number("link-verdict", 2).await?;
    card.wait_for_number("fix", 2).await?;
    let rest = "const root = element.shadowRoot;
        root.activeElement?.blur();
        for (const details of root.querySelectorAll('details')) details.open = true;
        scrollTo(0, 0);";
    card.script::<()>(rest).await?;
    Ok(card)
}

/// What is about a card: the mode of the page, and the style of its own text.
const OUTSIDE: &str = "
    const text = document.body.appendChild(document.createElement('p'));
    const style = (part) => {
        const all = getComputedStyle(part);
        return [...all].map((name) => `${name}: ${all.getPropertyValue(name)}`).join(';');
    };
    const outside = [document.compatMode, style(document.documentElement), style(text)];
    text.remove();
    return outside;";

/// Shows that the card on this page is, to the pixel, that of a plain page.
async fn assert_same_card(page: Page, viewport: (u32, u32)) -> Result<()> {
    let setup = page.publish(PLAIN.publish(setup(), "plain"), "strange");
    on_stage(setup.viewport(viewport.0, viewport.1), async |stage| {
        let expected = figures(&open(stage, "plain").await?).await?;
        let plain = stage.script::<Vec<String>>(OUTSIDE).await?;
        let found = figures(&open(stage, "strange").await?).await?;
        let strange = stage.script::<Vec<String>>(OUTSIDE).await?;
        assert_ne!(strange, plain, "nothing is strange about the page");
        assert!(expected.len() > 80, "the card has only {} elements", expected.len());
        assert_eq!(found.len(), expected.len());
        let wrong: Vec<String> =
            expected.iter().zip(&found).filter_map(|(a, b)| difference(a, b)).collect();
        // The first tells most: what is inside and below follows.
        assert!(wrong.is_empty(), "{} parts differ: {}", wrong.len(), wrong[0]);
        Ok(())
    })
    .await
}

/// What is not the same of two figures.
fn difference(expected: &Figure, found: &Figure) -> Option<String> {
    let mut wrong = Vec::new();
    if expected.name != found.name {
        wrong.push(found.name.clone());
    }
    // A 64th of a pixel is the unit of layout.
    if expected.place.iter().zip(found.place).any(|(a, b)| (a - b).abs() > 1.0 / 32.0) {
        wrong.push(format!("{:?} instead of {:?}", found.place, expected.place));
    }
    let styles = expected.style.iter().zip(&found.style).filter(|(a, b)| a != b);
    wrong.extend(styles.map(|(a, b)| format!("{b} instead of {a}")));
    (!wrong.is_empty()).then(|| format!("{}: {}", expected.name, wrong.join(", ")))
}
