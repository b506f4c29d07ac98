//! Every sentence that a person reads, one file a language.
//!
//! A language is a [`Phrases`]: the compiler knows when one is missing. What the
//! scripts beside the card say (`src/frame`, `src/contrast.js`) is in
//! `scripts.json`, which `cargo xtask dist` puts into them. What the loader tells a page's author, on the console and by
//! `campaign-error`, is in English alone: it speaks before any language is there.

mod en;
mod time;
mod zh_cn;

use chrono::{DateTime, FixedOffset, Utc};

use crate::campaign::{Flaw, Milestone, Minimum, Phase, Trouble, Unit, choose};
use crate::draft::Verdict;
use crate::link::{Post, Refusal};
use crate::notebook::ShareTarget;
use crate::outbox::{Entry, State};

/// A language that the card speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Simplified Chinese.
    ZhCn,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::ZhCn, Language::En];

    /// The best for those wanted, the best of which comes first; English
    /// where none of them is spoken.
    pub fn choose(wanted: &[String]) -> Language {
        choose(wanted, &Language::ALL.map(Language::tag))
            .and_then(|index| Language::ALL.get(index).copied())
            .unwrap_or(Language::En)
    }

    /// The language tag, BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Language::ZhCn => "zh-CN",
            Language::En => "en",
        }
    }

    /// Its sentences.
    pub fn phrases(self) -> &'static Phrases {
        match self {
            Language::ZhCn => &zh_cn::PHRASES,
            Language::En => &en::PHRASES,
        }
    }
}

/// An instant in the reader's own time zone.
pub type Local<'a> = &'a dyn Fn(DateTime<Utc>) -> DateTime<FixedOffset>;

