//! Room for readers who enlarge, space or recolour what they read: WCAG 2.2, success
//! criteria 1.4.4, 1.4.10 and 1.4.12, and the colours of a system with high contrast.
//!
//! `languages` shows the same at 280 pixels in every language, with the sizes as they are.

use anyhow::{Result, ensure};
use serde_json::json;

use super::ring::{self, RING};
use super::{LANGUAGES, ask, open, stage};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::languages::fit::faults;

/// What 1280 pixels become when they are enlarged to 400 %.
const ENLARGED: u32 = 320;

/// The style sheet of a reader who needs space within text, as success criterion 1.4.12
/// has it.
const SPACED: &str = "
    * {
        line-height: 1.5 !important;
        letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important; }";

/// The style sheet of a reader who needs letters of twice the size.
const TWICE: &str = ".reset-root { font-size: 200% !important; }";

/// Lets the cards' trees have this style sheet, instead of the one before, and unfolds
/// everything. Gives the cards.
const ADOPT: &str = "
    globalThis.adopted ??= new CSSStyleSheet();
    adopted.replaceSync(SHEET);
    for (const { shadowRoot } of cards) {
        const { adoptedStyleSheets } = shadowRoot;
        if (!adoptedStyleSheets.includes(adopted)) adoptedStyleSheets.push(adopted);
        for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
    }
    return cards.map(({ id }) => id);";

/// Makes the page and its cards so wide, in CSS pixels.
async fn widen(stage: &Stage, page: u32, card: u32) -> Result<()> {
    stage.resize(page, 800).await?;
    let width = json!(format!("{card}px"));
    stage.script(&format!("document.documentElement.style.setProperty('--width', {width});")).await
}

/// What is lost on any card, once they have one more style sheet: what hangs over its edge
/// or is cut off. (Nothing is lost where a word is broken, or the space at the end of a
/// line or of the digits reaches into the padding.)
async fn lost(stage: &Stage, sheet: &str) -> Result<Vec<String>> {
    let adopt = ADOPT.replace("SHEET", &json!(sheet).to_string());
    let mut found = Vec::new();
    for card in ask::<Vec<String>>(stage, &adopt).await? {
        let faults = faults(&Card::at(&stage.browser, &format!("#{card}"))).await?;
        let is_lost = |fault: &String| {
            ["hangs over", "is cut off", "the page is"].iter().any(|lost| fault.contains(lost))
        };
        let lost = faults.into_iter().filter(is_lost);
        found.extend(lost.map(|fault| format!("{card}: {fault}")));
    }
    Ok(found)
}

#[tokio::test]
async fn spaced_and_large_text_has_room_also_enlarged_to_400_percent() -> Result<()> {
    on_stage(stage(), async |stage| {
        let mut found = Vec::new();
        for language in LANGUAGES {
            open(stage, language, 360).await?;
            for (page, card, what, sheet) in [
                (400, 360, "twice", TWICE),
                (400, 360, "spaced", SPACED),
                (1400, 1280, "twice", TWICE),
                (1400, 1280, "spaced", SPACED),
            ] {
                widen(stage, page, card).await?;
                let lost = lost(stage, sheet).await?.into_iter();
                found.extend(lost.map(|fault| format!("{language}, {page} px, {what}: {fault}")));
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    })
    .await
}

/// Text that one cannot read by the colours that the browser gives it. (axe-core takes
/// those that the page has asked for.)
const ILLEGIBLE: &str = "
    const hasText = (part) => [...part.childNodes].some(({ nodeType, data }) =>
        nodeType === Node.TEXT_NODE && data.trim());
    return cards.flatMap((card) => [...card.shadowRoot.querySelectorAll('*')]
        .filter((part) => isSeen(part) && hasText(part) && !part.disabled
            && !part.closest('style, .unseen, .behind, textarea'))
        .flatMap((part) => {
            const ground = groundOf(part);
            const ratio = contrast([...ground, getComputedStyle(part).color], ground);
            // The system's own pair, which the strong button has, is as it is.
            const least = part.matches('.primary') ? contrast(['Highlight'], ['HighlightText']) : 4.5;
            return ratio + 0.01 < Math.min(4.5, least) ? [`${nameOf(part)} has a contrast of ${ratio.toFixed(2)}`] : [];
        }));";

/// The colours of the system, on a page that is enlarged to 400 %.
#[tokio::test]
async fn with_high_contrast_and_enlarged_everything_is_read_and_the_focus_is_seen() -> Result<()> {
    on_stage(stage().viewport(ENLARGED, 256), async |stage| {
        for language in LANGUAGES {
            open(stage, language, 280).await?;
            for scheme in ["light", "dark"] {
                stage
                    .prefer(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)])
                    .await?;
                let mut faults = lost(stage, "").await?;
                faults.extend(ring::faults(stage, scheme).await?);
                faults.extend(ask::<Vec<String>>(stage, &format!("{RING}{ILLEGIBLE}")).await?);
                ensure!(faults.is_empty(), "{language}, {scheme}:\n{}", faults.join("\n"));
            }
        }
        Ok(())
    })
    .await
}
