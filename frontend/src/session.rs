//! One person's hold on one plan in this browser: the only writer of plan state.
//!
//! Everything a screen does goes through `submit`; everything it shows comes from `seen`. The rules of
//! live editing live in `ClientCore`; here its effects meet the socket, the outbox and the clock.

use crate::api::{Api, Failure};
use crate::host::{Host, Sync};
use crate::outbox::Outbox;
use crate::socket::{Heard, Socket};
use crate::{chance, clock, json};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use shared::ids::{CardId, ChangeId, MemberId, Millis, PlanId};
use shared::live::client::ClientCore;
use shared::live::{Effect, FromServer, Peer, Saved, Turned};
use shared::plan::{Answer, Change, Intent, Plan, Refusal};
use shared::problem::codes;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

/// Ticks of a second between two looks for what dead tabs left behind.
const ADOPT_EVERY: u32 = 20;

#[derive(Debug)]
pub struct Session {
    plan_id: PlanId,
    api: Api,
    host: Host,
    gone: JsValue,
    this: Weak<Session>,
    core: RefCell<Option<ClientCore>>,
    outbox: RefCell<Option<Rc<Outbox>>>,
    /// What was written before the outbox was open.
    unstored: RefCell<Vec<Change>>,
    been_live: Cell<bool>,
    socket: RefCell<Option<Socket>>,
    opening: RefCell<Option<Timeout>>,
    stopped: RefCell<Option<String>>,
    listener: RefCell<Option<Callback<()>>>,
    told: Cell<(bool, bool)>,
    ticks: Cell<u32>,
    attempts: Cell<u32>,
    new: RefCell<Rc<[CardId]>>,
    closed: Cell<bool>,
    _ears: RefCell<Vec<EventListener>>,
    _clock: RefCell<Option<Interval>>,
}

/// What a screen shows, as of one moment.
#[derive(Clone, Debug)]
pub struct Seen {
    pub plan: Plan,
    pub me: MemberId,
    pub here: Vec<Peer>,
    pub tray: Vec<Turned>,
    pub saved: Saved,
    pub waiting: usize,
    pub live: bool,
    /// Whether what is written survives this page before the server has it.
    pub durable: bool,
    /// The server's clock.
    pub now: Millis,
    /// The cards that others changed since this person's last visit.
    pub new: Rc<[CardId]>,
}

impl Session {
    /// `gone` settles when this board is over, however it ends.
    pub fn open(plan_id: PlanId, api: Api, host: Host, gone: JsValue) -> Rc<Self> {
        let session = Rc::new_cyclic(|this| Session {
            plan_id,
            api,
            host,
            gone,
            this: this.clone(),
            core: RefCell::default(),
            outbox: RefCell::default(),
            unstored: RefCell::default(),
            been_live: Cell::default(),
            socket: RefCell::default(),
            opening: RefCell::default(),
            stopped: RefCell::default(),
            listener: RefCell::default(),
            told: Cell::new((false, true)),
            ticks: Cell::default(),
            attempts: Cell::default(),
            new: RefCell::new(Rc::new([])),
            closed: Cell::default(),
            _ears: RefCell::default(),
            _clock: RefCell::default(),
        });
        session.listen();
        session.boot();
        session
    }

    /// One screen follows; a second one takes the first one's place.
    pub fn follow(&self, listener: Callback<()>) {
        *self.listener.borrow_mut() = Some(listener);
    }

    /// Nothing comes from this session any more.
    pub fn close(&self) {
        self.closed.set(true);
        self.listener.take();
        self.socket.take();
        self.opening.take();
        self.outbox.take();
        self._ears.take();
        self._clock.take();
    }

    /// `None` until the first answer has come.
    pub fn seen(&self) -> Option<Seen> {
        let core = self.core.borrow();
        let core = core.as_ref()?;
        Some(Seen {
            plan: core.shown().clone(),
            me: core.member_id(),
            here: core.here().to_vec(),
            tray: core.tray().to_vec(),
            saved: core.saved(),
            waiting: core.waiting(),
            live: core.is_live(),
            durable: self.outbox.borrow().as_ref().is_some_and(|outbox| outbox.is_durable()),
            now: core.now_on_server(clock::now()),
            new: self.new.borrow().clone(),
        })
    }

    /// Where this plan's own pages are; the other pages of it lie below.
    pub fn address(&self) -> String {
        self.api.plan_address(self.plan_id)
    }

    /// Whether this page has been in touch with the server before.
    pub fn was_live(&self) -> bool {
        self.been_live.get()
    }

    /// Why this page cannot go on: one of `problem::codes`.
    pub fn stopped(&self) -> Option<String> {
        self.stopped.borrow().clone()
    }

