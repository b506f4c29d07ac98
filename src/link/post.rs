//! A post, as its link names it.

use crate::campaign::Platform;
use chrono::{DateTime, Utc};

/// X counts the milliseconds in its ids from 2010-11-04T01:42:54.657Z.
const X_EPOCH_MS: i64 = 1_288_834_974_657;

/// The last id that X gave out in sequence, before ids carried a time.
const LAST_SEQUENTIAL_ID: u64 = 29_700_859_247;

/// A post on X or on Gate Square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Where it was made.
    pub platform: Platform,
    /// Who the link says made it; some forms of link do not say.
    pub handle: Option<String>,
    /// Its number there, never 0. Exceeds 2^53, so it is text in JSON.
    pub id: u64,
}

impl Post {
    /// The one form of its link that is shown, stored and sent.
    pub fn canonical(&self) -> String {
        let id = self.id.to_string();
        match self.platform {
            Platform::X => {
                let author = self.handle.as_deref().unwrap_or("i");
                ["https://x.com/", author, "/status/", &id].concat()
            }
            Platform::Gate => ["https://www.gate.com/post/status/", &id].concat(),
        }
    }

    /// When it was made, to the millisecond, from the id alone. `None` where
    /// the id does not tell: on Gate, and on X before November 2010.
    pub fn posted_at(&self) -> Option<DateTime<Utc>> {
        if self.platform != Platform::X || self.id <= LAST_SEQUENTIAL_ID {
            return None;
        }
        let since_epoch = i64::try_from(self.id >> 22).ok()?;
        DateTime::from_timestamp_millis(X_EPOCH_MS + since_epoch)
    }

    /// Whether two links name one post: the handle is decoration.
    pub fn is_same(&self, other: &Post) -> bool {
        self.platform == other.platform && self.id == other.id
    }
}
