//! Examines the endpoint of a campaign file: asks it what a browser would ask, and says
//! what is wrong with it, and which line of which server's settings mends that.

mod campaign;
mod cors;
mod cures;
mod exchange;

use std::fmt;

use anyhow::Result;
use campaign_widget::campaign::{Credentials, Encoding, Endpoint, Platform};
use campaign_widget::link::Post;
use campaign_widget::outbox::{Answer, Entry, Outbox, RetryAfter, State, request};
use chrono::{DateTime, Utc};

pub use campaign::{Campaign, read};
pub use exchange::Reply;

use cors::Refusal;
use exchange::{Message, Wire};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It is as it should be.
    Sound(String),
    /// Something to know, or to do by hand.
    Note(String),
    /// It is wrong.
    Ill {
        /// What is wrong, and what readers meet because of that.
        what: String,
        /// What mends it.
        cure: String,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Sound(what) => write!(f, "  ok  {what}"),
            Finding::Note(what) => write!(f, "  --  {what}"),
            Finding::Ill { what, cure } => {
                write!(f, "WRONG {what}\n      To mend it: {}", cure.replace('\n', "\n      "))
            }
        }
    }
}

/// Whom to examine, and how.
pub struct Examination<'c> {
    /// The campaign.
    pub campaign: &'c Campaign,
    /// The origin of the page that will have the card.
    pub page: &'c str,
    /// Whether links to a test post are handed in.
    pub sends: bool,
}

/// The first post of X, which is in no campaign's window: nobody wins by it.
const TEST_POST: u64 = 20;

/// Keys of the doctor's own, so that a second examination adds nothing to a server that
/// knows them.
const KEY: &str = "d0c70000-0000-4000-8000-000000000001";
const OTHER_KEY: &str = "d0c70000-0000-4000-8000-000000000002";

impl Examination<'_> {
    /// Asks the endpoint, and tells each finding as it comes.
    ///
    /// # Errors
    ///
    /// When the request cannot be made at all.
    pub fn run(&self, tell: &mut dyn FnMut(Finding)) -> Result<()> {
        let Some(endpoint) = &self.campaign.endpoint else {
            tell(Finding::Note(
                "There is no `questionnaire.endpoint`: the card copies the link and opens the \
                 form. Nothing to examine."
                    .into(),
            ));
            return Ok(());
        };
        let wire = Wire::new();
        let entry = entry(KEY)?;
        if endpoint.is_asked_first() {
            let asked = self.message(endpoint, &entry)?;
            let reply = match wire.preflight(&asked) {
                Ok(reply) => reply,
                Err(error) => {
                    tell(unreachable(&asked.address, &error));
                    return Ok(());
                }
            };
            let refusals = cors::of_preflight(&asked, &reply);
            if refusals.is_empty() {
                tell(Finding::Sound(
                    "The preflight lets the page in, with the method and the headers.".into(),
                ));
            }
            let is_ill = !refusals.is_empty();
            refusals.iter().for_each(|refusal| tell(self.ill(endpoint, refusal, &reply)));
            if is_ill {
                return Ok(());
            }
        } else {
            tell(Finding::Note(
                "A simple request: browsers send it without asking first. Whether the page may \
                 read the answer, only a link shows."
                    .into(),
            ));
        }
        if !self.sends {
            tell(Finding::Note(format!(
                "Nothing was handed in. With --send, the doctor hands in the link to post \
                 {TEST_POST} of X three times, as readers would whose answer got lost."
            )));
            return Ok(());
        }
        self.hand_in(endpoint, &wire, tell)
    }

    /// Hands in a test link, the same again, and the same post under another key.
    fn hand_in(
        &self,
        endpoint: &Endpoint,
        wire: &Wire,
        tell: &mut dyn FnMut(Finding),
    ) -> Result<()> {
        for (what, key) in
            [("The link", KEY), ("The same again", KEY), ("The post under another key", OTHER_KEY)]
        {
            let sent = self.message(endpoint, &entry(key)?)?;
            let reply = match wire.send(&sent) {
                Ok(reply) => reply,
                Err(error) => {
                    tell(unreachable(&sent.address, &error));
                    return Ok(());
                }
            };
            let refusals = cors::of_answer(&sent, &reply);
            if !refusals.is_empty() {
                refusals.iter().for_each(|refusal| tell(self.ill(endpoint, refusal, &reply)));
                return Ok(());
            }
            tell(judged(what, endpoint, &reply));
        }
        tell(Finding::Note(format!(
            "Look into the table: there should be one row for post {TEST_POST}, or two where \
             each key counts. Delete them. The keys are {KEY} and {OTHER_KEY}."
        )));
        Ok(())
    }

    fn message(&self, endpoint: &Endpoint, entry: &Entry) -> Result<Message> {
        let made = request(entry, &self.campaign.id, endpoint);
        let mut headers = vec![("accept".to_owned(), "application/json".to_owned())];
        headers.push(("content-type".to_owned(), endpoint.encoding.media_type().to_owned()));
        headers.extend(made.headers.iter().cloned());
        let body = match endpoint.encoding {
            Encoding::Json | Encoding::Text => serde_json::to_string(&made.body)?,
            Encoding::Form => serde_urlencoded::to_string(made.fields())?,
        };
        Ok(Message {
            address: made.address,
            origin: self.page.to_owned(),
            method: endpoint.method.name(),
            with_credentials: endpoint.credentials == Credentials::Include,
            headers,
            body,
        })
    }

    fn ill(&self, endpoint: &Endpoint, refusal: &Refusal, reply: &Reply) -> Finding {
        let cure = cures::cure(endpoint, self.page, refusal, reply);
        Finding::Ill { what: refusal.to_string(), cure }
    }
}

