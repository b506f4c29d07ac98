//! Texts of everything that a weight or a hashtag could depend on.

use saphyr::Yaml;
use unicode_normalization::UnicodeNormalization;

use super::cases;
use super::exceptions::{self, Exceptions};
use super::random::Random;

impl Random {
    fn pick<'a, T: AsRef<str>>(&mut self, of: &'a [T]) -> &'a str {
        of[self.below(of.len())].as_ref()
    }

    fn char_of(&mut self, of: &str) -> char {
        of.chars().nth(self.below(of.chars().count())).expect("a character")
    }
}

/// Written text, of many scripts.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "a", "I", "今", "好", "今天", "第一次", "交易", "交易体验", "Gate", "xStocks", "TSLAx", "bought", "é", "ñ",
    "ß", "ø", "ı", "ǅ", "ə", "ʀ", "ι", "ẞ", "ж", "Привет", "Ж", "ب", "שלום", "مرحبا", "فارسی",
    "हिन्दी", "ক", "தமிழ்", "ไทย", "ลาว", "ქართ", "հայ", "አማ", "ខ្មែរ", "မြန်", "한", "한국어", "ㄱ",
    "ᄀ", "ᄀ\u{1161}", "か", "カタ", "ー", "ｶﾞ", "が", "々", "〇", "𠮷", "𠀋", "㋀", "①", "Ⅷ", "ⅷ", "Ⓐ", "½", "௰", "፩", "༪",
    "²", "١", "٣", "๓", "३", "0", "1", "25", "2025", "３", "Ａ", "𝔸", "𝟘", "𐒠", "𐐀", "㍿", "﷽",
    "e\u{301}", "\u{301}", "\u{3099}", "\u{20DD}", "\u{93F}", "\u{94D}", "\u{E31}", "\u{5B0}",
    "\u{64B}", "\u{345}", "\u{488}",
];

/// Signs, spaces, and what nobody sees.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    " ", " ", " ", " ", "\n", "\t", "\r\n", "\u{A0}", "\u{3000}", "\u{1680}", "\u{180E}",
    "\u{2003}", "\u{2028}", "\u{85}", ".", ".", ",", "，", "。", "．", "｡", "、", "！", "？", "…", "—",
    "–", "‑", "·", "・", "～", "〜", "゛", "_", "-", "/", "//", "://", ":", ";", "!", "?", "(", ")",
    "（", "）", "[", "]", "{", "}", "<", ">", "\"", "'", "’", "“", "‘", "`", "~", "^", "|", "\\",
    "&", "&amp;", "%", "+", "=", "*", "$", "€", "￥", "@", "＠", "#", "＃", "﹟", "״", "׳", "־", "་",
    "༌", "꙾", "〃", "゠", "\0", "\u{7F}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}",
    "\u{200F}", "\u{202A}", "\u{202C}", "\u{202E}", "\u{61C}", "\u{2060}", "\u{2066}", "\u{2069}",
    "\u{2010}", "\u{2032}", "\u{2038}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{10FF}",
    "\u{1100}", "\u{E000}", "\u{E50A}", "\u{F8FF}", "\u{10FFFF}", "℀", "☙", "♔", "✓", "→", "★",
    "▲", "🄰", "🀀", "𝄞",
];

/// Parts of emoji, which by chance make emoji and by chance none.
#[rustfmt::skip]
const EMOJI_PARTS: &[&str] = &[
    "\u{200D}", "\u{200D}", "\u{200D}", "\u{FE0F}", "\u{FE0F}", "\u{FE0E}", "\u{20E3}", "🏻", "🏽",
    "🏿", "♀", "♂", "♀\u{FE0F}", "♂\u{FE0F}", "⚕\u{FE0F}", "❤", "❤\u{FE0F}", "👨", "👩", "🧑", "👦",
    "👧", "💋", "🤝", "🚀", "🌈", "🏴", "🏳", "☠", "👁", "🗨", "🕵", "🏋", "☝", "✌", "👍", "🙋", "👯", "👫", "🐻",
    "❄", "😀", "🔥", "⬛", "➡", "🏃", "🧒", "©", "®", "™", "ℹ", "㊗", "〰", "🇦", "🇨", "🇳", "🇺", "🇸", "🇽",
    "#", "1", "*", "\u{E0067}", "\u{E007F}", "🏴\u{E0067}\u{E0062}", "🫠", "🫶", "🦯", "🧏", "🦺",
];

