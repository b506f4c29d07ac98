//! A person's own list as a table for spreadsheets.

use super::timestamp::timestamp;
use super::{Entry, Outbox, State};
use chrono::{DateTime, FixedOffset, Utc};

/// What some spreadsheets need to see to read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

impl Outbox {
    /// The entries on the list as CSV (RFC 4180), the oldest first, under the
    /// names of the columns: the link, when it was posted and handed in, its
    /// state in words, since when, what the server said, the key. Times are in
    /// the offset that is given.
    pub fn to_csv(
        &self,
        columns: [String; 7],
        state: fn(State) -> &'static str,
        offset: FixedOffset,
    ) -> String {
        let time = |at: Option<DateTime<Utc>>| {
            at.map(|at| timestamp(at.with_timezone(&offset).naive_local(), " ")).unwrap_or_default()
        };
        let row = |entry: &Entry| {
            [
                entry.link.clone(),
                time(entry.posted_at),
                time(Some(entry.added_at)),
                state(entry.state).to_owned(),
                time(entry.settled_at),
                entry.message.clone().unwrap_or_default(),
                entry.key.clone(),
            ]
        };
        let mut csv = BYTE_ORDER_MARK.to_owned();
        for row in [columns].into_iter().chain(self.entries().map(row)) {
            for (at, cell) in row.iter().enumerate() {
                csv.push_str(if at == 0 { "\"" } else { ",\"" });
                // No spreadsheet shall take a server's words for a formula.
                if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
                    csv.push('\'');
                }
                csv.push_str(&cell.replace('"', "\"\""));
                csv.push('"');
            }
            csv.push_str("\r\n");
        }
        csv
    }
}
