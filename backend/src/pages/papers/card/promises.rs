//! The agreements under a card: who has each, who is asked, when it comes round again, and how it goes.

use super::super::desk::{As, Blank, Deed, Desk};
use super::rhythm::{rhythm, time, weekday};
use crate::error::Error;
use crate::pages::parts::{kept_key, orphan_words};
use crate::pages::reader::WEEKDAYS;
use maud::{Markup, html};
use shared::day::Day;
use shared::plan::{Agreement, AgreementEdit, Assign, Card, Intent, Kept, NewAgreement, Repeats, TextEdit};

/// How far back the days of a recurring agreement are shown, and how many of them at once.
const DAYS_BACK: i32 = 14;
const DAYS_IN_SIGHT: usize = 4;

pub fn promises(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let agreements: Vec<_> = desk.plan().agreements_of(card.card_id).collect();
    let new = NewAgreement {
        card_id: card.card_id,
        words: String::new(),
        holder: None,
        due: None,
        repeats: None,
        so_that: String::new(),
    };
    let add = desk.deed("agree", "", &Intent::AddAgreement(new));
    if agreements.is_empty() && add.is_none() {
        return Ok(html! {});
    }
    Ok(html! {
        section.leaf {
            h2 { (desk.say("agreements-title")) }
            @if agreements.is_empty() { p.hint { (desk.say("promise-none")) } }
            @for agreement in agreements { (promise(desk, agreement)?) }
            @if let Some(deed) = add {
                (desk.folded(deed, &desk.say("agreement-add"), &fields(desk, deed, None))?)
            }
        }
    })
}

fn promise(desk: &Desk<'_>, agreement: &Agreement) -> Result<Markup, Error> {
    let so_that = (!agreement.so_that.is_empty()).then(|| desk.say_with("promise-so-that", &[("words", &agreement.so_that)]));
    let holder = agreement.holder.and_then(|holder| desk.plan().member(holder));
    let orphan = desk.plan().orphan(agreement, desk.visit.today, desk.visit.now);
    Ok(html! {
        article.promise id={ "promise-" (agreement.agreement_id) } {
            h3 dir="auto" { (agreement.words.words) }
            (desk.said(&agreement.words))
            @match (&agreement.repeats, so_that) {
                (Some(repeats), Some(so_that)) => p dir="auto" { (rhythm(desk.reader(), repeats, desk.visit.today)) ", " (so_that) },
                (Some(repeats), None) => p { (rhythm(desk.reader(), repeats, desk.visit.today)) },
                (None, Some(so_that)) => p dir="auto" { (so_that) },
                (None, None) => {}
            }
            @if let Some(asked) = agreement.asked {
                p { (desk.say_with("promise-waits-for", &[("name", desk.name(asked))])) }
            }
            @if let Some(holder) = holder.filter(|holder| holder.left_at.is_none()) {
                p { (desk.say_with("agreement-holder-is", &[("name", &holder.name)])) }
            }
            @if let Some(due) = agreement.due {
                p { time datetime=(due) { (desk.say_with("agreement-due-by", &[("date", &desk.reader().date(due))])) } }
            }
            @if let Some(orphan) = orphan {
                p.care { (orphan_words(desk.reader(), desk.plan(), orphan, agreement)) }
            }
            (ask(desk, agreement)?)
            @match &agreement.repeats {
                Some(repeats) => {
                    (ticks(desk, agreement, repeats)?)
                    @if repeats.until.is_some_and(|until| until < desk.visit.today) { (how(desk, agreement)?) }
                }
                None => (how(desk, agreement)?),
            }
            (pass_on(desk, agreement)?)
            (edit(desk, agreement)?)
            (remove(desk, agreement)?)
        }
    })
}

/// "Will you take it?" To the one who is asked, and to the family, which may have heard it on the telephone.
fn ask(desk: &Desk<'_>, agreement: &Agreement) -> Result<Markup, Error> {
    let id = agreement.agreement_id.to_string();
    let intent = Intent::AnswerAsk {
        agreement_id: agreement.agreement_id,
        yes: true,
    };
    let (Some(asked), Some(deed)) = (agreement.asked, desk.deed("answer", &id, &intent)) else {
        return Ok(html! {});
    };
    let answers = if asked == desk.me() {
        [("yes", desk.say("ask-yes")), ("no", desk.say("ask-no"))]
    } else {
        let name = [("name", desk.name(asked))];
        [
            ("yes", desk.say_with("ask-yes-they", &name)),
            ("no", desk.say_with("ask-no-they", &name)),
        ]
    };
    desk.answers(deed, "yes", &answers, None)
}

