//! How the board is put together, from the head of the table to the oak edge.

use super::act::Act;
use super::agreement::{AgreementDialog, keep_dialog, orphan_words};
use super::card::Facts;
use super::column::{Table, lane_names};
use super::editor::Editor;
use super::kit::{Env, icon, says, slug};
use super::proposal::{Note, NoteView, full_screen};
use super::{Board, Dialog, ask, clock_note, column, drag, dreams, head, move_menu, phone_bar, proposal, status, texts, tray};
use crate::session::Seen;
use shared::ids::{CardId, MemberId};
use shared::live::Peer;
use shared::plan::{Agreement, Card, CellId, Column, Role};
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
        html! {
            <section class="fpb room" ref={self.section.clone()} aria-label={env.t("board-label")} lang={env.words.lang.clone()}
                dir={if env.rtl { "rtl" } else { "ltr" }} data-column={slug(self.column)} data-mode={if env.writes { "edit" } else { "view" }}>
                <p class="sr" id="drag-how">{ env.t("drag-how") }</p>
                { head::top(head, seen, env, act) }
                { problem(stopped.as_deref(), env) }
                { status::offline(seen, offline, env) }
                { tray::tray(&seen.tray, &seen.plan, env, act) }
                <div class="table">
                    <div class="head">
                        { head::seats(&seen.here, env) }
                        if empty { { dreams::first_question(env, act) } } else { { dreams::dreams(dreams, env, act) } }
                    </div>
                    <div class="notes">
                        { for notes.iter().map(|note| html! {
                            <NoteView key={note.proposal.proposal_id.to_string()} note={note.clone()} env={env.clone()} act={act.clone()} />
                        }) }
                        { for head.map(|head| clock_note::clock_note(head, env)) }
                        { orphans(seen, env, act) }
                    </div>
                    { self.grid(seen, cells, env) }
                </div>
                { phone_bar::phone_bar(self.column, env, act) }
                { head::foot(head, env, act) }
                { self.toast_view(env) }
                { self.dialog_view(seen, &notes, env) }
                <div class="layer" ref={self.layer.clone()}></div>
            </section>
        }
    }

    /// Before the plan is there: nothing where plain text stands behind, else one line.
    fn waiting(&self, ctx: &Context<Self>, stopped: Option<&str>) -> Html {
        let props = ctx.props();
        let words = &props.words;
        match stopped {
            Some(code) => html! {
                <section class="fpb room"><p class="strip care" role="alert">
                    { icon("warn") }
                    <span>{ words.get(&format!("problem-{code}")) }{ " " }{ words.get(&format!("problem-{code}-do")) }</span>
                </p></section>
            },
            None if props.fallback => html! {},
            None => html! { <section class="fpb room"><p>{ words.get("loading") }</p></section> },
        }
    }

    fn grid(&self, seen: &Seen, cells: Vec<(CellId, Vec<Facts>)>, env: &Env) -> Html {
        let mut table = Table {
            cells,
            opened: &self.opened,
            most: self.most,
            plan: &seen.plan,
            env,
            act: &self.act,
        };
        let columns = Column::ALL.into_iter().filter(|column| *column != Column::Dreams);
        let columns: Vec<Html> = columns.map(|column| table.column(column)).collect();
        html! {
            <div class="grid">
                <div class="lane now" aria-hidden="true"></div>
                <div class="lane done" aria-hidden="true"></div>
                { for columns }
                { lane_names(move_menu::in_now(&seen.plan).len(), env) }
            </div>
        }
    }

    /// Every card with all it shows, in its cell and in order.
    fn cells(&self, seen: &Seen, env: &Env) -> Vec<(CellId, Vec<Facts>)> {
        let plan = &seen.plan;
        // A sorted list answers as fast as a map here, and is far smaller as wasm.
        let mut agreements: Vec<&Arc<Agreement>> = plan.agreements().collect();
        agreements.sort_unstable_by_key(|agreement| (agreement.card_id, agreement.agreement_id));
        let of_card = |card: CardId| {
            let start = agreements.partition_point(|agreement| agreement.card_id < card);
            let own = agreements
                .iter()
                .skip(start)
                .take_while(|agreement| agreement.card_id == card);
            own.map(|agreement| (Arc::clone(agreement), plan.orphan(agreement, env.today, seen.now)))
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
            serves: card.serves.and_then(|dream| plan.card(dream)).cloned(),
            writer: writers
                .iter()
                .find(|peer| peer.card_id == Some(card.card_id))
                .map(|peer| peer.member_id),
            proposer: proposers.iter().find(|(id, _)| *id == card.card_id).map(|(_, by)| *by),
            card: card.clone(),
        };
        let filled = drag::cells().map(|cell| {
            let facts: Vec<Facts> = plan.cell(cell).iter().filter_map(|id| plan.card(*id)).map(facts).collect();
            (cell, facts)
        });
        filled.filter(|(_, facts)| !facts.is_empty()).collect()
    }

    fn toast_view(&self, env: &Env) -> Html {
        let Some(toast) = &self.toast else { return html! {} };
        html! {
            <div class="toast">
                <p dir="auto">{ &toast.text }</p>
                if toast.undo {
                    <button type="button" class="btn" data-toast-undo="true" onclick={says(&self.act, Act::Undo)}>{ icon("undo") }{ env.t("undo") }</button>
                }
            </div>
        }
    }

    fn dialog_view(&self, seen: &Seen, notes: &[Note], env: &Env) -> Html {
        let (plan, act, problem) = (&seen.plan, &self.act, self.problem);
        match &self.dialog {
            None => html! {},
            Some(Dialog::Editor(draft)) => {
                let dreams = plan
                    .cell(dreams::CELL)
                    .iter()
                    .filter_map(|id| plan.card(*id))
                    .cloned()
                    .collect::<Vec<_>>();
                let card = draft.card.as_ref().map(|card| card.card_id);
                let agreements = card
                    .map(|card| plan.agreements_of(card).cloned().collect::<Vec<_>>())
                    .unwrap_or_default();
                html! { <Editor draft={draft.clone()} {dreams} {agreements} env={env.clone()} act={act.clone()} {problem} /> }
            }
            Some(Dialog::Agreement(draft)) => {
                html! { <AgreementDialog draft={draft.clone()} env={env.clone()} act={act.clone()} {problem} /> }
            }
            Some(Dialog::Keep(agreement)) => keep_dialog(agreement, env, act),
            Some(Dialog::Move(card)) => match plan.card(*card) {
                Some(card) => move_menu::move_menu(plan, card, env, act),
                None => html! {},
            },
            Some(Dialog::Swap(drop)) => move_menu::swap_dialog(plan, drop.card_id, env, act),
            Some(Dialog::Ask(intent)) => ask::question(intent, plan, problem, env, act),
            Some(Dialog::Proposal(id)) => match notes.iter().find(|note| note.proposal.proposal_id == *id) {
                Some(note) => full_screen(note, env, act),
                None => html! {},
            },
            Some(Dialog::Texts(then)) => texts::texts(then.is_some(), env, act),
        }
    }
}

