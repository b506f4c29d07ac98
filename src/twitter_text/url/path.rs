//! The port, path and query of a URL.

/// Returns the length of the port at the start of `text`, with its colon.
pub fn port(text: &str) -> usize {
    let digits = text.strip_prefix(':').unwrap_or_default();
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if after.len() < digits.len() { text.len() - after.len() } else { 0 }
}

/// Returns the end of the path and the query of `text`, which begin at `start`.
pub fn path_and_query(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text.get(start..).unwrap_or_default();
    if rest.starts_with('/') {
        end += path(rest);
        rest = text.get(end..).unwrap_or_default();
    }
    if rest.starts_with('?') {
        end += query(rest);
    }
    end
}

/// Returns the length of the path at the start of `text`, which starts with
/// `/`: up to the last character that can end one, with parentheses only in
/// pairs.
fn path(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.chars();
    loop {
        let pair = parentheses(chars.as_str());
        if let Some((_, rest)) = chars.as_str().split_at_checked(pair).filter(|_| pair > 0) {
            chars = rest.chars();
            end = text.len() - rest.len();
            continue;
        }
        match chars.next() {
            Some(c) if is_path_char(c) => {
                if is_path_letter(c) || matches!(c, '+' | '-' | '=' | '_' | '#' | '/') {
                    end = text.len() - chars.as_str().len();
                }
            }
            _ => return end,
        }
    }
}

/// Returns the length of the pair of parentheses at the start of `text`, which
/// may contain one more pair; 0 if there is none.
fn parentheses(text: &str) -> usize {
    let mut depth = 0;
    let mut pairs = 0;
    let mut before = ')';
    for (at, c) in text.char_indices() {
        match c {
            '(' if depth < 2 && pairs == 0 => depth += 1,
            ')' if depth == 0 || before == '(' => return 0,
            ')' if depth == 1 => return at + 1,
            ')' => {
                depth = 1;
                pairs = 1;
            }
            _ if depth > 0 && is_path_char(c) => {}
            _ => return 0,
        }
        before = c;
    }
    0
}

/// Returns the length of the query at the start of `text`, which starts with
/// `?`.
fn query(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let ends = c.is_ascii_alphanumeric() || "-_&=#/".contains(c);
        if ends {
            end = at + 1;
        } else if !"!?*'@();:+$%[].,~|".contains(c) {
            break;
        }
    }
    end
}

fn is_path_char(c: char) -> bool {
    is_path_letter(c) || "!*';:=+,.$/%#[]-–_~@|&".contains(c)
}

fn is_path_letter(c: char) -> bool {
    let cyrillic = matches!(c, '\u{400}'..='\u{4FF}' | '\u{1C80}'..='\u{1C87}');
    c.is_ascii_alphanumeric() || is_accented_latin(c) || cyrillic
}

/// Whether `c` is one of the letters and accents that twitter-text adds to
/// ASCII, in both cases. Iota is included as the upper case of U+0345.
pub fn is_accented_latin(c: char) -> bool {
    matches!(c, 'À'..='ɏ' | 'ɓ' | 'ɔ' | 'ɖ' | 'ɗ' | 'ə' | 'ɛ' | 'ɠ' | 'ɣ' | 'ɨ' | 'ɩ' | 'ɯ' | 'ɲ' | 'ɵ'
        | 'ʀ' | 'ʃ' | 'ʈ'..='ʌ' | 'ʒ' | 'ʻ' | 'Ι' | 'ι'
        | '\u{300}'..='\u{36F}' | 'Ḁ'..='ỿ' | 'ⱥ' | 'ⱦ' | 'Ȿ' | 'Ɀ')
        && !matches!(c, '×' | '÷')
}

/// Returns how much of `url`, which has a scheme, X accepts: all of it, but of
/// a link to `t.co` only one name and the query; `None` if that name is too
/// long.
pub fn short_link(url: &str) -> Option<usize> {
    const LONGEST_NAME: usize = 40;
    let scheme = url.find('/').map_or(0, |at| at + 2);
    let rest = url.get(scheme..).unwrap_or_default();
    let Some((host, name)) = rest.split_at_checked("t.co/".len()) else { return Some(url.len()) };
    let after = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let len = name.len() - after.len();
    if !host.eq_ignore_ascii_case("t.co/") || len == 0 {
        return Some(url.len());
    }
    let query = if after.starts_with('?') { query(after) } else { 0 };
    (len <= LONGEST_NAME).then_some(scheme + host.len() + len + query)
}
