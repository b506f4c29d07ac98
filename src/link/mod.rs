//! Reads links to posts.
//!
//! [`find`] returns for each link of the pasted text either its [`Post`] or the
//! [`Refusal`], which tells what to do instead. [`judge`] checks the time of
//! posting against the campaign's window. Only the reader can tell whether a
//! post whose id [may be rounded](Post::may_be_rounded) is theirs.
//!
//! ```
//! use campaign_widget::campaign::{Platform, Window};
//! use campaign_widget::time::read_moment;
//! use campaign_widget::link::{Refusal, UrlParts, find, judge};
//!
//! // In the browser, `URL` does this.
//! fn parse(text: &str) -> Option<UrlParts> {
//!     let url = url::Url::parse(text).ok()?;
//!     Some(UrlParts {
//!         scheme: url.scheme().to_owned(),
//!         host: url.host_str()?.to_owned(),
//!         port: url.port(),
//!         path: url.path().to_owned(),
//!         has_credentials: !url.username().is_empty() || url.password().is_some(),
//!     })
//! }
//!
//! let pasted = "Mine: https://vxtwitter.com/jack/status/1940012345678913577?s=20, and https://x.com/jack";
//! let found = find(pasted, parse, &[Platform::X]);
//! let post = found[0].reading.as_ref().expect("the link of a post");
//! assert_eq!(post.canonical(), "https://x.com/jack/status/1940012345678913577");
//! assert_eq!(found[1].reading, Err(Refusal::Profile));
//!
//! // The number of a post tells when it was made.
//! let posted_at = post.posted_at().expect("a time");
//! assert_eq!(posted_at.to_rfc3339(), "2025-07-01T11:39:21.553+00:00");
//! let moment = |text| read_moment(text).expect("a moment");
//! let window = Window {
//!     start: moment("2025-07-03T16:00:00+08:00"),
//!     end: moment("2025-07-09T24:00:00+08:00"),
//! };
//! assert_eq!(judge(post, &window), Err(Refusal::TooEarly { posted_at }));
//! ```

mod escape;
mod host;
mod path;
mod post;
mod refusal;
mod rejoin;
mod scan;

pub use post::Post;
pub use refusal::Refusal;

use crate::campaign::{Phase, Platform, Window};
use crate::unicode::is_invisible;
use host::Site;
use scan::Candidate;

/// The parts of a URL that are needed, parsed by the WHATWG URL Standard: in
/// the browser by `URL`, in native tests by the crate `url`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlParts {
    /// Without the colon, in lower case.
    pub scheme: String,
    /// In lower case, international names in their `xn--` form.
    pub host: String,
    /// `None` for the scheme's default port.
    pub port: Option<u16>,
    /// With its leading slash; without query and fragment.
    pub path: String,
    /// Whether there is a user name or a password.
    pub has_credentials: bool,
}

/// A parser of absolute URLs; `None` for invalid ones.
pub type ParseUrl = fn(&str) -> Option<UrlParts>;

/// One link of the pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The link as pasted, in one piece, without escapes of JSON, HTML and
    /// others and without invisible characters. `…` marks where it is cut off.
    pub text: String,
    /// Its post, or why it has none.
    pub reading: Result<Post, Refusal>,
}

/// Finds every link in `text`, in order; each post once.
///
/// Text around links is ignored. Text without a link is returned as a whole
/// with [`Refusal::NotALink`]. `platforms` are those that the campaign accepts.
pub fn find(text: &str, parse: ParseUrl, platforms: &[Platform]) -> Vec<Found> {
    let text = escape::unescape(text);
    // Chat apps put them around and into links. Control characters separate.
    let text: String = text.chars().filter(|&c| c.is_control() || !is_invisible(c)).collect();
    let id = |word: &str| {
        let link = scan::candidates(word).pop()?;
        read(&link, parse, platforms).ok().map(|post| post.id)
    };
    let joined = rejoin::rejoin(&text, &id);
    let mut candidates = scan::candidates(&joined);
    // Beside a real link "Node.js/React" is prose; alone it may be an attempt
    // at a link, which deserves an answer.
    if candidates.iter().any(|candidate| candidate.certain) {
        candidates.retain(|candidate| candidate.certain);
    }
    let mut found: Vec<Found> = Vec::new();
    for candidate in candidates {
        let reading = read(&candidate, parse, platforms);
        let again = found.iter().any(|earlier| match (&earlier.reading, &reading) {
            (Ok(one), Ok(other)) => one.is_same(other),
            (Err(_), Err(_)) => earlier.text == candidate.text,
            _ => false,
        });
        if !again {
            found.push(Found { text: candidate.text.to_owned(), reading });
        }
    }
    let rest = text.trim();
    if found.is_empty() && !rest.is_empty() {
        found.push(Found { text: rest.to_owned(), reading: Err(Refusal::NotALink) });
    }
    found
}

/// Checks that the post was made inside the window, to the millisecond.
///
/// # Errors
///
/// [`Refusal::TooEarly`] and [`Refusal::TooLate`] with the time of posting;
/// [`Refusal::TooOldToTell`] for an X id from before November 2010, which
/// contains no time. A Gate id contains none either, and passes: only the
/// campaign's staff can tell.
pub fn judge(post: &Post, window: &Window) -> Result<(), Refusal> {
    if post.platform == Platform::Gate {
        return Ok(());
    }
    let posted_at = post.posted_at().ok_or(Refusal::TooOldToTell)?;
    match window.phase(posted_at) {
        Phase::Before => Err(Refusal::TooEarly { posted_at }),
        Phase::Open => Ok(()),
        Phase::Closed => Err(Refusal::TooLate { posted_at }),
    }
}

fn read(link: &Candidate, parse: ParseUrl, platforms: &[Platform]) -> Result<Post, Refusal> {
    let (scheme, rest) = match link.text.split_once(':') {
        Some((scheme, rest)) if link.has_scheme => (scheme, rest.trim_start_matches('/')),
        _ => ("https", link.text),
    };
    if !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
        return Err(Refusal::NotALink);
    }
    let authority = scan::authority(rest);
    let Some(parts) = parse(&[scheme, "://", rest].concat()) else {
        return Err(if host::imitates_x(authority) {
            Refusal::LookAlike
        } else {
            Refusal::NotALink
        });
    };
    // The URL Standard maps `x．com` and `%78.com` to `x.com`; such a link is a
    // trap, or was typed with a full-width keyboard.
    let spelled_out = authority.is_ascii() && !authority.contains('%');
    let plain = spelled_out && !parts.has_credentials && parts.port.is_none();
    let post = match host::site(&parts.host) {
        Site::X | Site::Gate if !plain => return Err(Refusal::LookAlike),
        Site::X => path::on_x(&escape::decode(&parts.path)),
        Site::Gate => path::on_gate(&escape::decode(&parts.path)),
        Site::ShortLink => Err(Refusal::ShortLink),
        Site::Picture => Err(Refusal::Picture),
        Site::ElsewhereOnX => Err(Refusal::OtherPage),
        Site::Other if host::imitates_x(authority) => Err(Refusal::LookAlike),
        Site::Other if host::is_foreign(&parts.host) && path::names_a_status(&parts.path) => {
            Err(Refusal::LookAlike)
        }
        Site::Other => Err(Refusal::OtherSite),
    }?;
    if platforms.contains(&post.platform) {
        Ok(post)
    } else {
        Err(Refusal::NotAccepted(post.platform))
    }
}
