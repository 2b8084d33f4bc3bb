//! The wish to end a help, what became of it, and what the municipality has decided. A decision is shown as one,
//! with how to complain, and never as an agreement.

use super::super::desk::{As, Blank, Deed, Desk};
use crate::error::Error;
use crate::pages::parts::phone;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::DecisionId;
use shared::plan::{Answered, Card, CellId, Column, Decision, EndWish, Intent, NewAnswer, NewDecision, Place, Role, WishAnswer};

pub fn wish(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let Some(wish) = card.help.as_ref().and_then(|help| help.wish.as_ref()) else {
        return Ok(html! {});
    };
    Ok(html! {
        section.leaf id="wish" {
            h2 { (desk.say("wish-said-stop")) }
            @match &wish.answer {
                Some(answer) => (answered(desk, answer)),
                None => (waiting(desk, wish)),
            }
            (answer_forms(desk, card, wish)?)
            (who_answers(desk, card, wish)?)
            (keep_after_all(desk, card)?)
        }
    })
}

/// How long the family has waited, for whom, and until when.
pub fn waiting(desk: &Desk<'_>, wish: &EndWish) -> Markup {
    let today = desk.visit.today;
    let waited = today.days_since(Day::in_denmark(wish.asked_at));
    let by = desk.reader().date(wish.by);
    html! {
        p.waited { (desk.reader().say_count("wish-waited", u32::try_from(waited).unwrap_or(0))) }
        @match wish.answers.and_then(|id| desk.plan().member(id)) {
            Some(member) if wish.by < today => {
                p.care { (desk.say_with("wish-late", &[("name", &member.name), ("date", &by)])) " " (phone(member)) }
            }
            Some(member) => p { (desk.say_with("wish-answers", &[("name", &member.name), ("date", &by)])) },
            None => p.care { (desk.say("wish-nobody")) },
        }
    }
}

fn answered(desk: &Desk<'_>, answer: &WishAnswer) -> Markup {
    let date = |day| desk.reader().date(day);
    html! {
        @match answer.how {
            Answered::Ends(on) => {
                p.waited { (desk.say_with("wish-ends-on", &[("date", &date(on))])) }
                @if !answer.words.is_empty() { p dir="auto" { (answer.words) } }
            }
            Answered::Decided { decision_id, ends } => {
                @if let Some(ends) = ends { p.waited { (desk.say_with("wish-ends-on", &[("date", &date(ends))])) } }
                @match desk.plan().decision(decision_id) {
                    Some(found) => (decision(desk, found)),
                    None => p { (desk.say("decision-elsewhere")) },
                }
            }
            Answered::Stays { talk_to } => {
                p.waited { (desk.say("wish-stays-title")) }
                p dir="auto" { (answer.words) }
                @if let Some(member) = desk.plan().member(talk_to) {
                    p { (desk.say_with("wish-talk-to", &[("name", &member.name)])) " " (phone(member)) }
                }
            }
        }
        p.hint { (desk.say_with("wish-answered-by", &[("name", desk.name(answer.by)), ("date", &date(Day::in_denmark(answer.at)))])) }
    }
}

/// What an answer can be, each with the same weight.
fn answer_forms(desk: &Desk<'_>, card: &Card, wish: &EndWish) -> Result<Markup, Error> {
    let words = String::new();
    let on = desk.visit.today;
    let answer = NewAnswer::Ends { words, on };
    let card_id = card.card_id;
    if desk.way(&Intent::AnswerWish { card_id, answer }).is_none() {
        return Ok(html! {});
    }
    let deed = |name| Deed {
        name,
        about: "",
        way: super::super::desk::Way::Happens,
    };
    let title = match (&wish.answer, wish.answers == Some(desk.me())) {
        (Some(_), _) => "wish-answer-again",
        (None, true) => "wish-answer-mine",
        (None, false) => "wish-answer-told",
    };
    let mut people = desk.members(|member| matches!(member.role, Role::Coordinator | Role::Professional));
    people.insert(0, (String::new(), desk.say("desk-choose")));
    let (ends, decided, stays) = (deed("ends"), deed("decided"), deed("stays"));
    let blank = Blank::default();
    Ok(html! {
        h3 { (desk.say(title)) }
        (desk.folded(ends, &desk.say("wish-answer-ends"), &html! {
            (desk.field(ends, Blank { name: "on", label: "wish-ends-when", must: true, ..blank }, As::Day))
            (desk.field(ends, Blank { name: "words", label: "wish-words", most: 500, ..blank }, As::Lines))
        })?)
        (desk.folded(decided, &desk.say("wish-answer-decided"), &html! {
            p.hint { (desk.say("decision-hint")) }
            (decision_fields(desk, decided))
            (desk.field(decided, Blank { name: "ends", label: "wish-decided-ends", hint: "wish-decided-ends-hint", ..blank }, As::Day))
        })?)
        (desk.folded(stays, &desk.say("wish-answer-stays"), &html! {
            (desk.field(stays, Blank { name: "words", label: "wish-stays-why", most: 500, must: true, ..blank }, As::Lines))
            (desk.field(stays, Blank { name: "talk_to", label: "wish-stays-talk-to", must: true, ..blank }, As::Select(&people)))
        })?)
    })
}

