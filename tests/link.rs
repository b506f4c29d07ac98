//! Native suite: reading links to posts.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests, too")]

use campaign_widget::campaign::{Platform, Window};
use campaign_widget::link::{Found, Post, Refusal, UrlParts, find, judge};
use chrono::{DateTime, FixedOffset, TimeDelta};

#[path = "link/breaks.rs"]
mod breaks;
#[path = "link/escapes.rs"]
mod escapes;
#[path = "link/properties.rs"]
mod properties;
#[path = "link/rounded.rs"]
mod rounded;

/// The WHATWG parser of the crate `url`, in place of the browser's.
fn parse(text: &str) -> Option<UrlParts> {
    let url = url::Url::parse(text).ok()?;
    Some(UrlParts {
        scheme: url.scheme().to_owned(),
        host: url.host_str()?.to_owned(),
        port: url.port(),
        path: url.path().to_owned(),
        has_credentials: !url.username().is_empty() || url.password().is_some(),
    })
}

fn on_x(text: &str) -> Vec<Found> {
    find(text, parse, &[Platform::X])
}

/// The canonical form of each link, or why there is none.
fn readings(text: &str) -> Vec<String> {
    let reading = |found: Found| match found.reading {
        Ok(post) => post.canonical(),
        Err(refusal) => refusal.code().to_owned(),
    };
    on_x(text).into_iter().map(reading).collect()
}

/// Characters that an editor would not show are written `\u{...}`.
fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

