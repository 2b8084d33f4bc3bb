//! From a form of the card's paper to what the person wants. Whether they may, the rules say.

use super::super::fields::{Fields, Wrong};
use super::super::help::facts::{facts_of, rating_of};
use super::promises::kept_of;
use super::voices::{duty_text, says_text};
use super::wish::end_of;
use crate::pages::reader::WEEKDAYS;
use shared::day::Day;
use shared::ids::{CardId, MemberId};
use shared::plan::{
    AgreementEdit, Assign, CardEdit, Column, Duty, Intent, NewAgreement, NewAnswer, NewDecision, Refusal, Repeats, Says, TextEdit,
};

/// Errors: a day that is none, or a form that is none of ours.
pub fn intent(card_id: CardId, fields: &Fields) -> Result<Intent, Wrong> {
    let about = fields.text("about");
    Ok(match fields.text("do") {
        "edit" => Intent::EditCard {
            card_id,
            edit: edit(fields)?,
        },
        "duty" => Intent::EditCard {
            card_id,
            edit: CardEdit {
                duty: Some(duty(fields.text("duty"))?),
                ..CardEdit::default()
            },
        },
        "help" => Intent::EditCard {
            card_id,
            edit: CardEdit {
                help: Some(facts_of(fields)?),
                ..CardEdit::default()
            },
        },
        "rate" => Intent::RateHelp {
            card_id,
            rating: rating_of(fields.text("rating")).ok_or(Wrong::NotOurs)?,
        },
        "stop" => Intent::MoveCard {
            card_id,
            to: end_of(Column::NoMore),
        },
        "keep" => Intent::MoveCard {
            card_id,
            to: end_of(Column::Municipality),
        },
        "wish" => Intent::SetWish {
            card_id,
            answers: fields.chosen("answers")?,
            by: fields.must("by")?,
        },
        "ends" | "decided" | "stays" => Intent::AnswerWish {
            card_id,
            answer: answer(fields)?,
        },
        "decision" => Intent::AddDecision {
            card_id: Some(card_id),
            decision: decision(fields)?,
        },
        "undecide" => Intent::RemoveDecision {
            decision_id: fields.chosen("about")?,
        },
        "agree" => Intent::AddAgreement(NewAgreement {
            card_id,
            words: fields.owned("words"),
            holder: fields.maybe_chosen("holder")?,
            due: fields.maybe("due")?,
            repeats: repeats(fields)?,
            so_that: fields.owned("so_that"),
        }),
        "agreement" => Intent::EditAgreement(AgreementEdit {
            words: changed(fields, "words"),
            due: Some(fields.maybe("due")?.into()),
            repeats: Some(repeats(fields)?.into()),
            so_that: Some(fields.owned("so_that")),
            ..AgreementEdit::of(fields.chosen("about")?)
        }),
        "pass" => Intent::EditAgreement(AgreementEdit {
            holder: Some(Assign::To(fields.chosen("holder")?)),
            ..AgreementEdit::of(fields.chosen("about")?)
        }),
        "answer" => Intent::AnswerAsk {
            agreement_id: fields.chosen("about")?,
            yes: fields.text("yes") == "yes",
        },
        "kept" => Intent::KeepAgreement {
            agreement_id: fields.chosen("about")?,
            kept: kept_of(fields.text("kept")).ok_or(Wrong::NotOurs)?,
            on: None,
        },
        "tick" => {
            let (agreement, on) = about.split_once('/').ok_or(Wrong::NotOurs)?;
            Intent::KeepAgreement {
                agreement_id: agreement.parse().map_err(|_| Wrong::NotOurs)?,
                kept: kept_of(fields.text("kept")).ok_or(Wrong::NotOurs)?,
                on: Some(on.parse().map_err(|_| Wrong::NotOurs)?),
            }
        }
        "unagree" => Intent::RemoveAgreement {
            agreement_id: fields.chosen("about")?,
        },
        "remark" => Intent::AddRemark {
            card_id,
            says: Says::ALL
                .into_iter()
                .find(|says| says_text(*says) == about)
                .ok_or(Wrong::NotOurs)?,
            words: fields.owned("words"),
        },
        "settle" => Intent::SettleRemark {
            remark_id: fields.chosen("about")?,
        },
        _ => return Err(Wrong::NotOurs),
    })
}

/// Only what the person made different, so that what another wrote in the meantime stays.
fn edit(fields: &Fields) -> Result<CardEdit, Wrong> {
    let is_other = |name: &str| fields.text(name) != fields.text(&format!("{name}_was"));
    let who = fields.maybe_chosen::<MemberId>("who")?.into();
    let serves = fields.maybe_chosen::<CardId>("serves")?.into();
    Ok(CardEdit {
        words: changed(fields, "words"),
        when: changed(fields, "when"),
        why: changed(fields, "why"),
        who: is_other("who").then_some(who),
        serves: is_other("serves").then_some(serves),
        ..CardEdit::default()
    })
}

fn changed(fields: &Fields, name: &str) -> Option<TextEdit> {
    // A browser sends the ends of lines in its own way.
    let (from, to) = (fields.owned(&format!("{name}_was")), fields.text(name).replace("\r\n", "\n"));
    (from.replace("\r\n", "\n") != to).then_some(TextEdit { from, to })
}

