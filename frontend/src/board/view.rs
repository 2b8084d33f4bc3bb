//! How the board is put together, from the head of the table to the oak edge.

use super::act::Act;
use super::agreement::{AgreementDialog, AgreementProps, Told, keep_dialog, orphan_words};
use super::card::{Facts, strip};
use super::column::{Table, lane_names};
use super::draw::{El, button, el, icon, nothing, part};
use super::editor::{Editor, EditorProps};
use super::kit::{Env, slug};
use super::proposal::{Note, full_screen};
use super::{
    Board, Dialog, ask, clock_note, column, drag, dreams, head, help, more, move_menu, pen, phone_bar, proposal, status, texts,
    tray,
};
use crate::say;
use crate::session::Seen;
use crate::words::Words;
use shared::ids::{CardId, MemberId};
use shared::live::Peer;
use shared::plan::{Agreement, Card, CellId, Column, Intent, May, Plan, Role, may};
use std::sync::Arc;
use yew::prelude::*;

impl Board {
    pub(super) fn draw(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let stopped = props.session.stopped();
        let (Some(seen), Some(env)) = (&self.seen, &self.env) else {
            return self.waiting(ctx, stopped.as_deref());
        };
        let act = &self.act;
        let head = seen.plan.head().cloned();
        let head = head.as_deref();
        let notes: Vec<Note> = seen
            .plan
            .proposals()
            .map(|proposal| Note::new(proposal, &seen.plan, env))
            .collect();
        let mut cells = self.cells(seen, env);
        let empty = cells.is_empty() && env.writes && env.is_family();
        let dreams = column::take(&mut cells, dreams::CELL);
        let offline = !seen.live && stopped.is_none() && seen.waiting > 0 || !seen.live && props.session.was_live();
        let mut over_head = el("div", "head").child(head::seats(&seen.here, env));
        over_head = if empty {
            over_head.child(dreams::first_question(env, act))
        } else {
            over_head.child(dreams::dreams(dreams, env, act))
        };
        let mut laid = el("div", "notes");
        for note in &notes {
            laid = laid.child(proposal::note_view(note, env, act));
        }
        laid = laid
            .maybe(whats_new(seen, env))
            .maybe(head.map(|head| clock_note::clock_note(head, env)))
            .maybe(orphans(seen, env, act));
        el("section", "fpb room")
            .node(&self.section)
            .set("aria-label", env.t("board-label"))
            .set("lang", env.words.lang.clone())
            .set("dir", if env.rtl { "rtl" } else { "ltr" })
            .set("data-column", slug(self.column))
            .set("data-mode", if env.writes { "edit" } else { "view" })
            .child(el("p", "sr").set("id", "drag-how").text(env.t("drag-how")))
            .child(head::top(head, seen, env, act))
            .maybe(stopped.as_deref().map(|code| problem(code, &env.words)))
            .maybe(head.and_then(|head| pen::strip(head, env, act)))
            .maybe(status::offline(seen, offline, env))
            .maybe(tray::tray(&seen.tray, &seen.plan, env, act))
            .child(
                el("div", "table")
                    .child(over_head)
                    .child(laid)
                    .child(self.grid(seen, cells, env)),
            )
            .child(phone_bar::phone_bar(self.column, env, act))
            .child(head::foot(head, env, act))
            .child(self.toast_view(env))
            .child(self.dialog_view(seen, &notes, env))
            .child(el("div", "layer").node(&self.layer))
            .into()
    }

    /// Before the plan is there: nothing where plain text stands behind, else one line.
    fn waiting(&self, ctx: &Context<Self>, stopped: Option<&str>) -> Html {
        let props = ctx.props();
        let room = el("section", "fpb room");
        match stopped {
            Some(code) => room.child(problem(code, &props.words)).into(),
            None if props.fallback => nothing(),
            None => room.child(el("p", "").text(props.words.get("loading"))).into(),
        }
    }

