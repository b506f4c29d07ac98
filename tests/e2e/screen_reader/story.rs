//! The main job: a post is written, put right and shared, its link refused, accepted and
//! delivered; while the campaign comes to its end.

use std::time::Duration;

use anyhow::{Result, ensure};
use chrono::DateTime;
use serde_json::{Value, json};
use xtask::site::questionnaire::Fault;

use super::listener::{Listener, announces};
use super::orca::Orca;
use super::script::Script;
use crate::engine::Engine;
use crate::harness::Stage;
use crate::links::{link, post_id};
use crate::setup::{Setup, campaign};
use crate::wait::until;

/// What is written and heard, in one language.
pub struct Words {
    /// The language's tag.
    language: &'static str,
    /// A draft with a slip in the tag, and another tag.
    draft: &'static str,
    /// What is announced of it.
    broken: &'static str,
    /// After the tag was repaired, after that was undone, and after the other was removed.
    repaired: &'static str,
    again: &'static str,
    removed: &'static str,
    /// After the draft was cleared.
    cleared: [&'static str; 2],
    /// After it was brought back.
    restored: &'static str,
    /// After it was copied.
    copied: &'static str,
    /// Of a link to a profile, and of one to a post.
    refused: &'static str,
    accepted: &'static str,
    /// Of a link that is on its way, held up, and received.
    delivery: [&'static str; 3],
    /// At a milestone.
    milestone: &'static str,
}

pub const CHINESE: Words = Words {
    language: "zh-CN",
    draft: "#Gate xstocks 交易体验# #BTC 第一次用现货买苹果股票夜里也能成交很方便",
    broken: "已写 20 字；标签有误：大小写不对。应为 #Gate xStocks 交易体验#；只能带活动标签，请去掉 #BTC",
    repaired: "已写 20 字；已带上 #Gate xStocks 交易体验#",
    again: "已写 20 字；标签有误：大小写不对。应为 #Gate xStocks 交易体验#",
    removed: "已写 20 字；不带其他标签",
    cleared: ["已删除。", "已写 0 字，还差 20 字"],
    restored: "已写 20 字",
    copied: "已复制，去发帖吧。",
    refused: "这是个人主页，不是帖子。请打开帖子，再复制链接。",
    accepted: "可以提交，发布于 2025年7月5日 20:00:00（UTC+8）",
    delivery: ["正在提交 1 条链接，进度见下方。", "问卷暂时不可用，正在重试……", "已收到 1 条帖子"],
    milestone: "距活动截止不到一小时",
};

pub const ENGLISH: Words = Words {
    language: "en",
    draft: "#Gate xstocks Trading Share# #BTC I bought Apple stock at night and it was \
            filled at once with a small spread, so I will again",
    broken: "20 words; Not quite #Gate xStocks Trading Share#: upper and lower case differ; \
             No other hashtags: remove #BTC",
    repaired: "20 words; Includes #Gate xStocks Trading Share#",
    again: "20 words; Not quite #Gate xStocks Trading Share#: upper and lower case differ",
    removed: "20 words; No other hashtags",
    cleared: ["Deleted.", "0 words, 20 to go"],
    restored: "20 words",
    copied: "Copied. Now post it.",
    refused: "This is a profile, not a post. Open the post and copy its link.",
    accepted: "Ready to submit. Posted July 5, 2025, 20:00:00 (UTC+8)",
    delivery: [
        "Submitting. See its status below.",
        "The form is unavailable. Retrying…",
        "1 post received",
    ],
    milestone: "Less than an hour left",
};

/// The time at which the story begins, and one just before a milestone.
const BEGIN: &str = "2025-07-09T21:30:01+08:00";
const BEFORE_MILESTONE: &str = "2025-07-09T22:59:57+08:00";

/// Some seconds, of which none is told.
const SECONDS: Duration = Duration::from_secs(6);

/// A campaign that ends that night.
fn gate() -> Result<Value> {
    let [start, end] = ["2025-07-03T16:00:00+08:00", "2025-07-10T00:00:00+08:00"]
        .map(|at| DateTime::parse_from_rfc3339(at).map(|at| at.to_utc()));
    let mut campaign = campaign(start?, end?);
    campaign["window"] =
        json!({ "start": "2025-07-03T16:00:00+08:00", "end": "2025-07-09T24:00:00+08:00" });
    campaign["languages"]["zh-CN"]["follow"] = "@Gate广场_Official".into();
    campaign["languages"]["zh-CN"]["prompts"] = json!(["第一笔买了什么？"]);
    campaign["languages"]["zh-CN"]["rewards"] = json!(["前三名各得 100 USDT"]);
    campaign["languages"]["en"]["follow"] = "@Gate_Square".into();
    campaign["languages"]["en"]["prompts"] = json!(["What did you buy first?"]);
    campaign["languages"]["en"]["rewards"] = json!(["100 USDT for each of the best three"]);
    Ok(campaign)
}

/// Plays the story in a browser, and holds what is spoken against a script.
pub async fn main_job(engine: Engine, script: &str, words: &Words) -> Result<()> {
    let script = Script::open(script)?;
    let desktop = Orca::desktop().await?;
    let orca = Orca::start(&desktop).await?;
    let card = format!("src=\"/campaign.json\" lang=\"{}\" server-now=\"{BEGIN}\"", words.language);
    let setup = Setup::new().campaign(&gate()?).card(&card).expect("503");
    desktop
        .play(engine, setup, async |stage| {
            let card = stage.open_card().await?;
            let mut listener = Listener { desktop: &desktop, card: &card, orca, script };
            listener.orca.listen(None).await;
            read(&mut listener).await?;
            write(&mut listener, words).await?;
            put_right(&mut listener, words).await?;
            take_back(&mut listener, words).await?;
            hand_in(stage, &mut listener, words).await?;
            come_to_the_end(&mut listener, words).await?;
            listener.script.conclude()
        })
        .await
}

/// The whole card, and each stop of Tab.
async fn read(listener: &mut Listener<'_>) -> Result<()> {
    listener.desktop.keys(&["ctrl+Home"])?;
    // It says what is where it begins another way when it has just been there.
    let arrived = async || Ok(listener.orca.unheard_utterances());
    until("the first line", arrived, |said| *said > 0).await?;
    listener.orca.listen(None).await;
    let read = listener
        .hear("Read everything", "", async |desktop, card, _| {
            card.set("server-now", BEGIN).await?;
            desktop.keys(&["KP_Add"])
        })
        .await?;
    let noise = ["statusbar", "graphic", "image", "timer"];
    let silly = read.iter().find(|utterance| noise.contains(&utterance.text.trim()));
    ensure!(silly.is_none(), "{silly:?} says nothing");
    for part in ["draft", "details"] {
        listener.tab_to(part).await?;
    }
    Ok(())
}

/// A draft that is wrong, key by key: it is quiet until the person pauses.
async fn write(listener: &mut Listener<'_>, words: &Words) -> Result<()> {
    listener.focus("draft").await?;
    let heard = listener
        .hear("Write with a slip in the tag, and another tag", words.draft, async |_, card, _| {
            card.type_draft(words.draft).await?;
            card.wait_for_draft(words.draft).await
        })
        .await?;
    announces(&heard, &[words.broken])
}

/// Each repair is told, and its undoing.
async fn put_right(listener: &mut Listener<'_>, words: &Words) -> Result<()> {
    listener.tab_to("fix").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[words.repaired])?;
    let undone = listener
        // The browser tells what comes back in pieces.
        .hear("Undo", words.draft, async |desktop, _, _| desktop.keys(&["ctrl+z"]))
        .await?;
    announces(&undone, &[words.again])?;
    listener.tab_to("fix").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[words.repaired])?;
    listener.tab_to("remove-tag").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[words.removed])
}

