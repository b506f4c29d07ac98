//! The doctor, asked about servers with the headers and answers of real ones, and about
//! the local questionnaire. `tests/backends` has the versions.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use xtask::doctor::{Examination, Finding, read};
use xtask::site::listen;
use xtask::site::questionnaire::{Database, Questionnaire};

const PAGE: &str = "https://www.example.com";

/// Status, headers and body.
type Reply = (u16, &'static [(&'static str, &'static str)], &'static str);

/// What a server answers: to preflights, and to the links that are handed in, one after
/// the other.
#[derive(Clone, Copy)]
struct Server {
    preflight: Reply,
    answers: &'static [Reply],
}

#[derive(Clone)]
struct Running {
    server: Server,
    taken: Arc<Mutex<usize>>,
}

async fn answer(State(running): State<Running>, request: Request) -> Response {
    let (status, headers, body) = match *request.method() {
        Method::OPTIONS => running.server.preflight,
        _ => {
            let mut taken = running.taken.lock().unwrap_or_else(PoisonError::into_inner);
            *taken += 1;
            running.server.answers[(*taken - 1).min(running.server.answers.len() - 1)]
        }
    };
    let headers = headers
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), value.parse().expect("a value")));
    let status = StatusCode::from_u16(status).expect("a status");
    (status, headers.collect::<HeaderMap>(), body).into_response()
}

fn campaign(endpoint: &Value) -> String {
    let mut file: Value =
        serde_json::from_str(include_str!("../../src/campaign/examples/gate-xstocks.json"))
            .expect("JSON");
    file["questionnaire"]["endpoint"] = endpoint.clone();
    file.to_string()
}

async fn examine(address: String, mut options: Value, sends: bool) -> Vec<Finding> {
    options["address"] = json!(address);
    let examine = move || {
        let campaign = read(&campaign(&options)).expect("a sound file");
        let mut findings = Vec::new();
        let examination = Examination { campaign: &campaign, page: PAGE, sends };
        examination.run(&mut |finding| findings.push(finding)).expect("an examination");
        findings
    };
    tokio::task::spawn_blocking(examine).await.expect("no panic")
}

async fn findings(server: Server, options: Value, sends: bool) -> Vec<Finding> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = format!("http://{}/links", listener.local_addr().expect("an address"));
    let running = Running { server, taken: Arc::default() };
    let router = Router::new().fallback(answer).with_state(running);
    tokio::spawn(async move { axum::serve(listener, router).await });
    examine(address, options, sends).await
}

/// The only thing that is wrong, and what mends it.
fn only_ill(findings: Vec<Finding>) -> (String, String) {
    let mut ill = findings.into_iter().filter_map(|finding| match finding {
        Finding::Ill { what, cure } => Some((what, cure)),
        _ => None,
    });
    let first = ill.next().expect("something wrong");
    assert_eq!(ill.next(), None);
    first
}

fn is_well(findings: &[Finding]) -> bool {
    !findings.iter().any(|finding| matches!(finding, Finding::Ill { .. }))
}

const NONE: &[Reply] = &[];

/// Starlette 1.10 without `allow_methods`.
const STARLETTE: Server = Server {
    preflight: (
        400,
        &[
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "GET"),
            (
                "access-control-allow-headers",
                "Accept, Accept-Language, Content-Language, Content-Type",
            ),
            ("server", "uvicorn"),
        ],
        "Disallowed CORS method",
    ),
    answers: NONE,
};

/// django-cors-headers 4.9.
const DJANGO: Server = Server {
    preflight: (
        200,
        &[
            ("access-control-allow-origin", "*"),
            ("access-control-allow-methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT"),
            (
                "access-control-allow-headers",
                "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with",
            ),
            ("server", "WSGIServer/0.2 CPython/3.11.2"),
        ],
        "",
    ),
    answers: &[
        (
            201,
            &[("access-control-allow-origin", "*"), ("content-type", "application/json")],
            r#"{"id":1,"postId":"20"}"#,
        ),
        (
            400,
            &[("access-control-allow-origin", "*"), ("content-type", "application/json")],
            r#"{"postId":["link with this postId already exists."]}"#,
        ),
    ],
};

/// Directus 12.4 with `CORS_ENABLED`.
const DIRECTUS: Server = Server {
    preflight: (
        204,
        &[
            ("access-control-allow-origin", "https://www.example.com"),
            ("access-control-allow-methods", "GET,POST,PATCH,DELETE"),
            ("access-control-allow-headers", "Content-Type,Authorization"),
            ("access-control-allow-credentials", "true"),
            ("x-powered-by", "Directus"),
        ],
        "",
    ),
    answers: NONE,
};

const NGINX: Server =
    Server { preflight: (405, &[("server", "nginx/1.22.1")], "Not Allowed"), answers: NONE };

