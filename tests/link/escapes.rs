//! Links as programs wrote them down.

use super::{A, B, on_x, readings};
use proptest::prelude::*;

type Notation = fn(&str) -> String;

fn each(text: &str, write: impl Fn(char) -> String) -> String {
    text.chars().map(write).collect()
}

fn before(text: &str, marks: &str, escape: &str) -> String {
    each(text, |c| if marks.contains(c) { format!("{escape}{c}") } else { c.into() })
}

fn coded(text: &str, is_safe: fn(char) -> bool, code: fn(u32) -> String) -> String {
    each(text, |c| if is_safe(c) { c.into() } else { code(c.into()) })
}

fn percent_encoded(text: &str, safe: &str) -> String {
    let unreserved = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    let byte = |b: u8| match unreserved(b) || safe.as_bytes().contains(&b) {
        true => char::from(b).to_string(),
        false => format!("%{b:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// What is put into each text by the escaper that is named.
const NOTATIONS: [(&str, Notation); 16] = [
    ("PHP's json_encode", |text| before(text, "/\"\\", "\\")),
    ("json_encode twice", |text| before(&before(text, "/\"\\", "\\"), "/\"\\", "\\")),
    ("JSON, signs as code points", |text| {
        coded(text, |c| c.is_ascii_alphanumeric(), |code| format!("\\u{code:04x}"))
    }),
    ("JSON.stringify and HTML-safe", |text| {
        coded(text, |c| !"<>&'/".contains(c), |code| format!("\\u{code:04X}"))
    }),
    ("JavaScript string encoder", |text| {
        coded(text, |c| c.is_ascii_alphanumeric(), |code| format!("\\x{code:02x}"))
    }),
    ("Mustache", |text| coded(text, |c| !"/=`<>\"'&".contains(c), |code| format!("&#x{code:X};"))),
    ("HTML, decimal", |text| {
        coded(text, |c| c.is_ascii_alphanumeric(), |code| format!("&#{code};"))
    }),
    ("HTML, everything", |text| coded(text, |_| false, |code| format!("&#x{code:x};"))),
    ("PHP's htmlspecialchars", |text| text.replace('&', "&amp;")),
    ("htmlspecialchars thrice", |text| text.replace('&', "&amp;amp;amp;")),
    ("PHP's htmlentities", |text| {
        let names = [
            ('&', "amp"),
            ('/', "sol"),
            (':', "colon"),
            ('.', "period"),
            ('_', "lowbar"),
            ('?', "quest"),
            ('=', "equals"),
            ('#', "num"),
        ];
        each(text, |c| match names.iter().find(|(sign, _)| *sign == c) {
            Some((_, name)) => format!("&{name};"),
            None => c.into(),
        })
    }),
    ("Turndown", |text| before(text, "_*[]~`", "\\")),
    ("zsh", |text| before(text, "?=&#", "\\")),
    ("printf %q", |text| before(text, "?=&#:", "\\")),
    ("encodeURIComponent", |text| percent_encoded(text, "")),
    ("urllib.parse.quote", |text| percent_encoded(text, "/")),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn in_every_notation_a_link_reads_the_same(
        start in prop::sample::select(vec![
            "https://x.com/gate_user/status/", "http://mobile.twitter.com/i/web/status/",
            "https://www.fixupx.com/a_b_c/statuses/",
        ]),
        id in 1_900_000_000_000_000_000u64..2_000_000_000_000_000_000,
        end in prop::sample::select(vec!["", "/", "?s=20", "?s=46&t=a-b_9", "#m", "/photo/1"]),
        around in prop::sample::select(vec![
            ("", ""), ("看", "。"), ("\"", "\""), ("<", ">"), ("(", ")."), ("我的帖子：", "，谢谢"), ("", "\n"),
        ]),
    ) {
        let link = format!("{start}{id}{end}");
        let plain = readings(&link);
        for (name, notation) in NOTATIONS {
            let text = [around.0, &notation(&link), around.1].concat();
            prop_assert_eq!(&readings(&text), &plain, "{}: {}", name, text);
        }
    }

    /// What is left in the field is judged again, and must be judged the same.
    #[test]
    fn a_link_that_was_read_reads_the_same_again(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "https://", "x.com", "/", "a", "status", "/1941067044198711296", "&#x2F;", "\\/", "\\u002F", "%2F",
            "%3A", "&amp;", "&", "#", "amp;", ";", "\\", "_", "=20", "?", "…", " ", "é", "25",
        ]), 0..16),
    ) {
        for found in on_x(&pieces.concat()) {
            if found.reading.is_ok() {
                let again = on_x(&found.text);
                prop_assert_eq!(again.len(), 1, "{}", found.text);
                prop_assert_eq!(&again[0].reading, &found.reading, "{}", found.text);
            }
        }
    }
}

#[test]
fn escaped_signs_stand_between_links() {
    let texts = [
        format!("[\"{A}\",\"{B}\"]").replace('/', "\\/"),
        format!("&lt;{A}&gt;&lt;{B}&gt;"),
        format!("{A}&#10;{B}"),
        format!("{A}\\n{B}"),
        format!("{A}\\r\\n{B}"),
        format!("{A}&nbsp;{B}"),
    ];
    for text in texts {
        assert_eq!(readings(&text), [A, B], "{text}");
    }
}

/// Nor does it take long.
#[test]
fn what_only_looks_like_an_escape_stays() {
    for text in ["&", "&;", "&#;", "&#x;", "&#x110000;", "&#xD800;", "&amp", "&nothing;", "&#0;"] {
        let link = format!("https://x.com/a/status/1941067044198711296?a={text}");
        assert_eq!(on_x(&link)[0].text, link.trim_end_matches(['&', ';']), "{text}");
    }
    for text in ["\\", "\\u", "\\u12", "\\u00zz", "\\ud83d", "\\x", "\\xg0", "\\q"] {
        let link = format!("https://x.com/a/status/1941067044198711296?a={text}");
        assert_eq!(on_x(&link)[0].text, link, "{text}");
    }
    assert_eq!(readings("https://x.com\\nasa\\status\\1941067044198711296").len(), 1);
    let long = "&amp;".repeat(100_000) + &"\\".repeat(100_000);
    assert_eq!(readings(&long), ["not-a-link"]);
}
