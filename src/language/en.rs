//! English.

use chrono::{DateTime, Datelike, FixedOffset, Utc};

use super::{Feedback, Local, Phrases, distinct, time};
use crate::campaign::{Flaw, Milestone, Minimum, Phase, Trouble, Unit};
use crate::draft::{self, Doubt, Finding, Slip, Verdict};
use crate::json::Kind;
use crate::link::{Post, Refusal};
use crate::notebook::ShareTarget;
use crate::outbox::{Cause, Entry, State};
use crate::time::MomentError;

pub(super) const PHRASES: Phrases = Phrases {
    units: ["days", "hours", "min", "sec"],
    phase: |phase| match phase {
        Phase::Before => "Starts in",
        Phase::Open => "Closes in",
        Phase::Closed => "The campaign is over",
    },
    milestone: |milestone| match milestone {
        Milestone::Before => "The campaign has not started",
        Milestone::Open => "The campaign is open",
        Milestone::Day => "Less than a day left",
        Milestone::Hour => "Less than an hour left",
        Milestone::TenMinutes => "Less than ten minutes left",
        Milestone::Minute => "Less than a minute left",
        Milestone::Closed => "The campaign is over",
    },
    window: "Campaign",
    your_time: "Your time",
    also_your_time: ", your time, too",
    zone: time::zone,
    moment,
    preview: "Preview: the clock started at a moment that the page chose, and no link is sent.",
    languages: "Language of the campaign",
    follow: |account| format!("Follow {account} first."),
    details: "Read the announcement",

    trouble,
    flaw,
    holds_more: "The element holds other parts of the page; they stay in sight. Close it with \
                 </campaign-widget>: HTML knows no <campaign-widget … />.",

    write: "Write your post",
    placeholder: "Your own experience, in your own words…",
    what_counts: |unit| match unit {
        Unit::Characters => "Tags, @mentions, links and spaces do not count.",
        Unit::Words => "Tags, @mentions and links do not count.",
    },
    count: |count, minimum| match (minimum.count as usize).saturating_sub(count) {
        0 => amount(count, minimum.unit),
        missing => format!("{}, {missing} to go", amount(count, minimum.unit)),
    },
    x_count: |weight| format!("X {weight}/280"),
    x_links: |linked| match linked {
        [] => "How it looks on X".into(),
        [first, rest @ ..] => match rest.len() {
            0 => format!("How it looks on X: #{first} will be a link"),
            more => format!("How it looks on X: #{first} and {more} more will be links"),
        },
    },
    x_cuts: "X ends a tag at a space and knows no closing #. That is fine for the campaign.",
    rule,
    fix: "Fix",
    locate: "Select in the text",
    more: |count| format!("and {count} more"),
    remove: |tag| format!("Remove {tag}"),
    replace: "Use the campaign tag",
    prompts: "Nothing comes to mind? Start from a question",
    insert_tag: |tag| format!("Insert {tag}"),
    copy: "Copy text",
    open_compose: "Copy and open Gate Square",
    share_x: "Share to X",
    share: "Share…",
    shared: |way| match way {
        ShareTarget::Copy => "Copied. Now post it.",
        ShareTarget::Compose => "Copied. Paste it into the page that opened.",
        ShareTarget::X => {
            "Post it on X, then come back and hand in the link. If X did not open, press again."
        }
        ShareTarget::Sheet => "Shared. Once it is posted, come back and hand in the link.",
    },
    between_sentences: " ",
    copied_too: "The text is copied, too: paste it if X shows an empty post.",
    too_long_for_x: "The text is too long to go along by itself. It is copied: paste it into the post.",
    shared_but: |failures| {
        format!("Done, but posted like this it would not count. {}.", failures.join("; "))
    },
    not_yet: |failures| {
        format!(
            "Posted like this it would not count. {}. To go on all the same, press again.",
            failures.join("; ")
        )
    },
    not_copied: "The browser refused to copy. The text is selected: copy it by hand.",
    next_step: "Posted it? Hand in the link",
    new_draft: "Write another",
    clear: "Clear",
    gone: "Deleted.",
    undo: "Undo",
    clash: "Another page changed this draft too; both are kept.",
    drafts: |count| format!("Other drafts and posts ({count})"),
    draft_state: |way| match way {
        None => "Draft",
        Some(ShareTarget::Copy) => "Copied",
        Some(ShareTarget::Compose) => "Taken to Gate Square",
        Some(ShareTarget::X) => "Shared to X",
        Some(ShareTarget::Sheet) => "Shared",
    },
    open_draft: "Open",
    delete_draft: "Delete",

    hand_in: "Hand in your link",
    link_hint: "Posted it on X? Paste the link of the post here, or several at once.",
    verdict,
    doubtful: "Is this your post? The number looks rounded, as spreadsheets do it; then the link \
               leads elsewhere. Open it to look.",
    open_post: "Open the post",
    confirm: "Yes, it is mine",
    submit: "Hand in",
    copy_and_open: "Copy link and open the form",
    open_questionnaire: "Open the form",
    feedback: |said| match said {
        Feedback::NothingThere => "Paste the link of your post first.".into(),
        Feedback::NoneAccepted => "Nothing here can be handed in; the reasons are above.".into(),
        Feedback::TooSoon => "The campaign has not started; links are taken once it has.".into(),
        Feedback::TooLate => "Links are no longer taken.".into(),
        Feedback::Preview => "This is a preview: no link is sent.".into(),
        Feedback::Added(1) => "On its way; see below where it stands.".into(),
        Feedback::Added(count) => {
            format!("{count} links are on their way; see below where they stand.")
        }
        Feedback::AlreadyThere => "You handed this in before; see below.".into(),
        Feedback::Copied => {
            "The link is copied. Paste it into the form; if it did not open, press “Open the form”."
                .into()
        }
        Feedback::LinkCopied => "The link is copied.".into(),
        Feedback::NotCopied => "The browser refused to copy. Copy the link by hand.".into(),
    },
    entry,
    delivered: |count| match count {
        1 => "1 post received".into(),
        count => format!("{count} posts received"),
    },
    progress: |done, all| format!("{done} of {all} done"),
    retry: "Retry now",
    copy_link: "Copy link",
    take_off: "Remove",
    taken_off: "Removed.",
    export: "Save as CSV",
    columns: |zone| {
        let timed = |name| format!("{name} ({zone})");
        [
            "Link".into(),
            timed("Posted"),
            timed("Handed in"),
            "State".into(),
            timed("Since"),
            "The form said".into(),
            "Key".into(),
        ]
    },
    state: |state| match state {
        State::Queued => "Waiting its turn",
        State::Sending => "Being sent",
        State::Waiting => "To be sent again",
        State::Delivered => "Received",
        State::Unconfirmed => "Not confirmed",
        State::Refused => "Refused",
        State::Manual => "Taken to the form by hand",
    },
    not_lasting: "The browser keeps nothing for this page: drafts and links that were not \
                  delivered are lost when it is closed.",
};

