//! Taking a link off the list, and bringing it back.

use std::time::Duration;

use anyhow::Result;
use tokio::time::sleep;
use xtask::site::questionnaire::Fault;

use super::{Seven, hand_in_all, recent_posts, wait};
use crate::delivery::{hand_in, open, received};
use crate::harness::on_stage;
use crate::links::link;
use crate::wait::until;

#[tokio::test]
async fn a_removal_can_be_undone_in_every_state() -> Result<()> {
    on_stage(Seven::setup(), async |stage| {
        let card = stage.open_card().await?;
        let seven = Seven::hand_in(stage, &card).await?;
        let states = seven.states("handed-over");
        for (id, _) in states {
            card.press_of(id, "remove-link").await?;
            let left: Vec<_> = states.into_iter().filter(|(other, _)| *other != id).collect();
            card.wait_for_entries(&left).await?;
            card.press("undo-remove").await?;
            card.wait_for_entries(&states).await?;
            assert!(!card.part("undo-remove").await?.shown);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_removed_is_not_sent_any_more() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        stage.questionnaire.faults().push(wait(1));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        card.press_of(&id, "remove-link").await?;
        card.wait_for_entries(&[]).await?;
        card.wait_for_text("已移除。").await?;
        stage.script::<()>("dispatchEvent(new Event('online'));").await?;
        sleep(Duration::from_secs(4)).await;
        assert_eq!(received(stage)?, []);

        // Brought back, it goes on.
        card.press("undo-remove").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

/// The request is not called back, and what it brings is not thrown away.
#[tokio::test]
async fn an_answer_that_comes_after_the_removal_counts_once_it_is_undone() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.questionnaire.faults().push(Fault::Delay(Duration::from_secs(2)));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
        card.press_of(&id, "remove-link").await?;
        card.wait_for_entries(&[]).await?;
        let rows = async || received(stage);
        until("the row", rows, |rows| rows.len() == 1).await?;
        sleep(Duration::from_millis(500)).await;
        card.wait_for_entries(&[]).await?;
        card.press("undo-remove").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_removal_undone_before_the_answer_comes_changes_nothing() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.questionnaire.faults().push(Fault::Delay(Duration::from_secs(3)));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
        card.press_of(&id, "remove-link").await?;
        card.wait_for_entries(&[]).await?;
        card.press("undo-remove").await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_removed_stays_away_over_a_reload() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(3);
        stage.questionnaire.faults().push_for(&ids[0], wait(1));
        hand_in_all(&card, &ids).await?;
        let states = [(&*ids[0], "waiting"), (&*ids[1], "delivered"), (&*ids[2], "delivered")];
        card.wait_for_entries(&states).await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.press_of(&ids[1], "remove-link").await?;
        card.wait_for_entries(&states[2..]).await?;
        let card = stage.reload().await?;
        card.wait_for_entries(&states[2..]).await?;
        sleep(Duration::from_secs(3)).await;
        card.wait_for_entries(&states[2..]).await?;
        assert!(!received(stage)?.iter().any(|(at, _)| *at == link(&ids[0])));
        assert_eq!(card.part("received").await?.text, "已收到 1 条帖子");
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
        card.press_of(&ids[0], "retry").await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "delivered")]).await?;
        assert_eq!(received(stage)?.len(), 2);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_other_tab_sees_a_removal_and_its_undoing() -> Result<()> {
    on_stage(open(), async |stage| {
        let first = stage.open_card().await?;
        let id = hand_in(&first).await?;
        first.wait_for_entries(&[(&id, "delivered")]).await?;
        let tab = stage.browser.window().await?;
        let other = stage.browser.new_tab().await?;
        stage.browser.switch_to_window(other.clone()).await?;
        let second = stage.open_card().await?;
        second.wait_for_entries(&[(&id, "delivered")]).await?;
        second.press_of(&id, "remove-link").await?;
        second.wait_for_entries(&[]).await?;
        stage.browser.switch_to_window(tab.clone()).await?;
        first.wait_for_entries(&[]).await?;
        stage.browser.switch_to_window(other).await?;
        second.press("undo-remove").await?;
        second.wait_for_entries(&[(&id, "delivered")]).await?;
        stage.browser.switch_to_window(tab).await?;
        first.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

/// The undo of a removal does not go with the next thing that is done.
#[tokio::test]
async fn a_removal_can_still_be_undone_after_something_else() -> Result<()> {
    on_stage(open(), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        hand_in_all(&card, &ids).await?;
        let states = [(&*ids[0], "delivered"), (&*ids[1], "delivered")];
        card.wait_for_entries(&states).await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.wait_for_entries(&states[1..]).await?;
        card.press_of(&ids[1], "copy-link").await?;
        card.wait_for_text("链接已复制。").await?;
        card.press("undo-remove").await?;
        card.wait_for_entries(&states).await
    })
    .await
}