    /// A person's wish. Predicted at once; kept until the server has answered.
    ///
    /// Errors: the rules say no, and nothing of it is kept.
    pub fn submit(&self, intent: Intent, why: String) -> Result<(ChangeId, Answer), Refusal> {
        let change = Change {
            change_id: chance::change_id(),
            intent,
            why,
        };
        let change_id = change.change_id;
        let result = match self.core.borrow_mut().as_mut() {
            Some(core) => core.submit(change, clock::now()),
            None => return Err(Refusal::NotAtTheTable),
        };
        let (answer, effects) = result?;
        self.run(effects);
        if answer != Answer::Nothing {
            self.host.changed(change_id);
        }
        Ok((change_id, answer))
    }

    pub fn presence(&self, card: Option<CardId>, writing: bool) {
        self.with_core(|core| core.presence(card, writing));
    }

    /// The person has seen why a change came to nothing.
    pub fn dismiss(&self, change: ChangeId) {
        self.with_core(|core| core.dismiss(change));
    }

    /// The host page has a new session for us: begin anew, with the outbox intact.
    pub fn set_token(&self, token: String) {
        self.api.set_token(token);
        if self.stopped.take().is_some() {
            self.core.take();
            self.boot();
        }
    }

    fn listen(&self) {
        let Some(window) = web_sys::window() else { return };
        let wake = || {
            let this = self.this.clone();
            move |_: &web_sys::Event| {
                if let Some(session) = this.upgrade() {
                    session.wake();
                }
            }
        };
        let mut ears = vec![
            EventListener::new(&window, "online", wake()),
            EventListener::new(&window, "pageshow", wake()),
        ];
        if let Some(document) = window.document() {
            ears.push(EventListener::new(&document, "visibilitychange", wake()));
        }
        *self._ears.borrow_mut() = ears;
        let this = self.this.clone();
        *self._clock.borrow_mut() = Some(Interval::new(1_000, move || {
            if let Some(session) = this.upgrade() {
                session.tick();
            }
        }));
    }

    /// Finds out who is asking and what they see, then goes live.
    fn boot(&self) {
        let Some(session) = self.this.upgrade() else { return };
        spawn_local(async move {
            match session.api.first_look(session.plan_id).await {
                _ if session.closed.get() => {}
                Ok(look) => {
                    let mut core = ClientCore::new(session.plan_id, look.member_id);
                    core.look(Plan::from_records(look.records));
                    *session.core.borrow_mut() = Some(core);
                    session.told_of_change();
                    session.host.ready();
                    let outbox = Rc::new(Outbox::open(session.plan_id, look.member_id, &session.gone).await);
                    let left = outbox.adopt().await;
                    if session.closed.get() {
                        return;
                    }
                    *session.outbox.borrow_mut() = Some(outbox);
                    session.unstored.take().into_iter().for_each(|change| session.keep(change));
                    session.with_core(|core| {
                        core.restore(left, clock::now());
                        core.start()
                    });
                    // Without it there are no dots; everything else is there.
                    if let Ok(new) = session.api.whats_new(session.plan_id).await {
                        *session.new.borrow_mut() = new.into();
                        session.told_of_change();
                    }
                }
                Err(Failure::Network) => session.boot_later(),
                Err(Failure::Problem(code)) => session.stop(code),
            }
        });
    }

    fn boot_later(&self) {
        self.host.sync(Sync::Offline);
        let attempt = self.attempts.replace(self.attempts.get() + 1).min(5);
        let this = self.this.clone();
        let wait = (500 << attempt) + chance::number() % 1_000;
        *self.opening.borrow_mut() = Some(Timeout::new(wait, move || {
            if let Some(session) = this.upgrade() {
                session.boot();
            }
        }));
    }

    fn tick(&self) {
        self.with_core(|core| core.tick(clock::now(), chance::number()));
        let ticks = self.ticks.replace(self.ticks.get() + 1);
        if ticks % ADOPT_EVERY == ADOPT_EVERY - 1 {
            self.adopt();
        }
    }

    fn wake(&self) {
        self.with_core(|core| core.wake(clock::now()));
        self.adopt();
    }

    /// Takes over what a tab that died meanwhile had not sent.
    fn adopt(&self) {
        let (Some(session), Some(outbox)) = (self.this.upgrade(), self.outbox.borrow().clone()) else {
            return;
        };
        spawn_local(async move {
            let left = outbox.adopt().await;
            if left.is_empty() || session.closed.get() {
                return;
            }
            session.with_core(|core| {
                core.restore(left, clock::now());
                vec![Effect::Render]
            });
        });
    }

