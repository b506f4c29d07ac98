//! Repeated fields.

use super::problem::{Flaw, Problem};

/// An object or a list that is being read.
#[derive(Default)]
struct Level<'t> {
    /// The names of the fields so far; empty for a list.
    names: Vec<&'t str>,
    /// The index of the current value.
    index: usize,
}

/// Finds every repeated field of an object, in valid JSON text.
///
/// Parsers take the last one silently. Names are compared as written, with
/// their escapes.
pub fn repeated(text: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut levels: Vec<Level<'_>> = Vec::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        match (sign, levels.last_mut()) {
            ('{' | '[', _) => levels.push(Level::default()),
            ('}' | ']', _) => drop(levels.pop()),
            (',', Some(level)) => level.index += 1,
            ('"', level) => {
                let name = string(rest);
                rest = rest.get(name.len() + 1..).unwrap_or_default();
                let is_name = rest.trim_start().starts_with(':');
                let Some(level) = level.filter(|_| is_name) else { continue };
                let before = level.names.iter().filter(|other| **other == name).count();
                level.names.push(name);
                if before == 1 {
                    problems.push(Problem { path: path(&levels), flaw: Flaw::Repeated });
                }
            }
            _ => {}
        }
    }
    problems
}

/// Returns the content of a string, whose opening quote is already read.
fn string(text: &str) -> &str {
    let mut is_escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Returns the path of the last field.
fn path(levels: &[Level<'_>]) -> String {
    let mut path = String::new();
    for level in levels {
        if !path.is_empty() {
            path.push('.');
        }
        match level.names.last() {
            Some(name) => path.push_str(name),
            None => path.push_str(&level.index.to_string()),
        }
    }
    path
}
