//! Whom a signal could fit, before anybody has called.
//!
//! A placement is made of what the company told, once for each kind that it could become, and the list of people is
//! made with it as with any other. It is never stored.

use super::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, PlacementId, SignalId, WorkplaceId};
use shared::matching::candidate::Candidate;
use shared::matching::gates::Context;
use shared::matching::list::{Limit, Match, people_for};
use shared::matching::place::{Point, Site, communities};
use shared::matching::placement::{Company, Opening, Placement, Staff, Workplace};
use shared::matching::signal::Signal;
use shared::matching::words::Kind;
use std::collections::BTreeSet;

/// Somebody whom a signal could fit.
#[derive(Clone, Debug)]
pub struct CouldFit {
    pub candidate: Candidate,
    pub one: Match,
    /// What it was asked with.
    pub placement: Placement,
    /// The kinds that it fits as, or that it nearly fits as.
    pub kinds: Vec<Kind>,
}

/// A signal beside what is known.
#[derive(Clone, Debug)]
pub struct Fitting {
    /// The workplace of ours that it is, where its name says so.
    pub workplace: Option<(Workplace, Company)>,
    /// Where it is; `None`: nobody knows, so how far it is has been left open.
    pub community: Option<String>,
    /// Those who have waited longest first.
    pub fits: Vec<CouldFit>,
    pub nearly: Vec<CouldFit>,
    pub inputs: String,
    pub rules: String,
}

/// The workplace that a company means by what it wrote, such as "Købmand Lærke, Uldum": of those whose name is in it the
/// one with the longest.
pub fn whose<'a>(market: &'a Market, said: &str) -> Option<&'a Workplace> {
    let said = said.to_lowercase();
    let named = market.workplaces().map(|held| &held.thing).filter(|workplace| {
        let name = workplace.name.to_lowercase();
        name.chars().count() > 3 && said.contains(&name)
    });
    named.max_by_key(|workplace| {
        let is_there = said.contains(&workplace.site.community.to_lowercase());
        (is_there, workplace.name.chars().count())
    })
}

/// The community that is named in a text.
fn community(said: &str) -> Option<&'static Site> {
    let said = said.to_lowercase();
    let words: Vec<&str> = said.split(|letter: char| !letter.is_alphanumeric()).collect();
    let is_said = |site: &&Site| {
        let name = site.community.to_lowercase();
        words.contains(&name.as_str()) || name.contains(' ') && said.contains(&name)
    };
    communities().iter().filter(is_said).max_by_key(|site| site.community.len())
}

pub fn fitting(market: &Market, id: SignalId, signal: &Signal, today: Day, limit: Limit) -> Fitting {
    let known = whose(market, &signal.place);
    let site = known
        .map(|workplace| workplace.site.clone())
        .or_else(|| community(&signal.place).cloned());
    let unknown = unknown_workplace(&signal.place, site.clone());
    let workplace = known.unwrap_or(&unknown);
    let in_force = market.in_force(today);
    let context = Context {
        rules: &in_force.rules,
        today,
    };
    let (mut fits, mut nearly): (Vec<CouldFit>, Vec<CouldFit>) = (Vec::new(), Vec::new());
    let mut waiting: Vec<&Candidate> = market.candidates().iter().collect();
    waiting.sort_by_key(|candidate| (candidate.waiting_since, candidate.id));
    for kind in signal.kinds() {
        let placement = signal.placement(kind, PlacementId(id.0), workplace.id, today);
        let opening = Opening {
            placement: &placement,
            workplace,
        };
        let nos: BTreeSet<CandidateId> = market.nos_to(opening);
        let (mut fit, mut near) = (0, 0);
        for candidate in &waiting {
            if fit == limit.fits {
                break;
            }
            let placement = signal.suited(&placement, workplace, candidate, &context);
            let opening = Opening {
                placement: &placement,
                workplace,
            };
            let limit = Limit {
                fits: 1,
                nearly: usize::from(near < limit.nearly),
            };
            let one = people_for(opening, std::slice::from_ref(*candidate), &nos, &context, limit);
            fit += one.fits.len();
            near += one.nearly.len();
            add(&mut fits, one.fits, &placement, candidate);
            add(&mut nearly, one.nearly, &placement, candidate);
        }
    }
    // Whom it fits as one kind is no near miss as another.
    nearly.retain(|near| fits.iter().all(|fit| fit.candidate.id != near.candidate.id));
    for list in [&mut fits, &mut nearly] {
        list.sort_by_key(|one| (one.candidate.waiting_since, one.candidate.id));
    }
    fits.truncate(limit.fits);
    nearly.truncate(limit.nearly);
    Fitting {
        workplace: known.and_then(|workplace| Some((workplace.clone(), market.company(workplace.company)?.thing.clone()))),
        community: site.map(|site| site.community),
        fits,
        nearly,
        inputs: format!("{:032x}", market.inputs_of_people(PlacementId(id.0))),
        rules: in_force.version,
    }
}

fn add(list: &mut Vec<CouldFit>, matches: Vec<Match>, placement: &Placement, candidate: &Candidate) {
    for one in matches {
        if let Some(known) = list.iter_mut().find(|known| known.candidate.id == one.candidate) {
            known.kinds.push(placement.kind);
        } else {
            list.push(CouldFit {
                candidate: candidate.clone(),
                one,
                placement: placement.clone(),
                kinds: vec![placement.kind],
            });
        }
    }
}

/// A workplace that we do not know. Where it is not said where it lies, it lies over the water as it were: how long the
/// way is then becomes a question and never an estimate.
fn unknown_workplace(name: &str, site: Option<Site>) -> Workplace {
    let nowhere = Site {
        community: String::new(),
        point: Point::default(),
        island: true,
    };
    Workplace {
        id: WorkplaceId::MIN,
        company: CompanyId::MIN,
        name: name.to_owned(),
        p_number: None,
        site: site.unwrap_or(nowhere),
        staff: Staff::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::community;

    #[test]
    fn a_community_is_found_in_what_a_company_wrote() {
        let found = |said: &str| community(said).map(|site| site.community.as_str());
        assert_eq!(found("Købmand Lærke, Uldum"), Some("Uldum"));
        assert_eq!(found("bageren i HEDENSTED"), Some("Hedensted"));
        assert_eq!(found("Uldumvej 3"), None);
        assert_eq!(found(""), None);
    }
}
