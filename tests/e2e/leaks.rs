//! A card that goes takes everything along: a page on which a thousand cards came
//! and went has no more memory, nodes, listeners and timers in use than before.

use std::ops::Range;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::harness::{Stage, on_stage};
use crate::links::recent_post;
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign};
use crate::wait::until;

/// Cards that come and go before anything is measured: by then the browser has
/// compiled what it runs, and the module has as much memory as its busiest
/// moment needs.
const FIRST: u32 = 500;

/// Cards that may leave nothing behind.
const THEN: u32 = 1_000;

/// How many are played in one call, which has 120 s.
const AT_ONCE: u32 = 100;

/// How much the page's heap may grow, in bytes. The browser's own share, compiled
/// code and the like, moves by up to a hundred kilobytes; an object that is left by
/// each card takes more than the rest, for it hangs on a closure or a listener.
const HEAP: i64 = 150_000;

/// How much the module's memory may grow, in bytes. It never shrinks, and a card
/// that delivered keeps its place for a second: the faster they come, the
/// more of them are there at once.
const MEMORY: i64 = 4 * 65_536;

/// For how long a card holds its turn to deliver after it has gone, and a bit.
const UNTIL_STILL: Duration = Duration::from_millis(1_500);

/// Counts the timers that are set and not over, and keeps the module in view.
const WATCH: &str = "
    globalThis.timers = new Set();
    const { setTimeout: later, clearTimeout: notLater } = globalThis;
    const { setInterval: often, clearInterval: notOften } = globalThis;
    globalThis.setTimeout = (run, ...rest) => {
        const timer = later((...all) => { timers.delete(timer); run(...all); }, ...rest);
        timers.add(timer);
        return timer;
    };
    globalThis.setInterval = (...all) => {
        const timer = often(...all);
        timers.add(timer);
        return timer;
    };
    globalThis.clearTimeout = (timer) => { timers.delete(timer); notLater(timer); };
    globalThis.clearInterval = (timer) => { timers.delete(timer); notOften(timer); };
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await make.apply(WebAssembly, all);
            const { exports } = made.instance ?? made;
            const isMemory = (value) => value instanceof WebAssembly.Memory;
            globalThis.inside ??= Object.values(exports).find(isMemory);
            return made;
        };
    }";

/// Has cards come and go, one after the other, in every way that a page has.
const LIVES: &str = "
    const beat = () => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { port1.close(); resolve(); };
        port2.postMessage(null);
    });
    const heard = (name) => new Promise((resolve) => {
        addEventListener(name, resolve, { once: true });
    });
    const write = (element, part, text) => {
        const field = element.shadowRoot.querySelector(`[part=${part}]`);
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return beat();
    };
    const handIn = async (element, round) => {
        // A post of a millisecond of its own.
        const id = BigInt(newest) - (BigInt(round) << 22n);
        await write(element, 'link', `https://x.com/gate_user/status/${id}`);
        element.shadowRoot.querySelector('[part=submit-link]').click();
    };
    const make = (campaign) =>
        Object.assign(document.createElement('campaign-widget'), { campaign });
    const put = async (element) => {
        const ready = heard('campaign-ready');
        document.body.append(element);
        await ready;
        while (!element.shadowRoot.querySelector('[part=link]')) await beat();
    };
    const lives = [
        async (element) => {
            element.campaign = undefined;
            element.setAttribute('src', '/campaign.json');
            await put(element);
        },
        async (element) => {
            element.campaign = undefined;
            element.setAttribute('src', '/campaign.json');
            document.body.append(element);
        },
        async (element) => {
            element = globalThis.again ??= element;
            await put(element);
            return element;
        },
        async (element) => {
            await put(element);
            await write(element, 'draft', '＃Gate xStocks 交易体验# #BTC 写到一半');
        },
        async (element, round) => {
            await put(element);
            await handIn(element, round);
        },
        async (element, round) => {
            // Nobody else holds the lock of this one.
            element.campaign = { ...campaign, id: `e2e-${round}` };
            await put(element);
            await handIn(element, round);
            while ((await heard('campaign-link')).detail.state !== 'delivered');
        },
        async (element) => {
            await put(element);
            element.setAttribute('lang', 'en');
            element.setAttribute('preview-at', '2025-07-03T15:59:58+08:00');
            await beat();
            element.removeAttribute('preview-at');
        },
    ];
    return (async () => {
        for (let round = from; round < from + rounds; round += 1) {
            const made = make(campaign);
            made.setAttribute('loading', 'eager');
            const element = (await lives[round % lives.length](made, round)) ?? made;
            await beat();
            element.remove();
            await beat();
            localStorage.clear();
        }
        // What the test itself has noted.
        globalThis.heard.length = 0;
    })();";