    fn grid(&self, seen: &Seen, cells: Vec<(CellId, Vec<Facts>)>, env: &Env) -> El {
        let (plan, opened, act) = (&seen.plan, &self.opened, &self.act);
        let mut table = Table {
            cells,
            opened,
            most: self.most,
            plan,
            env,
            act,
        };
        let mut grid = el("div", "grid")
            .child(el("div", "lane now").set("aria-hidden", "true"))
            .child(el("div", "lane done").set("aria-hidden", "true"));
        for column in [Column::Ourselves, Column::Network, Column::Municipality, Column::NoMore] {
            grid = grid.child(table.column(column));
        }
        grid.child(lane_names(move_menu::in_now(plan).len(), env))
    }

    /// Every card with all it shows, in its cell and in order.
    fn cells(&self, seen: &Seen, env: &Env) -> Vec<(CellId, Vec<Facts>)> {
        let plan = &seen.plan;
        // A sorted list answers as fast as a map here, and is far smaller as wasm.
        let mut agreements: Vec<&Arc<Agreement>> = vec![];
        for agreement in plan.agreements() {
            let index = agreements.partition_point(|other| other.card_id <= agreement.card_id);
            agreements.insert(index, agreement);
        }
        let of_card = |card: CardId| {
            let start = agreements.partition_point(|agreement| agreement.card_id < card);
            let own = agreements
                .iter()
                .skip(start)
                .take_while(|agreement| agreement.card_id == card);
            own.map(|agreement| Told {
                orphan: plan.orphan(agreement, env.today, seen.now),
                answers: agreement.asked.is_some() && answers(plan, agreement, env.me),
                agreement: Arc::clone(agreement),
            })
            .collect()
        };
        let writes = |peer: &&Peer| peer.writing && peer.member_id != seen.me;
        let writers: Vec<&Peer> = seen.here.iter().filter(writes).collect();
        let proposers: Vec<(CardId, MemberId)> = plan
            .proposals()
            .filter_map(|proposal| Some((proposal::card_of(&proposal.intent, plan)?, proposal.by)))
            .collect();
        let facts = |card: &Arc<Card>| Facts {
            agreements: of_card(card.card_id),
            remarks: plan.remarks_of(card.card_id).cloned().collect(),
            is_new: seen.new.contains(&card.card_id),
            serves: card.serves.and_then(|dream| plan.card(dream)).cloned(),
            writer: writers
                .iter()
                .find(|peer| peer.card_id == Some(card.card_id))
                .map(|peer| peer.member_id),
            proposer: proposers.iter().find(|(id, _)| *id == card.card_id).map(|(_, by)| *by),
            card: card.clone(),
            first: false,
        };
        let mut filled = vec![];
        for cell in drag::CELLS {
            let ids = plan.cell(cell);
            if !ids.is_empty() {
                filled.push((cell, ids.iter().filter_map(|id| plan.card(*id)).map(facts).collect()));
            }
        }
        filled
    }

    fn toast_view(&self, env: &Env) -> Html {
        let Some(toast) = &self.toast else { return nothing() };
        let undo = toast
            .undo
            .then(|| button("btn", "undo", env.t("undo"), &self.act, Act::Undo).set("data-toast-undo", "true"));
        el("div", "toast")
            .child(el("p", "").dir().text(&toast.text))
            .maybe(undo)
            .into()
    }

