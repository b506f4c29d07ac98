//! What the card says of each thing that it can say something of.

use campaign_widget::campaign::{Milestone, Minimum, Phase, Unit};
use campaign_widget::language::{Feedback, Language, Midnight, ThisYear, zone};
use campaign_widget::notebook::ShareTarget;
use campaign_widget::outbox::{Cause, State};
use chrono::{DateTime, FixedOffset, Utc};

use super::found::{say_entries, say_rules, say_troubles, say_verdicts};

pub const TAG: &str = "#7 8#";

pub fn east(hours: i32) -> FixedOffset {
    FixedOffset::east_opt(hours * 3600).unwrap()
}

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_751_900_000, 0).unwrap()
}

/// A reader in UTC+1.
fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&east(1))
}

/// A text with what it was given to say.
pub struct Said {
    /// What it is about, alike in all languages.
    pub name: String,
    /// How it reads.
    pub text: String,
    /// What must stand in it.
    pub given: Vec<String>,
}

/// What was said so far.
pub struct All(Vec<Said>);

impl All {
    pub fn say(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.say_of(name, text, &[]);
    }

    pub fn say_of(&mut self, name: impl Into<String>, text: impl Into<String>, given: &[&str]) {
        let given = given.iter().map(|&given| given.to_owned()).collect();
        self.0.push(Said { name: name.into(), text: text.into(), given });
    }
}

/// Everything in one language.
pub fn all(it: &Language) -> Vec<Said> {
    let mut all = All(Vec::new());
    for unit in it.units() {
        all.say("unit", unit);
    }
    for phase in [Phase::Before, Phase::Open, Phase::Closed] {
        all.say(format!("{phase:?}"), it.phase(phase));
    }
    for milestone in [
        Milestone::Before,
        Milestone::Open,
        Milestone::Day,
        Milestone::Hour,
        Milestone::TenMinutes,
        Milestone::Minute,
        Milestone::Closed,
    ] {
        all.say(format!("{milestone:?}"), it.milestone(milestone));
    }
    let moment = |year| it.moment_of(local(now()), Midnight::StartsDay, ThisYear(year));
    all.say_of("moment", moment(2025), &["7", "15:53"]);
    all.say_of("moment of another year", moment(2024), &["2025", "15:53"]);
    for (minutes, given) in [(1, ["1"]), (59, ["59"]), (180, ["3"])] {
        let end = local(now() + chrono::TimeDelta::minutes(minutes));
        let words = it.end_in_words(end, local(now())).expect("less than a day");
        all.say_of(format!("{minutes} minutes left"), words, &[given[0], "UTC+1"]);
    }
    all.say_of("follow", it.follow("@7"), &["@7"]);
    say_troubles(&mut all, it);
    for unit in [Unit::Characters, Unit::Words] {
        all.say(format!("what counts, {unit:?}"), it.what_counts(unit));
        let minimum = Minimum { count: 20, unit };
        all.say_of("nothing is missing", it.count(31, minimum), &["31"]);
        all.say_of("something is missing", it.count(13, minimum), &["13", "7"]);
        say_rules(&mut all, |verdict| it.rule(verdict, minimum, TAG));
    }
    all.say_of("x_count", it.x_count(21), &["21", "280"]);
    all.say("x_links none", it.x_links(&[]));
    all.say_of("x_links one", it.x_links(&["7"]), &["7"]);
    all.say_of("x_links eight", it.x_links(&["9", "1", "1", "1", "1", "1", "1", "1"]), &["9", "7"]);
    all.say_of("more", it.and_more(7), &["7"]);
    all.say_of("remove", it.remove_tag(TAG), &[TAG]);
    all.say_of("insert_tag", it.insert_tag(TAG), &[TAG]);
    for way in [ShareTarget::Copy, ShareTarget::Compose, ShareTarget::X, ShareTarget::Sheet] {
        all.say(format!("shared, {way:?}"), it.shared(way));
        all.say(format!("draft, {way:?}"), it.draft_state(Some(way)));
    }
    all.say("draft", it.draft_state(None));
    all.say_of("shared_failing", it.shared_failing("7"), &["7"]);
    all.say_of("fails_before_sharing", it.fails_before_sharing("7"), &["7"]);
    all.say_of("drafts", it.drafts(7), &["7"]);
    say_verdicts(&mut all, |reading| it.verdict(reading, east(8), &local));
    for (feedback, given) in [
        (Feedback::NothingThere, [].as_slice()),
        (Feedback::NoneAccepted, &[]),
        (Feedback::TooSoon, &[]),
        (Feedback::TooLate, &[]),
        (Feedback::Preview, &[]),
        (Feedback::PreviewChecked(None), &[]),
        (Feedback::PreviewChecked(Some(Cause::Offline)), &[]),
        (Feedback::PreviewChecked(Some(Cause::Blocked)), &[]),
        (Feedback::Added(1), &[]),
        (Feedback::Added(7), &["7"]),
        (Feedback::AlreadyThere, &[]),
        (Feedback::Copied, &[]),
        (Feedback::LinkCopied, &[]),
        (Feedback::NotCopied, &[]),
    ] {
        all.say_of(format!("{feedback:?}"), it.feedback(feedback), given);
    }
    say_entries(&mut all, |entry| it.entry(entry, now(), &local));
    all.say_of("delivered", it.delivered(7), &["7"]);
    all.say_of("progress", it.progress(7, 9), &["7", "9"]);
    for (index, column) in it.columns(east(8)).into_iter().enumerate() {
        let given = match index {
            1 | 2 | 4 => ["UTC+8"].as_slice(),
            _ => &[],
        };
        all.say_of(format!("column {index}"), column, given);
    }
    for state in [
        State::Queued,
        State::Sending,
        State::Waiting,
        State::Delivered,
        State::Unconfirmed,
        State::Refused,
        State::Manual,
    ] {
        all.say(format!("state {state:?}"), it.state(state));
    }
    assert_eq!(zone(east(8)), "UTC+8");
    all.0
}
