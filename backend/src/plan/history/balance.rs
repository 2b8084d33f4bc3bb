//! How the cards lay between the family, its own people and the municipality, from time to time, as one
//! reader saw it. A picture to look at together; nothing is counted against anyone.
//!
//! Like the rest of the history it comes from the reader's own views: nothing that they did not see then
//! is in a number here.

use crate::plan::Logged;
use shared::day::Day;
use shared::ids::{MemberId, Millis};
use shared::plan::{Card, Column, Lane, Plan, view};

/// Days after which the cards are looked at again where nobody has followed up.
const MONTH: i32 = 30;
/// The most times that are shown; the oldest go first.
const MOST: usize = 12;
const NOON_MS: Millis = 12 * 60 * 60 * 1000;

/// Cards that are under way: neither done nor ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Balance {
    pub ourselves: u32,
    pub network: u32,
    pub municipality: u32,
}

impl Balance {
    pub fn of(seen: &Plan, on: Day) -> Balance {
        let is_under_way = |card: &Card| card.lane != Some(Lane::Done) && card.help_ends().is_none_or(|ends| ends >= on);
        let lie_in = |column| {
            let cards = seen.cards().filter(|card| card.column == column && is_under_way(card));
            cards.count() as u32 + seen.other_help(column)
        };
        Balance {
            ourselves: lie_in(Column::Ourselves),
            network: lie_in(Column::Network),
            municipality: lie_in(Column::Municipality),
        }
    }
}

/// How they lay at the end of this day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weighed {
    pub on: Day,
    pub balance: Balance,
}

/// On the reader's first day, at each follow-up, at least every month, and today. Oldest first.
pub fn over_time(log: &[Logged], reader: MemberId, today: Day) -> Vec<Weighed> {
    let mut scales = Scales {
        reader,
        whole: Plan::default(),
        next: None,
        weighed: Vec::new(),
    };
    for logged in log {
        scales.weigh_before(Day::in_denmark(logged.at));
        scales.take(logged);
    }
    scales.weigh_before(today);
    scales.weigh(today);
    let surplus = scales.weighed.len().saturating_sub(MOST);
    scales.weighed.drain(..surplus);
    scales.weighed
}

struct Scales {
    reader: MemberId,
    whole: Plan,
    /// The next evening to weigh.
    next: Option<Day>,
    weighed: Vec<Weighed>,
}

impl Scales {
    fn take(&mut self, logged: &Logged) {
        let followed_up = |plan: &Plan| plan.head().and_then(|head| head.followed_up);
        let sits = |plan: &Plan| plan.member(self.reader).is_some_and(|member| member.left_at.is_none());
        let before = (followed_up(&self.whole), sits(&self.whole));
        self.whole.apply(logged.patch.clone());
        if (followed_up(&self.whole), sits(&self.whole)) != before {
            self.next = Some(Day::in_denmark(logged.at));
        }
    }

    fn weigh_before(&mut self, day: Day) {
        while let Some(next) = self.next.filter(|next| *next < day) {
            self.weigh(next);
            self.next = Some(next.plus(MONTH)).filter(|later| *later > next);
        }
    }

    fn weigh(&mut self, on: Day) {
        // What had ended by then was in sight no longer.
        self.whole
            .lapse(Millis::from(on.days_since(Day::EPOCH)) * 2 * NOON_MS + NOON_MS);
        let seen = view(&self.whole, self.reader);
        if seen.head().is_some() {
            let balance = Balance::of(&seen, on);
            self.weighed.push(Weighed { on, balance });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Balance, MONTH, over_time};
    use crate::plan::Logged;
    use shared::day::Day;
    use shared::ids::{ChangeId, MemberId, Millis};
    use shared::plan::{Audience, CellId, Change, Column, Intent, Kind, Lane, NewCard, Place, Plan, diff};
    use shared::testing::{KARIN, MAJA, METTE, family};
    use uuid::Uuid;

    const DAY: Millis = 24 * 60 * 60 * 1000;

    fn logged(revision: i64, at: Millis, before: &Plan, after: &Plan) -> Logged {
        Logged {
            revision,
            change_id: ChangeId(Uuid::from_u128(revision as u128)),
            member_id: KARIN,
            at,
            outcome: "applied".into(),
            change: None,
            patch: diff(before, after),
        }
    }

    fn submit(plan: &mut Plan, log: &mut Vec<Logged>, by: MemberId, on: i64, intent: Intent) {
        let before = plan.clone();
        let change_id = ChangeId(Uuid::from_u128(0xb000 + log.len() as u128));
        let why = String::new();
        plan.submit(&Change { change_id, intent, why }, by, on * DAY);
        log.push(logged(log.len() as i64 + 1, on * DAY, &before, plan));
    }

    fn goal(words: &str, audience: Audience) -> Intent {
        let place = Place::end_of(CellId {
            column: Column::Ourselves,
            lane: Some(Lane::Soon),
        });
        Intent::AddCard(NewCard {
            audience,
            ..NewCard::new(Kind::Goal, place, words.into())
        })
    }

    #[test]
    fn it_is_weighed_on_the_first_day_at_each_follow_up_every_month_and_today_and_each_sees_their_own() {
        let mut plan = family();
        let mut log = vec![logged(1, 0, &Plan::default(), &plan)];
        let first = Balance::of(&plan, Day::EPOCH);
        submit(&mut plan, &mut log, MAJA, 10, goal("Vi cykler i skole", Audience::Table));
        submit(&mut plan, &mut log, KARIN, 40, Intent::FollowUp);
        submit(&mut plan, &mut log, MAJA, 40, goal("Kun os", Audience::Family));
        let today = Day::EPOCH.plus(50);
        let weighed = over_time(&log, MAJA, today);
        let days: Vec<i32> = weighed.iter().map(|weighed| weighed.on.days_since(Day::EPOCH)).collect();
        assert_eq!(days, [0, MONTH, 40, 50]);
        let ours: Vec<u32> = weighed
            .iter()
            .map(|weighed| weighed.balance.ourselves - first.ourselves)
            .collect();
        assert_eq!(ours, [0, 1, 2, 2]);
        let hers = over_time(&log, METTE, today);
        assert_eq!(
            hers.last().map(|last| last.balance.ourselves),
            weighed.get(1).map(|at| at.balance.ourselves)
        );
        assert!(over_time(&log, MemberId::MAX, today).is_empty());
    }

    #[test]
    fn a_long_time_keeps_its_end() {
        let plan = family();
        let log = [logged(1, 0, &Plan::default(), &plan)];
        let weighed = over_time(&log, MAJA, Day::EPOCH.plus(3_000));
        assert_eq!(weighed.len(), super::MOST);
        assert_eq!(weighed.last().map(|last| last.on), Some(Day::EPOCH.plus(3_000)));
    }
}
