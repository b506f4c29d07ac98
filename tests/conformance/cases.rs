//! The cases with which twitter-text is tested in every language it is written in.

use saphyr::{LoadableYamlNode, Yaml};

use super::{on_x, packages};

/// Calls `of` with the text and what is expected of each case in `section`.
pub fn each<T>(file: &str, section: &str, of: impl Fn(&str, &Yaml) -> T) -> Vec<T> {
    let text = packages::file("egg-mode-text", &format!("src/{file}"));
    let files = Yaml::load_from_str(&text).expect("YAML");
    let cases = files[0]["tests"][section].as_vec().expect(section).iter();
    let results: Vec<_> =
        cases.map(|case| of(case["text"].as_str().expect("a text"), &case["expected"])).collect();
    assert!(!results.is_empty(), "there are cases in {section}");
    results
}

fn texts(list: &Yaml) -> Vec<String> {
    let list = list.as_vec().expect("a list").iter();
    list.map(|item| item.as_str().expect("a text").to_owned()).collect()
}

#[test]
fn lengths() {
    each("validate.yml", "lengths", |text, expected| {
        assert_eq!(Some(on_x(text).weight as i64), expected.as_integer(), "{text:?}");
    });
}

#[test]
fn posts_that_are_short_enough() {
    each("validate.yml", "tweets", |text, expected| {
        let x = on_x(text);
        let is_valid = !text.is_empty() && x.weight <= 280 && x.fits == text.len();
        assert_eq!(Some(is_valid), expected.as_bool(), "{text:?}");
    });
}

#[test]
fn hashtags() {
    for section in ["hashtags", "hashtags_from_astral"] {
        each("extract.yml", section, |text, expected| {
            assert_eq!(on_x(text).linked_tags(), texts(expected), "{text:?}");
        });
    }
}

/// Not so in version 3.1.0: no domain ends before a `-`, and `it.so` is a URL, for
/// which earlier versions wanted a path.
const ANOTHER_VERSION: [&str; 4] = [
    "text http://domain.com-that-you-should-have-put-a-space-after",
    "foo.baz foo.co.jp www.xxxxxxx.baz www.foo.co.uk wwwww.xxxxxxx foo.comm foo.somecom foo.govedu foo.jp",
    "twitter.jp日本語it.so中国語foo.jp it.so foo.jp",
    "http://twitter.com\nhttp://example.com\nhttp://example.com/path\nexample.com/path\nit.so\nit.so/abcde",
];

#[test]
fn urls() {
    for section in ["country", "generic"] {
        each("tlds.yml", section, a_url_weighs_23);
    }
    each("extract.yml", "urls", |text, expected| {
        if !ANOTHER_VERSION.contains(&text) {
            a_url_weighs_23(text, expected);
        }
    });
}

/// Takes the expected URLs out of `text`, whose other characters are no emoji.
fn a_url_weighs_23(text: &str, expected: &Yaml) {
    let mut weight = 0;
    let mut rest = text;
    for url in texts(expected) {
        let (before, after) = rest.split_once(&url).expect("the URL is in the text");
        weight += weight_of_characters(before) + 23;
        rest = after;
    }
    weight += weight_of_characters(rest);
    assert_eq!(on_x(text).weight, weight, "{text:?}");
}

fn weight_of_characters(text: &str) -> usize {
    let light = |c| matches!(c, '\0'..='\u{10FF}' | '\u{2000}'..='\u{200D}' | '\u{2010}'..='\u{201F}' | '′'..='‷');
    text.chars().map(|c| if light(c) { 1 } else { 2 }).sum()
}
