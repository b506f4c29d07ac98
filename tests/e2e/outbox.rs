//! The list of what was handed in: what it tells, and what can be done about
//! each link.

mod focus;
mod form;
mod layout;
mod leaving;
mod progress;
mod removal;
mod retry;
mod sentences;
mod table;

use anyhow::Result;
use chrono::{TimeDelta, Utc};
use reqwest::header::{self, HeaderValue};
use xtask::site::questionnaire::{Fault, Reply};

use crate::card::Card;
use crate::delivery::open;
use crate::harness::Stage;
use crate::links::{link, post_id};
use crate::setup::Setup;
use crate::share::STAY;
use crate::wait::until;

/// What the form says to a link that it refuses.
const WORDS: &str = "这条帖子已经由别人提交";

/// A post for each of the states, the newest first, as the list shows them.
pub struct Seven {
    queued: String,
    sending: String,
    waiting: String,
    manual: String,
    unconfirmed: String,
    refused: String,
    delivered: String,
}

impl Seven {
    /// Hands in seven posts, each of which comes to stand elsewhere. For 15 s
    /// the list stays as it is then.
    pub async fn hand_in(stage: &Stage, card: &Card) -> Result<Seven> {
        stage.allow_clipboard(true).await?;
        let ids = recent_posts(7);
        let [queued, sending, waiting, manual, unconfirmed, refused, delivered] =
            ids.clone().try_into().map_err(|_| anyhow::anyhow!("not seven"))?;
        let faults = stage.questionnaire.faults();
        faults.push_for(&refused, Fault::Answer(Reply::status(422).message(WORDS)));
        faults.push_for(&unconfirmed, Fault::Answer(Reply::login_page()));
        faults.push_for(&manual, Fault::status(403));
        faults.push_for(&waiting, wait(120));
        faults.push_for(&sending, Fault::Hang);
        hand_in_all(card, &ids).await?;
        let seven = Seven { queued, sending, waiting, manual, unconfirmed, refused, delivered };
        seven.wait_for(card, "refused").await?;
        card.press_of(&seven.manual, "by-hand").await?;
        seven.wait_for(card, "manual").await?;
        stage.opened().await?;
        Ok(seven)
    }

    /// Where such a list can be played.
    pub fn setup() -> Setup {
        open().before_load(STAY).expect("422").expect("403").expect("429")
    }

    /// Each post and its state, the newest first.
    fn states<'s>(&'s self, of_manual: &'s str) -> [(&'s str, &'s str); 7] {
        [
            (&self.queued, "queued"),
            (&self.sending, "sending"),
            (&self.waiting, "waiting"),
            (&self.manual, of_manual),
            (&self.unconfirmed, "unconfirmed"),
            (&self.refused, "refused"),
            (&self.delivered, "delivered"),
        ]
    }

    async fn wait_for(&self, card: &Card, of_manual: &str) -> Result<()> {
        card.wait_for_entries(&self.states(of_manual)).await
    }
}

/// The ids of so many posts, one a minute, the newest first.
fn recent_posts(number: i64) -> Vec<String> {
    (1..=number).map(|ago| post_id(Utc::now() - TimeDelta::minutes(ago))).collect()
}

/// Hands in these posts together.
async fn hand_in_all(card: &Card, ids: &[String]) -> Result<()> {
    let links: Vec<String> = ids.iter().map(|id| link(id)).collect();
    card.paste_link(&links.join(" ")).await?;
    card.wait_for_number("link-verdict", ids.len()).await?;
    card.press("submit-link").await
}

/// What the list says of a link that the form refused with these words.
fn refusal(words: &str) -> String {
    format!("问卷未接受：“{words}”。请打开问卷手动提交。")
}

/// What screen readers say of the list.
async fn wait_for_heard(card: &Card, wanted: &str) -> Result<()> {
    let heard =
        "return element.shadowRoot.querySelector('.outbox [aria-live].unseen').textContent;";
    let look = async || card.script::<String>(heard).await;
    until(&format!("to hear {wanted:?}"), look, |heard| heard == wanted).await?;
    Ok(())
}

/// A server that asks to wait for so many seconds.
fn wait(seconds: u16) -> Fault {
    Fault::Answer(Reply::status(429).header(header::RETRY_AFTER, HeaderValue::from(seconds)))
}
