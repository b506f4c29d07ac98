//! The page for people, and the CSV.

use super::*;

async fn by_hand(questionnaire: &Questionnaire, link: &str) -> String {
    let response = client()
        .post(format!("{}/by-hand", questionnaire.url("6854")))
        .form(&[("link", link)])
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let location = header_of(&response, header::LOCATION);
    text(format!("{}{location}", questionnaire.origin())).await
}

#[tokio::test]
async fn a_person_fills_in_the_form() {
    let questionnaire = questionnaire();
    let page = by_hand(&questionnaire, &format!(" {LINK} ")).await;
    assert!(page.contains("已收到。"), "{page}");
    assert!(page.contains(&format!("<td>{LINK}</td>")), "{page}");
    assert!(page.contains("<td>by hand</td>"), "{page}");
    let page = by_hand(&questionnaire, LINK).await;
    assert!(page.contains("这条帖子之前已收到"), "{page}");
    let page = by_hand(&questionnaire, "https://x.com/gate_user").await;
    assert!(page.contains("请填写帖子的 https 链接"), "{page}");
    assert_eq!(links(&questionnaire), [LINK]);

    let program = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    assert_eq!(program.0, StatusCode::CONFLICT);
}

#[tokio::test]
async fn the_newest_comes_first_and_only_of_this_questionnaire() {
    let questionnaire = questionnaire();
    send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    send(post_json(&questionnaire, &submission(OTHER_LINK, "key-2"))).await;
    let page = text(questionnaire.url("6854")).await;
    let place = |link: &str| page.find(&format!("<td>{link}</td>")).unwrap();
    assert!(place(OTHER_LINK) < place(LINK));
    let other = text(questionnaire.url("7001")).await;
    assert!(!other.contains(LINK));
}

#[tokio::test]
async fn what_was_sent_is_text_and_never_markup() {
    let questionnaire = questionnaire();
    let mut body = submission(LINK, r#""><script>alert('1')</script>&{{rows}}"#);
    body["postedAt"] = "<b>".into();
    let request = client().post(questionnaire.url("6854")).json(&body);
    assert_eq!(send(request).await.0, StatusCode::CREATED);
    let page = text(questionnaire.url("6854")).await;
    assert!(!page.contains("<script"), "{page}");
    let escaped = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;{{rows}}";
    assert!(page.contains(&format!("<td>{escaped}</td>")), "{page}");
    assert!(page.contains("<td>&lt;b&gt;</td>"), "{page}");
}

#[tokio::test]
async fn the_page_runs_no_script_and_loads_its_style() {
    let questionnaire = questionnaire();
    let page = reqwest::get(questionnaire.url("6854")).await.unwrap();
    assert_eq!(
        header_of(&page, header::CONTENT_SECURITY_POLICY),
        "default-src 'none'; style-src 'self'; form-action 'self'"
    );
    assert!(page.text().await.unwrap().contains("href=\"/questionnaire.css\""));
    let style = format!("{}/questionnaire.css", questionnaire.origin());
    let style = reqwest::get(style).await.unwrap();
    assert_eq!(header_of(&style, header::CONTENT_TYPE), "text/css; charset=utf-8");
}

#[tokio::test]
async fn csv_is_quoted_and_no_cell_is_a_formula() {
    let questionnaire = questionnaire();
    let mut first = submission(LINK, "=HYPERLINK(\"https://evil.example\",\"x\")");
    first["postedAt"] = "a,b\r\nc".into();
    let mut second = submission(OTHER_LINK, "@SUM(1)");
    second["campaign"] = "-1".into();
    second["postedAt"] = "+1".into();
    for body in [first, second] {
        let request = client().post(questionnaire.url("6854")).json(&body);
        assert_eq!(send(request).await.0, StatusCode::CREATED);
    }
    let rows = questionnaire.rows().unwrap();
    let response =
        reqwest::get(format!("{}/answers.csv", questionnaire.url("6854"))).await.unwrap();
    assert_eq!(header_of(&response, header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(
        header_of(&response, header::CONTENT_DISPOSITION),
        "attachment; filename=\"questionnaire-6854.csv\""
    );
    let expected = [
        r#""received_at","link","post_id","posted_at","campaign","key","via""#.to_owned(),
        format!(
            r#""{}","{OTHER_LINK}","{}","'+1","'-1","'@SUM(1)","json""#,
            rows[0].received_at, rows[0].post_id
        ),
        format!(
            "\"{}\",\"{LINK}\",\"{POST_ID}\",\"a,b\r\nc\",\"gate-xstocks-2025-07\",\
             \"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\",\"json\"",
            rows[1].received_at
        ),
    ];
    let expected = expected.map(|line| line + "\r\n").concat();
    assert_eq!(response.text().await.unwrap(), expected);
}

#[tokio::test]
async fn ids_are_plain() {
    let questionnaire = questionnaire();
    for id in ["%3Cb%3E", "a%2Fb", "a%22b"] {
        let response = reqwest::get(questionnaire.url(id)).await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{id}");
    }
}
