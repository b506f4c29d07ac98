//! Why a link is not taken.

use crate::campaign::Platform;
use chrono::{DateTime, Utc};

/// Why a link is not taken: one reason for each different next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No web link at all.
    NotALink,
    /// A link to a site that has nothing to do with it.
    OtherSite,
    /// A host that passes itself off as one that is accepted.
    LookAlike,
    /// A person's page rather than a post.
    Profile,
    /// A list.
    List,
    /// A space: an audio room.
    Space,
    /// A community.
    Community,
    /// `t.co`, which only X can resolve.
    ShortLink,
    /// A picture or video out of a post.
    Picture,
    /// A link that opens the composer.
    Intent,
    /// A search or a hashtag's page.
    Search,
    /// Another page of X.
    OtherPage,
    /// The number is missing, cut off or no number of a post.
    BadId,
    /// The author's name is missing or no name on X.
    BadHandle,
    /// A post, but the campaign does not take posts from there.
    NotAccepted(Platform),
    /// An id of before November 2010 carries no time.
    TooOldToTell,
    /// Made before the window opened.
    TooEarly {
        /// The time of posting.
        posted_at: DateTime<Utc>,
    },
    /// Made at the end of the window or after it.
    TooLate {
        /// The time of posting.
        posted_at: DateTime<Utc>,
    },
}

impl Refusal {
    /// The value of `data-reason`.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NotALink => "not-a-link",
            Refusal::OtherSite => "other-site",
            Refusal::LookAlike => "look-alike",
            Refusal::Profile => "profile",
            Refusal::List => "list",
            Refusal::Space => "space",
            Refusal::Community => "community",
            Refusal::ShortLink => "short-link",
            Refusal::Picture => "picture",
            Refusal::Intent => "intent",
            Refusal::Search => "search",
            Refusal::OtherPage => "other-page",
            Refusal::BadId => "bad-id",
            Refusal::BadHandle => "bad-handle",
            Refusal::NotAccepted(Platform::X) => "x-not-accepted",
            Refusal::NotAccepted(Platform::Gate) => "gate-not-accepted",
            Refusal::TooOldToTell => "too-old-to-tell",
            Refusal::TooEarly { .. } => "too-early",
            Refusal::TooLate { .. } => "too-late",
        }
    }
}
