//! The three that race, and what the site serves for them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use reqwest::header::{CACHE_CONTROL, CONTENT_ENCODING, HeaderValue};
use xtask::budget::compress;
use xtask::site::pages::Extra;

use crate::harness::dist;
use crate::setup::{SCRIPT, Setup, open_campaign};

/// One of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    Ours,
    React,
    Preact,
}

impl Peer {
    pub const ALL: [Peer; 3] = [Peer::Ours, Peer::React, Peer::Preact];

    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::React => "React",
            Self::Preact => "Preact",
        }
    }

    /// The folder of its files, and of its page.
    fn folder(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::React => "react",
            Self::Preact => "preact",
        }
    }

    pub fn page(self) -> String {
        format!("/{}.html", self.folder())
    }

    /// What stands in the head of its page, and in the body.
    fn snippet(self) -> (String, &'static str) {
        let folder = self.folder();
        match self {
            Self::Ours => (
                SCRIPT.into(),
                r#"<campaign-widget src="/campaign.json" lang="zh-CN"><p>活动详情</p></campaign-widget>"#,
            ),
            Self::React | Self::Preact => (
                format!(
                    r#"<link rel="stylesheet" href="/{folder}/app.css"><script type="module" src="/{folder}/app.js"></script>"#
                ),
                r#"<div data-campaign="/campaign.json"><p>活动详情</p></div>"#,
            ),
        }
    }

    fn html(self) -> String {
        let (head, body) = self.snippet();
        format!(
            "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>Race</title>\
             <link rel=\"icon\" href=\"data:,\">{head}\
             </head><body><h1>Gate xStocks 上线，说说你的交易体验</h1>\
             <p>现货、合约、Alpha 都能交易 xStocks 了。把你的真实体验写成一篇原创帖子，发到 Gate 广场，\
             再同步到 X，一起瓜分奖池。</p>{body}</body></html>"
        )
    }
}

/// The pages of all three on one site, compressed as far as brotli can, and the
/// script that watches them.
pub fn setup(peers: &Path) -> Result<Setup> {
    let mut setup = Setup::new()
        .viewport(360, 800)
        .campaign(&open_campaign())
        .before_load(include_str!("page.js"));
    let mut files = Vec::new();
    for name in fs::read_dir(dist()?)? {
        files.push((dist()?, format!("{}", name?.file_name().display())));
    }
    for peer in [Peer::React, Peer::Preact] {
        for name in ["app.js", "app.css"] {
            files.push((peers.into(), format!("{}/{name}", peer.folder())));
        }
    }
    for (folder, name) in files {
        let Some(content_type) = content_type(&name) else { continue };
        let file = folder.join(&name);
        let content = fs::read(&file).with_context(|| format!("no {}", file.display()))?;
        setup = setup.file(compressed(&format!("/{name}"), content_type, &content)?);
    }
    for peer in Peer::ALL {
        let html = "text/html; charset=utf-8";
        setup = setup.file(compressed(&peer.page(), html, peer.html().as_bytes())?);
    }
    Ok(setup)
}

/// The type of a file that a page loads.
fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "js" => Some("text/javascript; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "txt" => Some("text/plain; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        _ => None,
    }
}

fn compressed(path: &str, content_type: &'static str, content: &[u8]) -> Result<Extra> {
    Ok(Extra::new(path, content_type, compress(content)?)
        .header(CONTENT_ENCODING, HeaderValue::from_static("br"))
        .header(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")))
}
