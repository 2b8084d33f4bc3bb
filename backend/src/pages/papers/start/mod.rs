//! Dreams first: a new plan begins with three questions, one screen each, and none of them must be answered.

pub mod new_plan;
pub mod routes;

use super::desk::Blank;
use super::routes::Visit;
use super::{BOARD, Paper};
use crate::pages::parts::{Field, form, submit};
use crate::plan::{Look, Seen, of_the_family};
use maud::{Markup, html};
use shared::ids::ChangeId;
use shared::plan::text::{NAME_MAX, WHY_MAX, WORDS_MAX};
use shared::plan::{Card, CellId, Column, Intent, Kind, NewCard, NewMember, Place, Plan, Role};

/// The version of the first texts, which are read before the first word is written.
pub const TEXTS: u16 = 1;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Dreams,
    NoMore,
    People,
    End,
}

impl Step {
    pub const ALL: [Step; 4] = [Step::Dreams, Step::NoMore, Step::People, Step::End];

    pub fn paper(self) -> &'static Paper {
        match self {
            Step::Dreams => &DREAMS,
            Step::NoMore => &NO_MORE,
            Step::People => &PEOPLE,
            Step::End => &END,
        }
    }

    pub fn read(text: &str) -> Option<Step> {
        let slug = format!("start/{text}");
        Step::ALL.into_iter().find(|step| step.paper().slug == slug)
    }

    fn next(self) -> Step {
        match self {
            Step::Dreams => Step::NoMore,
            Step::NoMore => Step::People,
            Step::People | Step::End => Step::End,
        }
    }
}

static DREAMS: Paper = of_step("start/1", "start-dreams");
static NO_MORE: Paper = of_step("start/2", "start-no-more");
static PEOPLE: Paper = of_step("start/3", "start-people");
static END: Paper = of_step("start/end", "start-end");

const fn of_step(slug: &'static str, key: &'static str) -> Paper {
    Paper {
        slug,
        key,
        look: Look::Start,
        is_for: of_the_family,
    }
}

/// What a form of a step sends. What a step does not ask for is not there.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Answer {
    #[schema(value_type = Option<uuid::Uuid>)]
    pub change_id: Option<ChangeId>,
    /// A dream, a help that is no longer wanted, or a name.
    pub words: String,
    pub why: String,
    pub relation: String,
    pub phone: String,
    /// The first texts were read; nothing else is sent then.
    pub informed: bool,
}

impl Answer {
    /// The wish behind the answer to this step.
    pub fn intent(&self, step: Step, language: &str) -> Option<Intent> {
        if self.informed {
            return Some(Intent::BeInformed {
                version: TEXTS,
                language: language.to_owned(),
            });
        }
        match step {
            Step::Dreams => Some(Intent::AddCard(self.card(Kind::Dream, Column::Dreams))),
            Step::NoMore => Some(Intent::AddCard(self.card(Kind::Help, Column::NoMore))),
            Step::People => Some(Intent::AddMember(NewMember {
                name: self.words.clone(),
                role: Role::Network,
                relation: self.relation.clone(),
                purpose: String::new(),
                phone: Some(self.phone.clone()),
            })),
            Step::End => None,
        }
    }

    fn card(&self, kind: Kind, column: Column) -> NewCard {
        let place = Place::end_of(CellId { column, lane: None });
        NewCard {
            why: self.why.clone(),
            ..NewCard::new(kind, place, self.words.clone())
        }
    }
}

/// A step as it is asked, with what stood in the form where it was not taken.
pub fn step(visit: &Visit, seen: &Seen, step: Step, new: ChangeId, sent: &Answer) -> Markup {
    let reader = &visit.reader;
    let informed = seen.plan.member(seen.member_id).is_some_and(|me| me.informed.is_some());
    if step == Step::End {
        return end(visit, &seen.plan);
    }
    if !informed {
        return texts(visit, step, new);
    }
    let number = Step::ALL
        .iter()
        .position(|each| *each == step)
        .map_or(0, |index| index + 1)
        .to_string();
    let added = added(&seen.plan, step);
    let onward = if added.is_empty() { "start-skip" } else { "start-onward" };
    html! {
        p.small { (reader.say_with("start-question-of", &[("n", &number)])) }
        p.lead { (reader.say(about(step))) }
        @if !added.is_empty() {
            section.added aria-label=(reader.say("start-added")) {
                (list(visit, &added))
            }
        }
        (form(reader, &step.paper().address(visit.plan_id), sent.change_id.unwrap_or(new), &html! {
            (fields(visit, step, sent))
            p.two {
                button.answer type="submit" { (reader.say(put(step))) }
                a.answer href=(visit.link(step.next().paper())) { (reader.say(onward)) }
            }
        }))
    }
}

fn about(step: Step) -> &'static str {
    match step {
        Step::Dreams => "start-dreams-about",
        Step::NoMore => "start-no-more-about",
        Step::People | Step::End => "start-people-about",
    }
}

fn put(step: Step) -> &'static str {
    match step {
        Step::Dreams => "card-put-dream",
        Step::NoMore => "start-no-more-put",
        Step::People | Step::End => "start-people-put",
    }
}

