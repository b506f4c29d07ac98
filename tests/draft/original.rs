//! Whether a text looks like the person's own work.

use campaign_widget::campaign::{Minimum, Unit};
use campaign_widget::draft::{self, Doubt, Finding, Fingerprint, Known, Rule, Rules, State};

use super::{GATE, rules};

/// The announcement of the first campaign, as it was published.
const ANNOUNCEMENT: &str = include_str!("../fixtures/draft/announcement.txt");

/// An honest post for it, in Chinese and in English.
const STORY: &str = "周末睡不着，试着买了一点特斯拉，居然两秒就成交了，手续费几乎感觉不到。";
const ENGLISH: &str = "Could not sleep on Sunday, so I bought a little Tesla. It filled in two \
     seconds and the fee was hardly worth a mention, which surprised me after years of brokers.";

fn known(earlier: &[&str]) -> Known {
    Known {
        announcement: Fingerprint::of(ANNOUNCEMENT),
        earlier: earlier.iter().map(|text| Fingerprint::of(text)).collect(),
    }
}

fn doubt_in(text: &str, rules: &Rules<'_>, known: &Known) -> Option<Doubt> {
    let report = draft::check(text, rules, known);
    let verdict = report.verdicts.into_iter().find(|verdict| verdict.rule == Rule::Original)?;
    match verdict.finding {
        Finding::Doubtful(doubt) => {
            assert_eq!(verdict.state, State::Advice, "it never blocks: {text:?}");
            Some(doubt)
        }
        finding => {
            assert_eq!((finding, verdict.state), (Finding::Original, State::Pass), "{text:?}");
            None
        }
    }
}

#[track_caller]
fn doubts(text: &str, earlier: &[&str], expected: Option<Doubt>) {
    assert_eq!(doubt_in(text, &rules(GATE), &known(earlier)), expected, "{text:?}");
}

#[test]
fn honest_posts_raise_no_doubt() {
    let others = [
        "Bought a little Apple on Sunday and it took two minutes",
        "这两天行情震荡，我把仓位减了一半，准备等财报出来以后再说。",
    ];
    for text in [
        STORY,
        ENGLISH,
        "第一次用现货买苹果股票夜里也能成交很方便",
        "哈哈哈哈哈哈，第一单就赚了，客服回复也快，下次还来，推荐给朋友们。",
        "今天买了TSLAx，今天卖了NVDAx，今天又买了AAPLx，今天真忙，手续费倒是不多。",
        "Bought TSLAx, sold TSLAx, bought NVDAx, sold NVDAx: four orders before my coffee got cold",
        "从下单到成交只用了三秒！！！真的！！！比我以前的券商快多了！！！",
        "哈哈哈哈哈哈哈哈哈哈哈哈，今天赚到了一杯奶茶钱，不错",
        "2025.07.04 09:31 TSLAx 315.65 -> 09:47 TSLAx 318.20, +0.8%",
        "🎉🎉🎉 第一笔美股成交，晚上十点也能买，手机上三步就好了 🚀🚀🚀",
        "週末睡不著，試著買了一點特斯拉，居然兩秒就成交了，手續費幾乎感覺不到。",
        "週末眠れなくてテスラを少し買ってみたら二秒で約定して手数料もほとんどなかった",
        "Không ngủ được, tôi mua thử một ít Tesla, hai giây là khớp lệnh, phí rất thấp",
        "No podía dormir, compré un poco de Tesla y se ejecutó en dos segundos",
    ] {
        doubts(text, &others, None);
        doubts(&format!("{text} {GATE}"), &others, None);
    }
}

#[test]
fn too_short_a_text_is_told_of_its_length_alone() {
    doubts("好", &[], None);
    doubts("好好好好好好好好好好好好好好好好好好好", &[], None);
    doubts("每一条体验,都有机会赢取大奖!", &[], None);
}

#[test]
fn one_phrase_over_and_over_is_filler() {
    for text in [
        "好好好好好好好好好好好好好好好好好好好好",
        "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈",
        "加油加油加油加油加油加油加油加油加油加油",
        "gate gate gate gate gate gate gate gate",
        "顶顶顶顶顶顶顶顶顶顶顶顶顶顶顶顶顶顶顶顶，谢谢平台",
        "加油加油加油加油加油加油加油加油加油加油，冲！",
        "活动很好，支持一下！活动很好，支持一下！活动很好，支持一下！",
        "11111111111111111111",
        "。。。。。。。。。。。。。。。。。。。。。。",
        "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
        "Nice project! Nice project! Nice project! Nice project!",
        "支持 支持 支持 支持 支持 支持 支持 支持 支持 支持",
    ] {
        doubts(text, &[], Some(Doubt::Filler));
        doubts(&format!("{text} {GATE}"), &[], Some(Doubt::Filler));
    }
    // A tag in between does not hide it.
    doubts(&format!("加油加油加油加油加油{GATE}加油加油加油加油加油"), &[], Some(Doubt::Filler));
}

#[test]
fn the_longest_phrase_is_forty_characters() {
    let phrase = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东西南北春夏秋冬";
    assert_eq!(phrase.chars().count(), 40);
    doubts(&phrase.repeat(3), &[], Some(Doubt::Filler));
    doubts(&format!("{phrase}止").repeat(3), &[], None);
}

