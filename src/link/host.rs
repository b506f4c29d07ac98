//! The site of a host.

/// The site of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    /// X, under any of its names, and mirrors that keep its paths.
    X,
    /// X's help, developer and other pages.
    ElsewhereOnX,
    /// X's shortener, which only X can resolve.
    ShortLink,
    /// X's pictures and videos.
    Picture,
    /// Gate, whose links look like X's.
    Gate,
    /// Any other site.
    Other,
}

/// Mirrors, by their own account: FxEmbed (its FAQ) and vxTwitter (its readme).
/// A subdomain selects another view of the same post: `d.fxtwitter.com`.
const MIRRORS: [&str; 6] =
    ["fxtwitter.com", "twittpr.com", "fixupx.com", "xfixup.com", "vxtwitter.com", "fixvx.com"];

/// Returns the site of a host in lower case.
pub(super) fn site(host: &str) -> Site {
    let (device, domain) = ["www.", "m.", "mobile."]
        .iter()
        .find_map(|device| Some((*device, host.strip_prefix(device)?)))
        .unwrap_or(("", host));
    match (device, domain) {
        (_, "x.com" | "twitter.com") => Site::X,
        ("" | "www.", "gate.com") => Site::Gate,
        ("", "t.co") => Site::ShortLink,
        ("", "pic.twitter.com" | "pic.x.com") => Site::Picture,
        _ if MIRRORS.iter().any(|mirror| is_within(host, mirror)) => Site::X,
        _ if host.ends_with(".twimg.com") => Site::Picture,
        _ if host.ends_with(".x.com") || host.ends_with(".twitter.com") => Site::ElsewhereOnX,
        _ => Site::Other,
    }
}

/// Whether a host is this domain or a subdomain of it.
fn is_within(host: &str, domain: &str) -> bool {
    let below = host.strip_suffix(domain);
    below.is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

/// Whether an authority, as pasted, of a site other than X contains X's name:
/// `x.com.evil.example`, `x.com@evil.example`, `twitter-login.example`.
///
/// A name that merely has the same ending, such as `okx.com`, imitates nothing.
pub(super) fn imitates_x(authority: &str) -> bool {
    let name = authority.to_ascii_lowercase();
    let alphanumeric = |c: char| c.is_ascii_alphanumeric();
    // (The standard library's word search would add 1.5 KB.)
    name.char_indices().filter_map(|(at, _)| name.split_at_checked(at)).any(|(before, from)| {
        let stands_alone = from.starts_with("x.com") && !before.ends_with(alphanumeric);
        let after = from.strip_prefix("twitter");
        stands_alone || after.is_some_and(|after| !after.starts_with(alphanumeric))
    })
}

/// Whether a host is an internationalised name, whose letters can imitate X's.
pub(super) fn is_foreign(host: &str) -> bool {
    host.split('.').any(|label| label.starts_with("xn--"))
}
