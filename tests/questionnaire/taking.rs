//! Taking submissions: the encodings, the key, and what is refused.

use super::*;

#[tokio::test]
async fn json_is_stored_as_it_came() {
    let questionnaire = questionnaire();
    let (status, body) = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(body["status"], "received");
    let received_at = body["receivedAt"].as_str().unwrap();
    let age = Utc::now() - DateTime::parse_from_rfc3339(received_at).unwrap().to_utc();
    assert!(age.num_seconds().abs() < 60, "received {age} ago");
    assert_eq!(
        questionnaire.rows().unwrap(),
        [Received {
            questionnaire: "6854".into(),
            received_at: received_at.into(),
            via: "json".into(),
            campaign: Some("gate-xstocks-2025-07".into()),
            link: LINK.into(),
            post_id: POST_ID.into(),
            posted_at: Some("2025-07-04T09:30:21.275Z".into()),
            key: Some("key-1".into()),
        }]
    );
}

#[tokio::test]
async fn a_form_is_the_same_with_the_key_in_the_body() {
    let questionnaire = questionnaire();
    let request = client().post(questionnaire.url("6854")).form(&submission(LINK, "key-1"));
    assert_eq!(send(request).await.0, StatusCode::CREATED);
    let rows = questionnaire.rows().unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].via.as_str(), rows[0].link.as_str()), ("form", LINK));
    assert_eq!(rows[0].key.as_deref(), Some("key-1"));
}

#[tokio::test]
async fn a_retry_gets_the_first_answer_again() {
    let questionnaire = questionnaire();
    let first = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    tokio::time::sleep(Duration::from_millis(5)).await;
    let again = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    assert_eq!(again, (StatusCode::OK, first.1.clone()));
    // The widget keeps the key of a post whose link was pasted in another form.
    let renamed = LINK.replace("gate_user", "i");
    let again = send(post_json(&questionnaire, &submission(&renamed, "key-1"))).await;
    assert_eq!(again, (StatusCode::OK, first.1));
    assert_eq!(links(&questionnaire), [LINK]);
}

#[tokio::test]
async fn a_key_belongs_to_one_post() {
    let questionnaire = questionnaire();
    send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    let (status, body) = send(post_json(&questionnaire, &submission(OTHER_LINK, "key-1"))).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(body["message"], "this key was used for another post");
    assert_eq!(links(&questionnaire), [LINK]);
}

#[tokio::test]
async fn a_post_counts_once_for_a_campaign_and_a_questionnaire() {
    let questionnaire = questionnaire();
    send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
    // The same post under another name of the person.
    let renamed = LINK.replace("gate_user", "i");
    let answer = send(post_json(&questionnaire, &submission(&renamed, "key-2"))).await;
    let already = json!({ "status": "already-received", "message": "already received" });
    assert_eq!(answer, (StatusCode::CONFLICT, already));

    let mut of_another_campaign = submission(LINK, "key-3");
    of_another_campaign["campaign"] = "gate-2025-08".into();
    let answer = send(post_json(&questionnaire, &of_another_campaign)).await;
    assert_eq!(answer.0, StatusCode::CREATED);

    let elsewhere = client().post(questionnaire.url("7001")).json(&submission(LINK, "key-1"));
    assert_eq!(send(elsewhere).await.0, StatusCode::CREATED);
    assert_eq!(links(&questionnaire).len(), 3);
}

#[tokio::test]
async fn what_cannot_be_an_answer_is_refused_with_a_sentence() {
    let questionnaire = questionnaire();
    let without = |name: &str| {
        let mut body = submission(LINK, "key-1");
        body.as_object_mut().unwrap().remove(name);
        body.to_string()
    };
    let with = |name: &str, value: &str| {
        let mut body = submission(LINK, "key-1");
        body[name] = value.into();
        body.to_string()
    };
    let with_link = |link: &str| submission(link, "key-1").to_string();
    let not_a_post = "the link is not an https link to a post";
    let cases = [
        (without("link"), "the link is missing"),
        (with("link", ""), "the link is missing"),
        (with_link("https://x.com/gate_user"), not_a_post),
        (with_link(&LINK.replace("https", "http")), not_a_post),
        (with_link("javascript:alert(1)//status/1"), not_a_post),
        (with_link("https://x.com/gate_user/status/12a"), not_a_post),
        (with_link("https:///status/12"), not_a_post),
        (with("postId", "1"), "postId differs from the id in the link"),
        (without("key"), "the key is missing"),
        (with("key", ""), "the key is missing"),
        (with("key", &"k".repeat(LONGEST_KEY + 1)), "the key is longer than 255 characters"),
        (with("postedAt", &"0".repeat(LARGEST_BODY)), "the body is larger than 16384 bytes"),
        (r#"{"link":}"#.into(), "expected value at line 1 column 9"),
        (with("link", LINK).replace(&format!("\"{POST_ID}\""), POST_ID), "invalid type: integer"),
    ];
    for (body, why) in cases {
        let request = client()
            .post(questionnaire.url("6854"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.clone());
        let (status, answer) = send(request).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        let message = answer["message"].as_str().unwrap();
        assert!(message.starts_with(why), "{message} for {body}");
    }
    assert_eq!(links(&questionnaire).len(), 0);
}

#[tokio::test]
async fn the_longest_key_and_the_largest_body_still_fit() {
    let questionnaire = questionnaire();
    let mut body = submission(LINK, &"键".repeat(LONGEST_KEY));
    let rest = LARGEST_BODY - body.to_string().len();
    let posted_at = body["postedAt"].as_str().unwrap().to_owned();
    body["postedAt"] = format!("{posted_at}{}", "0".repeat(rest)).into();
    assert_eq!(body.to_string().len(), LARGEST_BODY);
    let request = client().post(questionnaire.url("6854")).json(&body);
    assert_eq!(send(request).await.0, StatusCode::CREATED);
}

#[tokio::test]
async fn the_key_in_the_header_is_the_key_in_the_body() {
    let questionnaire = questionnaire();
    let request = client()
        .post(questionnaire.url("6854"))
        .header("idempotency-key", "key-2")
        .json(&submission(LINK, "key-1"));
    let (status, body) = send(request).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(body["message"], "the key in the body differs from the one in the header");
}

#[tokio::test]
async fn plain_text_is_no_encoding() {
    let questionnaire = questionnaire();
    let request = client().post(questionnaire.url("6854")).body(LINK);
    assert_eq!(send(request).await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn answers_survive_a_restart_at_the_same_port() {
    let directory = TempDir::new().unwrap();
    let database = Database::File(directory.path().join("answers.sqlite"));
    let first = Questionnaire::start(listen(0).unwrap(), &database).unwrap();
    let port = first.address().port();
    send(post_json(&first, &submission(LINK, "key-1"))).await;
    drop(first);
    let second = Questionnaire::start(listen(port).unwrap(), &database).unwrap();
    assert_eq!(links(&second), [LINK]);
    let retry = send(post_json(&second, &submission(LINK, "key-1"))).await;
    assert_eq!(retry.0, StatusCode::OK);
}
