//! A whole post, with its tag, from the first letter to the reload.

use anyhow::{Result, ensure};
use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::Rules;
use serde_json::json;

use super::method::{Letters, Method};
use super::writer::Writer;
use crate::engine::Engine;
use crate::harness::Stage;
use crate::setup::{Setup, open_campaign};

/// The card of a campaign in this language, with this tag.
pub fn campaign(language: &str, tag: &str) -> Setup {
    let mut campaign = open_campaign();
    campaign["languages"] = json!({
        language: {
            "title": "端到端", "tag": tag, "minimum": { "count": 20, "unit": "characters" }
        }
    });
    Setup::new().campaign(&campaign).card(&format!("src=\"/campaign.json\" lang=\"{language}\""))
}

pub fn rules(tag: &str) -> Rules<'_> {
    Rules { tag, account: "", minimum: Minimum { count: 20, unit: Unit::Characters } }
}

pub async fn pinyin(engine: Engine) -> Result<()> {
    let tag = "#Gate xStocks 交易体验#";
    let method = Method::Pinyin;
    let desktop = method.desktop().await?;
    desktop
        .play(engine, campaign("zh-CN", tag), async |stage| {
            let card = stage.open_card().await?;
            let mut writer = Writer::sit_down(&desktop, &card, method, rules(tag)).await?;
            writer.word("diyici", "di yi ci", "space", "第一次").await?;
            writer.word("zai", "zai", "space", "在").await?;
            writer.word("Gate", "Ga te", "Return", "Gate").await?;
            writer.word("maile", "mai le", "space", "买了").await?;
            writer.word("pingguogupiao", "ping guo gu piao", "space", "苹果股票").await?;
            writer.plain(",", "，").await?;
            ensure!(writer.count().await? == 15);
            // Longer than the minimum, were the letters counted.
            writer.compose("yeliyenengchengjiaoo", "ye li ye neng cheng jiao o").await?;
            writer.hesitate().await?;
            writer.shows("ye li ye neng cheng jiao").await?;
            writer.choose("space", "夜里也能成交").await?;
            writer.plain("!", "！").await?;
            ensure!(writer.told().await?.is_empty(), "the tag is not there");
            writer.plain(" #", " #").await?;
            writer.word("Gate", "Ga te", "Return", "Gate").await?;
            writer.plain(" ", " ").await?;
            writer.word("xStocks", "x S t o c k s", "Return", "xStocks").await?;
            writer.plain(" ", " ").await?;
            writer.word("jiaoyi", "jiao yi", "space", "交易").await?;
            writer.compose("ti", "ti").await?;
            writer.escape().await?;
            writer.word("tiyan", "ti yan", "space", "体验").await?;
            ensure!(writer.told().await?.is_empty(), "the tag is not complete");
            writer.plain("#", "#").await?;
            ensure!(writer.text.ends_with(tag));
            writer.plain(".", "。").await?;
            ensure!(writer.told().await? == [true], "{:?}", writer.told().await?);
            is_kept(stage, &writer.text).await
        })
        .await
}

