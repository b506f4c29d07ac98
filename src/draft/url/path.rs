//! What may follow the host of a URL.

use super::is_accented_latin;

/// The length of the port that `text` starts with, and its colon.
pub fn port(text: &str) -> usize {
    let digits = text.strip_prefix(':').unwrap_or_default();
    let after = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    if after.len() < digits.len() { text.len() - after.len() } else { 0 }
}

/// The end of the path and the query of `text`, which begin at `start`.
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

/// The length of the path that `text`, which starts with `/`, starts with: up
/// to the last character that can end one, parentheses only in pairs.
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
                if c.is_alphanumeric() || matches!(c, '+' | '-' | '=' | '_' | '#' | '/') {
                    end = text.len() - chars.as_str().len();
                }
            }
            _ => return end,
        }
    }
}

/// The length of the pair of parentheses that `text` starts with, which may
/// hold one more pair; 0 if there is none.
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

/// The length of the query that `text`, which starts with `?`, starts with.
fn query(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let ends = c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '&' | '=' | '#' | '/');
        if ends {
            end = at + 1;
        } else if !matches!(
            c,
            '!' | '?'
                | '*'
                | '\''
                | '@'
                | '('
                | ')'
                | ';'
                | ':'
                | '+'
                | '$'
                | '%'
                | '['
                | ']'
                | '.'
                | ','
                | '~'
                | '|'
        ) {
            break;
        }
    }
    end
}

fn is_path_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || is_accented_latin(c)
        || matches!(
            c,
            '!' | '*'
                | '\''
                | ';'
                | ':'
                | '='
                | '+'
                | ','
                | '.'
                | '$'
                | '/'
                | '%'
                | '#'
                | '['
                | ']'
                | '-'
                | '–'
                | '_'
                | '~'
                | '@'
                | '|'
                | '&'
                | '\u{400}'..='\u{4FF}'
        )
}
