//! What holds for every link and every text.

use super::{on_x, parse, readings, x_post};
use campaign_widget::campaign::Platform;
use campaign_widget::link::{Found, Post, find};
use proptest::prelude::*;

/// Handles that are no route words of X.
fn handle() -> impl Strategy<Value = String> {
    "[A-Za-z0-9_]{1,15}".prop_filter("a route word", |handle| {
        let words = ["i", "web", "status", "statuses"];
        !words.iter().any(|word| handle.eq_ignore_ascii_case(word))
    })
}

fn host() -> impl Strategy<Value = String> {
    let own = (
        prop::sample::select(vec!["", "www.", "m.", "mobile."]),
        prop::sample::select(vec!["x.com", "twitter.com", "X.com", "Twitter.COM"]),
    );
    let mirror = (
        prop::sample::select(vec!["", "www.", "d.", "ja."]),
        prop::sample::select(vec![
            "fxtwitter.com",
            "twittpr.com",
            "fixupx.com",
            "xfixup.com",
            "vxtwitter.com",
            "fixvx.com",
        ]),
    );
    let joined = |(device, domain)| format!("{device}{domain}");
    prop_oneof![own.prop_map(joined), mirror.prop_map(joined)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_form_of_a_link_reads_to_the_same_post(
        handle in handle(),
        id in 1u64..=i64::MAX as u64,
        host in host(),
        scheme in prop::sample::select(vec!["https://", "http://", "HTTPS://", ""]),
        route in prop::sample::select(vec!["/status/", "/statuses/", "//status/"]),
        end in prop::sample::select(vec![
            "", "/", "?s=20", "?s=46&t=a-b_C", "#m", "/photo/1", "/video/1/", "/likes?x=1", "/analytics#a",
        ]),
        before in prop::sample::select(vec![
            "", "看", "我的帖子：", "Link: ", "(", "\u{200B}", "https://t.co/a ", "😀", "“",
        ]),
        after in prop::sample::select(vec![
            "", "。", "，谢谢", ")", "！", " thanks", "\n", "\u{200B}", "）】", "\".", "😀", "、b",
        ]),
    ) {
        let canonical = format!("https://x.com/{handle}/status/{id}");
        let text = format!("{before}{scheme}{host}/{handle}{route}{id}{end}{after}");
        let read = readings(&text);
        prop_assert_eq!(read.last(), Some(&canonical), "{}", text);
        prop_assert_eq!(read.len(), 1 + usize::from(before.contains("t.co")), "{}", text);

        let text = format!("{before}{scheme}{host}/i/web{route}{id}{end}{after}");
        prop_assert_eq!(readings(&text).pop(), Some(format!("https://x.com/i/status/{id}")));
    }

    #[test]
    fn the_canonical_form_reads_to_itself(handle in prop::option::of(handle()), id in 1u64..=i64::MAX as u64, gate: bool) {
        let post = if gate {
            Post { platform: Platform::Gate, handle: None, id }
        } else {
            Post { platform: Platform::X, handle, id }
        };
        let found = find(&post.canonical(), parse, &[Platform::X, Platform::Gate]);
        let text = post.canonical();
        prop_assert_eq!(found, [Found { text, reading: Ok(post) }]);
    }

    #[test]
    fn the_time_of_posting_grows_with_the_id(a in 29_700_859_248u64.., b in 29_700_859_248u64..) {
        let (a, b) = (a.min(b), a.max(b));
        prop_assert!(x_post(a).posted_at().unwrap() <= x_post(b).posted_at().unwrap());
    }

    /// Every id that carries a time gives one: none overflows.
    #[test]
    fn the_time_of_posting_is_in_the_id_to_the_millisecond(id in 29_700_859_248u64..) {
        let posted_at = x_post(id).posted_at().map(|time| time.timestamp_millis());
        let exact = i128::from(id) / 4_194_304 + 1_288_834_974_657;
        prop_assert_eq!(posted_at.map(i128::from), Some(exact));
    }

    #[test]
    fn an_id_given_out_in_sequence_has_no_time(id in 1u64..=29_700_859_247) {
        prop_assert_eq!(x_post(id).posted_at(), None);
    }

    #[test]
    fn whatever_is_pasted_gets_an_answer(text in any::<String>()) {
        let answered = !on_x(&text).is_empty();
        let seen = text.chars().any(|c| c.is_alphanumeric());
        prop_assert!(answered || !seen);
    }

    /// Pieces of links in any order: nothing panics, and what is accepted
    /// has its id written out in the text, in digits as they are.
    #[test]
    fn no_id_is_made_up(pieces in prop::collection::vec(prop::sample::select(vec![
        "https://x.com/a/status/194", "x.com/a/status/4", "https://", "http://", "://", "x.com", "/", "//", "\\", "status", "a", "19", "4", "…", "..", ".", "@", ":",
        "?", "#", "=", "２", "快", "，", "\u{20E3}", "\u{200B}", "%20", " ", "x．com", "/a/status/", "-", "_", "é",
        "&#x2F;", "&#8230;", "\\u002F", "\\u2026", "\\_", "%2F", "%31", "=20", "=34", "%3A%2F%2F", ";", "&",
    ]), 0..24)) {
        let text = pieces.concat();
        // As programs write what they put into their own texts.
        let written = [("&#52;", "4"), ("\\u0031", "1"), ("%31", "1"), ("=34", "4"), ("\u{200B}", "")];
        let shown = written.iter().fold(text.clone(), |text, (code, c)| text.replace(code, c));
        for found in on_x(&text) {
            if let Ok(post) = found.reading {
                let id = post.id.to_string();
                let digit = |c: char| c.is_numeric() || c == '…' || c == '\u{20E3}';
                let whole = shown.match_indices(&id).any(|(at, _)| {
                    let (before, rest) = shown.split_at(at);
                    let (_, after) = rest.split_at(id.len());
                    !before.ends_with(digit) && !after.starts_with(digit)
                });
                prop_assert!(whole, "{} of {}", id, text);
            }
        }
    }
}
