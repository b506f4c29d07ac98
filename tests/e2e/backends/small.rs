//! Servers that are there in seconds.

use anyhow::Result;
use serde_json::json;

use super::server::Rows;
use super::story::{Backend, play};

#[tokio::test]
async fn datasette() -> Result<()> {
    let wrong = json!({ "body": { "row": { "url": "{link}", "postId": "{postId}" } } });
    play(Backend {
        name: "datasette",
        adds: None,
        rows: Rows::Table("links.db", "links"),
        refuses: Some((wrong, "invalid columns: url")),
    })
    .await
}

#[tokio::test]
async fn django() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "postId": "{postId}", "key": "{key}" } });
    play(Backend {
        name: "django",
        adds: None,
        rows: Rows::Table("db.sqlite3", "links_link"),
        refuses: Some((wrong, "This field is required.")),
    })
    .await
}

#[tokio::test]
async fn django_in_chinese() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "postId": "{postId}", "key": "{key}" } });
    play(Backend {
        name: "django",
        adds: Some(("settings.py", "LANGUAGE_CODE = \"zh-hans\"\n")),
        rows: Rows::Table("db.sqlite3", "links_link"),
        refuses: Some((wrong, "该字段是必填项。")),
    })
    .await
}

#[tokio::test]
async fn express() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "postId": "{postId}", "key": "{key}" } });
    play(Backend {
        name: "express",
        adds: None,
        rows: Rows::Table("links.db", "links"),
        refuses: Some((wrong, "The link is missing.")),
    })
    .await
}

#[tokio::test]
async fn fastapi() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "postId": "{postId}", "key": "{key}" } });
    play(Backend {
        name: "fastapi",
        adds: None,
        rows: Rows::Table("links.db", "links"),
        refuses: Some((wrong, "Field required")),
    })
    .await
}

#[tokio::test]
async fn json_server() -> Result<()> {
    play(Backend { name: "json-server", adds: None, rows: Rows::At("/links"), refuses: None }).await
}

#[tokio::test]
async fn kinto() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "key": "{key}" } });
    let rows = Rows::At("/v1/buckets/campaign/collections/links/records");
    play(Backend { name: "kinto", adds: None, rows, refuses: Some((wrong, "Unrecognized keys")) })
        .await
}

#[tokio::test]
async fn node_red() -> Result<()> {
    let wrong = json!({ "body": { "url": "{link}", "postId": "{postId}" } });
    play(Backend {
        name: "node-red",
        adds: None,
        rows: Rows::Lines("links.jsonl"),
        refuses: Some((wrong, "The link is missing.")),
    })
    .await
}
