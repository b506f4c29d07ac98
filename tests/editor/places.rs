//! Places in the field and in the text that is checked.

use super::{nfc, selection};

#[test]
fn a_stretch_of_the_checked_text_is_found_in_the_field() {
    // Bytes of the text in NFC; UTF-16 code units of the field.
    for (raw, found, expected) in [
        ("买入 #BTC", "#BTC", 3..7),
        ("👍🏽 #BTC", "#BTC", 5..9),
        ("cafe\u{301} #BTC", "#BTC", 6..10),
        // Hangul from jamo.
        ("\u{1112}\u{1161}\u{11ab} #BTC", "#BTC", 4..8),
    ] {
        let text = nfc(raw);
        let start = text.find(found).unwrap();
        assert_eq!(selection(raw, &(start..start + found.len()), nfc), expected, "{raw}");
    }
}
