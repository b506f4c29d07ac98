//! Storage that is cleared, fills up, throws or holds nonsense in the middle of
//! a delivery.

use std::time::Duration;

use anyhow::{Context, Result};
use xtask::site::questionnaire::Fault;

use super::{
    ask_to_wait, assert_nothing_claimed_too_soon, assert_received_once, close, hand_in_all, posts,
    times_sent, wait_for_all_delivered, wait_for_states, watched,
};
use crate::card::Card;
use crate::harness::{Stage, on_stage};
use crate::setup::{Setup, open_campaign};
use crate::wait::{HELD, until};

/// Clears the storage of the whole site; what the witness noted is put back.
const CLEAR: &str = "
    const noted = Object.entries(localStorage).filter(([key]) => key.startsWith('witness:'));
    localStorage.clear();
    for (const [key, note] of noted) localStorage[key] = note;";

/// Spoils all that is kept of the outbox.
const SPOIL: &str = "
    for (const key of Object.keys(localStorage).filter((key) => key.includes(':outbox:')))
        localStorage[key] = '{\"version\":1,\"state\":';";

/// From here on there is no room for what the widget keeps.
const FULL: &str = "
    const keepIfRoom = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        if (key.startsWith('campaign-widget:'))
            throw new DOMException('full', 'QuotaExceededError');
        keepIfRoom.call(this, key, value);
    };";

/// There is no storage at all.
const NO_STORAGE: &str = "Object.defineProperty(globalThis, 'localStorage', {
    get() { throw new DOMException('denied', 'SecurityError'); },
});";

/// Links in all states on the way, and one that has arrived. Those posted first
/// are sent first.
async fn under_way(stage: &Stage, card: &Card) -> Result<Vec<String>> {
    let ids = posts(4);
    ask_to_wait(stage, &ids[2], "7");
    stage.questionnaire.faults().push_for(&ids[1], Fault::Delay(HELD));
    hand_in_all(card, &[&ids[0], &ids[1], &ids[2], &ids[3]]).await?;
    let states = ["queued", "sending", "waiting", "delivered"];
    let states: Vec<(&str, &str)> = ids.iter().map(String::as_str).zip(states).collect();
    wait_for_states(card, &states).await?;
    Ok(ids)
}

#[tokio::test]
async fn links_on_their_way_outlive_a_store_that_is_cleared_or_spoilt() -> Result<()> {
    let (here, elsewhere, beside, spoilt) = tokio::join!(
        damaged(CLEAR, None),
        damaged(CLEAR, Some("/elsewhere.html")),
        damaged(CLEAR, Some("/card.html")),
        damaged(SPOIL, Some("/card.html")),
    );
    here.context("by the page itself")?;
    elsewhere.context("by another page")?;
    beside.context("by another card's page")?;
    spoilt.context("spoilt by another card's page")
}

/// The damage is done by the card's own page, or by another one. Where that has
/// a card of its own, it may send a link again, under its key.
async fn damaged(damage: &str, other_page: Option<&str>) -> Result<()> {
    on_stage(watched(&open_campaign()).expect("503"), async |stage| {
        let tab = stage.browser.window().await?;
        let mut other = tab.clone();
        if let Some(path) = other_page {
            other = stage.new_tab().await?;
            stage.open(path).await?;
            stage.go_to(&tab).await?;
        }
        let card = stage.open_card().await?;
        let mut ids = under_way(stage, &card).await?;
        stage.go_to(&other).await?;
        stage.script::<()>(damage).await?;
        stage.go_to(&tab).await?;
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)?;
        assert_nothing_claimed_too_soon(stage).await?;
        // What had arrived before is not kept again.
        ids.pop();
        wait_for_all_delivered(&stage.reload().await?, &ids).await
    })
    .await
}

#[tokio::test]
async fn a_link_that_waits_outlives_a_store_that_its_own_page_cleared() -> Result<()> {
    on_stage(watched(&open_campaign()).expect("503"), async |stage| {
        let ids = waiting(stage).await?;
        stage.script::<()>(CLEAR).await?;
        wait_for_all_delivered(&stage.reload().await?, &ids).await?;
        assert_received_once(stage, &ids)
    })
    .await
}

