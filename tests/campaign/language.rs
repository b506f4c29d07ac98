//! Choosing among languages.

use campaign_widget::campaign::choose;
use proptest::prelude::*;

#[test]
fn chooses_as_a_reader_would() {
    let table: &[(&[&str], &[&str], Option<&str>)] = &[
        // Whole, then shortened: RFC 4647 section 3.4.
        (&["en"], &["zh-CN", "en"], Some("en")),
        (&["en-GB"], &["zh-CN", "en"], Some("en")),
        (&["en-GB"], &["en", "en-GB"], Some("en-GB")),
        (&["zh-Hant-CN-x-private1-private2"], &["en", "zh-Hant"], Some("zh-Hant")),
        (&["de-Latn-DE-1996"], &["de", "de-Latn", "de-Latn-DE"], Some("de-Latn-DE")),
        (&["EN-gb"], &["en-GB"], Some("en-GB")),
        (&["en-gb"], &["EN-GB"], Some("EN-GB")),
        (&["ZH-hant-tw"], &["zh-cn", "ZH-TW"], Some("ZH-TW")),
        // A sister will do.
        (&["en"], &["zh-CN", "en-US"], Some("en-US")),
        (&["en-GB"], &["en-US", "en-AU"], Some("en-US")),
        (&["pt-BR"], &["es", "pt-PT"], Some("pt-PT")),
        // Chinese: the same script first, but either before none.
        (&["zh-TW"], &["zh-CN", "en"], Some("zh-CN")),
        (&["zh-TW", "en"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh-CN"], &["en", "zh-TW"], Some("zh-TW")),
        (&["zh-Hant-HK"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh-HK"], &["zh-CN", "zh-Hant"], Some("zh-Hant")),
        (&["zh-MO"], &["zh-Hans", "zh-HK"], Some("zh-HK")),
        (&["zh-TW"], &["zh", "zh-Hant"], Some("zh-Hant")),
        (&["zh-Hant-HK"], &["zh", "zh-TW"], Some("zh-TW")),
        (&["zh-TW"], &["zh"], Some("zh")),
        (&["zh"], &["zh-TW", "zh-CN"], Some("zh-CN")),
        (&["zh-SG"], &["zh-TW", "zh-Hans"], Some("zh-Hans")),
        (&["zh-Hans-TW"], &["zh-TW", "zh-CN"], Some("zh-CN")),
        (&["zh-Hans-HK"], &["zh-Hant-HK", "zh"], Some("zh")),
        (&["zh-CN"], &["zh-SG", "zh"], Some("zh")),
        // Regions of Traditional Chinese say nothing about other languages.
        (&["en-HK"], &["en-MO", "en"], Some("en")),
        (&["en-GB"], &["en-HK", "en-US"], Some("en-HK")),
        (&["pt-MO"], &["zh-TW", "pt-BR", "pt"], Some("pt")),
        // The reader's order goes before the campaign's.
        (&["fr", "en"], &["en", "fr"], Some("fr")),
        (&["ja", "ko", "en-US"], &["zh-CN", "en"], Some("en")),
        (&["en-AU", "fr-FR"], &["fr-FR", "en-US"], Some("en-US")),
        // The campaign's order decides between equals.
        (&["en-GB"], &["en-AU", "en-US"], Some("en-AU")),
        // As systems name languages: POSIX, Java, Android's `Locale.toString()`.
        (&["zh_CN"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh_TW"], &["zh-CN", "zh-Hant"], Some("zh-Hant")),
        (&["zh_Hans_CN"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh_Hant_HK"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh_CN_#Hans"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh_HK_#Hans"], &["zh-TW", "zh-CN"], Some("zh-CN")),
        (&["zh__#Hant"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh_CN.UTF-8"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh_CN.GB18030@pinyin"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh.UTF-8"], &["en", "zh-TW", "zh-CN"], Some("zh-CN")),
        (&["zh_TW@stroke"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["en_GB"], &["zh-CN", "en"], Some("en")),
        (&["pt_BR.utf8"], &["pt-PT", "pt-BR"], Some("pt-BR")),
        (&[" zh-CN\n"], &["en", "zh-CN"], Some("zh-CN")),
        (&["C.UTF-8"], &["zh-CN", "en"], None),
        (&["POSIX"], &["zh-CN", "en"], None),
        // As a header lists them: the first.
        (&["zh-CN,zh;q=0.9,en;q=0.8"], &["en", "zh-CN"], Some("zh-CN")),
        // A kind of Chinese: alone, behind the macrolanguage, three letters long.
        (&["cmn-Hans-CN"], &["en", "zh-CN"], Some("zh-CN")),
        (&["cmn"], &["en", "zh-TW", "zh-CN"], Some("zh-CN")),
        (&["cmn-Hant-TW"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh-cmn-Hans-CN"], &["en", "zh-CN"], Some("zh-CN")),
        (&["zh-cmn-Hant"], &["zh-CN", "zh-HK"], Some("zh-HK")),
        (&["zh-guoyu"], &["en", "zh-CN"], Some("zh-CN")),
        (&["yue"], &["en", "zh-CN"], Some("zh-CN")),
        (&["yue"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["yue-Hant-HK"], &["zh-TW", "zh-HK"], Some("zh-HK")),
        (&["yue-Hans-CN"], &["zh-TW", "zh-CN"], Some("zh-CN")),
        (&["yue-CN"], &["zh-TW", "zh-CN"], Some("zh-CN")),
        (&["zh-yue-HK"], &["zh-CN", "zh-Hant"], Some("zh-Hant")),
        (&["nan-TW"], &["zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zho"], &["en", "zh-CN"], Some("zh-CN")),
        (&["chi"], &["en", "zh-CN"], Some("zh-CN")),
        (&["eng"], &["zh-CN", "en-US"], Some("en-US")),
        (&["zh-CN"], &["en", "cmn-Hans"], Some("cmn-Hans")),
        // A region is not taken for a language.
        (&["zh-MO"], &["ro", "zh-CN", "zh-TW"], Some("zh-TW")),
        (&["zh-IN"], &["id", "zh-CN"], Some("zh-CN")),
        (&["en-IN"], &["id", "en"], Some("en")),
        // Names that are out of use.
        (&["iw-IL"], &["en", "he"], Some("he")),
        (&["he"], &["en", "iw"], Some("iw")),
        (&["in"], &["en", "id-ID"], Some("id-ID")),
        (&["in_ID"], &["en", "id"], Some("id")),
        (&["ji"], &["en", "yi"], Some("yi")),
        (&["tl-PH"], &["en", "fil"], Some("fil")),
        (&["mo"], &["en", "ro"], Some("ro")),
        (&["no"], &["en", "nb-NO"], Some("nb-NO")),
        (&["nb"], &["en", "no"], Some("no")),
        // None.
        (&["ar"], &["zh-CN", "en"], None),
        (&["e"], &["en"], None),
        (&["engl"], &["en"], None),
        (&["*"], &["en"], None),
        (&["-"], &["en"], None),
        (&["-en"], &["en"], None),
        (&[""], &["en"], None),
        (&[], &["en"], None),
        (&["en"], &[], None),
    ];
    for (wanted, available, best) in table {
        let found = choose(wanted, available).map(|index| available[index]);
        assert_eq!(found, *best, "{wanted:?} of {available:?}");
    }
}

fn refs(tags: &[String]) -> Vec<&str> {
    tags.iter().map(String::as_str).collect()
}

fn tag() -> impl Strategy<Value = String> {
    "(zh|en|pt|ar)(-(Hant|Hans|Latn))?(-(CN|TW|HK|US|MO))?"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn an_exact_match_of_the_first_wish_always_wins(
        available in prop::collection::vec(tag(), 1..6),
        pick in any::<prop::sample::Index>(),
        others in prop::collection::vec(tag(), 0..4),
        upper in any::<bool>(),
    ) {
        let exact = pick.get(&available).clone();
        let wish = if upper { exact.to_uppercase() } else { exact.to_lowercase() };
        let wanted: Vec<String> = std::iter::once(wish).chain(others).collect();
        let found = choose(&wanted, &refs(&available)).map(|index| available[index].clone());
        prop_assert_eq!(found, Some(exact));
    }

    #[test]
    fn chooses_the_language_of_the_first_wish_that_can_be_met(
        wanted in prop::collection::vec(tag(), 0..4),
        available in prop::collection::vec(tag(), 0..4),
    ) {
        let met = wanted.iter().find(|wish| available.iter().any(|tag| tag[..2] == wish[..2]));
        let found =
            choose(&wanted, &refs(&available)).map(|index| available[index][..2].to_owned());
        prop_assert_eq!(found, met.map(|wish| wish[..2].to_owned()));
    }

    #[test]
    fn no_tag_is_too_much(
        wanted in prop::collection::vec(any::<String>(), 0..4),
        available in prop::collection::vec(any::<String>(), 0..4),
    ) {
        if let Some(index) = choose(&wanted, &refs(&available)) {
            prop_assert!(index < available.len());
        }
    }
}
