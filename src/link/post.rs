//! A post, as its link names it.

use crate::campaign::Platform;
use chrono::{DateTime, Utc};

/// X counts the milliseconds in its ids from 2010-11-04T01:42:54.657Z.
const X_EPOCH_MS: i64 = 1_288_834_974_657;

/// The last id that X gave out in sequence, before ids carried a time.
const LAST_SEQUENTIAL_ID: u64 = 29_700_859_247;

/// Up to this, JavaScript's numbers are exact: 2^53.
const LAST_EXACT: u64 = 1 << 53;

/// The number that JavaScript prints of this one: of all that are the same to
/// it, the one with the fewest digits that are not zeros at the end (ECMA-262,
/// Number::toString).
fn shown_by_javascript(number: u64) -> u64 {
    let float = number as f64;
    let exact = float as u64;
    let mut unit = 1_000_000_000_000_000_000;
    loop {
        let rounded = exact.saturating_add(unit / 2) / unit * unit;
        if rounded as f64 == float || unit == 1 {
            return rounded;
        }
        unit /= 10;
    }
}

/// A post on X or on Gate Square.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Where it was made.
    pub platform: Platform,
    /// Who the link says made it; some forms of link do not say.
    pub handle: Option<String>,
    /// Its number there, from 1 to 2^63 - 1. Exceeds 2^53, so it is text in JSON.
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

    /// Whether its number is one that JavaScript, or a spreadsheet, makes of many:
    /// it keeps 53 bits, or 15 digits, and fills up with zeros. It then most likely
    /// names another post. Of the numbers that X gives out until 2028 one in 256 is
    /// like that by itself, so that only who made the post can tell.
    pub fn may_be_rounded(&self) -> bool {
        self.id > LAST_EXACT && self.id == shown_by_javascript(self.id)
    }

    /// Whether two links name one post: the handle is decoration.
    pub fn is_same(&self, other: &Post) -> bool {
        self.platform == other.platform && self.id == other.id
    }
}
