//! A person's own list as a table for spreadsheets.

use super::{Entry, Outbox, State};
use crate::time::write_moment;
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
            csv.push_str(&csv_line(&row));
        }
        csv
    }
}

/// One record of RFC 4180, every cell in quotes and none of them a formula.
pub fn csv_line<T: AsRef<str>>(cells: &[T]) -> String {
    let mut line = String::new();
    for (at, cell) in cells.iter().map(T::as_ref).enumerate() {
        line.push_str(if at == 0 { "\"" } else { ",\"" });
        // No spreadsheet shall run the words of somebody else.
        if cell.starts_with(FORMULA) {
            line.push('\'');
        }
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    }
    line.push_str("\r\n");
    line
}
