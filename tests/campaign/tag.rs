//! Which hashtags a campaign may have.

use campaign_widget::campaign::Flaw;
use serde_json::json;

use super::sample::{changed, problems};

#[test]
fn takes_the_tags_of_real_campaigns() {
    let tags = [
        "#Gate xStocks 交易体验#",
        "#Gate xStocks Trading Share#",
        "#CreatorLeaderboard",
        "#GateSquareAprilChallenge",
        "#Gate 2025 Semi-Year Community Gala#",
        "#Show My Alpha Points#",
        "#PROVE Creative Contest#",
        "#MyGateMoment#",
        "#心语心愿#",
        "#七夕の願い事",
        "#24時間短冊",
        "#BitcoinButton",
        "#jmcap",
        "#Отзыв",
        "#1",
        "#a b",
    ];
    for tag in tags {
        assert_eq!(problems(&changed("languages.en.tag", Some(json!(tag)))), [], "{tag}");
    }
}

#[test]
fn refuses_what_is_no_tag() {
    let tags = [
        "Gate",
        "#",
        "##",
        "###",
        "##Gate",
        "#Gate##",
        "#Gate#Square",
        "#Gate# ",
        " #Gate",
        "# Gate#",
        "#Gate #",
        "#\u{3000}Gate",
        "#Gate\u{3000}#",
        "#!",
        "#🎉#",
        "#❤️#",
        "#——#",
        "#。#",
        "#！#",
        "＃Gate＃",
        "#Gate＃",
        "﹟Gate",
        "#Gate\nSquare#",
        "#Gate\tSquare#",
        "#Gate\u{2028}Square#",
        "#Gate\u{200b}Square#",
        "#Gate\u{2060}",
        "#\u{feff}Gate",
        "#Gate\u{feff}#",
    ];
    for tag in tags {
        let path = "languages.en.tag";
        let found = problems(&changed(path, Some(json!(tag))));
        assert_eq!(found, [(path.into(), Flaw::NotATag)], "{tag:?}");
    }
}
