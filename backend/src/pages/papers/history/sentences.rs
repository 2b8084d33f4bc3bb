//! One sentence for each thing that happened, in the reader's person: "Du flyttede …", "Karin foreslog …".

use super::super::looked::role_key;
use crate::pages::parts::{column_word, kept_key, place};
use crate::pages::reader::Reader;
use crate::plan::Seen;
use crate::plan::history::{Entry, Field, Happening, How, OfAgreement, OfConsent, OfHead, OfHelp, OfMember, What, Wish};
use maud::{Markup, html};
use shared::ids::MemberId;
use shared::plan::{Audience, Duty, Grantee, Rating, Says, Scope};

/// A sentence about who and which card, with what else it needs.
type Say<'a> = dyn Fn(&str, &[(&'static str, &str)]) -> String + 'a;

/// Who is told, and what they see now: names and places are taken from there.
#[derive(Debug)]
pub struct Telling<'a> {
    reader: &'a Reader,
    seen: &'a Seen,
}

impl<'a> Telling<'a> {
    pub fn new(reader: &'a Reader, seen: &'a Seen) -> Self {
        Telling { reader, seen }
    }

    /// Everything that was seen of one change.
    pub fn sentences(&self, entry: &Entry) -> Markup {
        html! { @for happening in &entry.happenings { (self.sentence(entry, happening)) } }
    }

    /// The same as text, a sentence for each.
    pub fn plain(&self, entry: &Entry) -> Vec<String> {
        let sentences = entry.happenings.iter().map(|happening| self.words(entry, happening));
        sentences.collect()
    }

    fn sentence(&self, entry: &Entry, happening: &Happening) -> Markup {
        html! {
            p { (self.words(entry, happening)) }
            @match &happening.what {
                What::Worded { from, to, .. } | What::AgreementWorded { from, to } => (self.before_and_after(from, to)),
                What::Proposed { why: words, .. } | What::Remarked { words, .. } | What::Pulse { words } if !words.is_empty() =>
                    blockquote.said dir="auto" { (words) },
                _ => {}
            }
        }
    }

    fn before_and_after(&self, from: &str, to: &str) -> Markup {
        html! {
            dl.before-after {
                dt { (self.reader.say("history-before")) }
                dd dir="auto" { @if from.is_empty() { (self.reader.say("history-empty")) } @else { del { (from) } } }
                dt { (self.reader.say("history-after")) }
                dd dir="auto" { @if to.is_empty() { (self.reader.say("history-empty")) } @else { ins { (to) } } }
            }
        }
    }

