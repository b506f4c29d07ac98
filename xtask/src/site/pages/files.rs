//! Files of one directory, and never of another.

use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, ensure};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// A file with its media type.
pub(super) struct File {
    /// The value of `Content-Type`.
    pub(super) content_type: &'static str,
    /// The content.
    pub(super) body: Vec<u8>,
}

impl IntoResponse for File {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, self.content_type)], self.body).into_response()
    }
}

/// The directory that is served, with links resolved.
///
/// # Errors
///
/// When it is missing, or no directory.
pub(super) fn root(directory: &Path) -> anyhow::Result<PathBuf> {
    let root = fs::canonicalize(directory)
        .with_context(|| format!("there is no {}", directory.display()))?;
    ensure!(root.is_dir(), "{} is no directory", root.display());
    Ok(root)
}

/// The file at a path as it stands in a request. None when there is none,
/// and for every path that leads out of the root. Names are plain: a
/// percent sign is taken as it stands.
///
/// # Errors
///
/// When the file is there and cannot be read.
pub(super) fn read(root: &Path, path: &str) -> anyhow::Result<Option<File>> {
    let relative = Path::new(path.trim_start_matches('/'));
    let plain = |component| matches!(component, Component::Normal(_));
    if !relative.components().all(plain) {
        return Ok(None);
    }
    // A link inside the root may still lead out of it.
    let Ok(real) = fs::canonicalize(root.join(relative)) else {
        return Ok(None);
    };
    if !real.starts_with(root) || !real.is_file() {
        return Ok(None);
    }
    let body = fs::read(&real).with_context(|| format!("cannot read {}", real.display()))?;
    Ok(Some(File { content_type: content_type(&real), body }))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(OsStr::to_str) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
