//! The site that serves the announcement page.

use super::*;

/// The first campaign, with a field that would close the practice campaign.
fn campaign() -> Value {
    let file = include_str!("../../src/campaign/examples/gate-xstocks.json");
    let mut campaign: Value = serde_json::from_str(file).unwrap();
    campaign["questionnaire"]["until"] = "2025-07-10T12:00:00+08:00".into();
    campaign
}

const QUESTIONNAIRE: &str = "http://127.0.0.1:8081";

/// A small `dist`, in a directory that also holds a file not to be served.
fn dist() -> TempDir {
    let directory = TempDir::new().unwrap();
    let dist = directory.path().join("dist");
    std::fs::create_dir_all(dist.join("campaigns")).unwrap();
    for (path, content) in [
        ("secret.txt", "not to be served"),
        ("dist/index.html", "<h1>活动</h1>\n<!-- practice -->\n<p>end</p>"),
        ("dist/en.html", "<h1>Campaign</h1>\n<!-- practice -->\n<p>end</p>"),
        ("dist/campaigns/gate-xstocks.json", &campaign().to_string()),
        ("dist/widget.js", "export {};"),
        ("dist/widget.wasm", "\0asm"),
        ("dist/widget.css", "a {}"),
    ] {
        std::fs::write(directory.path().join(path), content).unwrap();
    }
    directory
}

fn serve(directory: &TempDir, extra: Vec<Extra>, csp: Option<&str>) -> Site {
    let options = Options {
        dist: directory.path().join("dist"),
        questionnaire: QUESTIONNAIRE.into(),
        extra,
        csp: csp.map(String::from),
        ..Options::default()
    };
    Site::start(listen(0).unwrap(), options).unwrap()
}

async fn get(site: &Site, path: &str) -> Response {
    reqwest::get(format!("{}{path}", site.origin())).await.unwrap()
}

