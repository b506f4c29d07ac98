//! What keyboards, input methods, autocorrections and a switch of width make of a
//! tag: near misses, which one press makes the tag again.

use campaign_widget::draft::Slip::{
    self, ClosingSign, LetterCase, Punctuation, Sign, WhiteSpace, Width, ZeroWidth,
};
use campaign_widget::draft::{Finding, Rule, apply, repairs};
use proptest::prelude::*;

use super::tag::real;
use super::{check, finding, rules};

/// Tags with what keyboards change.
const WITH_PUNCTUATION: &[&str] = &[
    "#Let's Gate!#",
    "#Gate: what's your \"first\" xStock?#",
    "#Gate·交易（体验）#",
    "#Buy-and-hold, or sell...#",
    "#BTC/USDT [Gate] <live>#",
    "#Gate_Square_2025",
    "#買它！買它！#",
    "#データ〜カード#",
    "#IstanbuL İçin#",
    "#ΟΔΥΣΣΕΥΣ",
    "#می‌خواهم#",
    "#$100 & more; 50%#",
];

fn tags() -> Vec<&'static str> {
    [real(), WITH_PUNCTUATION.to_vec()].concat()
}

/// Alone and in a text: the near miss has these slips and becomes the tag, and
/// nothing else changes.
#[track_caller]
fn mended(tag: &str, written: &str, slips: Option<&[Slip]>) {
    for (before, after) in [("", ""), ("今天 ", " 很好"), ("今天，", "\n很好"), ("(", ")")]
    {
        let text = format!("{before}{written}{after}");
        let found = finding(&text, tag, Rule::Tag);
        let Some(Finding::NearMisses(misses)) = &found else {
            return assert_eq!(found, None, "{text:?} is no near miss of {tag}");
        };
        let seen: Vec<_> = misses.iter().map(|miss| text.get(miss.range.clone())).collect();
        assert_eq!(seen, [Some(written)]);
        for miss in misses {
            assert_eq!(miss.slips, slips.unwrap_or(&miss.slips), "{text:?}");
        }
        let mended = apply(&text, &repairs(&text, &rules(tag), Rule::Tag));
        assert_eq!(mended, format!("{before}{tag}{after}"));
        assert_eq!(finding(&mended, tag, Rule::Tag), Some(Finding::TagPresent));
        assert_eq!(repairs(&mended, &rules(tag), Rule::Tag), []);
        assert_eq!(repairs(&text, &rules(tag), Rule::OnlyTag), [], "{text:?}");
        assert_eq!(check(&text, &rules(tag)).count, check(&mended, &rules(tag)).count);
    }
}

