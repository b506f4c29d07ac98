//! Every sentence of the card in one language.

use campaign_widget::campaign::{
    Flaw, Kind, Milestone, Minimum, MomentError, Phase, Platform, Problem, Trouble, Unit,
};
use campaign_widget::draft::{
    Doubt, Finding, NearMiss, OtherTag, Rule, Slip, State as RuleState, Verdict,
};
use campaign_widget::language::{Language, Phrases, Said};
use campaign_widget::link::{Post, Refusal};
use campaign_widget::notebook::Way;
use campaign_widget::outbox::{Cause, Entry, State};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};

use super::check::Sentence;

const TAG: &str = "#7 8#";
const HOUR: i32 = 3600;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_751_900_000, 0).unwrap()
}

/// A reader in UTC+1.
fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&FixedOffset::east_opt(HOUR).unwrap())
}

/// The sentences of one language, each under its name.
struct All(Vec<Sentence>);

impl All {
    fn say(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.say_of(name, text, &[]);
    }

    fn say_of(&mut self, name: impl Into<String>, text: impl Into<String>, given: &[&str]) {
        let given = given.iter().map(|&given| given.to_owned()).collect();
        self.0.push(Sentence { name: name.into(), text: text.into(), given });
    }
}

/// Every sentence of a language. A new field of [`Phrases`] does not compile
/// here until its sentence is said, too.
pub fn all(language: Language) -> Vec<Sentence> {
    let Phrases {
        units,
        phase,
        milestone,
        window,
        your_time,
        also_your_time,
        zone,
        moment,
        preview,
        languages,
        follow,
        details,
        trouble,
        flaw,
        write,
        placeholder,
        what_counts,
        count,
        x_count,
        x_links,
        x_cuts,
        rule,
        fix,
        locate,
        more,
        remove,
        prompts,
        insert_tag,
        copy,
        open_compose,
        share_x,
        share,
        handed_over,
        handed_over_but,
        not_yet,
        not_copied,
        next_step,
        new_draft,
        clear,
        gone,
        undo,
        clash,
        drafts,
        note,
        open_draft,
        delete_draft,
        hand_in,
        link_hint,
        verdict,
        submit,
        copy_and_open,
        open_questionnaire,
        said,
        entry,
        delivered,
        progress,
        retry,
        copy_link,
        take_off,
        taken_off,
        export,
        columns,
        state,
        not_lasting,
        holds_more,
        replace,
        between_sentences,
        copied_too,
        too_long_for_x,
        doubtful,
        open_post,
        confirm,
    } = language.phrases();
    let mut all = All(Vec::new());
    for (name, text) in [
        ("window", window),
        ("your_time", your_time),
        ("also_your_time", also_your_time),
        ("preview", preview),
        ("languages", languages),
        ("details", details),
        ("write", write),
        ("placeholder", placeholder),
        ("x_cuts", x_cuts),
        ("fix", fix),
        ("locate", locate),
        ("prompts", prompts),
        ("copy", copy),
        ("open_compose", open_compose),
        ("share_x", share_x),
        ("share", share),
        ("not_copied", not_copied),
        ("next_step", next_step),
        ("new_draft", new_draft),
        ("clear", clear),
        ("gone", gone),
        ("undo", undo),
        ("clash", clash),
        ("open_draft", open_draft),
        ("delete_draft", delete_draft),
        ("hand_in", hand_in),
        ("link_hint", link_hint),
        ("submit", submit),
        ("copy_and_open", copy_and_open),
        ("open_questionnaire", open_questionnaire),
        ("retry", retry),
        ("copy_link", copy_link),
        ("take_off", take_off),
        ("taken_off", taken_off),
        ("export", export),
        ("not_lasting", not_lasting),
        ("holds_more", holds_more),
        ("replace", replace),
        ("copied_too", copied_too),
        ("too_long_for_x", too_long_for_x),
        ("doubtful", doubtful),
        ("open_post", open_post),
        ("confirm", confirm),
    ] {
        all.say(name, *text);
    }
    for (name, text) in ["days", "hours", "minutes", "seconds"].iter().zip(units) {
        all.say(*name, *text);
    }
    for one in [Phase::Before, Phase::Open, Phase::Closed] {
        all.say(format!("{one:?}"), phase(one));
    }
    for one in [
        Milestone::Before,
        Milestone::Open,
        Milestone::Day,
        Milestone::Hour,
        Milestone::TenMinutes,
        Milestone::Minute,
        Milestone::Closed,
    ] {
        all.say(format!("{one:?}"), milestone(one));
    }
    assert!(["", " "].contains(between_sentences));
    // The only sentences that are alike in all languages.
    assert_eq!((zone(8 * HOUR), x_count(21)), ("UTC+8".into(), "X 21/280".into()));
    all.say_of("moment", moment(local(now()), false, 2025), &["7", "15:53"]);
    all.say_of("moment of another year", moment(local(now()), false, 2024), &["2025", "15:53"]);
    all.say_of("follow", follow("@7"), &["@7"]);
    say_troubles(&mut all, *trouble, *flaw);
    for unit in [Unit::Characters, Unit::Words] {
        all.say(format!("what counts, {unit:?}"), what_counts(unit));
        let minimum = Minimum { count: 20, unit };
        all.say_of("nothing is missing", count(31, minimum), &["31"]);
        all.say_of("something is missing", count(13, minimum), &["13", "7"]);
        say_rules(&mut all, |verdict| rule(verdict, minimum, TAG));
    }
    all.say("x_links none", x_links(&[]));
    all.say_of("x_links one", x_links(&["7"]), &["#7"]);
    all.say_of("x_links three", x_links(&["7", "8", "9"]), &["#7"]);
    all.say_of("more", more(7), &["7"]);
    all.say_of("remove", remove(TAG), &[TAG]);
    all.say_of("insert_tag", insert_tag(TAG), &[TAG]);
    for way in [Way::Copy, Way::Compose, Way::X, Way::Sheet] {
        all.say(format!("handed over, {way:?}"), handed_over(way));
        all.say(format!("note, {way:?}"), note(Some(way)));
    }
    all.say("note, draft", note(None));
    let failures = ["7".to_owned(), "8".to_owned()];
    all.say_of("handed_over_but", handed_over_but(&failures), &["7", "8"]);
    all.say_of("not_yet", not_yet(&failures), &["7", "8"]);
    all.say_of("drafts", drafts(7), &["7"]);
    say_verdicts(&mut all, |reading| verdict(reading, 8 * HOUR, &local));
    for (one, given) in [
        (Said::NothingThere, [].as_slice()),
        (Said::NoneAccepted, &[]),
        (Said::TooSoon, &[]),
        (Said::TooLate, &[]),
        (Said::Preview, &[]),
        (Said::Added(1), &[]),
        (Said::Added(7), &["7"]),
        (Said::AlreadyThere, &[]),
        (Said::Copied, &[]),
        (Said::LinkCopied, &[]),
        (Said::NotCopied, &[]),
    ] {
        all.say_of(format!("{one:?}"), said(one), given);
    }
    say_entries(&mut all, |it, expired| entry(it, expired, now(), &local));
    all.say_of("delivered one", delivered(1), &["1"]);
    all.say_of("delivered", delivered(7), &["7"]);
    all.say_of("progress", progress(7, 9), &["7", "9"]);
    for (index, column) in columns("UTC+8").into_iter().enumerate() {
        let given = if column.contains("UTC+8") { ["UTC+8"].as_slice() } else { &[] };
        all.say_of(format!("column {index}"), column, given);
    }
    for one in [
        State::Queued,
        State::Sending,
        State::Waiting,
        State::Delivered,
        State::Unconfirmed,
        State::Refused,
        State::HandedOver,
    ] {
        all.say(format!("state {one:?}"), state(one));
    }
    all.0
}