fn entry(key: &str) -> Result<Entry> {
    let post = Post { platform: Platform::X, handle: None, id: TEST_POST };
    let mut outbox = Outbox::default();
    let added = outbox.add(&post, key.to_owned(), Utc::now());
    let added = added.ok().and_then(|key| outbox.get(&key).cloned());
    added.ok_or_else(|| anyhow::anyhow!("a fresh outbox takes a post"))
}

fn unreachable(address: &str, error: &str) -> Finding {
    Finding::Ill {
        what: format!("{address} cannot be reached: {error}. Readers see \"no connection\"."),
        cure: "check the address, the server's certificate, and that the server runs.".into(),
    }
}

/// What becomes of a link after such an answer.
fn judged(what: &str, endpoint: &Endpoint, reply: &Reply) -> Finding {
    let http_date = |text: &str| {
        DateTime::parse_from_rfc2822(text).ok().map(|date: DateTime<_>| date.with_timezone(&Utc))
    };
    let retry_after = reply.header("retry-after").and_then(|it| RetryAfter::read(it, http_date));
    let answer = Answer::read(
        campaign_widget::outbox::Response {
            code: reply.status,
            content_type: reply.header("content-type").unwrap_or_default().to_owned(),
            text: reply.body.clone(),
            is_whole: true,
            is_redirected: reply.is_redirected,
            retry_after,
        },
        &endpoint.answers,
        &|text| serde_json::from_str(text).ok(),
    );
    let said = format!("{what} is answered {} {}", reply.status, reply.start_of_body());
    let ill = |on_the_card: &str| Finding::Ill {
        what: format!("{said}; the card says: {on_the_card}."),
        cure: rule_for(reply),
    };
    match answer.meaning().0 {
        State::Delivered => Finding::Sound(format!("{said}: delivered.")),
        State::Refused => ill("refused, with the way to the form"),
        State::Waiting => ill("waits, and tries again for days"),
        _ => ill("not confirmed, look into the form"),
    }
}

/// The line of the campaign file that gives this answer its meaning.
fn rule_for(reply: &Reply) -> String {
    format!(
        "if that means that the link is there, let the server say 2xx or \
         {{\"status\": \"already-received\"}}, or say so in the campaign file:\n\
         \"answers\": [{{ \"status\": {}, \"says\": \"a part of it\", \"means\": \
         \"already-received\" }}]",
        reply.status
    )
}
