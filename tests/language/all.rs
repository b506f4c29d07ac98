//! Every sentence of the card in one language.

use campaign_widget::campaign::{Milestone, Minimum, Phase, Unit};
use campaign_widget::language::{
    AuthorPhrases, ComposerPhrases, Feedback, Language, LinkPhrases, Midnight, Phrases, ThisYear,
};
use campaign_widget::notebook::ShareTarget;
use campaign_widget::outbox::State;
use chrono::{DateTime, FixedOffset, Utc};

use super::check::Sentence;
use super::found::{say_entries, say_rules, say_troubles, say_verdicts};

pub const TAG: &str = "#7 8#";

fn east(hours: i32) -> FixedOffset {
    FixedOffset::east_opt(hours * 3600).unwrap()
}

pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_751_900_000, 0).unwrap()
}

/// A reader in UTC+1.
fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&east(1))
}

/// The sentences of one language, each under its name.
pub struct All(Vec<Sentence>);

impl All {
    pub fn say(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.say_of(name, text, &[]);
    }

    pub fn say_of(&mut self, name: impl Into<String>, text: impl Into<String>, given: &[&str]) {
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
        not_closed,
        languages,
        follow,
        undo,
        open_questionnaire,
        not_loaded,
        load_again,
        details,
    } = language.phrases();
    let AuthorPhrases { trouble, flaw } = language.author_phrases();
    let ComposerPhrases {
        not_lasting,
        write,
        placeholder,
        what_counts,
        count,
        x_count,
        x_links,
        x_links_hint,
        rule,
        fix,
        replace,
        locate,
        more,
        remove,
        prompts,
        insert_tag,
        copy,
        open_compose,
        share_x,
        share,
        shared,
        shared_failing,
        between_sentences,
        also_copied,
        too_long_for_x,
        fails_before_sharing,
        not_copied,
        next_step,
        new_draft,
        clear,
        deleted,
        conflict,
        drafts,
        draft_state,
        open_draft,
        delete_draft,
    } = language.composer_phrases();
    let LinkPhrases {
        link_heading,
        link_hint,
        verdict,
        doubtful,
        open_post,
        confirm,
        submit,
        copy_and_open,
        feedback,
        entry,
        not_delivered,
        delivered,
        progress,
        retry,
        copy_link,
        remove_link,
        link_removed,
        export,
        columns,
        state,
    } = language.link_phrases();
    assert!(["", " "].contains(between_sentences));
    let mut all = All(Vec::new());
    for (name, text) in [
        ("window", window),
        ("your_time", your_time),
        ("also_your_time", also_your_time),
        ("preview", preview),
        ("not_closed", not_closed),
        ("languages", languages),
        ("not_loaded", not_loaded),
        ("load_again", load_again),
        ("details", details),
        ("write", write),
        ("placeholder", placeholder),
        ("x_links_hint", x_links_hint),
        ("fix", fix),
        ("replace", replace),
        ("locate", locate),
        ("prompts", prompts),
        ("copy", copy),
        ("open_compose", open_compose),
        ("share_x", share_x),
        ("share", share),
        ("also_copied", also_copied),
        ("too_long_for_x", too_long_for_x),
        ("not_copied", not_copied),
        ("next_step", next_step),
        ("new_draft", new_draft),
        ("clear", clear),
        ("deleted", deleted),
        ("undo", undo),
        ("conflict", conflict),
        ("open_draft", open_draft),
        ("delete_draft", delete_draft),
        ("link_heading", link_heading),
        ("link_hint", link_hint),
        ("doubtful", doubtful),
        ("open_post", open_post),
        ("confirm", confirm),
        ("submit", submit),
        ("copy_and_open", copy_and_open),
        ("open_questionnaire", open_questionnaire),
        ("retry", retry),
        ("copy_link", copy_link),
        ("remove_link", remove_link),
        ("link_removed", link_removed),
        ("export", export),
        ("not_delivered", not_delivered),
        ("not_lasting", not_lasting),
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
    // The only sentences that are alike in all languages.
    assert_eq!((zone(east(8)), x_count(21)), ("UTC+8".into(), "X 21/280".into()));
    all.say_of(
        "moment",
        moment(local(now()), Midnight::StartsDay, ThisYear(2025)),
        &["7", "15:53"],
    );
    all.say_of(
        "moment of another year",
        moment(local(now()), Midnight::StartsDay, ThisYear(2024)),
        &["2025", "15:53"],
    );
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
    for way in [ShareTarget::Copy, ShareTarget::Compose, ShareTarget::X, ShareTarget::Sheet] {
        all.say(format!("handed over, {way:?}"), shared(way));
        all.say(format!("note, {way:?}"), draft_state(Some(way)));
    }
    all.say("note, draft", draft_state(None));
    let failures = ["7".to_owned(), "8".to_owned()];
    all.say_of("shared_failing", shared_failing(&failures), &["7", "8"]);
    all.say_of("fails_before_sharing", fails_before_sharing(&failures), &["7", "8"]);
    all.say_of("drafts", drafts(7), &["7"]);
    say_verdicts(&mut all, |reading| verdict(reading, east(8), &local));
    for (one, given) in [
        (Feedback::NothingThere, [].as_slice()),
        (Feedback::NoneAccepted, &[]),
        (Feedback::TooSoon, &[]),
        (Feedback::TooLate, &[]),
        (Feedback::Preview, &[]),
        (Feedback::Added(1), &[]),
        (Feedback::Added(7), &["7"]),
        (Feedback::AlreadyThere, &[]),
        (Feedback::Copied, &[]),
        (Feedback::LinkCopied, &[]),
        (Feedback::NotCopied, &[]),
    ] {
        all.say_of(format!("{one:?}"), feedback(one), given);
    }
    say_entries(&mut all, |it| entry(it, now(), &local));
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
        State::Manual,
    ] {
        all.say(format!("state {one:?}"), state(one));
    }
    all.0
}
