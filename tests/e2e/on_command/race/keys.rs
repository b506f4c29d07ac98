//! A key at the end of a draft, from the press to the next layout.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use super::load::{SLOWER, slow_down};
use super::peer::Peer;
use super::table::{Measure, Table};
use crate::harness::Stage;
use crate::press::PRESS;

const TAG: &str = "#Gate xStocks 交易体验# ";
const CHINESE: &str =
    "今天第一次在Gate买了TSLAx，成交很快，手续费也低。夜里也能交易，真的很方便！\n";
/// X counts an address as 23 characters, however long it is: where there may be
/// one, it has to be looked for.
const WITH_ADDRESS: &str = "今天第一次在Gate买了TSLAx，成交很快，手续费0.1%。夜里也能交易，详见 gate.com/xstocks ，真的很方便！\n";

/// How many keys are pressed in one of the three before it is the next one's turn.
const BLOCK: usize = 20;

/// A draft, and what is measured in it.
struct Draft {
    /// What is repeated behind the tag.
    text: &'static str,
    size: usize,
    /// How many times slower the processor is.
    slower: u32,
    /// Blocks of keys, after one that only warms up.
    blocks: usize,
    key: Measure,
    work: Measure,
}

impl Draft {
    /// Its text, for a script.
    fn in_full(&self) -> String {
        let rest = self.size - TAG.chars().count();
        let text: String = TAG.chars().chain(self.text.chars().cycle().take(rest)).collect();
        json!(text).to_string()
    }
}

const DRAFTS: [Draft; 3] = [
    Draft {
        text: CHINESE,
        size: 280,
        slower: SLOWER,
        blocks: 12,
        key: Measure::Key,
        work: Measure::KeyWork,
    },
    Draft {
        text: WITH_ADDRESS,
        size: 280,
        slower: SLOWER,
        blocks: 12,
        key: Measure::AddressKey,
        work: Measure::AddressKeyWork,
    },
    Draft {
        text: WITH_ADDRESS,
        size: 25_000,
        slower: 1,
        blocks: 6,
        key: Measure::LongKey,
        work: Measure::LongKeyWork,
    },
];

/// As typing does to a field that a framework watches, but at once.
const FILL: &str = "
    const area = race.find('draft');
    const before = race.report();
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    set.call(area, TEXT);
    area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    return (async () => {
        while (race.report() === before) await new Promise((next) => setTimeout(next, 20));
    })();";

const KEYS: &str = "
    const area = race.find('draft');
    const root = area.getRootNode();
    let before;
    return press(area, root.host ?? area.closest('.peer'), area.value.length, KEYS,
        () => { before = race.report(); }, () => race.report() !== before);";

/// In a field that nobody listens to, in the same page: less than that no card can
/// take.
const PLAIN_KEYS: &str = "
    const plain = document.createElement('textarea');
    plain.rows = 6;
    plain.value = TEXT;
    document.body.append(plain);
    return press(plain, plain, plain.value.length, KEYS).finally(() => plain.remove());";

/// Presses keys in all three, which are open at the same time, in turn.
pub async fn measure(stage: &Stage, table: &mut Table) -> Result<()> {
    let first = stage.browser.window().await?;
    let mut tabs = Vec::new();
    for peer in Peer::ALL {
        tabs.push((peer, open(stage, peer).await.context(peer.name())?));
    }
    for draft in &DRAFTS {
        for block in 0..=draft.blocks {
            for (peer, tab) in &tabs {
                stage.go_to(tab).await?;
                let (times, work) = pressed(stage, draft).await.context(peer.name())?;
                if block == 0 {
                    continue;
                }
                times.into_iter().for_each(|time| table.add(draft.key, *peer, time));
                table.add(draft.work, *peer, work);
                if draft.key == Measure::Key {
                    let times = pressed_plain(stage, draft).await?;
                    times.into_iter().for_each(|time| table.add(Measure::PlainKey, *peer, time));
                }
            }
        }
    }
    for (_, tab) in &tabs {
        stage.go_to(tab).await?;
        stage.browser.close_window().await?;
    }
    stage.go_to(&first).await
}

async fn open(stage: &Stage, peer: Peer) -> Result<WindowHandle> {
    let tab = stage.new_tab().await?;
    stage.open(&peer.page()).await?;
    stage.script::<Value>("return race.begun.then(race.rest);").await?;
    stage.devtools("Performance.enable", json!({})).await?;
    Ok(tab)
}

/// The milliseconds of each key of a block; and what a key costs the page in all,
/// with what it does later.
async fn pressed(stage: &Stage, draft: &Draft) -> Result<(Vec<f64>, f64)> {
    stage.script::<Value>(&FILL.replace("TEXT", &draft.in_full())).await?;
    slow_down(stage, draft.slower).await?;
    stage.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let before = busy(stage).await?;
    let keys = KEYS.replace("KEYS", &BLOCK.to_string());
    let times: Vec<f64> = stage.script(&format!("{PRESS} {keys}")).await?;
    let later = "return new Promise((done) => setTimeout(done, 500));";
    stage.script::<Value>(later).await?;
    let work = (busy(stage).await? - before) / BLOCK as f64;
    slow_down(stage, 1).await?;
    Ok((times, work))
}

async fn pressed_plain(stage: &Stage, draft: &Draft) -> Result<Vec<f64>> {
    slow_down(stage, draft.slower).await?;
    let keys = PLAIN_KEYS.replace("KEYS", &BLOCK.to_string());
    let keys = keys.replace("TEXT", &draft.in_full());
    let times = stage.script(&format!("{PRESS} {keys}")).await?;
    slow_down(stage, 1).await?;
    Ok(times)
}

/// The milliseconds that the page's thread has been busy so far.
async fn busy(stage: &Stage) -> Result<f64> {
    let metrics = stage.ask_devtools("Performance.getMetrics", json!({})).await?;
    let metrics = metrics["metrics"].as_array().context("no metrics")?;
    let task = metrics.iter().find(|metric| metric["name"] == "TaskDuration");
    let seconds = task.and_then(|metric| metric["value"].as_f64()).context("no TaskDuration")?;
    Ok(seconds * 1000.0)
}
