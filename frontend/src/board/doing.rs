//! From what a person did to a change: judged, said, and shown with the way back.

use super::act::Act;
use super::act::{Also, Instead, Reply, Wish, Written};
use super::drag::{self, Drop};
use super::kit::Env;
use super::{Board, Dialog, TOAST_MS, Toast, agreement, editor, move_menu, news, proposal, reasons};
use crate::say;
use gloo::timers::callback::Timeout;
use shared::ids::{CardId, ProposalId};
use shared::plan::{AgreementEdit, Answer, CardEdit, CellId, Column, Intent, Lane, Place, Plan, Refusal, Text, TextEdit};
use yew::prelude::Context;

impl Board {
    /// One wish through the session, said and shown with the way back.
    pub(super) fn want(&mut self, ctx: &Context<Self>, intent: Intent, why: String, env: &Env) -> Result<Answer, Refusal> {
        let before = self.seen.clone();
        let plan = before.as_ref().map(|seen| seen.plan.clone()).unwrap_or_default();
        let said = news::own(&intent, &plan, env);
        let about = match &intent {
            Intent::AddCard(new) => new.words.clone(),
            _ => proposal::card_of(&intent, &plan)
                .and_then(|id| plan.card(id))
                .map(|card| card.words.words.clone())
                .unwrap_or_default(),
        };
        let undone = matches!(intent, Intent::Undo { .. });
        match ctx.props().session.submit(intent, why) {
            Ok((_, answer)) => {
                self.look(ctx);
                match answer {
                    Answer::Applied => self.toast(ctx, said, !undone),
                    Answer::Proposed => self.toast(ctx, say!(env.words, "move-proposed", card: about.trim()), true),
                    Answer::Nothing | Answer::Refused(_) => {}
                }
                Ok(answer)
            }
            Err(refusal) => {
                let reason = reasons::whole(refusal, env);
                self.announcer.say_now(&reason);
                if self.dialog.is_some() {
                    self.problem = Some(refusal);
                } else {
                    self.toast(ctx, reason, false);
                }
                Err(refusal)
            }
        }
    }

    /// A wish that is said with one tap; a dialog that it was said in is done.
    pub(super) fn say(&mut self, ctx: &Context<Self>, intent: Intent, env: &Env) {
        self.close(ctx);
        let _ = self.want(ctx, intent, String::new(), env);
    }

    pub(super) fn toast(&mut self, ctx: &Context<Self>, text: String, undo: bool) {
        self.toasts += 1;
        let number = self.toasts;
        self.announcer.say(&text);
        self.toast = Some(Toast { text, undo, number });
        let link = ctx.link().clone();
        self.toast_timer = Some(Timeout::new(TOAST_MS, move || link.send_message(Act::ToastOver(number))));
    }

    pub(super) fn wish(&mut self, ctx: &Context<Self>, wish: Wish, env: &Env) {
        let added = match (&wish.intent, &wish.instead) {
            (Intent::AddCard(new), None) => Some(new.place.column),
            _ => None,
        };
        let intent = match wish.instead {
            Some(instead) => {
                let (proposal_id, seen) = (instead.proposal_id, instead.seen);
                Intent::AcceptProposal {
                    proposal_id,
                    seen,
                    instead: Some(Box::new(wish.intent)),
                }
            }
            None => wish.intent,
        };
        if self.want(ctx, intent, wish.why, env).is_err() {
            return;
        }
        self.close(ctx);
        if let Some(column) = added {
            self.column = column;
        }
        if let Some(then) = wish.then {
            self.hear(ctx, *then);
        }
    }

    /// A card was let go, by a hand, by keys or by the menu.
    pub(super) fn dropped(&mut self, ctx: &Context<Self>, drop: Drop, plan: &Plan, env: &Env) {
        let Some(card) = plan.card(drop.card_id) else { return };
        let from = drag::spot_of(plan, card);
        let cell = drop.place.cell();
        let others = drag::others(plan, cell, card.card_id);
        let index = drop.place.index_in(&others);
        self.focus = self.control_in_use(card.card_id);
        let by_menu = matches!(self.dialog, Some(Dialog::Move(_)));
        let nudged = by_menu && cell == from.cell;
        if by_menu && !nudged {
            self.focus = Some((card.card_id, "data-move"));
        }
        if !nudged {
            self.close(ctx);
        }
        if cell == from.cell && index == from.index {
            return self.announcer.say(&say!(env.words, "drag-stayed", card: &card.words.words));
        }
        if cell.lane == Some(Lane::Now) && env.is_family() && move_menu::now_is_full(plan, card) {
            return self.open(ctx, Dialog::Swap(drop));
        }
        let intent = Intent::MoveCard {
            card_id: card.card_id,
            to: drop.place,
        };
        if env.proposes {
            return self.open(ctx, Dialog::Ask(intent));
        }
        if self.want(ctx, intent, String::new(), env).is_ok() {
            let (place, old) = (env.place(cell), env.place(from.cell));
            let total = others.len() + 1;
            let text =
                say!(env.words, "drag-dropped", card: &card.words.words, from: &old, to: &place, n: index + 1, total: total);
            self.announcer.say(&text);
            ctx.props().host.moved(card.card_id, from.cell, cell, index);
            // Whoever says stop is told who answers, and may choose someone else.
            if cell.column == Column::NoMore && cell != from.cell {
                self.open(ctx, Dialog::Wish(card.card_id));
            }
        }
    }

