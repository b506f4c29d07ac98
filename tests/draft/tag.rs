//! The campaign tag: there, nearly there, or not.

use campaign_widget::draft::Slip::{self, ClosingSign, LetterCase, Sign, WhiteSpace, ZeroWidth};
use campaign_widget::draft::{Finding, Rule};

use super::{GATE, SINGLE, finding};

#[track_caller]
fn present(tag: &str, text: &str) {
    assert_eq!(finding(text, tag, Rule::Tag), Some(Finding::TagPresent), "{text:?}");
}

#[track_caller]
fn missing(tag: &str, text: &str) {
    assert_eq!(finding(text, tag, Rule::Tag), Some(Finding::TagMissing), "{text:?}");
}

/// The near misses of `text`, as written, and their slips.
fn misses<'t>(tag: &str, text: &'t str) -> Vec<(&'t str, Vec<Slip>)> {
    let Some(Finding::NearMisses(found)) = finding(text, tag, Rule::Tag) else {
        return Vec::new();
    };
    found.into_iter().map(|miss| (text.get(miss.range).unwrap_or("?"), miss.slips)).collect()
}

/// `miss` is the only near miss of `text`, with these slips in any order.
#[track_caller]
fn near(tag: &str, text: &str, miss: &str, slips: &[Slip]) {
    let sorted = |slips: &[Slip]| {
        let mut names: Vec<_> = slips.iter().map(|slip| format!("{slip:?}")).collect();
        names.sort();
        names
    };
    let found: Vec<_> =
        misses(tag, text).into_iter().map(|(miss, slips)| (miss, sorted(&slips))).collect();
    assert_eq!(found, [(miss, sorted(slips))], "{text:?}");
}

/// Tags of real campaigns.
pub fn real() -> Vec<&'static str> {
    include_str!("../fixtures/draft/tags.txt").lines().collect()
}

#[test]
fn real_tags_are_found_wherever_they_stand() {
    for tag in real() {
        present(tag, tag);
        present(tag, &format!("今天很开心 {tag} 明天继续"));
        present(tag, &format!("今天很开心{tag}，明天继续"));
        present(tag, &format!("今天很开心\n{tag}\n明天继续"));
        present(tag, &format!("🎉{tag}🔥"));
        present(tag, &format!("带{tag} ,原创发帖"));
        present(tag, &format!("({tag})"));
        present(tag, &format!("{tag}{tag}"));
        present(tag, &format!("@Gate广场_Official{tag}"));
        present(tag, &format!("{tag} #other"));
        present(tag, &format!("#other {tag}"));
        present(tag, &format!("#other{tag}"));
        present(tag, &format!("#两个 词#{tag}"));
        missing(tag, tag.trim_matches('#'));
        missing(tag, &format!("{}的活动", tag.trim_matches('#')));
    }
}

#[test]
fn a_closed_tag_may_be_glued_to_anything() {
    present(GATE, "买入#Gate xStocks 交易体验#真不错");
    present(GATE, "Buy#Gate xStocks 交易体验#now");
    present(GATE, "##Gate xStocks 交易体验##");
    present("#MyGateMoment#", "my #MyGateMoment#s");
    present("#心语心愿#", "#心语心愿#墙");
}

#[test]
fn a_single_tag_is_not_the_beginning_of_a_longer_one() {
    for text in [
        "#GateAICreationX",
        "#GateAICreation2",
        "#GateAICreation_",
        "#GateAICreation作品",
        "#GateAICreationé",
        "#GateAICreation\u{301}",
    ] {
        missing(SINGLE, text);
    }
    for text in [
        "#GateAICreation,",
        "#GateAICreation！",
        "#GateAICreation#",
        "#GateAICreation🔥",
        "#GateAICreation-X",
        "#GateAICreation\u{200b}",
        "#GateAICreationX #GateAICreation",
    ] {
        present(SINGLE, text);
    }
}

#[test]
fn other_signs() {
    near(GATE, "＃Gate xStocks 交易体验＃", "＃Gate xStocks 交易体验＃", &[Sign]);
    near(GATE, "＃Gate xStocks 交易体验#", "＃Gate xStocks 交易体验#", &[Sign]);
    near(GATE, "#Gate xStocks 交易体验＃", "#Gate xStocks 交易体验＃", &[Sign]);
    near(GATE, "﹟Gate xStocks 交易体验﹟", "﹟Gate xStocks 交易体验﹟", &[Sign]);
    near(SINGLE, "好 ＃GateAICreation 好", "＃GateAICreation", &[Sign]);
    near("#發帖贏代幣CGN", "﹟發帖贏代幣CGN", "﹟發帖贏代幣CGN", &[Sign]);
}

