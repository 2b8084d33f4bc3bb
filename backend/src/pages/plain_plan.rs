//! A plan as plain HTML: headings and lists, made of the same view that the board shows.
//!
//! It is read where no script runs, by whoever prefers it, and on paper. What it holds is what
//! `view` gave for this member, so it can show nothing that the board would not.

use super::papers::card_address;
use super::parts::{column_word, contact, kept_key, lane_key, orphan_words};
use super::reader::Reader;
use maud::{Markup, html};
use shared::day::Day;
use shared::ids::{MemberId, Millis};
use shared::plan::{Agreement, Card, CellId, Column, Duty, Intent, Lane, Member, Plan, Proposal};

pub fn plain_plan(reader: &Reader, plan: &Plan, me: MemberId, today: Day, now: Millis) -> Markup {
    let plain = Plain {
        reader,
        plan,
        today,
        now,
    };
    let name = plan.head().map_or("", |head| head.name.as_str());
    html! {
        article.plain {
            header {
                h1 { (reader.say("board-title")) }
                p.lead { bdi { (name) } }
                (contact(reader, plan))
                (plain.people(me))
                noscript { p.note { (reader.say("page-no-script")) } }
            }
            (plain.proposals())
            @for column in Column::ALL { (plain.column(column)) }
            p.small.only-print { (reader.say_with("print-made", &[("date", &reader.date(today))])) }
        }
    }
}

struct Plain<'a> {
    reader: &'a Reader,
    plan: &'a Plan,
    today: Day,
    now: Millis,
}

