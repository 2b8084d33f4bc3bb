//! The board: one family's plan on the screen of one person.
//!
//! `Board` hears what a person does (`Act`), makes changes of it through the session, and shows what the
//! session holds. Reading order: `act` what can be done; `drag` and `pointer` how a card moves; `view` how it
//! is put together; the other files are its parts.

mod act;
mod agreement;
mod announce;
mod ask;
mod card;
mod clock_note;
mod column;
mod compare;
mod doing;
mod drag;
mod draw;
mod dreams;
mod editor;
mod head;
mod help;
mod kit;
mod more;
mod move_menu;
mod news;
mod pen;
mod phone_bar;
mod pointer;
mod proposal;
mod reasons;
mod sheet;
mod speech;
mod status;
mod texts;
mod tray;
mod view;

use crate::host::Host;
use crate::intl::Intl;
use crate::session::{Seen, Session};
use crate::words::Words;
use act::{Act, Reply};
use announce::Announcer;
use drag::Drop;
use gloo::timers::callback::Timeout;
use kit::{Around, Env};
use pointer::{Hands, Knows};
use shared::ids::{CardId, ProposalId};
use shared::plan::{Agreement, CellId, Column, Intent, Member, Plan, Refusal, Role, rule};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Cards of each list that are drawn in the first frame; the rest follow in the next ones.
const FIRST_CARDS: usize = 24;
const MORE_CARDS: usize = 100;
/// How long the way back stands beside what was done. It also stays in the header.
const TOAST_MS: u32 = 12_000;

#[derive(Clone, Debug, Properties)]
pub struct BoardProps {
    pub session: Rc<Session>,
    pub words: Rc<Words>,
    pub intl: Rc<Intl>,
    pub host: Host,
    pub live: HtmlElement,
    /// To look at only.
    pub readonly: bool,
    pub rtl: bool,
    /// The plan stands as plain text behind the board until it is there.
    pub fallback: bool,
}

impl PartialEq for BoardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.session, &other.session)
            && Rc::ptr_eq(&self.words, &other.words)
            && (self.readonly, self.rtl) == (other.readonly, other.rtl)
    }
}

/// What lies over the board and asks something.
#[derive(Clone, PartialEq, Debug)]
enum Dialog {
    Editor(editor::Draft),
    Agreement(agreement::Draft),
    Keep(Arc<Agreement>),
    Move(CardId),
    More(CardId),
    /// Who answers the wish to end this help.
    Wish(CardId),
    Swap(Drop),
    Ask(Intent),
    Proposal(ProposalId),
    /// The texts, and what the person was about to do.
    Texts(Option<Box<Act>>),
}

#[derive(Clone, PartialEq, Debug)]
struct Toast {
    text: String,
    undo: bool,
    number: u32,
}

