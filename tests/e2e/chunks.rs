//! What comes after the countdown: in which order, and what a reader sees who does
//! not get it.

use anyhow::Result;
use serde_json::json;
use xtask::names::{CHUNKS, COMPOSER_WASM, Hashed, LINKS_WASM};

use crate::card::Card;
use crate::draft::STORY;
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::loader::published;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// Keeps files back until `letThrough()`, or has them fail while `cut` is true.
const GATE: &str = "
    globalThis.cut = false;
    const ask = globalThis.fetch;
    const opened = new Promise((resolve) => globalThis.letThrough = resolve);
    globalThis.fetch = async (address, ...more) => {
        if (kept.some((name) => String(address).endsWith(name))) {
            if (cut) throw new TypeError('no connection');
            await opened;
        }
        return ask(address, ...more);
    };";

fn gated(files: &[Hashed], cut: bool) -> Result<Setup> {
    let names: Vec<String> = files.iter().map(|&file| published(file)).collect::<Result<_>>()?;
    let gate = GATE.replace("cut = false", &format!("cut = {cut}"));
    let gate = format!("globalThis.kept = {};{gate}", json!(names));
    let setup = Setup::new().campaign(&open_campaign());
    Ok(setup.card("src=\"/campaign.json\" lang=\"zh-CN\"").before_load(&gate))
}

async fn number(card: &Card, name: &str) -> Result<usize> {
    Ok(card.parts(name).await?.len())
}

/// The height of the card, in CSS pixels.
async fn height(card: &Card) -> Result<f64> {
    card.script("return element.getBoundingClientRect().height;").await
}

#[tokio::test]
async fn the_countdown_lives_before_the_rest_has_come_and_keeps_its_room() -> Result<()> {
    let files = CHUNKS.map(|(_, file)| file);
    on_stage(gated(&files, false)?, async |stage| {
        let card = stage.open_without_card().await?;
        card.part("countdown").await?;
        let digits = "return element.shadowRoot.querySelector('[part=countdown]').textContent;";
        let digits = async || card.script::<String>(digits).await;
        let before = digits().await?;
        until("another second", digits, |digits| *digits != before).await?;
        assert_eq!((number(&card, "draft").await?, number(&card, "link").await?), (0, 0));
        let room = height(&card).await?;

        stage.script::<()>("letThrough();").await?;
        card.part("draft").await?;
        card.part("link").await?;
        let whole = height(&card).await?;
        assert!((room - whole).abs() < 0.15 * whole, "{room} became {whole}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_draft_is_written_while_the_link_helper_is_on_its_way() -> Result<()> {
    on_stage(gated(&[LINKS_WASM], false)?, async |stage| {
        let card = stage.open_without_card().await?;
        card.part("draft").await?;
        card.paste_draft(STORY).await?;
        card.wait_for_rules(&[("tag", "fail")]).await?;
        assert_eq!(number(&card, "link").await?, 0);
        stage.script::<()>("letThrough();").await?;
        card.part("link").await?;
        assert_eq!(card.draft().await?, STORY);
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

async fn says_what_is_missing(stage: &Stage, card: &Card, name: &str) -> Result<()> {
    let notice = card.part("load-notice").await?;
    assert!(notice.text.contains("没有加载完整"), "{}", notice.text);
    let to_form = "return element.shadowRoot.querySelector('[part=open-questionnaire]').href;";
    assert!(card.script::<String>(to_form).await?.starts_with("http"), "a way to the form");
    card.part("countdown").await?;
    let told = stage.heard("campaign-error").await?;
    let [told] = told.as_slice() else { panic!("{told:?}") };
    assert!(told["message"].to_string().contains(name), "{told}");
    Ok(())
}

#[tokio::test]
async fn a_chunk_that_does_not_come_is_said_in_its_place_and_loaded_by_a_press() -> Result<()> {
    for file in [COMPOSER_WASM, LINKS_WASM] {
        let name = published(file)?;
        let setup = gated(&[file], true)?.expect("a part of the card is missing");
        on_stage(setup, async |stage| {
            let card = stage.open_without_card().await?;
            says_what_is_missing(stage, &card, &name).await?;
            // Still no connection: the same again, and said once on the console.
            card.press("load-again").await?;
            card.part("load-notice").await?;

            stage.script::<()>("cut = false; letThrough();").await?;
            card.press("load-again").await?;
            card.part("link").await?;
            assert_eq!(number(&card, "load-notice").await?, 0);
            card.paste_draft(STORY).await?;
            card.wait_for_rules(&[("tag", "fail")]).await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_chunk_is_loaded_when_the_connection_is_back() -> Result<()> {
    let setup = gated(&[COMPOSER_WASM], true)?.expect("a part of the card is missing");
    on_stage(setup, async |stage| {
        let card = stage.open_without_card().await?;
        card.part("load-notice").await?;
        stage
            .script::<()>("cut = false; letThrough(); dispatchEvent(new Event('online'));")
            .await?;
        card.part("link").await?;
        assert_eq!(number(&card, "load-notice").await?, 0);
        Ok(())
    })
    .await
}
