//! What was received, as a page for people and as CSV.

use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use campaign_widget::outbox::csv_line;
use serde::Deserialize;

use super::faults::Fault;
use super::store::Received;
use super::{App, Id};

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'";

/// What the page says about the form that was just sent.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(super) enum Notice {
    Received,
    Already,
    Invalid,
}

impl Notice {
    /// In the address of the page.
    pub(super) fn value(self) -> &'static str {
        match self {
            Notice::Received => "received",
            Notice::Already => "already",
            Notice::Invalid => "invalid",
        }
    }

    fn html(self) -> &'static str {
        match self {
            Notice::Received => {
                r#"<p class="notice good" role="status">已收到。<span lang="en">Received.</span></p>"#
            }
            Notice::Already => {
                r#"<p class="notice good" role="status">这条帖子之前已收到。<span lang="en">This post was already received.</span></p>"#
            }
            Notice::Invalid => {
                r#"<p class="notice bad" role="alert">请填写帖子的 https 链接。<span lang="en">Enter the https link to a post.</span></p>"#
            }
        }
    }
}

/// The part of the page's address after `?`.
#[derive(Deserialize)]
pub(super) struct Asked {
    notice: Option<Notice>,
}

/// The form, the faults and the table.
pub(super) async fn page(
    State(app): State<App>,
    Id(id): Id,
    Query(asked): Query<Asked>,
) -> Response {
    let rows = match app.store.of(&id) {
        Ok(rows) => rows,
        Err(error) => return failed(&error),
    };
    let page = fill(
        PAGE,
        &[
            ("id", &id),
            ("notice", asked.notice.map_or("", Notice::html)),
            ("count", &rows.len().to_string()),
            ("rows", &rows.iter().map(table_row).collect::<String>()),
            ("kinds", &kinds()),
            ("pending", &pending(&app.faults.pending())),
        ],
    );
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(page)).into_response()
}

/// The table as CSV.
pub(super) async fn csv(State(app): State<App>, Id(id): Id) -> Response {
    let rows = match app.store.of(&id) {
        Ok(rows) => rows,
        Err(error) => return failed(&error),
    };
    let mut csv =
        csv_line(&["received_at", "link", "post_id", "posted_at", "campaign", "key", "via"]);
    for row in &rows {
        csv += &csv_line(&[
            row.received_at.as_str(),
            &row.link,
            &row.post_id,
            row.posted_at.as_deref().unwrap_or_default(),
            row.campaign.as_deref().unwrap_or_default(),
            row.key.as_deref().unwrap_or_default(),
            &row.via,
        ]);
    }
    let file = format!("attachment; filename=\"questionnaire-{id}.csv\"");
    (
        [
            (header::CONTENT_TYPE, "text/csv; charset=utf-8".into()),
            (header::CONTENT_DISPOSITION, file),
        ],
        csv,
    )
        .into_response()
}

/// The page's style sheet.
pub(super) async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response()
}

fn failed(error: &rusqlite::Error) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
}

/// Puts each value in the place of its `{{name}}`, in one pass, so that a
/// value is never taken for a template.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut pieces = template.split("{{");
    let mut filled = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once("}}").unwrap_or(("", piece));
        let value = values.iter().find(|(known, _)| *known == name);
        filled += value.map_or("", |(_, value)| value);
        filled += rest;
    }
    filled
}

fn table_row(row: &Received) -> String {
    let cells = [
        &row.received_at,
        &row.link,
        &row.post_id,
        row.posted_at.as_deref().unwrap_or("—"),
        row.key.as_deref().unwrap_or("—"),
        &row.via,
    ];
    let cells = cells.map(|cell| format!("<td>{}</td>", escape(cell)));
    format!("<tr>{}</tr>\n", cells.concat())
}

fn kinds() -> String {
    let option = |(value, fault): &(&str, Fault)| {
        let label = escape(&fault.to_string());
        format!("<option value=\"{value}\">{label}</option>\n")
    };
    Fault::offered().iter().map(option).collect()
}

fn pending(faults: &[Fault]) -> String {
    let item = |fault: &Fault| format!("<li>{}</li>\n", escape(&fault.to_string()));
    faults.iter().map(item).collect()
}

/// For the content of an element or a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            other => escaped.push(other),
        }
    }
    escaped
}