#[test]
fn each_change_of_a_keyboard_is_a_near_miss() {
    for (tag, written, slips) in [
        // Smart punctuation, and back.
        ("#Let's Gate!#", "#Let’s Gate!#", &[Punctuation][..]),
        ("#Let’s Gate!#", "#Let's Gate!#", &[Punctuation]),
        ("#Let's Gate!#", "#Let‘s Gate!#", &[Punctuation]),
        ("#Let's Gate!#", "#Let`s Gate!#", &[Punctuation]),
        ("#Let's Gate!#", "#Let´s Gate!#", &[Punctuation]),
        ("#my \"first\"#", "#my “first”#", &[Punctuation]),
        ("#my \"first\"#", "#my «first»#", &[Punctuation]),
        ("#my \"first\"#", "#my „first“#", &[Punctuation]),
        ("#my “first”#", "#my \"first\"#", &[Punctuation]),
        ("#wait...#", "#wait…#", &[Punctuation]),
        ("#wait…#", "#wait...#", &[Punctuation]),
        ("#wait...#", "#wait……#", &[Punctuation]),
        ("#wait...#", "#wait。。。#", &[Punctuation]),
        ("#a-b#", "#a–b#", &[Punctuation]),
        ("#a-b#", "#a—b#", &[Punctuation]),
        ("#a-b#", "#a‑b#", &[Punctuation]),
        ("#a-b#", "#a−b#", &[Punctuation]),
        ("#a--b#", "#a—b#", &[Punctuation]),
        ("#a—b#", "#a--b#", &[Punctuation]),
        ("#a——b#", "#a—b#", &[Punctuation]),
        ("#a-b#", "#aーb#", &[Punctuation]),
        // Chinese punctuation, where the keys of the tag are.
        ("#a:b!#", "#a：b！#", &[Width]),
        ("#a：b！#", "#a:b!#", &[Width]),
        ("#a (b)#", "#a（b）#", &[WhiteSpace, Width]),
        ("#a, b?#", "#a，b？#", &[Width, WhiteSpace]),
        ("#a.b#", "#a。b#", &[Punctuation]),
        ("#a.b#", "#a．b#", &[Width]),
        ("#a,b#", "#a、b#", &[Punctuation]),
        ("#a/b#", "#a、b#", &[Punctuation]),
        ("#a/b#", "#a／b#", &[Width]),
        ("#a_b", "#a——b", &[Punctuation]),
        ("#a_b", "#a＿b", &[Width]),
        ("#[a]#", "#【a】#", &[Punctuation]),
        ("#<a>#", "#《a》#", &[Punctuation]),
        ("#「a」#", "#｢a｣#", &[Punctuation]),
        ("#{a}#", "#「a」#", &[Punctuation]),
        ("#$5#", "#￥5#", &[Punctuation]),
        ("#a~b#", "#a～b#", &[Width]),
        ("#a~b#", "#a〜b#", &[Punctuation]),
        ("#a·b", "#a•b", &[Punctuation]),
        ("#a·b", "#a・b", &[Punctuation]),
        ("#a・b", "#a‧b", &[Punctuation]),
        // Width and style.
        ("#Gate 1#", "#Ｇａｔｅ １#", &[Width]),
        ("#Gate 1#", "#Ｇａｔｅ　１#", &[Width, WhiteSpace]),
        ("#Ｇａｔｅ", "#Gate", &[Width]),
        ("#Gate 1#", "#𝗚𝗮𝘁𝗲 𝟭#", &[Width]),
        ("#Gate", "#𝐆𝐚𝐭𝐞", &[Width]),
        ("#Az09", "#𝖠𝗓𝟢𝟫", &[Width]),
        ("#Gate 2025#", "#Gate ٢٠٢٥#", &[Width]),
        ("#Gate 2025#", "#Gate ۲۰۲۵#", &[Width]),
        ("#Gate", "#ｇａｔｅ", &[Width, LetterCase]),
        // Letter case, where it is not the rule.
        ("#IstanbuL", "#ıstanbul", &[LetterCase]),
        ("#istanbul", "#İstanbul", &[LetterCase]),
        ("#istanbul", "#ISTANBUL", &[LetterCase]),
        ("#ΟΔΥΣΣΕΥΣ", "#οδυσσευς", &[LetterCase]),
        ("#straße", "#STRAẞE", &[LetterCase]),
        // What nobody sees, and a keyboard has not.
        ("#می‌خواهم#", "#میخواهم#", &[ZeroWidth]),
        ("#می‌خواهم#", "＃می‌خواهم#", &[Sign]),
        ("#a--b#", "#A--b#", &[LetterCase]),
        ("#❤️Gate#", "#❤Gate#", &[ZeroWidth]),
        ("#a-b#", "＃A—B", &[Sign, LetterCase, Punctuation, ClosingSign]),
    ] {
        mended(tag, written, Some(slips));
    }
}

#[test]
fn tags_that_differ_by_a_keyboard_are_two_tags() {
    for (tag, other) in [
        ("#a-b#", "#a—b#"),
        ("#a:b#", "#a：b#"),
        ("#Gate", "#Ｇａｔｅ"),
        ("#a'b#", "#a’b#"),
        ("#ı", "#i"),
    ] {
        for (tag, other) in [(tag, other), (other, tag)] {
            assert_eq!(finding(tag, tag, Rule::Tag), Some(Finding::TagPresent));
            assert_ne!(finding(other, tag, Rule::Tag), Some(Finding::TagPresent));
            let both = format!("{tag} {other}");
            let Some(Finding::OtherTags(others)) = finding(&both, tag, Rule::OnlyTag) else {
                panic!()
            };
            assert_eq!(others.len(), 1, "{both:?}");
        }
    }
}