#[test]
fn other_white_space() {
    for text in [
        "#Gate\u{a0}xStocks\u{a0}交易体验#",
        "#Gate\u{3000}xStocks 交易体验#",
        "#GatexStocks交易体验#",
        "#GatexStocks 交易体验#",
        "#Gate xStocks交易体验#",
        "#Gate  xStocks 交易体验#",
        "# Gate xStocks 交易体验#",
        "#Gate xStocks 交易体验 #",
        "# Gate xStocks 交易体验 #",
        "#Gate xStocks 交易 体验#",
        "#Gate x Stocks 交易体验#",
        "#Gate\txStocks 交易体验#",
        "#Gate xStocks\n交易体验#",
        "#Gate xStocks\u{2009}交易体验#",
    ] {
        near(GATE, text, text, &[WhiteSpace]);
        near(GATE, &format!("今天{text}，很好"), text, &[WhiteSpace]);
    }
    near("#心语心愿#", "#心语 心愿#", "#心语 心愿#", &[WhiteSpace]);
    near(SINGLE, "#Gate AI Creation", "#Gate AI Creation", &[WhiteSpace]);
    near(SINGLE, "# GateAICreation", "# GateAICreation", &[WhiteSpace]);
}

#[test]
fn another_letter_case() {
    near(GATE, "#gate xstocks 交易体验#", "#gate xstocks 交易体验#", &[LetterCase]);
    near(GATE, "#GATE XSTOCKS 交易体验#", "#GATE XSTOCKS 交易体验#", &[LetterCase]);
    near(SINGLE, "#gateaicreation", "#gateaicreation", &[LetterCase]);
    near("#45NgàyTựDo", "#45NGÀYTỰDO", "#45NGÀYTỰDO", &[LetterCase]);
    near("#МойGate", "#мойgate", "#мойgate", &[LetterCase]);
}

#[test]
fn the_letter_case_of_european_scripts_and_vietnamese() {
    use unicode_normalization::is_nfc;
    let letters = ('\u{41}'..='\u{17E}')
        .chain("ƠơƯư".chars())
        .chain('\u{391}'..='\u{3C9}')
        .chain('\u{400}'..='\u{52F}')
        .chain('\u{531}'..='\u{586}')
        .chain('\u{1E00}'..='\u{1E95}')
        .chain('\u{1EA0}'..='\u{1EFF}');
    let mut pairs = 0;
    for upper in letters {
        let lower = upper.to_lowercase().next().unwrap_or(upper);
        // Dotted İ has no partner of one character, Ӏ and ӏ are far apart.
        if lower == upper || matches!(upper, 'İ' | 'Ӏ') || !is_nfc(&upper.to_string()) {
            continue;
        }
        pairs += 1;
        let (tag, text) = (format!("#a{lower}b#"), format!("#a{upper}b#"));
        near(&tag, &text, &text, &[LetterCase]);
        near(&text, &tag, &tag, &[LetterCase]);
        let next = char::from_u32(lower as u32 + 1).unwrap_or(lower);
        if next != upper {
            missing(&format!("#a{next}b#"), &text);
        }
    }
    assert!(pairs > 400, "{pairs}");
}

#[test]
fn a_missing_closing_sign() {
    let miss = "#Gate xStocks 交易体验";
    near(GATE, miss, miss, &[ClosingSign]);
    near(GATE, "#Gate xStocks 交易体验 很好", miss, &[ClosingSign]);
    near(GATE, "#Gate xStocks 交易体验，很好", miss, &[ClosingSign]);
    near(GATE, "#Gate xStocks 交易体验很好", miss, &[ClosingSign]);
    near(GATE, "#Gate xStocks 交易体验\n#", miss, &[ClosingSign]);
    near(GATE, "#Gate xStocks 交易体验 #BTC", miss, &[ClosingSign]);
    near(GATE, "#Gate xStocks 交易体验 #很好", miss, &[ClosingSign]);
    near("#MyGateMoment#", "my #MyGateMoment, today", "#MyGateMoment", &[ClosingSign]);
    near("#心语心愿#", "#心语心愿", "#心语心愿", &[ClosingSign]);
    // A longer word is another tag.
    missing("#MyGateMoment#", "my #MyGateMoments today");
    missing("#MyGateMoment#", "my #MyGateMoment2");
}

