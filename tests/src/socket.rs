//! A browser without a screen: it signs in, opens a socket and holds what it is sent.

use backend::clock::Clock;
use backend::{demo, random};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use shared::ids::{CardId, ChangeId, MemberId, PersonId, PlanId};
use shared::live::wire::{Cursor, FromBrowser, FromServer, Held, Outcome, PROTOCOL, Peer};
use shared::plan::{Audience, CardEdit, CellId, Change, Column, Intent, Kind, NewCard, Place, Plan, TextEdit};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{Error, Message};

/// Waiting is for what must happen; how long it takes is never asserted.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A running service as a browser finds it.
#[derive(Clone, Debug)]
pub struct Site {
    pub address: SocketAddr,
    pub http: reqwest::Client,
}

impl Site {
    pub fn at(address: SocketAddr) -> Site {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build();
        Site {
            address,
            http: http.expect("a client"),
        }
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// The session that a browser holds in a cookie of ours.
    pub async fn sign_in(&self, name: &str) -> String {
        let form = self
            .http
            .post(self.url("/sign-in"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(format!("person_id={}", person(name)));
        let answer = form.send().await.expect("an answer");
        let cookie = answer
            .headers()
            .get("set-cookie")
            .expect("a cookie")
            .to_str()
            .expect("a text");
        let (_, session) = cookie.split_once('=').expect("a name and a session");
        session.split(';').next().expect("a session").to_owned()
    }

    /// A session that a page of another site holds.
    pub async fn sign_in_elsewhere(&self, name: &str) -> String {
        let body = json!({ "person_id": person(name) });
        let answer = self
            .http
            .post(self.url("/api/demo/sessions"))
            .json(&body)
            .send()
            .await
            .expect("an answer");
        let body: Value = answer.json().await.expect("a session");
        body["session"].as_str().expect("a session").to_owned()
    }

    pub async fn sign_out(&self, session: &str) {
        let answer = self
            .http
            .post(self.url("/sign-out"))
            .bearer_auth(session)
            .send()
            .await
            .expect("an answer");
        assert_eq!(answer.status(), 303);
    }

    /// An error is for a service that is being killed.
    pub async fn ticket(&self, session: &str, plan_id: PlanId) -> Result<String, reqwest::Error> {
        let url = self.url(&format!("/api/plans/{plan_id}/tickets"));
        let answer = self
            .http
            .post(url)
            .bearer_auth(session)
            .json(&json!({}))
            .send()
            .await?
            .error_for_status()?;
        let body: Value = answer.json().await?;
        Ok(body["ticket"].as_str().expect("a ticket").to_owned())
    }

    /// A socket on which nothing has been said.
    pub async fn connect(&self) -> TestSocket {
        self.connect_from(&self.origin()).await.expect("a socket")
    }

    /// A socket for a page of this origin.
    pub async fn connect_from(&self, origin: &str) -> Result<TestSocket, Error> {
        let stream = TcpStream::connect(self.address).await?;
        self.upgrade(stream, origin).await
    }

    async fn upgrade(&self, stream: TcpStream, origin: &str) -> Result<TestSocket, Error> {
        stream.set_nodelay(true)?;
        let mut request = format!("ws://{}/api/live", self.address).into_client_request()?;
        request.headers_mut().insert("origin", origin.parse().expect("an origin"));
        let (stream, _) = tokio_tungstenite::client_async(request, stream).await?;
        Ok(TestSocket::new(stream))
    }

    /// This person's socket to a plan, with everything they see.
    pub async fn open(&self, session: &str, plan_id: PlanId) -> TestSocket {
        self.try_open(session, plan_id).await.expect("a socket to the plan")
    }

    /// `None` for a service that is being killed.
    pub async fn try_open(&self, session: &str, plan_id: PlanId) -> Option<TestSocket> {
        let ticket = self.ticket(session, plan_id).await.ok()?;
        let mut socket = self.connect_from(&self.origin()).await.ok()?;
        socket.greet(ticket, plan_id, None).await.then_some(socket)
    }

    /// The same, coming back with what was held before.
    pub async fn open_since(&self, session: &str, plan_id: PlanId, before: &TestSocket, since: Cursor) -> TestSocket {
        let ticket = self.ticket(session, plan_id).await.expect("a ticket");
        let mut socket = self.connect().await;
        socket.plan = before.plan.clone();
        assert!(socket.greet(ticket, plan_id, Some(since)).await);
        socket
    }

    /// A socket whose network holds very little, for one who is going to stop reading.
    pub async fn open_narrow(&self, session: &str, plan_id: PlanId) -> TestSocket {
        let ticket = self.ticket(session, plan_id).await.expect("a ticket");
        let narrow = TcpSocket::new_v4().expect("a socket");
        narrow.set_recv_buffer_size(4_096).expect("a small buffer");
        let stream = narrow.connect(self.address).await.expect("a connection");
        let mut socket = self.upgrade(stream, &self.origin()).await.expect("a web socket");
        assert!(socket.greet(ticket, plan_id, None).await);
        socket
    }
}

#[derive(Debug)]
pub struct TestSocket {
    stream: WebSocketStream<TcpStream>,
    pub member_id: MemberId,
    /// What this member sees, made of snapshots and patches alone.
    pub plan: Plan,
    pub cursor: Option<Cursor>,
    pub here: Vec<Peer>,
    /// What became of the changes that were handed in here.
    pub answers: BTreeMap<ChangeId, Outcome>,
    pub snapshots: usize,
    pub drained: bool,
    /// The code of the last frame.
    pub bye: Option<String>,
}

impl TestSocket {
    fn new(stream: WebSocketStream<TcpStream>) -> TestSocket {
        TestSocket {
            stream,
            member_id: MemberId::MIN,
            plan: Plan::default(),
            cursor: None,
            here: vec![],
            answers: BTreeMap::new(),
            snapshots: 0,
            drained: false,
            bye: None,
        }
    }

    /// Hello and subscribe. Answers whether the plan came.
    async fn greet(&mut self, ticket: String, plan_id: PlanId, since: Option<Cursor>) -> bool {
        self.send(&FromBrowser::Hello {
            protocol: PROTOCOL,
            ticket,
        })
        .await;
        self.send(&FromBrowser::Subscribe { plan_id, since }).await;
        while self.cursor.is_none() {
            if self.next().await.is_none() {
                return false;
            }
        }
        true
    }

    /// A connection that is gone is noticed by the next read.
    pub async fn send(&mut self, frame: &FromBrowser) {
        self.send_text(serde_json::to_string(frame).expect("a frame is JSON")).await;
    }

    pub async fn send_text(&mut self, text: String) {
        self.send_message(Message::text(text)).await;
    }

    pub async fn send_message(&mut self, message: Message) {
        let _ = timeout(PATIENCE, self.stream.send(message))
            .await
            .expect("the other side takes what is sent");
    }

    pub async fn submit(&mut self, changes: Vec<Change>) {
        self.send(&FromBrowser::Submit { changes }).await;
    }

    /// Hands in one change and waits for what becomes of it.
    pub async fn ask(&mut self, intent: Intent) -> (ChangeId, Outcome) {
        let change = change(intent);
        let change_id = change.change_id;
        (change_id, self.ask_again(change).await)
    }

    /// Hands in a change, perhaps not for the first time.
    pub async fn ask_again(&mut self, change: Change) -> Outcome {
        let change_id = change.change_id;
        self.answers.remove(&change_id);
        self.submit(vec![change]).await;
        self.answer_to(change_id).await
    }

    pub async fn answer_to(&mut self, change_id: ChangeId) -> Outcome {
        loop {
            if let Some(outcome) = self.answers.get(&change_id) {
                return *outcome;
            }
            self.next()
                .await
                .unwrap_or_else(|| panic!("closed before the answer: {:?}", self.bye));
        }
    }

    /// Reads until this holds of what was received.
    pub async fn until(&mut self, what: &str, is_so: impl Fn(&TestSocket) -> bool) {
        while !is_so(self) {
            assert!(self.next().await.is_some(), "closed before {what}: {:?}", self.bye);
        }
    }

    /// Reads until the other side is known to have handled everything sent so far.
    pub async fn ping(&mut self) {
        let held = self.cursor.clone().map(|cursor| Held {
            cursor,
            hash: format!("{:016x}", self.plan.state_hash()),
        });
        let n = u32::try_from(self.answers.len()).expect("a small number") + 1_000;
        self.send(&FromBrowser::Ping { n, held }).await;
        loop {
            match self.next().await {
                Some(FromServer::Pong { n: answered, .. }) if answered == n => return,
                Some(_) => {}
                None => panic!("closed before the pong: {:?}", self.bye),
            }
        }
    }

    /// Reads until the other side closes; answers with the code of its goodbye.
    pub async fn until_closed(&mut self) -> Option<String> {
        while self.next().await.is_some() {}
        self.bye.clone()
    }

    /// The next frame, after it was taken in; `None` when the connection has ended, however it did.
    pub async fn next(&mut self) -> Option<FromServer> {
        loop {
            let message = timeout(PATIENCE, self.stream.next())
                .await
                .expect("the other side says something");
            match message {
                Some(Ok(Message::Text(text))) => {
                    let frame: FromServer = serde_json::from_str(&text).expect("a frame of the protocol");
                    self.take_in(&frame);
                    return Some(frame);
                }
                Some(Ok(Message::Close(_))) | Some(Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    fn take_in(&mut self, frame: &FromServer) {
        match frame.clone() {
            FromServer::Welcome { member_id, .. } => self.member_id = member_id,
            FromServer::Snapshot { cursor, records } => {
                self.cursor = Some(cursor);
                self.plan = Plan::from_records(records);
                self.snapshots += 1;
            }
            FromServer::News { cursor, patch, answers } => {
                self.cursor = Some(cursor);
                self.plan.apply(patch);
                self.answers.extend(answers);
            }
            FromServer::Here { peers } => self.here = peers,
            FromServer::Drain { .. } => self.drained = true,
            FromServer::Bye { code } => self.bye = Some(code),
            FromServer::Pong { .. } => {}
        }
    }

    /// The member at this table who is called so.
    pub fn member(&self, name: &str) -> MemberId {
        let mut members = self.plan.members();
        members
            .find(|member| member.name.split(' ').next() == Some(name))
            .expect("a member by that name")
            .member_id
    }

    pub fn words_of(&self, card_id: CardId) -> Option<String> {
        self.plan.card(card_id).map(|card| card.words.words.clone())
    }
}

/// A change that nobody has made before.
pub fn change(intent: Intent) -> Change {
    Change {
        change_id: new_id(),
        intent,
        why: String::new(),
    }
}

/// A new dream at the end of its column.
pub fn dream(words: &str, audience: Audience) -> Intent {
    let place = Place::end_of(CellId {
        column: Column::Dreams,
        lane: None,
    });
    Intent::AddCard(NewCard {
        audience,
        ..NewCard::new(Kind::Dream, place, words.into())
    })
}

/// Other words on a card, by one who saw `from`.
pub fn edit(card_id: impl Into<CardId>, from: &str, to: &str) -> Intent {
    let text = TextEdit {
        from: from.into(),
        to: to.into(),
    };
    Intent::EditCard {
        card_id: card_id.into(),
        edit: CardEdit {
            words: Some(text),
            ..CardEdit::default()
        },
    }
}

pub fn new_id() -> ChangeId {
    ChangeId(random::uuid(Clock::default().now()).expect("randomness"))
}

/// Someone of the demo, by the first name or, where two have it, by the whole.
pub fn person(name: &str) -> PersonId {
    let mut people = demo::people().iter();
    people
        .find(|person| person.name == name || person.name.split(' ').next() == Some(name))
        .expect("someone of the demo")
        .person_id
}

/// The plan of the family of that name.
pub fn plan_of(family: &str) -> PlanId {
    let mut households = demo::households().iter();
    households
        .find(|household| household.name.contains(family))
        .expect("a family of the demo")
        .plan_id
}

/// All plans of the demo, each with a person who decides there.
pub fn plans() -> Vec<(PlanId, String)> {
    let decides = |chair: &&demo::Chair| chair.role == shared::plan::Role::Family;
    let first_name = |chair: &demo::Chair| chair.name.split(' ').next().unwrap_or_default().to_owned();
    let plans = demo::households().iter().map(|household| {
        let chair = household
            .chairs
            .iter()
            .find(decides)
            .expect("someone of the family can sign in");
        (household.plan_id, first_name(chair))
    });
    plans.collect()
}
