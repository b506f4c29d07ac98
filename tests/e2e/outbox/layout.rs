//! The list on a small phone.

use anyhow::Result;
use serde::Deserialize;
use serde_json::json;

use super::Seven;
use crate::card::Card;
use crate::harness::on_stage;

/// Something that can be pressed, and how large it is in CSS pixels.
#[derive(Debug, Deserialize)]
struct Target {
    part: String,
    class: String,
    width: f64,
    height: f64,
}

async fn targets(card: &Card) -> Result<Vec<Target>> {
    let read = "return [...element.shadowRoot.querySelectorAll(
            '.helper :is(a, button)')].map((target) => {
        const { width, height } = target.getBoundingClientRect();
        const part = target.getAttribute('part') ?? target.localName;
        return { part, class: target.className, width, height };
    }).filter(({ width }) => width > 0);";
    card.script(read).await
}

/// How far anything of the card reaches over the edges of the page.
async fn overhang(card: &Card) -> Result<f64> {
    let read = "const seen = [...element.shadowRoot.querySelectorAll('.helper *:not(.unseen)')]
            .map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
        const page = document.documentElement;
        return Math.max(
            page.scrollWidth - page.clientWidth,
            ...seen.map(({ left, right }) => Math.max(-left, right - page.clientWidth)),
        );";
    card.script(read).await
}

#[tokio::test]
async fn on_a_small_phone_nothing_hangs_over_and_all_can_be_pressed() -> Result<()> {
    for width in [320, 360] {
        on_stage(Seven::setup().viewport(width, 800), async |stage| {
            let card = stage.open_card().await?;
            Seven::hand_in(stage, &card).await?;
            for language in ["zh-CN", "en"] {
                card.set("lang", language).await?;
                let words = if language == "en" { "In line" } else { "排队中" };
                card.wait_for_text(words).await?;
                assert!(overhang(&card).await? <= 0.5, "{language}");
                for target in targets(&card).await? {
                    let least = if target.class.contains("primary") { 44.0 } else { 24.0 };
                    let fits = target.width >= least && target.height >= least;
                    assert!(fits, "{width} px, {language}: {target:?}");
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn under_a_finger_every_button_has_44_pixels() -> Result<()> {
    on_stage(Seven::setup().viewport(360, 800), async |stage| {
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        stage.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
        let card = stage.open_card().await?;
        assert!(stage.script::<bool>("return matchMedia('(pointer: coarse)').matches;").await?);
        Seven::hand_in(stage, &card).await?;
        for target in targets(&card).await? {
            if target.part != "a" {
                assert!(target.width >= 44.0 && target.height >= 44.0, "{target:?}");
            }
        }
        Ok(())
    })
    .await
}

/// What is far above is not seen.
#[tokio::test]
async fn what_a_press_did_is_said_where_the_person_looks() -> Result<()> {
    on_stage(Seven::setup().viewport(360, 740), async |stage| {
        let card = stage.open_card().await?;
        let seven = Seven::hand_in(stage, &card).await?;
        card.press_of(&seven.delivered, "copy-link").await?;
        card.wait_for_text("链接已复制。").await?;
        let in_view = "return [...element.shadowRoot.querySelectorAll('.helper *')]
            .filter((part) => part.textContent === '链接已复制。')
            .map((part) => part.getBoundingClientRect())
            .some(({ top, bottom }) => bottom > 0 && top < innerHeight);";
        assert!(card.script::<bool>(in_view).await?);
        Ok(())
    })
    .await
}
