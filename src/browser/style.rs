//! The style sheet of a card.

/// The source in `style/`.
pub const SOURCE: &str =
    concat!(include_str!("../../style/tokens.css"), include_str!("../../style/widget.css"));

/// The minified style sheet.
pub const SHEET: &str = {
    const LENGTH: usize = squeeze(SOURCE.as_bytes(), &mut []);
    const BYTES: [u8; LENGTH] = {
        let mut bytes = [0; LENGTH];
        squeeze(SOURCE.as_bytes(), &mut bytes);
        bytes
    };
    match str::from_utf8(&BYTES) {
        Ok(sheet) => sheet,
        // Only ASCII was removed, so this is unreachable.
        Err(_) => SOURCE,
    }
};

/// Minifies a style sheet at compile time: removes comments and redundant white
/// space. Writes as much as fits, and returns the full length. Strings must not
/// contain `/*`, or white space other than single spaces.
#[expect(clippy::indexing_slicing, reason = "it runs while the widget is compiled")]
const fn squeeze(css: &[u8], into: &mut [u8]) -> usize {
    let (mut from, mut to) = (0, 0);
    let (mut space, mut last) = (false, b'}');
    while from < css.len() {
        let byte = css[from];
        if byte == b'/' && css[from + 1] == b'*' {
            from += 2;
            while !(css[from] == b'*' && css[from + 1] == b'/') {
                from += 1;
            }
            from += 2;
            continue;
        }
        from += 1;
        if byte.is_ascii_whitespace() {
            space = true;
            continue;
        }
        if byte == b'}' && last == b';' {
            to -= 1;
        }
        let separates = !matches!(last, b'{' | b'}' | b';' | b':' | b',')
            && !matches!(byte, b'{' | b'}' | b';');
        if space && separates {
            if to < into.len() {
                into[to] = b' ';
            }
            to += 1;
        }
        if to < into.len() {
            into[to] = byte;
        }
        to += 1;
        (space, last) = (false, byte);
    }
    to
}
