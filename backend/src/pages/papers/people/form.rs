//! What the forms of this paper send, and the change that each wishes.

use super::super::routes::wish;
use crate::pages::parts::empty_is_none;
use serde::Deserialize;
use shared::ids::{ChangeId, MemberId, ProposalId};
use shared::plan::{Change, Intent, MemberEdit, NewMember, Role};

/// One change to who sits at the table. `ask` says which; the other fields follow from it.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
pub struct PeopleForm {
    #[schema(value_type = uuid::Uuid)]
    pub change_id: ChangeId,
    #[serde(flatten)]
    pub ask: Ask,
}

#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Ask {
    Add(Add),
    Edit {
        #[schema(value_type = uuid::Uuid)]
        member_id: MemberId,
        relation: Option<String>,
        phone: Option<String>,
        hours: Option<String>,
    },
    /// Also oneself.
    Remove {
        #[schema(value_type = uuid::Uuid)]
        member_id: MemberId,
        /// Who is asked to take over what they hold.
        #[serde(default, deserialize_with = "empty_is_none")]
        #[schema(value_type = Option<uuid::Uuid>)]
        passes_to: Option<MemberId>,
    },
    StandIn {
        #[serde(default, deserialize_with = "empty_is_none")]
        #[schema(value_type = Option<uuid::Uuid>)]
        member_id: Option<MemberId>,
    },
    PassBaton {
        #[schema(value_type = uuid::Uuid)]
        to: MemberId,
    },
    AnswerBaton {
        answer: YesNo,
    },
    HandPen {
        #[schema(value_type = uuid::Uuid)]
        to: MemberId,
    },
    TakePen,
    /// The family's answer to one who asks for a seat or is proposed.
    AnswerProposal {
        #[schema(value_type = uuid::Uuid)]
        proposal_id: ProposalId,
        /// What was before the eyes of the one who answers.
        seen: String,
        answer: YesNo,
    },
    /// A yes to the family's own version of it.
    ChangeProposal(OwnVersion),
    WithdrawProposal {
        #[schema(value_type = uuid::Uuid)]
        proposal_id: ProposalId,
    },
}

/// Someone new.
#[derive(Clone, Debug, Default, Deserialize, utoipa::ToSchema)]
pub struct Add {
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub relation: String,
    /// `Family`, `Child`, `Network`, `Professional`, `Interpreter` or `Guest`.
    #[schema(value_type = Option<String>)]
    pub role: Option<Role>,
    #[serde(default)]
    pub purpose: String,
    #[serde(default)]
    pub phone: String,
    /// Why, for the family to read where it is asked.
    #[serde(default)]
    pub why: String,
}

/// What the family makes of a proposal about someone.
#[derive(Clone, Debug, Deserialize, utoipa::ToSchema)]
pub struct OwnVersion {
    #[schema(value_type = uuid::Uuid)]
    pub proposal_id: ProposalId,
    /// What was before the eyes of the one who answers.
    pub seen: String,
    #[serde(flatten)]
    pub instead: Add,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    Yes,
    No,
}

impl PeopleForm {
    pub fn change(&self) -> Change {
        let why = match &self.ask {
            Ask::Add(add) => add.why.clone(),
            _ => String::new(),
        };
        Change {
            why,
            ..wish(self.change_id, self.intent())
        }
    }

    fn intent(&self) -> Intent {
        match &self.ask {
            Ask::Add(add) => add.intent(),
            Ask::Edit {
                member_id,
                relation,
                phone,
                hours,
            } => Intent::EditMember {
                member_id: *member_id,
                edit: MemberEdit {
                    relation: relation.clone(),
                    phone: phone.clone(),
                    hours: hours.clone(),
                },
            },
            Ask::Remove { member_id, passes_to } => Intent::RemoveMember {
                member_id: *member_id,
                passes_to: *passes_to,
            },
            Ask::StandIn { member_id } => Intent::SetStandIn { member_id: *member_id },
            Ask::PassBaton { to } => Intent::PassBaton { to: *to },
            Ask::AnswerBaton { answer } => Intent::AnswerBaton {
                yes: *answer == YesNo::Yes,
            },
            Ask::HandPen { to } => Intent::HandPen { to: *to },
            Ask::TakePen => Intent::TakePen,
            Ask::AnswerProposal {
                proposal_id,
                seen,
                answer: YesNo::Yes,
            } => Intent::AcceptProposal {
                proposal_id: *proposal_id,
                seen: seen.clone(),
                instead: None,
            },
            Ask::AnswerProposal { proposal_id, .. } => Intent::DeclineProposal {
                proposal_id: *proposal_id,
            },
            Ask::ChangeProposal(own) => Intent::AcceptProposal {
                proposal_id: own.proposal_id,
                seen: own.seen.clone(),
                instead: Some(Box::new(own.instead.intent())),
            },
            Ask::WithdrawProposal { proposal_id } => Intent::WithdrawProposal {
                proposal_id: *proposal_id,
            },
        }
    }

