//! Pages that do strange things: to what every script uses, to what scripts
//! may do, to their documents. Each is a row in tests/README.md.

mod documents;
mod missing;
mod policies;
mod prototypes;
mod returns;
mod sandbox;

use anyhow::Result;

use crate::card::Card;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// A card of an open campaign.
const CARD: &str = "<campaign-widget src=\"/campaign.json\" lang=\"zh-CN\" loading=\"eager\">\
     <p>Fallback</p></campaign-widget>";

/// A page with a card of an open campaign.
fn open() -> Setup {
    Setup::new().campaign(&open_campaign()).page("/card.html", CARD)
}

/// Has the card do all of its work: it counts down, checks and repairs a draft,
/// and delivers a link.
async fn assert_works(card: &Card) -> Result<()> {
    card.wait_for_phase("open").await?;
    card.paste_draft("＃Gate xStocks 交易体验# #BTC ").await?;
    card.fix("tag").await?;
    card.fix("only-tag").await?;
    card.wait_for_rules(&[("tag", "pass"), ("only-tag", "pass"), ("length", "fail")]).await?;
    card.wait_for_text("#Gate xStocks 交易体验#").await?;
    let id = recent_post();
    card.paste_link(&link(&id)).await?;
    card.wait_for_verdicts(&[&id]).await?;
    card.press("submit-link").await?;
    card.wait_for_entries(&[(&id, "delivered")]).await?;
    let left = card.seconds().await?;
    until("the next second", async || card.seconds().await, |now| *now < left).await?;
    Ok(())
}
