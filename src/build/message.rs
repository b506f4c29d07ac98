//! A sentence of a language file, <https://projectfluent.org/fluent/guide/>, in the form
//! that the card reads.
//!
//! In that form `{0}` stands for the first value. A sentence with plural forms begins with
//! `{0?` for the value that decides, and lists the whole sentence in each of them, the one
//! for all others last: `{0?one={0} post|other={0} posts`.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};

/// A sentence, and which of its values it names.
pub struct Message {
    /// The sentence, in the form that the card reads.
    pub text: String,
    /// The names of its values.
    pub values: BTreeSet<String>,
    /// The value that decides its plural form, if it has some.
    pub chosen_by: Option<String>,
}

/// How values and text are written into a sentence.
pub struct Writer<'a> {
    /// How the value of this name is written, if there is one.
    pub place: &'a dyn Fn(&str) -> Option<String>,
    /// What becomes of text.
    pub pass: &'a dyn Fn(&str) -> String,
}

impl Message {
    /// Reads a sentence.
    ///
    /// # Errors
    ///
    /// When it uses what the card does not know.
    pub fn read(pattern: &Pattern<&str>, writer: &Writer<'_>) -> Result<Message, String> {
        let mut message = Message { text: String::new(), values: BTreeSet::new(), chosen_by: None };
        let choices = pattern.elements.iter().filter_map(choice);
        let choices: Vec<_> = choices.collect();
        match choices.as_slice() {
            [] => message.add(pattern, None, writer)?,
            [(selector, variants)] => message.choose(pattern, selector, variants, writer)?,
            _ => return Err("has more than one choice; write it with one".into()),
        }
        Ok(message)
    }

    fn choose(
        &mut self,
        pattern: &Pattern<&str>,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        writer: &Writer<'_>,
    ) -> Result<(), String> {
        let InlineExpression::VariableReference { id } = selector else {
            return Err("chooses by something that is no value".into());
        };
        let place = self.value(id.name, writer)?;
        self.text.push_str(place.trim_end_matches('}'));
        self.text.push('?');
        self.chosen_by = Some(id.name.to_owned());
        let (others, named): (Vec<_>, Vec<_>) = variants.iter().partition(|one| one.default);
        for (index, variant) in named.into_iter().chain(others).enumerate() {
            let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) =
                variant.key;
            if index > 0 {
                self.text.push('|');
            }
            self.text.push_str(key);
            self.text.push('=');
            self.add(pattern, Some(&variant.value), writer)?;
        }
        Ok(())
    }

    /// Adds a pattern, with `chosen` in the place of its choice.
    fn add(
        &mut self,
        pattern: &Pattern<&str>,
        chosen: Option<&Pattern<&str>>,
        writer: &Writer<'_>,
    ) -> Result<(), String> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.add_text(&(writer.pass)(value))?,
                PatternElement::Placeable { expression } => match (expression, chosen) {
                    (Expression::Inline(InlineExpression::StringLiteral { value }), _) => {
                        self.add_text(value)?;
                    }
                    (Expression::Inline(InlineExpression::VariableReference { id }), _) => {
                        let place = self.value(id.name, writer)?;
                        self.text.push_str(&place);
                    }
                    (Expression::Select { .. }, Some(chosen)) => self.add(chosen, None, writer)?,
                    _ => {
                        return Err("has braces around something that is neither a value, a \
                                    text, nor its only choice"
                            .into());
                    }
                },
            }
        }
        Ok(())
    }

    fn add_text(&mut self, text: &str) -> Result<(), String> {
        if let Some(c) = text.chars().find(|c| matches!(c, '{' | '}' | '|' | '\n')) {
            return Err(format!("has {c:?} in its text; write it in another way"));
        }
        self.text.push_str(text);
        Ok(())
    }

    fn value(&mut self, name: &str, writer: &Writer<'_>) -> Result<String, String> {
        self.values.insert(name.to_owned());
        (writer.place)(name).ok_or_else(|| format!("names ${name}, which it is not given"))
    }
}

fn choice<'p, 's>(
    element: &'p PatternElement<&'s str>,
) -> Option<(&'p InlineExpression<&'s str>, &'p [Variant<&'s str>])> {
    match element {
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            Some((selector, variants))
        }
        _ => None,
    }
}