/// Nobody comes back to the page that remembers the link.
#[tokio::test]
async fn a_link_that_waits_outlives_a_store_that_another_tab_cleared() -> Result<()> {
    on_stage(watched(&open_campaign()).expect("503"), async |stage| {
        let tab = stage.browser.window().await?;
        let ids = waiting(stage).await?;
        stage.new_tab().await?;
        stage.open("/elsewhere.html").await?;
        stage.script::<()>(CLEAR).await?;
        let is_kept = format!("return 'campaign-widget:e2e:outbox:{}' in localStorage;", ids[0]);
        let is_kept = async || stage.script::<bool>(&is_kept).await;
        until("the link, kept again by the tab that remembers it", is_kept, |it| *it).await?;
        close(stage, &tab).await?;
        wait_for_all_delivered(&stage.open_card().await?, &ids).await?;
        assert_received_once(stage, &ids)
    })
    .await
}

/// A link that waits for some seconds, while nothing else happens.
async fn waiting(stage: &Stage) -> Result<Vec<String>> {
    let card = stage.open_card().await?;
    let ids = posts(1);
    ask_to_wait(stage, &ids[0], "5");
    hand_in_all(&card, &[&ids[0]]).await?;
    card.wait_for_entries(&[(&ids[0], "waiting")]).await?;
    Ok(ids)
}

#[tokio::test]
async fn links_arrive_once_where_there_is_no_room_to_keep_them() -> Result<()> {
    on_stage(watched(&open_campaign()).before_load(FULL).expect("503"), async |stage| {
        let card = stage.open_card().await?;
        card.part("storage-notice").await?;
        let ids = under_way(stage, &card).await?;
        wait_for_all_delivered(&card, &ids).await?;
        assert_received_once(stage, &ids)?;
        assert_eq!(times_sent(stage, &ids).await?, [1, 1, 2, 1]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_arrives_once_although_its_arrival_could_not_be_kept() -> Result<()> {
    on_stage(watched(&open_campaign()), async |stage| {
        let card = stage.open_card().await?;
        let ids = posts(1);
        let slow = Fault::Delay(Duration::from_secs(2));
        stage.questionnaire.faults().push_for(&ids[0], slow);
        hand_in_all(&card, &[&ids[0]]).await?;
        wait_for_states(&card, &[(&ids[0], "sending")]).await?;
        stage.script::<()>(FULL).await?;
        wait_for_all_delivered(&card, &ids).await?;
        card.part("storage-notice").await?;
        // The next page finds a link that is being sent by nobody.
        wait_for_all_delivered(&stage.reload().await?, &ids).await?;
        assert_received_once(stage, &ids)?;
        assert_eq!(times_sent(stage, &ids).await?, [2]);
        assert_nothing_claimed_too_soon(stage).await
    })
    .await
}

#[tokio::test]
async fn two_cards_of_a_page_agree_without_any_storage() -> Result<()> {
    let card = "src=\"/campaign.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>";
    let cards = format!("<campaign-widget id=\"a\" {card}<campaign-widget id=\"b\" {card}");
    let setup = Setup::new().campaign(&open_campaign()).page("/two.html", &cards);
    on_stage(setup.before_load(NO_STORAGE).expect("503"), async |stage| {
        stage.open("/two.html").await?;
        let (a, b) = (stage.card("#a").await?, stage.card("#b").await?);
        a.part("storage-notice").await?;
        let ids = posts(3);
        stage.questionnaire.faults().push_for(&ids[2], Fault::status(503));
        hand_in_all(&a, &[&ids[0], &ids[1]]).await?;
        hand_in_all(&b, &[&ids[1], &ids[2]]).await?;
        wait_for_all_delivered(&a, &ids).await?;
        wait_for_all_delivered(&b, &ids).await?;
        assert_received_once(stage, &ids)
    })
    .await
}

#[tokio::test]
async fn nonsense_where_a_link_is_to_be_kept_gives_way_to_it() -> Result<()> {
    let ids = posts(1);
    let nonsense = format!(
        "localStorage['campaign-widget:e2e:outbox:{}'] ??= '{{\"version\":1,\"key\":7}}';",
        ids[0]
    );
    on_stage(watched(&open_campaign()).before_load(&nonsense), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_entries(&[]).await?;
        hand_in_all(&card, &[&ids[0]]).await?;
        wait_for_all_delivered(&card, &ids).await?;
        wait_for_all_delivered(&stage.reload().await?, &ids).await?;
        assert_received_once(stage, &ids)
    })
    .await
}
