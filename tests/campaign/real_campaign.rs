//! The campaign that the widget was made for, as its announcement has it.

use campaign_widget::campaign::{Campaign, Platform, Unit};
use campaign_widget::json::Json;
use chrono::{DateTime, TimeDelta};

const FILE: &str = include_str!("../../src/campaign/examples/gate-xstocks.json");
const ANNOUNCEMENT: &str = include_str!("../fixtures/campaign/gate-xstocks-announcement.txt");

/// The announcement pages around the card, by their language.
const PAGES: [(&str, &str); 2] = [
    ("zh-CN", include_str!("../../index.html")),
    ("en", include_str!("../../src/announcement.en.html")),
];

fn xstocks() -> Campaign {
    let file = serde_json::from_str::<Json>(FILE).expect("JSON");
    Campaign::read(&file).expect("a sound file")
}

fn announces(text: &str) -> bool {
    ANNOUNCEMENT.contains(text)
}

#[test]
fn the_window_is_the_announced_one() {
    assert!(announces("7月3日16:00—7月9日24:00(UTC+8)"));
    let window = xstocks().window;
    let moment = |text| DateTime::parse_from_rfc3339(text).expect("a moment");
    assert_eq!(window.start, moment("2025-07-03T16:00:00+08:00"));
    assert_eq!(window.end, moment("2025-07-10T00:00:00+08:00"));
    for end in [window.start, window.end] {
        assert_eq!(end.offset().local_minus_utc(), 8 * 3600, "shown in UTC+8");
    }
    assert_eq!(window.end - window.start, TimeDelta::hours(6 * 24 + 8));
}

#[test]
fn the_addresses_are_the_announced_ones() {
    let campaign = xstocks();
    assert!(announces(&campaign.questionnaire.page));
    assert_eq!(campaign.questionnaire.page, "https://www.gate.com/questionnaire/6854");
    let details = campaign.details.expect("details");
    assert!(announces(&details));
    assert_eq!(details, "https://www.gate.com/announcements/article/45926");
    assert_eq!(campaign.compose.as_deref(), Some("https://www.gate.com/post"));
}

#[test]
fn chinese_asks_for_what_is_announced() {
    let campaign = xstocks();
    let (language, chinese) = &campaign.languages[0];
    assert_eq!(language, "zh-CN", "the order of the file, the announcement's language first");
    assert!(announces(&format!("带 {} ,", chinese.tag)));
    assert_eq!(chinese.tag, "#Gate xStocks 交易体验#");
    assert!(announces("不少于20字,仅用活动标签"));
    assert_eq!((chinese.minimum.count, chinese.minimum.unit), (20, Unit::Characters));
    let follow = chinese.follow.as_deref().expect("an account");
    assert_eq!(follow, "@Gate广场_Official");
    assert!(announces(&format!("关注 {follow}")));
    assert!(announces("优质创作者5名,每人独享$100合约体验券"));
    assert!(announces("浏览量前十再得$50"));
    let [creators, views] = chinese.rewards.as_slice() else { panic!("two rewards") };
    assert!(creators.contains("5 名") && creators.contains("$100"));
    assert!(views.contains("浏览量前十") && views.contains("$50"));
}

#[test]
fn english_asks_for_twenty_words_under_its_own_tag() {
    let campaign = xstocks();
    let (language, english) = &campaign.languages[1];
    assert_eq!(language, "en");
    assert_eq!(english.tag, "#Gate xStocks Trading Share#");
    assert_eq!((english.minimum.count, english.minimum.unit), (20, Unit::Words));
    let [creators, views] = english.rewards.as_slice() else { panic!("two rewards") };
    assert!(creators.contains("Five") && creators.contains("$100"));
    assert!(views.contains("ten") && views.contains("$50"));
    assert_eq!(campaign.languages.len(), 2);
}

#[test]
fn the_page_in_each_language_says_what_the_campaign_says() {
    let campaign = xstocks();
    assert_eq!(campaign.languages.len(), PAGES.len());
    for ((language, wording), (of_page, page)) in campaign.languages.iter().zip(PAGES) {
        assert_eq!(language, of_page);
        let moment = |at: DateTime<_>| format!("datetime=\"{}\"", at.format("%Y-%m-%dT%H:%M%:z"));
        for said in [
            wording.tag.clone(),
            wording.follow.clone().expect("an account"),
            wording.minimum.count.to_string(),
            moment(campaign.window.start),
            moment(campaign.window.end),
            campaign.questionnaire.page.clone(),
            campaign.details.clone().expect("details"),
        ] {
            assert!(page.contains(&said), "{said} is not on the page in {language}");
        }
        for prize in
            ["$1,000", "<strong>$100</strong> <span>× 5", "<strong>$50</strong> <span>× 10"]
        {
            assert!(page.contains(prize), "{prize} is not on the page in {language}");
        }
    }
}

#[test]
fn prompts_are_questions() {
    for (language, wording) in xstocks().languages {
        assert!(!wording.prompts.is_empty(), "{language}");
        for prompt in wording.prompts {
            assert!(prompt.ends_with(['?', '？']), "{prompt}");
        }
    }
}

#[test]
fn what_is_left_out_is_as_documented() {
    let campaign = xstocks();
    assert_eq!(campaign.id, "gate-xstocks-2025-07");
    assert_eq!(campaign.links_until(), campaign.window.end);
    let questionnaire = campaign.questionnaire;
    assert_eq!(questionnaire.until, None);
    // The real form has no endpoint: the link is copied and the page opened.
    assert_eq!(questionnaire.endpoint, None);
    assert_eq!(questionnaire.accepts, [Platform::X]);
}

#[test]
fn links_may_be_taken_longer_than_posts_count() {
    let campaign = super::sample::read(&super::sample::full()).expect("a sound file");
    assert_eq!(campaign.links_until() - campaign.window.end, TimeDelta::hours(12));
    assert_eq!(campaign.questionnaire.accepts, [Platform::X, Platform::Gate]);
    assert_eq!(campaign.languages[0].1.prompts, ["為什麼？"]);
}
