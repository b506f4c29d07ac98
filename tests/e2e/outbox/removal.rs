//! Taking a link off the list, and bringing it back where it was.

use std::time::Duration;

use anyhow::Result;
use tokio::time::sleep;
use xtask::site::questionnaire::Fault;

use super::{Seven, hand_in_all, recent_posts, wait};
use crate::card::Card;
use crate::delivery::{hand_in, open, received};
use crate::harness::on_stage;
use crate::links::link;
use crate::wait::{HELD, until};

/// Longer than a link waits that is asked to wait for five seconds: half as long
/// again.
const A_WHILE: Duration = Duration::from_secs(8);

/// Holds the list against its posts, from the top, and which of them are
/// removed.
async fn wait_for_places(card: &Card, wanted: &[(&str, bool)]) -> Result<()> {
    let read = "return [...element.shadowRoot.querySelectorAll('.entries > li')]
        .map((line) => [line.dataset.postId, line.getAttribute('part')]);";
    let look = async || card.script::<Vec<(String, String)>>(read).await;
    let part = |is_removed| if is_removed { "removed-entry" } else { "entry" };
    let fits = |seen: &Vec<(String, String)>| {
        let wanted = wanted.iter().map(|(id, is_removed)| (*id, part(*is_removed)));
        seen.iter().map(|(id, part)| (id.as_str(), part.as_str())).eq(wanted)
    };
    until(&format!("the places {wanted:?}"), look, fits).await?;
    Ok(())
}

#[tokio::test]
async fn a_removal_is_undone_where_it_was_in_every_state() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        let seven = Seven::hand_in(stage, &card).await?;
        let states = seven.states("manual");
        let mut places = states.map(|(id, _)| (id, false));
        for at in 0..places.len() {
            card.press_of(places[at].0, "remove-link").await?;
            places[at].1 = true;
            wait_for_places(&card, &places).await?;
            card.wait_for_entries(&states[at + 1..]).await?;
        }
        // Each can be brought back by itself, in whatever order.
        for at in [3, 0, 6, 5, 1, 2, 4] {
            card.press_of(places[at].0, "undo-remove").await?;
            places[at].1 = false;
            wait_for_places(&card, &places).await?;
        }
        card.wait_for_entries(&states).await
    })
    .await
}

/// Nothing else of it can be pressed by mistake.
#[tokio::test]
async fn what_was_removed_says_so_until_it_is_brought_back() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        let ids = recent_posts(3);
        hand_in_all(&card, &ids[1..]).await?;
        let states = ids.iter().map(|id| (id.as_str(), "delivered")).collect::<Vec<_>>();
        card.wait_for_entries(&states[1..]).await?;
        card.press_of(&ids[1], "copy-link").await?;
        card.wait_for_note(&ids[1], "链接已复制。").await?;
        card.press_of(&ids[1], "remove-link").await?;
        card.wait_for_entries(&states[2..]).await?;
        card.wait_for_note(&ids[1], "").await?;
        let removed = card.part("removed-entry").await?.text;
        let address = link(&ids[1]).replace("https://", "");
        let lines: Vec<&str> = removed.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["已移除。", "撤销", &address]);
        assert_eq!(card.offers(&ids[1]).await?, ["undo-remove"]);

        // It stays whatever else is done.
        card.press_of(&ids[2], "copy-link").await?;
        card.wait_for_note(&ids[2], "链接已复制。").await?;
        hand_in_all(&card, &ids[..1]).await?;
        card.wait_for_entries(&[states[0], states[2]]).await?;
        card.set("lang", "en").await?;
        card.wait_for_text("Removed.").await?;
        wait_for_places(&card, &[(&ids[0], false), (&ids[1], true), (&ids[2], false)]).await?;
        card.press_of(&ids[1], "undo-remove").await?;
        card.wait_for_entries(&states).await?;
        assert_eq!(card.offers(&ids[1]).await?, ["copy-link", "remove-link"]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_removed_is_not_sent_any_more_not_even_after_a_reload() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(3);
        stage.questionnaire.faults().push_for(&ids[0], wait(5));
        stage.questionnaire.faults().push_for(&ids[1], wait(5));
        hand_in_all(&card, &ids[..2]).await?;
        card.wait_for_entries(&[(&ids[0], "waiting"), (&ids[1], "waiting")]).await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.press_of(&ids[1], "remove-link").await?;
        card.wait_for_entries(&[]).await?;
        stage.script::<()>("dispatchEvent(new Event('online'));").await?;
        sleep(A_WHILE).await;
        assert_eq!(received(stage)?, []);

        // Brought back, it goes on.
        card.press_of(&ids[1], "undo-remove").await?;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;
        hand_in_all(&card, &ids[2..]).await?;
        card.wait_for_entries(&[(&ids[2], "delivered"), (&ids[1], "delivered")]).await?;
        card.press_of(&ids[2], "remove-link").await?;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;

        // What was due long ago would be sent at once.
        let card = stage.reload().await?;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;
        sleep(Duration::from_secs(1)).await;
        wait_for_places(&card, &[(&ids[1], false)]).await?;
        assert_eq!(card.part("received").await?.text, "已收到 1 条帖子");
        let mut links: Vec<String> = received(stage)?.into_iter().map(|(at, _)| at).collect();
        links.sort();
        assert_eq!(links, [link(&ids[2]), link(&ids[1])]);
        Ok(())
    })
    .await
}

