//! Texts of the real world, and those that break a file.

/// In many scripts, short.
pub const TEXTS: [&str; 16] = [
    "Gate xStocks 交易体验：7 月 9 日 24:00（UTC+8）截止，把链接交到问卷",
    "締め切りは7月10日（木）午前1時です。ご投稿をお忘れなく！",
    "마감은 7월 10일 오전 1시입니다",
    "ينتهي تحدّي Gate xStocks في 24:00؛ سارِعْ، لا تتأخّر",
    "תּוֹכֶן מְנֻקָּד",
    "अंतिम तिथि ९ जुलाई, रात १२ बजे",
    "หมดเขตวันที่ ๙ กรกฎาคม เวลาเที่ยงคืนน้ำ",
    "Hạn chót: 23 giờ ngày 9 tháng 7, đừng để lỡ",
    "e\u{301}\u{323}o\u{308}",
    "👩🏽‍💻👨‍👩‍👧‍👦🇨🇳🇯🇵🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}❤️‍🔥1️⃣",
    r#"a\nb; c, d\\ "q": e=f %2C\"#,
    "BEGIN:VALARM\nEND:VEVENT",
    "\n\nlines\n\n",
    " a  b ",
    "a\tb",
    "\u{2067}עברית\u{2069} in English\u{200E}",
];
