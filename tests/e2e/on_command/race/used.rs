//! All three jobs done: the bytes that it took, and the memory.

use anyhow::{Context, Result};
use chrono::{TimeDelta, Utc};
use serde_json::json;

use super::load::{FILES, Loaded, in_tab};
use super::peer::Peer;
use super::table::{Measure, Table};
use crate::harness::Stage;

const ROUNDS: usize = 3;

/// Writes a draft with the tag, and hands in a link.
const USE: &str = "
    return (async () => {
        await race.begun;
        const before = race.report();
        race.find('draft').select();
        document.execCommand('insertText', false, '今天第一次在Gate买了TSLAx，成交很快，手续费也低。#Gate xStocks 交易体验#');
        await race.until(() => race.report() !== before);
        const [countdown] = race.all('countdown');
        const digits = countdown.textContent;
        await race.until(() => countdown.textContent !== digits);
        await race.until(() => race.find('link'));
        race.find('link').focus();
        document.execCommand('insertText', false, LINK);
        await new Promise((next) => setTimeout(next, 500));
        race.find('submit-link').click();
        await race.until(() => race.find('entry')?.dataset.state === 'delivered');
        FILES
        return files;
    })();";

/// Counts the bytes of all code once all of it has been used, and what the page
/// then holds in memory.
pub async fn measure(stage: &Stage, table: &mut Table) -> Result<()> {
    for _ in 0..ROUNDS {
        for peer in Peer::ALL {
            let used = in_tab(stage, async || used(stage, peer).await);
            let (bytes, heap, wasm) = used.await.context(peer.name())?;
            table.add(Measure::BytesAll, peer, bytes);
            table.add(Measure::Heap, peer, heap);
            table.add(Measure::Wasm, peer, wasm);
        }
    }
    Ok(())
}

/// The bytes of the code, of the heap and of the module's memory.
async fn used(stage: &Stage, peer: Peer) -> Result<(f64, f64, f64)> {
    stage.open(&peer.page()).await?;
    let script = USE.replace("LINK", &json!(link()).to_string()).replace("FILES", FILES);
    let files: Vec<Loaded> = stage.script(&script).await?;
    let code = files.iter().filter(|file| file.is_code());
    stage.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = stage.ask_devtools("Runtime.getHeapUsage", json!({})).await?;
    let heap = usage["usedSize"].as_f64().context("no size of the heap")?;
    Ok((code.map(|file| file.bytes).sum(), heap, stage.script("return race.memory();").await?))
}

/// A link to a post of a minute ago.
fn link() -> String {
    let at = Utc::now() - TimeDelta::minutes(1);
    let id = ((at.timestamp_millis() - 1_288_834_974_657) << 22) + 1;
    format!("https://x.com/gate_user/status/{id}")
}