    fn with_core(&self, act: impl FnOnce(&mut ClientCore) -> Vec<Effect>) {
        let effects = self.core.borrow_mut().as_mut().map(act);
        self.run(effects.unwrap_or_default());
    }

    fn run(&self, effects: Vec<Effect>) {
        let mut render = false;
        for effect in effects {
            match effect {
                Effect::Store(change) => self.keep(change),
                Effect::Unstore(change) => self.unkeep(change),
                Effect::Send(frame) => {
                    let text = serde_json::to_string(&frame).unwrap_or_default();
                    if let Some(socket) = &*self.socket.borrow() {
                        socket.send(&text);
                    }
                }
                Effect::Render => render = true,
                Effect::OpenAfter(wait) => self.open_after(wait),
                Effect::Close => drop(self.socket.take()),
                Effect::Stop(code) => self.stop(code),
            }
        }
        if render {
            self.told_of_change();
        }
    }

    fn open_after(&self, wait: Millis) {
        let this = self.this.clone();
        *self.opening.borrow_mut() = Some(Timeout::new(u32::try_from(wait).unwrap_or_default(), move || {
            if let Some(session) = this.upgrade() {
                session.connect();
            }
        }));
    }

    fn connect(&self) {
        let Some(session) = self.this.upgrade() else { return };
        self.socket.take();
        spawn_local(async move {
            let ticket = session.api.ticket(session.plan_id).await;
            if session.closed.get() {
                return;
            }
            let ticket = match ticket {
                Ok(ticket) => ticket,
                Err(Failure::Problem(code))
                    if code == codes::SIGNED_OUT || code == codes::NOT_FOUND || code == codes::WRONG_ORIGIN =>
                {
                    return session.stop(code);
                }
                Err(_) => return session.lost(),
            };
            let this = session.this.clone();
            let secret = ticket.ticket;
            let socket = Socket::open(&session.api.socket_url(&ticket.socket), move |heard| {
                if let Some(session) = this.upgrade() {
                    session.heard(heard, &secret);
                }
            });
            match socket {
                Some(socket) => *session.socket.borrow_mut() = Some(socket),
                None => session.lost(),
            }
        });
    }

    fn heard(&self, heard: Heard, ticket: &str) {
        match heard {
            Heard::Open => self.with_core(|core| core.opened(ticket.to_owned(), clock::now())),
            Heard::Frame(text) => match json::read::<FromServer>(&text) {
                Ok(frame) => {
                    let bye = matches!(frame, FromServer::Bye { .. });
                    let effects = self.core.borrow_mut().as_mut().map(|core| core.received(frame, clock::now()));
                    self.run(effects.unwrap_or_default());
                    if bye {
                        self.lost();
                    }
                }
                // A frame that this page cannot read is from a newer server: connect again, and be told which.
                Err(_) => self.lost(),
            },
            Heard::Closed => self.lost(),
        }
    }

    fn lost(&self) {
        self.socket.take();
        self.with_core(|core| core.closed(clock::now(), chance::number()));
    }

    /// Writes a change to the outbox; only then does the core send it.
    fn keep(&self, change: Change) {
        let Some(session) = self.this.upgrade() else { return };
        let Some(outbox) = self.outbox.borrow().clone() else {
            return self.unstored.borrow_mut().push(change);
        };
        spawn_local(async move {
            // Where the device stores nothing the change lives in memory, and `durable` says so.
            let _ = outbox.put(&change).await;
            session.with_core(|core| core.stored(change.change_id, clock::now()));
        });
    }

    fn unkeep(&self, change: ChangeId) {
        let Some(outbox) = self.outbox.borrow().clone() else { return };
        spawn_local(async move {
            // A change that stays behind is sent again some day and answered as known.
            let _ = outbox.remove(change).await;
        });
    }

    fn stop(&self, code: String) {
        self.socket.take();
        self.opening.take();
        self.host.error(&code, code == codes::SIGNED_OUT);
        if code == codes::SIGNED_OUT {
            self.host.need_token();
        }
        *self.stopped.borrow_mut() = Some(code);
        self.told_of_change();
    }

    fn told_of_change(&self) {
        let state = self.core.borrow().as_ref().map(|core| (core.is_live(), core.waiting() == 0));
        if let Some((live, saved)) = state {
            self.been_live.set(live || self.been_live.get());
            let (was_live, was_saved) = self.told.replace((live, saved));
            if live != was_live {
                self.host.sync(if live { Sync::Live } else { Sync::Offline });
            }
            if saved && !was_saved {
                self.host.saved();
            }
        }
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener.emit(());
        }
    }
}
