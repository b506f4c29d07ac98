//! The link helper: what it makes of a link before anything is sent.

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use thirtyfour::Key;

use crate::harness::on_stage;
use crate::keyboard::tab_to;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// An id that X would have given to a post made at an instant; an odd one, so that
/// it never looks rounded.
pub fn post_id(at: DateTime<Utc>) -> String {
    (first_post_id(at) + 1).to_string()
}

fn first_post_id(at: DateTime<Utc>) -> i64 {
    (at.timestamp_millis() - 1_288_834_974_657) << 22
}

/// The id of a post of a minute ago.
pub fn recent_post() -> String {
    post_id(Utc::now() - TimeDelta::minutes(1))
}

/// The canonical link to a post.
pub fn link(post_id: &str) -> String {
    format!("https://x.com/gate_user/status/{post_id}")
}

fn open() -> Setup {
    Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

#[tokio::test]
async fn every_link_that_cannot_count_says_why() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let now = Utc::now();
        let early = link(&post_id(now - TimeDelta::days(30)));
        let late = link(&post_id(now + TimeDelta::days(30)));
        for (pasted, reason) in [
            (early.as_str(), "too-early"),
            (&late, "too-late"),
            ("https://x.com/gate_user/status/20", "too-old-to-tell"),
            ("https://x.com/gate_user", "profile"),
            ("https://x.com/i/lists/1941067044198711296", "list"),
            ("https://x.com/i/spaces/1OyKAVQrgzkGb", "space"),
            ("https://t.co/AbCdEf1234", "short-link"),
            ("https://x.com/intent/post?text=hi", "intent"),
            ("https://x.com.example.com/gate_user/status/1941067044198711296", "look-alike"),
            ("https://example.com/status/1941067044198711296", "other-site"),
            ("https://www.gate.com/post/status/12345678", "gate-not-accepted"),
            ("我已经发了", "not-a-link"),
        ] {
            card.paste_link(pasted).await?;
            card.wait_for_verdicts(&[reason]).await?;
        }
        // Where it is a post, the verdict says which.
        card.paste_link(&early).await?;
        card.wait_for_verdicts(&["too-early"]).await?;
        let verdict = card.part("link-verdict").await?;
        assert_eq!(link(verdict.data("postId")?), early);
        card.press("submit-link").await?;
        card.wait_for_text("没有可提交的链接").await?;
        card.paste_link("").await?;
        card.press("submit-link").await?;
        card.wait_for_text("请先粘贴").await?;
        assert_eq!(stage.questionnaire.rows()?, []);
        Ok(())
    })
    .await
}

/// To the millisecond at both ends, in the campaign's time and the reader's.
#[tokio::test]
async fn a_post_outside_the_window_is_told_when_it_was_made() -> Result<()> {
    let mut campaign = open_campaign();
    campaign["window"] =
        json!({ "start": "2025-07-03T16:00:00+08:00", "end": "2025-07-09T24:00:00+08:00" });
    campaign["questionnaire"]["until"] = json!("2099-07-09T24:00:00+08:00");
    let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup, async |stage| {
        stage.move_to("America/New_York").await?;
        let card = stage.open_card().await?;
        let at = |instant: &str| -> Result<i64> {
            Ok(first_post_id(DateTime::parse_from_rfc3339(instant)?.to_utc()))
        };
        // Of each pair one is the last, or first, number that X gives out for its
        // millisecond.
        let (start, end) = (at("2025-07-03T16:00:00+08:00")?, at("2025-07-10T00:00:00+08:00")?);
        for (id, verdict, told) in [
            (
                start - 1,
                "too-early",
                "2025年7月3日 15:59:59（UTC+8），你的时间 2025年7月3日 03:59:59（UTC-4）",
            ),
            (start, "", "2025年7月3日 16:00:00（UTC+8），你的时间 2025年7月3日 04:00:00（UTC-4）"),
            (
                end - 1,
                "",
                "2025年7月9日 23:59:59（UTC+8），你的时间 2025年7月9日 11:59:59（UTC-4）",
            ),
            (
                end,
                "too-late",
                "2025年7月10日 00:00:00（UTC+8），你的时间 2025年7月9日 12:00:00（UTC-4）",
            ),
        ] {
            let id = id.to_string();
            card.paste_link(&link(&id)).await?;
            card.wait_for_verdicts(&[if verdict.is_empty() { &id } else { verdict }]).await?;
            let shown = card.part("link-verdict").await?.text;
            assert!(shown.contains(told), "{shown}");
            card.press("submit-link").await?;
        }
        let [first, last] = [start, end - 1].map(|id| id.to_string());
        card.wait_for_entries(&[(&last, "delivered"), (&first, "delivered")]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn of_many_links_the_good_ones_go_and_the_others_stay() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let now = Utc::now();
        let (one, two) =
            (post_id(now - TimeDelta::minutes(2)), post_id(now - TimeDelta::minutes(1)));
        let early = link(&post_id(now - TimeDelta::days(30)));
        card.paste_link(&format!(
            "第一条 https://mobile.twitter.com/gate_user/status/{one}?s=20，还有\n\
             https://vxtwitter.com/gate_user/status/{two}/photo/1 {early} {}",
            link(&one)
        ))
        .await?;
        card.wait_for_verdicts(&[&one, &two, "too-early"]).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&two, "delivered"), (&one, "delivered")]).await?;
        let left = card.part("link").await?.value;
        assert_eq!(left.as_deref(), Some(early.as_str()));
        let mut links: Vec<String> =
            stage.questionnaire.rows()?.into_iter().map(|row| row.link).collect();
        links.sort();
        assert_eq!(links, [link(&one), link(&two)]);

        // Handed in again, the same post changes nothing.
        card.paste_link(&format!("https://x.com/i/web/status/{one}")).await?;
        card.press("submit-link").await?;
        card.wait_for_text("之前已提交").await?;
        assert_eq!(stage.questionnaire.rows()?.len(), 2);
        Ok(())
    })
    .await
}

