//! Short questions before something happens: why propose it, really remove it.

use super::act::{Act, Wish};
use super::draw::{button, el, part};
use super::kit::Env;
use super::sheet::{problem_line, sheet, why_field};
use crate::say;
use shared::plan::{Intent, Plan, Refusal};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct AskProps {
    pub intent: Intent,
    pub title: String,
    /// What else happens with it.
    pub more: Option<String>,
    /// The button that does it.
    pub yes: String,
    pub no: String,
    pub env: Env,
    pub act: Callback<Act>,
    pub problem: Option<Refusal>,
}

#[derive(Debug, Default)]
pub struct Ask {
    why: String,
}

impl Component for Ask {
    type Message = String;
    type Properties = AskProps;

    fn create(_: &Context<Self>) -> Self {
        Ask::default()
    }

    fn update(&mut self, _: &Context<Self>, why: String) -> bool {
        self.why = why;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let AskProps {
            intent,
            title,
            more,
            yes,
            no,
            env,
            act,
            problem,
        } = ctx.props();
        let wish = Wish {
            intent: intent.clone(),
            why: self.why.clone(),
            instead: None,
            then: None,
        };
        let buttons = el("div", "end")
            .child(button("btn", "", yes, act, Act::Wish(Box::new(wish))).set("data-yes", "true"))
            .child(button("btn", "", no, act, Act::Close));
        let body = el("div", "sheet")
            .maybe(more.as_ref().map(|more| el("p", "").text(more)))
            .maybe(
                env.proposes
                    .then(|| why_field(env, &self.why, ctx.link().callback(|why| why))),
            )
            .maybe(problem_line(*problem, env))
            .child(buttons);
        sheet(title.clone(), env, act, vec![body.into()])
    }
}

/// The question for an intent that a dialog has not put into words yet.
pub fn question(intent: &Intent, plan: &Plan, problem: Option<Refusal>, env: &Env, act: &Callback<Act>) -> Html {
    let words = |card: shared::ids::CardId| plan.card(card).map(|card| card.words.words.clone()).unwrap_or_default();
    let send = || env.t("card-propose");
    let (title, more, yes, no) = match intent {
        Intent::RemoveCard { card_id } => {
            let agreements = plan.agreements_of(*card_id).count();
            let more = if agreements > 0 {
                say!(env.words, "card-remove-agreements", n: agreements)
            } else {
                env.t("card-remove-body")
            };
            let yes = if env.proposes { send() } else { env.t("card-remove-yes") };
            (
                say!(env.words, "card-remove-title", card: &words(*card_id)),
                Some(more),
                yes,
                env.t("card-keep"),
            )
        }
        Intent::RemoveAgreement { agreement_id } => {
            let words = plan
                .agreement(*agreement_id)
                .map(|agreement| agreement.words.words.clone())
                .unwrap_or_default();
            let yes = if env.proposes { send() } else { env.t("agreement-remove") };
            (
                say!(env.words, "agreement-remove-title", agreement: &words),
                Some(env.t("card-remove-body")),
                yes,
                env.t("back"),
            )
        }
        Intent::MoveCard { card_id, to } => (
            say!(env.words, "move-title", card: &words(*card_id)),
            Some(env.place(to.cell())),
            send(),
            env.t("back"),
        ),
        _ => (env.t("proposal-why-ask"), None, send(), env.t("back")),
    };
    part::<Ask>(
        AskProps {
            intent: intent.clone(),
            title,
            more,
            yes,
            no,
            env: env.clone(),
            act: act.clone(),
            problem,
        },
        "ask",
    )
}
