//! English.

use chrono::{DateTime, Datelike, FixedOffset, Utc};

use super::{
    AuthorPhrases, ComposerPhrases, Feedback, LinkPhrases, Local, Midnight, Phrases, ThisYear,
    distinct, time,
};
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
        Phase::Open => "Ends in",
        Phase::Closed => "Campaign ended",
    },
    milestone: |milestone| match milestone {
        Milestone::Before => "The campaign hasn't started",
        Milestone::Open => "The campaign is open",
        Milestone::Day => "Less than a day left",
        Milestone::Hour => "Less than an hour left",
        Milestone::TenMinutes => "Less than ten minutes left",
        Milestone::Minute => "Less than a minute left",
        Milestone::Closed => "The campaign has ended",
    },
    window: "Campaign",
    your_time: "Your time",
    also_your_time: ", also your time",
    zone: time::zone,
    moment,
    preview: "Preview. The clock is set by the page; nothing is submitted.",
    languages: "Campaign language",
    follow: |account| format!("Follow {account} first."),
    undo: "Undo",
    open_questionnaire: "Open the form",
    not_loaded: "Part of this card did not load. Your draft and your links are kept. Check your connection, then try again.",
    load_again: "Try again",
    details: "Read the announcement",
    not_closed: "The element contains other parts of the page; they stay visible. Close it with \
                 </campaign-widget>: HTML ignores the / in <campaign-widget … />.",
};

/// The sentences for the page's author.
pub(super) const AUTHOR: AuthorPhrases = AuthorPhrases { trouble, flaw };

/// The sentences of the composer.
pub(super) const COMPOSER: ComposerPhrases = ComposerPhrases {
    not_lasting: "This browser isn't saving data here. Drafts and unsent links will be lost when you \
                  close the page.",
    write: "Write your post",
    placeholder: "Your own experience, in your own words…",
    what_counts: |unit| match unit {
        Unit::Characters => "Hashtags, @mentions, links and spaces don't count.",
        Unit::Words => "Hashtags, @mentions and links don't count.",
    },
    count: |count, minimum| match (minimum.count as usize).saturating_sub(count) {
        0 => amount(count, minimum.unit),
        missing => format!("{}, {missing} to go", amount(count, minimum.unit)),
    },
    x_count: |weight| format!("X {weight}/280"),
    x_links: |linked| match linked {
        [] => "How it looks on X".into(),
        [first, rest @ ..] => match rest.len() {
            0 => format!("How it looks on X: #{first} becomes a link"),
            more => format!("How it looks on X: #{first} and {more} more become links"),
        },
    },
    x_links_hint: "On X a hashtag ends at the first space. The campaign still counts it.",
    rule,
    fix: "Fix",
    locate: "Select in the text",
    more: |count| format!("and {count} more"),
    remove: |tag| format!("Remove {tag}"),
    replace: "Use the campaign hashtag",
    prompts: "Not sure what to write? Pick a question",
    insert_tag: |tag| format!("Insert {tag}"),
    copy: "Copy text",
    open_compose: "Copy and open Gate Square",
    share_x: "Share to X",
    share: "Share…",
    shared: |way| match way {
        ShareTarget::Copy => "Copied. Now post it.",
        ShareTarget::Compose => "Copied. Paste it on the page that opened.",
        ShareTarget::X => {
            "Post it on X, then come back and submit the link. X didn't open? Press again."
        }
        ShareTarget::Sheet => "Shared. Once it's posted, come back and submit the link.",
    },
    between_sentences: " ",
    also_copied: "The text is also copied: paste it if the post on X is empty.",
    too_long_for_x: "The text is too long to pass to X. It is copied: paste it into your post.",
    shared_failing: |failures| {
        format!("Done, but as it is, the post won't count. {}.", failures.join("; "))
    },
    fails_before_sharing: |failures| {
        format!(
            "As it is, the post won't count. {}. Press again to continue anyway.",
            failures.join("; ")
        )
    },
    not_copied: "The browser blocked copying. The text is selected: copy it yourself.",
    next_step: "Posted it? Submit the link",
    new_draft: "Write another",
    clear: "Clear",
    deleted: "Deleted.",
    conflict: "Another page also changed this draft; both are kept.",
    drafts: |count| format!("Other drafts and posts ({count})"),
    draft_state: |way| match way {
        None => "Draft",
        Some(ShareTarget::Copy) => "Copied",
        Some(ShareTarget::Compose) => "Shared to Gate Square",
        Some(ShareTarget::X) => "Shared to X",
        Some(ShareTarget::Sheet) => "Shared",
    },
    open_draft: "Open",
    delete_draft: "Delete",
};