#[tokio::test]
async fn what_a_server_does_not_allow_is_told_with_the_line_that_allows_it() {
    let key = json!({ "headers": { "Idempotency-Key": "{key}" } });
    let table = [
        (STARLETTE, json!({}), "preflight with 400", "allow_methods=[\"POST\"]"),
        (DJANGO, key.clone(), "headers idempotency-key", "\"idempotency-key\")"),
        (DIRECTUS, key, "headers idempotency-key", "CORS_ALLOWED_HEADERS=content-type, idemp"),
        (
            DIRECTUS,
            json!({ "method": "PUT", "body": { "l": "{link}", "key": "{key}" } }),
            "method PUT",
            "CORS_METHODS=PUT",
        ),
        (NGINX, json!({}), "no Access-Control-Allow-Origin", "add_header Access-Control-Allow"),
        (
            Server { preflight: (204, &[("access-control-allow-origin", "*")], ""), ..NGINX },
            json!({}),
            "headers content-type",
            "Access-Control-Allow-Headers: content-type",
        ),
        (
            Server {
                preflight: (
                    204,
                    &[
                        ("access-control-allow-origin", "https://other.example"),
                        ("access-control-allow-headers", "*"),
                    ],
                    "",
                ),
                ..NGINX
            },
            json!({}),
            "pages of https://other.example in, and not those of https://www.example.com",
            "Access-Control-Allow-Origin: https://www.example.com",
        ),
        (
            Server {
                preflight: (301, &[("location", "https://forms.example/links")], ""),
                ..NGINX
            },
            json!({}),
            "redirects the browser's preflight",
            "https://forms.example/links",
        ),
    ];
    for (server, mut options, what, cure) in table {
        if options["method"] == "PUT" {
            options["headers"] = json!({});
        }
        let is_put = options["method"] == "PUT";
        let found = match is_put {
            true => findings_of_put(server, options).await,
            false => findings(server, options, false).await,
        };
        let (said, mends) = only_ill(found);
        assert!(said.contains(what), "{said}");
        assert!(mends.contains(cure), "{mends}");
    }
}

/// A `PUT` has the key in its address.
async fn findings_of_put(server: Server, options: Value) -> Vec<Finding> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = format!("http://{}/{{key}}", listener.local_addr().expect("an address"));
    let router =
        Router::new().fallback(answer).with_state(Running { server, taken: Arc::default() });
    tokio::spawn(async move { axum::serve(listener, router).await });
    examine(address, options, false).await
}

/// A star is for everybody but those with cookies (Fetch, section 3.3.5), and does not
/// stand for `Authorization`.
#[tokio::test]
async fn a_star_does_not_allow_everything() {
    let star = Server {
        preflight: (
            204,
            &[("access-control-allow-origin", "*"), ("access-control-allow-headers", "*")],
            "",
        ),
        answers: NONE,
    };
    assert!(is_well(&findings(star, json!({ "headers": { "X-Key": "{key}" } }), false).await));
    let token = json!({ "headers": { "Authorization": "Bearer public" } });
    let (said, _) = only_ill(findings(star, token, false).await);
    assert!(said.contains("headers authorization"), "{said}");
    let cookies = findings(star, json!({ "credentials": "include" }), false).await;
    let wrong = cookies.iter().filter(|it| matches!(it, Finding::Ill { .. })).count();
    assert_eq!(wrong, 2, "origin and credentials: {cookies:?}");
}

#[tokio::test]
async fn a_repetition_that_is_refused_is_mended_by_a_preset() {
    let found = findings(DJANGO, json!({}), true).await;
    let wrong: Vec<_> = found.iter().filter(|it| matches!(it, Finding::Ill { .. })).collect();
    // The same again, and another key.
    assert_eq!(wrong.len(), 2, "{found:?}");
    assert!(wrong[0].to_string().contains("The same again is answered 400"), "{}", wrong[0]);
    let preset = json!({ "preset": "django-rest-framework" });
    assert!(is_well(&findings(DJANGO, preset, true).await));
}

#[tokio::test]
async fn the_local_questionnaire_is_well_and_has_one_row_after_it() {
    let questionnaire = Questionnaire::start(listen(0).expect("a port"), &Database::Memory)
        .expect("a questionnaire");
    for encoding in ["json", "form"] {
        let options = json!({ "encoding": encoding });
        let found = examine(questionnaire.url("6854"), options, true).await;
        assert!(is_well(&found), "{found:?}");
        assert_eq!(questionnaire.rows().expect("rows").len(), 1);
    }
}

/// Nothing is sent to an endpoint unless it is asked for.
#[tokio::test]
async fn nothing_is_handed_in_unasked() {
    let questionnaire = Questionnaire::start(listen(0).expect("a port"), &Database::Memory)
        .expect("a questionnaire");
    for encoding in ["json", "form"] {
        let found =
            examine(questionnaire.url("6854"), json!({ "encoding": encoding }), false).await;
        assert!(is_well(&found), "{found:?}");
    }
    assert!(questionnaire.rows().expect("rows").is_empty());
}

#[tokio::test]
async fn a_server_that_is_down_is_told_with_the_reason() {
    let port = listen(0).expect("a port").local_addr().expect("an address").port();
    let found = examine(format!("http://127.0.0.1:{port}/"), json!({}), false).await;
    let (said, _) = only_ill(found);
    assert!(said.contains("cannot be reached") && said.contains("refused"), "{said}");
}

#[test]
fn every_problem_of_the_file_is_told_in_words() {
    let file = campaign(&json!({ "address": "http://gate.com", "preset": "directis" }));
    let told = read(&file.replace("\"id\"", "\"ident\"")).expect_err("a wrong file").to_string();
    for part in [
        "4 errors",
        "- id: is missing.",
        "questionnaire.endpoint.address: must be a full address",
        "did you mean directus?",
    ] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    assert!(read("{").expect_err("no JSON").to_string().contains("not JSON"));
}
