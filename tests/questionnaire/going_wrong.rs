//! Faults, by the handle and by the page.

use super::*;

#[tokio::test]
async fn a_status_with_its_header_and_words_then_as_always() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::Status {
        status: 429,
        retry_after: Some("7".into()),
        message: Some("too many requests".into()),
    });
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
async fn a_page_with_status_200() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::Html);
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert!(header_of(&response, header::CONTENT_TYPE).starts_with("text/html"));
    assert_eq!(links(&questionnaire).len(), 0);
}

#[tokio::test]
async fn a_hang_lasts_until_the_client_gives_up() {
    let questionnaire = questionnaire();
    questionnaire.faults().push(Fault::Hang);
    let error = post_json(&questionnaire, &submission(LINK, "key-1"))
        .timeout(Duration::from_millis(300))
        .send()
        .await
        .unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(links(&questionnaire).len(), 0);
}

#[tokio::test]
async fn a_delayed_answer_comes() {
    let questionnaire = questionnaire();
    let delay = Duration::from_millis(300);
    questionnaire.faults().push(Fault::Delay(delay));
    let before = std::time::Instant::now();
    let answer = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    assert_eq!(answer.0, StatusCode::CREATED);
    assert!(before.elapsed() >= delay);
}

#[tokio::test]
async fn a_reset_before_and_after_storing() {
    for (fault, stored) in [(Fault::Reset, 0), (Fault::StoreThenReset, 1)] {
        let questionnaire = questionnaire();
        questionnaire.faults().push(fault);
        let request = post_json(&questionnaire, &submission(LINK, "key-1"));
        let error = request.send().await.unwrap_err();
        assert!(format!("{error:?}").contains("ConnectionReset"), "{error:?}");
        assert_eq!(links(&questionnaire).len(), stored);
        let retry = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
        assert!(retry.0.is_success());
        assert_eq!(links(&questionnaire), [LINK]);
    }
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
    questionnaire.faults().push(Fault::Reset);
    let preflight = client().request(Method::OPTIONS, questionnaire.url("6854"));
    assert!(preflight.send().await.unwrap().status().is_success());
    assert_eq!(questionnaire.faults().pending(), [Fault::Reset]);
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