/// Why the board cannot go on, and what to do.
fn problem(code: Option<&str>, env: &Env) -> Html {
    let Some(code) = code else { return html! {} };
    html! {
        <p class="strip care" role="alert">
            { icon("warn") }
            <span>{ env.t(&format!("problem-{code}")) }{ " " }{ env.t(&format!("problem-{code}-do")) }</span>
        </p>
    }
}

/// Agreements that nobody has, for those who can do something about it.
fn orphans(seen: &Seen, env: &Env, act: &Callback<Act>) -> Html {
    if !matches!(env.role, Role::Family | Role::Coordinator) {
        return html! {};
    }
    let plan = &seen.plan;
    let lost = |agreement: &Arc<Agreement>| {
        let orphan = plan.orphan(agreement, env.today, seen.now)?;
        let card = plan.card(agreement.card_id)?;
        Some(html! {
            <li key={agreement.agreement_id.to_string()} class="agreement">
                <p class="what" dir="auto"><b>{ &card.words.words }</b>{ ": " }{ &agreement.words.words }</p>
                <div class="row">
                    <p class="state" data-s="care">{ icon("chair") }{ orphan_words(agreement, orphan, env) }</p>
                    if env.writes {
                        <button type="button" class="quiet" onclick={says(act, Act::EditAgreement(agreement.agreement_id))}>
                            { icon("people") }{ env.t("orphan-find") }
                        </button>
                    }
                </div>
            </li>
        })
    };
    let found: Vec<Html> = plan.agreements().filter_map(lost).collect();
    if found.is_empty() {
        return html! {};
    }
    html! {
        <section class="note orphans" aria-labelledby="orphans-title">
            <h3 id="orphans-title">{ env.t("orphans-title") }</h3>
            <ul role="list">{ for found }</ul>
        </section>
    }
}
