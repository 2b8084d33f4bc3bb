//! What others did, in a sentence each, by comparing what was shown with what is shown now.

use super::kit::{Env, same};
use super::proposal::card_of;
use crate::say;
use shared::plan::{CellId, Column, Intent, Plan};

/// More than this at once is said as a number.
const SAID_MOST: usize = 3;

pub fn news(before: &Plan, after: &Plan, env: &Env) -> Option<String> {
    let mut said = vec![];
    let words = &env.words;
    for card in after.cards() {
        let text = &card.words.words;
        match before.card(card.card_id) {
            None => said.push(say!(words, "remote-added", name: env.name(card.added_by), card: text)),
            Some(was) if same(was, card) => {}
            Some(was) => {
                let cell = CellId {
                    column: card.column,
                    lane: card.lane,
                };
                if cell
                    != (CellId {
                        column: was.column,
                        lane: was.lane,
                    })
                {
                    said.push(if is_ours_now(was.column, card.column) {
                        say!(words, "ours-now", card: text)
                    } else {
                        say!(words, "remote-card-moved", card: text, place: &env.place(cell))
                    });
                }
                if was.words.words != *text {
                    said.push(say!(words, "remote-edited", name: env.name(card.words.by), card: text));
                }
            }
        }
    }
    // Taken away or no longer shown: what it was is not said, or it would stand in the page for one who may not see it any more.
    if before.cards().any(|was| after.card(was.card_id).is_none()) {
        said.push(env.t("remote-card-removed"));
    }
    for agreement in after.agreements() {
        let card = after.card(agreement.card_id).map_or("", |card| card.words.words.as_str());
        match before.agreement(agreement.agreement_id) {
            None => said.push(say!(words, "remote-agreement", name: env.name(agreement.words.by), card: card)),
            Some(was) if was.kept != agreement.kept => {
                let kept = env.t(super::agreement::kept_words(agreement.kept).2);
                said.push(format!("{}: {kept}", agreement.words.words));
            }
            Some(_) => {}
        }
    }
    let new = after
        .proposals()
        .filter(|proposal| before.proposal(proposal.proposal_id).is_none() && proposal.by != env.me);
    said.extend(new.map(|proposal| say!(words, "remote-proposed", name: env.name(proposal.by))));
    match said.len() {
        0 => None,
        1..=SAID_MOST => Some(said.join(" ")),
        n => Some(say!(words, "remote-many", n: n)),
    }
}

/// What the municipality did and the family does itself from now on.
fn is_ours_now(was: Column, is: Column) -> bool {
    (was, is) == (Column::Municipality, Column::Ourselves)
}

/// The sentence under which one's own change is confirmed, with the way back beside it.
pub fn own(intent: &Intent, plan: &Plan, env: &Env) -> String {
    let card = card_of(intent, plan)
        .and_then(|id| plan.card(id))
        .map_or("", |card| card.words.words.as_str());
    let words = &env.words;
    match intent {
        Intent::AddCard(new) => say!(words, "undo-card-added", card: new.words.trim()),
        Intent::EditCard { .. } => say!(words, "undo-card-edited", card: card),
        Intent::MoveCard { card_id, to } if plan.card(*card_id).is_some_and(|card| is_ours_now(card.column, to.column)) => {
            say!(words, "ours-now", card: card)
        }
        Intent::MoveCard { .. } => say!(words, "undo-card-moved", card: card),
        Intent::RemoveCard { .. } => say!(words, "undo-card-removed", card: card),
        Intent::AddAgreement(_) | Intent::EditAgreement(_) => env.t("undo-agreement"),
        Intent::RemoveAgreement { .. } => env.t("undo-agreement-removed"),
        Intent::KeepAgreement { kept, .. } => say!(words, "kept-set", kept: &env.t(super::agreement::kept_words(*kept).2)),
        Intent::AcceptProposal { .. } => env.t("proposal-accepted"),
        Intent::DeclineProposal { .. } => env.t("proposal-declined"),
        Intent::WithdrawProposal { .. } => env.t("proposal-withdrawn"),
        Intent::Undo { .. } => env.t("undone"),
        Intent::AnswerAsk { yes: true, .. } => env.t("ask-taken"),
        Intent::AnswerAsk { yes: false, .. } => env.t("ask-not-taken"),
        Intent::SetWish { answers, by, .. } => super::help::answers_by(*answers, *by, env),
        Intent::AddRemark { .. } => env.t("say-said"),
        Intent::SettleRemark { .. } => env.t("say-settled"),
        Intent::TakePen => env.t("pen-taken"),
        // Said on pages of their own.
        _ => String::new(),
    }
}
