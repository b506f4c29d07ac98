//! How many were received, and how far several at once have come.

use std::time::Duration;

use anyhow::Result;
use xtask::site::questionnaire::Fault;

use super::{hand_in_all, recent_posts, wait};
use crate::delivery::open;
use crate::harness::on_stage;
use crate::wait::HELD;

/// Notes every figure that the progress bar shows while it is in sight.
const NOTE: &str = "
    globalThis.figures = [];
    const bar = element.shadowRoot.querySelector('[part=progress]');
    const note = () => {
        if (bar.getClientRects().length === 0) return;
        const figure = `${bar.value}/${bar.max} ${bar.labels[0].innerText.trim()}`;
        if (figures.at(-1) !== figure) figures.push(figure);
    };
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(note).observe(element.shadowRoot, everything);";

#[tokio::test]
async fn what_was_received_is_counted() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        let card = stage.open_card().await?;
        assert_eq!(card.part("received").await?.text, "");
        let ids = recent_posts(4);
        hand_in_all(&card, &ids[..1]).await?;
        card.wait_for_text("已收到 1 条帖子").await?;
        card.set("lang", "en").await?;
        card.wait_for_text("1 post received").await?;
        stage.questionnaire.faults().push_for(&ids[3], wait(120));
        hand_in_all(&card, &ids[1..]).await?;
        card.wait_for_text("3 posts received").await?;
        assert_eq!(card.part("received").await?.text, "3 posts received");
        let card = stage.reload().await?;
        card.wait_for_text("已收到 3 条帖子").await
    })
    .await
}

#[tokio::test]
async fn several_links_on_their_way_show_how_far_they_have_come_and_one_alone_does_not()
-> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        assert!(!card.part("progress").await?.shown);
        card.script::<()>(NOTE).await?;
        let ids = recent_posts(4);
        stage.questionnaire.faults().push(Fault::Delay(Duration::from_millis(500)));
        hand_in_all(&card, &ids[3..]).await?;
        card.wait_for_entries(&[(&ids[3], "delivered")]).await?;
        assert_eq!(stage.script::<Vec<String>>("return figures;").await?, [""; 0]);

        let (several, one) = (&ids[..3], &ids[3]);
        for id in several {
            let slow = Fault::Delay(Duration::from_millis(1200));
            stage.questionnaire.faults().push_for(id, slow);
        }
        hand_in_all(&card, several).await?;
        let all: Vec<_> =
            several.iter().chain([one]).map(|id| (id.as_str(), "delivered")).collect();
        card.wait_for_entries(&all).await?;
        assert!(!card.part("progress").await?.shown);
        let figures: Vec<String> = stage.script("return figures;").await?;
        assert_eq!(figures, ["0/3 已处理 0/3", "1/3 已处理 1/3", "2/3 已处理 2/3"]);
        Ok(())
    })
    .await
}

/// More can join, and some can leave, while it goes on.
#[tokio::test]
async fn progress_follows_what_is_added_and_removed() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(4);
        stage.questionnaire.faults().push_for(&ids[3], Fault::Delay(HELD));
        hand_in_all(&card, &ids[2..]).await?;
        card.wait_for_text("已处理 0/2").await?;
        hand_in_all(&card, &ids[..2]).await?;
        card.wait_for_text("已处理 0/4").await?;
        card.press_of(&ids[0], "remove-link").await?;
        card.wait_for_text("已处理 0/3").await?;
        card.press_of(&ids[0], "undo-remove").await?;
        card.wait_for_text("已处理 0/4").await?;
        let all: Vec<_> = ids.iter().map(|id| (id.as_str(), "delivered")).collect();
        // The last two were handed in later.
        card.wait_for_entries(&[all[0], all[1], all[2], all[3]]).await?;
        assert!(!card.part("progress").await?.shown);
        Ok(())
    })
    .await
}
