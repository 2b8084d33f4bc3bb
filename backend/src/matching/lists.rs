//! Places for a person and people for a place, as one reader is about to see them.
//!
//! Each comes together with the proof that the look was written down, so no list can be shown without.

use super::access::{self, Reader};
use super::looked::{Disclosed, Showing, View, disclose};
use super::market::Market;
use crate::app::App;
use crate::auth::Caller;
use crate::error::Error;
use crate::random;
use shared::day::Day;
use shared::ids::{CandidateId, PlacementId};
use shared::matching::candidate::Candidate;
use shared::matching::gates::Context;
use shared::matching::list::{Limit, Listed, Match, people_for as list_people, places_for as list_places};
use shared::matching::placement::{Company, Opening, Placement, Workplace};
use shared::matching::verdict::{Gate, Missing, Verdict};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A placement with where it is and whose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Offer {
    pub placement: Placement,
    pub workplace: Workplace,
    pub company: Company,
}

impl Offer {
    pub fn opening(&self) -> Opening<'_> {
        Opening {
            placement: &self.placement,
            workplace: &self.workplace,
        }
    }
}

/// What a list was made of, for whoever asks later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeOf {
    pub today: Day,
    /// A hash of everything that was known.
    pub inputs: String,
    /// The version of the rules of law.
    pub rules: String,
}

/// Places for one candidate.
#[derive(Clone, Debug)]
pub struct Places {
    pub reader: Reader,
    pub candidate: Candidate,
    pub listed: Listed,
    /// Those that are listed.
    pub offers: BTreeMap<PlacementId, Offer>,
    pub made_of: MadeOf,
    _disclosed: Disclosed,
}

/// People for one placement.
#[derive(Clone, Debug)]
pub struct People {
    pub offer: Offer,
    pub listed: Listed,
    /// Those who are listed.
    pub candidates: BTreeMap<CandidateId, Candidate>,
    pub made_of: MadeOf,
    _disclosed: Disclosed,
}

/// For the candidate themselves and for consultants. To everybody else there is no such candidate.
pub async fn places_for(app: &App, caller: &Caller, candidate_id: CandidateId, limit: Limit) -> Result<Places, Error> {
    let reader = access::reader_of(app, caller, candidate_id).await?;
    let today = Day::in_denmark(app.clock().now());
    let (candidate, listed, offers, made_of) = app
        .desk()
        .ask(move |market| {
            let candidate = market.candidate(candidate_id)?;
            let ready = market.ready(today);
            let listed = list_places(candidate, &ready.places, &market.nos_of(candidate_id), limit);
            let offers = shown(&listed)
                .filter_map(|one| Some((one.placement, offer(market, one.placement)?)))
                .collect();
            let inputs = market.inputs_of_places(candidate_id);
            Some((
                candidate.clone(),
                listed,
                offers,
                made_of(today, inputs, ready.version.clone()),
            ))
        })
        .await?
        .ok_or(Error::NotFound)?;
    let listed = match reader {
        Reader::Own(_) => without_numbers(listed),
        Reader::Consultant(_) => listed,
    };
    let shown = shown(&listed).map(|one| one.placement.0).collect();
    let disclosed = write_down(app, caller, View::Places, candidate_id.0, &made_of, shown, vec![candidate_id]).await?;
    Ok(Places {
        reader,
        candidate,
        listed,
        offers,
        made_of,
        _disclosed: disclosed,
    })
}

/// For consultants alone.
pub async fn people_for(app: &App, caller: &Caller, placement_id: PlacementId, limit: Limit) -> Result<People, Error> {
    access::consultant(app, caller).await?;
    let today = Day::in_denmark(app.clock().now());
    let (offer, listed, candidates, made_of) = app
        .desk()
        .ask(move |market| {
            let opening = market.opening(placement_id)?;
            let in_force = market.in_force(today);
            let rules = &in_force.rules;
            let nos = market.nos_to(opening);
            let listed = list_people(opening, market.candidates(), &nos, &Context { rules, today }, limit);
            let candidates: BTreeMap<CandidateId, Candidate> = shown(&listed)
                .filter_map(|one| Some((one.candidate, market.candidate(one.candidate)?.clone())))
                .collect();
            let inputs = market.inputs_of_people(placement_id);
            Some((
                offer(market, placement_id)?,
                listed,
                candidates,
                made_of(today, inputs, in_force.version),
            ))
        })
        .await?
        .ok_or(Error::NotFound)?;
    let people: Vec<CandidateId> = shown(&listed).map(|one| one.candidate).collect();
    let shown = people.iter().map(|id| id.0).collect();
    let disclosed = write_down(app, caller, View::People, placement_id.0, &made_of, shown, people).await?;
    Ok(People {
        offer,
        listed,
        candidates,
        made_of,
        _disclosed: disclosed,
    })
}

