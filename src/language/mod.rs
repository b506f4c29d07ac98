//! Every sentence that a person reads, one file per language.
//!
//! A language is a [`Phrases`], an [`AuthorPhrases`], a [`ComposerPhrases`] and a
//! [`LinkPhrases`], each in the chunk of the module that needs it, so a missing sentence
//! does not compile. The sentences of `src/frame` and `src/contrast.js` are in `scripts.json`;
//! `cargo xtask dist` puts them into the scripts. The loader's messages to the
//! page author, on the console and by `campaign-error`, are in English only: it
//! runs before any language is loaded.

mod en;
mod own_name;
mod time;
mod zh_cn;

use chrono::{DateTime, FixedOffset, Utc};

pub use own_name::own_name;

use crate::campaign::{Flaw, Milestone, Minimum, Phase, Trouble, Unit, choose};
use crate::draft::Verdict;
use crate::link::{Post, Refusal};
use crate::notebook::ShareTarget;
use crate::outbox::{Entry, State};

/// A language of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    ZhCn,
    /// English.
    En,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::ZhCn, Language::En];

    /// Returns the best match for the wanted language tags, in order of
    /// preference; English if none matches.
    pub fn choose(wanted: &[String]) -> Language {
        choose(wanted, &Language::ALL.map(Language::tag))
            .and_then(|index| Language::ALL.get(index).copied())
            .unwrap_or(Language::En)
    }

    /// Returns the language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Language::ZhCn => "zh-CN",
            Language::En => "en",
        }
    }

    /// Returns the sentences.
    pub fn phrases(self) -> &'static Phrases {
        match self {
            Language::ZhCn => &zh_cn::PHRASES,
            Language::En => &en::PHRASES,
        }
    }

    /// Returns the sentences for the page's author.
    pub fn author_phrases(self) -> &'static AuthorPhrases {
        match self {
            Language::ZhCn => &zh_cn::AUTHOR,
            Language::En => &en::AUTHOR,
        }
    }

    /// Returns the sentences of the composer.
    pub fn composer_phrases(self) -> &'static ComposerPhrases {
        match self {
            Language::ZhCn => &zh_cn::COMPOSER,
            Language::En => &en::COMPOSER,
        }
    }

    /// Returns the sentences of the link helper.
    pub fn link_phrases(self) -> &'static LinkPhrases {
        match self {
            Language::ZhCn => &zh_cn::LINKS,
            Language::En => &en::LINKS,
        }
    }
}

/// Converts an instant to the reader's time zone.
pub type Local<'a> = &'a dyn Fn(DateTime<Utc>) -> DateTime<FixedOffset>;

/// How midnight is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Midnight {
    /// `00:00` of the day that starts.
    StartsDay,
    /// `24:00` of the day that ends.
    EndsDay,
}

/// The current year. Moments in this year are written without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThisYear(pub i32);