#[derive(Debug)]
pub struct Board {
    seen: Option<Rc<Seen>>,
    env: Option<Env>,
    /// What the phone shows.
    column: Column,
    dialog: Option<Dialog>,
    /// Why the words in the dialog could not be put on the table.
    problem: Option<Refusal>,
    toast: Option<Toast>,
    toast_timer: Option<Timeout>,
    toasts: u32,
    opened: Vec<CellId>,
    most: usize,
    more: Option<Timeout>,
    /// Where the focus belongs once the board is drawn.
    focus: Option<(CardId, &'static str)>,
    /// The same, once a drawing has begun that knows of it: `rendered` may still be told of the drawing before.
    drawn_focus: Cell<Option<(CardId, &'static str)>>,
    /// What had the focus before the first of the dialogs, and gets it back after the last.
    opener: Option<HtmlElement>,
    back: Option<HtmlElement>,
    section: NodeRef,
    layer: NodeRef,
    announcer: Announcer,
    hands: Option<Rc<Hands>>,
    act: Callback<Act>,
}

impl Component for Board {
    type Message = Act;
    type Properties = BoardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let changed = ctx.link().callback(|()| Act::Changed);
        props.session.follow(changed);
        let mut board = Board {
            seen: None,
            env: None,
            column: Column::Ourselves,
            dialog: None,
            problem: None,
            toast: None,
            toast_timer: None,
            toasts: 0,
            opened: vec![],
            most: FIRST_CARDS,
            more: None,
            focus: None,
            drawn_focus: Cell::default(),
            opener: None,
            back: None,
            section: NodeRef::default(),
            layer: NodeRef::default(),
            announcer: Announcer::new(&props.live),
            hands: None,
            act: ctx.link().callback(|act| act),
        };
        board.look(ctx);
        board
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &BoardProps) -> bool {
        if !Rc::ptr_eq(&old.session, &ctx.props().session) {
            ctx.props().session.follow(ctx.link().callback(|()| Act::Changed));
            self.seen = None;
            self.dialog = None;
        }
        self.look(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        self.hear(ctx, act)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.drawn_focus.set(self.focus);
        self.draw(ctx)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let (Some(section), Some(layer)) = (self.section.cast::<HtmlElement>(), self.layer.cast::<Element>()) else {
            return;
        };
        let (Some(seen), Some(env)) = (&self.seen, &self.env) else {
            return;
        };
        let hands = self.hands.get_or_insert_with(|| {
            self.announcer.board_is(section.clone().into());
            Hands::new(section.clone(), layer, self.act.clone(), self.announcer.clone())
        });
        hands.drawn(Knows {
            plan: seen.plan.clone(),
            env: env.clone(),
        });
        if section.query_selector(".plate").is_ok_and(|plate| plate.is_some()) {
            ctx.props().host.show_pictures();
        }
        if let Some(back) = self.back.take().filter(|back| self.focus.is_none() && back.is_connected()) {
            let _ = back.focus();
        }
        if let Some((card_id, control)) = self.drawn_focus.take() {
            self.focus = None;
            let found = section
                .query_selector(&format!("[data-card=\"{card_id}\"] [{control}]"))
                .ok()
                .flatten();
            if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                let _ = found.focus();
            }
        }
        let longest = drag::CELLS
            .iter()
            .map(|cell| seen.plan.cell(*cell).len())
            .max()
            .unwrap_or_default();
        if self.most < longest && self.more.is_none() {
            let link = ctx.link().clone();
            self.more = Some(Timeout::new(0, move || link.send_message(Act::MoreCards)));
        }
    }
}

impl Board {
    /// Takes up what the session holds now.
    fn look(&mut self, ctx: &Context<Self>) {
        self.seen = ctx.props().session.seen().map(Rc::new);
        let Some(seen) = self.seen.clone() else { return };
        let people: Vec<Arc<Member>> = people(&seen.plan);
        let role = seen.plan.member(seen.me).map_or(Role::Guest, |member| member.role);
        let today = crate::clock::day_of(seen.now);
        let props = ctx.props();
        let writes = !props.readonly && !matches!(rule(shared::plan::Act::AddCard, role), shared::plan::May::No(_));
        let proposes = role != Role::Family && seen.plan.pen_of(seen.me).is_none();
        let as_before = self.env.as_ref().is_some_and(|env| {
            Rc::ptr_eq(&env.words, &props.words)
                && Some(env.today) == today
                && (env.me, env.role, env.writes, env.proposes, env.rtl) == (seen.me, role, writes, proposes, props.rtl)
                && env.people.len() == people.len()
                && env.people.iter().zip(&people).all(|(a, b)| kit::same(a, b))
        });
        let Some(today) = today.filter(|_| !as_before) else { return };
        self.env = Some(Env::new(Around {
            words: props.words.clone(),
            rtl: props.rtl,
            intl: props.intl.clone(),
            people,
            me: seen.me,
            role,
            today,
            writes,
            proposes,
            address: props.session.address(),
            listens: speech::exists(),
            handheld: handheld(),
        }));
    }

