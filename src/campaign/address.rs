//! The web addresses that a campaign file may contain.

use crate::unicode::is_blank;

/// Whether `text` is an absolute https address, or an http one to a loopback
/// host, without credentials.
///
/// Stricter than the URL Standard, so that every parser reads the same host: a
/// name outside ASCII must be written in its `xn--` form.
pub(super) fn is_address(text: &str) -> bool {
    if text.chars().any(|c| is_blank(c) || c.is_control() || c == '\\') {
        return false;
    }
    let (secure, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return false,
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // The colons of an IPv6 literal are inside its brackets.
    let host_end = authority.find(']').map_or_else(|| authority.find(':'), |end| Some(end + 1));
    let (host, port) =
        authority.split_at_checked(host_end.unwrap_or(authority.len())).unwrap_or_default();
    let host_is_sound = match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(literal) => is_made_of(literal, |b| b.is_ascii_hexdigit() || b":.".contains(&b)),
        None => is_made_of(host, |b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)),
    };
    let loopback = host == "localhost" || host == "[::1]" || is_loopback_v4(host);
    host_is_sound && is_port(port) && (secure || loopback)
}

/// Whether `text` is empty, or a colon and a port.
fn is_port(text: &str) -> bool {
    // `parse` alone would accept `+80` and leading zeros.
    let is_number = |port: &str| {
        port.len() <= 5
            && is_made_of(port, |b| b.is_ascii_digit())
            && port.parse().is_ok_and(|port: u32| port < 1 << 16)
    };
    text.is_empty() || text.strip_prefix(':').is_some_and(is_number)
}

/// Whether `host` is in 127.0.0.0/8, RFC 1122 section 3.2.1.3.
fn is_loopback_v4(host: &str) -> bool {
    let mut parts = host.split('.');
    parts.next() == Some("127") && parts.clone().count() == 3 && parts.all(is_octet)
}

fn is_octet(text: &str) -> bool {
    // `parse` alone would accept `+1`; leading zeros mean octal to some
    // parsers.
    let plain = text == "0" || !text.starts_with(['0', '+']);
    plain && text.parse().is_ok_and(|octet: u32| octet < 1 << 8)
}

fn is_made_of(text: &str, allowed: fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(allowed)
}