#[tokio::test]
async fn files_come_with_their_types_and_the_careful_headers() {
    let directory = dist();
    let site = serve(&directory, Vec::new(), None);
    for (path, content_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/en.html", "text/html; charset=utf-8"),
        ("/widget.js", "text/javascript; charset=utf-8"),
        ("/widget.wasm", "application/wasm"),
        ("/widget.css", "text/css; charset=utf-8"),
        ("/campaigns/gate-xstocks.json", "application/json"),
        ("/campaigns/practice.json", "application/json"),
    ] {
        let response = get(&site, path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(header_of(&response, header::CONTENT_TYPE), content_type);
        assert_eq!(header_of(&response, header::CACHE_CONTROL), "no-cache");
        assert_eq!(header_of(&response, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        let date = header_of(&response, header::DATE);
        DateTime::parse_from_rfc2822(date).unwrap();
        assert_eq!(
            header_of(&response, header::CONTENT_SECURITY_POLICY),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; connect-src 'self' http://127.0.0.1:8081; \
             base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
             require-trusted-types-for 'script'"
        );
    }
    assert_eq!(get(&site, "/missing.js").await.status(), 404);
    assert_eq!(get(&site, "/campaigns").await.status(), 404);
}

#[tokio::test]
async fn nothing_outside_dist_is_served() {
    let directory = dist();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.txt", directory.path().join("dist/link.txt")).unwrap();
    let site = serve(&directory, Vec::new(), None);
    let absolute = format!("/{}", directory.path().join("secret.txt").display());
    for path in [
        "/../secret.txt",
        "/campaigns/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..\\secret.txt",
        "/link.txt",
        &absolute,
    ] {
        let answer = raw(
            site.address(),
            &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
        );
        assert!(!answer.contains("not to be served"), "{path}: {answer}");
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
    }
}

#[tokio::test]
async fn the_announcement_page_has_a_place_to_practise() {
    let directory = dist();
    let site = serve(&directory, Vec::new(), None);
    for (path, heading, language, inviting) in
        [("/", "活动", "zh-CN", "在这里试一试"), ("/en.html", "Campaign", "en", "Try it here")]
    {
        let page = get(&site, path).await.text().await.unwrap();
        assert!(page.starts_with(&format!("<h1>{heading}</h1>\n<section")), "{page}");
        assert!(page.trim_end().ends_with("<p>end</p>"), "{page}");
        let element = "<campaign-widget id=\"practice\" src=\"campaigns/practice.json\"";
        for part in [
            &format!("{element} lang=\"{language}\">"),
            r#"<a href="http://127.0.0.1:8081/questionnaire/6854">"#,
            inviting,
        ] {
            assert!(page.contains(part), "{part} is not in {page}");
        }
        assert!(!page.contains("{{"), "{page}");

        // The sample was made for this very moment.
        let (_, sample) = page.split_once("https://x.com/gate_user/status/").unwrap();
        let (id, _) = sample.split_once('"').unwrap();
        let id: i64 = id.parse().unwrap();
        let posted = DateTime::from_timestamp_millis((id >> 22) + 1_288_834_974_657).unwrap();
        let age = Utc::now() - posted;
        assert!((0..60_000).contains(&age.num_milliseconds()), "{age}");
    }
}

#[tokio::test]
async fn the_practice_campaign_is_open_now_and_goes_to_the_local_questionnaire() {
    let directory = dist();
    let site = serve(&directory, Vec::new(), None);
    let made: Value = get(&site, "/campaigns/practice.json").await.json().await.unwrap();
    let mut expected = campaign();
    for changed in ["id", "window", "questionnaire"] {
        expected[changed] = made[changed].clone();
    }
    assert_eq!(made, expected);
    let end = made["window"]["end"].as_str().unwrap();
    assert!(end.ends_with("T24:00:00+08:00"), "{end}");

    let made_endpoint = made["questionnaire"]["endpoint"]["address"].clone();
    let practice = serde_json::from_value::<Json>(made).unwrap();
    let practice = Campaign::read(&practice).unwrap();
    let form = "http://127.0.0.1:8081/questionnaire/6854";
    assert_eq!(practice.id, "gate-xstocks-practice");
    assert_eq!(practice.questionnaire.page, form);
    assert_eq!(made_endpoint, form);
    assert_eq!(practice.languages[0].0, "zh-CN");
    let now = Utc::now();
    let window = practice.window;
    for instant in [now - TimeDelta::days(1), now, now + TimeDelta::days(2)] {
        assert!(window.contains(instant), "{window:?} at {instant}");
    }
    assert_eq!((window.end - window.start).num_days(), 4);
    assert_eq!(practice.links_until(), window.end);
}

#[tokio::test]
async fn tests_add_files_headers_and_a_policy() {
    let directory = dist();
    let date = "Thu, 03 Jul 2025 08:00:00 GMT";
    let extra = vec![
        Extra::new("/broken.json", "application/json", "{").status(StatusCode::NOT_FOUND),
        Extra::new("/campaigns/practice.json", "application/json", "{}")
            .header(header::DATE, date.parse().unwrap()),
    ];
    let site = serve(&directory, extra, Some("default-src 'self'"));
    let broken = get(&site, "/broken.json").await;
    assert_eq!(broken.status(), StatusCode::NOT_FOUND);
    assert_eq!(header_of(&broken, header::CONTENT_SECURITY_POLICY), "default-src 'self'");
    assert_eq!(broken.text().await.unwrap(), "{");
    let instead = get(&site, "/campaigns/practice.json").await;
    assert_eq!(header_of(&instead, header::DATE), date);
    assert_eq!(instead.text().await.unwrap(), "{}");
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let directory = dist();
    let site = serve(&directory, Vec::new(), None);
    let response = client().post(site.origin()).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn a_dist_that_was_not_built_is_an_error_at_once() {
    let directory = TempDir::new().unwrap();
    let options = Options {
        dist: directory.path().join("dist"),
        questionnaire: QUESTIONNAIRE.into(),
        ..Options::default()
    };
    assert!(Site::start(listen(0).unwrap(), options).is_err());
}

#[tokio::test]
async fn a_page_that_reloads_is_told_of_every_build() {
    let directory = dist();
    let dist = directory.path().join("dist");
    let site = |reloads| {
        let options = Options { dist: dist.clone(), reloads, ..Options::default() };
        Site::start(listen(0).unwrap(), options).unwrap()
    };
    let reloading = site(true);
    let build = async || get(&reloading, "/reload/build").await.text().await.unwrap();
    let page = get(&reloading, "/").await.text().await.unwrap();
    assert!(
        page.ends_with("<script type=\"module\" src=\"/reload/page.js\"></script>\n"),
        "{page}"
    );
    let script = get(&reloading, "/reload/page.js").await;
    assert_eq!(header_of(&script, header::CONTENT_TYPE), "text/javascript; charset=utf-8");

    let first = build().await;
    assert_eq!(build().await, first);
    std::fs::write(dist.join("index.html"), "built again").unwrap();
    assert_ne!(build().await, first);
    std::fs::remove_file(dist.join("index.html")).unwrap();
    let status = get(&reloading, "/reload/build").await.status();
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);

    std::fs::write(dist.join("index.html"), "built again").unwrap();
    let published = site(false);
    assert_eq!(get(&published, "/").await.text().await.unwrap(), "built again");
    assert_eq!(get(&published, "/reload/build").await.status(), StatusCode::NOT_FOUND);
}

/// Pages and code travel as they do from a host that compresses; a picture, and what the
/// browser does not take compressed, as it is.
#[tokio::test]
async fn what_is_asked_for_compressed_comes_compressed() {
    let directory = dist();
    std::fs::write(directory.path().join("dist/picture.png"), "a picture").unwrap();
    let site = serve(&directory, Vec::new(), None);
    let ask = async |path: &str, coding: &str| {
        let url = format!("{}{path}", site.origin());
        let answer = client().get(url).header(header::ACCEPT_ENCODING, coding).send();
        let answer = answer.await.unwrap();
        let coding = answer.headers().get(header::CONTENT_ENCODING).cloned();
        let varies = answer.headers().get(header::VARY).cloned();
        (coding, varies, answer.bytes().await.unwrap())
    };
    for path in ["/", "/widget.js", "/widget.wasm", "/campaigns/gate-xstocks.json"] {
        let (coding, varies, plain) = ask(path, "gzip").await;
        assert_eq!((coding, varies), (None, Some("accept-encoding".parse().unwrap())), "{path}");
        for _ in 0..2 {
            let (coding, varies, compressed) = ask(path, "gzip, br").await;
            assert_eq!(coding.unwrap(), "br", "{path}");
            assert_eq!(varies.unwrap(), "accept-encoding", "{path}");
            let mut body = Vec::new();
            brotli::Decompressor::new(&*compressed, 4096).read_to_end(&mut body).unwrap();
            // The sample of the page to practise on was made for its moment.
            assert!(path == "/" || body == plain, "{path}");
        }
    }
    let (coding, _, body) = ask("/picture.png", "br").await;
    assert_eq!((coding, &*body), (None, b"a picture".as_slice()));
}