fn amount(count: usize, unit: Unit) -> String {
    let unit = match (unit, count) {
        (Unit::Characters, 1) => "character",
        (Unit::Characters, _) => "characters",
        (Unit::Words, 1) => "word",
        (Unit::Words, _) => "words",
    };
    format!("{count} {unit}")
}

fn month(month: u32) -> &'static str {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    names.get((month as usize).saturating_sub(1)).copied().unwrap_or_default()
}

fn moment(moment: DateTime<FixedOffset>, ends: bool, this_year: i32) -> String {
    let (year, number, day, clock) = time::parts(moment, ends);
    let month = month(number);
    match year == this_year {
        true => format!("{month} {day}, {clock}"),
        false => format!("{month} {day}, {year}, {clock}"),
    }
}

fn both_times(instant: DateTime<Utc>, campaign_offset: i32, local: Local<'_>) -> String {
    let Some(offset) = FixedOffset::east_opt(campaign_offset) else { return String::new() };
    let (theirs, yours) = (instant.with_timezone(&offset), local(instant));
    let precisely = |at: DateTime<FixedOffset>| {
        let (year, month, day) = (at.year(), month(at.month()), at.day());
        let zone = time::zone(at.offset().local_minus_utc());
        format!("{month} {day}, {year}, {} ({zone})", time::clock(at))
    };
    match theirs.offset() == yours.offset() {
        true => precisely(theirs),
        false => format!("{}; your time {}", precisely(theirs), precisely(yours)),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoSource => {
            "No campaign file: give <campaign-widget> the attribute src, or put a \
                              <script type=\"application/json\"> inside it."
                .into()
        }
        Trouble::Unreachable { src } => format!(
            "The campaign file {src} cannot be fetched: check the address, the connection, CORS \
             and the page's CSP (connect-src)."
        ),
        Trouble::Status { src, code } => format!(
            "The campaign file {src} cannot be fetched: the server answered {code}. Check the \
             address."
        ),
        Trouble::Undecodable { src } => {
            format!(
                "The campaign file {src} is not UTF-8. Save it anew, with UTF-8 as its encoding."
            )
        }
        Trouble::NotAMoment { attribute } => {
            format!("The attribute {attribute} has to be a time such as 2025-07-09T23:59:00+08:00.")
        }
        Trouble::NotJson { words } => format!("The campaign file is not valid JSON: {words}"),
        Trouble::Invalid(problems) => match problems.len() {
            1 => "One thing in the campaign file needs a correction:".into(),
            count => format!("{count} things in the campaign file need a correction:"),
        },
    }
}