    /// The card waits in Soon, so that the other has its place in Now.
    pub(super) fn swap(&mut self, ctx: &Context<Self>, other: CardId, env: &Env) {
        let (Some(Dialog::Swap(drop)), Some(seen)) = (self.dialog.clone(), self.seen.clone()) else {
            return;
        };
        let Some(waits) = seen.plan.card(other) else { return };
        let soon = CellId {
            column: waits.column,
            lane: Some(Lane::Soon),
        };
        let first = Place {
            before: seen.plan.cell(soon).first().copied(),
            ..Place::end_of(soon)
        };
        if self
            .want(
                ctx,
                Intent::MoveCard {
                    card_id: other,
                    to: first,
                },
                String::new(),
                env,
            )
            .is_err()
        {
            return;
        }
        self.close(ctx);
        if let Some(seen) = self.seen.clone() {
            self.dropped(ctx, drop, &seen.plan, env);
        }
        self.focus = Some((drop.card_id, "data-move"));
    }

    pub(super) fn reply(&mut self, ctx: &Context<Self>, id: ProposalId, reply: Reply, hash: String, plan: &Plan, env: &Env) {
        let Some(proposal) = plan.proposal(id) else { return };
        match reply {
            Reply::Yes => {
                self.close(ctx);
                let _ = self.want(
                    ctx,
                    Intent::AcceptProposal {
                        proposal_id: id,
                        seen: hash,
                        instead: None,
                    },
                    String::new(),
                    env,
                );
            }
            Reply::No => {
                self.close(ctx);
                let _ = self.want(ctx, Intent::DeclineProposal { proposal_id: id }, String::new(), env);
            }
            Reply::Change => {
                let instead = Some(Instead {
                    proposal_id: id,
                    seen: hash,
                });
                if let Some(dialog) = own_version(&proposal.intent, instead, plan) {
                    self.open(ctx, dialog);
                }
            }
        }
    }
}

/// The dialog in which the family makes a proposal their own.
fn own_version(intent: &Intent, instead: Option<Instead>, plan: &Plan) -> Option<Dialog> {
    let card = |draft: editor::Draft| {
        Dialog::Editor(editor::Draft {
            instead: instead.clone(),
            ..draft
        })
    };
    let agreement = |draft: agreement::Draft| {
        Dialog::Agreement(agreement::Draft {
            instead: instead.clone(),
            ..draft
        })
    };
    Some(match intent {
        Intent::AddCard(new) => card(editor::Draft::of_new(new)),
        Intent::EditCard { card_id, edit } => card(editor::Draft::of_edit(plan.card(*card_id)?, edit)),
        Intent::MoveCard { card_id, .. } | Intent::RemoveCard { card_id } => card(editor::Draft::of(plan.card(*card_id)?)),
        Intent::AddAgreement(new) => agreement(agreement::Draft {
            words: new.words.clone(),
            holder: new.holder,
            due: new.due,
            ..agreement::Draft::new(new.card_id)
        }),
        Intent::EditAgreement(edit) => {
            let mut draft = agreement::Draft::of(plan.agreement(edit.agreement_id)?);
            if let Some(words) = &edit.words {
                draft.words.clone_from(&words.to);
            }
            draft.holder = edit.holder.clone().map_or(draft.holder, |holder| holder.into_option());
            draft.due = edit.due.clone().map_or(draft.due, |due| due.into_option());
            agreement(draft)
        }
        Intent::RemoveAgreement { agreement_id } | Intent::KeepAgreement { agreement_id, .. } => {
            agreement(agreement::Draft::of(plan.agreement(*agreement_id)?))
        }
        _ => return None,
    })
}

/// Taking the other's words, or letting one's own stand: both end the question.
pub(super) fn answer_also(plan: &Plan, written: Written, also: Also) -> Option<Intent> {
    let edit = |text: &Text| {
        let to = match also {
            Also::Take => text.also.as_ref()?.words.clone(),
            Also::Leave => text.words.clone(),
        };
        Some(TextEdit {
            from: text.words.clone(),
            to,
        })
    };
    let card = |card_id: CardId, edit: CardEdit| Some(Intent::EditCard { card_id, edit });
    match written {
        Written::Words(id) => card(
            id,
            CardEdit {
                words: edit(&plan.card(id)?.words),
                ..CardEdit::default()
            },
        ),
        Written::When(id) => card(
            id,
            CardEdit {
                when: edit(&plan.card(id)?.when),
                ..CardEdit::default()
            },
        ),
        Written::Why(id) => card(
            id,
            CardEdit {
                why: edit(&plan.card(id)?.why),
                ..CardEdit::default()
            },
        ),
        Written::Agreement(id) => {
            let words = edit(&plan.agreement(id)?.words);
            Some(Intent::EditAgreement(AgreementEdit {
                words,
                ..AgreementEdit::of(id)
            }))
        }
    }
}