/// Whether there is a seat under the ratio rule, without how much of one. At a small workplace that would be how many hours
/// somebody is there with support, and who: it is for consultants alone.
fn without_numbers(mut listed: Listed) -> Listed {
    let all = listed.fits.iter_mut().chain(&mut listed.nearly);
    let verdicts = all.flat_map(|one| &mut one.verdicts);
    for (_, verdict) in verdicts.filter(|(gate, _)| *gate == Gate::Ratio) {
        match verdict {
            Verdict::Ok(slack) => *slack = 0,
            Verdict::Fail(violation) => {
                if let Missing::Seats { free, asked } = &mut violation.missing {
                    (*free, *asked) = (0, 0);
                }
            }
            Verdict::Unknown(_) => {}
        }
    }
    listed
}

fn shown(listed: &Listed) -> impl Iterator<Item = &Match> {
    listed.fits.iter().chain(&listed.nearly)
}

/// A placement with its workplace and company, where all three are there.
pub fn offer(market: &Market, placement_id: PlacementId) -> Option<Offer> {
    let opening = market.opening(placement_id)?;
    Some(Offer {
        placement: opening.placement.clone(),
        workplace: opening.workplace.clone(),
        company: market.company(opening.workplace.company)?.thing.clone(),
    })
}

pub(super) fn made_of(today: Day, inputs: u128, rules: String) -> MadeOf {
    MadeOf {
        today,
        inputs: format!("{inputs:032x}"),
        rules,
    }
}

pub(super) async fn write_down(
    app: &App,
    caller: &Caller,
    view: View,
    subject_id: Uuid,
    made_of: &MadeOf,
    shown: Vec<Uuid>,
    candidates: Vec<CandidateId>,
) -> Result<Disclosed, Error> {
    let now = app.clock().now();
    let showing = Showing {
        view,
        subject_id: Some(subject_id),
        inputs: made_of.inputs.clone(),
        rules: made_of.rules.clone(),
        shown,
        candidates,
    };
    Ok(disclose(app.db(), random::uuid(now)?, caller.person_id, &showing, now).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::matching::gates::Pair;
    use shared::matching::placement::{Opening, Supported};
    use shared::matching::rules::Rules;
    use shared::matching::testing::{Offer, plain_candidate, plain_offer, today};
    use shared::matching::week::Quarters;

    #[test]
    fn who_looks_for_work_is_told_whether_there_is_a_seat_and_nobodys_hours() {
        let (candidate, rules) = (plain_candidate(), Rules::shipped());
        let Offer {
            placement,
            mut workplace,
        } = plain_offer();
        let until = today().plus(365);
        // One seat: nobody, somebody, and somebody who takes all of it.
        let mut of = |hours: Option<u16>| {
            workplace.staff.ordinary = Some([100; 4]);
            let supported = hours.map(|hours| Supported {
                hours: Quarters::from_hours(hours),
                until,
            });
            workplace.staff.supported = supported.into_iter().collect();
            let opening = Opening {
                placement: &placement,
                workplace: &workplace,
            };
            let pair = Pair {
                candidate: &candidate,
                opening,
                said_no: false,
            };
            let one = Match::of(
                &pair,
                &Context {
                    rules: &rules,
                    today: today(),
                },
            );
            let listed = Listed {
                fits: vec![one],
                ..Listed::default()
            };
            let ratio = |listed: &Listed| {
                let verdicts = listed.fits[0].verdicts.iter();
                let mut ratio = verdicts.filter(|(gate, _)| *gate == Gate::Ratio);
                ratio.next().map(|(_, verdict)| verdict.clone())
            };
            (ratio(&listed), ratio(&without_numbers(listed)))
        };
        let [nobody, somebody, full] = [None, Some(2), Some(37)].map(&mut of);
        assert_ne!(nobody.0, somebody.0);
        assert_eq!((nobody.1, somebody.1), (Some(Verdict::Ok(0)), Some(Verdict::Ok(0))));
        let (Some(Verdict::Fail(full)), Some(Verdict::Fail(told))) = full else {
            panic!("there is a seat: {full:?}")
        };
        assert!(matches!(full.missing, Missing::Seats { asked: 1.., .. }), "{full:?}");
        assert_eq!(told.missing, Missing::Seats { free: 0, asked: 0 });
        assert_eq!(told.rule, full.rule);
    }
}
