//! The progress of several links.

use super::Outbox;
use chrono::{DateTime, Utc};

/// The links being delivered together: from the first one until none is left.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    keys: Vec<String>,
}

/// The progress of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The number of entries that are settled.
    pub done: usize,
    /// The number of all entries.
    pub all: usize,
}

impl Batch {
    /// Follows the outbox; `None` if nothing is being delivered, or a single
    /// link.
    pub fn follow(
        &mut self,
        outbox: &Outbox,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Option<Progress> {
        let mut left = 0;
        for entry in outbox.on_their_way(until, now) {
            left += 1;
            if !self.keys.contains(&entry.key) {
                self.keys.push(entry.key.clone());
            }
        }
        // Removed entries no longer count.
        self.keys.retain(|key| outbox.entries().any(|entry| entry.key == *key));
        if left == 0 {
            self.keys.clear();
        }
        let all = self.keys.len();
        (all > 1).then(|| Progress { done: all.saturating_sub(left), all })
    }
}
