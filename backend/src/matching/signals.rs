//! Whom a signal could fit, before anybody has called.
//!
//! A placement is made of what the company told, once for each kind that it could become, and the list of people is
//! made with it as with any other. It is never stored.

use super::market::Market;
use shared::day::Day;
use shared::ids::{CandidateId, CompanyId, PlacementId, SignalId, WorkplaceId};
use shared::matching::candidate::Candidate;
use shared::matching::gates::Context;
use shared::matching::list::{self, Limit, Match, people_for};
use shared::matching::place::{Point, Site, communities, towns};
use shared::matching::placement::{Company, Opening, Placement, Staff, Workplace};
use shared::matching::signal::Signal;
use shared::matching::words::Kind;
use std::cmp::Reverse;
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

/// The workplace that a company means by what it wrote, such as "Købmand Lærke, Uldum". `None` where it could be several.
pub fn whose<'a>(market: &'a Market, said: &str) -> Option<&'a Workplace> {
    meant(market.workplaces().map(|held| &held.thing), said)
}

/// Of those whose whole name is said, the one with the longest; and never one of another town than what is said beside
/// the name: the baker in Tørring is not the one in Uldum.
fn meant<'a>(workplaces: impl Iterator<Item = &'a Workplace>, said: &str) -> Option<&'a Workplace> {
    let said = words(said);
    let named = workplaces.filter_map(|workplace| {
        let name = words(&workplace.name);
        let letters: usize = name.iter().map(|word| word.chars().count()).sum();
        let at = place_in(&said, &name).filter(|_| letters > LETTERS)?;
        let beside = [&said[..at], &said[at + name.len()..]];
        let towns: Vec<&Site> = beside.into_iter().flat_map(towns_in).collect();
        let is_there = |site: &&Site| site.community == workplace.site.community;
        (towns.is_empty() || towns.iter().any(is_there)).then_some((letters, workplace))
    });
    let mut named: Vec<(usize, &Workplace)> = named.collect();
    named.sort_by_key(|(letters, _)| Reverse(*letters));
    match named[..] {
        [(one, _), (other, _), ..] if one == other => None,
        [(_, workplace), ..] => Some(workplace),
        [] => None,
    }
}

/// A name of so few letters says nothing.
const LETTERS: usize = 3;

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Where in a text a name begins, word by word.
fn place_in(text: &[String], name: &[String]) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    text.windows(name.len()).position(|some| some == name)
}

fn towns_in(text: &[String]) -> impl Iterator<Item = &'static Site> {
    let is_said = move |site: &&Site| place_in(text, &words(&site.community)).is_some();
    communities().iter().chain(towns()).filter(is_said)
}

/// Where a place is, as far as what a company wrote names a town.
pub fn community(said: &str) -> Option<&'static Site> {
    towns_in(&words(said)).max_by_key(|site| site.community.len())
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
    waiting.sort_by_cached_key(|candidate| list::waiting(candidate, today));
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
        list.sort_by_cached_key(|one| list::waiting(&one.candidate, today));
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
    use super::{community, meant, unknown_workplace};
    use shared::matching::place::site;
    use shared::matching::placement::Workplace;

    #[test]
    fn a_community_is_found_in_what_a_company_wrote() {
        let found = |said: &str| community(said).map(|site| site.community.as_str());
        assert_eq!(found("Købmand Lærke, Uldum"), Some("Uldum"));
        assert_eq!(found("bageren i HEDENSTED"), Some("Hedensted"));
        assert_eq!(found("Uldumvej 3"), None);
        assert_eq!(found(""), None);
    }

    #[test]
    fn a_signal_is_of_the_workplace_that_it_names_and_of_no_other() {
        let known = |name: &str, town: &str| unknown_workplace(name, site(town).cloned());
        let ours = [
            known("Bageriet", "Uldum"),
            known("Kroen", "Uldum"),
            known("Uldum Kro", "Hedensted"),
            known("Lærke", "Tørring"),
            known("Købmand Lærke", "Tørring"),
            known("Netto", "Uldum"),
            known("Netto", "Hedensted"),
        ];
        let found = |said: &str| meant(ours.iter(), said).map(|one: &Workplace| (&*one.name, &*one.site.community));
        assert_eq!(found("bageriet, Uldum"), Some(("Bageriet", "Uldum")));
        assert_eq!(found("Bageriet"), Some(("Bageriet", "Uldum")));
        assert_eq!(found("Bageriet i Tørring"), None, "another town");
        assert_eq!(found("Kroenborg"), None, "a part of a word");
        assert_eq!(
            found("Uldum Kro"),
            Some(("Uldum Kro", "Hedensted")),
            "a town can be in a name"
        );
        assert_eq!(found("Købmand Lærke"), Some(("Købmand Lærke", "Tørring")), "the longest name");
        assert_eq!(found("Netto, Hedensted"), Some(("Netto", "Hedensted")));
        assert_eq!(found("Netto"), None, "it could be either");
        assert_eq!(found(""), None);
    }
}
