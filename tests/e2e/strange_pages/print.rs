//! A card on paper.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use super::{Page, open, setup};
use crate::card::Card;
use crate::harness::{Stage, on_stage};

/// A dark page, whose brand knows no light half.
const DARK: Page = Page::styled(
    "body { margin: 0; color: #eee; background: #111 }
    campaign-widget {
        --campaign-widget-surface: #111; --campaign-widget-text: #eee;
        --campaign-widget-accent: #ffe600; --campaign-widget-quiet: #bbb;
    }",
);

/// What is on paper of one element.
#[derive(Debug, Deserialize)]
struct Printed {
    name: String,
    /// How much darker than the paper its letters are: a ratio of WCAG.
    contrast: f64,
    /// CSS pixels of its content that do not come out.
    cut: f64,
}

/// Everything that has letters of its own, and whatever is in sight.
const READ: &str = "
    const channel = (value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const luminance = (color) => {
        const [red, green, blue] = color.match(/[\\d.]+/g).map((part) => channel(part / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const shown = [...element.shadowRoot.querySelectorAll('.card, .card *')]
        .filter((part) => part.checkVisibility() && !part.matches('.unseen'));
    return shown.map((part) => {
        const style = getComputedStyle(part);
        const cuts = style.overflow !== 'visible';
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = part;
        return {
            name: `${part.localName}.${part.className}`,
            contrast: 1.05 / (luminance(style.color) + 0.05),
            cut: cuts ? Math.max(scrollHeight - clientHeight, scrollWidth - clientWidth) : 0,
        };
    });";

async fn printed(card: &Card) -> Result<Vec<Printed>> {
    card.script(READ).await
}

async fn print(stage: &Stage) -> Result<()> {
    stage.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await
}

#[tokio::test]
async fn on_paper_the_card_is_dark_on_light_and_nothing_is_there_to_press() -> Result<()> {
    on_stage(DARK.publish(setup(), "dark"), async |stage| {
        let card = open(stage, "dark").await?;
        card.set("theme", "dark").await?;
        print(stage).await?;
        let surface: String = card
            .script("return getComputedStyle(element.shadowRoot.querySelector('.card')).backgroundColor;")
            .await?;
        assert_eq!(surface, "rgb(255, 255, 255)");
        let printed = printed(&card).await?;
        assert!(printed.len() > 20, "{printed:?}");
        for part in &printed {
            assert!(part.contrast >= 4.5, "{part:?}");
            assert!(part.cut <= 1.0, "{part:?}");
            let is_idle = !part.name.starts_with("button") && !part.name.starts_with("textarea");
            assert!(is_idle && !part.name.contains("digits"), "{part:?}");
        }
        // Where a press leads on the screen stands on paper in letters.
        let address = "const link = element.shadowRoot.querySelector('[part=open-questionnaire]');
            return [link.href, getComputedStyle(link, '::after').content];";
        let [href, after]: [String; 2] = card.script(address).await?;
        assert_eq!(after, format!("\"{href}\""));
        Ok(())
    })
    .await
}

/// The number of pages, and the height of the text of the draft in CSS pixels.
async fn paper(stage: &Stage, card: &Card) -> Result<(u64, f64)> {
    print(stage).await?;
    let height = "const text = document.createRange();
        text.selectNodeContents(element.shadowRoot.querySelector('.behind'));
        const { color } = getComputedStyle(element.shadowRoot.querySelector('.behind'));
        return color === 'rgb(0, 0, 0)' ? text.getBoundingClientRect().height : 0;";
    let height = card.script(height).await?;
    stage.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
    let pdf = stage.browser.cdp().send_raw("Page.printToPDF", json!({})).await?;
    let count = "return atob(arguments[0]).match(/\\/Type *\\/Page\\b/g).length;";
    let pages = stage.browser.execute(count, vec![pdf["data"].clone()]).await?;
    Ok((pages.json().as_u64().context("a number")?, height))
}

/// A draft that scrolls on the screen, and one that is too long for marks.
#[tokio::test]
async fn on_paper_the_draft_is_whole_however_long() -> Result<()> {
    on_stage(DARK.publish(setup(), "dark"), async |stage| {
        let card = open(stage, "dark").await?;
        let (few, low) = paper(stage, &card).await?;
        for lines in [200, 600] {
            let draft = "一行字，一行字\n".repeat(lines);
            card.paste_draft(&draft).await?;
            card.wait_for_draft(&draft).await?;
            let (pages, height) = paper(stage, &card).await?;
            let least = 20.0 * lines as f64;
            assert!(height > least && low < 200.0, "{lines} lines are {height} px tall");
            // A sheet of letter paper is 1056 CSS pixels tall, with its margins.
            assert!((pages - few) as f64 > least / 1056.0, "{lines} lines on {pages} sheets");
        }
        Ok(())
    })
    .await
}
