//! Links that white space cut in two.

use super::{A, B, on_x, parse, readings};
use campaign_widget::campaign::Platform;
use campaign_widget::link::find;
use proptest::prelude::*;

/// How mail programs, chats and terminals break a line: plainly, as RFC 3676
/// flows it, as RFC 2045 encodes it, in quoted mail, between paragraphs.
const BREAKS: [&str; 9] =
    ["\n", "\r\n", " \n", "=\n", "=\r\n", "\n> ", "\r\n> > ", "\n\n", "\u{2028}"];

#[test]
fn a_link_broken_anywhere_after_its_scheme_is_read_whole() {
    let (before, after) = ("我的帖子：", "\n谢谢");
    for link in [A, "https://x.com/a/status/1941000000000000000?s=46&t=a-b_C"] {
        for line_break in BREAKS {
            for at in "https:".len()..link.len() {
                let (first, second) = link.split_at(at);
                let text = format!("{before}{first}{line_break}{second}{after}");
                assert_eq!(readings(&text), [A], "{text}");
            }
        }
    }
}

#[test]
fn what_surrounds_a_broken_link_is_ignored() {
    let texts = [
        "<https://x.com/a/status/1941000000\n000000000>",
        "(https://x.com/a/status/1941000000\n000000000)",
        "https://x.com/a/status/1941000000\n000000000 thanks",
        "https://x.com/a/status/1941000000\n000000000。谢谢",
        "https://x.com/a/status/1941000000000000\n000。",
        "https://x.com/a/status/1941000000000000\n000?s=46",
        "> see https://x.com/a/sta\n> tus/1941000000000000000 please",
        "x.com/a/\nstatus/1941000000000000000",
        "https://x.com/a/status/ 1941000000000000000",
        "https://x.com/a/status/1941000000 000000000",
        "https://x.com/a/status/1941000000000000000=\n",
    ];
    for text in texts {
        assert_eq!(readings(text), [A], "{text}");
    }
    let text =
        "https://x.com/a/status/1941000000\n000000000 https://x.com/b/\nstatus/1941000000000000001";
    assert_eq!(readings(text), [A, B]);
}

/// Where the rest cannot be told from the number of what comes next, or is
/// not all there, the person is asked for the link once more.
#[test]
fn half_an_id_is_not_taken_for_a_post() {
    let texts = [
        "https://x.com/a/status/1941000000000000\n000 thanks",
        "https://x.com/a/status/1941000000000000\n000. 谢谢",
        "https://x.com/a/status/194100000\n00000000",
        "https://x.com/a/status/1941000\n000000\n000000",
        "https://x.com/a/status/2\n0",
    ];
    for text in texts {
        assert_eq!(readings(text), ["bad-id"], "{text}");
    }
    let text = format!("https://x.com/a/status/194100000\n00000000. {B}");
    assert_eq!(readings(&text), ["bad-id", B]);
    let found = on_x("https://x.com/a/status/1941000000000000\n000 thanks");
    assert_eq!(found[0].text, "https://x.com/a/status/1941000000000000…");

    let gate = "https://www.gate.com/post/status/1199\n2460";
    let found = find(gate, parse, &[Platform::Gate]);
    assert_eq!(found[0].reading.as_ref().unwrap_err().code(), "bad-id");
}

#[test]
fn what_stands_on_two_lines_is_not_glued() {
    let old = "https://x.com/starwars/status/665052190608723968";
    for mark in ["2. ", "2) ", "2、", "2：", "12. ", "2️⃣ ", "② ", "第2条：", "- ", "> "]
    {
        for link in [A, old] {
            let text = format!("{link}\n{mark}{B}");
            assert_eq!(readings(&text), [link, B], "{text}");
        }
    }
    // What stands behind is no end of a number, so that this may be the rest of the id.
    for mark in ["2 ", "2 and "] {
        let text = format!("{old}\n{mark}{B}");
        assert_eq!(readings(&text), ["bad-id", B], "{text}");
    }
    for next in
        ["2", "2025", "2025-07-04", "12:30", "000000000", "1941000000000000001", "a/status/1"]
    {
        let text = format!("{A}\n{next}");
        assert_eq!(readings(&text), [A], "{text}");
    }
    for next in ["2015-11-13", "06:22:52", "3️⃣", "thanks", "１"] {
        let text = format!("{old}\n{next}");
        assert_eq!(readings(&text), [old], "{text}");
    }
    // A digit more would still fit into an id.
    let whole = "https://x.com/nasa/status/1743000000000000000";
    assert_eq!(readings(&format!("{whole}\n5")), [whole]);
    for same_line in ["3", "3 likes", "2015"] {
        let text = format!("{old} {same_line}");
        assert_eq!(readings(&text), [old], "{text}");
    }
    let profile = "https://x.com/gate_user";
    for next in [B, B.trim_start_matches("https://"), &format!("1. {B}")] {
        assert_eq!(readings(&format!("{profile}\n{next}")), ["profile", B]);
        assert_eq!(readings(&format!("{profile}/status/\n{next}")), ["bad-id", B]);
    }
    assert_eq!(readings("https://x.com/gate_user\n/status/20"), ["profile"]);
    assert_eq!(readings("https://x.com/a/status/\n20"), ["bad-id"]);
    assert_eq!(readings("https://x.com/a/status/\n2025 年"), ["bad-id"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// Up to the 19 digits that ids have until 2086.
    #[test]
    fn a_broken_link_never_names_another_post(
        start in prop::sample::select(vec![
            "https://x.com/a/status/", "x.com/a_9/status/", "https://mobile.twitter.com/i/web/status/",
            "http://www.fixupx.com/20/statuses/",
        ]),
        id in prop_oneof![1u64..100_000, 1u64..=i64::MAX as u64, 1_900_000_000_000_000_000u64..2_000_000_000_000_000_000],
        end in prop::sample::select(vec!["", "/", "?s=20", "?s=46&t=a-b_9", "#m", "/photo/1", "/likes?x=1"]),
        before in prop::sample::select(vec!["", "看", "1. ", "(", "https://t.co/a "]),
        after in prop::sample::select(vec![
            "", "。", "，谢谢", ")", "!", ". ", " thanks", "\n", "\n谢谢", "\n> ", "）】", "\".", "😀", "、b", " https://t.co/b",
        ]),
        line_break in prop::sample::select(BREAKS.to_vec()),
        at in any::<prop::sample::Index>(),
    ) {
        let link = format!("{start}{id}{end}");
        let (first, second) = link.split_at(at.index(link.len()));
        let text = format!("{before}{first}{line_break}{second}{after}");
        for found in on_x(&text) {
            if let Ok(post) = found.reading {
                prop_assert_eq!(post.id, id, "{}", text);
            }
        }
    }
}
