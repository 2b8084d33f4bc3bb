//! A placement as it is typed: those for whom it fits, and what the rules for young people say of it.

use super::YOUNG;
use crate::matching::market::Market;
use crate::pages::desk::people::{address, weeks_waited};
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::matching::candidate::{AgeBand, Candidate};
use shared::matching::gates::Context;
use shared::matching::gates::youth::for_age;
use shared::matching::list::{Limit, people_for};
use shared::matching::placement::{Opening, Placement};
use shared::matching::verdict::Verdict;
use shared::matching::words::Kind;

/// People shown beside a placement that is being written.
const LOOKED: Limit = Limit { fits: 12, nearly: 0 };

pub struct Preview {
    pub youth: Vec<(AgeBand, Verdict)>,
    pub fits: Vec<Candidate>,
    pub inputs: String,
    pub rules: String,
}

pub fn preview(market: &Market, placement: &Placement, today: Day) -> Option<Preview> {
    let workplace = &market.workplace(placement.workplace)?.thing;
    let in_force = market.in_force(today);
    let rules = &in_force.rules;
    let opening = Opening { placement, workplace };
    let nos = market.nos_to(opening);
    let listed = people_for(opening, market.candidates(), &nos, &Context { rules, today }, LOOKED);
    Some(Preview {
        youth: youth(market, placement, today),
        fits: listed
            .fits
            .iter()
            .filter_map(|one| market.candidate(one.candidate).cloned())
            .collect(),
        inputs: format!("{:032x}", market.inputs_of_people(placement.id)),
        rules: in_force.version,
    })
}

/// Of a job for a young person, what the rules say of it at each age.
pub fn youth(market: &Market, placement: &Placement, today: Day) -> Vec<(AgeBand, Verdict)> {
    let in_force = market.in_force(today);
    let ages = YOUNG.into_iter().filter(|_| placement.kind == Kind::YouthJob);
    ages.map(|age| (age, for_age(age, placement, placement.begins(today), &in_force.rules)))
        .collect()
}

pub fn people(reader: &Reader, fits: &[Candidate], today: Day) -> Markup {
    html! {
        section.preview role="status" {
            div.head { h2 { (reader.say("place-people")) } span.faint { (fits.len()) " · " (reader.say("place-people-order")) } }
            @if fits.is_empty() { p.empty { (reader.say("place-form-nobody")) } }
            ol {
                @for candidate in fits {
                    @let weeks = weeks_waited(candidate, today);
                    li.could {
                        span.weeks { (weeks) span.unseen { " " (reader.say_count("desk-weeks", weeks)) } }
                        p { a.name href=(reader.link(&address(candidate.id, ""))) { bdi { (candidate.first_name) } } " " span.faint { (candidate.home.community) } }
                    }
                }
            }
        }
    }
}