    fn dialog_view(&self, seen: &Seen, notes: &[Note], env: &Env) -> Html {
        let (plan, act, problem) = (&seen.plan, &self.act, self.problem);
        let Some(dialog) = &self.dialog else { return nothing() };
        match dialog {
            Dialog::Editor(draft) => {
                let dreams = plan
                    .cell(dreams::CELL)
                    .iter()
                    .filter_map(|id| plan.card(*id))
                    .cloned()
                    .collect();
                let card = draft.card.as_ref().map(|card| card.card_id);
                let agreements = card
                    .map(|card| plan.agreements_of(card).cloned().collect())
                    .unwrap_or_default();
                let (draft, env, act) = (draft.clone(), env.clone(), act.clone());
                let is_much = plan.load(env.today).is_much();
                part::<Editor>(
                    EditorProps {
                        draft,
                        is_much,
                        dreams,
                        agreements,
                        env,
                        act,
                        problem,
                    },
                    "editor",
                )
            }
            Dialog::Agreement(draft) => {
                let (draft, env, act) = (draft.clone(), env.clone(), act.clone());
                part::<AgreementDialog>(
                    AgreementProps {
                        draft,
                        env,
                        act,
                        problem,
                    },
                    "agreement",
                )
            }
            Dialog::Keep(agreement) => keep_dialog(agreement, env, act),
            Dialog::Move(card) => plan
                .card(*card)
                .map_or_else(nothing, |card| move_menu::move_menu(plan, card, env, act)),
            Dialog::More(card) => plan
                .card(*card)
                .map_or_else(nothing, |card| more::more_menu(plan, card, env, act)),
            Dialog::Wish(card) => plan.card(*card).map_or_else(nothing, |card| help::wish_menu(card, env, act)),
            Dialog::Swap(drop) => move_menu::swap_dialog(plan, drop.card_id, env, act),
            Dialog::Ask(intent) => ask::question(intent, plan, problem, env, act),
            Dialog::Proposal(id) => {
                let note = notes.iter().find(|note| note.proposal.proposal_id == *id);
                note.map_or_else(nothing, |note| full_screen(note, env, act))
            }
            Dialog::Texts(then) => texts::texts(then.is_some(), env, act),
        }
    }
}

/// Whether this person says if the one who is asked takes it.
fn answers(plan: &Plan, agreement: &Agreement, me: MemberId) -> bool {
    let intent = Intent::AnswerAsk {
        agreement_id: agreement.agreement_id,
        yes: true,
    };
    may(plan, me, &intent) == May::Yes
}

/// The way to what others changed since this person's last visit.
fn whats_new(seen: &Seen, env: &Env) -> Option<El> {
    let n = seen.new.iter().filter(|id| seen.plan.card(**id).is_some()).count();
    (n > 0).then(|| {
        let title = el("h3", "").set("id", "new-title").text(say!(env.words, "new-title", n: n));
        el("section", "note")
            .set("aria-labelledby", "new-title")
            .child(title)
            .child(el("p", "").child(env.link("/new").text(env.t("new-show"))))
    })
}

/// Why the board cannot go on, and what to do.
fn problem(code: &str, words: &Words) -> El {
    let said = format!(
        "{} {}",
        words.get(&format!("problem-{code}")),
        words.get(&format!("problem-{code}-do"))
    );
    strip("strip care", "warn", said).set("role", "alert")
}

/// Agreements that nobody has, for those who can do something about it.
fn orphans(seen: &Seen, env: &Env, act: &Callback<Act>) -> Option<El> {
    if !matches!(env.role, Role::Family | Role::Coordinator) {
        return None;
    }
    let plan = &seen.plan;
    let mut list = el("ul", "").set("role", "list");
    let mut found = false;
    for agreement in plan.agreements() {
        let Some(orphan) = plan.orphan(agreement, env.today, seen.now) else {
            continue;
        };
        let Some(card) = plan.card(agreement.card_id) else { continue };
        let id = agreement.agreement_id;
        let what = el("p", "what")
            .dir()
            .child(el("b", "").text(&card.words.words))
            .text(": ")
            .text(&agreement.words.words);
        let why = el("p", "state")
            .set("data-s", "care")
            .child(icon("chair"))
            .text(orphan_words(agreement, orphan, env));
        let find = env
            .writes
            .then(|| button("quiet", "people", env.t("orphan-find"), act, Act::EditAgreement(id)));
        list = list.child(
            el("li", "agreement")
                .key(&id.to_string())
                .child(what)
                .child(el("div", "row").child(why).maybe(find)),
        );
        found = true;
    }
    let title = el("h3", "").set("id", "orphans-title").text(env.t("orphans-title"));
    found.then(|| {
        el("section", "note orphans")
            .set("aria-labelledby", "orphans-title")
            .child(title)
            .child(list)
    })
}
