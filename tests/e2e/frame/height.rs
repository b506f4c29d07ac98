//! On a page that lets its frames grow.

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};
use xtask::site::pages::Extra;

use super::{
    Around, SCRIPT, card_in, enter, frame, frame_with, host, host_of, outside, settled, src,
};
use crate::draft::STORY;
use crate::harness::{Stage, on_stage};
use crate::links::{link, recent_post};
use crate::setup::{campaign, open_campaign, rfc3339};
use crate::wait::until;

/// Goes on once the height is another one, and gives it.
pub async fn changed(stage: &Stage, selector: &str, from: i64) -> Result<i64> {
    until("another height", async || settled(stage, selector).await, |now| *now != from).await
}

/// Waits until a frame is as tall as what it shows, and that is this height.
pub async fn settles_at(stage: &Stage, selector: &str, height: i64) -> Result<()> {
    let look = async || settled(stage, selector).await;
    until(&format!("{height} px"), look, |now| *now == height).await?;
    Ok(())
}

/// Also where no scrollbar would be shown.
pub async fn has_nothing_to_scroll_to(stage: &Stage) -> Result<()> {
    let heights = "const { scrollHeight, clientHeight } = document.scrollingElement;
        return [scrollHeight, clientHeight];";
    let (content, room): (i64, i64) = stage.script(heights).await?;
    assert!(content <= room, "{content} px in {room} px");
    Ok(())
}

async fn never_had_a_scrollbar(stage: &Stage) -> Result<()> {
    let look = async || stage.script::<(u32, u32)>("return [looks, scrollbars];").await;
    let (looks, scrollbars) = until("thirty looks", look, |(looks, _)| *looks >= 30).await?;
    assert_eq!(scrollbars, 0, "of {looks} looks");
    has_nothing_to_scroll_to(stage).await
}

#[tokio::test]
async fn the_frame_follows_the_card_and_never_shows_a_scrollbar() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        let card = card_in(stage, "#frame").await?;
        let empty = settled(stage, "#frame").await?;
        assert_ne!(empty, 640);

        card.paste_draft(&format!("{STORY} #BTC #ETH #gate xstocks 交易体验#")).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        let failing = changed(stage, "#frame", empty).await?;
        assert!(failing > empty);
        card.fix("only-tag").await?;
        card.fix("tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("only-tag", "pass")]).await?;
        let passing = changed(stage, "#frame", failing).await?;
        assert!(passing < failing, "{passing} after {failing}");

        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let delivered = changed(stage, "#frame", passing).await?;
        assert!(delivered > passing);

        card.choose_language("en").await?;
        card.wait_for_text("End to end").await?;
        card.wait_for_text("Copy text").await?;
        settled(stage, "#frame").await?;

        let before = settled(stage, "#frame").await?;
        stage.resize(360, 640).await?;
        let narrow = changed(stage, "#frame", before).await?;
        assert!(narrow > before, "lines break earlier");
        stage.resize(1000, 900).await?;
        settles_at(stage, "#frame", before).await?;
        never_had_a_scrollbar(stage).await
    })
    .await
}

const FIELD: &str = "return element.shadowRoot.querySelector('[part~=draft-field]').offsetHeight;";

/// A field that may fill a part of the view would let the frame grow, and so
/// itself again.
#[tokio::test]
async fn a_long_draft_fills_the_readers_view_and_not_the_frames() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        let card = card_in(stage, "#frame").await?;
        let empty = settled(stage, "#frame").await?;
        for text in ["一行\n".repeat(200), "很长".repeat(4000)] {
            card.paste_draft(&text).await?;
            let filled = changed(stage, "#frame", empty).await?;
            let field = async || card.script::<i64>(FIELD).await;
            until("what a view of 900 leaves", field, |field| (670..=685).contains(field)).await?;
            assert!(filled < empty + 900, "{filled} after {empty}");
            // And follows the view.
            stage.resize(1000, 600).await?;
            changed(stage, "#frame", filled).await?;
            until("what a view of 600 leaves", field, |field| (370..=385).contains(field)).await?;
            stage.resize(1000, 900).await?;
            card.paste_draft("").await?;
            changed(stage, "#frame", filled).await?;
        }
        never_had_a_scrollbar(stage).await
    })
    .await
}

