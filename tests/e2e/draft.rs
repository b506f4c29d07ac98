//! The composer: its rules, its repairs, and where a draft goes.

use anyhow::{Context, Result};
use reqwest::Url;
use serde_json::json;

use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// The tag of the campaign in Chinese.
pub const TAG: &str = "#Gate xStocks 交易体验#";

/// 20 characters without the tag.
pub const STORY: &str = "第一次用现货买苹果股票夜里也能成交很方便";

/// A card that is open and in Chinese.
pub fn open() -> Setup {
    Setup::new().campaign(&open_campaign()).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

#[tokio::test]
async fn the_rules_follow_the_draft_as_it_is_typed() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "fail")]).await?;
        assert_eq!(card.count().await?, (0, 20));

        let (most, last) = STORY.split_at(STORY.len() - "便".len());
        card.type_draft(most).await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "fail"), ("only-tag", "pass")]).await?;
        card.type_draft(last).await?;
        card.wait_for_rules(&[("tag", "fail"), ("length", "pass"), ("only-tag", "pass")]).await?;
        assert_eq!(card.count().await?, (20, 20));

        card.press("insert-tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")]).await?;
        assert_eq!(card.count().await?, (20, 20));
        let draft = card.draft().await?;
        assert!(draft.contains(TAG) && draft.contains(STORY), "{draft}");

        // Told when it changes, and without the text.
        card.paste_draft("").await?;
        let told = [true, false].map(|passes| json!({ "passes": passes }));
        stage.wait_for_events("campaign-draft", &told).await
    })
    .await
}

#[tokio::test]
async fn one_press_repairs_a_near_miss_and_another_tag() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} ＃Gate xStocks　交易体验＃ #BTC ")).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        card.fix("tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("only-tag", "fail")]).await?;
        card.fix("only-tag").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")]).await?;
        let draft = card.draft().await?;
        assert!(draft.contains(TAG) && !draft.contains("BTC"), "{draft}");
        card.wait_for_number("fix", 0).await?;
        Ok(())
    })
    .await
}

/// What was typed into the tag is moved out of it, and a misspelt one becomes the
/// tag; neither is taken out with the other tags.
#[tokio::test]
async fn a_damaged_tag_is_mended_and_not_removed() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} #Gate xStocks 交易你好体验#")).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "pass")]).await?;
        card.fix("tag").await?;
        card.wait_for_draft(&format!("{STORY} {TAG}你好")).await?;

        card.paste_draft(&format!("{STORY} #Gate xStock 交易体验# #BTC")).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        card.wait_for_number("remove-tag", 1).await?;
        card.fix("only-tag").await?;
        card.wait_for_draft(&format!("{STORY} #Gate xStock 交易体验#")).await?;
        card.wait_for_number("fix", 0).await?;
        card.press("replace-tag").await?;
        card.wait_for_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")]).await
    })
    .await
}

/// The campaign's own account is known, and a name in Latin letters ends with them.
#[tokio::test]
async fn a_mention_takes_no_sentence_along() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        for name in ["@Gate广场_Official", "@gate_io"] {
            card.paste_draft(&format!("{name}{STORY} {TAG}")).await?;
            card.wait_for_rules(&[("tag", "pass"), ("length", "pass"), ("only-tag", "pass")])
                .await?;
            assert_eq!(card.count().await?, (20, 20), "{name}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_draft_outlives_a_reload_right_after_the_last_key() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let text = format!("{STORY}\n\n{TAG}");
        card.paste_draft(&text).await?;
        let card = stage.reload().await?;
        card.wait_for_draft(&text).await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await
    })
    .await
}

#[tokio::test]
async fn a_second_tab_goes_on_where_the_first_is() -> Result<()> {
    on_stage(open(), async |stage| {
        let first = stage.open_card().await?;
        let tab = stage.browser.window().await?;
        let other = stage.new_tab().await?;
        let second = stage.open_card().await?;
        second.wait_for_draft("").await?;

        stage.go_to(&tab).await?;
        first.paste_draft(STORY).await?;
        stage.go_to(&other).await?;
        second.wait_for_draft(STORY).await?;
        second.paste_draft(&format!("{STORY} {TAG}")).await?;
        stage.go_to(&tab).await?;
        first.wait_for_draft(&format!("{STORY} {TAG}")).await
    })
    .await
}