fn flaw(flaw: &Flaw) -> String {
    let meant = |nearest: &Option<&str>| match nearest {
        Some(nearest) => format!("; did you mean {nearest}?"),
        None => ".".to_owned(),
    };
    match flaw {
        Flaw::Missing => "is missing.".into(),
        Flaw::WrongKind { expected, found } => {
            format!("has to be {}, and is {}.", kind(*expected), kind(*found))
        }
        Flaw::Unknown { nearest } => format!("is no field of a campaign file{}", meant(nearest)),
        Flaw::NotOneOf { allowed, nearest } => {
            format!("has to be {}{}", allowed.join(" or "), meant(nearest))
        }
        Flaw::Empty => "must not be empty.".into(),
        Flaw::NotACount => "has to be a whole number of 1 or more.".into(),
        Flaw::NotAnAddress => {
            "has to be a full address that begins with https:// (http:// for this computer alone)."
                .into()
        }
        Flaw::NotAMoment(MomentError::Shape) => {
            "has to be a time such as 2025-07-09T24:00:00+08:00.".into()
        }
        Flaw::NotAMoment(MomentError::NoOffset) => {
            "lacks its time zone; add it at the end, for example +08:00.".into()
        }
        Flaw::NotAMoment(MomentError::NoSuchTime) => {
            "is a day or a time that does not exist.".into()
        }
        Flaw::EndsBeforeItStarts => "has to be later than the start.".into(),
        Flaw::UntilBeforeEnd => "must not be earlier than the end of the window.".into(),
        Flaw::NotAnId => "takes letters, digits and . _ - alone, 64 at most.".into(),
        Flaw::NotATag => {
            "has to be a hashtag such as #one or #two words#, with no # in the middle.".into()
        }
        Flaw::NotALanguage => "is no language tag such as zh-CN or en.".into(),
        Flaw::SameName => "has the same name as another field.".into(),
        Flaw::Repeated => "is there twice; keep one of them.".into(),
        Flaw::Garbled => "was damaged by a wrong encoding (�); write it anew, in UTF-8.".into(),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Bool => "true or false",
        Kind::Number => "a number",
        Kind::Text => "text in quotes",
        Kind::List => "a list […]",
        Kind::Object => "an object {…}",
    }
}

fn verdict(verdict: &Result<Post, Refusal>, offset: i32, local: Local<'_>) -> String {
    let refusal = match verdict {
        Ok(post) => {
            return match post.posted_at() {
                Some(at) => format!("Can be handed in. Posted {}", both_times(at, offset, local)),
                None => "Can be handed in".into(),
            };
        }
        Err(refusal) => refusal,
    };
    match refusal {
        Refusal::NotALink => {
            "There is no link here. On X, press Share on your post, then Copy link."
        }
        Refusal::OtherSite => "This is no link to X. Paste the link of your post on x.com.",
        Refusal::LookAlike => "This address only looks like X. Copy the link again, on X itself.",
        Refusal::Profile => "This is a profile, not a post. Open the post and copy its link.",
        Refusal::List => "This is a list, not a post. Open the post and copy its link.",
        Refusal::Space => "This is a Space, not a post. Open the post and copy its link.",
        Refusal::Community => "This is a community, not a post. Open the post and copy its link.",
        Refusal::ShortLink => {
            "A t.co link does not tell which post it is. Open it and copy the link of the post."
        }
        Refusal::Picture => "This is a picture or a video. Copy the link of the post itself.",
        Refusal::Intent => "This opens the composer. Post first, then copy the link of the post.",
        Refusal::Search => "This is a search, not a post. Open the post and copy its link.",
        Refusal::OtherPage => "This page is no post. Open the post and copy its link.",
        Refusal::BadId => "The number of the post is cut off or wrong. Copy the link again.",
        Refusal::BadHandle => "The name in the link is wrong. Copy the link again.",
        Refusal::NotAccepted(_) => {
            "This campaign takes no posts from there. Paste the link of your post on X."
        }
        Refusal::TooOldToTell => "This post is far older than the campaign.",
        Refusal::TooEarly { posted_at } => {
            return format!(
                "This was posted before the campaign started: {}. Make a new post.",
                both_times(*posted_at, offset, local)
            );
        }
        Refusal::TooLate { posted_at } => {
            return format!(
                "This was posted after the campaign closed: {}.",
                both_times(*posted_at, offset, local)
            );
        }
    }
    .into()
}

