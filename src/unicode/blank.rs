//! White space.

/// Whether `c` is white space to Unicode or to the `\s` of JSON Schema's
/// patterns. The latter has U+FEFF, which the former lacks, so that the
/// schema and the reader would otherwise disagree.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}