#[tokio::test]
async fn each_language_of_the_campaign_has_its_own_draft() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("中文的草稿").await?;
        card.choose_language("en").await?;
        card.wait_for_draft("").await?;
        card.wait_for_text("#Gate xStocks Trading Share#").await?;
        card.paste_draft("An English draft").await?;
        assert_eq!(card.count().await?, (3, 20));
        card.choose_language("zh-CN").await?;
        card.wait_for_draft("中文的草稿").await?;
        card.choose_language("en").await?;
        card.wait_for_draft("An English draft").await?;

        // The choice is kept as well.
        let card = stage.reload().await?;
        card.wait_for_draft("An English draft").await
    })
    .await
}

#[tokio::test]
async fn copy_takes_the_whole_draft_with_or_without_the_clipboard() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        for allowed in [true, false] {
            stage.allow_clipboard(allowed).await?;
            let text = format!("{STORY} {TAG} {allowed}");
            card.paste_draft(&text).await?;
            card.press("copy").await?;
            card.wait_for_text("已复制").await?;
            stage.wait_for_clipboard(&text).await?;
        }
        stage.wait_for_events("campaign-copy", &[json!({}), json!({})]).await
    })
    .await
}

#[tokio::test]
async fn sharing_opens_x_with_the_text_of_the_draft() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY} 100% & more? {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass")]).await?;
        card.press("share-x").await?;
        let opened = Url::parse(&stage.opened().await?)?;
        let place = (opened.host_str(), opened.path());
        assert_eq!(place, (Some("x.com"), "/intent/post"));
        let (name, text) = opened.query_pairs().next().context("no query")?;
        let wanted = format!("{STORY} 100% & more? {TAG}");
        assert_eq!((name.as_ref(), text.as_ref()), ("text", wanted.as_str()));
        stage.wait_for_events("campaign-share", &[json!({ "to": "x" })]).await
    })
    .await
}

#[tokio::test]
async fn questions_to_start_from_are_one_press_away() -> Result<()> {
    let mut campaign = open_campaign();
    let prompts = ["你交易了什么？", "成交有多快？", "你会改什么？"];
    campaign["languages"]["zh-CN"]["prompts"] = json!(prompts);
    let setup = Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"");
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        // They are out of the way until somebody asks for them.
        card.wait_for_text("不知道写什么").await?;
        let text = card.text().await?;
        assert!(!text.contains(prompts[0]), "{text}");
        card.script::<()>("element.shadowRoot.querySelector('[part=prompts] summary').click();")
            .await?;
        for prompt in prompts {
            card.wait_for_text(prompt).await?;
        }
        // They are no text of the person's, and stay while one types.
        card.type_draft(STORY).await?;
        card.wait_for_count(20).await?;
        card.wait_for_text(prompts[0]).await
    })
    .await
}

/// The columns of the grid grew with what could not be broken.
#[tokio::test]
async fn long_wrong_tags_stay_inside_a_narrow_card() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.set("lang", "en").await?;
        let tags = "#GatexStocksTradingShareAndMore2025 #xStocksAreTradedOnGateEveryDay2025 ";
        card.paste_draft(&[tags, "#Gate xstocks Trading Share# ", tags].concat()).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        for width in [320, 360] {
            stage.resize(width, 800).await?;
            let over: f64 = card
                .script(
                    "const composer = element.shadowRoot.querySelector('.composer');
                    const edge = composer.getBoundingClientRect().right
                        - parseFloat(getComputedStyle(composer).paddingRight);
                    return Math.max(...[...composer.querySelectorAll('*:not(.unseen)')]
                        .map((part) => part.getBoundingClientRect())
                        .filter((box) => box.width > 0).map((box) => box.right - edge));",
                )
                .await?;
            assert!(over < 0.5, "{over} px too wide at {width} px");
        }
        Ok(())
    })
    .await
}

/// The box of a field that has nothing to scroll kept the page from scrolling, since
/// Chromium 144: `overscroll-behavior` counts for it as well (CSS Overscroll Behavior 1,
/// section 3).
#[tokio::test]
async fn the_page_scrolls_under_a_finger_on_the_empty_field() -> Result<()> {
    on_stage(open().viewport(360, 500), async |stage| {
        let card = stage.open_card().await?;
        let place = "const field = element.shadowRoot.querySelector('[part=draft]');
            field.scrollIntoView({ block: 'center' });
            const { x, y } = field.getBoundingClientRect();
            return [x + 20, y + 20, scrollY];";
        let [x, y, before] = card.script::<[f64; 3]>(place).await?;
        let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 90 });
        stage.devtools("Input.dispatchMouseEvent", wheel).await?;
        let scrolled = async || stage.script::<f64>("return scrollY;").await;
        until("a page that scrolls", scrolled, |now| *now > before + 40.0).await?;
        Ok(())
    })
    .await
}
