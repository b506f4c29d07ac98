//! Where an account is followed.

use campaign_widget::campaign::{Campaign, Flaw, Wording};
use serde_json::json;

use super::sample::{change, changed, full, problems, read};

fn wording(follow: Option<&str>, page: Option<&str>) -> Wording {
    let mut file = full();
    let mut set = |name: &str, text: Option<&str>| {
        let path = format!("languages.en.{name}");
        text.iter().for_each(|text| change(&mut file, &path, Some(json!(text))));
    };
    set("follow", follow);
    set("followPage", page);
    let Campaign { mut languages, .. } = read(&file).expect("a sound file");
    languages.pop().expect("a language").1
}

#[test]
fn a_name_that_x_would_take_has_its_page_there() {
    let table = [
        ("@a", Some("https://x.com/a")),
        ("@gate_io", Some("https://x.com/gate_io")),
        ("@Gate_Square_15c", Some("https://x.com/Gate_Square_15c")),
        ("@_", Some("https://x.com/_")),
        ("@123456789012345", Some("https://x.com/123456789012345")),
        ("  @gate_io ", Some("https://x.com/gate_io")),
        // A character too long.
        ("@1234567890123456", None),
        ("@", None),
        ("gate_io", None),
        ("＠gate_io", None),
        ("@@gate_io", None),
        ("@Gate广场_Official", None),
        ("@广场", None),
        ("@gate-io", None),
        ("@gate.io", None),
        ("@gate io", None),
        ("@gate/io", None),
        ("@é", None),
        ("https://x.com/gate_io", None),
    ];
    for (name, page) in table {
        assert_eq!(wording(Some(name), None).page_to_follow().as_deref(), page, "{name}");
    }
    assert_eq!(wording(None, None).page_to_follow(), None);
}

#[test]
fn the_page_of_the_file_comes_first() {
    let page = "https://www.example/square/1";
    for name in [Some("@gate_io"), Some("@Gate广场_Official"), Some("Gate"), None] {
        assert_eq!(wording(name, Some(page)).page_to_follow().as_deref(), Some(page), "{name:?}");
    }
}

#[test]
fn a_page_that_is_no_address_is_reported_where_it_stands() {
    let path = "languages.zh-Hant.followPage";
    for page in ["@gate_io", "x.com/gate_io", "http://x.com/gate_io", "javascript:alert(1)"] {
        let found = problems(&changed(path, Some(json!(page))));
        assert_eq!(found, [(path.to_owned(), Flaw::NotAnAddress)], "{page}");
    }
}