/// The sentences of the link helper.
pub(super) const LINKS: LinkPhrases = LinkPhrases {
    link_heading: "Submit your link",
    link_hint: "Posted it on X? Paste the link to your post, or several at once.",
    verdict,
    doubtful: "Is this your post? A spreadsheet may have rounded its number, so the link may lead \
               elsewhere. Open it to check.",
    open_post: "Open the post",
    confirm: "Yes, it's mine",
    submit: "Submit",
    copy_and_open: "Copy link and open form",
    feedback: |said| match said {
        Feedback::NothingThere => "Paste the link to your post first.".into(),
        Feedback::NoneAccepted => "Nothing here can be submitted; see why above.".into(),
        Feedback::TooSoon => "The campaign hasn't started. Submit your link once it has.".into(),
        Feedback::TooLate => "Submissions are closed.".into(),
        Feedback::Preview => "This is a preview: nothing is submitted.".into(),
        Feedback::Added(1) => "Submitting. See its status below.".into(),
        Feedback::Added(count) => format!("Submitting {count} links. See their status below."),
        Feedback::AlreadyThere => "Already submitted; see below.".into(),
        Feedback::Copied => {
            "Link copied. Paste it into the form. If it didn't open, press “Open the form”.".into()
        }
        Feedback::LinkCopied => "Link copied.".into(),
        Feedback::NotCopied => "The browser blocked copying. Copy the link yourself.".into(),
    },
    entry,
    not_delivered: "Could not be delivered in time. Open the form and submit it yourself.",
    delivered: |count| match count {
        1 => "1 post received".into(),
        count => format!("{count} posts received"),
    },
    progress: |done, all| format!("{done} of {all} done"),
    retry: "Retry now",
    copy_link: "Copy link",
    remove_link: "Remove",
    link_removed: "Removed.",
    export: "Save as CSV",
    columns: |zone| {
        let timed = |name| format!("{name} ({zone})");
        [
            "Link".into(),
            timed("Posted"),
            timed("Submitted"),
            "Status".into(),
            timed("Since"),
            "Form's answer".into(),
            "Key".into(),
        ]
    },
    state: |state| match state {
        State::Queued => "Queued",
        State::Sending => "Submitting",
        State::Waiting => "Waiting to retry",
        State::Delivered => "Received",
        State::Unconfirmed => "Not confirmed",
        State::Refused => "Refused",
        State::Manual => "Submitted by hand",
    },
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

fn moment(moment: DateTime<FixedOffset>, midnight: Midnight, this_year: ThisYear) -> String {
    let (year, number, day, clock) = time::parts(moment, midnight);
    let month = month(number);
    match year == this_year.0 {
        true => format!("{month} {day}, {clock}"),
        false => format!("{month} {day}, {year}, {clock}"),
    }
}

fn both_times(instant: DateTime<Utc>, campaign_offset: FixedOffset, local: Local<'_>) -> String {
    let (theirs, yours) = (instant.with_timezone(&campaign_offset), local(instant));
    let precisely = |at: DateTime<FixedOffset>| {
        let (year, month, day) = (at.year(), month(at.month()), at.day());
        let zone = time::zone(*at.offset());
        format!("{month} {day}, {year}, {} ({zone})", time::clock(at))
    };
    match theirs.offset() == yours.offset() {
        true => precisely(theirs),
        false => format!("{}; your time {}", precisely(theirs), precisely(yours)),
    }
}

fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NoSource => "No campaign file: add the attribute src to <campaign-widget>, or a \
                              <script type=\"application/json\"> inside it."
            .into(),
        Trouble::Unreachable { src } => format!(
            "Could not fetch the campaign file {src}. Check the address, the connection, CORS and \
             the page's CSP (connect-src)."
        ),
        Trouble::Status { src, code } => format!(
            "Could not fetch the campaign file {src}: the server answered {code}. Check the \
             address."
        ),
        Trouble::Undecodable { src } => {
            format!("The campaign file {src} is not UTF-8. Save it again as UTF-8.")
        }
        Trouble::NotAMoment { attribute } => {
            format!("The attribute {attribute} must be a time such as 2025-07-09T23:59:00+08:00.")
        }
        Trouble::NotJson { words } => format!("The campaign file is not valid JSON: {words}"),
        Trouble::Invalid(problems) => match problems.len() {
            1 => "The campaign file has 1 error:".into(),
            count => format!("The campaign file has {count} errors:"),
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
            format!("must be {}, not {}.", kind(*expected), kind(*found))
        }
        Flaw::Unknown { nearest } => format!("is not a known field{}", meant(nearest)),
        Flaw::NotOneOf { allowed, nearest } => {
            format!("must be {}{}", allowed.join(" or "), meant(nearest))
        }
        Flaw::Empty => "must not be empty.".into(),
        Flaw::NotACount => "must be a whole number, 1 or more.".into(),
        Flaw::NotAnAddress => {
            "must be a full address starting with https:// (http:// is allowed for localhost only)."
                .into()
        }
        Flaw::NotAMoment(MomentError::Shape) => {
            "must be a time such as 2025-07-09T24:00:00+08:00.".into()
        }
        Flaw::NotAMoment(MomentError::NoOffset) => {
            "has no time zone; add one at the end, such as +08:00.".into()
        }
        Flaw::NotAMoment(MomentError::NoSuchTime) => "is not a real date or time.".into(),
        Flaw::EndsBeforeItStarts => "must be later than the start.".into(),
        Flaw::UntilBeforeEnd => "must not be earlier than the end of the campaign.".into(),
        Flaw::NotAnId => "may contain only letters, digits, “.”, “_” and “-” (64 at most).".into(),
        Flaw::NotATag => "must be a hashtag such as #one or #two words#, with no # inside.".into(),
        Flaw::NotALanguage => "must be a language tag such as zh-CN or en.".into(),
        Flaw::SameName => "has the same name as another field.".into(),
        Flaw::Repeated => "appears twice; keep one.".into(),
        Flaw::Garbled => "is damaged by a wrong encoding (�); enter it again in UTF-8.".into(),
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

fn verdict(verdict: &Result<Post, Refusal>, offset: FixedOffset, local: Local<'_>) -> String {
    let refusal = match verdict {
        Ok(post) => {
            return match post.posted_at() {
                Some(at) => format!("Ready to submit. Posted {}", both_times(at, offset, local)),
                None => "Ready to submit".into(),
            };
        }
        Err(refusal) => refusal,
    };
    match refusal {
        Refusal::NotALink => "No link found. On X, press Share on your post, then Copy link.",
        Refusal::OtherSite => "This is not a link to X. Paste the link to your post on x.com.",
        Refusal::LookAlike => "This address only looks like X. Copy the link again on X.",
        Refusal::Profile => "This is a profile, not a post. Open the post and copy its link.",
        Refusal::List => "This is a list, not a post. Open the post and copy its link.",
        Refusal::Space => "This is a Space, not a post. Open the post and copy its link.",
        Refusal::Community => "This is a community, not a post. Open the post and copy its link.",
        Refusal::ShortLink => {
            "A t.co link doesn't show which post it is. Open it and copy the link of the post."
        }
        Refusal::Picture => "This is a picture or a video. Copy the link of the post itself.",
        Refusal::Intent => "This opens the composer. Post first, then copy the link of the post.",
        Refusal::Search => "This is a search, not a post. Open the post and copy its link.",
        Refusal::OtherPage => "This page is not a post. Open the post and copy its link.",
        Refusal::BadId => "The post number is incomplete or wrong. Copy the link again.",
        Refusal::BadHandle => "The username in the link is wrong. Copy the link again.",
        Refusal::NotAccepted(_) => {
            "This campaign doesn't accept posts from there. Paste the link to your post on X."
        }
        Refusal::TooOldToTell => "This post is far older than the campaign.",
        Refusal::TooEarly { posted_at } => {
            return format!(
                "Posted before the campaign started: {}. Make a new post.",
                both_times(*posted_at, offset, local)
            );
        }
        Refusal::TooLate { posted_at } => {
            return format!(
                "Posted after the campaign ended: {}.",
                both_times(*posted_at, offset, local)
            );
        }
    }
    .into()
}

fn entry(entry: &Entry, now: DateTime<Utc>, local: Local<'_>) -> String {
    let settled = entry.settled_at.map(|at| when(local(at), local(now))).unwrap_or_default();
    match entry.state {
        State::Queued => "Queued".into(),
        State::Sending => "Submitting…".into(),
        State::Delivered => format!("Received {settled}"),
        State::Waiting => {
            let why = match entry.cause {
                Some(Cause::Offline) => "The form can't be reached",
                Some(Cause::Timeout) => "The form isn't responding",
                Some(Cause::Interrupted) => "No answer was received",
                Some(Cause::Worker) => "This site's service worker answered instead of the form",
                _ if entry.status == Some(409) => "The form is still processing an earlier attempt",
                _ => "The form is unavailable",
            };
            match time::until(entry.next_attempt_at, now) {
                (0, 0) => format!("{why}. Retrying…"),
                (0, seconds) => format!("{why}. Retrying in {seconds} s."),
                (minutes, _) => format!("{why}. Retrying in {minutes} min."),
            }
        }
        State::Unconfirmed => format!(
            "Sent, but not confirmed{}. Open the form and check, or submit it yourself.",
            words(entry)
        ),
        State::Refused => {
            let words = match (&entry.message, entry.status) {
                (None, Some(status @ 300..)) => format!(" ({status})"),
                _ => words(entry),
            };
            format!("The form refused it{words}. Open the form and submit it yourself.")
        }
        State::Manual => {
            format!("You opened the form to submit it: {settled}. Check there that it arrived.")
        }
    }
}

/// Quotes the form's message, isolated because its script may run the other way.
fn words(entry: &Entry) -> String {
    let quoted = |words| format!(": “\u{2068}{words}\u{2069}”");
    entry.message.as_ref().map(quoted).unwrap_or_default()
}

/// Writes a past time, without the day if it is today.
fn when(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    match at.date_naive() == now.date_naive() {
        true => time::parts(at, Midnight::StartsDay).3,
        false => moment(at, Midnight::StartsDay, ThisYear(now.year())),
    }
}

fn rule(verdict: &Verdict, minimum: Minimum, tag: &str) -> String {
    match &verdict.finding {
        Finding::TagPresent => format!("Includes {tag}"),
        Finding::TagMissing => format!("Include {tag}"),
        Finding::NearMisses(misses) => {
            let slips = misses.iter().flat_map(|miss| &miss.slips).map(|&slip| self::slip(slip));
            format!("Not quite {tag}: {}", distinct(slips).join(", "))
        }
        Finding::Length { missing: 0, .. } => {
            format!("At least {}", amount(minimum.count as usize, minimum.unit))
        }
        Finding::Length { missing, .. } => {
            format!("At least {}: {missing} to go", amount(minimum.count as usize, minimum.unit))
        }
        Finding::OtherTags(others) if others.is_empty() => "No other hashtags".into(),
        Finding::OtherTags(others) if others.iter().all(|other| other.close) => {
            "Close to the campaign hashtag: check the spelling".into()
        }
        Finding::OtherTags(_) => match verdict.state {
            draft::State::Advice => "May be taken for another hashtag:",
            _ => "No other hashtags: remove",
        }
        .into(),
        Finding::XLength { over: 0, .. } => "Fits on X".into(),
        Finding::XLength { limit, over, .. } => {
            format!("{over} over X's limit of {limit} (a Chinese character counts as 2)")
        }
        Finding::Original => String::new(),
        Finding::Doubtful(doubt) => match doubt {
            Doubt::Filler => "Repeated text may not count as original",
            Doubt::HardlyText => "Mostly punctuation and emoji, which may not count",
            Doubt::Announcement => "Mostly the announcement's words; use your own",
            Doubt::EarlierPost => "Much like an earlier post of yours; the two may count as one",
        }
        .into(),
    }
}

fn slip(slip: Slip) -> &'static str {
    match slip {
        Slip::Sign => "the # is not the standard one",
        Slip::WhiteSpace => "the spaces differ",
        Slip::LetterCase => "upper and lower case differ",
        Slip::Width => "some characters have another width or style",
        Slip::Punctuation => "the punctuation differs",
        Slip::ClosingSign => "the closing # is missing",
        Slip::ZeroWidth => "invisible characters differ",
        Slip::ForeignText => "there is other text inside",
    }
}
