//! A sentence of a language file, with values.

use std::borrow::Cow;

/// What a sentence is given.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number, which may decide a plural form.
    Number(usize),
}

/// Puts the values into a sentence. `{0}` stands for the first of them. A sentence with
/// plural forms begins with `{0?` for the number that decides, and lists them, that for
/// all others last: `{0?one={0} post|other={0} posts`. `src/build` writes no other.
///
/// Each text is [`isolated`].
pub(super) fn filled(
    sentence: &str,
    values: &[Value<'_>],
    isolates: bool,
    category: &dyn Fn(usize) -> String,
) -> String {
    let mut filled = String::new();
    let mut parts = form(sentence, values, category).split('{');
    filled.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match value(part, values) {
            Some(Value::Text(text)) => filled.push_str(&isolated(text, isolates)),
            Some(Value::Number(number)) => filled.push_str(&number.to_string()),
            None => {}
        }
        filled.push_str(part.get(2..).unwrap_or_default());
    }
    filled
}

/// A text as it stands in a sentence. One that is written from right to left is isolated,
/// and every text is where the sentence `isolates` because it is; otherwise the signs of a
/// hashtag or the brackets behind it would change sides (UAX #9, section 2.4).
pub(super) fn isolated(text: &str, isolates: bool) -> Cow<'_, str> {
    if !isolates && !has_right_to_left(text) {
        return text.into();
    }
    // The letters that tell a direction are not looked for inside other isolates (rule
    // P2), and a sentence put together of them has the direction of its language.
    let is_sentence = isolates && text.contains(END);
    let begin = if is_sentence { "\u{2067}" } else { "\u{2068}" };
    [begin, text, END].concat().into()
}

/// Ends an isolate.
const END: &str = "\u{2069}";

/// The value that the beginning of a text names.
fn value<'v>(text: &str, values: &[Value<'v>]) -> Option<Value<'v>> {
    let index = text.bytes().next()?.wrapping_sub(b'0');
    values.get(usize::from(index)).copied()
}

/// The text of the plural form of a sentence, or the sentence itself if it has none. The
/// form of exactly this number precedes that of its category.
fn form<'s>(
    sentence: &'s str,
    values: &[Value<'_>],
    category: &dyn Fn(usize) -> String,
) -> &'s str {
    let forms = sentence.get(1..3).filter(|place| place.ends_with('?'));
    let (Some(place), Some(forms)) = (forms, sentence.get(3..)) else { return sentence };
    let Some(Value::Number(number)) = value(place, values) else { return forms };
    let keys = [number.to_string(), category(number)];
    let mut text = forms;
    for form in forms.split('|') {
        let (key, form) = form.split_once('=').unwrap_or_default();
        text = form;
        if keys.iter().any(|wanted| wanted == key) {
            break;
        }
    }
    text
}

/// Whether a text has letters that are written from right to left: the blocks from Hebrew
/// to Arabic Extended-A, their presentation forms, and the planes' ranges for such scripts.
fn has_right_to_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::{Value, filled};

    /// Of Russian, as CLDR has it.
    fn russian(number: usize) -> String {
        match (number % 10, number % 100) {
            (1, rest) if rest != 11 => "one",
            (2..=4, rest) if !(12..=14).contains(&rest) => "few",
            _ => "many",
        }
        .into()
    }

    #[test]
    fn values_go_where_the_language_has_them() {
        let values = [Value::Text("A {1} B"), Value::Number(3)];
        assert_eq!(filled("{1}, {0}!", &values, false, &russian), "3, A {1} B!");
        assert_eq!(filled("no value?", &values, false, &russian), "no value?");
        assert_eq!(filled("", &values, false, &russian), "");
    }

    #[test]
    fn a_number_decides_the_form_and_exactly_one_number_precedes_its_category() {
        let says = |sentence, number| filled(sentence, &[Value::Number(number)], false, &russian);
        let posts = "{0?one=Получен {0} пост.|few=Получено {0} поста.|many=Получено {0} постов.";
        assert_eq!(says(posts, 21), "Получен 21 пост.");
        assert_eq!(says(posts, 3), "Получено 3 поста.");
        assert_eq!(says(posts, 11), "Получено 11 постов.");
        assert_eq!(says("{0?1=only this|one=one|other=more", 1), "only this");
        assert_eq!(says("{0?1=only this|one=one|other=more", 31), "one");
        assert_eq!(says("{0?zero=none|other=more", 5), "more");
    }

    #[test]
    fn a_text_of_the_other_direction_keeps_its_punctuation() {
        let says = |text, isolates| filled("{0}:", &[Value::Text(text)], isolates, &russian);
        assert_eq!(says("#7 8#", false), "#7 8#:");
        assert_eq!(says("#وسم#", false), "\u{2068}#وسم#\u{2069}:");
        assert_eq!(says("#7 8#", true), "\u{2068}#7 8#\u{2069}:");
        // A date of which each part is isolated.
        let date = "\u{2068}9\u{2069} \u{2068}يوليو\u{2069}";
        assert_eq!(says(date, true), format!("\u{2067}{date}\u{2069}:"));
        assert_eq!(says(date, false), format!("\u{2068}{date}\u{2069}:"));
    }

    #[test]
    fn what_is_cut_off_is_written_as_far_as_it_goes() {
        for broken in ["{", "{0", "{0?", "{0?one=", "{7}", "}{", "{0?|", "{é", "{0é"] {
            filled(broken, &[Value::Number(1)], true, &russian);
        }
    }
}
