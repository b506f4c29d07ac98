//! The sentences that say what was found: wrong, missing, read and answered.

use campaign_widget::campaign::{Flaw, Platform, Problem, Trouble};
use campaign_widget::draft::{
    Doubt, Finding, NearMiss, OtherTag, Rule, Slip, State as RuleState, Verdict,
};
use campaign_widget::json::Kind;
use campaign_widget::language::Language;
use campaign_widget::link::{Post, Refusal};
use campaign_widget::outbox::{Cause, Entry, State};
use campaign_widget::time::MomentError;
use chrono::{DateTime, TimeDelta};

use super::all::{All, TAG, now};

pub fn say_troubles(all: &mut All, it: &Language) {
    let problem = || Problem { path: "7".into(), flaw: Flaw::Missing };
    for (one, given) in [
        (Trouble::NoSource, ["<campaign-widget>"].as_slice()),
        (Trouble::Unreachable { src: "/7".into() }, &["/7"]),
        (Trouble::Status { src: "/7".into(), code: 404 }, &["/7", "404"]),
        (Trouble::Undecodable { src: "/7".into() }, &["/7"]),
        (Trouble::NotAMoment { attribute: "preview-at" }, &["preview-at"]),
        (Trouble::NotJson { words: "7 8".into() }, &["7 8"]),
        (Trouble::Invalid { problems: vec![problem()], endpoint: None }, &[]),
        (
            Trouble::Invalid { problems: (0..7).map(|_| problem()).collect(), endpoint: None },
            &["7"],
        ),
    ] {
        all.say_of(format!("{one:?}"), it.trouble(&one), given);
    }
    for kind in [Kind::Null, Kind::Bool, Kind::Number, Kind::Text, Kind::List, Kind::Object] {
        let expected = if kind == Kind::Null { Kind::Bool } else { Kind::Null };
        let one = Flaw::WrongKind { expected, found: kind };
        all.say(format!("{one:?}"), it.flaw(&one));
    }
    for (one, given) in [
        (Flaw::Missing, [].as_slice()),
        (Flaw::Unknown { nearest: None }, &[]),
        (Flaw::Unknown { nearest: Some("7") }, &["7"]),
        (Flaw::NotOneOf { allowed: &["7", "8"], nearest: None }, &["7", "8"]),
        (Flaw::NotOneOf { allowed: &["7", "8"], nearest: Some("8") }, &["7", "8"]),
        (Flaw::Empty, &[]),
        (Flaw::NotACount, &["1"]),
        (Flaw::NotAnAddress, &["https://"]),
        (Flaw::NotAMoment(MomentError::Shape), &["2025-07-09T24:00:00+08:00"]),
        (Flaw::NotAMoment(MomentError::NoOffset), &["+08:00"]),
        (Flaw::NotAMoment(MomentError::NoSuchTime), &[]),
        (Flaw::EndsBeforeItStarts, &[]),
        (Flaw::UntilBeforeEnd, &[]),
        (Flaw::NotAnId, &["64"]),
        (Flaw::NotATag, &["#"]),
        (Flaw::NotALanguage, &["zh-CN"]),
        (Flaw::NotAPlaceholder { name: "id".into() }, &["{id}", "{link}", "{postedAt}"]),
        (Flaw::NoPost, &["{link}"]),
        (Flaw::NoKey, &["{key}", "{postId}"]),
        (Flaw::NotAHeader, &["ASCII"]),
        (Flaw::NotAStatus, &["200", "599"]),
        (Flaw::Repeated, &[]),
        (Flaw::Garbled, &[]),
    ] {
        let given: Vec<&str> = given.to_vec();
        all.say_of(format!("{one:?}"), it.flaw(&one), &given);
    }
}

