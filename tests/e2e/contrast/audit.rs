//! The card in all themes, both schemes and the states that show most of it,
//! held against WCAG 2.2 by axe-core.

use anyhow::Result;

use super::axe::{Audit, Finding, audit, load};
use super::in_each_theme;
use crate::card::Card;
use crate::delivery::open;
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::outbox::Seven;

/// Text on its ground, links in text, and room for a finger.
pub const RULES: [&str; 3] = ["color-contrast", "link-in-text-block", "target-size"];

/// A near miss of the tag, two others, a link that X counts, and too much text.
fn failing_draft() -> String {
    format!("＃Gate xStocks 交易体验# #BTC #大涨# https://example.com {}", "多".repeat(150))
}

/// What axe cannot decide: an empty field, which is filled in the other states;
/// a field that lies over marks, which a test of its own measures; and an icon,
/// which is no text to it. Its colour is that of the other buttons, and its name
/// is in its title.
const UNDECIDED: [(&str, &str); 4] = [
    ("color-contrast", "Element has no value; test color contrast with a value entered"),
    (
        "color-contrast",
        "Element's background color could not be determined because it's partially obscured by \
         another element",
    ),
    ("color-contrast", "Element content contains only non-text characters"),
    (
        "label-content-name-mismatch",
        "Unable to determine if the visible text is part of the accessible name",
    ),
];

/// Fails with what axe found, and with what it could not decide and nobody has.
pub fn assert_clean(audit: &Audit, when: &str) {
    assert!(audit.violations.is_empty(), "{when}: {:#?}", audit.violations);
    let is_open = |found: &&Finding| !UNDECIDED.contains(&(&found.rule, &found.message));
    let unsure: Vec<_> = audit.unsure.iter().filter(is_open).collect();
    assert!(unsure.is_empty(), "{when}: {unsure:#?}");
}

async fn assert_legible(stage: &Stage, card: &Card, state: &str) -> Result<()> {
    in_each_theme(stage, card, async |theme| {
        let audit = audit(stage, &RULES).await?;
        assert_clean(&audit, &format!("{state}, {theme}"));
        assert!(audit.passed.iter().any(|rule| rule == "color-contrast"), "{:?}", audit.passed);
        Ok(())
    })
    .await
}

/// Writes and pastes what is wrong in as many ways as one card shows.
pub async fn fail(card: &Card) -> Result<()> {
    card.paste_draft(&failing_draft()).await?;
    let rounded = link(&format!("{}0000", &recent_post()[..15]));
    card.paste_link(&format!("{} https://x.com/a {rounded}", link("1940000000000000000"))).await?;
    card.wait_for_verdicts(&["too-early", "profile", "rounded"]).await?;
    card.wait_for_number("fix", 2).await?;
    card.press("share-x").await?;
    card.script(
        "for (const details of element.shadowRoot.querySelectorAll('details'))
        details.open = true;",
    )
    .await
}

#[tokio::test]
async fn everything_can_be_read_in_every_theme() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        load(stage).await?;
        assert_legible(stage, &card, "fresh").await?;
        fail(&card).await?;
        assert_legible(stage, &card, "failing").await?;
        Seven::hand_in(stage, &card).await?;
        assert_legible(stage, &card, "handed in").await
    })
    .await
}

/// The least contrast of the draft's text with a mark behind it: WCAG 2.2.
const ON_MARKS: &str = "
    const root = element.shadowRoot;
    const probe = document.createElement('span');
    root.querySelector('.card').append(probe);
    const numbers = (colour) => {
        probe.style.backgroundColor = `color-mix(in srgb, ${colour}, ${colour})`;
        const found = getComputedStyle(probe).backgroundColor.split('srgb')[1].match(/[-.\\de]+/g);
        return found.map(Number);
    };
    const luminance = (shade) => {
        const [red, green, blue] = shade.map((part) =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const surface = numbers('var(--surface)');
    const text = luminance(numbers(getComputedStyle(root.querySelector('#draft')).color));
    const ratios = [...root.querySelectorAll('.behind mark')].map((mark) => {
        const [red, green, blue, alpha = 1] = numbers(getComputedStyle(mark).backgroundColor);
        const over = [red, green, blue].map((part, index) =>
            part * alpha + surface[index] * (1 - alpha));
        const ground = luminance(over);
        return Math.max(text, ground) / Math.min(text, ground);
    });
    probe.remove();
    return [ratios.length, Math.min(...ratios)];";

#[tokio::test]
async fn the_text_can_be_read_on_every_mark_in_every_theme() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let draft = format!("#Gate xStocks 交易体验# {}", failing_draft());
        card.paste_draft(&draft).await?;
        card.wait_for_rules(&[("tag", "pass"), ("only-tag", "fail")]).await?;
        in_each_theme(stage, &card, async |theme| {
            let (marks, least): (usize, f64) = card.script(ON_MARKS).await?;
            assert!(marks >= 3 && least >= 4.5, "{theme}: {least} on one of {marks}");
            Ok(())
        })
        .await
    })
    .await
}

/// Everything else that axe knows, where only the colours would differ.
#[tokio::test]
async fn axe_finds_nothing_on_the_card() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        load(stage).await?;
        assert_clean(&audit(stage, &[]).await?, "fresh");
        fail(&card).await?;
        assert_clean(&audit(stage, &[]).await?, "failing");
        Seven::hand_in(stage, &card).await?;
        assert_clean(&audit(stage, &[]).await?, "handed in");
        Ok(())
    })
    .await
}

/// So that the tests above can fail.
#[tokio::test]
async fn axe_sees_what_cannot_be_read() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        load(stage).await?;
        card.script::<()>(
            "element.style.setProperty('--campaign-widget-accent', '#ffe600');
            element.style.setProperty('--campaign-widget-on-accent', '#fff');",
        )
        .await?;
        card.set("theme", "light").await?;
        let audit = audit(stage, &RULES).await?;
        let part = |part: &str| audit.violations.iter().any(|found| found.target.contains(part));
        assert!(part("add-to-calendar") && part("details"), "{:#?}", audit.violations);
        Ok(())
    })
    .await
}
