//! Whether a company stands in the book already: of two entries of one shop, neither says what was said to the other.

use super::ADDRESS;
use crate::error::Error;
use crate::pages::desk::routes::AtDesk;
use crate::pages::profile::{Slip, Slips, trouble};
use maud::{Markup, html};
use shared::ids::CompanyId;
use shared::matching::numbers::Cvr;
use shared::matching::search::{Query, Words};

/// More are not asked about.
const MOST: usize = 5;

pub fn cvr_is_taken() -> Slips {
    Slips {
        slips: vec![Slip::new("cvr", "companies-cvr", "companies-slip-cvr-taken")],
        unknown: Vec::new(),
    }
}

/// Another company has this number.
pub async fn same_cvr(at: &AtDesk, id: CompanyId, typed: &str) -> Result<bool, Error> {
    let Ok(cvr) = typed.parse::<Cvr>() else {
        return Ok(false);
    };
    at.app
        .desk()
        .ask(move |market| {
            market
                .companies()
                .any(|held| held.thing.id != id && held.thing.cvr == Some(cvr.number()))
        })
        .await
}

/// Asks whether it is one of those of the same name, however that is spelt. `None`: there are none.
pub async fn is_it_one_of(at: &AtDesk, name: &str) -> Result<Option<Markup>, Error> {
    let name = name.to_owned();
    let known: Vec<(CompanyId, String, Vec<String>)> = at
        .app
        .desk()
        .ask(move |market| {
            let same = market.companies().filter(|held| is_same(&name, &held.thing.name));
            let found = same.take(MOST).map(|held| {
                let workplaces = market.workplaces().filter(|one| one.thing.company == held.thing.id);
                let towns = workplaces.map(|one| one.thing.site.community.clone());
                (held.thing.id, held.thing.name.clone(), towns.collect())
            });
            found.collect()
        })
        .await?;
    let reader = &at.reader;
    let question = html! {
        b { (reader.say("companies-known")) }
        ul {
            @for (id, name, towns) in &known {
                li { a href=(reader.link(&format!("{ADDRESS}/{id}"))) { bdi { (name) } } @if !towns.is_empty() { " · " (towns.join(", ")) } }
            }
        }
        label.check { input type="checkbox" name="another" value="yes"; span { (reader.say("companies-another")) } }
    };
    Ok((!known.is_empty()).then(|| trouble(&question)))
}

/// Each is found by the other, so that half a name is no whole one.
fn is_same(one: &str, other: &str) -> bool {
    let finds = |query: &str, text: &str| Words::default().and(text, 0).cost(&Query::new(query)).is_some();
    finds(one, other) && finds(other, one)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_name_is_the_same_with_a_slip_and_without_danish_letters_and_half_of_it_is_not() {
        for other in ["Købmand Lærke", "købmand lærke", "Kobmand Laerke", "Købmannd Lærke"] {
            assert!(is_same("Købmand Lærke", other), "{other}");
        }
        for other in ["Købmand", "Købmand Lærke Uldum", "Købmanden ved Broen", "Bageriet"] {
            assert!(!is_same("Købmand Lærke", other), "{other}");
        }
    }
}
