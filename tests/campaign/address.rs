//! Which addresses a campaign may name.

use campaign_widget::campaign::Flaw;
use proptest::prelude::*;
use serde_json::json;

use super::sample::{changed, problems};

/// Whether a campaign may name `text`.
fn is_taken(text: &str) -> bool {
    let found = problems(&changed("details", Some(json!(text))));
    assert!(found.iter().all(|(path, _)| path == "details"), "{found:?}");
    found.is_empty()
}

const TAKEN: &[&str] = &[
    "https://www.gate.com/questionnaire/6854",
    "https://www.gate.com",
    "https://www.gate.com/",
    "https://www.gate.com?a=b",
    "https://www.gate.com#a",
    "https://forms.example:8443/q?next=https://a@b/#@",
    "https://forms.example/a@b",
    "https://forms.example/活动?标签=交易",
    "https://xn--fiqs8s.example/",
    "https://forms.example:0/",
    "https://forms.example:65535/",
    "https://[2001:db8::1]/",
    "https://[2001:db8::1]:8443/",
    "https://192.0.2.1/",
    "https://localhost/",
    "http://localhost",
    "http://localhost/",
    "http://localhost:8787/questionnaire/1",
    "http://127.0.0.1:8787/",
    "http://127.255.255.254/",
    "http://[::1]/",
    "http://[::1]:8787/q",
];

const REFUSED: &[&str] = &[
    // Plain http to somewhere else.
    "http://www.gate.com/",
    "http://localhost.evil.example/",
    "http://127.0.0.1.evil.example/",
    "http://127.0.0.1.evil.example:80/",
    "http://evil.example/localhost",
    "http://evil.example?localhost",
    "http://evil.example#localhost",
    "http://[::2]/",
    "http://[::1].evil.example/",
    "http://[::1]evil.example/",
    "http://10.0.0.1/",
    "http://0.0.0.0/",
    "http://128.0.0.1/",
    // Other ways to write a loopback host, not understood alike everywhere.
    "http://127.1/",
    "http://127.0.0.256/",
    "http://127.0.0.01/",
    "http://0x7f.0.0.1/",
    "http://2130706433/",
    "http://localhost./",
    // Credentials.
    "http://localhost@evil.example/",
    "http://localhost:80@evil.example/",
    "http://127.0.0.1@evil.example/",
    "https://a@b/",
    "https://a:b@c/",
    "https://@b/",
    "https://www.gate.com%40evil.example/",
    // Backslashes, spaces and what is not seen.
    "https://www.gate.com\\@evil.example/",
    "https:\\\\www.gate.com/",
    "http://localhost\\.evil.example/",
    "https://www.gate.com/\\",
    "https://www.gate .com/",
    " https://www.gate.com/",
    "https://www.gate.com/ ",
    "https://www.gate.com/\n",
    "https://www.gate.com/a\tb",
    "https://www.gate.com/a\u{a0}b",
    "https://www.gate.com/a\u{feff}",
    "https://www.gate.com/a\u{0}b",
    "https://www.gate.com/a\u{85}b",
    "https://www\u{7f}.gate.com/",
    // Hosts that are none, or that another parser would take for another.
    "https://",
    "https:///www.gate.com/",
    "https://?a",
    "https://#a",
    "https://:80/",
    "https://[/",
    "https://[::1",
    "https://[]/",
    "https://[evil.example]/",
    "https://]/",
    "https://a]b/",
    "https://a<b/",
    "https://www.gate.com／evil.example/",
    "https://www.gate.com。evil.example/",
    "https://例子.example/",
    // Ports.
    "https://www.gate.com:/",
    "https://www.gate.com:65536/",
    "https://www.gate.com:000080/",
    "https://www.gate.com:+80/",
    "https://www.gate.com:-1/",
    "https://www.gate.com:8a/",
    "https://www.gate.com:80:80/",
    "http://localhost:evil.example/",
    "http://localhost:+80/",
    // Other schemes, or none.
    "javascript:alert(1)",
    "javascript://www.gate.com/%0aalert(1)",
    "data:text/html,x",
    "ftp://www.gate.com/",
    "//www.gate.com/",
    "/questionnaire/6854",
    "www.gate.com",
    "https:www.gate.com",
    "https:/www.gate.com",
    "https//www.gate.com",
    "HTTPS://www.gate.com/",
    "6854",
];

#[test]
fn takes_https_and_http_to_a_loopback_host() {
    for text in TAKEN {
        assert!(is_taken(text), "{text:?}");
    }
}

#[test]
fn refuses_everything_else() {
    for text in REFUSED {
        let found = problems(&changed("details", Some(json!(text))));
        assert_eq!(found, [("details".into(), Flaw::NotAnAddress)], "{text:?}");
    }
}

/// What is taken means to the URL standard what it seems to mean.
fn means_one_host(text: &str) -> Result<(), TestCaseError> {
    if !is_taken(text) {
        return Ok(());
    }
    // A host such as `1.2.3.400` has the form of one, and leads nowhere.
    let Ok(url) = url::Url::parse(text) else { return Ok(()) };
    prop_assert!(url.username().is_empty() && url.password().is_none(), "{}", text);
    let (_, rest) = text.split_once("://").expect("a scheme");
    let authority = rest.split(['/', '?', '#']).next().expect("an authority");
    match url.host().expect("a host") {
        url::Host::Domain(domain) => {
            let host = authority.split(':').next().expect("a host");
            prop_assert!(domain.eq_ignore_ascii_case(host), "{}", text);
            prop_assert!(url.scheme() == "https" || domain == "localhost", "{}", text);
        }
        url::Host::Ipv4(ip) => prop_assert!(url.scheme() == "https" || ip.is_loopback()),
        url::Host::Ipv6(ip) => prop_assert!(url.scheme() == "https" || ip.is_loopback()),
    }
    Ok(())
}

#[test]
fn what_is_taken_means_the_same_host_to_the_url_standard() {
    for text in TAKEN {
        assert!(url::Url::parse(text).is_ok(), "{text}");
        means_one_host(text).expect("one host");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_mixture_of_parts_reaches_another_host(
        parts in prop::collection::vec(prop::sample::select(vec![
            "http://", "https://", "localhost", "127.0.0.1", "[::1]", "evil.example", "@", ":",
            "80", "/", "\\", "?", "#", ".", "[", "]", "%", " ", "\t", "／", "@", "x",
        ]), 1..8),
        secure in any::<bool>(),
    ) {
        let scheme = if secure { "https://" } else { "http://" };
        means_one_host(&format!("{scheme}{}", parts.concat()))?;
        means_one_host(&parts.concat())?;
    }

    /// Hardly any text at all is taken; of these, many are.
    #[test]
    fn no_text_reaches_another_host(
        text in prop_oneof![
            any::<String>(),
            "[a-z0-9.]{1,9}(:[0-9]{1,5})?([/?#][a-zA-Z0-9/?#@:.%字-]{0,9})?",
            "[ab1.@:/#\\\\\\[\\]]{1,7}",
        ]
    ) {
        means_one_host(&format!("https://{text}"))?;
        means_one_host(&format!("http://localhost{text}"))?;
    }
}