    fn hear(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        if act == Act::Changed {
            return self.changed_elsewhere(ctx);
        }
        let (Some(seen), Some(env)) = (self.seen.clone(), self.env.clone()) else {
            return false;
        };
        let plan = &seen.plan;
        if needs_texts(&act)
            && plan
                .member(seen.me)
                .is_some_and(|me| me.informed.as_ref().is_none_or(|it| it.version < texts::VERSION))
        {
            self.open(ctx, Dialog::Texts(Some(Box::new(act))));
            return true;
        }
        match act {
            Act::Changed => {}
            Act::MoreCards => {
                self.more = None;
                self.most += MORE_CARDS;
            }
            Act::Column(column) => self.column = column,
            Act::ShowAll(cell) => self.opened.push(cell),
            Act::Listen(card) => speech::read(plan, card, &env),
            Act::Hide => speech::leave_page(),
            Act::Close => self.close(ctx),
            Act::ToastOver(number) => {
                if self.toast.as_ref().is_some_and(|toast| toast.number == number) {
                    self.toast = None;
                }
            }

            Act::Add(cell) => self.open(ctx, Dialog::Editor(editor::Draft::new(cell))),
            Act::Edit(card) => {
                if let Some(card) = plan.card(card) {
                    self.open(ctx, Dialog::Editor(editor::Draft::of(card)));
                }
            }
            Act::Move(card) => self.open(ctx, Dialog::Move(card)),
            Act::More(card) => self.open(ctx, Dialog::More(card)),
            Act::AskRemove(card_id) => self.open(ctx, Dialog::Ask(Intent::RemoveCard { card_id })),
            Act::AddAgreement(card) => self.open(ctx, Dialog::Agreement(agreement::Draft::new(card))),
            Act::EditAgreement(id) => {
                if let Some(agreement) = plan.agreement(id) {
                    self.open(ctx, Dialog::Agreement(agreement::Draft::of(agreement)));
                }
            }
            Act::AskRemoveAgreement(agreement_id) => self.open(ctx, Dialog::Ask(Intent::RemoveAgreement { agreement_id })),
            Act::Keep(id) => {
                if let Some(agreement) = plan.agreement(id) {
                    self.open(ctx, Dialog::Keep(agreement.clone()));
                }
            }
            Act::Read(proposal) => self.open(ctx, Dialog::Proposal(proposal)),
            Act::Texts => self.open(ctx, Dialog::Texts(None)),

            Act::Drop(drop) => self.dropped(ctx, drop, plan, &env),
            Act::Gone => self.toast(ctx, env.t("drag-gone"), false),
            Act::SwapWith(other) => self.swap(ctx, other, &env),
            Act::Informed => {
                let then = match self.dialog.take() {
                    Some(Dialog::Texts(then)) => then,
                    _ => None,
                };
                let informed = Intent::BeInformed {
                    version: texts::VERSION,
                    language: env.words.lang.clone(),
                };
                let _ = ctx.props().session.submit(informed, String::new());
                self.look(ctx);
                if let Some(then) = then {
                    self.hear(ctx, *then);
                }
            }
            Act::Wish(wish) => self.wish(ctx, *wish, &env),
            Act::SetKept(agreement_id, kept) => {
                let on = None;
                self.say(ctx, Intent::KeepAgreement { agreement_id, kept, on }, &env);
            }
            Act::AnswerAsk(agreement_id, yes) => self.say(ctx, Intent::AnswerAsk { agreement_id, yes }, &env),
            Act::Say(card_id, says) => {
                let words = String::new();
                self.say(ctx, Intent::AddRemark { card_id, says, words }, &env);
            }
            Act::Settle(remark_id) => self.say(ctx, Intent::SettleRemark { remark_id }, &env),
            Act::AskWish(card_id) => self.open(ctx, Dialog::Wish(card_id)),
            Act::SetWish(card_id, answers, by) => {
                let _ = self.want(ctx, Intent::SetWish { card_id, answers, by }, String::new(), &env);
            }
            Act::TakePen => self.say(ctx, Intent::TakePen, &env),
            Act::Reply(id, reply, hash) => self.reply(ctx, id, reply, hash, plan, &env),
            Act::Withdraw(proposal_id) => self.say(ctx, Intent::WithdrawProposal { proposal_id }, &env),
            Act::Also(written, also) => {
                if let Some(intent) = doing::answer_also(plan, written, also) {
                    let _ = self.want(ctx, intent, String::new(), &env);
                }
            }
            Act::Undo => {
                if let Some(last) = plan.last_change(seen.me) {
                    let _ = self.want(
                        ctx,
                        Intent::Undo {
                            change_id: last.change_id,
                        },
                        String::new(),
                        &env,
                    );
                }
            }
            Act::Dismiss(change) => ctx.props().session.dismiss(change),
            Act::Again(id) => {
                if let Some(turned) = seen.tray.iter().find(|turned| turned.change.change_id == id) {
                    let change = turned.change.clone();
                    if self.want(ctx, change.intent, change.why, &env).is_ok() {
                        ctx.props().session.dismiss(id);
                    }
                }
            }
        }
        true
    }