/// What the browser makes of a link is not what the native tests' parser does.
#[tokio::test]
async fn a_link_is_read_as_it_is_pasted() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let id = recent_post();
        for pasted in [
            format!("https:\\/\\/x.com\\/gate_user\\/status\\/{id}"),
            format!("https:\\u002F\\u002Fx.com\\u002Fgate_user\\u002Fstatus\\u002F{id}"),
            format!("https:&#x2F;&#x2F;x.com&#x2F;gate_user&#x2F;status&#x2F;{id}"),
            format!("https://x.com/gate\\_user/status/{id}"),
            format!("https://x.com/gate%5Fuser/status/{id}%3Fs%3D20"),
            format!("https%3A%2F%2Fx.com%2Fgate_user%2Fstatus%2F{id}"),
            format!("https://x.com/gate_user%2Fstatus%2F{id}%20"),
            format!("https://twittpr.com/gate_user/status/{id}"),
        ] {
            card.paste_link("").await?;
            card.wait_for_verdicts(&[]).await?;
            card.paste_link(&pasted).await?;
            card.wait_for_verdicts(&[&id]).await?;
        }
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(stage.questionnaire.rows()?[0].link, link(&id));
        Ok(())
    })
    .await
}

/// It most likely names somebody else's post, and may yet be right.
#[tokio::test]
async fn a_number_that_looks_rounded_is_asked_about() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let right = recent_post();
        // As a spreadsheet keeps 15 of its 19 digits.
        let rounded = format!("{}0000", &right[..15]);
        card.paste_link(&format!("{}\n{}", link(&rounded), link(&right))).await?;
        card.wait_for_verdicts(&["rounded", &right]).await?;
        let verdict = &card.parts("link-verdict").await?[0];
        assert_eq!(verdict.data("state")?, "doubtful");
        assert_eq!(verdict.data("postId")?, rounded);
        assert!(verdict.text.contains("这是你的帖子吗"), "{}", verdict.text);
        assert_eq!(card.part("open-post").await?.href, Some(link(&rounded)));
        card.set("lang", "en").await?;
        card.wait_for_text("Is this your post?").await?;
        card.set("lang", "zh-CN").await?;

        // What is in doubt stays.
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&right, "delivered")]).await?;
        assert_eq!(card.part("link").await?.value, Some(link(&rounded)));
        card.press("submit-link").await?;
        card.wait_for_text("没有可提交的链接").await?;

        // By keyboard.
        card.script::<()>("element.shadowRoot.querySelector('[part=link]').focus();").await?;
        assert_eq!(
            tab_to(&card, "confirm-link").await?,
            ["submit-link", "open-questionnaire", "open-post"]
        );
        card.keys(Key::Enter + "").await?;
        card.wait_for_verdicts(&[&rounded]).await?;
        card.wait_for_number("confirm-link", 0).await?;
        until("the next step", async || card.focused().await, |part| part == "submit-link").await?;
        card.keys(Key::Enter + "").await?;
        card.wait_for_entries(&[(&rounded, "delivered"), (&right, "delivered")]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_preview_delivers_nothing() -> Result<()> {
    let now = Utc::now().to_rfc3339();
    let setup = Setup::new()
        .campaign(&open_campaign())
        .card(&format!("src=\"/campaign.json\" lang=\"zh-CN\" preview-at=\"{now}\""));
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.wait_for_verdicts(&[&id]).await?;
        card.press("submit-link").await?;
        card.wait_for_text("这是预览").await?;
        card.wait_for_entries(&[]).await?;
        assert_eq!(stage.questionnaire.rows()?, []);
        Ok(())
    })
    .await
}
