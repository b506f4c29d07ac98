//! Where the campaign can come from, besides `src`.

use anyhow::Result;
use serde_json::json;
use xtask::site::pages::Extra;

use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};

#[tokio::test]
async fn a_campaign_can_stand_in_the_page_itself() -> Result<()> {
    let page = format!(
        "<campaign-widget><script type=\"application/json\">{}</script><p>F</p></campaign-widget>",
        open_campaign()
    );
    on_stage(Setup::new().page("/card.html", &page), async |stage| {
        let card = stage.open_card().await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn a_framework_gives_the_campaign_as_an_object() -> Result<()> {
    let mut campaign = open_campaign();
    let setup = Setup::new().card("").before_load(&format!(
        "addEventListener('DOMContentLoaded', () => {{
            document.querySelector('campaign-widget').campaign = {campaign};
        }});"
    ));
    on_stage(setup, async |stage| {
        // Set before the element was defined, and set again.
        let card = stage.open_card().await?;
        card.wait_for_text("端到端测试").await?;
        campaign["languages"]["zh-CN"]["title"] = json!("另一个活动");
        card.script::<()>(&format!("element.campaign = {campaign};")).await?;
        card.wait_for_text("另一个活动").await?;
        let kept: String = card.script("return element.campaign.languages['zh-CN'].title;").await?;
        assert_eq!(kept, "另一个活动");
        Ok(())
    })
    .await
}

/// The campaign's Chinese in GBK, as an editor on a Chinese Windows may save it.
fn in_gbk(campaign: &str) -> Vec<u8> {
    let code = |c: char| -> &[u8] {
        match c {
            '端' => b"\xb6\xcb",
            '到' => b"\xb5\xbd",
            '测' => b"\xb2\xe2",
            '试' => b"\xca\xd4",
            '交' => b"\xbd\xbb",
            '易' => b"\xd2\xd7",
            '体' => b"\xcc\xe5",
            '验' => b"\xd1\xe9",
            _ => panic!("{c} is not in the table"),
        }
    };
    let bytes = |c: char| if c.is_ascii() { vec![c as u8] } else { code(c).to_vec() };
    campaign.chars().flat_map(bytes).collect()
}

#[tokio::test]
async fn a_file_is_read_in_the_encoding_that_it_has() -> Result<()> {
    let campaign = open_campaign().to_string();
    let utf_16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{feff}{campaign}").encode_utf16().flat_map(to_bytes).collect()
    };
    let files = [
        ("application/json", format!("\u{feff}{campaign}").into_bytes()),
        ("application/json", utf_16(u16::to_le_bytes)),
        ("application/json; charset=utf-8", utf_16(u16::to_be_bytes)),
        ("application/json; charset=gbk", in_gbk(&campaign)),
        ("text/plain;Charset=\"GB2312\"", in_gbk(&campaign)),
        // A server that names one charset for all that it has.
        ("application/json; charset=gbk", campaign.clone().into_bytes()),
        ("application/json; charset=no-such-charset", campaign.clone().into_bytes()),
    ];
    let mut setup = Setup::new().card("src=\"/0.json\" lang=\"zh-CN\"");
    let number = files.len();
    for (index, (content_type, bytes)) in files.into_iter().enumerate() {
        setup = setup.file(Extra::new(&format!("/{index}.json"), content_type, bytes));
    }
    on_stage(setup, async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_text("端到端测试").await?;
        for index in 1..number {
            card.set("src", "/campaigns/gate-xstocks.json").await?;
            card.wait_for_phase("closed").await?;
            card.set("src", &format!("/{index}.json")).await?;
            card.wait_for_phase("open").await?;
            card.wait_for_text("端到端测试").await?;
            card.wait_for_text("#Gate xStocks 交易体验#").await?;
        }
        Ok(())
    })
    .await
}
