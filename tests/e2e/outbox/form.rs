//! The last resort: the person takes the link to the form.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use tokio::time::sleep;
use xtask::site::questionnaire::{Fault, Reply};

use super::{WORDS, hand_in_all, recent_posts, wait};
use crate::delivery::{assert_states, hand_in, open, received};
use crate::harness::on_stage;
use crate::links::link;
use crate::setup::{QUESTIONNAIRE, Setup, open_campaign};
use crate::share::STAY;
use crate::wait::{HELD, until};

/// Longer than a link waits that is asked to wait for five seconds: half as long
/// again.
const A_WHILE: Duration = Duration::from_secs(8);

/// What is said once the link is on the clipboard and the form is open.
const COPIED: &str = "链接已复制，请粘贴到问卷提交。问卷没打开？请点“打开问卷”。";

const NOT_COPIED: &str = "浏览器不允许复制，请手动复制链接。";

/// A card of a campaign that has a form and no endpoint.
fn without_endpoint() -> Setup {
    let campaign = without_its_endpoint();
    Setup::new().campaign(&campaign).card("src=\"/campaign.json\" lang=\"zh-CN\"")
}

fn without_its_endpoint() -> Value {
    let mut campaign = open_campaign();
    if let Some(asks) = campaign["questionnaire"].as_object_mut() {
        asks.remove("endpoint");
    }
    campaign
}

#[tokio::test]
async fn one_press_copies_the_link_and_opens_the_form() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        stage.allow_clipboard(true).await?;
        stage.questionnaire.faults().push(wait(120));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        let own = stage.browser.window().await?;
        let form = stage.opened_by(async || card.press_of(&id, "by-hand").await).await?;
        stage.go_to(&form).await?;
        let address = async || Ok(stage.browser.current_url().await?.to_string());
        let url = stage.questionnaire.url("6854");
        until("the form", address, |address| *address == url).await?;
        // The form cannot reach back.
        assert!(stage.script::<bool>("return opener === null;").await?);

        stage.browser.close_window().await?;
        stage.go_to(&own).await?;
        stage.wait_for_clipboard(&link(&id)).await?;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        card.wait_for_note(&id, COPIED).await?;
        assert_eq!(card.part("received").await?.text, "", "it is not the same as delivered");
        assert_states(stage, &id, &["sending", "waiting", "manual"]).await
    })
    .await
}

/// Who is told to paste the link into the form hands it in twice.
#[tokio::test]
async fn what_a_press_did_is_not_told_of_a_link_that_has_gone_on() -> Result<()> {
    on_stage(open().before_load(STAY).expect("429"), async |stage| {
        stage.allow_clipboard(true).await?;
        stage.questionnaire.faults().push(wait(120));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        card.press_of(&id, "by-hand").await?;
        card.wait_for_note(&id, COPIED).await?;
        card.press_of(&id, "retry").await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        card.wait_for_note(&id, "").await
    })
    .await
}

#[tokio::test]
async fn what_a_person_took_over_is_not_sent_as_well() -> Result<()> {
    on_stage(open().before_load(STAY).expect("429"), async |stage| {
        stage.allow_clipboard(true).await?;
        stage.questionnaire.faults().push(wait(5));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        card.press_of(&id, "by-hand").await?;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        assert_eq!(stage.opened().await?, stage.questionnaire.url("6854"));

        // The endpoint is well again, and everything calls for an attempt.
        stage.script::<()>("dispatchEvent(new Event('online'));").await?;
        sleep(A_WHILE).await;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        let card = stage.reload().await?;
        sleep(Duration::from_secs(1)).await;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        assert_eq!(received(stage)?, []);
        Ok(())
    })
    .await
}

/// A press can come just when the next attempt has begun.
#[tokio::test]
async fn an_answer_that_was_under_way_still_counts() -> Result<()> {
    on_stage(open().before_load(STAY), async |stage| {
        stage.questionnaire.faults().push(Fault::Delay(HELD));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "sending")]).await?;
        let press = "element.shadowRoot.querySelector('[part=by-hand]').click();";
        card.script::<()>(press).await?;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        card.wait_for_entries(&[(&id, "delivered")]).await?;
        assert_eq!(received(stage)?, [(link(&id), "json".into())]);
        Ok(())
    })
    .await
}

/// A refusal to that attempt is not news to who has the form open.
#[tokio::test]
async fn a_refusal_that_was_under_way_does_not_count() -> Result<()> {
    on_stage(open().before_load(STAY).expect("422"), async |stage| {
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        let refusal = Fault::Answer(Reply::status(422).message(WORDS));
        stage.questionnaire.faults().push_for(&ids[1], refusal);
        // The link is taken over at the very moment at which it is sent.
        let at_once = "const send = fetch;
            globalThis.fetch = (...what) => {
                const answer = send(...what);
                setTimeout(() =>
                    element.shadowRoot.querySelector('[part=by-hand]').click());
                globalThis.fetch = send;
                return answer;
            };";
        card.script::<()>(at_once).await?;
        hand_in_all(&card, &ids[1..]).await?;
        card.wait_for_entries(&[(&ids[1], "manual")]).await?;
        // What is delivered after that has been waiting for the answer.
        hand_in_all(&card, &ids[..1]).await?;
        card.wait_for_entries(&[(&ids[0], "delivered"), (&ids[1], "manual")]).await
    })
    .await
}

