//! What a page of another origin may send and read.

use super::*;

#[tokio::test]
async fn a_preflight_allows_the_json_encoding() {
    let questionnaire = questionnaire();
    let response = client()
        .request(Method::OPTIONS, questionnaire.url("6854"))
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type,idempotency-key")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_METHODS, "POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, idempotency-key"),
        (header::ACCESS_CONTROL_MAX_AGE, "0"),
    ] {
        assert_eq!(header_of(&response, name), value);
    }
}

#[tokio::test]
async fn every_answer_can_be_read_by_a_page() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::status(503));
    for expected in [503, 201, 200] {
        let request = post_json(&questionnaire, &submission(LINK, "key-1"));
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), expected);
        assert_eq!(header_of(&response, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
        assert_eq!(
            header_of(&response, header::ACCESS_CONTROL_EXPOSE_HEADERS),
            "Retry-After, Date"
        );
        assert!(response.headers().contains_key(header::DATE));
    }
}