    /// Someone else has changed the plan, or it is a step safer.
    fn changed_elsewhere(&mut self, ctx: &Context<Self>) -> bool {
        let before = self.seen.clone();
        self.look(ctx);
        if let (Some(before), Some(now), Some(env)) = (&before, &self.seen, &self.env) {
            if let Some(news) = news::news(&before.plan, &now.plan, env).filter(|_| before.me == now.me) {
                self.announcer.say(&news);
            }
            if let Some(turned) = now.tray.iter().find(|turned| !before.tray.contains(turned)) {
                let reason = turned
                    .refusal
                    .map_or_else(|| env.t("refusal-other"), |refusal| reasons::whole(refusal, env));
                self.announcer.say_now(&format!("{}. {reason}", env.t("tray-title")));
            }
        }
        true
    }

    fn open(&mut self, ctx: &Context<Self>, dialog: Dialog) {
        if let Dialog::Editor(editor::Draft { card: Some(card), .. }) = &dialog {
            ctx.props().session.presence(Some(card.card_id), true);
        }
        if self.dialog.is_none() && self.opener.is_none() {
            self.opener = self.section.cast::<Element>().and_then(|section| active(&section));
        }
        self.back = None;
        self.problem = None;
        self.toast = None;
        self.dialog = Some(dialog);
    }

    fn close(&mut self, ctx: &Context<Self>) {
        if matches!(self.dialog.take(), Some(Dialog::Editor(editor::Draft { card: Some(_), .. }))) {
            ctx.props().session.presence(None, false);
        }
        self.back = self.opener.take();
        self.problem = None;
    }

    /// Which control of this card has the focus, so that it keeps it where the card is drawn anew.
    fn control_in_use(&self, card_id: CardId) -> Option<(CardId, &'static str)> {
        let section = self.section.cast::<Element>()?;
        let card = section.query_selector(&format!("[data-card=\"{card_id}\"]")).ok().flatten()?;
        let find = |control: &str| card.query_selector(&format!("[{control}]:focus")).ok().flatten().is_some();
        ["data-grip", "data-move", "data-edit"]
            .into_iter()
            .find(|control| find(control))
            .map(|control| (card_id, control))
    }
}

/// What a person writes for the first time comes after they have been told where it goes.
fn needs_texts(act: &Act) -> bool {
    matches!(
        act,
        Act::Add(_) | Act::Edit(_) | Act::AddAgreement(_) | Act::EditAgreement(_) | Act::Reply(_, Reply::Change, _)
    )
}

/// The family first, adults before children, then their own network, then professionals.
fn people(plan: &Plan) -> Vec<Arc<Member>> {
    let rank = |role: Role| match role {
        Role::Family => 0,
        Role::Child => 1,
        Role::Network | Role::Guest => 2,
        Role::Coordinator => 3,
        Role::Professional => 4,
        Role::Interpreter => 5,
    };
    let mut people: Vec<Arc<Member>> = vec![];
    for member in plan.members() {
        let index = people.partition_point(|other| rank(other.role) <= rank(member.role));
        people.insert(index, member.clone());
    }
    people
}

/// What has the focus inside the board's own tree.
fn active(section: &Element) -> Option<HtmlElement> {
    let root = section.get_root_node();
    js_sys::Reflect::get(&root, &JsValue::from_str("activeElement"))
        .ok()?
        .dyn_into()
        .ok()
}

fn handheld() -> bool {
    let window = web_sys::window();
    window
        .and_then(|window| window.match_media("(pointer: coarse)").ok().flatten())
        .is_some_and(|query| query.matches())
}