/// Clauses are chosen one by one, and the tag comes in full-width signs.
pub async fn mozc(engine: Engine) -> Result<()> {
    let tag = "#Gate 取引体験#";
    let method = Method::Mozc;
    let desktop = method.desktop().await?;
    desktop
        .play(engine, campaign("ja", tag), async |stage| {
            let card = stage.open_card().await?;
            let mut writer = Writer::sit_down(&desktop, &card, method, rules(tag)).await?;
            writer.compose("kyou", "きょう").await?;
            desktop.keys(&["space"])?;
            writer.shows("今日").await?;
            writer.choose("Return", "今日").await?;
            writer.word("Gate", "Gate", "Return", "Gate").await?;
            writer.compose("de", "で").await?;
            writer.choose("Return", "で").await?;
            writer.compose("kabuwokaimashita", "かぶをかいました").await?;
            desktop.keys(&["space"])?;
            writer.shows("株を買いました").await?;
            // Of the second clause, another verb, and back.
            desktop.keys(&["Right", "space"])?;
            writer.shows("株を飼いました").await?;
            desktop.keys(&["shift+space"])?;
            writer.shows("株を買いました").await?;
            writer.choose("Return", "株を買いました").await?;
            writer.word(".", "。", "Return", "。").await?;
            // Longer than the minimum, were it counted.
            writer.compose("yorudemosuguniyakujoushitaa", "よるでもすぐにやくじょうしたあ").await?;
            writer.hesitate().await?;
            writer.shows("よるでもすぐにやくじょうした").await?;
            desktop.keys(&["space"])?;
            writer.shows("夜でもすぐに約定した").await?;
            writer.choose("Return", "夜でもすぐに約定した").await?;
            writer.plain(" ", "\u{3000}").await?;
            writer.word("#", "＃", "Return", "＃").await?;
            writer.word("Gate", "Gate", "Return", "Gate").await?;
            writer.plain(" ", "\u{3000}").await?;
            writer.compose("torihikitaiken", "とりひきたいけｎ").await?;
            desktop.keys(&["space"])?;
            writer.shows("取引体験").await?;
            writer.choose("Return", "取引体験").await?;
            writer.word("#", "＃", "Return", "＃").await?;
            ensure!(writer.told().await?.is_empty(), "no platform knows these signs");
            desktop.press(&card, "fix").await?;
            writer.text = writer.text.replace("＃Gate\u{3000}取引体験＃", tag);
            writer.wrote("").await?;
            writer.word(".", "。", "Return", "。").await?;
            ensure!(writer.told().await? == [true], "{:?}", writer.told().await?);
            is_kept(stage, &writer.text).await
        })
        .await
}

/// Each syllable is written by the first letter of the next.
pub async fn hangul(engine: Engine) -> Result<()> {
    let tag = "#게이트 거래후기#";
    let method = Method::Hangul;
    let desktop = method.desktop().await?;
    desktop
        .play(engine, campaign("ko", tag), async |stage| {
            let card = stage.open_card().await?;
            let mut writer = Writer::sit_down(&desktop, &card, method, rules(tag)).await?;
            writer.go_on("cjdma", "처", "음").await?;
            writer.go_on("dmfh", "음으", "로").await?;
            writer.plain(" ", "로 ").await?;
            method.switch(&desktop, Letters::Latin).await?;
            writer.plain("TSLAx ", "TSLAx ").await?;
            method.switch(&desktop, Letters::Own).await?;
            writer.go_on("wntlrdmf", "주식", "을").await?;
            writer.plain(" ", "을 ").await?;
            writer.go_on("tkTtmqsl", "샀습", "니").await?;
            desktop.keys(&["BackSpace"])?;
            writer.shows("ㄴ").await?;
            writer.go_on("lek", "니", "다").await?;
            writer.plain(". ", "다. ").await?;
            writer.go_on("qkadpeh", "밤에", "도").await?;
            writer.plain(" ", "도 ").await?;
            writer.go_on("vusgody", "편해", "요").await?;
            writer.plain("! #", "요! #").await?;
            writer.go_on("rpdlxm", "게이", "트").await?;
            writer.plain(" ", "트 ").await?;
            ensure!(writer.told().await?.is_empty(), "the tag is not complete");
            writer.go_on("rjfognrl", "거래후", "기").await?;
            writer.plain("#", "기#").await?;
            ensure!(writer.text.ends_with(tag));
            ensure!(writer.told().await? == [true], "{:?}", writer.told().await?);
            is_kept(stage, &writer.text).await
        })
        .await
}

/// The draft survives the page.
async fn is_kept(stage: &Stage, text: &str) -> Result<()> {
    let card = stage.reload().await?;
    card.wait_for_draft(text).await
}
