//! One draft, and the post that it became.

use chrono::{DateTime, Utc};

use super::Versions;
use crate::draft::Fingerprint;

/// A draft, and the post that it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The language that it is for, and a UUID.
    pub id: String,
    /// What is written, as the person wrote it.
    pub text: String,
    /// When it was last written on, or opened.
    pub changed_at: DateTime<Utc>,
    /// What was last shared of it.
    pub post: Option<Post>,
    /// Who has written on it.
    pub versions: Versions,
}

/// A text that was shared, presumably to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The text that went out.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Where to.
    pub way: ShareTarget,
}

/// How a text leaves the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareTarget {
    /// To the clipboard.
    Copy,
    /// To the clipboard, and to the page where the campaign's posts are made.
    Compose,
    /// To X.
    X,
    /// To whatever the system's share sheet offers.
    Sheet,
}

impl ShareTarget {
    pub(super) const ALL: [ShareTarget; 4] =
        [ShareTarget::Copy, ShareTarget::Compose, ShareTarget::X, ShareTarget::Sheet];

    /// Its name in events and in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            ShareTarget::Copy => "copy",
            ShareTarget::Compose => "compose",
            ShareTarget::X => "x",
            ShareTarget::Sheet => "sheet",
        }
    }
}

impl Draft {
    /// An empty draft.
    pub fn new(id: String, now: DateTime<Utc>) -> Draft {
        Draft {
            id,
            text: String::new(),
            changed_at: now,
            post: None,
            versions: Versions::default(),
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.post.is_none()
    }

    /// Remembers that `text` went out.
    pub fn mark_shared(&mut self, text: &str, way: ShareTarget, now: DateTime<Utc>) {
        self.post = Some(Post { text: text.to_owned(), at: now, way });
    }

    /// Whether `text` is what went out, or a correction of it.
    pub fn is_version_of_post(&self, text: &str) -> bool {
        let is_version =
            |post: &Post| post.text == text || Fingerprint::of(&post.text).covers_most_of(text);
        self.post.as_ref().is_some_and(is_version)
    }

    /// Changes the text. Where that makes another post of it, the one that went
    /// out stays as it was, under the id that it has, and is given back; this
    /// note goes on under `id`.
    ///
    /// # Examples
    ///
    /// ```
    /// use campaign_widget::notebook::{Draft, ShareTarget};
    /// use chrono::DateTime;
    ///
    /// let now = DateTime::UNIX_EPOCH;
    /// let mut note = Draft::new("first".into(), now);
    /// let text = "I bought my first share on a Sunday night, and it took ten seconds.";
    /// assert_eq!(note.write(text, now, "unused".into()), None);
    /// note.mark_shared(text, ShareTarget::X, now);
    ///
    /// // A correction is still that post; another story is a note of its own.
    /// assert_eq!(note.write(&text.replace("ten", "nine"), now, "unused".into()), None);
    /// let posted = note.write("The fees, by the way, are low.", now, "second".into());
    /// assert_eq!(posted.expect("the post").id, "first");
    /// assert_eq!(note.id, "second");
    /// ```
    pub fn write(&mut self, text: &str, now: DateTime<Utc>, id: String) -> Option<Draft> {
        let posted = (self.post.is_some() && !self.is_version_of_post(text)).then(|| {
            let posted = Draft::new(id, now);
            std::mem::replace(self, posted)
        });
        text.clone_into(&mut self.text);
        self.changed_at = now;
        posted.map(|posted| Draft {
            text: posted.post.as_ref().map(|post| post.text.clone()).unwrap_or_default(),
            ..posted
        })
    }

    /// How the text went out, as it stands.
    pub fn shared_to(&self) -> Option<ShareTarget> {
        self.post.as_ref().filter(|post| post.text == self.text).map(|post| post.way)
    }
}

/// Drafts in the order of a list.
pub fn newest_first(notes: impl IntoIterator<Item = Draft>) -> Vec<Draft> {
    let mut sorted: Vec<Draft> = Vec::new();
    for note in notes {
        let place = sorted.iter().take_while(|other| other.changed_at >= note.changed_at).count();
        sorted.insert(place, note);
    }
    sorted
}