#[tokio::test]
async fn two_frames_have_a_height_and_a_name_each() -> Result<()> {
    let mut other = open_campaign();
    other["id"] = json!("other");
    other["languages"]["zh-CN"]["prompts"] = json!(["为什么选它？", "买了多少？", "还会再买吗？"]);
    let file = Extra::new("/other.json", "application/json", other.to_string());
    on_stage(host().file(file), async |stage| {
        let frames = [
            SCRIPT,
            &frame(stage),
            &frame_with(
                &src(stage, "src=/other.json&amp;lang=zh-CN"),
                "id=\"other\" height=\"640\"",
            ),
        ];
        let _around = Around::open(stage, &frames.concat()).await?;
        let mut seen = Vec::new();
        for selector in ["#frame", "#other"] {
            card_in(stage, selector).await?;
            let height = settled(stage, selector).await?;
            let names = "return messages.map(({ data }) => data.id);";
            seen.push((height, stage.script::<Vec<String>>(names).await?));
            never_had_a_scrollbar(stage).await?;
        }
        let [(height, names), (other_height, other_names)] = seen.as_slice() else {
            panic!("two frames")
        };
        assert!(other_height > height, "the prompts need room");
        assert!(!names.is_empty() && names.iter().all(|name| name.len() > 20), "{names:?}");
        assert!(names.iter().all(|name| !other_names.contains(name)), "{names:?} {other_names:?}");

        // What one writes does not move the other.
        let card = card_in(stage, "#frame").await?;
        card.paste_draft(&"一行\n".repeat(20)).await?;
        changed(stage, "#frame", *height).await?;
        enter(stage, "#other").await?;
        assert_eq!(settled(stage, "#other").await?, *other_height);
        Ok(())
    })
    .await
}

/// Or the page would jump under whoever reads on.
#[tokio::test]
async fn a_frame_below_the_view_has_its_height_before_anybody_sees_it() -> Result<()> {
    on_stage(host(), async |stage| {
        let body = [SCRIPT, "<pre>", &"\n".repeat(2000), "</pre>", &frame(stage)].concat();
        let _around = Around::open(stage, &body).await?;
        enter(stage, "#frame").await?;
        // The last chunk has come, and nobody has scrolled to the frame.
        let whole = "return !!document.querySelector('campaign-widget')
            ?.shadowRoot?.querySelector('[part=link]');";
        until("all of the card", async || stage.script(whole).await, |whole| *whole).await?;
        let unseen = settled(stage, "#frame").await?;
        assert_eq!(outside(stage, "#frame", "return scrollY === 0;").await?, json!(true));
        card_in(stage, "#frame").await?;
        settles_at(stage, "#frame", unseen).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_border_takes_no_room_from_the_card() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        card_in(stage, "#frame").await?;
        let inside = settled(stage, "#frame").await?;
        let border =
            "Object.assign(frame.style, { boxSizing: 'border-box', border: '7px solid' });";
        outside(stage, "#frame", border).await?;
        let card = card_in(stage, "#frame").await?;
        card.paste_draft(&"一行\n".repeat(20)).await?;
        changed(stage, "#frame", inside).await?;
        Ok(())
    })
    .await
}

/// Many themes hold every iframe lower than the view.
#[tokio::test]
async fn on_a_page_that_makes_no_room_all_of_the_card_is_within_reach() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        let card = card_in(stage, "#frame").await?;
        let before = settled(stage, "#frame").await?;
        outside(stage, "#frame", "frame.style.setProperty('max-height', '500px');").await?;
        card.paste_draft(&"一行\n".repeat(20)).await?;
        let overflow = async || {
            let overflow = "return getComputedStyle(document.documentElement).overflowY;";
            stage.script::<String>(overflow).await
        };
        until("a frame that scrolls", overflow, |overflow| overflow == "visible").await?;
        let height =
            outside(stage, "#frame", "return [frame.clientHeight, frame.style.height];").await?;
        assert_eq!(height[0], 500);
        assert_ne!(height[1], Value::from(format!("{before}px")));

        outside(stage, "#frame", "frame.style.removeProperty('max-height');").await?;
        settled(stage, "#frame").await?;
        until("a frame that does not", overflow, |overflow| overflow == "hidden").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_height_follows_a_campaign_that_ends() -> Result<()> {
    let end = Utc::now() + TimeDelta::hours(1);
    on_stage(host_of(&campaign(end - TimeDelta::hours(2), end)), async |stage| {
        let _around = Around::open(stage, &[SCRIPT, &frame(stage)].concat()).await?;
        let card = card_in(stage, "#frame").await?;
        card.set("preview-at", &rfc3339(end - TimeDelta::minutes(30))).await?;
        card.part("preview").await?;
        card.wait_for_phase("open").await?;
        let open = settled(stage, "#frame").await?;
        card.set("preview-at", &rfc3339(end - TimeDelta::seconds(2))).await?;
        card.wait_for_phase("closed").await?;
        changed(stage, "#frame", open).await?;
        never_had_a_scrollbar(stage).await
    })
    .await
}
