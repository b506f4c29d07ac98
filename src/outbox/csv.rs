//! A person's own list as a table for spreadsheets.

use super::{Entry, Outbox, State};
use crate::campaign::write_moment;
use chrono::{DateTime, FixedOffset, Utc};

/// What some spreadsheets need to see to read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// What spreadsheets take for the beginning of a formula, some also in full
/// width.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

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
            let local = |at: DateTime<Utc>| at.with_timezone(&offset).naive_local().and_utc();
            let written = at.map(|at| write_moment(local(at))).unwrap_or_default();
            // Spreadsheets know a day and a time with a space between.
            written.get(..19).unwrap_or_default().replace('T', " ")
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
                if cell.starts_with(FORMULA) {
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
