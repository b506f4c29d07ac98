//! A hundred cards on one page: the time until all of them live, and how many
//! timers keep them going.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use tokio::time::sleep;

use super::load::in_tab;
use super::peer::Peer;
use super::table::{Measure, Table};
use crate::harness::Stage;

const CARDS: usize = 100;
const ROUNDS: usize = 5;

/// How long the timers are watched.
const WATCHED: Duration = Duration::from_secs(4);

/// Adds cards to a page with one that lives, so that the code is there.
const MOUNT: &str = "
    return race.begun.then(async () => {
        const campaign = await (await fetch('/campaign.json')).json();
        const { port1, port2 } = new MessageChannel();
        const settled = () => new Promise((resolve) => {
            port1.onmessage = resolve;
            port2.postMessage(null);
        });
        const places = Array.from({ length: CARDS }, () => {
            const place = document.createElement(globalThis.mount ? 'div' : 'campaign-widget');
            return Object.assign(place, { lang: 'zh-CN' });
        });
        race.rest();
        const last = places.at(-1);
        const isThere = () => (last.shadowRoot ?? last).querySelector('[part=countdown]');
        const start = performance.now();
        for (const place of places) {
            if (!globalThis.mount) {
                place.setAttribute('loading', 'eager');
                place.campaign = campaign;
            }
            document.body.append(place);
            globalThis.mount?.(place, campaign);
        }
        while (!isThere() || race.live() <= CARDS) await settled();
        void document.body.offsetHeight;
        return performance.now() - start;
    });";

/// Mounts them in turn, several times.
pub async fn measure(stage: &Stage, table: &mut Table) -> Result<()> {
    for _ in 0..ROUNDS {
        for peer in Peer::ALL {
            let (time, timers) = mounted(stage, peer).await.context(peer.name())?;
            table.add(Measure::Mount, peer, time);
            table.add(Measure::Timers, peer, timers);
        }
    }
    Ok(())
}

/// The milliseconds that it takes, and the timers that fire in a second.
async fn mounted(stage: &Stage, peer: Peer) -> Result<(f64, f64)> {
    in_tab(stage, async || {
        stage.open(&peer.page()).await?;
        stage.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        let time: f64 = stage.script(&MOUNT.replace("CARDS", &CARDS.to_string())).await?;
        let fired = async || stage.script::<f64>("return race.timersFired();").await;
        // What mounting has left to do is done by then.
        sleep(Duration::from_secs(1)).await;
        let before = fired().await?;
        sleep(WATCHED).await;
        let fired = fired().await? - before;
        Ok((time, fired / WATCHED.as_secs_f64()))
    })
    .await
}