fn kept_text(kept: Kept) -> &'static str {
    match kept {
        Kept::NotYet => "notyet",
        Kept::Partly => "partly",
        Kept::Kept => "kept",
    }
}

/// The one that a form's text names.
pub fn kept_of(text: &str) -> Option<Kept> {
    Kept::ALL.into_iter().find(|kept| kept_text(*kept) == text)
}

/// Of one day that is over: what was not kept then is not kept later.
fn kept_then(kept: Kept) -> &'static str {
    match kept {
        Kept::NotYet => "promise-not-then",
        Kept::Partly | Kept::Kept => kept_key(kept),
    }
}

fn kept_answers(desk: &Desk<'_>, key: fn(Kept) -> &'static str) -> Vec<(&'static str, String)> {
    let answers = Kept::ALL.into_iter().rev();
    answers.map(|kept| (kept_text(kept), desk.say(key(kept)))).collect()
}

fn how(desk: &Desk<'_>, agreement: &Agreement) -> Result<Markup, Error> {
    let id = agreement.agreement_id.to_string();
    let intent = Intent::KeepAgreement {
        agreement_id: agreement.agreement_id,
        kept: agreement.kept,
        on: None,
    };
    Ok(match desk.deed("kept", &id, &intent) {
        Some(deed) => html! {
            p.asked { (desk.say("agreement-how")) }
            (desk.answers(deed, "kept", &kept_answers(desk, kept_key), Some(kept_text(agreement.kept)))?)
        },
        None => html! { p { (desk.say(kept_key(agreement.kept))) } },
    })
}

/// Its days of the last two weeks, the latest first, and the next one.
fn ticks(desk: &Desk<'_>, agreement: &Agreement, repeats: &Repeats) -> Result<Markup, Error> {
    let today = desk.visit.today;
    let past: Vec<Day> = (0..=DAYS_BACK)
        .map(|days| today.plus(-days))
        .filter(|day| repeats.falls_on(*day))
        .collect();
    let next = repeats.next_from(today.plus(1));
    let (in_sight, older) = past.split_at(past.len().min(DAYS_IN_SIGHT));
    Ok(html! {
        @if let Some(next) = next {
            @let day = desk.reader().day(next, today);
            @let at = repeats.at.map(|at| time(desk.reader(), at)).unwrap_or_default();
            p.hint { (desk.say_with("promise-next", &[("day", &day), ("time", &at)])) }
        }
        @if !past.is_empty() {
            p.asked { (desk.say("promise-days")) }
            ul.ticks { @for day in in_sight { (tick(desk, agreement, *day)?) } }
            @if !older.is_empty() {
                details.fold {
                    summary { (desk.say("promise-older")) }
                    ul.ticks { @for day in older { (tick(desk, agreement, *day)?) } }
                }
            }
        }
    })
}

fn tick(desk: &Desk<'_>, agreement: &Agreement, on: Day) -> Result<Markup, Error> {
    let stands = agreement.ticks.iter().find(|tick| tick.on == on).map(|tick| tick.kept);
    let id = format!("{}/{on}", agreement.agreement_id);
    let intent = Intent::KeepAgreement {
        agreement_id: agreement.agreement_id,
        kept: Kept::Kept,
        on: Some(on),
    };
    Ok(html! {
        li {
            time datetime=(on) { (desk.reader().day(on, desk.visit.today)) }
            @match desk.deed("tick", &id, &intent) {
                Some(deed) => (desk.answers(deed, "kept", &kept_answers(desk, kept_then), Some(stands.map_or("", kept_text)))?),
                None => span { (desk.say(stands.map_or("promise-unsaid", kept_then))) },
            }
        }
    })
}

fn pass_on(desk: &Desk<'_>, agreement: &Agreement) -> Result<Markup, Error> {
    let id = agreement.agreement_id.to_string();
    let intent = Intent::EditAgreement(AgreementEdit {
        holder: Some(Assign::To(desk.me())),
        ..AgreementEdit::of(agreement.agreement_id)
    });
    let Some(deed) = desk.deed("pass", &id, &intent) else {
        return Ok(html! {});
    };
    let is_mine = agreement.holder == Some(desk.me());
    let mut others = desk.members(|member| Some(member.member_id) != agreement.holder);
    others.insert(0, (String::new(), desk.say("desk-choose")));
    let title = if is_mine { "promise-pass-on" } else { "promise-ask-another" };
    let fields = desk.field(
        deed,
        Blank {
            name: "holder",
            label: "promise-to-whom",
            hint: "promise-to-whom-hint",
            must: true,
            ..Blank::default()
        },
        As::Select(&others),
    );
    desk.folded(deed, &desk.say(title), &fields)
}

