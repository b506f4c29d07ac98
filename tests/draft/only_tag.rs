//! No hashtag but the campaign's.

use campaign_widget::draft::{Finding, Rule, State};

use super::tag::real;
use super::{GATE, SINGLE, check, finding, rules, state};

#[track_caller]
fn others(tag: &str, text: &str, expected: &[&str]) {
    let found = match finding(text, tag, Rule::OnlyTag) {
        Some(Finding::OtherTags(found)) => found,
        _ => Vec::new(),
    };
    let texts: Vec<_> = found.iter().map(|other| other.text.as_str()).collect();
    assert_eq!(texts, expected, "{text:?}");
    for other in &found {
        assert_eq!(text.get(other.range.clone()), Some(other.text.as_str()));
    }
    let wanted = match found.as_slice() {
        [] => State::Pass,
        found if found.iter().all(|other| other.digits) => State::Advice,
        _ => State::Fail,
    };
    assert_eq!(state(&check(text, &rules(tag)), Rule::OnlyTag), Some(wanted), "{text:?}");
}

#[test]
fn pairs_from_left_to_right() {
    for (text, expected) in [
        ("", &[][..]),
        ("文字", &[]),
        ("#one", &["#one"]),
        ("a #one b", &["#one"]),
        ("#two words#", &["#two words#"]),
        ("a #two words# b", &["#two words#"]),
        ("#one text #two", &["#one", "#two"]),
        ("#one #two", &["#one", "#two"]),
        ("#one\n#two", &["#one", "#two"]),
        ("#one #two words#", &["#one", "#two words#"]),
        ("#two words# #one", &["#two words#", "#one"]),
        ("#two words##one", &["#two words#", "#one"]),
        ("#one# #two#", &["#one#", "#two#"]),
        ("#one##two#", &["#one#", "#two#"]),
        ("#one##two", &["#one#", "#two"]),
        ("##one##", &["#one#"]),
        ("###one", &["#one"]),
        ("#one#two", &["#one#"]),
        ("#one#two#three", &["#one#", "#three"]),
        ("#one\ntwo#", &["#one"]),
        ("#one two\n#", &["#one"]),
        ("#one two #", &["#one"]),
        ("#美股大涨#今天真好", &["#美股大涨#"]),
        ("今天#美股大涨#今天真好", &["#美股大涨#"]),
        ("#大涨 行情#今天", &["#大涨 行情#"]),
        ("#BTC rose, buy#ETH", &["#BTC", "#ETH"]),
        ("#BTC，#ETH", &["#BTC，#"]),
        ("买了#BTC，很好", &["#BTC"]),
        ("#Gate 2025 Semi-Year Community Gala#", &["#Gate 2025 Semi-Year Community Gala#"]),
        ("＃话题＃", &["＃话题＃"]),
        ("﹟话题", &["﹟话题"]),
        ("#買它！買它！#", &["#買它！買它！#"]),
        ("#vitaminwater🔥", &["#vitaminwater"]),
        ("#_a", &["#_a"]),
        ("(#tag)", &["#tag"]),
        ("【#七夕の願い事】", &["#七夕の願い事"]),
        ("【#24時間短冊 】", &["#24時間短冊"]),
        ("TSLAx#美股# 好", &["#美股#"]),
        ("R&D&#BTC", &["#BTC"]),
    ] {
        others(GATE, text, expected);
    }
}

#[test]
fn a_pair_does_not_span_a_story() {
    let story = "我买了一些，然后又卖了一些，".repeat(8);
    others(GATE, &format!("#BTC{story}是C大调#。"), &["#BTC我买了一些"]);
    others(GATE, &format!("#BTC {story}五角星#。"), &["#BTC"]);
}

#[test]
fn signs_that_open_no_tag() {
    for text in [
        "#",
        "##",
        "# ",
        "# one",
        "## one",
        "#\none",
        "文字#",
        "文字 # 文字",
        "#，",
        "#!",
        "#🔥",
        "C#",
        "C# 很好",
        "我写C#和F#",
        "用C#写",
        "A# minor",
        "(C#)",
        "#️⃣",
        "#️⃣1",
        "#⃣",
        "#️⃣今天",
        "1️⃣ 关注 2️⃣ 发帖",
        "＃️⃣",
        "&#39;",
        "it&#39;s",
        "&#x27;",
        "&#X2F;a",
        "A&#38;B",
        "https://gate.com/#trade",
        "https://gate.com/a#b",
        "https://gate.com#b",
        "http://gate.com/a?b=c#d",
        "https://gate.com/#/trade/BTC_USDT",
        "看https://gate.com/#trade，",
        "gate.com/#trade",
        "www.gate.com/a#b",
        "https://x.com/a/status/1#m 好",
        "HTTPS://GATE.COM/A#B",
    ] {
        others(GATE, text, &[]);
    }
}

