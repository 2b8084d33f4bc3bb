//! One browser's connection: hello, subscribe, then frames both ways until either side ends it.
//!
//! Whatever cannot be read, comes too late or out of order is answered by `Bye` with a code, and the
//! connection is closed. Nothing a browser sends can do more than that.

use super::actor::ToPlan;
use super::core::ConnId;
use super::outbox::{Frames, Next, outbox};
use super::pace::Pace;
use super::readers::to_text;
use super::sockets::{Entry, Phase};
use crate::app::App;
use crate::auth::{self, Admission, TokenHash};
use crate::clock::stopwatch;
use crate::error::Error;
use crate::plan::{self, Disclosed, Look};
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::HeaderMap;
use axum::response::Response;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use shared::live::limits::{CHANGES_PER_FRAME, FRAME_IN, HELLO_WITHIN_MS, SILENT_AFTER_MS};
use shared::live::wire::{Cursor, FromBrowser, FromServer, PROTOCOL};
use shared::problem::codes;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

const HELLO_WITHIN: Duration = Duration::from_millis(HELLO_WITHIN_MS);
const SILENT_AFTER: Duration = Duration::from_millis(SILENT_AFTER_MS);
/// A reader that does not take one frame within this time is too slow.
const WRITE_WITHIN: Duration = Duration::from_secs(20);
/// How long the other side may take to read a goodbye.
const BYE_WITHIN: Duration = Duration::from_secs(2);
/// How often it is asked whether the session goes on. Signing out here reaches the socket at once.
const ADMITTED_EVERY: Duration = Duration::from_secs(60);
/// Held for every connection all the time; a larger frame is read in several goes.
const READ_BUFFER: usize = 8 * 1024;
const WRITE_BUFFER: usize = 16 * 1024;
/// A plan of the largest size in one snapshot, several times over.
const MOST_WRITE_BUFFER: usize = 64 * 1024 * 1024;

type Sink = SplitSink<WebSocket, Message>;
type Stream = SplitStream<WebSocket>;

/// Why a connection ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ended {
    /// The browser is gone, or the plan has closed.
    Gone,
    /// With these last words.
    Bye(&'static str),
}

/// Opens a socket to a plan. The frames are described in LIVE_EDITING.
#[utoipa::path(
    get,
    path = "/api/live",
    responses(
        (status = 101, description = "a web socket with JSON text frames; the first is `Hello` with a ticket"),
        (status = 403, description = "wrong-origin, also where a browser names none"),
        (status = 503, description = "stopping"),
    )
)]
pub async fn open_socket(State(app): State<App>, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Result<Response, Error> {
    app.origins().demand(&headers)?;
    if app.sockets().is_stopping() {
        return Err(Error::Stopping);
    }
    let (end, ended) = watch::channel(None);
    let entry = app.sockets().enter(end.clone()).ok_or(Error::TooMany)?;
    let upgrade = upgrade
        .max_frame_size(FRAME_IN)
        .max_message_size(FRAME_IN)
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER)
        .max_write_buffer_size(MOST_WRITE_BUFFER);
    Ok(upgrade.on_upgrade(move |socket| serve(app, socket, entry, end, ended)))
}

async fn serve(
    app: App,
    socket: WebSocket,
    entry: Entry,
    end: watch::Sender<Option<&'static str>>,
    mut ended: watch::Receiver<Option<&'static str>>,
) {
    let (mut sink, mut stream) = socket.split();
    let mut phase = app.sockets().phase();
    let welcome = tokio::select! {
        welcome = greet(&app, &mut sink, &mut stream, &entry) => welcome,
        // One that has not said hello has nothing to lose.
        _ = stopping(&mut phase) => Err(Ended::Bye(codes::STOPPING)),
    };
    let how = match welcome {
        Err(how) => how,
        Ok((admission, disclosed, since)) => {
            let conn = entry.conn;
            let (outbox, frames) = outbox(end);
            let join = ToPlan::Join {
                conn,
                disclosed,
                since,
                outbox,
            };
            let plan = app.hub().greet(admission.plan_id, join).await;
            let how = tokio::select! {
                biased;
                code = told_to_end(&mut ended) => Ended::Bye(code),
                how = speak(&mut sink, frames, conn, &plan, phase.clone()) => how,
                how = listen(&app, &admission, &mut stream, conn, &plan, phase) => how,
                how = stay_admitted(&app, &admission) => how,
            };
            // A plan that has closed has forgotten this connection with everything else.
            let _ = plan.send(ToPlan::Leave { conn }).await;
            how
        }
    };
    say_goodbye(&mut sink, &mut stream, how).await;
    drop(entry);
}