/// What a label of a host may be.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "gate", "www", "x", "t", "a", "en", "a-b", "a--b", "-a", "a-", "a_b", "_a", "a_", "1", "0x",
    "例え", "看", "中文", "é", "münchen", "xn--fiqs8s", "xn--", "😀", "a😀", "한국", "co", "com", "ж",
    "\"a", "a`", "今天第一次，真的很快", "\u{301}", "ι", "۱", "", "abcdefghijklmnopqrstuvwxyz0123456789",
    "手续费也很低，推荐大家都来试试看的股票今天",
];

#[rustfmt::skip]
const PATHS: &[&str] = &[
    "/", "/a", "/a/b", "/a.", "/a.html", "/~a", "/a_(b)", "/(a)", "/(a(b)c)", "/((a))", "/()",
    "/(a", "/a)", "/@a/", "/@a", "/a@b", "/#", "/#a", "/a#b c", "/é", "/ж", "/中", "/a–b", "/a,b;c",
    "/%20", "/a'", "/a!", "/&", "/$a", "/a|b", "/[a]", "/a:b", "/-/", "/e\u{301}", "/a?b=c", "?",
    "?a", "?a=b&c=d#e", "?a.", "?a=中", "?(a)", "?a[]=1", "/?a=/b/", "#a", "/x.com", "/看gate.com",
    "//x.com", "/ɓ", "/ι",
];

/// What texts are made of.
pub struct Alphabet {
    emoji: Vec<String>,
    top_levels: Vec<String>,
}

impl Alphabet {
    pub fn new(exceptions: &Exceptions) -> Self {
        let name = |text: &str, _: &Yaml| text.rsplit('.').next().expect("a name").to_owned();
        let mut top_levels = cases::each("tlds.yml", "country", name);
        top_levels.extend(cases::each("tlds.yml", "generic", name));
        let mut emoji = exceptions::emoji_of_unicode();
        emoji.retain(|emoji| !exceptions.cover(emoji));
        Self { emoji, top_levels }
    }

    /// A text in NFC, as parts.
    pub fn text(&self, random: &mut Random) -> Vec<String> {
        let most = if random.one_in(12) { 80 } else { 12 };
        let count = 1 + random.below(most);
        (0..count).map(|_| self.part(random)).collect()
    }

    fn part(&self, random: &mut Random) -> String {
        match random.below(20) {
            0..=4 => random.pick(WORDS).to_owned(),
            5..=8 => random.pick(SIGNS).to_owned(),
            9..=10 => random.pick(&self.emoji).to_owned(),
            11..=12 => random.pick(EMOJI_PARTS).to_owned(),
            13..=15 => self.url(random),
            16..=17 => self.tag(random),
            18 => format!("{}{}", random.char_of("@＠"), random.pick(WORDS)),
            _ => random.char_of("aZ09.-_/:@#＃?=&中，。").to_string().repeat(1 + random.below(20)),
        }
    }

    fn tag(&self, random: &mut Random) -> String {
        let mut tag = random.char_of("####＃").to_string();
        for _ in 0..random.below(4) {
            let parts = if random.one_in(5) { SIGNS } else { WORDS };
            tag.push_str(random.pick(parts));
        }
        tag
    }

    fn url(&self, random: &mut Random) -> String {
        let schemes =
            ["", "", "", "http://", "https://", "https://", "HTTPS://", "htp://", "//", "https:/"];
        let mut url = random.pick(&schemes).to_owned();
        if random.one_in(10) {
            url.push_str("t.co");
        } else {
            for _ in 0..1 + random.below(3) {
                url.push_str(random.pick(LABELS));
                url.push('.');
            }
            let common = ["com", "io", "cn", "COM", "jp", "foo", "xn--fiqs8s", "c", "node", "中国"];
            url.push_str(if random.one_in(2) {
                random.pick(&common)
            } else {
                random.pick(&self.top_levels)
            });
        }
        if random.one_in(6) {
            url.push_str(random.pick(&[":80", ":8080", ":", ":a"]));
        }
        for _ in 0..random.below(3) {
            url.push_str(random.pick(PATHS));
        }
        if random.one_in(20) {
            url.push_str(&"/abcdefgh12".repeat(1 + random.below(400)));
        }
        url
    }
}

/// The text of `parts`, in NFC.
pub fn text_of(parts: &[String]) -> String {
    parts.concat().nfc().collect()
}
