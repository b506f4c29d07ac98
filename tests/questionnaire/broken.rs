//! Answers that come late, in drops, or not whole.

use super::*;

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
async fn a_body_that_drips() {
    let questionnaire = questionnaire();
    let time = Duration::from_millis(300);
    questionnaire.faults().push(Fault::Drip(time));
    let before = std::time::Instant::now();
    let request = post_json(&questionnaire, &submission(LINK, "key-1"));
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), StatusCode::CREATED);
    assert!(before.elapsed() < time, "the headers came late");
    let body: Value = response.json().await.unwrap();
    assert!(before.elapsed() >= time);
    assert_eq!(body["status"], "received");
    assert_eq!(links(&questionnaire), [LINK]);
}

/// Posts a submission, and gives what came until the connection was reset.
fn until_reset(questionnaire: &Questionnaire) -> String {
    let body = submission(LINK, "key-1").to_string();
    let mut stream = TcpStream::connect(questionnaire.address()).unwrap();
    let request = format!(
        "POST /questionnaire/6854 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut came = Vec::new();
    let error = stream.read_to_end(&mut came).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    String::from_utf8(came).unwrap()
}

#[tokio::test]
async fn a_reset_amid_the_headers_or_the_body_with_or_without_storing() {
    for part in [Part::Head, Part::Body] {
        for (fault, stored) in [(Fault::Reset(part), 0), (Fault::StoreThenReset(part), 1)] {
            let questionnaire = questionnaire();
            questionnaire.faults().push(fault);
            let came = until_reset(&questionnaire);
            assert!(came.starts_with("HTTP/1.1 201 Created\r\n"), "{came}");
            let body = came.split_once("\r\n\r\n").map(|(_, body)| body);
            assert_eq!(body.is_some(), part == Part::Body, "{came}");
            assert!(body.is_none_or(|body| body.contains('{') && !body.contains('}')), "{came}");
            assert_eq!(links(&questionnaire).len(), stored);
            let retry = send(post_json(&questionnaire, &submission(LINK, "key-1"))).await;
            assert!(retry.0.is_success());
            assert_eq!(links(&questionnaire), [LINK]);
        }
    }
}