fn entry(entry: &Entry, expired: bool, now: DateTime<Utc>, local: Local<'_>) -> String {
    if expired {
        return "Could not be delivered in time. Open the form and hand it in yourself.".into();
    }
    let settled = entry.settled_at.map(|at| when(local(at), local(now))).unwrap_or_default();
    match entry.state {
        State::Queued => "Waiting its turn".into(),
        State::Sending => "Sending…".into(),
        State::Delivered => format!("Received {settled}"),
        State::Waiting => {
            let why = match entry.cause {
                Some(Cause::Offline) => "The form cannot be reached",
                Some(Cause::Timeout) => "The form does not answer",
                Some(Cause::Interrupted) => "The answer was not seen",
                Some(Cause::Worker) => {
                    "This site's offline worker answered instead of the form's server"
                }
                _ if entry.status == Some(409) => "The form is still at an earlier attempt",
                _ => "The form is not available at the moment",
            };
            match time::until(entry.next_attempt_at, now) {
                (0, 0) => format!("{why}. Trying again…"),
                (0, seconds) => format!("{why}. Tries again in {seconds} s."),
                (minutes, _) => format!("{why}. Tries again in {minutes} min."),
            }
        }
        State::Unconfirmed => format!(
            "Sent, but not confirmed{}. Open the form and check, or hand it in yourself.",
            words(entry)
        ),
        State::Refused => {
            let words = match (&entry.message, entry.status) {
                (None, Some(status @ 300..)) => format!(" ({status})"),
                _ => words(entry),
            };
            format!("The form refused it{words}. Open the form and hand it in yourself.")
        }
        State::Manual => {
            format!(
                "You took it to the form yourself: {settled}. Whether it arrived, only the form \
                 can tell."
            )
        }
    }
}

/// The server's own, isolated, whatever the direction of their script is.
fn words(entry: &Entry) -> String {
    let quoted = |words| format!(": “\u{2068}{words}\u{2069}”");
    entry.message.as_ref().map(quoted).unwrap_or_default()
}

/// A time that is over: today's without the day.
fn when(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    match at.date_naive() == now.date_naive() {
        true => time::parts(at, false).3,
        false => moment(at, false, now.year()),
    }
}

fn rule(verdict: &Verdict, minimum: Minimum, tag: &str) -> String {
    match &verdict.finding {
        Finding::TagPresent => format!("Carries {tag}"),
        Finding::TagMissing => format!("Carry the tag {tag}"),
        Finding::NearMisses(misses) => {
            let slips = misses.iter().flat_map(|miss| &miss.slips).map(|&slip| self::slip(slip));
            format!("Almost the tag: {}. It is {tag}", distinct(slips).join(", "))
        }
        Finding::Length { missing: 0, .. } => {
            format!("At least {}", amount(minimum.count as usize, minimum.unit))
        }
        Finding::Length { missing, .. } => {
            format!("At least {}: {missing} to go", amount(minimum.count as usize, minimum.unit))
        }
        Finding::OtherTags(others) if others.is_empty() => "No tag but the campaign's".into(),
        Finding::OtherTags(others) if others.iter().all(|other| other.close) => {
            "Close to the campaign tag: check the spelling".into()
        }
        Finding::OtherTags(_) => match verdict.state {
            draft::State::Advice => "May be taken for another tag:",
            _ => "No tag but the campaign's: remove",
        }
        .into(),
        Finding::XLength { over: 0, .. } => "Fits on X".into(),
        Finding::XLength { limit, over, .. } => {
            format!("{over} over the {limit} of X (a Chinese character counts 2)")
        }
        Finding::Original => String::new(),
        Finding::Doubtful(doubt) => match doubt {
            Doubt::Filler => "The same words over and over may not count as original",
            Doubt::HardlyText => "Hardly anything but punctuation and emoji, which may not count",
            Doubt::Announcement => "Mostly the announcement's words; better tell it in your own",
            Doubt::EarlierPost => "Much like an earlier post of yours, so it may count as one",
        }
        .into(),
    }
}

fn slip(slip: Slip) -> &'static str {
    match slip {
        Slip::Sign => "the # is not the plain one",
        Slip::WhiteSpace => "the spaces differ",
        Slip::LetterCase => "capital and small letters differ",
        Slip::Width => "letters, digits or signs have another width or style",
        Slip::Punctuation => "the punctuation differs",
        Slip::ClosingSign => "the closing # is missing",
        Slip::ZeroWidth => "characters that nobody sees differ",
        Slip::ForeignText => "other text stands in it",
    }
}
