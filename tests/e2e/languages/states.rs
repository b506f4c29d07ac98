//! The states of the card in which most of its sentences are seen.

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use xtask::site::pages::Extra;

use super::{assert_fits, speak};
use crate::card::Card;
use crate::harness::on_stage;
use crate::links::{link, post_id, recent_post};
use crate::outbox::Seven;
use crate::setup::{Setup, campaign, open_campaign};
use crate::share::STAY;

/// The tag of the campaign's wording in English.
const TAG: &str = "#Gate xStocks Trading Share#";

/// 21 words without the tag.
const STORY: &str = "I bought my first xStock on a Sunday night and the order was filled \
    before my tea was even half cold";

/// Half an hour off everything, with a zone that is long to write.
const ZONE: &str = "Asia/Kathmandu";

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().expect("a moment")
}

/// Over the turn of a year, so that dates are long.
fn winter_campaign() -> Value {
    campaign(at("2025-12-28T08:00:00Z"), at("2026-01-05T16:00:00Z"))
}

fn setup(campaign: &Value) -> Setup {
    Setup::new().campaign(campaign).card("src=\"/campaign.json\" lang=\"en\"")
}

/// A campaign whose wording stays in one language, whatever the card speaks.
fn worded_in(tag: &str) -> Value {
    let mut campaign = open_campaign();
    campaign["languages"] = json!({ tag: campaign["languages"][tag] });
    campaign
}

async fn open_all(card: &Card) -> Result<()> {
    card.script(
        "for (const details of element.shadowRoot.querySelectorAll('details'))
            details.open = true;",
    )
    .await
}

/// Each moment is set from the one before, so that the milestone between is said; and
/// nothing can be saved, which a notice tells.
#[tokio::test]
async fn the_countdown_has_room_in_every_phase() -> Result<()> {
    let full = "Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
    };";
    on_stage(setup(&winter_campaign()).before_load(full), async |stage| {
        stage.move_to(ZONE).await?;
        let card = stage.open_card().await?;
        for (moment, phase) in [
            ("2025-12-01T00:00:00Z", "before"),
            ("2026-01-04T20:00:00Z", "open"),
            ("2026-01-05T14:30:00Z", "open"),
            ("2026-01-05T15:55:00Z", "open"),
            ("2026-01-06T00:00:00Z", "closed"),
        ] {
            card.set("preview-at", moment).await?;
            card.wait_for_phase(phase).await?;
            card.part("storage-notice").await?;
            assert_fits(stage, &card, moment).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_draft_that_breaks_every_rule_has_room() -> Result<()> {
    on_stage(setup(&worded_in("zh-CN")), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!(
            "＃gate xStocks 交易体验 #Gate xStock 交易体验# #BTC #大涨# @gate #GatexStocksTradingShare2025 \
             https://example.com {}",
            "多".repeat(150)
        ))
        .await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail"), ("x-length", "advice")]).await?;
        card.press("share-x").await?;
        open_all(&card).await?;
        assert_fits(stage, &card, "too long").await?;

        card.paste_draft("＃Gate xStocks　交易体验＃ #BTC").await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "fail"), ("only-tag", "fail")]).await?;
        card.press("copy").await?;
        assert_fits(stage, &card, "too short").await
    })
    .await
}

#[tokio::test]
async fn what_is_said_after_sharing_and_the_list_of_drafts_have_room() -> Result<()> {
    on_stage(setup(&worded_in("en")).before_load(STAY), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        for way in ["copy", "open-compose", "share-x"] {
            card.paste_draft(&format!("{STORY} {way} {TAG}")).await?;
            card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await?;
            card.press(way).await?;
            card.part("next-step").await?;
            assert_fits(stage, &card, way).await?;
            card.press("new-draft").await?;
            card.wait_for_draft("").await?;
        }
        card.paste_draft("Half a draft").await?;
        card.press("new-draft").await?;
        card.wait_for_number("draft-entry", 4).await?;
        open_all(&card).await?;
        assert_fits(stage, &card, "the list").await?;
        card.press("delete-draft").await?;
        card.wait_for_number("draft-entry", 3).await?;
        assert_fits(stage, &card, "deleted").await
    })
    .await
}

#[tokio::test]
async fn every_verdict_on_a_link_has_room() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["questionnaire"].as_object_mut().map(|form| form.remove("endpoint"));
    on_stage(setup(&campaign).before_load(STAY), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        let now = Utc::now();
        let pasted = [
            &link(&post_id(now - TimeDelta::days(30))),
            &link(&post_id(now + TimeDelta::days(30))),
            "https://x.com/gate_user/status/20",
            "https://x.com/gate_user",
            "https://x.com/i/lists/1941067044198711296",
            "https://x.com/i/spaces/1OyKAVQrgzkGb",
            "https://x.com/i/communities/1941067044198711296",
            "https://t.co/AbCdEf1234",
            "https://pic.x.com/AbCdEf1234",
            "https://x.com/intent/post?text=hi",
            "https://x.com/search?q=xStocks",
            "https://x.com/home",
            "https://x.com/gate_user/status/19410670441987112961941067044198711296",
            "https://x.com/gate_user_with_a_long_name/status/1941067044198711296",
            "https://x.com.example.com/gate_user/status/1941067044198711296",
            "https://example.com/status/1941067044198711296?utm_source=a-page-with-a-long-address",
            "https://www.gate.com/post/status/12345678",
            &link(&format!("{}0000", &recent_post()[..15])),
            &link(&recent_post()),
        ];
        card.paste_link(&pasted.join("\n")).await?;
        card.wait_for_number("link-verdict", pasted.len()).await?;
        assert_fits(stage, &card, "pasted").await?;
        card.press("submit-link").await?;
        card.wait_for_number("entry", 1).await?;
        assert_fits(stage, &card, "copied for the form").await
    })
    .await
}

#[tokio::test]
async fn every_entry_of_the_outbox_has_room() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        Seven::hand_in(stage, &card).await?;
        let ids: Vec<String> = card.entries().await?.into_iter().map(|(id, _)| id).collect();
        assert_fits(stage, &card, "handed in").await?;
        speak(&card, "en").await?;
        card.press_of(&ids[6], "remove-link").await?;
        card.press_of(&ids[5], "copy-link").await?;
        card.part("removed-entry").await?;
        assert_fits(stage, &card, "removed").await
    })
    .await
}

#[tokio::test]
async fn the_report_of_a_wrong_campaign_file_has_room() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["id"] = json!("no id");
    campaign["windows"] = json!({});
    campaign["window"]["end"] = json!("2025-07-09T24:00:00");
    campaign["window"]["start"] = json!("in summer");
    campaign["details"] = json!("http://www.gate.com/");
    campaign["compose"] = json!("");
    campaign["questionnaire"]["endpoint"]["encoding"] = json!("xml");
    campaign["languages"]["en"]["minimum"]["count"] = json!("20");
    campaign["languages"]["en"]["rewards"] = json!({});
    campaign["languages"]["english"] = json!({});
    campaign["languages"]["zh-CN"]["tag"] = json!("Gate");
    campaign["languages"]["zh-CN"]["title"] = json!("��");
    let file = Extra::new("/broken.json", "application/json", campaign.to_string());
    let setup = Setup::new()
        .file(file)
        .card("src=\"/broken.json\" lang=\"en\"")
        .expect("campaign-widget>: ");
    on_stage(setup, async |stage| {
        let card = stage.open_without_card().await?;
        card.part("error").await?;
        assert_fits(stage, &card, "wrong").await
    })
    .await
}
