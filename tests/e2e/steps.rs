//! Taking part, step by step.

mod folding;
mod following;
mod layouts;
mod on_screen_keyboard;
mod ring;
mod timeline;

use anyhow::Result;
use serde_json::Value;

use crate::card::Card;
use crate::draft::{STORY, TAG};
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

/// A campaign that is open and has an account to follow.
pub fn with_account(name: &str) -> Value {
    let mut campaign = open_campaign();
    campaign["languages"]["zh-CN"]["follow"] = name.into();
    campaign
}

/// The card of a campaign, in Chinese.
pub fn of(campaign: &Value) -> Setup {
    Setup::new().campaign(campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

/// Waits until each step that is in sight stands so.
pub async fn wait_for_steps(card: &Card, wanted: &[(&str, &str)]) -> Result<()> {
    let look = async || {
        let steps = card.parts("step").await?.into_iter().filter(|step| step.shown);
        let standing =
            |step: crate::card::Part| Ok((step.data("step")?.into(), step.data("state")?.into()));
        steps.map(standing).collect::<Result<Vec<(String, String)>>>()
    };
    let fits = |seen: &Vec<(String, String)>| {
        seen.iter().map(|(step, state)| (step.as_str(), state.as_str())).eq(wanted.iter().copied())
    };
    until(&format!("the steps {wanted:?}"), look, fits).await?;
    Ok(())
}

/// The buttons and links in sight that are filled with the accent, by their part.
const STRONG: &str = "
    const card = element.shadowRoot.querySelector('.card');
    const sample = card.appendChild(document.createElement('i'));
    sample.style.background = 'var(--accent)';
    const accent = getComputedStyle(sample).backgroundColor;
    sample.remove();
    return [...card.querySelectorAll('button, .button')]
        .filter((button) => button.getClientRects().length > 0
            && getComputedStyle(button).backgroundColor === accent)
        .map((button) => button.getAttribute('part'));";

/// Waits until these alone are strong, which takes the time of a transition.
async fn wait_for_strong(card: &Card, wanted: &[&str]) -> Result<()> {
    let look = async || card.script::<Vec<String>>(STRONG).await;
    until(&format!("the strong {wanted:?}"), look, |seen| seen == wanted).await?;
    Ok(())
}

#[tokio::test]
async fn the_steps_move_on_by_themselves() -> Result<()> {
    on_stage(of(&with_account("@gate_io")), async |stage| {
        let card = stage.open_card().await?;
        let [follow, write, share, hand_in] = ["follow", "write", "share", "hand-in"];
        let [now, later, done] = ["now", "later", "done"];
        wait_for_steps(&card, &[(follow, now), (write, later), (share, later), (hand_in, later)])
            .await?;
        wait_for_strong(&card, &[]).await?;

        card.type_draft("第一次").await?;
        wait_for_steps(&card, &[(follow, later), (write, now), (share, later), (hand_in, later)])
            .await?;
        wait_for_strong(&card, &[]).await?;

        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        wait_for_steps(&card, &[(follow, later), (write, done), (share, now), (hand_in, later)])
            .await?;
        wait_for_strong(&card, &["open-compose"]).await?;

        card.press("share-x").await?;
        stage.opened().await?;
        let shared = [(follow, later), (write, done), (share, done), (hand_in, now)];
        wait_for_steps(&card, &shared).await?;
        wait_for_strong(&card, &["submit-link"]).await?;

        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.wait_for_verdicts(&[&id]).await?;
        wait_for_steps(&card, &shared).await?;
        wait_for_strong(&card, &["submit-link"]).await?;

        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let delivered = [(follow, later), (write, done), (share, done), (hand_in, done)];
        wait_for_steps(&card, &delivered).await?;
        wait_for_strong(&card, &["new-draft"]).await?;

        // The next post begins with its text, and the next visit where this one ended.
        let card = stage.reload().await?;
        wait_for_steps(&card, &delivered).await?;
        card.press("new-draft").await?;
        card.wait_for_draft("").await?;
        card.type_draft("第二次").await?;
        wait_for_steps(&card, &[(follow, later), (write, now), (share, later), (hand_in, later)])
            .await
    })
    .await
}

#[tokio::test]
async fn the_page_of_the_campaign_comes_before_x() -> Result<()> {
    on_stage(of(&open_campaign()).before_load(crate::share::STAY), async |stage| {
        let card = stage.open_card().await?;
        stage.allow_clipboard(true).await?;
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        wait_for_strong(&card, &["open-compose"]).await?;
        card.press("open-compose").await?;
        stage.opened().await?;
        // The form takes links to X alone.
        wait_for_steps(&card, &[("write", "done"), ("share", "now"), ("hand-in", "later")]).await?;
        wait_for_strong(&card, &["share-x"]).await?;
        card.press("share-x").await?;
        stage.opened().await?;
        wait_for_steps(&card, &[("write", "done"), ("share", "done"), ("hand-in", "now")]).await?;
        wait_for_strong(&card, &["submit-link"]).await
    })
    .await
}
