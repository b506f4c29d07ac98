//! Latin in a language that is written from right to left: names, addresses and code,
//! whose own punctuation would go to the other end without isolation (UAX #9).

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_ISOLATE: char = '\u{2069}';

/// Isolates each stretch of Latin in a text.
pub fn isolated(text: &str) -> String {
    let mut isolated = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| is_latin(c) && c != ' ') {
        let (before, from_here) = rest.split_at(start);
        isolated.push_str(before);
        let end = from_here.find(|c: char| !is_latin(c)).unwrap_or(from_here.len());
        let (stretch, after) = from_here.split_at(end);
        let outer =
            |c: char| matches!(c, ' ' | '.' | ',' | ':' | ';' | '!' | '?' | '(' | ')' | '"');
        let inner = stretch.trim_start_matches(outer);
        let (lead, inner) = (stretch.len() - inner.len(), inner.trim_end_matches(outer));
        isolated.push_str(stretch.get(..lead).unwrap_or_default());
        match inner.chars().any(|c| c.is_ascii_alphabetic()) {
            true => isolated.extend([
                &LEFT_TO_RIGHT_ISOLATE.to_string(),
                inner,
                &POP_ISOLATE.to_string(),
            ]),
            false => isolated.push_str(inner),
        }
        isolated.push_str(stretch.get(lead + inner.len()..).unwrap_or_default());
        rest = after;
    }
    isolated.push_str(rest);
    isolated
}

fn is_latin(c: char) -> bool {
    matches!(c, ' '..='~' | '…')
}