fn who_answers(desk: &Desk<'_>, card: &Card, wish: &EndWish) -> Result<Markup, Error> {
    let intent = Intent::SetWish {
        card_id: card.card_id,
        answers: desk.me(),
        by: wish.by,
    };
    let Some(deed) = desk.deed("wish", "", &intent).filter(|_| wish.answer.is_none()) else {
        return Ok(html! {});
    };
    let people = desk.members(|member| !matches!(member.role, Role::Child | Role::Interpreter));
    let (answers, by) = (wish.answers.map(|id| id.to_string()).unwrap_or_default(), wish.by.to_string());
    let fields = html! {
        (desk.field(deed, Blank { name: "answers", label: "wish-who", value: &answers, must: true, ..Blank::default() }, As::Select(&people)))
        (desk.field(deed, Blank { name: "by", label: "wish-by", value: &by, must: true, ..Blank::default() }, As::Day))
    };
    desk.folded(deed, &desk.say("wish-set"), &fields)
}

/// The way back: it is not for ever to have said stop.
fn keep_after_all(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let intent = Intent::MoveCard {
        card_id: card.card_id,
        to: end_of(Column::Municipality),
    };
    match desk.deed("keep", "", &intent) {
        Some(deed) => desk.button(deed, &desk.say("wish-keep")),
        None => Ok(html! {}),
    }
}

/// Where help lies: it has no lane.
pub fn end_of(column: Column) -> Place {
    Place::end_of(CellId { column, lane: None })
}

/// What the municipality has decided about this card. What answers a wish stands there.
pub fn decisions(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let answers_wish: Option<DecisionId> = card.help.as_ref().and_then(|help| {
        let answer = help.wish.as_ref()?.answer.as_ref()?;
        match answer.how {
            Answered::Decided { decision_id, .. } => Some(decision_id),
            _ => None,
        }
    });
    let here = desk
        .plan()
        .decisions()
        .filter(|decision| decision.card_id == Some(card.card_id) && Some(decision.decision_id) != answers_wish);
    let here: Vec<_> = here.collect();
    let new = Intent::AddDecision {
        card_id: Some(card.card_id),
        decision: NewDecision {
            words: String::new(),
            decided_on: desk.visit.today,
            reference: String::new(),
            complain: String::new(),
            complain_by: None,
        },
    };
    let add = desk.deed("decision", "", &new);
    // To what the family does itself, the municipality has nothing to decide.
    let is_theirs = matches!(card.column, Column::Municipality | Column::NoMore);
    if here.is_empty() && (add.is_none() || !is_theirs) {
        return Ok(html! {});
    }
    Ok(html! {
        section.leaf {
            h2 { (desk.say("decision-title")) }
            p.hint { (desk.say("decision-hint")) }
            @for found in here {
                (decision(desk, found))
                @let id = found.decision_id.to_string();
                @let decision_id = found.decision_id;
                @if let Some(deed) = desk.deed("undecide", &id, &Intent::RemoveDecision { decision_id }) {
                    (desk.button(deed, &desk.say("decision-remove"))?)
                }
            }
            @if let Some(deed) = add {
                (desk.folded(deed, &desk.say("decision-add"), &decision_fields(desk, deed))?)
            }
        }
    })
}

fn decision(desk: &Desk<'_>, decision: &Decision) -> Markup {
    let date = |day| desk.reader().date(day);
    html! {
        article.decision {
            h3 { (desk.say("decision-from")) }
            p dir="auto" { (decision.words) }
            dl.known {
                dt { (desk.say("decision-on")) }
                dd { time datetime=(decision.decided_on) { (date(decision.decided_on)) } }
                @if !decision.reference.is_empty() {
                    dt { (desk.say("decision-reference")) }
                    dd dir="auto" { (decision.reference) }
                }
                @if !decision.complain.is_empty() {
                    dt { (desk.say("decision-complain")) }
                    dd dir="auto" { (decision.complain) }
                }
                @if let Some(by) = decision.complain_by {
                    dt { (desk.say("decision-complain-by")) }
                    dd { time datetime=(by) { (date(by)) } }
                }
            }
            p.hint { (desk.say_with("decision-written-by", &[("name", desk.name(decision.by))])) }
        }
    }
}

fn decision_fields(desk: &Desk<'_>, deed: Deed<'_>) -> Markup {
    let today = desk.visit.today.to_string();
    let blank = Blank::default();
    html! {
        (desk.field(deed, Blank { name: "words", label: "decision-words", most: 500, must: true, ..blank }, As::Lines))
        (desk.field(deed, Blank { name: "decided_on", label: "decision-on", value: &today, must: true, ..blank }, As::Day))
        (desk.field(deed, Blank { name: "reference", label: "decision-reference", hint: "decision-reference-hint", most: 80, ..blank }, As::Line))
        (desk.field(deed, Blank { name: "complain", label: "decision-complain", hint: "decision-complain-hint", most: 500, ..blank }, As::Lines))
        (desk.field(deed, Blank { name: "complain_by", label: "decision-complain-by", ..blank }, As::Day))
    }
}
