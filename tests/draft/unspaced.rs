//! The words of scripts that are written without spaces.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::Rules;

use super::{GATE, check};

fn words(text: &str) -> usize {
    check(
        text,
        &Rules { tag: GATE, account: "", minimum: Minimum { count: 20, unit: Unit::Words } },
    )
    .count
}

/// Whatever dictionary one goes by, a text has the words that are counted. The
/// texts are paragraphs of the Universal Declaration of Human Rights, and their
/// words what Chromium 156, Firefox ESR 153 and WebKitGTK 2.50 make of them.
#[test]
fn no_dictionary_has_fewer_words() {
    let rows = include_str!("../fixtures/draft/unspaced.tsv").lines().skip(1);
    for row in rows {
        let [language, text, dictionaries @ ..] = &row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{row:?}")
        };
        let known: Vec<usize> = dictionaries.iter().map(|words| words.parse().unwrap()).collect();
        let (least, most) = (known.iter().min().unwrap(), known.iter().max().unwrap());
        let words = words(text);
        assert!(words <= *least, "{language}: {words}, not {known:?}: {text}");
        assert!(
            words * 3 >= *most,
            "{language}: {words} of {known:?}, which is too strict: {text}"
        );
    }
}

#[test]
fn a_run_of_letters_is_words_by_its_length() {
    for (text, expected) in [
        ("ก", 1),
        ("ไทย", 1),
        ("กกกกกกกกก", 1),
        ("กกกกกกกกกก", 2),
        ("กกกกก กกกกก", 2),
        ("วันนี้ซื้อหุ้นเร็วมาก", 2),
        ("ມື້ນີ້ຊື້ຫຸ້ນໄວຫຼາຍ", 2),
        ("ថ្ងៃនេះទិញភាគហ៊ុន", 1),
        ("ဒီနေ့ ရှယ်ယာ ဝယ်တယ်", 3),
        ("๒๕๖๘", 1),
        ("ๆ ฯ", 2),
        ("฿100", 1),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
}

/// Chromium joins them, Firefox does not.
#[test]
fn other_letters_are_other_words() {
    for (text, expected) in [
        ("ซื้อTSLAxเร็ว", 3),
        ("ซื้อ TSLAx เร็ว", 3),
        ("ซื้อ25หุ้น", 3),
        ("ไทยລາວ", 1),
        ("好ไทย好", 3),
        ("ขาย.ซื้อ", 2),
        ("a’ไทย", 2),
    ] {
        assert_eq!(words(text), expected, "{text:?}");
    }
}
