//! The life of the page: what its cards listen to, and what they do once it is
//! seen again.

use anyhow::{Context, Result};
use chrono::{TimeDelta, Utc};
use serde_json::{Value, json};

use crate::harness::{Heard, Stage, on_stage};
use crate::places::hide;
use crate::setup::{Setup, campaign, open_campaign, rfc3339};
use crate::wait::until;

/// Counts the listeners that are there, of the window and of the document.
const COUNT: &str = "
    globalThis.listening = {};
    for (const [name, step] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const inner = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (type, ...rest) {
            const target = this ?? globalThis;
            if (target === globalThis || target === document)
                listening[type] = (listening[type] ?? 0) + step;
            return inner.call(target, type, ...rest);
        };
    }
    globalThis.ofItsLife = () => ['pageshow', 'visibilitychange', 'pagehide', 'online', 'freeze', 'resume']
        .map((type) => listening[type] ?? 0);";

/// Has so many cards in the page.
async fn have_cards(stage: &Stage, number: u32, campaign: &Value) -> Result<()> {
    let have = format!(
        "const cards = document.querySelectorAll('campaign-widget');
        [...cards].slice({number}).forEach((card) => card.remove());
        for (let count = cards.length; count < {number}; count += 1) {{
            const card = document.createElement('campaign-widget');
            card.setAttribute('loading', 'eager');
            card.campaign = {campaign};
            document.body.append(card);
        }}"
    );
    stage.script::<()>(&have).await?;
    let drawn = "return [...document.querySelectorAll('campaign-widget')]
        .filter((card) => card.shadowRoot?.querySelector('[part=countdown]')).length;";
    until("the cards", async || stage.script::<u32>(drawn).await, |drawn| *drawn == number).await?;
    Ok(())
}

/// Every card had five listeners for `pageshow`, and six for `visibilitychange`.
#[tokio::test]
async fn a_hundred_cards_listen_to_the_life_of_the_page_as_one_does() -> Result<()> {
    let campaign = open_campaign();
    let setup = Setup::new().page("/empty.html", "").before_load(COUNT);
    on_stage(setup, async |stage| {
        stage.open("/empty.html").await?;
        for (number, each) in [(1, 1), (100, 1), (0, 0), (2, 1), (0, 0)] {
            have_cards(stage, number, &campaign).await?;
            let seen: Vec<i32> = stage.script("return ofItsLife();").await?;
            assert_eq!(seen, [each, each, each, each, 0, 0], "of {number} cards");
        }
        Ok(())
    })
    .await
}

/// A clock that is wrong by `clockError`, and that fails at the call `failsIn`.
const CLOCK: &str = "
    globalThis.clockError = globalThis.failsIn = 0;
    const { now } = Date;
    Date.now = () => {
        if (failsIn > 0 && (failsIn -= 1) === 0) throw new TypeError('broken for once');
        return now() + clockError;
    };";

/// Two cards of one campaign, on a device whose clock a test can set.
fn two_cards() -> Setup {
    let card = "src=\"/campaign.json\" lang=\"zh-CN\" loading=\"eager\"><p>Fallback</p>";
    Setup::new()
        .campaign(&open_campaign())
        .page(
            "/card.html",
            &format!(
                "<campaign-widget id=\"a\" {card}</campaign-widget>\
                 <campaign-widget id=\"b\" {card}</campaign-widget>"
            ),
        )
        .before_load(CLOCK)
}

/// Notes what a card shows to the page's own listener, which comes after that of
/// the cards: nothing but they has run since the page was seen.
const NOTE: &str = "
    globalThis.shown = [];
    document.addEventListener('visibilitychange', () => {
        if (document.hidden) return;
        shown = [...document.querySelectorAll('campaign-widget')].map((card) => {
            const countdown = card.shadowRoot.querySelector('[part=countdown]');
            const digits = [...countdown.querySelectorAll('.digits')].map((unit) => +unit.textContent);
            return [+countdown.dataset.seconds,
                digits.reduce((sum, digit, at) => sum * [1, 24, 60, 60][at] + digit)];
        });
    });";