#[test]
fn the_next_tags_sign_closes_nothing() {
    let text = "#Gate xStocks 交易体验 #Gate xStocks 交易体验#";
    present(GATE, text);
    // Glued to it, too.
    present(GATE, "#gate xStocks 交易体验#Gate xStocks 交易体验#");
    present(GATE, "#gate xStocks 交易体验#Gate xStocks 交易体验#now");
    let text = "#gate xStocks 交易体验 #gate xStocks 交易体验";
    let found: Vec<_> = misses(GATE, text).into_iter().map(|(miss, _)| miss).collect();
    assert_eq!(found, ["#gate xStocks 交易体验", "#gate xStocks 交易体验"]);
}

#[test]
fn characters_that_nobody_sees() {
    for unseen in [
        '\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}', '\u{ad}', '\u{2060}', '\u{200e}',
        '\u{fe0f}',
    ] {
        for text in [
            format!("#{unseen}Gate xStocks 交易体验#"),
            format!("#Gate{unseen} xStocks 交易体验#"),
            format!("#Gate {unseen}xStocks 交易体验#"),
            format!("#Gate xStocks 交易{unseen}体验#"),
            format!("#Gate xStocks 交易体验{unseen}#"),
        ] {
            near(GATE, &text, &text, &[ZeroWidth]);
        }
        present(GATE, &format!("{unseen}#Gate xStocks 交易体验#{unseen}"));
    }
    near(SINGLE, "#Gate\u{200b}AICreation", "#Gate\u{200b}AICreation", &[ZeroWidth]);
    // X takes joiners for a part of the tag.
    near(SINGLE, "#GateAICreation\u{200d}", "#GateAICreation\u{200d}", &[ZeroWidth]);
}

#[test]
fn several_slips_at_once() {
    near(
        GATE,
        "＃gate\u{200b}xstocks　交易体验 好",
        "＃gate\u{200b}xstocks　交易体验",
        &[Sign, LetterCase, ZeroWidth, WhiteSpace, ClosingSign],
    );
    near(
        GATE,
        "＃GATE xStocks 交易体验",
        "＃GATE xStocks 交易体验",
        &[Sign, LetterCase, ClosingSign],
    );
    near(SINGLE, "＃gate ai creation!", "＃gate ai creation", &[Sign, LetterCase, WhiteSpace]);
}

#[test]
fn other_characters_make_another_tag() {
    missing(GATE, "#Gate xStocks 交易體驗#");
    missing("#Gate品牌蓝创作挑战#", "#Gate品牌藍創作挑戰#");
    missing("#發帖贏代幣CGN", "#发帖赢代币CGN");
    missing(GATE, "#Gate xStock 交易体验#");
    missing(GATE, "#Gate-xStocks-交易体验#");
    missing(GATE, "#Gate xStocks 交易体验分享会吗 #".trim_start_matches('#'));
}

#[test]
fn an_exact_tag_outweighs_near_misses() {
    present(GATE, "#gate xstocks 交易体验# #Gate xStocks 交易体验#");
    present(GATE, "#Gate xStocks 交易体验 #Gate xStocks 交易体验#");
    present(SINGLE, "＃GateAICreation #GateAICreation");
}

#[test]
fn a_url_does_not_swallow_the_tag() {
    present(GATE, "https://www.gate.com/questionnaire/6854#Gate xStocks 交易体验#");
    present("#MyGateMoment#", "https://www.gate.com/post#MyGateMoment#");
    present("#發帖贏代幣CGN", "https://www.gate.com/post#發帖贏代幣CGN");
    near(
        GATE,
        "https://www.gate.com/post#gate xstocks 交易体验",
        "#gate xstocks 交易体验",
        &[LetterCase, ClosingSign],
    );
    // A fragment is not a tag.
    missing(SINGLE, "https://www.gate.com/post#GateAICreation");
    missing(SINGLE, "https://www.gate.com#GateAICreation");
    missing(SINGLE, "gate.com/#GateAICreation");
}

#[test]
fn no_tag_to_look_for_is_never_there() {
    for tag in ["", "#", "##", "# #", "Gate", "Gate#"] {
        missing(tag, "#Gate# Gate ## # #");
    }
}