#[tokio::test]
async fn a_link_that_could_not_be_copied_is_on_the_list_to_copy() -> Result<()> {
    let refusing = "document.execCommand = () => false;";
    on_stage(open().before_load(STAY).before_load(refusing).expect("429"), async |stage| {
        stage.allow_clipboard(false).await?;
        stage.questionnaire.faults().push(wait(120));
        let card = stage.open_card().await?;
        // The harness pastes by a command of the browser, too.
        let id = recent_posts(1).remove(0);
        card.script::<()>("element.shadowRoot.querySelector('[part=link]').focus();").await?;
        card.keys(link(&id)).await?;
        card.press("submit-link").await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        card.press_of(&id, "by-hand").await?;
        assert_eq!(stage.opened().await?, stage.questionnaire.url("6854"));
        card.wait_for_note(&id, NOT_COPIED).await?;
        card.wait_for_entries(&[(&id, "manual")]).await?;
        let addresses = "return [...element.shadowRoot.querySelectorAll('[part~=entry] a')]
            .filter(({ innerText }) => innerText.startsWith('x.com/'))
            .map(({ href }) => href);";
        assert_eq!(card.script::<Vec<String>>(addresses).await?, [link(&id)]);
        // Removed, it has nothing to say; then it is tried and said once more.
        card.press_of(&id, "remove-link").await?;
        card.wait_for_note(&id, "").await?;
        card.press_of(&id, "undo-remove").await?;
        card.press_of(&id, "copy-link").await?;
        card.wait_for_note(&id, NOT_COPIED).await
    })
    .await
}

#[tokio::test]
async fn without_an_endpoint_the_person_has_taken_every_link_over() -> Result<()> {
    on_stage(without_endpoint(), async |stage| {
        stage.allow_clipboard(true).await?;
        let card = stage.open_card().await?;
        let ids = recent_posts(2);
        hand_in_all(&card, &ids).await?;
        assert_eq!(stage.opened().await?, stage.questionnaire.url("6854"));
        stage.wait_for_clipboard(&format!("{}\n{}", link(&ids[0]), link(&ids[1]))).await?;
        card.wait_for_text(COPIED).await?;

        let wanted = [(ids[0].as_str(), "manual"), (ids[1].as_str(), "manual")];
        card.wait_for_entries(&wanted).await?;
        for id in &ids {
            assert_eq!(card.offers(id).await?, ["by-hand", "copy-link", "remove-link"]);
        }
        let told = ids.iter().map(|id| json!({ "postId": id, "state": "manual" }));
        let mut told = told.collect::<Vec<_>>();
        stage.wait_for_events("campaign-link", &told).await?;
        let card = stage.reload().await?;
        card.wait_for_entries(&wanted).await?;
        assert_eq!(card.offers(&ids[0]).await?, ["by-hand", "copy-link", "remove-link"]);
        assert_eq!(received(stage)?, []);

        // Once more is no mistake: the form has to be filled in, after all.
        hand_in_all(&card, &ids[..1]).await?;
        assert_eq!(stage.opened().await?, stage.questionnaire.url("6854"));
        stage.wait_for_clipboard(&link(&ids[0])).await?;
        card.wait_for_entries(&wanted).await?;
        told.truncate(1);
        stage.wait_for_events("campaign-link", &told).await?;

        // And where nothing can be copied, the form opens all the same.
        stage.allow_clipboard(false).await?;
        card.paste_link(&link(&ids[1])).await?;
        card.wait_for_verdicts(&[&ids[1]]).await?;
        stage.script::<()>("document.execCommand = () => false;").await?;
        card.press("submit-link").await?;
        assert_eq!(stage.opened().await?, stage.questionnaire.url("6854"));
        card.wait_for_text(NOT_COPIED).await?;
        card.wait_for_entries(&wanted).await
    })
    .await
}

/// A campaign file may lose its endpoint while links are out.
#[tokio::test]
async fn a_link_whose_endpoint_is_gone_is_told_as_expired() -> Result<()> {
    on_stage(open().expect("429"), async |stage| {
        stage.questionnaire.faults().push(wait(5));
        let card = stage.open_card().await?;
        let id = hand_in(&card).await?;
        card.wait_for_entries(&[(&id, "waiting")]).await?;
        let campaign = without_its_endpoint()
            .to_string()
            .replace(QUESTIONNAIRE, &stage.questionnaire.origin());
        card.script::<()>(&format!("element.campaign = {campaign};")).await?;
        sleep(A_WHILE).await;
        card.wait_for_number("entry", 1).await?;
        card.wait_for_sentence(&id, "未能送达，已停止重试。请打开问卷手动提交。").await?;
        assert_eq!(card.offers(&id).await?, ["by-hand", "copy-link", "remove-link"]);
        assert_eq!(received(stage)?, []);
        Ok(())
    })
    .await
}
