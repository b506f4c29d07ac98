//! A person's own list as a table.

use super::{ID, begun, now, post, queued};
use campaign_widget::outbox::{Answer, Body, State};
use chrono::FixedOffset;

const COLUMNS: [&str; 7] = ["Link", "Posted", "Handed in", "State", "Since", "Feedback", "Key"];

#[test]
fn the_list_is_a_table_with_times_in_the_campaigns_offset() {
    let mut outbox = queued();
    let sent = begun(&mut outbox, now());
    let refused = Answer::Status {
        code: 422,
        body: Body::Json,
        retry_after: None,
        message: Some("=HYPERLINK(\"https://evil.example\"), \"no\"\nnever".to_owned()),
    };
    outbox.settle(&sent, &refused, now(), 0).unwrap();
    outbox.add(&post(20), "l".to_owned(), now()).unwrap();
    outbox.add(&post(ID + 1), "gone".to_owned(), now()).unwrap();
    outbox.remove("gone", now());
    let east = FixedOffset::east_opt(8 * 3_600).unwrap();
    let csv = outbox.to_csv(COLUMNS.map(str::to_owned), State::name, east);
    assert_eq!(
        csv,
        "\u{FEFF}\"Link\",\"Posted\",\"Handed in\",\"State\",\"Since\",\"Feedback\",\"Key\"\r\n\
         \"https://x.com/gate_user/status/1941000000000000000\",\"2025-07-04 13:03:56\",\
         \"2025-07-04 14:00:00\",\"refused\",\"2025-07-04 14:00:00\",\
         \"'=HYPERLINK(\"\"https://evil.example\"\"), \"\"no\"\"\nnever\",\"k\"\r\n\
         \"https://x.com/gate_user/status/20\",\"\",\"2025-07-04 14:00:00\",\"queued\",\"\",\"\",\"l\"\r\n"
    );
}

#[test]
fn no_cell_is_a_formula() {
    for word in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"] {
        let columns = COLUMNS.map(|_| word.to_owned());
        let csv = queued().to_csv(columns, State::name, FixedOffset::east_opt(0).unwrap());
        assert!(csv.starts_with(&format!("\u{FEFF}\"'{word}\",\"'")), "{csv:?}");
    }
}
