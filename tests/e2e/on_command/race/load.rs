//! From the start of the navigation to a live countdown and to the first draft,
//! over a slow network and on a slow device.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use super::peer::Peer;
use super::table::{Measure, Table};
use crate::harness::Stage;

/// Cold loads of each.
const ROUNDS: usize = 11;

/// 1.6 Mbit/s down and 0.75 up, in bytes a second.
const DOWN: u32 = 200_000;
const UP: u32 = 93_750;

/// Milliseconds that each request takes longer.
const LATENCY: u32 = 150;

/// How many times slower the processor is.
pub const SLOWER: u32 = 4;

/// What one load took, in milliseconds from the start of the navigation.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Load {
    pub times: Times,
    pub files: Vec<Loaded>,
    pub phases: Vec<Phase>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Times {
    /// The digits are in the document.
    pub in_the_document: f64,
    /// They are painted.
    pub live: f64,
    /// A first letter is in the draft, and what the rules say of it is painted.
    pub draft: f64,
}

/// One file that the page loaded.
#[derive(Debug, Clone, Deserialize)]
pub struct Loaded {
    pub name: String,
    pub start: f64,
    pub end: f64,
    /// Compressed, without headers.
    pub bytes: f64,
}

impl Loaded {
    /// The page and the campaign file are the same for all three.
    pub fn is_code(&self) -> bool {
        ![".html", ".json"].iter().any(|ending| self.name.ends_with(ending))
    }
}

/// Something that the page did meanwhile.
#[derive(Debug, Clone, Deserialize)]
pub struct Phase {
    pub name: String,
    pub start: f64,
    pub end: f64,
}

/// The files that a page has loaded.
pub const FILES: &str = "
    const files = performance.getEntries()
        .filter(({ entryType }) => ['navigation', 'resource'].includes(entryType))
        .map((entry) => ({
            name: new URL(entry.name).pathname, start: entry.startTime,
            end: entry.responseEnd, bytes: entry.encodedBodySize,
        }));";

const LOADED: &str = "
    return race.begun.then(async (times) => {
        await new Promise((told) => setTimeout(told, 300));
        FILES
        return { times, files, phases: race.noted };
    });";

/// Loads all three in turn, again and again. Gives the loads of each.
pub async fn measure(stage: &Stage, table: &mut Table) -> Result<Vec<(Peer, Vec<Load>)>> {
    let mut loads = Peer::ALL.map(|peer| (peer, Vec::new()));
    // The first round only warms the machine up.
    for round in 0..=ROUNDS {
        for (peer, loads) in &mut loads {
            let load = cold(stage, *peer).await.context(peer.name())?;
            if round == 0 {
                continue;
            }
            let bytes_until = |time: f64| -> f64 {
                let there = load.files.iter().filter(|file| file.is_code() && file.end <= time);
                there.map(|file| file.bytes).sum()
            };
            table.add(Measure::BytesLive, *peer, bytes_until(load.times.live));
            table.add(Measure::BytesDraft, *peer, bytes_until(load.times.draft));
            table.add(Measure::Live, *peer, load.times.live);
            table.add(Measure::Draft, *peer, load.times.draft);
            loads.push(load);
        }
    }
    Ok(loads.into())
}

/// One load in a process of its own, with nothing kept from before.
async fn cold(stage: &Stage, peer: Peer) -> Result<Load> {
    in_tab(stage, async || {
        let network = json!({
            "offline": false, "latency": LATENCY,
            "downloadThroughput": DOWN, "uploadThroughput": UP,
        });
        stage.devtools("Network.emulateNetworkConditions", network).await?;
        slow_down(stage, SLOWER).await?;
        stage.open(&peer.page()).await?;
        stage.script(&LOADED.replace("FILES", FILES)).await
    })
    .await
}

/// Does something in a tab of its own, with nothing kept from before.
pub async fn in_tab<T>(stage: &Stage, task: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
    let first = stage.browser.window().await?;
    stage.new_tab().await?;
    let everything = json!({ "origin": stage.site.origin(), "storageTypes": "all" });
    stage.devtools("Storage.clearDataForOrigin", everything).await?;
    stage.devtools("Network.enable", json!({})).await?;
    stage.devtools("Network.clearBrowserCache", json!({})).await?;
    let done = task().await;
    stage.browser.close_window().await?;
    stage.go_to(&first).await?;
    done
}

/// Makes the processor of this tab slower.
pub async fn slow_down(stage: &Stage, times: u32) -> Result<()> {
    stage.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await
}
