//! The announcement page: a built `dist` directory, served as a careful
//! customer would serve it, with a campaign to practise on.

mod before_load;
mod compressed;
mod files;
mod practice;
mod reload;

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use chrono::Utc;

use super::service::Service;

/// What a site serves.
#[derive(Default)]
pub struct Options {
    /// The built widget with its announcement page.
    pub dist: PathBuf,
    /// The origin that the widget may send links to, without a final slash.
    pub questionnaire: String,
    /// Pages and files beside `dist`, or instead of its files.
    pub extra: Vec<Extra>,
    /// Instead of the site's own Content-Security-Policy.
    pub csp: Option<String>,
    /// More headers of every answer.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// A script that every page runs before anything else; empty for none. The policy
    /// must allow scripts of the site.
    pub before_load: String,
    /// Whether the announcement page reloads when `dist` is replaced.
    pub reloads: bool,
}

/// One answer of the site that does not come from `dist`.
#[derive(Debug, Clone)]
pub struct Extra {
    path: String,
    status: StatusCode,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Vec<u8>,
}

impl Extra {
    /// A file at `path`, which starts with a slash.
    pub fn new(path: &str, content_type: &'static str, body: impl Into<Vec<u8>>) -> Extra {
        Extra {
            path: path.into(),
            status: StatusCode::OK,
            headers: vec![(header::CONTENT_TYPE, HeaderValue::from_static(content_type))],
            body: body.into(),
        }
    }

    /// Answers with this status instead of 200.
    #[must_use]
    pub fn status(mut self, status: StatusCode) -> Extra {
        self.status = status;
        self
    }

    /// Answers with one more header, or with another value of a header that
    /// the server would set, such as `Date`.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Extra {
        self.headers.push((name, value));
        self
    }
}

impl IntoResponse for &Extra {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body.clone()).into_response();
        for (name, value) in &self.headers {
            response.headers_mut().insert(name, value.clone());
        }
        response
    }
}

/// A site that runs until this is dropped.
pub struct Site(Service);

impl Site {
    /// Serves `options` to what comes to `listener`.
    ///
    /// # Errors
    ///
    /// When `dist` is no directory, a policy is no header value, or the
    /// service cannot start.
    pub fn start(listener: TcpListener, options: Options) -> anyhow::Result<Site> {
        let csp = options.csp.unwrap_or_else(|| policy(&options.questionnaire)).parse()?;
        let shelf = Arc::new(Shelf {
            dist: files::root(&options.dist)?,
            questionnaire: options.questionnaire,
            extra: options.extra,
            csp,
            headers: options.headers,
            before_load: options.before_load,
            reloads: options.reloads,
        });
        let router = Router::new()
            .fallback(answer)
            .layer(middleware::from_fn_with_state(shelf.clone(), before_load::in_pages))
            .layer(middleware::from_fn_with_state(shelf.clone(), guard))
            .with_state(shelf);
        Ok(Site(Service::start(listener, router)?))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.0.address()
    }

    /// Its origin, `http://127.0.0.1:…`.
    pub fn origin(&self) -> String {
        self.0.origin()
    }
}

/// [`Options`], ready to be served.
struct Shelf {
    dist: PathBuf,
    questionnaire: String,
    extra: Vec<Extra>,
    csp: HeaderValue,
    headers: Vec<(HeaderName, HeaderValue)>,
    before_load: String,
    reloads: bool,
}

/// The strictest policy that the widget promises to work under, with what an
/// announcement page needs for its own style and pictures.
fn policy(questionnaire: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data:; connect-src 'self' {questionnaire}; base-uri 'none'; \
         form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    )
}

/// The headers of every answer.
async fn guard(State(shelf): State<Arc<Shelf>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.extend(shelf.headers.iter().cloned());
    headers.insert(header::CONTENT_SECURITY_POLICY, shelf.csp.clone());
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}

async fn answer(State(shelf): State<Arc<Shelf>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = request.uri().path();
    if let Some(extra) = shelf.extra.iter().find(|extra| extra.path == path) {
        return extra.into_response();
    }
    let kept_as = shelf.dist.join(path.trim_start_matches('/'));
    let answer = find(&shelf, path).and_then(|found| {
        found.map(|file| compressed::answer(kept_as, file, request.headers())).transpose()
    });
    match answer {
        Ok(Some(response)) => response,
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}")).into_response(),
    }
}

/// What there is at a path, but for [`Options::extra`].
fn find(shelf: &Shelf, path: &str) -> anyhow::Result<Option<files::File>> {
    if let Some(page) = practice::page_at(path) {
        let file = practice::announcement(&shelf.dist, page, &shelf.questionnaire, Utc::now())?;
        return Ok(Some(if shelf.reloads { reload::with_script(file) } else { file }));
    }
    match path {
        reload::SCRIPT if shelf.reloads => Ok(Some(reload::script())),
        reload::BUILD if shelf.reloads => reload::build(&shelf.dist).map(Some),
        "/campaigns/practice.json" => {
            practice::campaign(&shelf.dist, &shelf.questionnaire, Utc::now()).map(Some)
        }
        path => files::read(&shelf.dist, path),
    }
}