    fn words(&self, entry: &Entry, happening: &Happening) -> String {
        let by = entry.by;
        let who = self.who(entry);
        let unknown = self.reader.say("history-a-card");
        let brings = match &happening.what {
            What::Proposed { wish, .. } | What::Answered { wish, .. } => wish.brings(),
            _ => None,
        };
        let words = happening.about.as_ref().and_then(|about| about.words.as_deref());
        let card = words.or(brings).unwrap_or(&unknown);
        let say = |key: &str, args: &[(&'static str, &str)]| {
            let begin = [("who", who.as_str()), ("card", card)];
            self.reader.say_with(key, &[&begin, args].concat())
        };
        match &happening.what {
            What::Made => say("history-made", &[]),
            What::SatDown => say("history-sat-down", &[]),
            What::Undid => say("history-undid", &[]),
            What::CardAdded { to } => say("history-card-added", &[("place", &place(self.reader, *to))]),
            What::CardGone if happening.about.as_ref().is_some_and(|about| about.words.is_some()) => {
                say("history-card-gone", &[])
            }
            What::CardGone if by == MemberId::NOBODY => say("history-card-gone-by-time", &[]),
            What::CardGone => say("history-card-gone-unnamed", &[]),
            What::CardMoved { from, to } => {
                let (from, to) = (place(self.reader, *from), place(self.reader, *to));
                say("history-card-moved", &[("from", &from), ("to", &to)])
            }
            What::Reordered { cell } => say("history-reordered", &[("place", &place(self.reader, *cell))]),
            What::Worded { field, .. } => match field {
                Field::Words => say("history-words", &[]),
                Field::When => say("history-when", &[]),
                Field::Why => say("history-why", &[]),
            },
            What::Who { to: None } => say("history-who-nobody", &[]),
            What::Who { to: Some(to) } => say("history-who", &[("name", &self.object(*to))]),
            What::Serves { to } => match to.and_then(|dream| self.seen.plan.card(dream)) {
                Some(dream) => say("history-serves", &[("dream", &dream.words.words)]),
                None => say("history-serves-other", &[]),
            },
            What::ShownTo { audience } => match audience {
                Audience::Table => say("history-shown-to-table", &[]),
                Audience::Family => say("history-shown-to-family", &[]),
                Audience::Only(_) => say("history-shown-to-some", &[]),
            },
            What::Picture => say("history-picture", &[]),
            What::Duty { to } => match to {
                Some(Duty::Voluntary) => say("history-voluntary", &[]),
                Some(Duty::Duty) => say("history-duty", &[]),
                None => say("history-duty-unsaid", &[]),
            },
            What::Agreement { words, is } => self.of_agreement(by, words, *is, &say),
            What::AgreementWorded { .. } => say("history-agreement-words", &[]),
            What::Help(is) => self.of_help(*is, &say),
            What::Remarked { says, .. } => say(says_key(*says), &[]),
            What::RemarkSettled => say("history-remark-settled", &[]),
            What::DecisionWritten { words } => say("history-decision-written", &[("decision", words)]),
            What::DecisionGone { words } => say("history-decision-gone", &[("decision", words)]),
            What::Proposed { wish, .. } => self.proposed(wish, &say),
            What::Answered { from, wish, how } => {
                let name = self.object(*from);
                say(answer_key(wish, *how), &[("name", &name)])
            }
            What::Consent { to, scope, is } => self.of_consent(*to, *scope, *is, &say),
            What::Member { member_id, is } => {
                let key = match is {
                    OfMember::Came => "history-member-came",
                    OfMember::Left => "history-member-left",
                    OfMember::Changed => "history-member-changed",
                    OfMember::Informed => "history-informed",
                };
                say(key, &[("name", &self.object(*member_id))])
            }
            What::Head(is) => self.of_head(by, *is, &say),
            What::Pulse { .. } => say("history-pulse", &[]),
            What::Movement => say("history-movement", &[]),
            What::StrengthWritten { words } => say("history-strength-written", &[("words", words)]),
            What::StrengthGone { words } => say("history-strength-gone", &[("words", words)]),
            What::Other => say("history-other", &[]),
        }
    }

    fn proposed(&self, wish: &Wish, say: &Say<'_>) -> String {
        match wish {
            Wish::AddCard => say("history-proposed-add-card", &[]),
            Wish::EditCard => say("history-proposed-edit-card", &[]),
            Wish::MoveCard => say("history-proposed-move-card", &[]),
            Wish::RemoveCard => say("history-proposed-remove-card", &[]),
            Wish::AddAgreement => say("history-proposed-add-agreement", &[]),
            Wish::EditAgreement => say("history-proposed-edit-agreement", &[]),
            Wish::RemoveAgreement => say("history-proposed-remove-agreement", &[]),
            Wish::Answers { answers, by } => {
                let (name, date) = (self.object(*answers), self.reader.date(*by));
                say("history-proposed-answers", &[("name", &name), ("date", &date)])
            }
            Wish::Member { .. } => say("history-proposed-member", &[]),
            Wish::Seat { .. } => say("history-asked-for-seat", &[]),
            Wish::Strength { of: Some(of), .. } => say("history-proposed-strength-of", &[("name", &self.object(*of))]),
            Wish::Strength { of: None, .. } => say("history-proposed-strength", &[]),
            Wish::Other => say("history-proposed-other", &[]),
        }
    }

    fn of_agreement(&self, by: MemberId, words: &str, is: OfAgreement, say: &Say<'_>) -> String {
        let with = |key: &str, name: &'static str, value: &str| say(key, &[("agreement", words), (name, value)]);
        match is {
            OfAgreement::Made => say("history-agreement-made", &[("agreement", words)]),
            OfAgreement::Gone => say("history-agreement-gone", &[("agreement", words)]),
            OfAgreement::Asked(to) => with("history-agreement-asked", "name", &self.doer(to)),
            OfAgreement::NotTaken(to) if to == by => say("history-agreement-not-mine", &[("agreement", words)]),
            OfAgreement::NotTaken(to) => with("history-agreement-not-theirs", "name", &self.doer(to)),
            OfAgreement::Held(to) if to == by => say("history-agreement-mine", &[("agreement", words)]),
            OfAgreement::Held(to) => with("history-agreement-held", "name", &self.object(to)),
            OfAgreement::HeldByNobody => say("history-agreement-held-by-nobody", &[("agreement", words)]),
            OfAgreement::Due(Some(day)) => with("history-agreement-due", "date", &self.reader.date(day)),
            OfAgreement::Due(None) => say("history-agreement-no-due", &[("agreement", words)]),
            OfAgreement::Repeats => say("history-agreement-repeats", &[("agreement", words)]),
            OfAgreement::SoThat => say("history-agreement-so-that", &[("agreement", words)]),
            OfAgreement::Kept(kept) => with("history-agreement-kept", "kept", &self.reader.say(kept_key(kept))),
            OfAgreement::KeptOn(day, kept) => {
                let (date, kept) = (self.reader.date(day), self.reader.say(kept_key(kept)));
                say(
                    "history-agreement-kept-on",
                    &[("agreement", words), ("date", &date), ("kept", &kept)],
                )
            }
        }
    }

    fn of_help(&self, is: OfHelp, say: &Say<'_>) -> String {
        match is {
            OfHelp::Facts => say("history-help-facts", &[]),
            OfHelp::Rated(Rating::Helps) => say("history-help-helps", &[]),
            OfHelp::Rated(Rating::DoesNotHelp) => say("history-help-does-not-help", &[]),
            OfHelp::Rated(Rating::DoNotKnow) => say("history-help-do-not-know", &[]),
            OfHelp::StopAsked => say("history-stop-asked", &[]),
            OfHelp::StopTakenBack => say("history-stop-taken-back", &[]),
            OfHelp::StopAnswers { answers, by } => {
                let (name, date) = (self.object(answers), self.reader.date(by));
                say("history-stop-answers", &[("name", &name), ("date", &date)])
            }
            OfHelp::Ends(day) => say("history-stop-ends", &[("date", &self.reader.date(day))]),
            OfHelp::Decided(Some(day)) => say("history-stop-decided-ends", &[("date", &self.reader.date(day))]),
            OfHelp::Decided(None) => say("history-stop-decided", &[]),
            OfHelp::Stays { talk_to } => say("history-stop-stays", &[("name", &self.object(talk_to))]),
        }
    }

    fn of_consent(&self, to: Grantee, scope: Scope, is: OfConsent, say: &Say<'_>) -> String {
        let name = match to {
            Grantee::Member(member_id) => self.object(member_id),
            Grantee::Role(role) => self.reader.say(role_key(role)),
        };
        match (is, scope) {
            (OfConsent::Given(until), Scope::Card(_)) => {
                let date = self.reader.date(until);
                say("history-consent-given", &[("name", &name), ("date", &date)])
            }
            (OfConsent::Given(until), Scope::Column(column)) => {
                let column = self.reader.say(&format!("column-{}", column_word(column)));
                let date = self.reader.date(until);
                say(
                    "history-consent-given-column",
                    &[("name", &name), ("date", &date), ("column", &column)],
                )
            }
            (OfConsent::Ended, Scope::Card(_)) => say("history-consent-ended", &[("name", &name)]),
            (OfConsent::Ended, Scope::Column(column)) => {
                let column = self.reader.say(&format!("column-{}", column_word(column)));
                say("history-consent-ended-column", &[("name", &name), ("column", &column)])
            }
        }
    }

    fn of_head(&self, by: MemberId, is: OfHead, say: &Say<'_>) -> String {
        let with = |key: &str, member_id: MemberId| say(key, &[("name", &self.object(member_id))]);
        match is {
            OfHead::Contact(Some(to)) => with("history-contact", to),
            OfHead::Contact(None) => say("history-contact-none", &[]),
            OfHead::StandIn(Some(to)) => with("history-stand-in", to),
            OfHead::StandIn(None) => say("history-stand-in-none", &[]),
            OfHead::BatonUnderWay(to) => with("history-baton-under-way", to),
            OfHead::BatonAgreed(to) if to == by => say("history-baton-taken", &[]),
            OfHead::BatonAgreed(to) => say("history-baton-agreed", &[("name", &self.doer(to))]),
            OfHead::BatonStays => say("history-baton-stays", &[]),
            OfHead::PenGiven(to) => with("history-pen-given", to),
            OfHead::PenBack => say("history-pen-back", &[]),
            OfHead::FollowedUp(Some(next)) => say("history-followed-up", &[("date", &self.reader.date(next))]),
            OfHead::FollowedUp(None) | OfHead::Other => say("history-other", &[]),
        }
    }

    /// Who it was, at the beginning of a sentence; with the pen, whose words they are and who wrote them.
    fn who(&self, entry: &Entry) -> String {
        match entry.said_by {
            Some(said_by) => {
                let (said, wrote) = (self.subject(said_by), self.object(entry.by));
                self.reader
                    .say_with("history-written-by", &[("said", &said), ("wrote", &wrote)])
            }
            None => self.subject(entry.by),
        }
    }

    /// "Du" or a name, at the beginning of a sentence.
    fn subject(&self, member_id: MemberId) -> String {
        if member_id == MemberId::NOBODY {
            self.reader.say("history-time")
        } else if member_id == self.seen.member_id {
            self.reader.say("history-you")
        } else {
            self.name(member_id)
        }
    }

    /// "dig" or a name, within one.
    fn object(&self, member_id: MemberId) -> String {
        if member_id == self.seen.member_id {
            self.reader.say("you")
        } else {
            self.name(member_id)
        }
    }

    /// "du" or a name, of one who does something in the second half of a sentence.
    fn doer(&self, member_id: MemberId) -> String {
        if member_id == self.seen.member_id {
            self.reader.say("history-you-within")
        } else {
            self.name(member_id)
        }
    }

    fn name(&self, member_id: MemberId) -> String {
        match self.seen.plan.member(member_id) {
            Some(member) => member.name.clone(),
            None => self.reader.say("history-someone"),
        }
    }
}

fn says_key(says: Says) -> &'static str {
    match says {
        Says::NeedHelp => "history-remark-help",
        Says::Wrong => "history-remark-wrong",
        Says::SeeItDifferently => "history-remark-differently",
        Says::DoesNotFit => "history-remark-does-not-fit",
    }
}

/// Whoever asks for a seat has no name at the table that the proposal could be called after.
fn answer_key(wish: &Wish, how: How) -> &'static str {
    match (how, wish) {
        (How::Yes, Wish::Seat { .. }) => "history-seat-yes",
        (How::No, Wish::Seat { .. }) => "history-seat-no",
        (How::RanOut, Wish::Seat { .. }) => "history-seat-ran-out",
        (How::Yes, _) => "history-yes",
        (How::No, _) => "history-no",
        (How::TakenBack, _) => "history-taken-back",
        (How::RanOut, _) => "history-ran-out",
    }
}
