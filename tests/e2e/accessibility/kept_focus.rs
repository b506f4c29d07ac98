//! The focus after every change that a press makes: WCAG 2.2, success criterion 2.4.3.
//! It is never on the page as a whole, where a person would have to begin anew.
//!
//! `outbox::focus` shows it for the list of links, `drafts` for the list of drafts, `steps`
//! for the small layouts.

use anyhow::{Context, Result};
use chrono::{TimeDelta, Utc};
use thirtyfour::Key;

use crate::card::Card;
use crate::delivery::open;
use crate::draft::{STORY, TAG};
use crate::harness::on_stage;
use crate::links::{link, recent_post};
use crate::setup::rfc3339;
use crate::share::STAY;
use crate::wait::until;

/// The part that has the focus once the browser has drawn, and so taken the focus off
/// what is gone; `page` where that is the page as a whole.
const FOCUSED: &str = "
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const at = element.shadowRoot.activeElement;
    if (document.activeElement !== element || !at) return 'page';
    return at.getAttribute('part') ?? at.localName;";

async fn wait_for_focus(card: &Card, after: &str, wanted: &str) -> Result<()> {
    let script = format!("return (async () => {{ {FOCUSED} }})();");
    let look = async || card.script::<String>(&script).await;
    until(&format!("after {after} the focus on {wanted}"), look, |part| part == wanted)
        .await
        .map(drop)
}

/// Gives a part the focus, once it is in sight.
async fn go_to(card: &Card, part: &str) -> Result<()> {
    let go = format!(
        "const seen = [...element.shadowRoot.querySelectorAll('[part~={part}]')]
            .find((part) => part.checkVisibility({{ checkVisibilityCSS: true }}));
        seen?.focus();
        return !!seen && element.shadowRoot.activeElement === seen;"
    );
    let is_there = async || card.script::<bool>(&go).await;
    until(&format!("{part} with the focus"), is_there, |is_there| *is_there).await?;
    Ok(())
}

/// Each press, and where the focus is then.
async fn assert_kept(card: &Card, presses: &[(&str, Key, &str)]) -> Result<()> {
    for (part, key, wanted) in presses {
        go_to(card, part).await?;
        card.keys(key.clone() + "").await?;
        wait_for_focus(card, part, wanted).await.with_context(|| format!("pressed {part}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn no_press_loses_the_focus() -> Result<()> {
    on_stage(open().before_load(STAY), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        for (key, text) in [(Key::Enter, "one"), (Key::Space, "two")] {
            card.paste_draft(&format!("＃Gate xStocks 交易体验# #BTC #GateX 交易体验# {text}"))
                .await?;
            card.wait_for_rules(&[("tag", "fail"), ("only-tag", "fail")]).await?;
            assert_kept(&card, &[("locate", key.clone(), "draft")]).await?;
            assert_kept(&card, &[("remove-tag", key.clone(), "draft")]).await?;
            assert_kept(&card, &[("fix", key.clone(), "draft")]).await?;
            assert_kept(&card, &[("clear", key.clone(), "draft")]).await?;
            assert_kept(&card, &[("undo", key.clone(), "draft")]).await?;
            assert_kept(&card, &[("fold", key.clone(), "fold"), ("fold", key.clone(), "fold")])
                .await?;
            assert_kept(&card, &[("language", key, "language")]).await?;
        }
        card.paste_draft(&format!("{STORY} {TAG}")).await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await?;
        for part in ["copy", "share-x", "add-to-calendar"] {
            assert_kept(&card, &[(part, Key::Enter, part)]).await?;
        }
        card.paste_link(&link(&recent_post())).await?;
        assert_kept(&card, &[("submit-link", Key::Enter, "submit-link")]).await?;
        assert_kept(&card, &[("new-draft", Key::Enter, "draft")]).await
    })
    .await
}

/// What a person is at may go by itself when the time runs out.
#[tokio::test]
async fn the_end_of_the_campaign_does_not_take_the_focus_along() -> Result<()> {
    on_stage(open().before_load(STAY), async |stage| {
        let card = stage.open_card().await?;
        card.paste_draft(STORY).await?;
        for (part, wanted) in [
            ("draft", "draft"),
            ("insert-tag", "insert-tag"),
            ("share-x", "fold"),
            ("copy", "copy"),
            ("add-to-calendar", "language"),
            // The list of links is there no longer.
            ("link", "clear"),
        ] {
            card.unset("preview-at").await?;
            card.wait_for_phase("open").await?;
            go_to(&card, part).await?;
            card.set("preview-at", &rfc3339(Utc::now() + TimeDelta::days(1))).await?;
            card.wait_for_phase("closed").await?;
            if let Err(e) = wait_for_focus(&card, part, wanted).await {
                println!("{part}: {e:#}");
            }
        }
        Ok(())
    })
    .await
}