fn say_troubles(all: &mut All, trouble: fn(&Trouble) -> String, flaw: fn(&Flaw) -> String) {
    let problem = || Problem { path: "7".into(), flaw: Flaw::Missing };
    for (one, given) in [
        (Trouble::NoSource, ["<campaign-widget>"].as_slice()),
        (Trouble::Unreachable { src: "/7".into() }, &["/7"]),
        (Trouble::Status { src: "/7".into(), code: 404 }, &["/7", "404"]),
        (Trouble::NotAMoment { attribute: "preview-at" }, &["preview-at"]),
        (Trouble::Undecodable { src: "/7".into() }, &["/7", "UTF-8"]),
        (Trouble::NotJson { words: "7 8".into() }, &["7 8"]),
        (Trouble::Invalid(vec![problem()]), &[]),
        (Trouble::Invalid(vec![problem(), problem()]), &["2"]),
    ] {
        all.say_of(format!("{one:?}"), trouble(&one), given);
    }
    for kind in [Kind::Null, Kind::Bool, Kind::Number, Kind::Text, Kind::List, Kind::Object] {
        let expected = if kind == Kind::Null { Kind::Bool } else { Kind::Null };
        let one = Flaw::WrongKind { expected, found: kind };
        all.say(format!("{one:?}"), flaw(&one));
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
        (Flaw::SameName, &[]),
        (Flaw::Repeated, &[]),
        (Flaw::Garbled, &["�", "UTF-8"]),
    ] {
        let given: Vec<&str> = given.to_vec();
        all.say_of(format!("{one:?}"), flaw(&one), &given);
    }
}

fn say_rules(all: &mut All, rule: impl Fn(&Verdict) -> String) {
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
        (Rule::OnlyTag, RuleState::Fail, others(false, true), &[]),
        (Rule::OnlyTag, RuleState::Advice, others(true, false), &[]),
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

fn say_verdicts(all: &mut All, verdict: impl Fn(&Result<Post, Refusal>) -> String) {
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

fn say_entries(all: &mut All, sentence: impl Fn(&Entry, bool) -> String) {
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
        conflict_since: None,
        removed_at: None,
    };
    for (state, given) in [
        (State::Queued, [].as_slice()),
        (State::Sending, &[]),
        (State::Delivered, &["15:53"]),
        (State::Unconfirmed, &[]),
        (State::Refused, &[]),
        (State::HandedOver, &["15:53"]),
    ] {
        all.say_of(format!("entry {state:?}"), sentence(&entry(state), false), given);
    }
    all.say("expired entry", sentence(&entry(State::Waiting), true));
    for (cause, status) in [
        (Cause::Offline, None),
        (Cause::Timeout, None),
        (Cause::Interrupted, None),
        (Cause::Worker, None),
        (Cause::Status, Some(409)),
        (Cause::Status, Some(503)),
    ] {
        for (seconds, given) in [(0, [].as_slice()), (7, &["7"]), (420, &["7"])] {
            let next_attempt_at = Some(now() + TimeDelta::seconds(seconds));
            let entry = entry(State::Waiting);
            let waiting = Entry { cause: Some(cause), status, next_attempt_at, ..entry };
            let name = format!("{cause:?} {status:?}, {seconds} s");
            all.say_of(name, sentence(&waiting, false), given);
        }
    }
    let message = Some("7 8".to_owned());
    let told = Entry { message, status: Some(422), ..entry(State::Refused) };
    all.say_of("refused, with words", sentence(&told, false), &["\u{2068}7 8\u{2069}"]);
    let silent = Entry { status: Some(422), ..entry(State::Refused) };
    all.say_of("refused, with a status", sentence(&silent, false), &["422"]);
}