fn duty(text: &str) -> Result<Assign<Duty>, Wrong> {
    let choices = [Some(Duty::Voluntary), Some(Duty::Duty), None];
    let chosen = choices.into_iter().find(|duty| duty_text(*duty) == text);
    chosen.map(Assign::from).ok_or(Wrong::NotOurs)
}

fn answer(fields: &Fields) -> Result<NewAnswer, Wrong> {
    let words = fields.owned("words");
    Ok(match fields.text("do") {
        "ends" => NewAnswer::Ends {
            words,
            on: fields.must("on")?,
        },
        "stays" => NewAnswer::Stays {
            words,
            talk_to: fields.chosen("talk_to")?,
        },
        _ => NewAnswer::Decided {
            decision: decision(fields)?,
            ends: fields.maybe("ends")?,
        },
    })
}

fn decision(fields: &Fields) -> Result<NewDecision, Wrong> {
    Ok(NewDecision {
        words: fields.owned("words"),
        decided_on: fields.must("decided_on")?,
        reference: fields.owned("reference"),
        complain: fields.owned("complain"),
        complain_by: fields.maybe("complain_by")?,
    })
}

/// It comes round again where at least one day of the week is chosen.
fn repeats(fields: &Fields) -> Result<Option<Repeats>, Wrong> {
    let chosen = (0u8..).zip(WEEKDAYS).filter(|(_, day)| fields.is_checked(day));
    let weekdays = chosen.fold(0, |days, (index, _)| days | 1 << index);
    if weekdays == 0 {
        return Ok(None);
    }
    let from: Day = fields.must("from")?;
    Ok(Some(Repeats {
        weekdays,
        every_weeks: fields.maybe("weeks")?.unwrap_or(1),
        at: minute_of_day(fields.text("at"))?,
        from,
        until: fields.maybe("until")?,
    }))
}

/// "20:00", as browsers write a time.
fn minute_of_day(text: &str) -> Result<Option<u16>, Wrong> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = |text: &str| text.trim().parse::<u16>().ok();
    let parts = text.split_once([':', '.']).and_then(|(hour, rest)| {
        let minute = rest.split(':').next().unwrap_or_default();
        Some((number(hour)?, number(minute)?))
    });
    match parts {
        Some((hour, minute)) if hour < 24 && minute < 60 => Ok(Some(hour * 60 + minute)),
        _ => Err(Refusal::WrongDay.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, Wrong, intent, minute_of_day};
    use proptest::prelude::*;
    use shared::ids::CardId;
    use shared::plan::{Intent, Refusal};

    fn sent(pairs: &[(&str, &str)]) -> Result<Intent, Wrong> {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        intent(
            CardId::MIN,
            &Fields::from(pairs.collect::<std::collections::BTreeMap<_, _>>()),
        )
    }

    #[test]
    fn every_evening_for_a_week_is_read_as_that() {
        let burst = [
            ("do", "agree"),
            ("words", "Vi går en tur"),
            ("mon", "on"),
            ("tue", "on"),
            ("wed", "on"),
            ("thu", "on"),
            ("fri", "on"),
            ("sat", "on"),
            ("sun", "on"),
            ("at", "20:00"),
            ("from", "2026-11-23"),
            ("until", "2026-11-29"),
            ("weeks", "1"),
        ];
        let Ok(Intent::AddAgreement(new)) = sent(&burst) else {
            panic!("not an agreement")
        };
        let repeats = new.repeats.expect("it comes round again");
        assert_eq!((repeats.weekdays, repeats.at), (0b111_1111, Some(20 * 60)));
        assert_eq!(repeats.until.map(|until| until.to_string()).as_deref(), Some("2026-11-29"));
    }

    #[test]
    fn without_a_day_of_the_week_nothing_comes_round_again() {
        let once = [
            ("do", "agree"),
            ("words", "Vi ringer"),
            ("from", "2026-11-23"),
            ("weeks", "1"),
        ];
        assert!(matches!(sent(&once), Ok(Intent::AddAgreement(new)) if new.repeats.is_none()));
    }

    #[test]
    fn what_was_not_changed_is_not_sent() {
        let same = [
            ("do", "edit"),
            ("words", "Nye ord"),
            ("words_was", "Ord"),
            ("why", "a\r\nb"),
            ("why_was", "a\nb"),
        ];
        let Ok(Intent::EditCard { edit, .. }) = sent(&same) else {
            panic!("not an edit")
        };
        assert!(edit.words.is_some() && edit.why.is_none() && edit.who.is_none() && edit.serves.is_none());
    }

    #[test]
    fn a_form_that_is_none_of_ours_is_told_from_a_day_that_is_none() {
        assert!(matches!(sent(&[("do", "anything")]), Err(Wrong::NotOurs)));
        assert!(matches!(sent(&[("do", "kept"), ("about", "x")]), Err(Wrong::NotOurs)));
        let late = [("do", "ends"), ("on", "2026-02-30")];
        assert!(matches!(sent(&late), Err(Wrong::Refused(Refusal::WrongDay))));
    }

    proptest! {
        #[test]
        fn any_text_is_a_time_of_the_day_or_is_refused(text in ".{0,8}", hour in 0u16..24, minute in 0u16..60) {
            let _ = minute_of_day(&text);
            let text = format!("{hour:02}:{minute:02}");
            prop_assert!(matches!(minute_of_day(&text), Ok(Some(at)) if at == hour * 60 + minute));
        }
    }
}
