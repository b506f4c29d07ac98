//! Files as they travel: compressed by brotli, for a browser that takes that.

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use brotli::CompressorWriter;

use super::files::File;

/// Of 11: more takes longer than it saves on the way to the same machine.
const QUALITY: u32 = 5;

/// What has been compressed, so that it is only once, for every site of the process.
static KEPT: LazyLock<Mutex<HashMap<PathBuf, Kept>>> = LazyLock::new(Mutex::default);

/// A file as it was, and compressed.
#[derive(Clone)]
struct Kept {
    body: Arc<[u8]>,
    compressed: Arc<[u8]>,
}

/// The answer that carries a file, which stands in for `path`, to who sent these headers.
///
/// # Errors
///
/// When there is no memory for it.
pub(super) fn answer(path: PathBuf, file: File, asked: &HeaderMap) -> anyhow::Result<Response> {
    if !is_compressible(file.content_type) {
        return Ok(file.into_response());
    }
    let is_taken = takes_brotli(asked);
    let compressed = is_taken.then(|| compressed(path, &file.body)).transpose()?;
    let mut response = file.into_response();
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    let Some(compressed) = compressed else { return Ok(response) };
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    headers.remove(header::CONTENT_LENGTH);
    *response.body_mut() = compressed.to_vec().into();
    Ok(response)
}

/// Pictures and fonts are compressed already.
fn is_compressible(content_type: &str) -> bool {
    content_type.starts_with("text/")
        || ["application/json", "application/wasm", "image/svg+xml"].contains(&content_type)
}

/// Whether `Accept-Encoding` names it, and not to refuse it.
fn takes_brotli(asked: &HeaderMap) -> bool {
    let names = asked.get_all(header::ACCEPT_ENCODING).into_iter();
    names.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().trim_start_matches("q=");
        name.trim().eq_ignore_ascii_case("br") && weight.parse() != Ok(0.0)
    })
}

fn compressed(path: PathBuf, body: &[u8]) -> anyhow::Result<Arc<[u8]>> {
    let kept = || KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = kept().get(&path).filter(|found| *found.body == *body) {
        return Ok(found.compressed.clone());
    }
    let mut writer = CompressorWriter::new(Vec::new(), 4096, QUALITY, 22);
    writer.write_all(body)?;
    let found = Kept { body: body.into(), compressed: writer.into_inner().into() };
    let compressed = found.compressed.clone();
    kept().insert(path, found);
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, header};

    use super::takes_brotli;

    #[test]
    fn only_what_is_asked_for_is_compressed() {
        for (asked, expected) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=0.5", true),
            ("br; q=0", false),
            ("br;q=0.0, gzip", false),
            ("gzip", false),
            ("brotli", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, asked.parse().unwrap())]);
            assert_eq!(takes_brotli(&headers), expected, "{asked}");
        }
        assert!(!takes_brotli(&HeaderMap::new()));
    }
}