pub fn say_rules(all: &mut All, rule: impl Fn(&Verdict) -> String) {
    let miss = |slip| Finding::NearMisses(vec![NearMiss { range: 0..1, slips: vec![slip] }]);
    let others = |digits, close| {
        Finding::OtherTags(vec![OtherTag { range: 0..1, text: "#9".into(), digits, close }])
    };
    let over = |over| Finding::XLength { weight: 280 + over, limit: 280, over };
    for (of, state, finding, given) in [
        (Rule::Tag, RuleState::Pass, Finding::TagPresent, [TAG].as_slice()),
        (Rule::Tag, RuleState::Fail, Finding::TagMissing, &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::Sign), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::WhiteSpace), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::LetterCase), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::ClosingSign), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::ZeroWidth), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::Width), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::Punctuation), &[TAG]),
        (Rule::Tag, RuleState::Fail, miss(Slip::ForeignText), &[TAG]),
        (Rule::Length, RuleState::Pass, Finding::Length { count: 20, missing: 0 }, &["20"]),
        (Rule::Length, RuleState::Fail, Finding::Length { count: 13, missing: 7 }, &["20", "7"]),
        (Rule::OnlyTag, RuleState::Pass, Finding::OtherTags(Vec::new()), &[]),
        (Rule::OnlyTag, RuleState::Fail, others(false, false), &[]),
        (Rule::OnlyTag, RuleState::Advice, others(true, false), &[]),
        (Rule::OnlyTag, RuleState::Advice, others(false, true), &[]),
        (Rule::XLength, RuleState::Pass, over(0), &[]),
        (Rule::XLength, RuleState::Advice, over(7), &["7", "280"]),
        (Rule::Original, RuleState::Advice, Finding::Doubtful(Doubt::Filler), &[]),
        (Rule::Original, RuleState::Advice, Finding::Doubtful(Doubt::HardlyText), &[]),
        (Rule::Original, RuleState::Advice, Finding::Doubtful(Doubt::Announcement), &[]),
        (Rule::Original, RuleState::Advice, Finding::Doubtful(Doubt::EarlierPost), &[]),
    ] {
        let verdict = Verdict { rule: of, state, finding };
        all.say_of(format!("{verdict:?}"), rule(&verdict), given);
    }
}

pub fn say_verdicts(all: &mut All, verdict: impl Fn(&Result<Post, Refusal>) -> String) {
    let post = |platform, id| Ok(Post { platform, handle: None, id });
    // Both times: that of the campaign, and the reader's.
    let times = ["18:50:18", "UTC+8", "11:50:18", "UTC+1"];
    let posted_at = DateTime::from_timestamp_millis(1_751_367_018_114).unwrap();
    for (reading, given) in [
        (post(Platform::X, 1_940_000_000_000_000_000), times.as_slice()),
        (post(Platform::Gate, 7), &[]),
        (Err(Refusal::NotALink), &[]),
        (Err(Refusal::OtherSite), &[]),
        (Err(Refusal::LookAlike), &[]),
        (Err(Refusal::Profile), &[]),
        (Err(Refusal::List), &[]),
        (Err(Refusal::Space), &[]),
        (Err(Refusal::Community), &[]),
        (Err(Refusal::ShortLink), &[]),
        (Err(Refusal::Picture), &[]),
        (Err(Refusal::Intent), &[]),
        (Err(Refusal::Search), &[]),
        (Err(Refusal::OtherPage), &[]),
        (Err(Refusal::BadId), &[]),
        (Err(Refusal::BadHandle), &[]),
        (Err(Refusal::NotAccepted(Platform::Gate)), &[]),
        (Err(Refusal::TooOldToTell), &[]),
        (Err(Refusal::TooEarly { posted_at }), &times),
        (Err(Refusal::TooLate { posted_at }), &times),
    ] {
        all.say_of(format!("{reading:?}"), verdict(&reading), given);
    }
}

pub fn say_entries(all: &mut All, sentence: impl Fn(&Entry) -> String) {
    let entry = |state| Entry {
        key: String::new(),
        link: String::new(),
        post_id: String::new(),
        posted_at: None,
        added_at: now(),
        state,
        attempts: 1,
        next_attempt_at: None,
        settled_at: Some(now()),
        cause: None,
        status: None,
        message: None,
        removed_at: None,
        conflict_since: None,
    };
    for (state, given) in [
        (State::Queued, [].as_slice()),
        (State::Sending, &[]),
        (State::Delivered, &["15:53"]),
        (State::Unconfirmed, &[]),
        (State::Refused, &[]),
        (State::Manual, &["15:53"]),
    ] {
        all.say_of(format!("entry {state:?}"), sentence(&entry(state)), given);
    }
    for cause in [
        Cause::Offline,
        Cause::Timeout,
        Cause::Interrupted,
        Cause::Worker,
        Cause::Blocked,
        Cause::Status,
    ] {
        for (seconds, given) in [(0, [].as_slice()), (7, &["7"]), (420, &["7"])] {
            let next_attempt_at = Some(now() + TimeDelta::seconds(seconds));
            let waiting = Entry { cause: Some(cause), next_attempt_at, ..entry(State::Waiting) };
            all.say_of(format!("{cause:?}, {seconds} s"), sentence(&waiting), given);
        }
    }
    let conflict = Entry { status: Some(409), ..entry(State::Waiting) };
    all.say("an earlier attempt", sentence(&conflict));
    let message = Some("7 8".to_owned());
    let unsure = Entry { message: message.clone(), ..entry(State::Unconfirmed) };
    all.say_of("unconfirmed, with words", sentence(&unsure), &["7 8"]);
    let told = Entry { message, status: Some(422), ..entry(State::Refused) };
    all.say_of("refused, with words", sentence(&told), &["7 8"]);
    let silent = Entry { status: Some(422), ..entry(State::Refused) };
    all.say_of("refused, with a status", sentence(&silent), &["422"]);
}