/// The sentences of one language.
pub struct Phrases {
    /// Names of days, hours, minutes and seconds, below their digits.
    pub units: [&'static str; 4],
    /// Above the digits.
    pub phase: fn(Phase) -> &'static str,
    /// Feedback aloud when it is reached.
    pub milestone: fn(Milestone) -> &'static str,
    /// Before the two ends of the window.
    pub window: &'static str,
    /// Before them in the reader's time.
    pub your_time: &'static str,
    /// After times that are the reader's own as well.
    pub also_your_time: &'static str,
    /// An offset from UTC in seconds: `UTC+8`.
    pub zone: fn(i32) -> String,
    /// A day and a time; midnight is the end of the day before where `true`
    /// says that something ends then. The year is left out in that year.
    pub moment: fn(DateTime<FixedOffset>, bool, i32) -> String,
    /// The mark of a preview.
    pub preview: &'static str,
    /// What the language buttons choose.
    pub languages: &'static str,
    /// Whom to follow.
    pub follow: fn(&str) -> String,
    /// The link to the announcement.
    pub details: &'static str,

    /// Why there is no card, for the page's author.
    pub trouble: fn(&Trouble) -> String,
    /// What is wrong with a field of the campaign file.
    pub flaw: fn(&Flaw) -> String,
    /// That the element holds more of the page than its content, for the author.
    pub holds_more: &'static str,

    /// Above the composer.
    pub write: &'static str,
    /// In the empty composer.
    pub placeholder: &'static str,
    /// What counts towards the minimum, in one line.
    pub what_counts: fn(Unit) -> &'static str,
    /// How many count, and how many are missing.
    pub count: fn(usize, Minimum) -> String,
    /// X's weighted length.
    pub x_count: fn(usize) -> String,
    /// Opens what X will show, and says which hashtags X will link.
    pub x_links: fn(&[&str]) -> String,
    /// Why that may be less than the campaign tag.
    pub x_cuts: &'static str,
    /// A rule, and where the draft stands with it. The text is the tag.
    pub rule: fn(&Verdict, Minimum, &str) -> String,
    /// Repairs a rule's failure.
    pub fix: &'static str,
    /// Selects in the text what breaks a rule.
    pub locate: &'static str,
    /// That there are so many more.
    pub more: fn(usize) -> String,
    /// Takes one tag out of the text.
    pub remove: fn(&str) -> String,
    /// Puts the campaign tag in the place of one that is nearly it.
    pub replace: &'static str,
    /// Above the questions that help to start.
    pub prompts: &'static str,
    /// The button that inserts the tag.
    pub insert_tag: fn(&str) -> String,
    /// The button that copies the draft.
    pub copy: &'static str,
    /// The link that copies the draft and opens the place where posts are made.
    pub open_compose: &'static str,
    /// The button that shares to X.
    pub share_x: &'static str,
    /// The button that opens the system's share sheet.
    pub share: &'static str,
    /// Feedback when the draft went out.
    pub shared: fn(ShareTarget) -> &'static str,
    /// What stands between two sentences.
    pub between_sentences: &'static str,
    /// Feedback beside that when the text is on the clipboard, too.
    pub copied_too: &'static str,
    /// Feedback beside that when it is there alone.
    pub too_long_for_x: &'static str,
    /// Feedback when it went out although these rules are broken.
    pub shared_but: fn(&[String]) -> String,
    /// Feedback before it goes out while these rules are broken.
    pub not_yet: fn(&[String]) -> String,
    /// Feedback when it could not be copied.
    pub not_copied: &'static str,
    /// Leads to the link field, once the post is made.
    pub next_step: &'static str,
    /// Begins another draft.
    pub new_draft: &'static str,
    /// Empties the draft.
    pub clear: &'static str,
    /// Feedback when a draft was emptied or deleted.
    pub gone: &'static str,
    /// Brings it back.
    pub undo: &'static str,
    /// Feedback when two tabs wrote on one draft.
    pub clash: &'static str,
    /// Above the other drafts, of which there are so many.
    pub drafts: fn(usize) -> String,
    /// What became of a note: a draft, or handed over that way.
    pub draft_state: fn(Option<ShareTarget>) -> &'static str,
    /// Goes on with another draft.
    pub open_draft: &'static str,
    /// Deletes it.
    pub delete_draft: &'static str,

    /// Above the link field.
    pub hand_in: &'static str,
    /// What the link field takes.
    pub link_hint: &'static str,
    /// What becomes of a pasted link.
    pub verdict: fn(&Result<Post, Refusal>, i32, Local<'_>) -> String,
    /// That only the person can tell whether it is their post: its number looks
    /// rounded.
    pub doubtful: &'static str,
    /// Opens that post.
    pub open_post: &'static str,
    /// Says that it is theirs.
    pub confirm: &'static str,
    /// The button that hands in.
    pub submit: &'static str,
    /// The same, where the person has to do it.
    pub copy_and_open: &'static str,
    /// The link to the form.
    pub open_questionnaire: &'static str,
    /// Feedback after the button was pressed.
    pub feedback: fn(Feedback) -> String,
    /// Where a link stands, and what happens next. `true` says that its time
    /// is over; the instant is now.
    pub entry: fn(&Entry, bool, DateTime<Utc>, Local<'_>) -> String,
    /// How many posts were received.
    pub delivered: fn(usize) -> String,
    /// How many of how many are through, whatever became of them.
    pub progress: fn(usize, usize) -> String,
    /// Sends a link again, or at once.
    pub retry: &'static str,
    /// Copies a link.
    pub copy_link: &'static str,
    /// Takes a link off the list.
    pub take_off: &'static str,
    /// Where it was.
    pub taken_off: &'static str,
    /// Saves the list as a table.
    pub export: &'static str,
    /// Above the columns of that table: the link, when it was posted and handed
    /// in, its state, since when, the words of the form, the key. The text is
    /// the zone of the times.
    pub columns: fn(&str) -> [String; 7],
    /// A state in a cell of that table.
    pub state: fn(State) -> &'static str,
    /// Nothing will outlive the page.
    pub not_lasting: &'static str,
}

/// What is said after the button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feedback {
    /// Nothing was pasted.
    NothingThere,
    /// None of what was pasted can be handed in.
    NoneAccepted,
    /// The window has not opened.
    TooSoon,
    /// Links are no longer taken.
    TooLate,
    /// In a preview nothing is sent.
    Preview,
    /// So many links are on their way now.
    Added(usize),
    /// All of them were there already.
    AlreadyThere,
    /// The link is copied and the form is open.
    Copied,
    /// The link is copied.
    LinkCopied,
    /// The link could not be copied.
    NotCopied,
}

/// The same words, each once.
fn distinct<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut distinct: Vec<&str> = Vec::new();
    for word in words {
        if !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct
}
