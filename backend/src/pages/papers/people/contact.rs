//! The one whom the family can always call, the stand-in, and the baton on its way from one to the next.

use super::Page;
use crate::pages::parts;
use maud::{Markup, html};
use shared::plan::{Baton, Intent, Member, Role};

/// One of the three who say yes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its sentence in the Fluent files.
    pub key: &'static str,
    pub is_said: bool,
    /// Whether it is the reader's to say.
    pub is_mine: bool,
}

/// What has to be said before the baton has passed. Where nobody has it, nobody lets go of it.
pub fn steps(baton: &Baton, me: &Member, contact: Option<&Member>) -> Vec<Step> {
    let step = |key, is_said, is_mine| Step { key, is_said, is_mine };
    let giver = contact.map(|contact| step("baton-gives", baton.given, contact.member_id == me.member_id));
    let takes = step("baton-takes", baton.taken, baton.to == me.member_id);
    let agrees = step("baton-agrees", baton.agreed, me.role == Role::Family);
    giver.into_iter().chain([takes, agrees]).collect()
}

impl Page<'_> {
    pub(super) fn contact(&self) -> Markup {
        let contact = self.plan().contact().map(|contact| &**contact);
        html! {
            section.leaf {
                h2 { (self.say("people-contact-title")) }
                p.hint { (self.say("people-contact-about")) }
                (parts::contact(self.reader(), self.plan()))
                @match self.plan().head().and_then(|head| head.baton) {
                    Some(baton) => (self.baton(&baton, contact)),
                    None => (self.pass_baton(contact)),
                }
                (self.set_stand_in())
            }
        }
    }

    /// On its way: who has said yes, and the reader's own part.
    fn baton(&self, baton: &Baton, contact: Option<&Member>) -> Markup {
        let to = self.name(baton.to);
        let giver = contact.map_or("", |contact| contact.name.as_str());
        let Some(me) = self.plan().member(self.me()) else {
            return html! {};
        };
        let steps = steps(baton, me, contact);
        let waits_for_me = steps.iter().any(|step| step.is_mine && !step.is_said);
        let may_answer = self.is_allowed(&Intent::AnswerBaton { yes: true });
        html! {
            div.note-of-a-guest {
                h3 { (self.say_of("baton-title", to)) }
                p {
                    @if giver.is_empty() { (self.say("baton-until-nobody")) } @else { (self.say_of("baton-until", giver)) }
                }
                ol.steps {
                    @for step in &steps {
                        li data-said=(step.is_said) {
                            span { (self.reader().say_with(step.key, &[("giver", giver), ("name", to)])) }
                            " " b { (self.say(if step.is_said { "baton-said" } else { "baton-not-said" })) }
                        }
                    }
                }
                @if may_answer && waits_for_me {
                    (self.small_form("answer-baton", &parts::two_answers(
                        "answer",
                        [("yes", &self.say(yes_key(&steps))), ("no", &self.say(no_key(&steps)))],
                    )))
                } @else if may_answer {
                    (self.small_form("answer-baton", &html! {
                        input type="hidden" name="answer" value="no";
                        p { button.answer type="submit" { (self.say("baton-stop")) } }
                    }))
                }
            }
        }
    }

    fn pass_baton(&self, contact: Option<&Member>) -> Markup {
        let contact_id = contact.map(|contact| contact.member_id);
        let can: Vec<&Member> = self
            .municipal_people()
            .filter(|member| Some(member.member_id) != contact_id)
            .collect();
        let Some(first) = can
            .first()
            .filter(|first| self.is_allowed(&Intent::PassBaton { to: first.member_id }))
        else {
            return html! {};
        };
        let is_alone = can.len() == 1;
        let form = self.form(
            "pass-baton",
            &html! {
                p { (self.say("baton-about")) }
                @if is_alone {
                    input type="hidden" name="to" value=(first.member_id);
                    p { (self.say_of("baton-to-whom-one", &first.name)) }
                } @else {
                    (self.whom("to", &self.say("baton-to-whom"), can.iter().copied(), None))
                }
                (parts::submit(&self.say("baton-begin")))
            },
        );
        self.folded(&self.say("baton-begin-title"), false, &form)
    }

    fn set_stand_in(&self) -> Markup {
        if !self.is_allowed(&Intent::SetStandIn { member_id: None }) {
            return html! {};
        }
        let contact_id = self.plan().contact().map(|contact| contact.member_id);
        let can = self.municipal_people().filter(|member| Some(member.member_id) != contact_id);
        let form = self.form(
            "stand-in",
            &html! {
                (self.whom("member_id", &self.say("stand-in-whom"), can, Some(&self.say("stand-in-nobody"))))
                (parts::submit(&self.say("people-save")))
            },
        );
        self.folded(&self.say("stand-in-title"), false, &form)
    }

    fn municipal_people(&self) -> impl Iterator<Item = &Member> {
        self.seated()
            .filter(|member| matches!(member.role, Role::Coordinator | Role::Professional))
    }
}

/// In the words of the part that the reader has in it.
fn yes_key(steps: &[Step]) -> &'static str {
    match mine(steps) {
        Some("baton-gives") => "baton-yes-give",
        Some("baton-takes") => "baton-yes-take",
        _ => "proposal-yes",
    }
}

fn no_key(steps: &[Step]) -> &'static str {
    match mine(steps) {
        Some("baton-gives") => "baton-no-give",
        Some("baton-takes") => "baton-no-take",
        _ => "proposal-no",
    }
}

fn mine(steps: &[Step]) -> Option<&'static str> {
    steps.iter().find(|step| step.is_mine && !step.is_said).map(|step| step.key)
}

#[cfg(test)]
mod tests {
    use super::{mine, no_key, steps, yes_key};
    use shared::plan::{Baton, Plan};
    use shared::testing::{BIRTHE, KARIN, MAJA, METTE, family};

    const BATON: Baton = Baton {
        to: METTE,
        since: 0,
        given: true,
        taken: false,
        agreed: false,
    };

    #[test]
    fn each_of_the_three_finds_their_own_step_and_nobody_else_does() {
        let plan: Plan = family();
        let of = |id| plan.member(id).unwrap();
        let karin = Some(&**of(KARIN));
        let steps_of = |id| steps(&BATON, of(id), karin);
        assert_eq!(
            steps_of(MAJA).iter().map(|step| step.is_said).collect::<Vec<_>>(),
            [true, false, false]
        );
        assert_eq!(mine(&steps_of(MAJA)), Some("baton-agrees"));
        assert_eq!(mine(&steps_of(METTE)), Some("baton-takes"));
        assert_eq!(
            (yes_key(&steps_of(METTE)), no_key(&steps_of(METTE))),
            ("baton-yes-take", "baton-no-take")
        );
        assert_eq!(mine(&steps_of(KARIN)), None, "she has said hers");
        assert_eq!(mine(&steps_of(BIRTHE)), None);
    }

    #[test]
    fn where_nobody_is_the_contact_two_yeses_are_enough() {
        let plan = family();
        assert_eq!(steps(&BATON, plan.member(MAJA).unwrap(), None).len(), 2);
    }
}
