//! What is told to those who listen: what has changed, once, and not at each key.

use anyhow::Result;
use xtask::site::questionnaire::Fault;

use crate::card::Card;
use crate::draft::{STORY, TAG, open};
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::Setup;
use crate::wait::until;

/// Notes all that is announced of a step, and how the field is described.
const LISTEN: &str = "
    const { shadowRoot } = element;
    globalThis.said = [];
    globalThis.described = [];
    const describe = () => {
        const area = shadowRoot.querySelector('[part=draft]');
        const ids = area.getAttribute('aria-describedby').split(' ');
        const text = ids.map((id) => shadowRoot.getElementById(id).textContent).join(' ');
        if (text !== described.at(-1)) described.push(text);
    };
    describe();
    const options = { characterData: true, childList: true, subtree: true };
    for (const region of shadowRoot.querySelectorAll('[aria-live]'))
        new MutationObserver(() => region.textContent && said.push(region.textContent))
            .observe(region, options);
    new MutationObserver(describe).observe(shadowRoot, options);";

/// Waits until these were announced, in this order, and nothing else.
async fn wait_for_said(card: &Card, sentences: &[&str]) -> Result<()> {
    let look = async || card.script::<Vec<String>>("return said;").await;
    until(&format!("{sentences:?}"), look, |said| said == sentences).await?;
    card.script("said.length = 0;").await
}

/// The count was the description of the field, which screen readers tell at each change; and
/// nobody heard that a rule was kept again.
#[tokio::test]
async fn a_draft_is_told_after_a_pause_and_each_rule_when_it_changes() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.script::<()>(LISTEN).await?;
        card.type_draft(&*format!("{STORY} #BTC ")).await?;
        let missing = format!("已写 20 字；带上活动标签 {TAG}；只能带活动标签，请去掉 #BTC");
        wait_for_said(&card, &[&missing]).await?;
        card.press("insert-tag").await?;
        wait_for_said(&card, &[&format!("已写 20 字；已带上 {TAG}")]).await?;
        card.press("remove-tag").await?;
        wait_for_said(&card, &["已写 20 字；不带其他标签"]).await?;
        let described: Vec<String> = card.script("return described;").await?;
        assert_eq!(described, ["至少写 20 字。 标签、@用户、链接和空格不计入字数。"]);
        Ok(())
    })
    .await
}

/// Each key of a link was answered.
#[tokio::test]
async fn a_link_is_judged_aloud_after_a_pause() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.script::<()>(LISTEN).await?;
        card.script::<()>("element.shadowRoot.querySelector('[part=link]').focus();").await?;
        card.keys("https://x.com/gate_user").await?;
        wait_for_said(&card, &["这是个人主页，不是帖子。请打开帖子，再复制链接。"]).await
    })
    .await
}

/// It was silent until it arrived, however long that took.
#[tokio::test]
async fn a_link_that_is_held_up_is_told_once() -> Result<()> {
    on_stage(open().expect("503"), async |stage| {
        let card = stage.open_card().await?;
        for _ in 0..2 {
            stage.questionnaire.faults().push(Fault::status(503));
        }
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.wait_for_verdicts(&[&id]).await?;
        card.script::<()>(LISTEN).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let told =
            ["正在提交 1 条链接，进度见下方。", "问卷暂时不可用，正在重试……", "已收到 1 条帖子"];
        let look = async || card.script::<Vec<String>>("return said;").await;
        // The verdict on the link may come in between.
        let fits = |said: &Vec<String>| said.iter().filter(|s| !s.starts_with("可以提交")).eq(told);
        until("the delivery", look, fits).await?;
        Ok(())
    })
    .await
}

/// Its digits were read out one by one, or not at all.
#[tokio::test]
async fn the_time_left_is_one_text() -> Result<()> {
    let setup = |lang| {
        let card = format!("src=\"/campaigns/gate-xstocks.json\" lang=\"{lang}\"");
        Setup::new().card(&card)
    };
    let read = "
        const clock = element.shadowRoot.querySelector('[part=countdown]').cloneNode(true);
        for (const part of clock.querySelectorAll('[aria-hidden]')) part.remove();
        return clock.textContent;";
    on_stage(setup("en"), async |stage| {
        let card = stage.open_card().await?;
        for (at, wanted) in [
            ("2025-07-05T18:58:30+08:00", "4 days 5 hours"),
            ("2025-07-09T21:30:30+08:00", "2 hours 29 min"),
            ("2025-07-09T23:50:30+08:00", "9 min"),
        ] {
            card.set("preview-at", at).await?;
            let look = async || card.script::<String>(read).await;
            until(at, look, |text| text == wanted).await?;
        }
        Ok(())
    })
    .await
}