/// It was stale for up to a second.
#[tokio::test]
async fn whoever_comes_back_after_a_sleep_sees_the_right_time_at_once() -> Result<()> {
    on_stage(two_cards(), async |stage| {
        stage.open("/card.html").await?;
        let (a, _) = (stage.card("#a").await?, stage.card("#b").await?);
        let tab = stage.browser.window().await?;
        stage.script::<()>(NOTE).await?;
        hide(stage, true).await?;
        let hidden = async || stage.script::<bool>("return document.hidden;").await;
        until("a hidden page", hidden, |is| *is).await?;
        let left = a.seconds().await?;
        // The network is still asleep, so that only the clock can have told.
        let sleep =
            "clockError = 600000; globalThis.fetch = () => Promise.reject(new TypeError());";
        stage.script::<()>(sleep).await?;
        hide(stage, false).await?;
        stage.go_to(&tab).await?;
        let shown = async || stage.script::<Vec<(i64, i64)>>("return shown;").await;
        let shown = until("what was seen", shown, |shown| shown.len() == 2).await?;
        for (seconds, digits) in shown {
            assert_eq!(seconds, digits);
            let slept = left - seconds;
            assert!((600..660).contains(&slept), "{slept} s are over of ten minutes");
        }
        Ok(())
    })
    .await
}

/// The clock of the device was set, which looks like a sleep, and only the server
/// can tell; nobody asked it again once there was a connection.
#[tokio::test]
async fn the_server_is_asked_again_until_it_has_told_the_time() -> Result<()> {
    on_stage(two_cards(), async |stage| {
        stage.open("/card.html").await?;
        let a = stage.card("#a").await?;
        let left = a.seconds().await?;
        let wake = "clockError = 600000;
            globalThis.before = fetch;
            globalThis.asked = 0;
            globalThis.fetch = () => { asked += 1; return Promise.reject(new TypeError()); };
            dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));";
        stage.script::<()>(wake).await?;
        until("a guess", async || a.seconds().await, |now| *now <= left - 600).await?;
        let asked = async || stage.script::<u32>("return asked;").await;
        until("both cards' questions", asked, |asked| *asked >= 2).await?;
        stage.script::<()>("fetch = before; dispatchEvent(new Event('online'));").await?;
        until("the true time", async || a.seconds().await, |now| *now > left - 300).await?;
        Ok(())
    })
    .await
}

/// As the page is seen again, the browser breaks its word to the card whose turn
/// it is.
#[tokio::test]
async fn a_card_that_traps_on_the_return_takes_no_other_with_it() -> Result<()> {
    for (call, blamed, spared) in [(1, "a", "#b"), (2, "b", "#a")] {
        let setup = two_cards().expect("broken for once").expect("campaign-widget>: ");
        on_stage(setup, async |stage| {
            stage.open("/card.html").await?;
            stage.card("#a").await?;
            stage.card("#b").await?;
            // Each card asks for the time, in their order on the page.
            let trap = format!(
                "failsIn = {call};
                dispatchEvent(new PageTransitionEvent('pageshow', {{ persisted: true }}));"
            );
            stage.script::<()>(&trap).await?;
            let failed = async || {
                let heard: Vec<Heard> = stage.script("return heard;").await?;
                let errors = heard.into_iter().filter(|heard| heard.name == "campaign-error");
                Ok(errors.map(|heard| (heard.from, heard.detail["code"].clone())).collect())
            };
            let one =
                |failed: &Vec<(String, Value)>| *failed == [(blamed.to_owned(), json!("panic"))];
            until("one error", failed, one).await?;
            // The other one goes on, and comes back from the next sleep.
            let card = stage.card(spared).await?;
            let left = card.seconds().await?;
            let wake = "clockError = 600000;
                globalThis.fetch = () => Promise.reject(new TypeError());
                dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));";
            stage.script::<()>(wake).await?;
            until(
                "the time after the sleep",
                async || card.seconds().await,
                |now| *now <= left - 600,
            )
            .await?;
            Ok(())
        })
        .await
        .context(blamed)?;
    }
    Ok(())
}

/// A card below the fold, on a page that was left open overnight: its deadline was
/// late by the night.
#[tokio::test]
async fn a_card_that_starts_after_a_sleep_counts_the_sleep() -> Result<()> {
    let end = Utc::now() + TimeDelta::hours(1);
    let campaign = campaign(end - TimeDelta::days(1), end);
    let card = format!(
        "<svg height=\"9000\"></svg><campaign-widget server-now=\"{}\">\
         <script type=\"application/json\">{campaign}</script></campaign-widget>",
        rfc3339(Utc::now())
    );
    let setup = Setup::new().page("/card.html", &card).before_load(CLOCK);
    on_stage(setup, async |stage| {
        stage.open("/card.html").await?;
        let defined = "return !!customElements.get('campaign-widget');";
        until("the element", async || stage.script(defined).await, |is: &bool| *is).await?;
        let scroll = "clockError = 600000;
            document.querySelector('campaign-widget').scrollIntoView();";
        stage.script::<()>(scroll).await?;
        let left = stage.card("campaign-widget").await?.seconds().await?;
        let truth = (end - Utc::now()).num_seconds() - 600;
        assert!((left - truth).abs() < 60, "{left} s are left, not {truth}");
        Ok(())
    })
    .await
}