/// Hello with a ticket, then the plan that the ticket is for.
async fn greet(
    app: &App,
    sink: &mut Sink,
    stream: &mut Stream,
    entry: &Entry,
) -> Result<(Admission, Disclosed, Option<Cursor>), Ended> {
    let hello = timeout(HELLO_WITHIN, next_frame(stream))
        .await
        .map_err(|_| Ended::Bye(codes::TOO_SLOW))??;
    let FromBrowser::Hello { protocol, ticket } = hello else {
        return Err(Ended::Bye(codes::BAD_INPUT));
    };
    if protocol != PROTOCOL {
        return Err(Ended::Bye(codes::WRONG_PROTOCOL));
    }
    let storage = |error| {
        tracing::error!(%error, "the database did not answer a hello");
        Ended::Bye(codes::STORAGE)
    };
    let now = app.clock().now();
    let used = auth::use_ticket(app.db(), &TokenHash::of(&ticket), now)
        .await
        .map_err(storage)?;
    let admission = used.ok_or(Ended::Bye(codes::BAD_TICKET))?;
    // In this order: one who signs out after the question is found among the connections.
    entry.belongs_to(&admission.session);
    if !auth::still_admitted(app.db(), &admission, now).await.map_err(storage)? {
        return Err(Ended::Bye(codes::SIGNED_OUT));
    }
    let welcome = FromServer::Welcome {
        protocol: PROTOCOL,
        member_id: admission.member_id,
        now,
    };
    send(sink, &to_text(&welcome)).await?;
    let subscribe = timeout(HELLO_WITHIN, next_frame(stream))
        .await
        .map_err(|_| Ended::Bye(codes::TOO_SLOW))??;
    let FromBrowser::Subscribe { plan_id, since } = subscribe else {
        return Err(Ended::Bye(codes::BAD_INPUT));
    };
    if plan_id != admission.plan_id {
        return Err(Ended::Bye(codes::BAD_TICKET));
    }
    let look = if since.is_some() { Look::BoardAgain } else { Look::Board };
    let disclosed = plan::disclose(app.db(), plan_id, admission.member_id, look, app.clock().now())
        .await
        .map_err(storage)?;
    Ok((admission, disclosed, since))
}

/// Passes on what the browser sends, no faster than one person with a full outbox may.
async fn listen(
    app: &App,
    admission: &Admission,
    stream: &mut Stream,
    conn: ConnId,
    plan: &mpsc::Sender<ToPlan>,
    mut phase: watch::Receiver<Phase>,
) -> Ended {
    let mut changes_pace = Pace::new(app.clock().now());
    let mut others_pace = Pace::new(app.clock().now());
    loop {
        let frame = tokio::select! {
            frame = timeout(SILENT_AFTER, next_frame(stream)) => frame,
            // Read no more; what was read is answered by the plan.
            _ = stopping(&mut phase) => std::future::pending().await,
        };
        let frame = match frame {
            Ok(Ok(frame)) => frame,
            Ok(Err(how)) => return how,
            Err(_) => return Ended::Bye(codes::TOO_SLOW),
        };
        let arrived = stopwatch();
        let now = app.clock().now();
        let (message, wait) = match frame {
            FromBrowser::Hello { .. } => return Ended::Bye(codes::BAD_INPUT),
            // A browser that lost its place asks for everything anew.
            FromBrowser::Subscribe { plan_id, .. } if plan_id == admission.plan_id => {
                (ToPlan::Drained { conn }, others_pace.take(1, now))
            }
            FromBrowser::Subscribe { .. } => return Ended::Bye(codes::BAD_TICKET),
            FromBrowser::Submit { changes } if changes.len() > CHANGES_PER_FRAME => return Ended::Bye(codes::TOO_MANY),
            FromBrowser::Submit { changes } => {
                let wait = changes_pace.take(changes.len(), now);
                (ToPlan::Submit { conn, changes, arrived }, wait)
            }
            FromBrowser::Presence { card_id, writing } => (ToPlan::Presence { conn, card_id, writing }, others_pace.take(1, now)),
            FromBrowser::Ping { n, held } => (ToPlan::Ping { conn, n, held }, others_pace.take(1, now)),
        };
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
        if plan.send(message).await.is_err() {
            return Ended::Gone;
        }
    }
}

/// Sends what the plan has for this reader, and that the server stops.
async fn speak(
    sink: &mut Sink,
    mut frames: Frames,
    conn: ConnId,
    plan: &mpsc::Sender<ToPlan>,
    mut phase: watch::Receiver<Phase>,
) -> Ended {
    let mut told = false;
    loop {
        let next = tokio::select! {
            next = frames.next() => next,
            spread_ms = stopping(&mut phase), if !told => {
                told = true;
                if let Err(how) = send(sink, &to_text(&FromServer::Drain { spread_ms })).await {
                    return how;
                }
                continue;
            }
        };
        let text = match next {
            Next::Frame(text) => text,
            Next::Drained => {
                if plan.send(ToPlan::Drained { conn }).await.is_err() {
                    return Ended::Gone;
                }
                continue;
            }
            Next::Closed => return Ended::Gone,
        };
        let message = Message::Text((&*text).into());
        // While more waits it is only put into the buffer: one call to the system for many frames.
        let write = async {
            if frames.is_empty() {
                sink.send(message).await
            } else {
                sink.feed(message).await
            }
        };
        let sent = timeout(WRITE_WITHIN, write).await;
        match sent {
            Ok(Ok(())) => {}
            Ok(Err(_)) => return Ended::Gone,
            Err(_) => return Ended::Bye(codes::TOO_SLOW),
        }
    }
}

