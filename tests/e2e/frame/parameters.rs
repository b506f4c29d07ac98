//! What the address of a frame can say, and what it cannot.

use anyhow::Result;
use serde_json::{Value, json};

use super::{Around, card_in, enter, frame_with, host, src};
use crate::harness::{Stage, on_stage};
use crate::wait::until;

/// Keeps what the console is told besides errors.
const WARNINGS: &str = "globalThis.warnings = [];
    console.warn = (text) => warnings.push(text);";

async fn open(stage: &Stage, parameters: &str) -> Result<Around> {
    let frame = frame_with(&src(stage, parameters), "id=\"frame\" height=\"640\"");
    let around = Around::open_scriptless(stage, &frame).await?;
    enter(stage, "#frame").await?;
    Ok(around)
}

#[tokio::test]
async fn the_parameters_are_the_attributes_of_the_card() -> Result<()> {
    on_stage(host().before_load(WARNINGS), async |stage| {
        // The plus of an offset, which in an address means a space, is understood.
        for at in
            ["2025-07-03T15:59:30%2B08:00", "2025-07-03T15:59:30+08:00", "2025-07-03T07:59:30Z"]
        {
            let all = format!(
                "src=campaigns/gate-xstocks.json&amp;lang=en&amp;theme=dark&amp;preview-at={at}"
            );
            let _around = open(stage, &all).await?;
            let card = card_in(stage, "#frame").await?;
            card.part("preview").await?;
            assert_eq!(card.phase().await?, "before", "{at}");
            card.wait_for_text("Gate xStocks Trading Share").await?;
            let scheme = "return ['html', 'campaign-widget'].map((name) =>
                getComputedStyle(document.querySelector(name)).colorScheme);";
            assert_eq!(stage.script::<Value>(scheme).await?, json!(["dark", "dark"]));
            assert_eq!(stage.script::<Value>("return warnings;").await?, json!([]));
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_parameter_that_nobody_knows_is_said_and_breaks_nothing() -> Result<()> {
    on_stage(host().before_load(WARNINGS), async |stage| {
        let _around = open(
            stage,
            "src=/campaign.json&amp;lang=&amp;theme=light&amp;language=en&amp;onclick=x",
        )
        .await?;
        let card = card_in(stage, "#frame").await?;
        card.wait_for_phase("open").await?;
        let warnings: Vec<String> = stage.script("return warnings;").await?;
        let [empty, language, event] = warnings.as_slice() else { panic!("{warnings:?}") };
        assert!(empty.contains("\"lang\" is empty"), "{empty}");
        assert!(language.contains("Unknown parameter \"language\"; use src, lang"), "{language}");
        assert!(event.contains("\"onclick\""), "{event}");
        let attributes: Vec<String> =
            card.script("return element.getAttributeNames().sort();").await?;
        assert_eq!(attributes, ["loading", "src", "theme"]);
        Ok(())
    })
    .await
}

/// Or anybody could show anything under the name of the frame's site.
#[tokio::test]
async fn a_campaign_from_another_origin_is_refused_in_place() -> Result<()> {
    let setup = host().expect("The campaign file must be on http://127.0.0.1");
    on_stage(setup, async |stage| {
        for foreign in [
            "https://elsewhere.example/campaign.json",
            "//elsewhere.example/campaign.json",
            "http://localhost/campaign.json",
            "\\\\elsewhere.example\\campaign.json",
            "data:application/json,{}",
            "https://[",
        ] {
            let _around = open(stage, &format!("src={foreign}")).await?;
            let shown = async || stage.script::<String>("return document.body.innerText;").await;
            let shown = until("the refusal", shown, |text| text.contains("must be on")).await?;
            assert!(shown.contains(&stage.site.origin()), "{foreign}: {shown}");
            assert!(shown.contains("announcement for rules"), "{foreign}: {shown}");
            let errors = stage.heard("campaign-error").await?;
            assert_eq!(errors.len(), 1, "{foreign}: {errors:?}");
            assert_eq!(errors[0]["code"], "parameter");
            let read = "return customElements.get('campaign-widget') !== undefined
                || document.querySelector('campaign-widget').hasAttribute('src');";
            assert!(!stage.script::<bool>(read).await?, "{foreign} is read after all");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_without_a_campaign_says_how_to_name_one() -> Result<()> {
    let setup = host().expect("Specify the campaign file: frame.html?src=");
    on_stage(setup, async |stage| {
        let _around = open(stage, "lang=en").await?;
        let shown = async || stage.script::<String>("return document.body.innerText;").await;
        until("the message", shown, |text| text.contains("Specify the campaign file")).await?;
        Ok(())
    })
    .await
}

/// Everything that the frame says by itself, in the language of the parameter
/// or, without it, of the browser.
#[tokio::test]
async fn a_frame_speaks_one_language_and_that_of_its_reader() -> Result<()> {
    let of_browser = "Object.defineProperty(navigator, 'languages', { value: ['fr', 'zh-TW'] });";
    for (parameters, said, unsaid, title) in [
        ("lang=zh-Hans-CN", ["请指定活动文件", "请看公告里的规则"], "Specify the", "活动卡片"),
        ("lang=en-GB", ["Specify the campaign file", "for rules"], "请", "Campaign"),
        ("lang=fr", ["Specify the campaign file", "for rules"], "请", "Campaign"),
        ("theme=dark", ["請指定活動檔案", "請從公告查看規則"], "Specify the", "活動"),
    ] {
        let setup = host().before_load(of_browser).expect("frame.html?src=");
        on_stage(setup, async |stage| {
            let _around = open(stage, parameters).await?;
            let shown = async || stage.script::<String>("return document.body.innerText;").await;
            let shown = until("the message", shown, |text| text.contains(said[0])).await?;
            assert!(shown.contains(said[1]) && !shown.contains(unsaid), "{parameters}: {shown}");
            assert_eq!(stage.script::<String>("return document.title;").await?, title);
            let errors = stage.heard("campaign-error").await?;
            assert!(errors[0]["message"].to_string().contains(said[0]), "{errors:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_frame_without_a_language_takes_the_readers() -> Result<()> {
    let english = "Object.defineProperty(navigator, 'languages', { value: ['en-GB'] });
        Object.defineProperty(navigator, 'language', { value: 'en-GB' });";
    on_stage(host().before_load(english), async |stage| {
        let _around = open(stage, "src=/campaign.json").await?;
        card_in(stage, "#frame").await?.wait_for_text("End to end").await?;
        assert_eq!(stage.script::<String>("return document.documentElement.lang;").await?, "en-GB");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_language_in_the_form_of_a_system_is_written_in_that_of_pages() -> Result<()> {
    on_stage(host(), async |stage| {
        let _around = open(stage, "src=/campaign.json&amp;lang=zh_CN.UTF-8").await?;
        card_in(stage, "#frame").await?.wait_for_text("端到端测试").await?;
        assert_eq!(stage.script::<String>("return document.documentElement.lang;").await?, "zh-CN");
        Ok(())
    })
    .await
}