/// What is cleared comes back; then it is copied.
async fn take_back(listener: &mut Listener<'_>, words: &Words) -> Result<()> {
    listener.tab_to("clear").await?;
    announces(&listener.press("Press it", &["space"]).await?, &words.cleared)?;
    listener.tab_to("undo").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[words.restored])?;
    listener.tab_to("copy").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[words.copied])?;
    listener.tab_to("next-step").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[])
}

/// A link that cannot count, and one that is held up and arrives.
async fn hand_in(stage: &Stage, listener: &mut Listener<'_>, words: &Words) -> Result<()> {
    let profile = "https://x.com/gate_user";
    let heard = listener
        .hear("Type the link of a profile", profile, async |desktop, _, _| {
            desktop.type_keys(profile)
        })
        .await?;
    announces(&heard, &[words.refused])?;
    let posted = DateTime::parse_from_rfc3339("2025-07-05T20:00:00+08:00")?.to_utc();
    let address = link(&post_id(posted));
    let heard = listener
        .hear("Type the link of a post in its place", &address, async |desktop, _, _| {
            desktop.keys(&["ctrl+a"])?;
            desktop.type_keys(&address)
        })
        .await?;
    announces(&heard, &[words.accepted])?;
    listener.tab_to("submit-link").await?;
    stage.questionnaire.faults().push(Fault::status(503));
    let heard = listener
        .hear("Press it, while the form is unavailable at first", "", async |desktop, card, _| {
            desktop.keys(&["space"])?;
            card.wait_for_entries(&[(&post_id(posted), "delivered")]).await
        })
        .await?;
    announces(&heard, &words.delivery)?;
    listener.tab_to("remove-link").await?;
    announces(&listener.press("Press it", &["space"]).await?, &[])?;
    announces(&listener.press("Press it, to undo that", &["space"]).await?, &[])
}

/// A milestone is announced, and no second is.
async fn come_to_the_end(listener: &mut Listener<'_>, words: &Words) -> Result<()> {
    let heard = listener
        .hear("Wait until less than an hour is left", "", async |_, card, _| {
            card.set("server-now", BEFORE_MILESTONE).await?;
            tokio::time::sleep(SECONDS).await;
            Ok(())
        })
        .await?;
    ensure!(heard.len() == 1, "{heard:?}");
    announces(&heard, &[words.milestone])
}