#[test]
fn a_sign_after_a_url_may_open_one() {
    others(GATE, "https://gate.com/a #b", &["#b"]);
    others(GATE, "https://gate.com/a，#b", &["#b"]);
    others(GATE, "https://gate.com/a#大涨#", &["#大涨#"]);
    others(GATE, "#b https://gate.com/#a #c", &["#b", "#c"]);
    others(GATE, "#b 看 https://gate.com/#", &["#b"]);
    others(GATE, "Gate.io#BTC#", &["#BTC#"]);
}

#[test]
fn digits_alone_are_advice() {
    for (text, expected) in [
        ("#1", &["#1"][..]),
        ("我是#1", &["#1"]),
        ("#2025#", &["#2025#"]),
        ("#1 #2", &["#1", "#2"]),
        ("#１２", &["#１２"]),
        ("PR#12", &["#12"]),
    ] {
        others(GATE, text, expected);
        assert_eq!(state(&check(text, &rules(GATE)), Rule::OnlyTag), Some(State::Advice), "{text}");
    }
    for text in ["#1st", "#666日", "#1 #BTC", "#2025 盛典#"] {
        assert_eq!(state(&check(text, &rules(GATE)), Rule::OnlyTag), Some(State::Fail), "{text}");
    }
}

#[test]
fn the_campaign_tag_is_taken_out_first() {
    for tag in real() {
        others(tag, tag, &[]);
        others(tag, &format!("好{tag}好。 {tag} 好").replace("好。", "。"), &[]);
        others(tag, &format!("#BTC {tag}"), &["#BTC"]);
        others(tag, &format!("#BTC{tag}"), &["#BTC"]);
        others(tag, &format!("#大涨#{tag}"), &["#大涨#"]);
        others(tag, &format!("{tag} #BTC"), &["#BTC"]);
        others(tag, &format!("{tag} #大涨 行情# {tag}"), &["#大涨 行情#"]);
    }
    others(GATE, "#BTC 很好#Gate xStocks 交易体验#", &["#BTC"]);
    others(GATE, "#Gate xStocks 交易体验##BTC", &["#BTC"]);
    others(GATE, "#Gate xStocks 交易体验#BTC", &[]);
    others(SINGLE, "#GateAICreation#", &[]);
    others(SINGLE, "#GateAICreation #GateAICreationX", &["#GateAICreationX"]);
    others(SINGLE, "#GateAICreation作品", &["#GateAICreation作品"]);
}

#[test]
fn a_near_miss_is_reported_once() {
    // Alone, it is the tag rule's; beside the exact tag, it is another tag.
    for miss in ["＃Gate xStocks 交易体验＃", "#gate xstocks 交易体验#", "#Gate xStocks 交易体验"]
    {
        others(GATE, miss, &[]);
        others(GATE, &format!("{miss} #Gate xStocks 交易体验#"), &[miss]);
        others(GATE, &format!("#Gate xStocks 交易体验# {miss}"), &[miss]);
        others(GATE, &format!("{miss} #BTC"), &["#BTC"]);
    }
}

/// Nobody is told to remove what they are typing. It breaks the rule once the tag
/// is there as well.
#[test]
fn the_tag_is_no_other_tag_while_it_is_typed() {
    let typed: Vec<_> =
        GATE.char_indices().skip(1).filter_map(|(end, _)| GATE.get(..end)).collect();
    assert_eq!(typed.last(), Some(&"#Gate xStocks 交易体验"));
    for typed in typed {
        others(GATE, &format!("很好 {typed}"), &[]);
    }
    others(GATE, "很好 #gate xsto", &[]);
    others(SINGLE, "很好 #GateAI", &[]);
    others(SINGLE, "很好 #GateAI #GateAICreation", &["#GateAI"]);
    others(GATE, "很好 #Gate #Gate xStocks 交易体验#", &["#Gate"]);
    others(GATE, "很好 #Gates", &["#Gates"]);
    others(GATE, "很好 #BTC #Gate", &["#BTC"]);
}

/// What stands between two tags that nobody closed is the person's own writing.
#[test]
fn a_sentence_between_two_tags_is_no_topic() {
    for (text, expected) in [
        ("#BTC 今天涨了很多，我赶紧买了。手续费也低，真的很好#大涨", &["#BTC", "#大涨"][..]),
        ("我用 #xStocks 买了特斯拉，两秒成交。真方便#美股", &["#xStocks", "#美股"]),
        ("#BTC rose today, I sold all of it#ETH", &["#BTC", "#ETH"]),
        ("#一二三四五，七八九十甲乙#", &["#一二三四五，七八九十甲乙#"]),
        ("#一二三四五，七八九十甲乙丙#", &["#一二三四五"]),
        ("#很长的话题没有标点的时候也还是一个话题#", &["#很长的话题没有标点的时候也还是一个话题#"]),
    ] {
        others(GATE, text, expected);
    }
}

#[test]
fn a_variant_script_is_another_tag() {
    others(GATE, "#Gate xStocks 交易體驗#", &["#Gate xStocks 交易體驗#"]);
    others("#發帖贏代幣CGN", "#发帖赢代币CGN", &["#发帖赢代币CGN"]);
}
