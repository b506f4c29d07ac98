//! A post and its id.

use crate::campaign::Platform;
use chrono::{DateTime, Utc};

/// X's ids count milliseconds from 2010-11-04T01:42:54.657Z.
const X_EPOCH_MS: i64 = 1_288_834_974_657;

/// The last sequential id of X, before ids contained a time.
const LAST_SEQUENTIAL_ID: u64 = 29_700_859_247;

/// JavaScript's numbers are exact up to this: 2^53.
const LAST_EXACT: u64 = 1 << 53;

/// Returns the number that JavaScript prints: of all that equal it, the one
/// with the fewest significant digits (ECMA-262, Number::toString).
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
    /// The platform.
    pub platform: Platform,
    /// The author's handle, if the link contains it.
    pub handle: Option<String>,
    /// The id, from 1 to 2^63 - 1. Exceeds 2^53, so it is text in JSON.
    pub id: u64,
}

impl Post {
    /// Returns the canonical link, which is shown, stored and submitted.
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

    /// Returns the time of posting, in milliseconds, from the id. `None` on
    /// Gate, and on X before November 2010.
    pub fn posted_at(&self) -> Option<DateTime<Utc>> {
        if self.platform != Platform::X || self.id <= LAST_SEQUENTIAL_ID {
            return None;
        }
        let since_epoch = i64::try_from(self.id >> 22).ok()?;
        DateTime::from_timestamp_millis(X_EPOCH_MS + since_epoch)
    }

    /// Whether JavaScript or a spreadsheet may have rounded the id: they keep
    /// 53 bits, or 15 digits, and fill up with zeros. The link then most likely
    /// leads to another post. Of X's ids until 2028, one in 256 looks like that
    /// by chance, so only the author can tell.
    pub fn may_be_rounded(&self) -> bool {
        self.id > LAST_EXACT && self.id == shown_by_javascript(self.id)
    }

    /// Whether both are the same post, whatever their handles.
    pub fn is_same(&self, other: &Post) -> bool {
        self.platform == other.platform && self.id == other.id
    }
}
