//! Why a link is refused.

use crate::campaign::Platform;
use chrono::{DateTime, Utc};

/// Why a link is refused: one reason per next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not a web link.
    NotALink,
    /// A link to an unrelated site.
    OtherSite,
    /// A host that imitates an accepted one.
    LookAlike,
    /// A profile.
    Profile,
    /// A list.
    List,
    /// A Space: an audio room.
    Space,
    /// A community.
    Community,
    /// `t.co`, which only X can resolve.
    ShortLink,
    /// A picture or video of a post.
    Picture,
    /// A link that opens the composer.
    Intent,
    /// A search or a hashtag's page.
    Search,
    /// Another page of X.
    OtherPage,
    /// The id is missing, cut off or invalid.
    BadId,
    /// The handle is missing or invalid.
    BadHandle,
    /// A post on a platform that the campaign does not accept.
    NotAccepted(Platform),
    /// An id from before November 2010, which contains no time.
    TooOldToTell,
    /// Posted before the window.
    TooEarly {
        /// The time of posting.
        posted_at: DateTime<Utc>,
    },
    /// Posted at or after the end of the window.
    TooLate {
        /// The time of posting.
        posted_at: DateTime<Utc>,
    },
}

impl Refusal {
    /// Returns the value of `data-reason`.
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
