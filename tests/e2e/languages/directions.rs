//! Wording that an author may write but no language has: 400 characters long, without a
//! space, or of the other direction than the card.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::fit::faults;
use super::{WIDTHS, speak};
use crate::card::Card;
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::share::STAY;

fn card(campaign: &Value) -> Setup {
    Setup::new().campaign(campaign).card("src=\"/campaign.json\" lang=\"en\"").before_load(STAY)
}

/// A campaign with one wording, in this language.
fn worded(language: &str, wording: Value) -> Value {
    let mut campaign = open_campaign();
    campaign["languages"] = json!({ language: wording });
    campaign
}

#[tokio::test]
async fn wording_of_400_characters_has_room_with_and_without_spaces() -> Result<()> {
    let spaced = "an endless sentence ".repeat(20);
    let solid = "endless".repeat(58);
    for long in [spaced.trim(), &solid[..400]] {
        let tag = format!("#{long}#");
        let campaign = worded(
            "en",
            json!({
                "title": long, "tag": tag, "follow": format!("@{}", &solid[..15]),
                "rewards": [long, "Short"], "prompts": [long, "Short?"],
                "minimum": { "count": 20, "unit": "words" }
            }),
        );
        on_stage(card(&campaign), async |stage| {
            let card = stage.open_card().await?;
            card.paste_draft(&format!("{long} #{long} #BTC")).await?;
            card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
            card.press("share-x").await?;
            let address = format!("https://example.com/{}?text={long}", &solid[..400]);
            card.paste_link(&format!("{address} {}", link(&recent_post()))).await?;
            card.part("share-status").await?;
            let mut found = Vec::new();
            for tag in ["en", "ja", "ar"] {
                speak(&card, tag).await?;
                for width in WIDTHS {
                    stage.resize(width, 900).await?;
                    let faults = faults(&card).await?;
                    found.extend(faults.iter().map(|fault| format!("{tag} {width}: {fault}")));
                }
            }
            ensure!(found.is_empty(), "{}", found.join("\n"));
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Where a text stands, and for each of its characters where its line is and where it is on
/// that, in CSS pixels.
#[derive(Debug, Deserialize)]
struct Written {
    place: String,
    at: Vec<(i32, f64)>,
}

/// Every place where the card shows a text.
async fn written(card: &Card, text: &str) -> Result<Vec<Written>> {
    let look = "const wanted = WANTED;
        const root = element.shadowRoot.querySelector('.card');
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const { currentNode: node, currentNode: { data, parentElement: parent } } = texts;
            if (parent.matches('textarea, .unseen') || !parent.getClientRects().length) continue;
            for (let from = data.indexOf(wanted); from >= 0; from = data.indexOf(wanted, from + 1)) {
                const at = [...wanted].flatMap((_, index) => {
                    const range = document.createRange();
                    range.setStart(node, from + index);
                    range.setEnd(node, from + index + 1);
                    // Without the signs of direction beside it, which have no width.
                    return [...range.getClientRects()].filter(({ width }) => width > 0)
                        .map(({ left, right, top }) => [Math.round(top), (left + right) / 2]);
                });
                found.push({ place: parent.getAttribute('part') ?? parent.className, at });
            }
        }
        return found;";
    card.script(&look.replace("WANTED", &json!(text).to_string())).await
}

/// Fails unless a text stands in so many places at least, and in each from left to right
/// or from right to left, with its signs where its direction has them.
async fn assert_order(card: &Card, text: &str, least: usize, is_rtl: bool) -> Result<()> {
    let written = written(card, text).await?;
    ensure!(written.len() >= least, "{text} is in {} places only: {written:?}", written.len());
    for Written { place, at } in &written {
        let is_in_order = |((line, one), (next_line, next)): (&(i32, f64), &(i32, f64))| {
            next_line > line || (next_line == line && (one > next) == is_rtl)
        };
        ensure!(at.iter().zip(at.iter().skip(1)).all(is_in_order), "{text} in {place}: {at:?}");
    }
    Ok(())
}

/// Writes a draft that breaks the rules on tags, tries to share it, and pastes a link.
async fn write(card: &Card, other: &str) -> Result<String> {
    card.paste_draft(&format!("{other} ")).await?;
    card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
    card.press("share-x").await?;
    let link = link(&recent_post());
    card.paste_link(&link).await?;
    card.part("link-verdict").await?;
    Ok(link)
}

#[tokio::test]
async fn an_english_tag_keeps_its_signs_in_an_arabic_card() -> Result<()> {
    let tag = "#Gate xStocks 2025#";
    let wording = json!({ "title": format!("{tag}!"), "tag": tag, "follow": "@Gate",
        "rewards": [tag], "prompts": [tag], "minimum": { "count": 20, "unit": "words" } });
    on_stage(card(&worded("en", wording)), async |stage| {
        stage.allow_clipboard(true).await?;
        stage.resize(1280, 900).await?;
        let card = stage.open_card().await?;
        speak(&card, "ar").await?;
        let link = write(&card, "#BTC").await?;
        // The heading, a reward, a question, two buttons or rules, what is said.
        assert_order(&card, tag, 5, false).await?;
        assert_order(&card, "#BTC", 3, false).await?;
        assert_order(&card, &link, 1, false).await?;
        card.press("submit-link").await?;
        card.part("entry").await?;
        assert_order(&card, link.trim_start_matches("https://"), 1, false).await?;
        let field = "return getComputedStyle(element.shadowRoot.querySelector('#link')).direction;";
        assert_eq!(card.script::<String>(field).await?, "ltr");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_arabic_tag_keeps_its_signs_in_an_english_card() -> Result<()> {
    let tag = "#تجربة التداول#";
    let wording = json!({ "title": format!("{tag}!"), "tag": tag, "rewards": [tag],
        "prompts": [tag], "minimum": { "count": 20, "unit": "words" } });
    on_stage(card(&worded("ar", wording)), async |stage| {
        stage.resize(1280, 900).await?;
        let card = stage.open_card().await?;
        speak(&card, "en").await?;
        write(&card, "#عملات").await?;
        assert_order(&card, tag, 5, true).await?;
        assert_order(&card, "#عملات", 3, true).await
    })
    .await
}

/// The same character is drawn otherwise in China, Taiwan, Japan and Korea.
#[tokio::test]
async fn han_characters_are_those_of_the_language() -> Result<()> {
    on_stage(card(&open_campaign()), async |stage| {
        let card = stage.open_card().await?;
        stage.ask_devtools("DOM.enable", json!({})).await?;
        stage.ask_devtools("CSS.enable", json!({})).await?;
        for (language, font) in [
            ("zh-CN", "Noto Sans CJK SC"),
            ("zh-TW", "Noto Sans CJK TC"),
            ("ja", "Noto Sans CJK JP"),
            ("ko", "Noto Sans CJK KR"),
        ] {
            speak(&card, language).await?;
            let page = json!({ "depth": -1, "pierce": true });
            let document = stage.ask_devtools("DOM.getDocument", page).await?;
            let heading = node(&document["root"], "H3").unwrap_or_default();
            let asked = json!({ "nodeId": heading });
            let fonts = stage.ask_devtools("CSS.getPlatformFontsForNode", asked).await?;
            let families: Vec<&Value> = fonts["fonts"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|font| &font["familyName"])
                .collect();
            if language == "zh-CN" && families != [font] {
                // The machine has other fonts, of which this test knows nothing.
                return Ok(());
            }
            assert_eq!(families, [font], "{language}");
        }
        Ok(())
    })
    .await
}

/// The id of the first node of this name, in shadow trees too.
fn node(tree: &Value, name: &str) -> Option<u64> {
    if tree["nodeName"] == name {
        return tree["nodeId"].as_u64();
    }
    let inside = ["shadowRoots", "children"].map(|kind| tree[kind].as_array());
    inside.into_iter().flatten().flatten().find_map(|tree| node(tree, name))
}