#[test]
fn every_link_of_the_table_reads_as_it_says() {
    let table = include_str!("fixtures/link/links.tsv");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.lines().skip(1) {
        let [pasted, expected, posted_at, note] =
            row.split('\t').collect::<Vec<_>>().try_into().unwrap();
        rows += 1;
        let found = on_x(&unescape(pasted));
        let time = match found.as_slice() {
            [Found { reading: Ok(post), .. }] => post.posted_at(),
            _ => None,
        };
        let expected_time = (posted_at != "-").then(|| instant(posted_at).to_utc());
        let got = readings(&unescape(pasted));
        if got != [expected] || time != expected_time {
            wrong.push(format!("{pasted} ({note}): {got:?} {time:?}, not {expected} {posted_at}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 150, "only {rows} rows");
}

const A: &str = "https://x.com/a/status/1941000000000000000";
const B: &str = "https://x.com/b/status/1941000000000000001";

#[test]
fn text_around_links_is_ignored() {
    let texts = [
        format!("我的帖子：{A}，快来看！"),
        format!("看这里{A}快来看"),
        format!("我发了{A}。"),
        format!("（{A}）"),
        format!("【{A}】"),
        format!("“{A}”"),
        format!("《{A}》、"),
        format!("({A})"),
        format!("[my post]({A})."),
        format!("<a href=\"{A}\">post</a>"),
        format!("**{A}**"),
        format!("Link:{A}"),
        format!("链接:{A}?s=20，谢谢"),
        format!("{A}?s=20快来看"),
        format!("{A}#Gate xStocks 交易体验#"),
        format!("{A}/我的帖子"),
        format!("Is it {A}?"),
        format!("It is {A}!"),
        format!("🎉{A}🎉"),
        format!("👉\u{FE0F}{A}"),
        format!("复制{A}—打开X查看"),
        format!("看{}。", A.trim_start_matches("https://")),
        format!("Node.js/React demo, v1.2/3: {A}"),
        format!("I posted on x.com: {A}"),
        format!("https://{A}"),
        // Copied without the beginning.
        A.trim_start_matches("https").to_owned(),
    ];
    for text in texts {
        assert_eq!(readings(&text), [A], "{text}");
    }
}

/// What comes after a link that names no post must not be taken for its path.
#[test]
fn a_link_ends_at_the_punctuation_of_the_sentence() {
    let bare = A.trim_start_matches("https://");
    for mark in ["，", "。", "！", "：", "、", "；", "？", "～", "—", "”", "》", "·", "😀"]
    {
        let text = format!("https://x.com/gate_user{mark}{bare}");
        assert_eq!(readings(&text), ["profile", A], "{text}");
    }
}

#[test]
fn many_links_are_many_entries_in_order() {
    let bare = B.trim_start_matches("https://");
    let texts = [
        format!("{A} {B}"),
        format!("{A}\n{B}\n"),
        format!("{A}\r\n\r\n{B}"),
        format!("{A},{B}"),
        format!("{A}，{B}"),
        format!("{A}、{B}"),
        format!("{A};{B}"),
        format!("{A}；{B}"),
        format!("{A}|{B}"),
        format!("1. {A}\n2. {B}"),
        format!("1️⃣ {A}\n2️⃣ {B}"),
        format!("第一条{A}第二条{B}"),
        format!("{A}{B}"),
        format!("{A}/{B}"),
        format!("{A}?s=20{B}"),
        format!("{A}\u{200B}{B}"),
        format!("{A}\u{3000}{B}"),
        format!("{A} 和 {bare}"),
        format!("{A}和{bare}"),
        format!("{A},{bare}"),
        format!("{A}/和{bare}"),
    ];
    for text in texts {
        assert_eq!(readings(&text), [A, B], "{text}");
    }
}

#[test]
fn refused_links_stand_among_the_accepted() {
    let text = format!("{A} https://t.co/abc {B} https://x.com/gate_user");
    assert_eq!(readings(&text), [A, "short-link", B, "profile"]);
}

#[test]
fn one_post_is_reported_once() {
    let text = format!(
        "{A} {A}?s=20 https://twitter.com/i/web/status/1941000000000000000/photo/1 {B} https://t.co/a https://t.co/a"
    );
    assert_eq!(readings(&text), [A, B, "short-link"]);
}

#[test]
fn the_pasted_text_is_reported_without_its_sentence() {
    let found = on_x("看 HTTPS://X.com/a/status/1941000000000000000?s=20。");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text, "HTTPS://X.com/a/status/1941000000000000000?s=20");
}

/// What an archive keeps is not the post itself.
#[test]
fn a_host_inside_a_path_begins_no_link() {
    for before in ["archive/", "a/b/"] {
        let text = format!("{before}{}", A.trim_start_matches("https://"));
        assert!(on_x(&text).iter().all(|found| found.reading.is_err()), "{text}");
    }
}

#[test]
fn nothing_pasted_gives_nothing() {
    for text in ["", " ", "\n\t\u{3000}", "\u{200B}\u{FEFF}"] {
        assert_eq!(on_x(text), [], "{text:?}");
    }
}

#[test]
fn text_without_a_link_comes_back_whole() {
    // A version and a part of it look a little like a host and a path.
    for text in ["我已经发了", "用 v1.2/3 发了", "made 1.25/2 on it"] {
        let found = on_x(&format!("  {text} "));
        let reading = Err(Refusal::NotALink);
        assert_eq!(found, [Found { text: text.to_owned(), reading }]);
    }
}

#[test]
fn platforms_decide_what_counts() {
    let gate = "https://www.gate.com/zh/post/status/11992460";
    let text = format!("{A} {gate}");
    let codes = |platforms: &[Platform]| -> Vec<String> {
        find(&text, parse, platforms)
            .into_iter()
            .map(|found| match found.reading {
                Ok(post) => post.canonical(),
                Err(refusal) => refusal.code().to_owned(),
            })
            .collect()
    };
    let gate = "https://www.gate.com/post/status/11992460";
    assert_eq!(codes(&[Platform::X, Platform::Gate]), [A, gate]);
    assert_eq!(codes(&[Platform::X]), [A, "gate-not-accepted"]);
    assert_eq!(codes(&[Platform::Gate]), ["x-not-accepted", gate]);
}

#[test]
fn posts_of_two_platforms_with_one_number_are_two() {
    let text = "https://x.com/a/status/11992460 https://gate.com/post/status/11992460";
    assert_eq!(find(text, parse, &[Platform::X, Platform::Gate]).len(), 2);
}

fn instant(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn x_post(id: u64) -> Post {
    let (platform, handle) = (Platform::X, None);
    Post { platform, handle, id }
}

/// The first id of a millisecond.
fn id_at(time: DateTime<FixedOffset>) -> u64 {
    u64::try_from(time.timestamp_millis() - 1_288_834_974_657).unwrap() << 22
}

#[test]
fn the_window_is_half_open_to_the_millisecond() {
    let window = Window {
        start: instant("2025-07-03T16:00:00+08:00"),
        end: instant("2025-07-10T00:00:00+08:00"),
    };
    let first = id_at(window.start);
    let after = id_at(window.end);
    assert_eq!(judge(&x_post(first), &window), Ok(()));
    assert_eq!(judge(&x_post(after - 1), &window), Ok(()));
    let posted_at = window.start.to_utc() - TimeDelta::milliseconds(1);
    let early = Err(Refusal::TooEarly { posted_at });
    assert_eq!(judge(&x_post(first - 1), &window), early);
    let late = Err(Refusal::TooLate { posted_at: window.end.to_utc() });
    assert_eq!(judge(&x_post(after), &window), late);
}

#[test]
fn an_id_without_a_time_is_too_old_to_tell_on_x_and_passes_on_gate() {
    let window = Window {
        start: instant("2010-11-04T00:00:00+00:00"),
        end: instant("2010-11-05T00:00:00+00:00"),
    };
    let old = judge(&x_post(29_700_859_247), &window);
    assert_eq!(old, Err(Refusal::TooOldToTell));
    assert_eq!(judge(&x_post(29_700_859_248), &window), Ok(()));
    let (platform, handle, id) = (Platform::Gate, None, 11_992_460);
    assert_eq!(judge(&Post { platform, handle, id }, &window), Ok(()));
}

#[test]
fn every_reason_has_its_own_code() {
    let posted_at = DateTime::UNIX_EPOCH;
    let all = [
        Refusal::NotALink,
        Refusal::OtherSite,
        Refusal::LookAlike,
        Refusal::Profile,
        Refusal::List,
        Refusal::Space,
        Refusal::Community,
        Refusal::ShortLink,
        Refusal::Picture,
        Refusal::Intent,
        Refusal::Search,
        Refusal::OtherPage,
        Refusal::BadId,
        Refusal::BadHandle,
        Refusal::NotAccepted(Platform::X),
        Refusal::NotAccepted(Platform::Gate),
        Refusal::TooOldToTell,
        Refusal::TooEarly { posted_at },
        Refusal::TooLate { posted_at },
    ];
    let codes: std::collections::HashSet<_> = all.iter().map(Refusal::code).collect();
    assert_eq!(codes.len(), all.len());
}