fn fields(visit: &Visit, step: Step, sent: &Answer) -> Markup {
    let reader = &visit.reader;
    let field = |name: &'static str, label: &str, hint: &str, value: &str, most: usize, draw: fn(&Field<'_>) -> Markup| {
        let blank = Blank {
            name,
            label,
            hint,
            value,
            most,
            must: name == "words",
        };
        blank.drawn(reader, draw)
    };
    match step {
        Step::Dreams => html! {
            (field("words", "start-dream", "start-dream-hint", &sent.words, WORDS_MAX, |field| field.lines()))
            (field("why", "card-why", "start-may-be-empty", &sent.why, WHY_MAX, |field| field.line()))
            p.hint { (reader.say("start-dreams-seen")) }
        },
        Step::NoMore => html! {
            (field("words", "start-no-more-what", "start-no-more-hint", &sent.words, WORDS_MAX, |field| field.lines()))
            (field("why", "start-no-more-why", "start-may-be-empty", &sent.why, WHY_MAX, |field| field.line()))
            p.hint { (reader.say("start-no-more-then")) }
        },
        Step::People | Step::End => html! {
            (field("words", "start-name", "", &sent.words, NAME_MAX, |field| field.line()))
            (field("relation", "start-relation", "start-relation-hint", &sent.relation, NAME_MAX, |field| field.line()))
            (field("phone", "start-phone", "start-may-be-empty", &sent.phone, NAME_MAX, |field| field.phone()))
            p.hint { (reader.say("start-people-see")) }
        },
    }
}

/// What the municipality stores and must pass on, before the first word.
fn texts(visit: &Visit, step: Step, new: ChangeId) -> Markup {
    let reader = &visit.reader;
    html! {
        section.take {
            h2 { (reader.say("text-a-title")) }
            p { (reader.say("text-a")) }
            h2 { (reader.say("text-b-title")) }
            p { (reader.say("text-b")) }
        }
        (form(reader, &step.paper().address(visit.plan_id), new, &html! {
            input type="hidden" name="informed" value="true";
            p.hint { (reader.say("texts-not-consent")) }
            (submit(&reader.say("texts-read-one")))
        }))
    }
}

/// Something that this step has put on the table.
struct Added<'a> {
    plan: &'a Plan,
    words: &'a str,
    card: Option<&'a Card>,
    relation: &'a str,
}

fn added(plan: &Plan, step: Step) -> Vec<Added<'_>> {
    match step {
        Step::Dreams => cards(plan, Column::Dreams),
        Step::NoMore => cards(plan, Column::NoMore),
        Step::People | Step::End => {
            let ours = plan
                .members()
                .filter(|member| member.role == Role::Network && member.left_at.is_none());
            ours.map(|member| Added {
                plan,
                words: &member.name,
                card: None,
                relation: &member.relation,
            })
            .collect()
        }
    }
}

fn cards(plan: &Plan, column: Column) -> Vec<Added<'_>> {
    let cell = plan.cell(CellId { column, lane: None });
    let cards = cell.iter().filter_map(|card_id| plan.card(*card_id));
    cards
        .map(|card| Added {
            plan,
            words: &card.words.words,
            card: Some(card),
            relation: "",
        })
        .collect()
}

impl Added<'_> {
    /// Who answers a wish to end a help and by when, or who a person is.
    fn more(&self, visit: &Visit) -> Option<String> {
        let reader = &visit.reader;
        let wish = self
            .card
            .and_then(|card| card.help.as_ref())
            .and_then(|help| help.wish.as_ref());
        match wish.filter(|wish| wish.answer.is_none()) {
            Some(wish) => {
                let date = reader.date(wish.by);
                Some(match wish.answers.and_then(|answers| self.plan.member(answers)) {
                    Some(member) => reader.say_with("wish-answers", &[("name", &member.name), ("date", &date)]),
                    None => reader.say("wish-nobody"),
                })
            }
            None => Some(self.relation.to_owned()).filter(|relation| !relation.is_empty()),
        }
    }
}

fn list(visit: &Visit, added: &[Added<'_>]) -> Markup {
    html! {
        ul {
            @for each in added {
                li {
                    span dir="auto" { (each.words) }
                    @if let Some(more) = each.more(visit) { p.small dir="auto" { (more) } }
                }
            }
        }
    }
}

/// What stands now, and what comes next.
fn end(visit: &Visit, plan: &Plan) -> Markup {
    let reader = &visit.reader;
    let people = &super::people::PEOPLE;
    html! {
        p.lead { (reader.say("start-end-about")) }
        @for step in [Step::Dreams, Step::NoMore, Step::People] {
            @let added = added(plan, step);
            section.take {
                h2 { (reader.say(stands(step))) }
                @if added.is_empty() {
                    p { (reader.say("start-nothing")) " " a href=(visit.link(step.paper())) { (reader.say("start-write")) } }
                } @else {
                    (list(visit, &added))
                }
            }
        }
        p { (reader.say("start-invite")) " " a href=(visit.link(people)) { (reader.say(people.key)) } }
        p { a.button href=(visit.link(&BOARD)) { (reader.say("start-to-board")) } }
    }
}

fn stands(step: Step) -> &'static str {
    match step {
        Step::Dreams => "column-dreams",
        Step::NoMore => "column-nomore",
        Step::People | Step::End => "role-network-group",
    }
}

/// For a page of a plan on which nothing has been written yet: where it can begin, for those whose plan it is.
pub fn greeting(reader: &crate::pages::reader::Reader, plan_id: shared::ids::PlanId, seen: &Seen) -> Option<Markup> {
    let is_theirs = seen.role().is_some_and(of_the_family) && seen.plan.cards().next().is_none();
    is_theirs.then(|| {
        html! {
            section.greeting {
                h2 { (reader.say("start-welcome")) }
                p.lead { (reader.say("start-welcome-about")) }
                p { a.button href=(reader.link(&Step::Dreams.paper().address(plan_id))) { (reader.say("start-begin")) } }
            }
        }
    })
}
