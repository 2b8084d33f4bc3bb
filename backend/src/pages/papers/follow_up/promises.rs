//! What has been promised: the municipality's promises first, then those of the family's own people, then its own.

use super::{FOLLOW_UP, Page};
use crate::pages::papers::answers::value;
use crate::pages::papers::card_address;
use crate::pages::parts::{self, kept_key};
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::{Agreement, Intent, Kept, Role};

/// How far back the last day of a promise that comes round again is looked for: its longest round.
const ROUND: i32 = 8 * 7;

/// Who stands by a promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum By {
    Municipality,
    Network,
    Family,
}

impl By {
    /// A promise of the municipality counts first.
    const IN_ORDER: [By; 3] = [By::Municipality, By::Network, By::Family];

    fn of(role: Role) -> By {
        match role {
            Role::Coordinator | Role::Professional => By::Municipality,
            Role::Network | Role::Interpreter | Role::Guest => By::Network,
            Role::Family | Role::Child => By::Family,
        }
    }

    fn key(self) -> &'static str {
        match self {
            By::Municipality => "promised-by-municipality",
            By::Network => "promised-by-network",
            By::Family => "promised-by-family",
        }
    }
}

impl Page<'_> {
    /// The family and its contact see everybody's, others their own.
    pub fn promises(&self) -> Markup {
        let reader = &self.visit.reader;
        let hears_all = matches!(self.seen.role(), Some(Role::Family | Role::Coordinator));
        let mine = |agreement: &&Agreement| agreement.holder == Some(self.seen.member_id);
        html! {
            @if !self.is_family() {
                (self.list(&reader.say("promised-by-me"), &self.current(mine)))
            }
            @if hears_all {
                @for by in By::IN_ORDER {
                    @let theirs = |agreement: &&Agreement| self.by(agreement) == Some(by) && (self.is_family() || !mine(agreement));
                    (self.list(&self.title(by), &self.current(theirs)))
                }
            }
        }
    }

    /// Agreements that nobody has at the moment, or of which nothing was heard.
    pub fn orphans(&self) -> Markup {
        let (reader, plan) = (&self.visit.reader, &self.seen.plan);
        let orphans: Vec<_> = plan
            .agreements()
            .filter_map(|agreement| Some((agreement, plan.orphan(agreement, self.visit.today, self.visit.now)?)))
            .collect();
        html! {
            @if !orphans.is_empty() {
                section.part {
                    h2 { (reader.say("orphans-title")) }
                    ul.promises {
                        @for (agreement, orphan) in orphans {
                            li {
                                (self.what(agreement))
                                p { (parts::orphan_words(reader, plan, orphan, agreement)) }
                                p { (self.card_link(agreement, &reader.say("orphan-find"))) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn title(&self, by: By) -> String {
        let reader = &self.visit.reader;
        match by {
            By::Network if !self.is_family() => reader.say("promised-by-the-network"),
            By::Family if !self.is_family() => reader.say("promised-by-the-family"),
            _ => reader.say(by.key()),
        }
    }

    fn by(&self, agreement: &Agreement) -> Option<By> {
        let holder = self.seen.plan.member(agreement.holder?)?;
        Some(By::of(holder.role))
    }

    /// What is still to be done, what comes round again, and what was kept since we last talked.
    fn current<'a>(&'a self, belongs: impl Fn(&&Agreement) -> bool + 'a) -> Vec<&'a Agreement> {
        let plan = &self.seen.plan;
        let sits = |agreement: &Agreement| {
            let holder = agreement.holder.and_then(|holder| plan.member(holder));
            holder.is_some_and(|holder| holder.left_at.is_none())
        };
        let last = plan.head().and_then(|head| head.followed_up);
        let is_new = |agreement: &Agreement| last.is_none_or(|last| Day::in_denmark(agreement.touched_at) >= last);
        let is_over = |agreement: &Agreement| match agreement.repeats {
            Some(repeats) => repeats.until.is_some_and(|until| until < self.visit.today),
            None => agreement.kept == Kept::Kept,
        };
        plan.agreements()
            .map(|agreement| &**agreement)
            .filter(|agreement| sits(agreement) && (is_new(agreement) || !is_over(agreement)))
            .filter(belongs)
            .collect()
    }

    fn list(&self, title: &str, agreements: &[&Agreement]) -> Markup {
        html! {
            @if !agreements.is_empty() {
                section.part {
                    h2 { (title) }
                    ul.promises { @for agreement in agreements { li { (self.promise(agreement)) } } }
                }
            }
        }
    }

    fn promise(&self, agreement: &Agreement) -> Markup {
        let reader = &self.visit.reader;
        let day = self.last_day(agreement);
        html! {
            (self.what(agreement))
            @if !agreement.so_that.is_empty() { p.small dir="auto" { (agreement.so_that) } }
            @if let Some(due) = agreement.due {
                p.small { (reader.say_with("agreement-due-by", &[("date", &reader.date(due))])) }
            }
            @match (agreement.repeats, day) {
                (None, _) => (self.how(agreement, None, agreement.kept)),
                (Some(_), Some(day)) => {
                    @let date = reader.day(day, self.visit.today);
                    p.small { (reader.say_with("promised-last-day", &[("date", &date)])) }
                    (self.how(agreement, Some(day), kept_on(agreement, day)))
                }
                (Some(repeats), None) => {
                    @if let Some(first) = repeats.next_from(self.visit.today) {
                        p.small { (reader.say_with("promised-first-day", &[("date", &reader.date(first))])) }
                    }
                }
            }
        }
    }

    /// The words, who has promised them, and the card that they belong to.
    fn what(&self, agreement: &Agreement) -> Markup {
        let plan = &self.seen.plan;
        let holder = agreement.holder.filter(|holder| *holder != self.seen.member_id);
        html! {
            p id={ "a-" (agreement.agreement_id) } {
                b dir="auto" { (agreement.words.words) }
                @if let Some(holder) = holder.and_then(|holder| plan.member(holder)) { " – " bdi { (holder.name) } }
            }
            @if let Some(card) = plan.card(agreement.card_id) {
                p.small { (self.card_link(agreement, &card.words.words)) }
            }
        }
    }

    fn card_link(&self, agreement: &Agreement, words: &str) -> Markup {
        let address = card_address(self.visit.plan_id, agreement.card_id);
        html! { a href=(self.visit.reader.link(&address)) dir="auto" { (words) } }
    }

    /// Three answers of the same weight for whoever may give them; the others read what was said.
    fn how(&self, agreement: &Agreement, on: Option<Day>, kept: Kept) -> Markup {
        let reader = &self.visit.reader;
        let intent = Intent::KeepAgreement {
            agreement_id: agreement.agreement_id,
            kept,
            on,
        };
        let address = format!("{}/kept", FOLLOW_UP.address(self.visit.plan_id));
        html! {
            @if self.may(&intent) {
                form method="post" action=(reader.link(&address)) {
                    input type="hidden" name="change_id" value=(self.ids.another());
                    input type="hidden" name="agreement_id" value=(agreement.agreement_id);
                    @if let Some(on) = on { input type="hidden" name="on" value=(on); }
                    div.three role="group" aria-labelledby={ "a-" (agreement.agreement_id) } {
                        @for answer in [Kept::Kept, Kept::Partly, Kept::NotYet] {
                            button.answer type="submit" name="kept" value=(value(answer)) aria-pressed=(answer == kept) {
                                (reader.say(kept_key(answer)))
                            }
                        }
                    }
                }
            } @else {
                p { (reader.say(kept_key(kept))) }
            }
        }
    }

    /// The last of its days that has come.
    fn last_day(&self, agreement: &Agreement) -> Option<Day> {
        let repeats = agreement.repeats?;
        let days = (0..ROUND).map(|days| self.visit.today.plus(-days));
        days.into_iter().find(|day| repeats.falls_on(*day))
    }
}

fn kept_on(agreement: &Agreement, day: Day) -> Kept {
    let tick = agreement.ticks.iter().find(|tick| tick.on == day);
    tick.map_or(Kept::NotYet, |tick| tick.kept)
}
