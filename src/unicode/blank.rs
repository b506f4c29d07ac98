//! White space.

/// Whether `c` is white space to Unicode or to the `\s` of JSON Schema's
/// patterns, which has U+FEFF: the schema and the reader must agree.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}
