//! Whom a post names, and where that name ends.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::Rules;

use super::{GATE, check};

/// What counts of `text` in a campaign that asks to follow `account`.
fn count(text: &str, account: &str) -> usize {
    let minimum = Minimum { count: 20, unit: Unit::Characters };
    check(text, &Rules { tag: GATE, account, minimum }).count
}

#[track_caller]
fn counts(account: &str, table: &[(&str, usize)]) {
    for (text, expected) in table {
        assert_eq!(count(text, account), *expected, "{text:?}");
    }
}

const OFFICIAL: &str = "@Gate广场_Official";

/// `@gate_io今天…` counted nothing at all: the mention took the sentence along.
#[test]
fn a_sentence_in_han_is_no_part_of_the_name_before_it() {
    let sentence = "今天第一次在Gate买了TSLAx，成交很快，手续费低，值得一试！";
    for name in ["@gate_io", "＠gate_io", "@Gate", "@币安_Binance", "@Gate广场_Official", "@x_1"]
    {
        let (handle, known) = (name.trim_start_matches(['@', '＠']), format!("@{name}"));
        let glued = format!("{name}{sentence} {GATE}");
        assert_eq!(count(&glued, handle), count(sentence, ""), "{glued:?}");
        assert_eq!(count(&glued, known.trim_start_matches('＠')), count(sentence, ""), "{glued:?}");
        assert_eq!(count(&format!("{sentence}{name}"), handle), count(sentence, ""));
    }
    for name in ["@gate_io", "＠gate_io", "@Gate", "@Gate广场_Official", "@x_1"] {
        // Whoever it is.
        assert_eq!(count(&format!("{name}{sentence} {GATE}"), ""), count(sentence, ""), "{name}");
    }
}

#[test]
fn the_account_of_the_campaign_ends_where_it_does() {
    counts(
        OFFICIAL,
        &[
            ("@Gate广场_Official", 0),
            ("@Gate广场_Official今天", 2),
            ("@Gate广场_Official今天很好", 4),
            ("@Gate广场_Official，好", 2),
            ("＠Gate广场_Official好", 1),
            ("@gate广场_official好", 1),
            ("关注@Gate广场_Official好", 3),
            ("@Gate广场_Official@gate_io", 0),
            // Another name.
            ("@Gate广场_Officials", 0),
            ("@Gate广场_Official2 好", 1),
        ],
    );
    counts("@张三", &[("@张三今天第一次", 5), ("@张三 今天", 2), ("@李四 今天", 2), ("@张", 0)]);
    counts("张三", &[("@张三今天第一次", 5), ("张三今天", 4)]);
    counts("", &[("@张三今天第一次", 0), ("@", 1), ("@ ", 1)]);
    counts("@", &[("@gate_io", 0), ("@", 1)]);
}

#[test]
fn a_name_of_anybody_else_is_read_as_long_as_it_may_be() {
    counts(
        "",
        &[
            ("@gate_io", 0),
            ("@gate_io 今天", 2),
            ("@gate_io，今天", 3),
            ("@gate_io今天第一次", 5),
            ("@gate_io今天第一", 0),
            ("@Gate广场", 0),
            ("@Gate广场 好", 1),
            ("@Gate中文社区！", 1),
            ("@币安_Binance 好", 1),
            ("@José_García 好", 1),
            ("@Привет_мир 好", 1),
            // Thirty Latin letters or half as many of Han.
            ("@aaaaaaaaaabbbbbbbbbbcccccccccc", 0),
            ("@aaaaaaaaaabbbbbbbbbbccccccccccdd", 2),
            ("@一二三四五六七八九十一二三四五", 0),
            ("@一二三四五六七八九十一二三四五六七", 2),
            ("@一二三四五六七八九十一二三四abc", 1),
            ("@한국어사람 안녕", 2),
        ],
    );
}

#[test]
fn an_e_mail_address_names_nobody() {
    counts(OFFICIAL, &[("me@gate.com今天", 13), ("a@Gate广场_Official", 17), ("me＠gate好", 8)]);
}

/// However it begins, a long sentence is never taken for a name.
#[test]
fn no_sentence_is_swallowed_whole() {
    let sentence = "今天第一次买了美股成交很快手续费也很低推荐大家都来试试看真的很不错";
    for name in ["@gate_io", "@张三", "@张三_", "@ก", "@한", "@é", "@_", "@1"] {
        let count = count(&format!("{name}{sentence}"), "");
        assert!(count >= sentence.chars().count() - 15, "{name}: {count}");
    }
}