#[test]
fn punctuation_and_emoji_are_hardly_text() {
    for text in [
        "！？。，、；：“”‘’（）《》【】—…·！？",
        "🚀🔥💎🙌📈📉💰🎉🎁✨⭐🌙☀️🍀🎯🏆👍👏💪🤝",
        "好！？。，、；：“”‘’（）《》【】—…·！？",
        "买了！🚀🔥💎🙌📈📉💰🎉🎁✨⭐🌙☀️🍀🎯🏆👍👏",
        "TSLAx :) ;) :( ;( ^^ -_- >.< <3 !!! ??? ... ~~~ *** +++",
    ] {
        doubts(text, &[], Some(Doubt::HardlyText));
    }
    // In words, they never count in the first place.
    let minimum = Minimum { count: 4, unit: Unit::Words };
    let text = "Good. Fast. Cheap. Fun. 🚀🔥💎🙌📈📉💰🎉";
    assert_eq!(doubt_in(text, &Rules { tag: GATE, account: "", minimum }, &known(&[])), None);
}

#[test]
fn the_announcement_is_recognised() {
    let lines: Vec<&str> = ANNOUNCEMENT.lines().collect();
    let prose = "每一条体验,都有机会赢取大奖!快在Gate广场show出你的操作吧!";
    assert!(lines.contains(&prose), "the fixture is the announcement");
    for text in [
        ANNOUNCEMENT.to_owned(),
        prose.to_owned(),
        format!("{GATE} {prose}"),
        // As retyped: other punctuation, other width, other case, a break.
        "每一条体验，都有机会赢取大奖！快在gate广场SHOW出你的操作吧！！！".to_owned(),
        "每一条体验\n都有机会\n赢取大奖 快在Gate广场 show出你的操作吧 冲".to_owned(),
        format!("转发：{}", lines[1]),
    ] {
        doubts(&text, &[], Some(Doubt::Announcement));
    }
    // A quotation in a post of one's own is none.
    doubts(&format!("“都有机会赢取大奖”？{STORY}"), &[], None);
}

#[test]
fn an_earlier_post_is_recognised() {
    for text in [
        STORY.to_owned(),
        format!("{STORY}{GATE}"),
        format!("早上好！{STORY}"),
        STORY.replace("特斯拉", "英伟达"),
        STORY.replace('，', "。"),
        format!("{STORY}{}", "大家也来试试，真的很不错哦。"),
    ] {
        doubts(&text, &[ENGLISH, STORY], Some(Doubt::EarlierPost));
    }
    doubts(&ENGLISH.to_uppercase(), &[ENGLISH], Some(Doubt::EarlierPost));
    doubts(&ENGLISH.replace("Tesla", "Nvidia"), &[STORY, ENGLISH], Some(Doubt::EarlierPost));
    // On the same subject, but another text.
    doubts("周末又买了一点特斯拉，这次挂了限价单，等了半小时才成交，省了点钱。", &[STORY], None);
}

#[test]
fn of_several_doubts_the_plainest_is_told() {
    let filler = "每一条体验,都有机会赢取大奖!".repeat(4);
    doubts(&filler, &[&filler], Some(Doubt::Filler));
    doubts(ANNOUNCEMENT, &[ANNOUNCEMENT], Some(Doubt::Announcement));
}

#[test]
fn a_long_page_is_no_net_for_everything() {
    // As much text as is read of one page, and none of it is the post's.
    let page: String =
        (0..40_000_u32).filter_map(|n| char::from_u32(0x4E00 + n * 7919 % 20_000)).collect();
    let known = Known { announcement: Fingerprint::of(&page), earlier: Vec::new() };
    for text in [STORY, ENGLISH] {
        assert_eq!(doubt_in(text, &rules(GATE), &known), None);
    }
    let part: String = page.chars().skip(10_000).take(100).collect();
    assert_eq!(doubt_in(&part, &rules(GATE), &known), Some(Doubt::Announcement));
}

#[test]
fn an_empty_fingerprint_knows_nothing() {
    for empty in
        [Fingerprint::default(), Fingerprint::of(""), Fingerprint::of("短"), Fingerprint::of(GATE)]
    {
        for text in ["", "短", STORY, GATE] {
            assert!(!empty.covers_most_of(text), "{text:?}");
        }
    }
    assert!(Fingerprint::of(STORY).covers_most_of(STORY));
}

/// Distinct characters, so that no shingle comes twice.
fn letters(from: u32, number: u32) -> String {
    (from..from + number).filter_map(|code| char::from_u32(0x5000 + code)).collect()
}

#[test]
fn three_fifths_that_are_known_raise_a_doubt() {
    // A text of n letters has n - 4 stretches of five. Those that hold the first
    // letter that is new are new.
    let earlier = letters(0, 60);
    for (known, new, expected) in [
        (28, 16, Some(Doubt::EarlierPost)),
        (27, 17, None),
        (34, 20, Some(Doubt::EarlierPost)),
        (33, 21, None),
    ] {
        let text = letters(0, known) + &letters(2_000, new);
        doubts(&text, &[&earlier], expected);
    }
}

#[test]
fn half_a_text_of_one_phrase_is_filler_if_little_is_left() {
    // The minimum is 20.
    for (phrase, times, rest, expected) in [
        (1, 20, 9, Some(Doubt::Filler)),
        (1, 20, 10, None),
        (3, 4, 9, Some(Doubt::Filler)),
        (3, 4, 10, None),
        (3, 2, 14, None),
        (4, 3, 9, Some(Doubt::Filler)),
        (8, 3, 9, Some(Doubt::Filler)),
    ] {
        let text = letters(0, phrase).repeat(times) + &letters(1_000, rest);
        doubts(&text, &[], expected);
    }
}
