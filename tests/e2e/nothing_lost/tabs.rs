//! Several tabs at once, some of them in one process.

use anyhow::{Result, ensure};
use xtask::site::questionnaire::{Fault, Part};

use super::{
    NO_LOCKS, assert_nothing_claimed_too_soon, assert_received_once, posts, submit_everywhere,
    times_sent, wait_for_all_delivered, watched, write_down,
};
use crate::harness::on_stage;
use crate::setup::{Setup, open_campaign};

/// A browser that has locks and gives none, as to a sandboxed frame.
const REFUSED_LOCKS: &str = "LockManager.prototype.request = () =>
    Promise.reject(new DOMException('denied', 'SecurityError'));";

#[tokio::test]
async fn tabs_that_all_have_links_deliver_each_once_and_agree() -> Result<()> {
    let (two, five) = tokio::join!(tabs(setup(), 2, true), tabs(setup(), 5, true));
    two.and(five)
}

/// Whoever is next in the line has not seen yet what the last one did.
#[tokio::test]
async fn tabs_that_see_late_what_others_keep_deliver_each_link_once() -> Result<()> {
    tabs(setup().before_load(LATE), 2, true).await
}

/// Two may then send a link at the same moment, under the same key.
#[tokio::test]
async fn tabs_that_cannot_take_turns_deliver_each_link_once() -> Result<()> {
    let (none, refused) = tokio::join!(
        tabs(setup().before_load(NO_LOCKS), 3, false),
        tabs(setup().before_load(REFUSED_LOCKS), 3, false)
    );
    none.and(refused)
}

/// A process that sees 200 ms later what another one keeps, as on a machine with
/// much to do.
const LATE: &str = "
    const seen = new Map();
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
        if (!seen.has(key)) seen.set(key, get.call(this, key));
        return seen.get(key);
    };
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
        seen.set(key, value);
        set.call(this, key, value);
    };
    addEventListener('storage', (event) => {
        if (!event.isTrusted) return;
        event.stopImmediatePropagation();
        const { key, newValue } = event;
        setTimeout(() => {
            seen.set(key, newValue);
            dispatchEvent(new StorageEvent('storage', { key, newValue }));
        }, 200);
    });";

/// What these tabs need. Where two make an entry of one post at the same
/// moment, under two keys, the questionnaire says that it has the post.
fn setup() -> Setup {
    let setup = watched(&open_campaign()).allow("409");
    setup.expect("503").expect("ERR_CONNECTION_RESET")
}

/// Each tab hands in links of its own and one that all of them have, at the
/// same moment; two links go wrong at first.
async fn tabs(setup: Setup, number: usize, take_turns: bool) -> Result<()> {
    on_stage(setup, async |stage| {
        // Two for each tab, and the last for all.
        let ids = posts(2 * number as i64 + 1);
        let (own, shared) = ids.split_at(2 * number);
        let faults = stage.questionnaire.faults();
        faults.push_for(&ids[0], Fault::status(503));
        faults.push_for(&ids[2], Fault::StoreThenReset(Part::Head));

        let mut tabs = vec![stage.browser.window().await?];
        while tabs.len() < number {
            tabs.push(match tabs.len() % 2 {
                1 => stage.new_tab().await?,
                _ => stage.new_tab_beside().await?,
            });
        }
        let mut cards = Vec::new();
        for (tab, own) in tabs.iter().zip(own.chunks(2)) {
            stage.go_to(tab).await?;
            let card = stage.open_card().await?;
            write_down(&card, &[&own[0], &own[1], &shared[0]]).await?;
            cards.push(card);
        }
        stage.new_tab().await?;
        stage.open("/elsewhere.html").await?;
        submit_everywhere(stage).await?;

        for (tab, card) in tabs.iter().zip(&cards) {
            stage.go_to(tab).await?;
            wait_for_all_delivered(card, &ids).await?;
        }
        assert_received_once(stage, &ids)?;
        assert_nothing_claimed_too_soon(stage).await?;
        if take_turns {
            let mut times = vec![1; 2 * number];
            (times[0], times[2]) = (2, 2);
            let sent = times_sent(stage, own).await?;
            ensure!(sent == times, "sent {sent:?}");
        }
        // And so they will after a reload.
        wait_for_all_delivered(&stage.reload().await?, &ids).await
    })
    .await
}
