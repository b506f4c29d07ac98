//! Everything that the entries of an outbox show, however briefly.

use anyhow::Result;
use serde::Deserialize;

use crate::card::Card;

/// Notes every state and sentence of every entry.
const NOTE: &str = "
    globalThis.shown = [];
    const root = element.shadowRoot;
    const note = () => {
        for (const { dataset: { postId, state }, textContent: text } of
            root.querySelectorAll('[part~=entry]')) {
            const last = shown.findLast((past) => past.postId === postId);
            if (last?.state !== state || last.text !== text) shown.push({ postId, state, text });
        }
    };
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    new MutationObserver(note).observe(root, everything);";

/// What an entry showed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// The id of its post.
    pub post_id: String,
    /// Its `data-state`.
    pub state: String,
    /// Its text.
    pub text: String,
}

/// Begins to note what a card shows.
pub async fn watch(card: &Card) -> Result<()> {
    card.script(NOTE).await
}

/// What a watched card has shown of a post.
pub async fn shown(card: &Card, post_id: &str) -> Result<Vec<Shown>> {
    let all: Vec<Shown> = card.script("return shown;").await?;
    Ok(all.into_iter().filter(|shown| shown.post_id == post_id).collect())
}
