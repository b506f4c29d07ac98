//! A page that keeps the focus within a dialog around the card, as overlays do: what is
//! around is inert, Tab goes round, and whoever loses the focus begins anew.

use anyhow::{Result, ensure};
use thirtyfour::Key;
use xtask::site::pages::Extra;

use crate::card::Card;
use crate::draft::STORY;
use crate::harness::{Stage, on_stage};
use crate::keyboard::tab_to;
use crate::links::{link, recent_post};
use crate::setup::{Setup, open_campaign};
use crate::share::STAY;
use crate::wait::until;

/// The first thing that it knows to have the focus, and the last, are the page's own.
const TRAP: &str = "
    const dialog = document.querySelector('dialog');
    const [first, last] = dialog.querySelectorAll(':scope > button');
    globalThis.begun = 0;
    const begin = () => { begun += 1; first.focus(); };
    dialog.showModal();
    dialog.addEventListener('keydown', (event) => {
        if (event.key !== 'Tab') return;
        const ends = event.shiftKey ? [first, last] : [last, first];
        if (document.activeElement !== ends[0]) return;
        event.preventDefault();
        ends[1].focus();
    });
    document.addEventListener('focusin', ({ target }) => dialog.contains(target) || begin());
    document.addEventListener('focusout', () => setTimeout(() =>
        dialog.contains(document.activeElement) || begin()));";

/// Puts something else on the clipboard.
const CLEAR: &str = "return navigator.clipboard.writeText('before').then(() => null);";

fn page() -> Setup {
    let body = "<button>Around</button><dialog><button id=\"first\">Close</button>\
        <campaign-widget src=\"/campaign.json\" lang=\"zh-CN\"><p>Fallback</p></campaign-widget>\
        <button id=\"last\">Done</button></dialog><script type=\"module\" src=\"/trap.js\"></script>";
    Setup::new()
        .before_load(STAY)
        .campaign(&open_campaign())
        .page("/card.html", body)
        .file(Extra::new("/trap.js", "text/javascript", TRAP))
}

async fn active(stage: &Stage) -> Result<String> {
    stage.script("return document.activeElement.id || document.activeElement.localName;").await
}

#[tokio::test]
async fn the_main_job_is_done_within_a_trap() -> Result<()> {
    on_stage(page(), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        tab_to(&card, "draft").await?;
        card.keys(STORY).await?;
        tab_to(&card, "insert-tag").await?;
        card.keys(Key::Enter + "").await?;
        card.wait_for_rules(&[("tag", "pass"), ("length", "pass")]).await?;
        assert_eq!(card.focused().await?, "draft");
        let text = card.draft().await?;

        // These copy by selecting, since another page will have the focus at once.
        for part in ["open-compose", "share-x"] {
            stage.script::<()>(CLEAR).await?;
            tab_to(&card, part).await?;
            card.keys(Key::Enter + "").await?;
            stage.opened().await?;
            stage.wait_for_clipboard(&text).await?;
            assert_eq!(card.focused().await?, part);
        }
        let id = recent_post();
        tab_to(&card, "link").await?;
        card.keys(link(&id)).await?;
        tab_to(&card, "submit-link").await?;
        card.keys(Key::Enter + "").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        tab_to(&card, "remove-link").await?;
        card.keys(Key::Enter + "").await?;
        let focused = async || card.focused().await;
        until("the focus", focused, |part| part == "undo-remove").await?;
        card.keys(Key::Enter + "").await?;
        until("the focus", focused, |part| part == "copy-link").await?;
        assert_goes_round(stage, &card).await?;
        let begun: u32 = stage.script("return begun;").await?;
        ensure!(begun == 0, "the page had to bring the focus back {begun} times");
        Ok(())
    })
    .await
}

/// Out of the card at its end, round the page's own buttons, and into it again.
async fn assert_goes_round(stage: &Stage, card: &Card) -> Result<()> {
    for wanted in ["last", "first"] {
        for _ in 0..20 {
            card.keys(Key::Tab + "").await?;
            if active(stage).await? != "campaign-widget" {
                break;
            }
        }
        assert_eq!(active(stage).await?, wanted);
    }
    card.keys(Key::Tab + "").await?;
    assert_eq!(active(stage).await?, "campaign-widget");
    Ok(())
}