/// The sentences of one language.
pub struct Phrases {
    /// Names of days, hours, minutes and seconds, below their digits.
    pub units: [&'static str; 4],
    /// The heading of the countdown.
    pub phase: fn(Phase) -> &'static str,
    /// The announcement to screen readers at a milestone.
    pub milestone: fn(Milestone) -> &'static str,
    /// The label of the window's start and end.
    pub window: &'static str,
    /// The label of the window in the reader's time zone.
    pub your_time: &'static str,
    /// The suffix of times in a zone that is also the reader's.
    pub also_your_time: &'static str,
    /// An offset from UTC: `UTC+8`.
    pub zone: fn(FixedOffset) -> String,
    /// A day and a time, without the year if it is this year.
    pub moment: fn(DateTime<FixedOffset>, Midnight, ThisYear) -> String,
    /// The notice of a preview.
    pub preview: &'static str,
    /// The label of the language buttons.
    pub languages: &'static str,
    /// The request to follow an account.
    pub follow: fn(&str) -> String,
    /// The button that undoes a press.
    pub undo: &'static str,
    /// The link to the form.
    pub open_questionnaire: &'static str,
    /// The notice that a chunk of the module could not be loaded.
    pub not_loaded: &'static str,
    /// The button that loads it again.
    pub load_again: &'static str,
    /// The link to the announcement.
    pub details: &'static str,
    /// That the element contains more of the page than its own content, for the page
    /// author.
    pub not_closed: &'static str,
}

/// The sentences for the page's author, which come last.
pub struct AuthorPhrases {
    /// Why the card cannot be shown.
    pub trouble: fn(&Trouble) -> String,
    /// What is wrong with a field of the campaign file, after its path.
    pub flaw: fn(&Flaw) -> String,
}

/// The sentences of the composer.
pub struct ComposerPhrases {
    /// The notice that the browser saves no data.
    pub not_lasting: &'static str,
    /// The heading of the composer.
    pub write: &'static str,
    /// The placeholder of the empty composer.
    pub placeholder: &'static str,
    /// What the minimum length counts.
    pub what_counts: fn(Unit) -> &'static str,
    /// How much counts, and how much is missing.
    pub count: fn(usize, Minimum) -> String,
    /// The weighted length on X.
    pub x_count: fn(usize) -> String,
    /// The summary of the X preview, with the hashtags that X will link.
    pub x_links: fn(&[&str]) -> String,
    /// Why X may link less than the campaign hashtag.
    pub x_links_hint: &'static str,
    /// A rule and its result for the draft. The text is the campaign hashtag.
    pub rule: fn(&Verdict, Minimum, &str) -> String,
    /// The button that fixes a failed rule.
    pub fix: &'static str,
    /// The button that selects in the text what breaks a rule.
    pub locate: &'static str,
    /// How many more there are.
    pub more: fn(usize) -> String,
    /// The button that removes a hashtag from the text.
    pub remove: fn(&str) -> String,
    /// The button that replaces a similar hashtag with the campaign hashtag.
    pub replace: &'static str,
    /// The heading of the prompts.
    pub prompts: &'static str,
    /// The button that inserts the campaign hashtag.
    pub insert_tag: fn(&str) -> String,
    /// The button that copies the draft.
    pub copy: &'static str,
    /// The link that copies the draft and opens Gate Square.
    pub open_compose: &'static str,
    /// The button that shares to X.
    pub share_x: &'static str,
    /// The button that opens the system's share sheet.
    pub share: &'static str,
    /// Feedback after sharing.
    pub shared: fn(ShareTarget) -> &'static str,
    /// The separator between two sentences.
    pub between_sentences: &'static str,
    /// Feedback after `shared`: the text is also on the clipboard.
    pub also_copied: &'static str,
    /// Feedback after `shared`: the text is only on the clipboard.
    pub too_long_for_x: &'static str,
    /// Feedback after sharing a draft that fails these rules.
    pub shared_failing: fn(&[String]) -> String,
    /// The warning before sharing a draft that fails these rules.
    pub fails_before_sharing: fn(&[String]) -> String,
    /// Feedback when copying failed.
    pub not_copied: &'static str,
    /// The button that leads to the link field after sharing.
    pub next_step: &'static str,
    /// The button that starts another draft.
    pub new_draft: &'static str,
    /// The button that clears the draft.
    pub clear: &'static str,
    /// Feedback after a draft was cleared or deleted.
    pub deleted: &'static str,
    /// The notice that another page changed the draft as well.
    pub conflict: &'static str,
    /// The heading of the other drafts, with their number.
    pub drafts: fn(usize) -> String,
    /// The status of a draft: how it was shared, if it was.
    pub draft_state: fn(Option<ShareTarget>) -> &'static str,
    /// The button that opens another draft.
    pub open_draft: &'static str,
    /// The button that deletes a draft.
    pub delete_draft: &'static str,
}

/// The sentences of the link helper.
pub struct LinkPhrases {
    /// The heading of the link field.
    pub link_heading: &'static str,
    /// The hint of the link field.
    pub link_hint: &'static str,
    /// Whether a pasted link can be submitted. The offset is the campaign's.
    pub verdict: fn(&Result<Post, Refusal>, FixedOffset, Local<'_>) -> String,
    /// The question whether a post with a rounded number is the reader's.
    pub doubtful: &'static str,
    /// The link that opens that post.
    pub open_post: &'static str,
    /// The button that confirms it.
    pub confirm: &'static str,
    /// The button that submits.
    pub submit: &'static str,
    /// The same button of a campaign without an endpoint.
    pub copy_and_open: &'static str,
    /// Feedback after a press on a button.
    pub feedback: fn(Feedback) -> String,
    /// The status of an entry, and what happens next. The instant is now.
    pub entry: fn(&Entry, DateTime<Utc>, Local<'_>) -> String,
    /// The status of an entry that is no longer retried.
    pub not_delivered: &'static str,
    /// The number of posts received.
    pub delivered: fn(usize) -> String,
    /// The number of settled entries, of all.
    pub progress: fn(usize, usize) -> String,
    /// The button that retries an entry now.
    pub retry: &'static str,
    /// The button that copies a link.
    pub copy_link: &'static str,
    /// The button that removes an entry.
    pub remove_link: &'static str,
    /// Feedback in its place.
    pub link_removed: &'static str,
    /// The button that saves the entries as CSV.
    pub export: &'static str,
    /// The CSV columns: link, time posted, time submitted, status and its time, the
    /// form's answer, idempotency key. The text is the zone of the times.
    pub columns: fn(&str) -> [String; 7],
    /// A status in the CSV.
    pub state: fn(State) -> &'static str,
}

/// Feedback after a press on a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feedback {
    /// The field is empty.
    NothingThere,
    /// No link can be submitted.
    NoneAccepted,
    /// The campaign has not started.
    TooSoon,
    /// The time to submit is over.
    TooLate,
    /// A preview submits nothing.
    Preview,
    /// This many links were queued.
    Added(usize),
    /// All links were submitted before.
    AlreadyThere,
    /// The link is copied and the form was opened.
    Copied,
    /// The link is copied.
    LinkCopied,
    /// The link could not be copied.
    NotCopied,
}

/// Returns the words without repetitions, in order.
fn distinct<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut distinct: Vec<&str> = Vec::new();
    for word in words {
        if !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct
}
