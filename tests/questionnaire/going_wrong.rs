//! Faults, by the handle and by the page.

use super::*;

#[tokio::test]
async fn a_status_with_its_header_and_words_then_as_always() {
    let questionnaire = questionnaire();
    let busy = Reply::status(429)
        .header(header::RETRY_AFTER, HeaderValue::from_static("7"))
        .message("too many requests");
    questionnaire.faults().push(Fault::Answer(busy));
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(header_of(&response, header::RETRY_AFTER), "7");
    let body: Value = response.json().await.unwrap();
    assert_eq!(body, json!({ "message": "too many requests" }));
    assert_eq!(links(&questionnaire).len(), 0);

    let next = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    assert_eq!(next.0, StatusCode::CREATED);
}

#[tokio::test]
async fn any_answer_after_the_link_is_stored() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::StoreThenAnswer(Reply::status(204)));
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::NO_CONTENT);
    assert_eq!(response.text().await.unwrap(), "");
    assert_eq!(links(&questionnaire), [LINK]);
}

#[tokio::test]
async fn a_header_that_a_page_may_not_read() {
    let questionnaire = questionnaire();
    let busy = Reply::status(429)
        .header(header::RETRY_AFTER, HeaderValue::from_static("7"))
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("Date"));
    questionnaire.faults().push(Fault::Answer(busy));
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(header_of(&response, header::RETRY_AFTER), "7");
    let exposed = response.headers().get_all(header::ACCESS_CONTROL_EXPOSE_HEADERS);
    assert_eq!(exposed.iter().collect::<Vec<_>>(), ["Date"]);
}

#[tokio::test]
async fn a_redirection_to_a_login_page() {
    let questionnaire = questionnaire();
    let login = Reply::status(303).header(header::LOCATION, HeaderValue::from_static("/login"));
    questionnaire.faults().push(Fault::Answer(login));
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let to = response.url().join(header_of(&response, header::LOCATION)).unwrap();
    // With a header of its own, the page asks before it follows.
    let preflight = client().request(Method::OPTIONS, to.clone()).send().await.unwrap();
    let allowed = header_of(&preflight, header::ACCESS_CONTROL_ALLOW_HEADERS);
    assert_eq!(allowed, "content-type, idempotency-key");
    let page = client().get(to).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    assert_eq!(header_of(&page, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    assert!(page.text().await.unwrap().contains("<h1>Log in</h1>"));
    assert_eq!(links(&questionnaire).len(), 0);
}

#[tokio::test]
async fn a_page_with_status_200() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::Answer(Reply::login_page()));
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert!(header_of(&response, header::CONTENT_TYPE).starts_with("text/html"));
    assert_eq!(links(&questionnaire).len(), 0);
}

#[tokio::test]
async fn a_fault_can_be_meant_for_one_post() {
    let questionnaire = questionnaire();
    let faults = questionnaire.faults();
    faults.push_for(POST_ID, Fault::WithoutCors);
    faults.push_for(POST_ID, Fault::status(503));
    faults.push(Fault::status(502));
    // It waits for its post, and lets others pass.
    let other = send_for_status(&questionnaire, OTHER_LINK).await;
    assert_eq!(other, StatusCode::BAD_GATEWAY);
    let other = send_for_status(&questionnaire, OTHER_LINK).await;
    assert_eq!(other, StatusCode::CREATED);
    // A preflight does not say of which post it is.
    let preflight = client().request(Method::OPTIONS, questionnaire.url("6854"));
    let preflight = preflight.send().await.unwrap();
    assert_eq!(header_of(&preflight, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let first = post_json(&questionnaire, &submission(LINK, "key-1")).send().await.unwrap();
    assert_eq!(header_of(&first, header::ACCESS_CONTROL_ALLOW_ORIGIN), "");
    let second = send_for_status(&questionnaire, LINK).await;
    assert_eq!(second, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(faults.pending(), []);
}

async fn send_for_status(questionnaire: &Questionnaire, link: &str) -> StatusCode {
    let request = post_json(questionnaire, &submission(link, link));
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn without_cors_the_preflight_fails_already() {
    let questionnaire = questionnaire();
    let faults = questionnaire.faults();
    faults.push(Fault::WithoutCors);
    faults.push(Fault::WithoutCors);
    let allowed =
        |response: &Response| response.headers().contains_key("access-control-allow-origin");
    let preflight = client().request(Method::OPTIONS, questionnaire.url("6854"));
    assert!(!allowed(&preflight.send().await.unwrap()));
    let form = client().post(questionnaire.url("6854")).form(&submission(LINK, "key-1"));
    let response = form.send().await.unwrap();
    assert!(!allowed(&response));
    assert_eq!(links(&questionnaire), [LINK]);
    assert_eq!(faults.pending(), []);
}

#[tokio::test]
async fn a_preflight_passes_before_any_other_fault() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::Hang);
    let preflight = client().request(Method::OPTIONS, questionnaire.url("6854"));
    assert!(preflight.send().await.unwrap().status().is_success());
    assert_eq!(questionnaire.faults().pending(), [Fault::Hang]);
}

#[tokio::test]
async fn a_person_orders_faults_on_the_page_and_clears_them() {
    let questionnaire = questionnaire();
    for (kind, fault) in Fault::offered() {
        let order = [("kind", kind), ("times", "2"), ("from", "6854")];
        let to = format!("{}/faults", questionnaire.origin());
        let response = client().post(to).form(&order).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(header_of(&response, header::LOCATION), "/questionnaire/6854");
        assert_eq!(questionnaire.faults().pending(), [fault.clone(), fault.clone()]);
        let page = text(questionnaire.url("6854")).await;
        assert!(page.contains(&format!("<li>{fault}</li>")), "{page}");
        let clear = format!("{}/faults/clear", questionnaire.origin());
        let request = client().post(clear).form(&[("from", "6854")]);
        assert_eq!(request.send().await.unwrap().status(), 303);
        assert_eq!(questionnaire.faults().pending(), []);
    }
}

#[tokio::test]
async fn nonsense_orders_are_refused() {
    let questionnaire = questionnaire();
    for order in [
        [("kind", "fire"), ("times", "1"), ("from", "6854")],
        [("kind", "503"), ("times", "0"), ("from", "6854")],
        [("kind", "503"), ("times", "101"), ("from", "6854")],
        [("kind", "503"), ("times", "1"), ("from", "/evil.example")],
    ] {
        let to = format!("{}/faults", questionnaire.origin());
        let response = client().post(to).form(&order).send().await.unwrap();
        assert_eq!(response.status(), 422, "{order:?}");
        assert_eq!(header_of(&response, header::LOCATION), "");
    }
}
