//! One sentence for each thing that happened, in the reader's person: "Du flyttede …", "Karin foreslog …".

use crate::pages::parts::{kept_key, place};
use crate::pages::reader::Reader;
use crate::plan::Seen;
use crate::plan::history::{Field, Happening, How, What, Wish};
use maud::{Markup, html};
use shared::ids::MemberId;
use shared::plan::{Audience, Duty};

/// Who is told, and what they see now: names and places are taken from there.
pub struct Telling<'a> {
    reader: &'a Reader,
    seen: &'a Seen,
}

impl<'a> Telling<'a> {
    pub fn new(reader: &'a Reader, seen: &'a Seen) -> Self {
        Telling { reader, seen }
    }

    pub fn sentence(&self, by: MemberId, happening: &Happening) -> Markup {
        html! {
            p { (self.words(by, happening)) }
            @match &happening.what {
                What::Worded { from, to, .. } | What::AgreementWorded { from, to } => (self.before_and_after(from, to)),
                What::Proposed { why, .. } if !why.is_empty() => blockquote dir="auto" { (why) },
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

    fn words(&self, by: MemberId, happening: &Happening) -> String {
        let who = self.subject(by);
        let unknown = self.reader.say("history-a-card");
        let card = happening
            .about
            .as_ref()
            .and_then(|about| about.words.as_deref())
            .unwrap_or(&unknown);
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
            What::AgreementMade { words } => say("history-agreement-made", &[("agreement", words)]),
            What::AgreementGone { words } => say("history-agreement-gone", &[("agreement", words)]),
            What::AgreementWorded { .. } => say("history-agreement-words", &[]),
            What::AgreementHeld { words, to: Some(to) } => {
                let name = self.object(*to);
                say("history-agreement-held", &[("agreement", words), ("name", &name)])
            }
            What::AgreementHeld { words, to: None } => say("history-agreement-held-by-nobody", &[("agreement", words)]),
            What::AgreementDue { words, to: Some(to) } => {
                let date = self.reader.date(*to);
                say("history-agreement-due", &[("agreement", words), ("date", &date)])
            }
            What::AgreementDue { words, to: None } => say("history-agreement-no-due", &[("agreement", words)]),
            What::AgreementKept { words, to } => {
                let kept = self.reader.say(kept_key(*to));
                say("history-agreement-kept", &[("agreement", words), ("kept", &kept)])
            }
            What::Proposed { wish, .. } => say(wish_key(*wish), &[]),
            What::Answered { from, how } => {
                let name = self.object(*from);
                match how {
                    How::Yes => say("history-yes", &[("name", &name)]),
                    How::No => say("history-no", &[("name", &name)]),
                    How::TakenBack => say("history-taken-back", &[]),
                }
            }
            What::MemberCame { member_id } => say("history-member-came", &[("name", &self.object(*member_id))]),
            What::MemberLeft { member_id } => say("history-member-left", &[("name", &self.object(*member_id))]),
            What::MemberChanged { member_id } => say("history-member-changed", &[("name", &self.object(*member_id))]),
            What::Informed => say("history-informed", &[]),
            What::Contact { to: Some(to) } => say("history-contact", &[("name", &self.object(*to))]),
            What::Contact { to: None } => say("history-contact-none", &[]),
            What::Other => say("history-other", &[]),
        }
    }

    /// "Du" or a name, at the beginning of a sentence. Words that one said and another wrote get both here.
    fn subject(&self, member_id: MemberId) -> String {
        if member_id == self.seen.member_id {
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

    fn name(&self, member_id: MemberId) -> String {
        match self.seen.plan.member(member_id) {
            Some(member) => member.name.clone(),
            None => self.reader.say("history-someone"),
        }
    }
}

fn wish_key(wish: Wish) -> &'static str {
    match wish {
        Wish::AddCard => "history-proposed-add-card",
        Wish::EditCard => "history-proposed-edit-card",
        Wish::MoveCard => "history-proposed-move-card",
        Wish::RemoveCard => "history-proposed-remove-card",
        Wish::AddAgreement => "history-proposed-add-agreement",
        Wish::EditAgreement => "history-proposed-edit-agreement",
        Wish::RemoveAgreement => "history-proposed-remove-agreement",
        Wish::Other => "history-proposed-other",
    }
}
