//! Answers that come slowly, or not whole.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::response::Response;
use futures_util::{StreamExt, stream};
use tokio::time::sleep;

use super::super::service::Cut;
use super::faults::Part;

/// So many bytes of an answer end amid its headers.
const AMID_THE_HEAD: usize = 30;

/// Between what arrives of a body and the reset: time enough to see that the
/// answer has begun.
const A_MOMENT: Duration = Duration::from_millis(100);

/// The answer at once, and its body byte by byte over this time.
pub(super) async fn drip(answer: Response, time: Duration) -> Response {
    let (head, bytes) = taken_apart(answer).await;
    let pause = time / u32::try_from(bytes.len()).unwrap_or(u32::MAX).max(1);
    let drops = stream::iter(bytes).then(move |byte| async move {
        sleep(pause).await;
        Ok::<_, Infallible>(vec![byte])
    });
    head.map(|()| Body::from_stream(drops))
}

/// The answer, until its connection is reset amid this part of it.
pub(super) async fn cut(answer: Response, part: Part, connection: Cut) -> Response {
    if part == Part::Head {
        connection.after(AMID_THE_HEAD);
        return answer;
    }
    let (head, mut bytes) = taken_apart(answer).await;
    let first = bytes.split_to(bytes.len() / 2);
    let rest = async move {
        sleep(A_MOMENT).await;
        connection.after(0);
        bytes
    };
    let halves = stream::once(async { first }).chain(stream::once(rest));
    head.map(|()| Body::from_stream(halves.map(Ok::<_, Infallible>)))
}

async fn taken_apart(answer: Response) -> (Response<()>, Bytes) {
    let (parts, body) = answer.into_parts();
    // The questionnaire's own answers are short and in memory.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    (Response::from_parts(parts, ()), bytes)
}