fn edit(desk: &Desk<'_>, agreement: &Agreement) -> Result<Markup, Error> {
    let id = agreement.agreement_id.to_string();
    let (from, to) = (String::new(), String::new());
    let intent = Intent::EditAgreement(AgreementEdit {
        words: Some(TextEdit { from, to }),
        ..AgreementEdit::of(agreement.agreement_id)
    });
    match desk.deed("agreement", &id, &intent) {
        Some(deed) => desk.folded(deed, &desk.say("agreement-edit"), &fields(desk, deed, Some(agreement))),
        None => Ok(html! {}),
    }
}

fn remove(desk: &Desk<'_>, agreement: &Agreement) -> Result<Markup, Error> {
    let id = agreement.agreement_id.to_string();
    let intent = Intent::RemoveAgreement {
        agreement_id: agreement.agreement_id,
    };
    Ok(match desk.deed("unagree", &id, &intent) {
        Some(deed) => html! {
            details.fold {
                summary { (desk.say("agreement-remove")) }
                p { (desk.say_with("agreement-remove-title", &[("agreement", &agreement.words.words)])) }
                (desk.button(deed, &desk.say("agreement-remove"))?)
            }
        },
        None => html! {},
    })
}

/// A new agreement, or one as it stands, to be changed. Who holds it is asked for apart: that is another's to say.
fn fields(desk: &Desk<'_>, deed: Deed<'_>, old: Option<&Agreement>) -> Markup {
    let text = |of: Option<String>| of.unwrap_or_default();
    let words = old.map_or("", |old| old.words.words.as_str());
    let due = text(old.and_then(|old| old.due).map(|due| due.to_string()));
    let mut holders = desk.members(|_| true);
    holders.insert(0, (String::new(), desk.say("agreement-holder-none")));
    html! {
        input type="hidden" name=(deed.field("words_was")) value=(words);
        (desk.field(deed, Blank { name: "words", label: "agreement-what", value: words, most: 200, must: true, ..Blank::default() }, As::Line))
        @if old.is_none() {
            (desk.field(deed, Blank { name: "holder", label: "agreement-holder", hint: "promise-to-whom-hint", ..Blank::default() }, As::Select(&holders)))
        }
        (desk.field(deed, Blank { name: "due", label: "agreement-due", value: &due, ..Blank::default() }, As::Day))
        @let so_that = old.map_or("", |old| old.so_that.as_str());
        (desk.field(deed, Blank { name: "so_that", label: "promise-so-that-label", hint: "promise-so-that-hint", value: so_that, most: 500, ..Blank::default() }, As::Line))
        (repeats_fields(desk, deed, old.and_then(|old| old.repeats.as_ref())))
    }
}

/// Weekdays, a time, from when and until when: once a week for good, or every evening for a week.
fn repeats_fields(desk: &Desk<'_>, deed: Deed<'_>, old: Option<&Repeats>) -> Markup {
    let text = |of: Option<String>| of.unwrap_or_default();
    let at = text(old.and_then(|old| old.at).map(|at| format!("{:02}:{:02}", at / 60, at % 60)));
    let from = old.map_or(desk.visit.today, |old| old.from).to_string();
    let until = text(old.and_then(|old| old.until).map(|until| until.to_string()));
    let weeks = old.map_or(1, |old| old.every_weeks).to_string();
    html! {
        details.fold open[old.is_some()] {
            summary { (desk.say("promise-repeats")) }
            p.hint { (desk.say("promise-repeats-hint")) }
            fieldset.days {
                legend { (desk.say("promise-weekdays")) }
                @for index in 0..7u8 {
                    @let was = old.is_some_and(|old| old.weekdays & (1 << index) != 0);
                    @let case = WEEKDAYS.get(usize::from(index)).copied().unwrap_or_default();
                    @let is_on = desk.value(deed, case, if was { "on" } else { "" }) == "on";
                    label {
                        input type="checkbox" name=(deed.field(case)) value="on" checked[is_on];
                        span { (weekday(desk.reader(), index)) }
                    }
                }
            }
            (desk.field(deed, Blank { name: "at", label: "promise-at", value: &at, ..Blank::default() }, As::Time))
            (desk.field(deed, Blank { name: "from", label: "promise-from", value: &from, ..Blank::default() }, As::Day))
            (desk.field(deed, Blank { name: "until", label: "promise-until", hint: "promise-until-hint", value: &until, ..Blank::default() }, As::Day))
            (desk.field(deed, Blank { name: "weeks", label: "promise-weeks", hint: "promise-weeks-hint", value: &weeks, most: 8, ..Blank::default() }, As::Number))
        }
    }
}
