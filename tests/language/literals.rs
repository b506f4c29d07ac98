//! The texts in a script.

/// Every string and template of a script, without its quotes, comments apart.
pub fn literals(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = script;
    while let Some((_, from_here)) = rest.split_once(['"', '\'', '`', '/']) {
        let quote = script.as_bytes()[script.len() - from_here.len() - 1];
        rest = match (quote, from_here.bytes().next()) {
            (b'/', Some(b'/')) => from_here.split_once('\n').map_or("", |(_, rest)| rest),
            (b'/', Some(b'*')) => from_here.split_once("*/").map_or("", |(_, rest)| rest),
            (b'/', _) => from_here,
            _ => {
                let mut is_escaped = false;
                let ends = |c| {
                    let ends = c == char::from(quote) && !is_escaped;
                    is_escaped = c == '\\' && !is_escaped;
                    ends
                };
                let (literal, after) = from_here.split_once(ends).expect("the end of a literal");
                found.push(literal.to_owned());
                after
            }
        };
    }
    found
}

/// Whether a literal says something to a person: two words with a space between,
/// or anything in Chinese. What is put in is a word, too.
pub fn is_sentence(literal: &str) -> bool {
    let mut text = literal.replace(['\\', '\''], "");
    while let Some((before, after)) = text.split_once("${") {
        let after = after.split_once('}').map_or("", |(_, after)| after);
        text = [before, "word", after].concat();
    }
    let letters = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let not_letter = |c: char| !c.is_ascii_alphabetic();
    let words: Vec<&str> = text.split(' ').collect();
    let has_two = words.windows(2).any(|pair| {
        let [one, other] = pair else { return false };
        one.rsplit(not_letter).next().is_some_and(letters)
            && other.split(not_letter).next().is_some_and(letters)
    });
    has_two || text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

#[test]
fn a_sentence_is_found_wherever_it_stands_but_in_a_comment() {
    let script = r#"
        // Do not "say this".
        /* Nor 'this here'. */
        const of = "campaign-draft", at = 1 / 2;
        say(`The ${card} is "gone"`, 'it\'s over', "卡片", "light-dark(red, red)");"#;
    let found: Vec<_> = literals(script).into_iter().filter(|text| is_sentence(text)).collect();
    assert_eq!(found, [r#"The ${card} is "gone""#, r"it\'s over", "卡片"]);
}
