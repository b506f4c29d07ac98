//! What breaks a rule is shown where it stands, and goes one by one.

use anyhow::Result;
use serde_json::Value;

use crate::card::Card;
use crate::draft::{STORY, open};
use crate::harness::on_stage;
use crate::wait::until;

/// The marks behind the text, each with its class.
async fn marks(card: &Card) -> Result<Vec<(String, String)>> {
    let read = "return [...element.shadowRoot.querySelectorAll('[part=draft-field] mark')]
        .map((mark) => [mark.textContent, mark.className]);";
    card.script(read).await
}

async fn wait_for_marks(card: &Card, wanted: &[(&str, &str)]) -> Result<()> {
    let fits = |seen: &Vec<(String, String)>| {
        seen.iter().map(|(text, class)| (text.as_str(), class.as_str())).eq(wanted.iter().copied())
    };
    until(&format!("the marks {wanted:?}"), async || marks(card).await, fits).await?;
    Ok(())
}

#[tokio::test]
async fn what_is_wrong_is_marked_in_the_text_and_can_be_found() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft("好 ＃Gate xStocks 交易体验# 好 #BTC 好 #大涨#").await?;
        wait_for_marks(
            &card,
            &[
                ("＃Gate xStocks 交易体验#", "near-miss"),
                ("#BTC", "other-tag"),
                ("#大涨#", "other-tag"),
            ],
        )
        .await?;
        let found: Vec<String> =
            card.parts("locate").await?.into_iter().map(|part| part.text).collect();
        assert_eq!(found, ["＃Gate xStocks 交易体验#", "#BTC", "#大涨#"]);

        card.press("locate").await?;
        let selected = "const area = element.shadowRoot.querySelector('[part=draft]');
            return [area.value.slice(area.selectionStart, area.selectionEnd),
                element.shadowRoot.activeElement === area];";
        let selected: Value = card.script(selected).await?;
        assert_eq!(selected, serde_json::json!(["＃Gate xStocks 交易体验#", true]));

        card.fix("tag").await?;
        wait_for_marks(
            &card,
            &[
                ("#Gate xStocks 交易体验#", "campaign-tag"),
                ("#BTC", "other-tag"),
                ("#大涨#", "other-tag"),
            ],
        )
        .await?;
        // One of them goes, and the other stays.
        card.press("remove-tag").await?;
        card.wait_for_draft("好 #Gate xStocks 交易体验# 好 好 #大涨#").await?;
        card.press("remove-tag").await?;
        card.wait_for_draft("好 #Gate xStocks 交易体验# 好 好").await?;
        wait_for_marks(&card, &[("#Gate xStocks 交易体验#", "campaign-tag")]).await
    })
    .await
}

/// The marks would lie beside the words if the two texts broke their lines at
/// different places.
#[tokio::test]
async fn the_text_behind_breaks_its_lines_where_the_field_does() -> Result<()> {
    for width in [320, 360, 1280] {
        on_stage(open().viewport(width, 900), async |stage| {
            let card = stage.open_card().await?;
            for text in [
                format!("{STORY}。#Gate xStocks 交易体验# {STORY}"),
                "a ".repeat(500),
                "字".repeat(700),
                "words of many lengths, and ＃Gate xStocks 交易体验 twice ".repeat(20),
                "很长的一行https://www.gate.com/announcements/article/45926?a=b&c=d很长的一行".repeat(9),
                format!("一\n\n\n二\n{}\n\n", "😀👍🏽 ".repeat(80)),
                "\t制表\t符 和  空格   ".repeat(40),
                String::new(),
            ] {
                card.paste_draft(&text).await?;
                card.wait_for_draft(&text).await?;
                let heights = "const [behind, area] = element.shadowRoot
                        .querySelector('[part=draft-field] .sheet').children;
                    return [behind.scrollHeight, area.scrollHeight, behind.clientWidth, area.clientWidth];";
                let look = async || card.script::<[u32; 4]>(heights).await;
                until(&format!("the same lines in {text:.20}"), look, |[a, b, c, d]| a == b && c == d).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn text_that_is_not_composed_is_checked_and_repaired_too() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        // "é" and "가" of two characters each, in front of what is wrong.
        let typed = "cafe\u{301} \u{1100}\u{1161} ＃Gate xStocks 交易体验# #BTC 好";
        card.paste_draft(typed).await?;
        card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
        let selected = "const area = element.shadowRoot.querySelector('[part=draft]');
            return area.value.slice(area.selectionStart, area.selectionEnd);";
        card.press("locate").await?;
        assert_eq!(card.script::<String>(selected).await?, "＃Gate xStocks 交易体验#");
        card.fix("tag").await?;
        card.wait_for_draft("café 가 #Gate xStocks 交易体验# #BTC 好").await?;
        card.fix("only-tag").await?;
        card.wait_for_draft("café 가 #Gate xStocks 交易体验# 好").await
    })
    .await
}

#[tokio::test]
async fn what_x_makes_of_it_is_there_to_see() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(&format!("{STORY}#Gate xStocks 交易体验#{}", "长".repeat(140))).await?;
        card.wait_for_rules(&[("x-length", "advice")]).await?;
        let preview = "const preview = element.shadowRoot.querySelector('[part=x-preview]');
            return [preview.textContent.slice(0, 24),
                [...preview.querySelectorAll('.link')].map((mark) => mark.textContent),
                preview.querySelector('.over')?.textContent.length];";
        // It is painted once it is opened.
        card.script::<()>("element.shadowRoot.querySelector('.on-x').open = true;").await?;
        let look = async || card.script::<Value>(preview).await;
        let preview = until("the preview", look, |seen| seen[0] != "").await?;
        // 40 for the story, 1 for the space, 23 for the tag: 108 more fit.
        let expected = serde_json::json!([format!("{STORY} #Ga"), ["#Gate"], 32]);
        assert_eq!(preview, expected);
        let over = "return element.shadowRoot.querySelector('[part=draft-field] .over').textContent.length;";
        assert_eq!(card.script::<usize>(over).await?, 32);
        Ok(())
    })
    .await
}