/// The request is not called back, and what it brings is not thrown away.
#[tokio::test]
async fn an_answer_to_what_was_removed_counts_once_it_is_back() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        // Undone before the answer comes.
        stage.questionnaire.faults().push_for(&ids[1], Fault::Delay(HELD));
        hand_in_all(&card, &ids[1..]).await?;
        card.wait_for_entries(&[(&ids[1], "sending")]).await?;
        card.press_of(&ids[1], "remove-link").await?;
        card.wait_for_entries(&[]).await?;
        card.press_of(&ids[1], "undo-remove").await?;
        card.wait_for_entries(&[(&ids[1], "sending")]).await?;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;

        // And after that.
        stage.questionnaire.faults().push_for(&ids[0], Fault::Delay(HELD));
        hand_in_all(&card, &ids[..1]).await?;
        card.wait_for_entries(&[(&ids[0], "sending"), (&ids[1], "delivered")]).await?;
        card.press_of(&ids[0], "remove-link").await?;
        let rows = async || received(stage);
        until("the row", rows, |rows| rows.len() == 2).await?;
        sleep(Duration::from_millis(500)).await;
        card.wait_for_entries(&[(&ids[1], "delivered")]).await?;
        card.press_of(&ids[0], "undo-remove").await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        assert_eq!(received(stage)?.len(), 2);
        Ok(())
    })
    .await
}

/// Whoever hands in again wants it on the list; it is sent only if it is not
/// there.
#[tokio::test]
async fn a_removed_link_that_is_handed_in_again_is_back() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        stage.questionnaire.faults().push_for(&ids[0], wait(120));
        hand_in_all(&card, &ids).await?;
        card.wait_for_entries(&[(&ids[0], "waiting"), (&ids[1], "delivered")]).await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.press_of(&ids[1], "remove-link").await?;
        card.wait_for_entries(&[]).await?;
        hand_in_all(&card, &ids).await?;
        card.wait_for_entries(&[(&ids[0], "waiting"), (&ids[1], "delivered")]).await?;
        card.wait_for_number("removed-entry", 0).await?;
        card.press_of(&ids[0], "retry").await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        assert_eq!(received(stage)?.len(), 2);
        Ok(())
    })
    .await
}

/// Where nobody removed it, there is nothing to undo.
#[tokio::test]
async fn in_the_other_tab_what_was_removed_is_gone_until_it_is_back() -> Result<()> {
    on_stage(open(), async |stage| {
        let first = stage.open_card().await?;
        let id = hand_in(&first).await?;
        first.wait_for_entries(&[(&id, "delivered")]).await?;
        let tab = stage.browser.window().await?;
        let other = stage.new_tab().await?;
        let second = stage.open_card().await?;
        second.wait_for_entries(&[(&id, "delivered")]).await?;
        second.press_of(&id, "remove-link").await?;
        wait_for_places(&second, &[(&id, true)]).await?;
        stage.go_to(&tab).await?;
        wait_for_places(&first, &[]).await?;
        stage.go_to(&other).await?;
        second.press_of(&id, "undo-remove").await?;
        wait_for_places(&second, &[(&id, false)]).await?;
        stage.go_to(&tab).await?;
        first.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}
