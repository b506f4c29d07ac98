//! Drafts in which engines could differ: written language of many kinds, the
//! drafts of the project's other tests, and Unicode's own test files.

use crate::packages;

/// Every text as a field for text holds it, which knows one line end.
pub fn all() -> Vec<String> {
    let fixtures = [
        include_str!("../../fixtures/draft/lengths.tsv"),
        include_str!("../../fixtures/draft/unspaced.tsv"),
    ];
    let rows = fixtures.into_iter().flat_map(|table| table.lines().skip(1));
    let written = rows.flat_map(|row| row.split('\t')).chain(WRITTEN.iter().copied());
    let announcement = include_str!("../../fixtures/draft/announcement.txt");
    let files = ["GraphemeBreakTest.txt", "WordBreakTest.txt", "GraphemeBreakRandomTest.txt"];
    let tests = files.into_iter().flat_map(packages::break_test).map(|segments| segments.concat());
    let texts = written.chain([announcement]).map(str::to_owned).chain(tests);
    let mut all: Vec<String> =
        texts.map(|text| text.replace("\r\n", "\n").replace('\r', "\n")).collect();
    all.sort();
    all.dedup();
    all
}

#[rustfmt::skip]
const WRITTEN: &[&str] = &[
    // English, and what stands inside its words.
    "I traded AAPLx after the U.S. close and the fill was quick with a small spread at 9 a.m. #Gate xStocks Trading Share#",
    "U.S. U.K. Ph.D. e.g. i.e. a.m.", "can't won’t it‘s rock'n'roll", "state-of-the-art e-mail foo_bar",
    "3.14 1,000.5 1:30 v1.2.3 ３．５ a．b ａ．ｂ 1;2", "a:b a：b a﹕b a·b a‧b", "node.js gate.io.works can.t",
    "C# F# .NET e.g.x x.y.z", "soft\u{AD}hyphen zero\u{200B}width word\u{2060}joiner", "10\u{202F}000 a‿b",
    "½ ¼ Ⅷ ① ⑩ ² x² H₂O", "ＡＢＣ１２３ ｆｕｌｌ．ｗｉｄｔｈ",
    // Languages of Europe.
    "Straße z.B. 3.000,50 € – größer", "L’été, c’est aujourd’hui : j’ai acheté 10 actions.",
    "Första köpet kl. 9:30, EU:s regler", "Ostin USA:n osakkeita klo 9.30", "İlk işlem: ısı, İstanbul’da",
    "Đã mua cổ phiếu lần đầu, khớp lệnh rất nhanh", "Купил акции впервые, очень быстро: и т.д.",
    "Αγόρασα μετοχές· γρήγορα;", "Առաջին գործարքը՝ արագ է։",
    // East Asia.
    "今天第一次在Gate买了TSLAx，成交很快，手续费也低。#Gate xStocks 交易体验#", "昨天買入的AAPLx漲了3.5%，很方便！",
    "今日はじめて株を買いました。とても速い！", "人々々〻ゝゞーー 〆切 〱〱 ｶﾀｶﾅ ﾊﾟ か\u{3099} ㍿ ㋀",
    "오늘 처음으로 주식을 샀어요. 정말 빨라요!", "한국어ㅋㅋㅋ \u{1112}\u{1161}\u{11AB} ㄱㄴ",
    "𠮷野家 𠀋 〇〇 ㊗㊙ 々", "ꀀꀁ ꆈꌠ",
    // Without spaces between words.
    "วันนี้ซื้อหุ้นเร็วมาก", "ซื้อTSLAxเร็ว", "น้ำใจ ๆ ฯลฯ ๒๕๖๘", "ມື້ນີ້ຊື້ຫຸ້ນໄວຫຼາຍ ນ້ຳ",
    "ថ្ងៃនេះខ្ញុំបានទិញភាគហ៊ុន លឿនណាស់", "ဒီနေ့ ရှယ်ယာ ဝယ်တယ် မြန်မာ သတ္တ",
    // Clusters of India and its neighbours.
    "आज पहली बार शेयर खरीदे, क्षत्रिय त्र ज्ञ श्र", "क\u{94D}\u{200C}ष क\u{94D}\u{200D}ष", "আজ প্রথম শেয়ার কিনলাম ক্ষ",
    "இன்று முதல் முறையாக க்ஷ ஸ்ரீ", "ఈరోజు క్ష త్ర", "ഇന്ന് ക്ഷ സ്ത്രീ ൎക", "આજે ક્ષ ત્ર", "අද ක්‍ෂ ශ්‍රී", "आज पहिलो पटक सेयर किनेँ",
    "ਅੱਜ ਪਹਿਲੀ ਵਾਰ", "ଆଜି ପ୍ରଥମ", "ಇಂದು ಮೊದಲ ಕ್ಷ", "བོད་སྐད་ དེ་རིང་",
    "ꦲꦏ꧀ꦱꦫꦗꦮ ꦏ꧀ꦏ", "ᬅᬓ᭄ᬱᬭᬩᬮᬶ", "ស្ត្រី ក្ត", "မြန်မာ က္က င်္က",
    // From right to left.
    "اشتريت أول سهم اليوم، بسرعة! ١٢٫٥٪", "امروز برای اولین بار می‌خواهم سهام بخرم", "آج پہلی بار حصص خریدے",
    "היום קניתי מניות, צה\"ל ג'ירפה ג׳ירף", "\u{600}١٢ \u{6DD}٣",
    // Emoji, of every kind of sequence.
    "👍🏽 👨‍👩‍👧‍👦 🇨🇳🇺🇸🇨 1️⃣ #️⃣ ❤️‍🔥 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈 👩🏽‍💻 🧑‍🤝‍🧑 🐻‍❄️ 🙂‍↔️ 🫩 🫆 🪾", "★\u{200D}★ ⭐\u{200D}⭐ ✈\u{200D}✂ →\u{200D}→",
    "😀\u{301} 👩\u{200D}\u{200D}💻 \u{200D}😀 ℹ️ Ⓜ️ 🅰️🅱️", "🇨 🇳🇺 🏽 🏽🏽 \u{20E3}",
    // What nobody sees, and what is no letter.
    "\u{0}\u{1}\u{7F}\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{2060}\u{FEFF}\u{FFFC}\u{E0001}\u{E0041}", "a\u{0}b \u{2028}\u{2029}\u{85}",
    "∑∞≠±×÷√π∫ 𝔸𝟘 x̂ y⃗ ⟨ψ|φ⟩", "e\u{301}\u{323} a\u{345}b o\u{334}\u{335}", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    // New in Unicode 16.
    "\u{105D2}\u{307}", "\u{16D67}\u{16D67}", "\u{10D6B}\u{10D50} \u{1E5D0}",
];
