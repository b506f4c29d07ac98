//! A script that runs in every page before anything else, for browsers that cannot be
//! told to run one.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Shelf;

/// Where the script is.
const SCRIPT: &str = "/before-load.js";

/// Answers with the script, or puts it into the page that is the answer.
pub(super) async fn in_pages(
    State(shelf): State<Arc<Shelf>>,
    mut request: Request,
    next: Next,
) -> Response {
    if shelf.before_load.is_empty() {
        return next.run(request).await;
    }
    if request.uri().path() == SCRIPT {
        let script = (header::CONTENT_TYPE, "text/javascript; charset=utf-8");
        return ([script], shelf.before_load.clone()).into_response();
    }
    // Into a compressed page nothing can be put.
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    let response = next.run(request).await;
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|content_type| {
        content_type.to_str().is_ok_and(|content_type| content_type.starts_with("text/html"))
    });
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let page = with_script(&String::from_utf8_lossy(&page));
    Response::from_parts(parts, Body::from(page))
}

/// The page with the script as the first element of its head.
fn with_script(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let end_of = |tag: &str| {
        let start = lower.find(tag)?;
        Some(start + lower[start..].find('>')? + 1)
    };
    let start = end_of("<head>").or_else(|| end_of("<html")).or_else(|| end_of("<!doctype"));
    let (before, after) = page.split_at(start.unwrap_or(0));
    format!("{before}<script src=\"{SCRIPT}\"></script>{after}")
}

#[cfg(test)]
mod tests {
    use super::with_script;

    #[test]
    fn the_script_comes_first_and_keeps_the_mode_of_the_page() {
        let script = "<script src=\"/before-load.js\"></script>";
        for (before, after) in [
            ("<!doctype html>\n<html lang=\"en\"><HEAD>", "<meta charset=utf-8></head>"),
            ("<!DOCTYPE html><html lang=en>", "<header></header>"),
            ("<!doctype html>", "<p>text"),
            ("", "<p>text"),
        ] {
            assert_eq!(with_script(&[before, after].concat()), [before, script, after].concat());
        }
    }
}