/// Comes when somebody ends this connection: a sign-out, or the plan.
async fn told_to_end(ended: &mut watch::Receiver<Option<&'static str>>) -> &'static str {
    ended
        .wait_for(Option::is_some)
        .await
        .ok()
        .and_then(|code| *code)
        .unwrap_or(codes::STOPPING)
}

/// Comes when the service stops, with the time within which browsers should come back.
async fn stopping(phase: &mut watch::Receiver<Phase>) -> u32 {
    match phase.wait_for(|phase| *phase != Phase::Open).await.map(|phase| *phase) {
        Ok(Phase::Draining { spread_ms }) => spread_ms,
        _ => 0,
    }
}

/// Ends when the session has, or the person's seat at this table.
async fn stay_admitted(app: &App, admission: &Admission) -> Ended {
    loop {
        tokio::time::sleep(ADMITTED_EVERY).await;
        match auth::still_admitted(app.db(), admission, app.clock().now()).await {
            Ok(true) => {}
            Ok(false) => return Ended::Bye(codes::SIGNED_OUT),
            // A database that does not answer signs nobody out.
            Err(error) => tracing::warn!(%error, "cannot see whether a session goes on"),
        }
    }
}

/// The next frame that is one. Pings and pongs of the socket itself are the library's affair.
async fn next_frame(stream: &mut Stream) -> Result<FromBrowser, Ended> {
    loop {
        return match stream.next().await {
            None | Some(Ok(Message::Close(_))) => Err(Ended::Gone),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
            Some(Ok(Message::Binary(_))) => Err(Ended::Bye(codes::BAD_INPUT)),
            Some(Ok(Message::Text(text))) => read_frame(&text).map_err(Ended::Bye),
            // The library says "Message too long" or "Space limit exceeded"; its types are not ours to name.
            Some(Err(error)) if error.to_string().contains("too long") => Err(Ended::Bye(codes::TOO_LARGE)),
            Some(Err(_)) => Err(Ended::Bye(codes::BAD_INPUT)),
        };
    }
}

/// One frame of a browser. Total: any text is a frame or a code.
pub fn read_frame(text: &str) -> Result<FromBrowser, &'static str> {
    if text.len() > FRAME_IN {
        return Err(codes::TOO_LARGE);
    }
    serde_json::from_str(text).map_err(|_| codes::BAD_INPUT)
}

async fn send(sink: &mut Sink, text: &str) -> Result<(), Ended> {
    match timeout(WRITE_WITHIN, sink.send(Message::Text(text.into()))).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err(Ended::Gone),
        Err(_) => Err(Ended::Bye(codes::TOO_SLOW)),
    }
}

/// Last words and the socket's own closing, for as long as the other side takes it and not longer.
async fn say_goodbye(sink: &mut Sink, stream: &mut Stream, how: Ended) {
    let goodbye = async {
        if let Ended::Bye(code) = how {
            let bye = FromServer::Bye { code: code.to_string() };
            sink.feed(Message::Text((&*to_text(&bye)).into())).await?;
        }
        // 1001: going away.
        sink.send(Message::Close(Some(CloseFrame {
            code: 1001,
            reason: "".into(),
        })))
        .await?;
        // Reads on until the other side has closed too: a socket shut with unread bytes would throw away the
        // last words on their way.
        while let Some(Ok(_)) = stream.next().await {}
        Ok::<(), axum::Error>(())
    };
    // Whoever does not listen misses it.
    let _ = timeout(BYE_WITHIN, goodbye).await;
}

#[cfg(test)]
mod tests {
    use super::read_frame;
    use proptest::prelude::*;
    use shared::live::limits::FRAME_IN;
    use shared::problem::codes;

    #[test]
    fn a_frame_that_is_too_large_is_not_even_looked_at() {
        assert_eq!(read_frame(&" ".repeat(FRAME_IN + 1)), Err(codes::TOO_LARGE));
    }

    #[test]
    fn a_frame_with_a_field_that_we_do_not_know_is_refused() {
        let ping = r#"{"Ping":{"n":1}}"#;
        assert!(read_frame(ping).is_ok());
        assert_eq!(read_frame(r#"{"Ping":{"n":1,"member_id":"x"}}"#), Err(codes::BAD_INPUT));
    }

    #[test]
    fn a_deeply_nested_frame_does_not_exhaust_the_stack() {
        let deep = "[".repeat(FRAME_IN);
        assert_eq!(read_frame(&deep), Err(codes::BAD_INPUT));
    }

    proptest! {
        #[test]
        fn any_text_is_a_frame_or_a_code(text in ".{0,200}") {
            let _ = read_frame(&text);
        }
    }
}
