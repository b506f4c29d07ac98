//! The entries as a table for spreadsheets.

use super::{Entry, Outbox, State};
use crate::time::write_moment;
use chrono::{DateTime, FixedOffset, Utc};

/// The byte order mark that some spreadsheets need to read UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Characters that start a formula in spreadsheets, some also in full width.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

impl Outbox {
    /// Returns the entries on the list as CSV (RFC 4180), the oldest first,
    /// under these column names: link, time posted, time submitted, status and
    /// its time, the server's message, idempotency key. Times are in the given
    /// offset.
    pub fn to_csv(
        &self,
        columns: [String; 7],
        state: impl Fn(State) -> &'static str,
        offset: FixedOffset,
    ) -> String {
        let time = |at: Option<DateTime<Utc>>| {
            let local = |at: DateTime<Utc>| at.with_timezone(&offset).naive_local().and_utc();
            let written = at.map(|at| write_moment(local(at))).unwrap_or_default();
            // Spreadsheets read a date and a time with a space between.
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

/// Returns one record of RFC 4180, with every cell in quotes and none a
/// formula.
pub fn csv_line<T: AsRef<str>>(cells: &[T]) -> String {
    let mut line = String::new();
    for (at, cell) in cells.iter().map(T::as_ref).enumerate() {
        line.push_str(if at == 0 { "\"" } else { ",\"" });
        // Spreadsheets must not run a server's message as a formula.
        if cell.starts_with(FORMULA) {
            line.push('\'');
        }
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    }
    line.push_str("\r\n");
    line
}
