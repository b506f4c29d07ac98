//! A service worker of the page's site answers in place of the form's server,
//! as those do that make a site work offline.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::site::pages::Extra;

use crate::card::Card;
use crate::delivery::{hand_in, open, received};
use crate::engine::Engine;
use crate::harness::{Stage, on_stage};
use crate::links::link;
use crate::setup::{Setup, open_campaign};
use crate::wait::until;

const OFFLINE: &str = "本站的离线功能代替问卷作了响应，";

/// Answers to what the page sends as it was told to.
const WORKER: &str = "
    let told = 'nothing';
    const answers = {
        page: () => caches.match('/offline.html'),
        json: () => Response.json({ offline: true }),
        received: () => Response.json({ status: 'received' }),
        empty: () => new Response(null, { status: 202 }),
        refusal: () => Response.json({ message: 'offline' }, { status: 400 }),
        another: () => fetch('/offline.html'),
        redirection: () => Response.redirect('/offline.html', 303),
        network: (request) => fetch(request),
    };
    addEventListener('install', (event) => {
        skipWaiting();
        event.waitUntil(caches.open('offline').then((cache) => cache.add('/offline.html')));
    });
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('message', ({ data, ports: [port] }) => {
        told = data;
        port.postMessage(null);
    });
    addEventListener('fetch', (event) => {
        const { request } = event;
        if (request.method === 'POST' && told in answers) {
            event.respondWith(answers[told](request));
        }
    });";

const REGISTER: &str = "
    const [done] = arguments;
    const policy = trustedTypes.createPolicy('worker', { createScriptURL: (url) => url });
    const workers = navigator.serviceWorker;
    workers.oncontrollerchange = () => done('controlled');
    workers.register(policy.createScriptURL('/worker.js')).catch((error) => done(`${error}`));";

const TELL: &str = "
    const [told, done] = arguments;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(null);
    navigator.serviceWorker.controller.postMessage(told, [channel.port2]);";

fn with_worker() -> Setup {
    open().file(Extra::new("/worker.js", "text/javascript", WORKER)).file(Extra::new(
        "/offline.html",
        "text/html",
        "<h1>You are offline</h1>",
    ))
}

async fn register(stage: &Stage) -> Result<()> {
    let said = stage.browser.execute_async(REGISTER, vec![]).await?.convert::<String>()?;
    ensure!(said == "controlled", "{said}");
    Ok(())
}

async fn tell(stage: &Stage, what: &str) -> Result<()> {
    stage.browser.execute_async(TELL, vec![json!(what)]).await?;
    Ok(())
}

async fn wait_for_words(card: &Card, id: &str, words: &str) -> Result<()> {
    let look = async || card.sentence(id).await;
    until("the words about the answer", look, |said| said.starts_with(words)).await?;
    Ok(())
}

/// An offline page, JSON or nothing under success was taken for the server's
/// answer, and the link never sent again.
#[tokio::test]
async fn what_a_worker_answers_confirms_nothing_and_is_tried_again() -> Result<()> {
    on_stage(with_worker().expect("400"), async |stage| {
        let card = stage.open_card().await?;
        register(stage).await?;
        let mut ids = Vec::new();
        for what in ["page", "json", "received", "empty", "refusal", "another", "redirection"] {
            tell(stage, what).await?;
            let id = hand_in(&card).await?;
            if what == "redirection" && stage.engine == Engine::WebKit {
                // It does not follow one that a worker makes: there is no answer then.
                wait_for_words(&card, &id, "上次没有收到响应，").await?;
            } else {
                wait_for_words(&card, &id, OFFLINE).await.context(what)?;
            }
            let heard = stage.heard("campaign-link").await?;
            let of_it = heard.iter().filter(|detail| detail["postId"] == id.as_str());
            let states: Vec<&Value> = of_it.map(|detail| &detail["state"]).take(2).collect();
            assert_eq!(states, ["sending", "waiting"], "{what}");
            ids.push(id);
        }
        assert_eq!(received(stage)?, []);
        card.set("lang", "en").await?;
        let english = "This site's service worker answered instead of the form.";
        card.wait_for_text(english).await?;
        // It reaches the network again, through the worker.
        tell(stage, "network").await?;
        stage.script::<()>("dispatchEvent(new Event('online'));").await?;
        let delivered: Vec<_> = ids.iter().rev().map(|id| (id.as_str(), "delivered")).collect();
        card.wait_for_entries(&delivered).await?;
        let mut there: Vec<String> = received(stage)?.into_iter().map(|(link, _)| link).collect();
        there.sort();
        let mut links: Vec<String> = ids.iter().map(|id| link(id)).collect();
        links.sort();
        assert_eq!(there, links);
        // And past it.
        tell(stage, "nothing").await?;
        let id = hand_in(&card).await?;
        let look = async || card.entries().await;
        let first = (id, "delivered".to_owned());
        until("the last link", look, |entries| entries.first() == Some(&first)).await?;
        Ok(())
    })
    .await
}

/// On the page's own origin, all that tells them apart is the date.
#[tokio::test]
async fn a_worker_does_not_speak_for_an_endpoint_of_its_own_origin() -> Result<()> {
    on_stage(with_worker().expect("405"), async |stage| {
        let card = stage.open_card().await?;
        let mut campaign = open_campaign();
        let here = stage.site.origin();
        campaign["questionnaire"]["page"] = json!(format!("{here}/form"));
        campaign["questionnaire"]["endpoint"]["address"] = json!(format!("{here}/form"));
        card.script::<()>(&format!("element.campaign = {campaign};")).await?;
        register(stage).await?;
        for what in ["page", "json", "empty"] {
            tell(stage, what).await?;
            let id = hand_in(&card).await?;
            wait_for_words(&card, &id, OFFLINE).await?;
            card.press_of(&id, "remove-link").await?;
        }
        // The site takes no links, and says so itself.
        tell(stage, "network").await?;
        let id = hand_in(&card).await?;
        card.wait_for_sentence(&id, "问卷未接受（405）。请打开问卷手动提交。").await
    })
    .await
}
