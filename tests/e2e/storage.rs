//! What the widget keeps in the browser, and what it does where it may not.

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use crate::draft::{STORY, open};
use crate::harness::on_stage;
use crate::links::{link, recent_post};

/// From here on the browser has no room left.
const FULL: &str = "Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
};";

#[tokio::test]
async fn storage_that_throws_is_said_and_stops_nothing() -> Result<()> {
    let throwing = "Object.defineProperty(globalThis, 'localStorage', {
        get() { throw new DOMException('denied', 'SecurityError'); },
    });";
    on_stage(open().before_load(throwing), async |stage| {
        let card = stage.open_card().await?;
        card.part("storage-notice").await?;
        card.paste_draft(STORY).await?;
        card.wait_for_rules(&[("length", "pass")]).await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let errors: Vec<Value> = stage.heard("campaign-error").await?;
        assert_eq!(errors, [] as [Value; 0]);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn storage_that_is_full_is_said_too() -> Result<()> {
    on_stage(open().before_load(FULL), async |stage| {
        let card = stage.open_card().await?;
        card.part("storage-notice").await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await
    })
    .await
}

#[tokio::test]
async fn storage_that_fills_up_later_is_said_then() -> Result<()> {
    on_stage(open(), async |stage| {
        let card = stage.open_card().await?;
        card.wait_for_number("storage-notice", 0).await?;
        stage.script::<()>(FULL).await?;
        card.paste_draft(STORY).await?;
        card.part("storage-notice").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_is_left_alone() -> Result<()> {
    let damage = "localStorage.setItem('campaign-widget:e2e:outbox:7', '{\"version\":99');";
    on_stage(open().before_load(damage), async |stage| {
        let card = stage.open_card().await?;
        let id = recent_post();
        card.paste_link(&link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        let kept: String =
            stage.script("return localStorage['campaign-widget:e2e:outbox:7'];").await?;
        assert_eq!(kept, "{\"version\":99");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn old_campaigns_are_swept_and_others_are_left_alone() -> Result<()> {
    let now = Utc::now();
    let (past, future) = (now - TimeDelta::days(1), now + TimeDelta::days(1));
    let kept = json!({
        "campaign-widget:old:until": past.timestamp().to_string(),
        "campaign-widget:old:draft:en": "swept",
        "campaign-widget:other:until": future.timestamp().to_string(),
        "campaign-widget:other:draft:en": "left",
        "a-key-of-the-page": "left",
    });
    let setup = open().before_load(&format!("Object.assign(localStorage, {kept});"));
    on_stage(setup, async |stage| {
        stage.open_card().await?;
        let mut keys: Vec<String> = stage.script("return Object.keys(localStorage);").await?;
        keys.sort();
        let left = [
            "a-key-of-the-page",
            "campaign-widget:e2e:until",
            "campaign-widget:other:draft:en",
            "campaign-widget:other:until",
        ];
        assert_eq!(keys.iter().filter(|key| !key.contains(":outbox:")).collect::<Vec<_>>(), left);
        Ok(())
    })
    .await
}
