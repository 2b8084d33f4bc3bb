//! What is known of one help: who gives it, since when, how often, until when, when it is enough, and whether it
//! helps, in each one's own word.

use super::super::desk::{As, Blank, Deed, Desk};
use super::super::fields::{Fields, Wrong};
use crate::error::Error;
use crate::pages::reader::Reader;
use crate::words::{Value, Words};
use maud::{Markup, html};
use shared::plan::{Card, CardEdit, Column, Help, HelpFacts, Intent, Often, Rating};

/// The section on the card's own paper.
pub fn facts(desk: &Desk<'_>, card: &Card) -> Result<Markup, Error> {
    let none = Help::default();
    let help = card.help.as_deref().unwrap_or(&none);
    let intent = Intent::EditCard {
        card_id: card.card_id,
        edit: CardEdit {
            help: Some(HelpFacts::default()),
            ..CardEdit::default()
        },
    };
    Ok(html! {
        section.leaf {
            h2 { (desk.say("our-help-about")) }
            dl.known { (known(desk, card)) }
            (enough(desk, card))
            h3 { (desk.say("our-help-does-it")) }
            (rate(desk, card, "")?)
            (ratings(desk, help))
            @if let Some(deed) = desk.deed("help", "", &intent) {
                (desk.folded(deed, &desk.say("our-help-edit"), &fields(desk, deed, help))?)
            }
        }
    })
}

/// What is known, each part in a line of its own.
pub fn known(desk: &Desk<'_>, card: &Card) -> Markup {
    let reader = desk.reader();
    let Some(help) = card.help.as_deref() else {
        return html! {};
    };
    html! {
        @if !help.provider.is_empty() {
            dt { (desk.say("our-help-provider")) }
            dd dir="auto" { (help.provider) }
        }
        @if let Some(since) = help.since {
            dt { (desk.say("our-help-since")) }
            dd { time datetime=(since) { (reader.date(since)) } }
        }
        @if let Some(often) = help.often {
            dt { (desk.say("our-help-often")) }
            dd { (often_words(reader, often)) }
        }
        @if let Some(ends) = card.help_ends() {
            dt { (desk.say("our-help-ends")) }
            dd { time datetime=(ends) { (reader.date(ends)) } }
        }
        @if !help.enough_when.is_empty() {
            dt { (desk.say("our-help-enough")) }
            dd dir="auto" { (help.enough_when) }
        }
    }
}

/// Help without an end is asked about, kindly. Not where the family has already said stop.
pub fn enough(desk: &Desk<'_>, card: &Card) -> Markup {
    let knows = card.help.as_ref().is_some_and(|help| !help.enough_when.is_empty());
    html! {
        @if !knows && card.help_ends().is_none() && card.column != Column::NoMore {
            p.enough { (desk.say("our-help-when-enough")) }
        }
    }
}

pub fn often_words(reader: &Reader, often: Often) -> String {
    let args = [("n", Value::from(often.times)), ("weeks", Value::from(often.weeks))];
    Words::say(reader.lang(), "help-often", &args)
}

/// The word of each of the others in the family, side by side, never added up. One's own stands in its button.
pub fn ratings(desk: &Desk<'_>, help: &Help) -> Markup {
    let others = || help.rated.iter().filter(|rated| rated.by != desk.me());
    html! {
        @if others().next().is_some() {
            ul.rated {
                @for rated in others() {
                    li { b { bdi { (desk.name(rated.by)) } } " " (desk.say(rating_key(rated.rating))) }
                }
            }
        }
    }
}

/// One's own word, by three buttons of the same weight.
pub fn rate(desk: &Desk<'_>, card: &Card, about: &str) -> Result<Markup, Error> {
    let intent = Intent::RateHelp {
        card_id: card.card_id,
        rating: Rating::DoNotKnow,
    };
    let Some(deed) = desk.deed("rate", about, &intent) else {
        return Ok(html! {});
    };
    let rated = card.help.iter().flat_map(|help| &help.rated);
    let mine = rated
        .filter(|rated| rated.by == desk.me())
        .map(|rated| rating_text(rated.rating))
        .next();
    let answers = Rating::ALL.map(|rating| (rating_text(rating), desk.say(rating_key(rating))));
    desk.answers(deed, "rating", &answers, Some(mine.unwrap_or_default()))
}

fn rating_text(rating: Rating) -> &'static str {
    match rating {
        Rating::Helps => "helps",
        Rating::DoesNotHelp => "does-not-help",
        Rating::DoNotKnow => "do-not-know",
    }
}

fn rating_key(rating: Rating) -> &'static str {
    match rating {
        Rating::Helps => "our-help-helps",
        Rating::DoesNotHelp => "our-help-does-not",
        Rating::DoNotKnow => "our-help-not-known",
    }
}

/// The one that a form's text names.
pub fn rating_of(text: &str) -> Option<Rating> {
    Rating::ALL.into_iter().find(|rating| rating_text(*rating) == text)
}

/// The fields of what is known. "Three times in two weeks" is two numbers, each with a question of its own.
pub fn fields(desk: &Desk<'_>, deed: Deed<'_>, help: &Help) -> Markup {
    let text = |of: Option<String>| of.unwrap_or_default();
    let day = |day: Option<shared::day::Day>| text(day.map(|day| day.to_string()));
    let times = text(help.often.map(|often| often.times.to_string()));
    let weeks = help.often.map_or(1, |often| often.weeks).to_string();
    let blank = Blank::default();
    html! {
        (desk.field(deed, Blank { name: "provider", label: "our-help-provider", hint: "our-help-provider-hint", value: &help.provider, most: 80, ..blank }, As::Line))
        (desk.field(deed, Blank { name: "since", label: "our-help-since", value: &day(help.since), ..blank }, As::Day))
        (desk.field(deed, Blank { name: "times", label: "our-help-times", value: &times, most: 99, ..blank }, As::Number))
        (desk.field(deed, Blank { name: "weeks", label: "our-help-weeks", hint: "our-help-weeks-hint", value: &weeks, most: 52, ..blank }, As::Number))
        (desk.field(deed, Blank { name: "ends", label: "our-help-ends", value: &day(help.ends), ..blank }, As::Day))
        (desk.field(deed, Blank { name: "enough_when", label: "our-help-enough", hint: "our-help-enough-hint", value: &help.enough_when, most: 500, ..blank }, As::Lines))
    }
}

/// What was written down of a help. How often is known where the times are.
pub fn facts_of(form: &Fields) -> Result<HelpFacts, Wrong> {
    let times: Option<u8> = form.maybe("times")?;
    let weeks: u8 = form.maybe("weeks")?.unwrap_or(1);
    Ok(HelpFacts {
        provider: form.owned("provider"),
        since: form.maybe("since")?,
        often: times.map(|times| Often { times, weeks }),
        ends: form.maybe("ends")?,
        enough_when: form.owned("enough_when"),
    })
}

#[cfg(test)]
mod tests {
    use super::often_words;
    use crate::pages::reader::Reader;
    use crate::words::Lang;
    use shared::plan::Often;

    #[test]
    fn how_often_is_said_in_words() {
        let said = |lang, times, weeks| often_words(&Reader::new(Some(lang), Lang::Da), Often { times, weeks });
        assert_eq!(said("da", 1, 1), "1 gang om ugen");
        assert_eq!(said("da", 3, 1), "3 gange om ugen");
        assert_eq!(said("en", 1, 1), "once a week");
        for lang in ["da", "en"] {
            assert!(said(lang, 2, 4).contains('4') && said(lang, 1, 2).contains('2'), "{lang}");
        }
    }
}
