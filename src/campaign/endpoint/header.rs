//! The headers that a campaign file may add to the request.

/// Forbidden request-headers (Fetch, section 2.2.2), which a browser drops without a
/// word, and those that the widget sets.
const NOT_FOR_PAGES: [&str; 24] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "access-control-request-private-network",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Whether a page may send a header of this name: a token (RFC 9110, section 5.6.2).
pub(super) fn is_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    !name.is_empty()
        && name.bytes().all(is_token)
        && !NOT_FOR_PAGES.contains(&lower.as_str())
        && !lower.starts_with("proxy-")
        && !lower.starts_with("sec-")
}

/// Whether a header may have this value: visible ASCII and spaces.
pub(super) fn is_value(value: &str) -> bool {
    value.bytes().all(|b| matches!(b, b' '..=b'~'))
}