#[test]
fn what_no_keyboard_does_is_another_tag() {
    for (tag, text) in [
        ("#a-b#", "#a:b#"),
        ("#a-b#", "#ab#"),
        ("#a!b#", "#a?b#"),
        ("#Gate 1#", "#Gate 2#"),
        ("#Gate", "#Gаte"),
        ("#Gate", "#𝟎ate"),
        ("#09", "#٩٠"),
    ] {
        assert_eq!(finding(text, tag, Rule::Tag), Some(Finding::TagMissing), "{text:?}");
    }
}

/// What a keyboard may write for one character of a tag.
fn changes(c: char) -> Vec<String> {
    let mut changes: Vec<String> = Vec::new();
    let mut add = |texts: &[&str]| changes.extend(texts.iter().map(|&text| text.to_owned()));
    match c {
        '#' => add(&["＃", "﹟"]),
        ' ' => add(&["", "  ", "\u{3000}", "\u{a0}"]),
        '\'' | '"' => add(&["’", "‘", "“", "”", "「", "»"]),
        '-' | '_' => add(&["–", "—", "——", "--", "－", "＿", "ー"]),
        '.' => add(&["。", "．"]),
        ',' | '/' => add(&["，", "、", "／"]),
        '·' => add(&["•", "・"]),
        '〜' => add(&["～", "~"]),
        '[' | ']' | '<' | '>' => add(&["【", "》", "［"]),
        '\u{200c}' => add(&[""]),
        'I' | 'i' | 'İ' => add(&["ı", "İ", "i", "I"]),
        'Σ' => add(&["σ", "ς"]),
        _ => {}
    }
    if c.is_ascii_graphic() && c != '#' {
        changes.extend(char::from_u32(c as u32 + 0xFEE0).map(String::from));
    }
    if let '\u{FF01}'..='\u{FF5E}' = c {
        changes.extend(char::from_u32(c as u32 - 0xFEE0).map(String::from));
    }
    if c.is_ascii_alphabetic() {
        let letter = (c.to_ascii_lowercase() as u32 - 'a' as u32)
            + if c.is_ascii_lowercase() { 26 } else { 0 };
        changes.extend(
            [0x1D400, 0x1D5D4, 0x1D670]
                .map(|font| char::from_u32(font + letter).map(String::from))
                .into_iter()
                .flatten(),
        );
        changes.push(c.to_ascii_lowercase().to_string());
        changes.push(c.to_ascii_uppercase().to_string());
    }
    changes
}

/// Every single change of every real tag.
#[test]
fn every_change_of_every_tag_is_mended() {
    let mut number = 0;
    for tag in tags() {
        for (at, c) in tag.char_indices() {
            for change in changes(c) {
                let (before, after) = tag.split_at(at);
                let written = [before, &change, after.strip_prefix(c).unwrap_or_default()].concat();
                if written != tag {
                    mended(tag, &written, None);
                    number += 1;
                }
            }
        }
    }
    assert!(number > 2_000, "{number}");
}

/// A tag with some of its characters changed.
fn changed() -> impl Strategy<Value = (&'static str, String)> {
    prop::sample::select(tags()).prop_flat_map(|tag| {
        let choices = prop::collection::vec(
            (any::<bool>(), any::<prop::sample::Index>()),
            tag.chars().count(),
        );
        choices.prop_map(move |choices| {
            let change = |(c, (is_changed, index)): (char, (bool, prop::sample::Index))| {
                let changes = changes(c);
                if is_changed && !changes.is_empty() {
                    index.get(&changes).clone()
                } else {
                    c.to_string()
                }
            };
            (tag, tag.chars().zip(choices).map(change).collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn many_changes_at_once_are_mended((tag, written) in changed()) {
        if written != tag {
            mended(tag, &written, None);
        }
    }
}
