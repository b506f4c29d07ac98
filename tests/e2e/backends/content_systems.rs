//! Content management systems.

use anyhow::Result;
use serde_json::json;

use super::server::Rows;
use super::story::{Backend, play};

#[tokio::test]
async fn directus() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "key": "{key}" } });
    play(Backend {
        name: "directus",
        adds: None,
        rows: Rows::Table("links.db", "links"),
        refuses: Some((wrong, "Value is required.")),
    })
    .await
}

#[tokio::test]
async fn strapi() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "key": "{key}" } });
    play(Backend {
        name: "strapi",
        adds: None,
        rows: Rows::Table("links.db", "links"),
        refuses: Some((wrong, "Missing \"data\" payload")),
    })
    .await
}
