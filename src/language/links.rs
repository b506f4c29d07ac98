//! Handing in the link.

use chrono::{DateTime, FixedOffset, Utc};

use super::dates::{until, zone};
use super::{Language, Local};
use crate::link::{Post, Refusal};
use crate::outbox::{Cause, Entry, State};

impl Language {
    /// Whether a pasted link can be submitted. The offset is the campaign's.
    pub fn verdict(
        &self,
        verdict: &Result<Post, Refusal>,
        offset: FixedOffset,
        local: Local<'_>,
    ) -> String {
        let in_both_zones = |at| self.in_both_zones(at, offset, local);
        let refusal = match verdict {
            Ok(post) => {
                return match post.posted_at() {
                    Some(at) => self.link_ready_posted(&in_both_zones(at)),
                    None => self.link_ready().into(),
                };
            }
            Err(refusal) => refusal,
        };
        match refusal {
            Refusal::NotALink => self.refusal_not_a_link(),
            Refusal::OtherSite => self.refusal_other_site(),
            Refusal::LookAlike => self.refusal_look_alike(),
            Refusal::Profile => self.refusal_profile(),
            Refusal::List => self.refusal_list(),
            Refusal::Space => self.refusal_space(),
            Refusal::Community => self.refusal_community(),
            Refusal::ShortLink => self.refusal_short_link(),
            Refusal::Picture => self.refusal_picture(),
            Refusal::Intent => self.refusal_intent(),
            Refusal::Search => self.refusal_search(),
            Refusal::OtherPage => self.refusal_other_page(),
            Refusal::BadId => self.refusal_bad_id(),
            Refusal::BadHandle => self.refusal_bad_handle(),
            Refusal::NotAccepted(_) => self.refusal_not_accepted(),
            Refusal::TooOldToTell => self.refusal_too_old(),
            Refusal::TooEarly { posted_at } => {
                return self.refusal_too_early(&in_both_zones(*posted_at));
            }
            Refusal::TooLate { posted_at } => {
                return self.refusal_too_late(&in_both_zones(*posted_at));
            }
        }
        .into()
    }

    /// The status of an entry, and what happens next. The instant is now.
    pub fn entry(&self, entry: &Entry, now: DateTime<Utc>, local: Local<'_>) -> String {
        let settled = || {
            let at = entry.settled_at.map(|at| self.past(local(at), local(now)));
            at.unwrap_or_default()
        };
        let words = entry.message.as_deref();
        match entry.state {
            State::Queued => self.entry_queued().into(),
            State::Sending => self.entry_sending().into(),
            State::Delivered => self.entry_delivered(&settled()),
            State::Waiting => {
                let why = self.reason(entry);
                match until(entry.next_attempt_at, now) {
                    (0, 0) => self.retrying(why),
                    (0, seconds) => self.retrying_in_seconds(why, seconds),
                    (minutes, _) => self.retrying_in_minutes(why, minutes),
                }
            }
            State::Unconfirmed => match words {
                Some(words) => self.entry_unconfirmed_words(words),
                None => self.entry_unconfirmed().into(),
            },
            State::Refused => match (words, entry.status) {
                (Some(words), _) => self.entry_refused_words(words),
                (None, Some(status @ 300..)) => self.entry_refused_status(&status.to_string()),
                (None, _) => self.entry_refused().into(),
            },
            State::Manual => self.entry_manual(&settled()),
        }
    }

    /// The CSV columns: link, time posted, time submitted, status and its time, the
    /// form's answer, idempotency key. The times are in this offset.
    pub fn columns(&self, offset: FixedOffset) -> [String; 7] {
        let timed = |name| self.column_in_zone(name, &zone(offset));
        [
            self.column_link().into(),
            timed(self.column_posted()),
            timed(self.column_submitted()),
            self.column_status().into(),
            timed(self.column_since()),
            self.column_answer().into(),
            self.column_key().into(),
        ]
    }

    /// A status in the CSV.
    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::Queued => self.state_queued(),
            State::Sending => self.state_sending(),
            State::Waiting => self.state_waiting(),
            State::Delivered => self.state_delivered(),
            State::Unconfirmed => self.state_unconfirmed(),
            State::Refused => self.state_refused(),
            State::Manual => self.state_manual(),
        }
    }

    /// That an entry waits to be sent again.
    pub fn waits(&self, entry: &Entry) -> String {
        self.retrying(self.reason(entry))
    }

    fn reason(&self, entry: &Entry) -> &'static str {
        match entry.cause {
            Some(Cause::Status) if entry.status == Some(409) => self.waiting_conflict(),
            Some(cause) => self.cause(cause),
            None => self.waiting_unavailable(),
        }
    }

    /// Why there was no answer that counts.
    pub(super) fn cause(&self, cause: Cause) -> &'static str {
        match cause {
            Cause::Offline => self.waiting_offline(),
            Cause::Timeout => self.waiting_timeout(),
            Cause::Interrupted => self.waiting_interrupted(),
            Cause::Worker => self.waiting_worker(),
            Cause::Blocked => self.waiting_blocked(),
            _ => self.waiting_unavailable(),
        }
    }
}