/// What a page has in use.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct InUse {
    /// Bytes of the page's heap.
    heap: i64,
    /// Nodes of all documents, also of those that are in no page.
    nodes: i64,
    /// Listeners of the page's scripts.
    listeners: i64,
    /// Documents, frames' too.
    documents: i64,
    /// Timers that are set and not over.
    timers: i64,
    /// Bytes of the module's memory.
    memory: i64,
}

impl InUse {
    async fn now(stage: &Stage) -> Result<InUse> {
        tokio::time::sleep(UNTIL_STILL).await;
        // What is freed by the first time may free more by the next.
        for _ in 0..3 {
            stage.devtools("HeapProfiler.collectGarbage", json!({})).await?;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        let metrics = stage.ask_devtools("Performance.getMetrics", json!({})).await?;
        let metrics = metrics["metrics"].as_array().context("no metrics")?.clone();
        let metric = |name: &str| {
            let found = metrics.iter().find(|metric| metric["name"] == name);
            found
                .and_then(|metric| metric["value"].as_f64())
                .map(|value| value as i64)
                .context(name.to_owned())
        };
        let own = "return [timers.size, inside.buffer.byteLength];";
        let [timers, memory] = stage.script(own).await?;
        Ok(InUse {
            heap: metric("JSHeapUsedSize")?,
            nodes: metric("Nodes")?,
            listeners: metric("JSEventListeners")?,
            documents: metric("Documents")?,
            timers,
            memory,
        })
    }
}

/// Plays the lives of these numbers.
async fn play(stage: &Stage, lives: Range<u32>, campaign: &str, newest: &str) -> Result<()> {
    for from in lives.step_by(AT_ONCE as usize) {
        let play = format!(
            "const [from, rounds, newest] = [{from}, {AT_ONCE}, '{newest}'];
            const campaign = {campaign}; {LIVES}"
        );
        stage.script::<()>(&play).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_thousand_cards_that_came_and_went_leave_nothing_behind() -> Result<()> {
    let campaign = open_campaign();
    let setup = Setup::new().campaign(&campaign).page("/empty.html", "").before_load(WATCH);
    on_stage(setup, async |stage| {
        let campaign = campaign.to_string().replace(QUESTIONNAIRE, &stage.questionnaire.origin());
        let newest = recent_post();
        stage.devtools("Performance.enable", json!({})).await?;
        stage.open("/empty.html").await?;
        let defined = "return !!customElements.get('campaign-widget');";
        until("the element", async || stage.script(defined).await, |it| *it).await?;

        play(stage, 0..FIRST, &campaign, &newest).await?;
        let before = InUse::now(stage).await?;
        play(stage, FIRST..FIRST + THEN, &campaign, &newest).await?;
        let after = InUse::now(stage).await?;

        let of_cards = InUse { heap: after.heap, memory: after.memory, ..before.clone() };
        ensure!(after == of_cards, "{before:?} became {after:?}");
        ensure!(after.timers == 0, "timers go on without a card: {after:?}");
        ensure!(after.heap - before.heap < HEAP, "the heap grew: {before:?} became {after:?}");
        ensure!(
            after.memory - before.memory <= MEMORY,
            "the module's memory grew: {before:?} became {after:?}"
        );
        Ok(())
    })
    .await
}
