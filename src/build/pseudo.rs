//! A language that nobody speaks, by which tests see what is not translated and what
//! has no room for longer words: English with accents, a third longer, in brackets.

const ACCENTS: [(char, char); 10] = [
    ('a', 'å'),
    ('e', 'é'),
    ('i', 'î'),
    ('o', 'ö'),
    ('u', 'û'),
    ('c', 'ç'),
    ('n', 'ñ'),
    ('s', 'š'),
    ('y', 'ý'),
    ('A', 'Å'),
];

/// A stretch of English text with accents, and longer.
pub fn lengthened(text: &str) -> String {
    let accented = |c: char| ACCENTS.iter().find(|(plain, _)| *plain == c).map_or(c, |pair| pair.1);
    let mut longer = String::new();
    for c in text.chars() {
        longer.push(accented(c));
        // About one letter of three.
        if matches!(c, 'a' | 'e' | 'o' | 'u') {
            longer.push(accented(c));
        }
    }
    longer
}
