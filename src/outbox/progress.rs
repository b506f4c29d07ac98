//! How far several links at once have come.

use super::Outbox;
use chrono::{DateTime, Utc};

/// The links that are on their way together: from when there is one until there
/// is none.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    keys: Vec<String>,
}

/// How far a batch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many are not on their way any more, whatever became of them.
    pub done: usize,
    /// How many there are.
    pub all: usize,
}

impl Batch {
    /// Follows the outbox; `None` where there is nothing under way, or one
    /// link alone.
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
        // What was removed is no part of it any more.
        self.keys.retain(|key| outbox.entries().any(|entry| entry.key == *key));
        if left == 0 {
            self.keys.clear();
        }
        let all = self.keys.len();
        (all > 1).then(|| Progress { done: all.saturating_sub(left), all })
    }
}