    /// The member whose own page the form stands on.
    pub fn about(&self) -> Option<MemberId> {
        match self.ask {
            Ask::Edit { member_id, .. } | Ask::Remove { member_id, .. } => Some(member_id),
            _ => None,
        }
    }

    pub fn is_leave_of(&self, me: MemberId) -> bool {
        matches!(self.ask, Ask::Remove { member_id, .. } if member_id == me)
    }
}

impl Add {
    /// As it was proposed, for the family to change.
    pub fn of(new: &NewMember) -> Add {
        Add {
            name: new.name.clone(),
            relation: new.relation.clone(),
            role: Some(new.role),
            purpose: new.purpose.clone(),
            phone: new.phone.clone().unwrap_or_default(),
            why: String::new(),
        }
    }

    /// Without a role it is one of the family's own: they need no permission and no reason.
    pub fn intent(&self) -> Intent {
        Intent::AddMember(NewMember {
            name: self.name.clone(),
            role: self.role.unwrap_or(Role::Network),
            relation: self.relation.clone(),
            purpose: self.purpose.clone(),
            phone: Some(self.phone.clone()).filter(|phone| !phone.trim().is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Add, PeopleForm};
    use shared::ids::{ChangeId, ProposalId};
    use shared::plan::{Intent, MemberEdit, NewMember, Role};
    use shared::testing::{BIRTHE, KARIN};

    /// A form as a browser sends it: every value is a text.
    fn read(fields: &[(&str, &str)]) -> Option<PeopleForm> {
        let pairs = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).into()));
        serde_json::from_value(serde_json::Value::Object(pairs.collect())).ok()
    }

    fn intent(fields: &[(&str, &str)]) -> Option<Intent> {
        let id = ChangeId::MAX.to_string();
        let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("change_id", id.as_str())]).collect();
        read(&fields).as_ref().map(PeopleForm::intent)
    }

    #[test]
    fn a_grandmother_needs_a_name_and_who_she_is() {
        let new = NewMember {
            name: "Birthe".into(),
            role: Role::Network,
            relation: "mormor".into(),
            purpose: String::new(),
            phone: None,
        };
        let fields = [("ask", "add"), ("name", "Birthe"), ("relation", "mormor"), ("phone", "")];
        assert_eq!(intent(&fields), Some(Intent::AddMember(new)));
    }

    #[test]
    fn a_proposal_that_is_changed_is_a_yes_to_the_familys_own_version() {
        let proposal_id = ProposalId(ChangeId::MIN.0);
        let id = proposal_id.to_string();
        let fields = [
            ("ask", "change-proposal"),
            ("proposal_id", id.as_str()),
            ("seen", "0123456789abcdef"),
            ("name", "Nina"),
            ("role", "Guest"),
            ("relation", "sundhedsplejerske"),
            ("purpose", "se til Ellie"),
            ("phone", "12 34 56 00"),
        ];
        let new = NewMember {
            name: "Nina".into(),
            role: Role::Guest,
            relation: "sundhedsplejerske".into(),
            purpose: "se til Ellie".into(),
            phone: Some("12 34 56 00".into()),
        };
        let own = Intent::AcceptProposal {
            proposal_id,
            seen: "0123456789abcdef".into(),
            instead: Some(Box::new(Intent::AddMember(new.clone()))),
        };
        assert_eq!(intent(&fields), Some(own));
        assert_eq!(Add::of(&new).intent(), Intent::AddMember(new));
    }

    #[test]
    fn a_choice_left_empty_is_none_and_nonsense_is_not_read() {
        let birthe = BIRTHE.to_string();
        let remove = |to: &str| intent(&[("ask", "remove"), ("member_id", &birthe), ("passes_to", to)]);
        let of = |passes_to| Intent::RemoveMember {
            member_id: BIRTHE,
            passes_to,
        };
        assert_eq!(remove(""), Some(of(None)));
        assert_eq!(remove(&KARIN.to_string()), Some(of(Some(KARIN))));
        assert_eq!(remove("nonsense"), None);
        assert_eq!(intent(&[("ask", "stand-in")]), Some(Intent::SetStandIn { member_id: None }));
        assert_eq!(intent(&[("ask", "everything")]), None);
        assert_eq!(intent(&[("ask", "answer-baton"), ("answer", "maybe")]), None);
    }

    #[test]
    fn what_a_form_does_not_hold_stays_as_it_is() {
        let birthe = BIRTHE.to_string();
        let fields = [("ask", "edit"), ("member_id", birthe.as_str()), ("hours", "efter kl. 16")];
        let edit = MemberEdit {
            hours: Some("efter kl. 16".into()),
            ..MemberEdit::default()
        };
        let member_id = BIRTHE;
        assert_eq!(intent(&fields), Some(Intent::EditMember { member_id, edit }));
    }
}