impl Plain<'_> {
    fn people(&self, me: MemberId) -> Markup {
        let members: Vec<&Member> = self
            .plan
            .members()
            .map(|member| &**member)
            .filter(|member| member.left_at.is_none())
            .collect();
        html! {
            h2 { (self.reader.say("people-title")) }
            ul.people {
                @for member in members {
                    li {
                        b { bdi { (member.name) } }
                        " "
                        @if member.member_id == me {
                            "(" (self.reader.say("you")) ")"
                        } @else if let Some(age) = member.age {
                            (self.reader.say_count("age-years", age.into()))
                        } @else {
                            bdi { (member.relation) }
                        }
                    }
                }
            }
        }
    }

    /// That there is something to answer, and from whom. What it is about, the board shows before and after.
    fn proposals(&self) -> Markup {
        html! {
            @if self.plan.proposals().next().is_some() {
                section {
                    h2 { (self.reader.say("proposals-title")) }
                    ul {
                        @for proposal in self.plan.proposals() {
                            li {
                                (self.proposal(proposal))
                                @if !proposal.why.is_empty() { p dir="auto" { (proposal.why) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn proposal(&self, proposal: &Proposal) -> String {
        let under = |agreement_id| self.plan.agreement(agreement_id).map(|agreement| agreement.card_id);
        let (key, card_id) = match &proposal.intent {
            Intent::EditCard { card_id, .. } => ("proposal-edit-card", Some(*card_id)),
            Intent::MoveCard { card_id, .. } => ("proposal-move-card", Some(*card_id)),
            Intent::RemoveCard { card_id } => ("proposal-remove-card", Some(*card_id)),
            Intent::AddAgreement(new) => ("proposal-add-agreement", Some(new.card_id)),
            Intent::EditAgreement(edit) => ("proposal-edit-agreement", under(edit.agreement_id)),
            Intent::RemoveAgreement { agreement_id } => ("proposal-remove-agreement", under(*agreement_id)),
            Intent::KeepAgreement { agreement_id, .. } => ("proposal-keep-agreement", under(*agreement_id)),
            _ => ("proposal-other", None),
        };
        let name = self.name_of(proposal.by);
        let new = match &proposal.intent {
            Intent::AddCard(card) => Some(("proposal-add-card", &card.words)),
            Intent::AddMember(new) => Some(("proposal-member", &new.name)),
            Intent::AskForSeat(new) => Some(("proposal-seat", &new.name)),
            _ => None,
        };
        if let Some((key, what)) = new {
            return self.reader.say_with(key, &[("name", name), ("card", what)]);
        }
        match card_id.and_then(|card_id| self.plan.card(card_id)) {
            Some(card) => self.reader.say_with(key, &[("name", name), ("card", &card.words.words)]),
            None => self.reader.say_with("proposal-other", &[("name", name)]),
        }
    }

    fn column(&self, column: Column) -> Markup {
        let cells: Vec<(Option<Lane>, &[shared::ids::CardId])> = [None]
            .into_iter()
            .chain(Lane::ALL.into_iter().map(Some))
            .map(|lane| (lane, self.plan.cell(CellId { column, lane })))
            .filter(|(_, cards)| !cards.is_empty())
            .collect();
        let hidden = self.plan.other_help(column);
        html! {
            section data-column=(column_word(column)) {
                h2 { (self.reader.say(&format!("column-{}", column_word(column)))) }
                @if cells.is_empty() && hidden == 0 {
                    p.small { (self.reader.say("lane-nothing")) }
                }
                // Help lies in no lane; it comes after what is under way.
                @for (lane, cards) in cells.iter().filter(|(lane, _)| lane.is_some()).chain(cells.iter().filter(|(lane, _)| lane.is_none())) {
                    @if let Some(lane) = lane {
                        h3 { (self.reader.say(lane_key(*lane))) }
                    } @else if column == Column::Municipality {
                        h3 { (self.reader.say("column-help")) }
                    }
                    ul {
                        @for card in cards.iter().filter_map(|id| self.plan.card(*id)) { (self.card(card)) }
                    }
                }
                @if hidden > 0 {
                    p.small { (self.reader.say_count("column-other-help", hidden)) }
                }
            }
        }
    }

    fn card(&self, card: &Card) -> Markup {
        html! {
            li {
                @if let Some(head) = self.plan.head() {
                    a href=(self.reader.link(&card_address(head.plan_id, card.card_id))) dir="auto" { (card.words.words) }
                }
                @if !card.when.words.is_empty() { " " span dir="auto" { (card.when.words) } }
                @if let Some(done) = card.done_at.map(Day::in_denmark) {
                    " " span { (self.reader.say_with("card-done-on", &[("date", &self.reader.date(done))])) }
                }
                @if let Some(who) = card.who.and_then(|who| self.plan.member(who)) {
                    " – " bdi { (who.name) }
                }
                @match card.duty {
                    Some(Duty::Voluntary) => { " (" (self.reader.say("duty-voluntary")) ")" }
                    Some(Duty::Duty) => { " (" (self.reader.say("duty-duty")) ")" }
                    None => {}
                }
                @if !card.why.words.is_empty() { p dir="auto" { (card.why.words) } }
                @let agreements: Vec<_> = self.plan.agreements_of(card.card_id).collect();
                @if !agreements.is_empty() {
                    ul.agreements {
                        @for agreement in agreements { (self.agreement(agreement)) }
                    }
                }
            }
        }
    }

    fn agreement(&self, agreement: &Agreement) -> Markup {
        let holder = agreement.holder.and_then(|holder| self.plan.member(holder));
        let orphan = self.plan.orphan(agreement, self.today, self.now);
        html! {
            li {
                span dir="auto" { (agreement.words.words) }
                @if let Some(holder) = holder.filter(|holder| holder.left_at.is_none()) {
                    " – " bdi { (holder.name) }
                }
                @if let Some(due) = agreement.due {
                    ", " time datetime=(due) { (self.reader.say_with("agreement-due-by", &[("date", &self.reader.date(due))])) }
                }
                ". " (self.reader.say(kept_key(agreement.kept)))
                @if let Some(orphan) = orphan { ". " em { (orphan_words(self.reader, self.plan, orphan, agreement)) } }
            }
        }
    }

    fn name_of(&self, member_id: MemberId) -> &str {
        self.plan.member(member_id).map_or("", |member| member.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::plain_plan;
    use crate::demo::Demo;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::plan::{Head, Plan, Record, Role, view};

    const NOW: i64 = 1_795_348_800_000;

    fn lund_as(role: Role) -> String {
        let today = "2026-11-22".parse().unwrap();
        let family = Demo::read().unwrap().families_on(today).next().unwrap();
        let me = family.plan.members().find(|member| member.role == role).unwrap().member_id;
        plain_plan(&Reader::new(Some("da"), Lang::Da), &view(&family.plan, me), me, today, NOW).into_string()
    }

    #[test]
    fn the_family_reads_its_whole_plan() {
        let text = lund_as(Role::Family);
        for words in [
            "Mormor henter Ellie",
            "hver dag, 20 minutter",
            "Jonas Toft er ikke ved bordet mere",
            "senest 27. november",
        ] {
            assert!(text.contains(words), "{words}");
        }
    }

    #[test]
    fn what_the_family_keeps_to_itself_is_in_nobody_elses_text() {
        let secret = "Jeg taler med nogen om det, der er svært";
        assert!(lund_as(Role::Family).contains(secret));
        for role in [Role::Network, Role::Coordinator, Role::Professional] {
            assert!(!lund_as(role).contains(secret), "{role:?}");
        }
    }

    #[test]
    fn an_empty_plan_has_a_page_too_and_markup_in_words_stays_text() {
        let reader = Reader::new(Some("en"), Lang::Da);
        let head = Head {
            plan_id: shared::ids::PlanId::MIN,
            name: "<script>Lund</script>".into(),
            primary_contact: None,
            stand_in: None,
            followed_up: None,
            next_follow_up: None,
            baton: None,
            pen: None,
        };
        let plan = Plan::from_records([Record::Head(head.into())]);
        let today = "2026-11-22".parse().unwrap();
        let text = plain_plan(&reader, &plan, shared::ids::MemberId::MIN, today, NOW).into_string();
        assert!(text.contains("&lt;script&gt;Lund") && !text.contains("<script>"));
    }
}
