//! One family's file, and the plan it describes on the day of seeding.
//!
//! Things are named by `key` within their file; an unknown name is an error, never a silent gap.

use super::help::HelpFile;
use super::moment::{self, Calendar};
use super::voices::VoicesFile;
use super::{DemoError, Person, id, person};
use serde::Deserialize;
use shared::day::Day;
use shared::ids::{AgreementId, CardId, ChangeId, MemberId, Millis, PersonId, PlanId, ProposalId};
use shared::plan::{
    Agreement, Audience, Card, CardEdit, Cell, CellId, Column, Duty, Head, Informed, Intent, Kept, Kind, Lane, Member,
    NewAgreement, NewCard, Place, Plan, Proposal, Record, Repeats, Role, Text, TextEdit, Tick,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A plan and who sits at it, ready to be stored.
#[derive(Debug)]
pub struct Family {
    pub plan: Plan,
    /// The adult whose plan it is: the first at the table.
    pub first: MemberId,
    pub seats: Vec<Seat>,
}

#[derive(Clone, Copy, Debug)]
pub struct Seat {
    pub person_id: PersonId,
    pub member_id: MemberId,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyFile {
    pub key: String,
    pub name: String,
    pub community: String,
    /// Who they are, in a line for whoever chooses whom to be.
    pub about: String,
    contact: String,
    stand_in: String,
    followed_up: String,
    next_follow_up: String,
    pub member: Vec<MemberFile>,
    card: Vec<CardFile>,
    #[serde(default)]
    proposal: Vec<ProposalFile>,
    /// What each says: how it goes, what is strong, and so on.
    #[serde(default)]
    pub(super) voices: VoicesFile,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberFile {
    key: String,
    /// Who this is in `people.toml`; children and those who have left cannot sign in.
    pub person: Option<String>,
    name: String,
    pub role: Role,
    pub relation: String,
    age: Option<u8>,
    phone: Option<String>,
    /// What they sit here for.
    #[serde(default)]
    purpose: String,
    /// When they can be called.
    #[serde(default)]
    hours: String,
    /// When they read the first texts.
    informed: Option<String>,
    left: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardFile {
    key: String,
    kind: Kind,
    column: Column,
    lane: Option<Lane>,
    words: String,
    #[serde(default)]
    when: String,
    #[serde(default)]
    why: String,
    /// Who wrote it; the first at the table unless said otherwise.
    by: Option<String>,
    who: Option<String>,
    serves: Option<String>,
    #[serde(default)]
    audience: AudienceFile,
    picture: Option<String>,
    duty: Option<Duty>,
    help: Option<HelpFile>,
    added: Option<String>,
    done: Option<String>,
    #[serde(default)]
    agreement: Vec<AgreementFile>,
}

#[derive(Debug, Default, Deserialize)]
enum AudienceFile {
    #[default]
    Table,
    Family,
    Only(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RepeatsFile {
    /// Monday is 1.
    weekdays: Vec<u8>,
    every_weeks: Option<u8>,
    /// The minute of the day.
    at: Option<u16>,
    from: String,
    until: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TickFile {
    on: String,
    kept: Kept,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AgreementFile {
    words: String,
    holder: Option<String>,
    /// Who is asked to hold it and has not answered.
    asked: Option<String>,
    repeats: Option<RepeatsFile>,
    #[serde(default)]
    so_that: String,
    /// How it went on its days, where it comes round again.
    #[serde(default)]
    ticks: Vec<TickFile>,
    /// Meant to have nobody who holds it, or someone who has left.
    #[serde(default)]
    orphan: bool,
    due: Option<String>,
    #[serde(default = "not_yet")]
    kept: Kept,
    touched: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProposalFile {
    key: String,
    by: String,
    at: String,
    why: String,
    wish: Wish,
}

#[derive(Debug, Deserialize)]
enum Wish {
    ChangeWhen {
        card: String,
        when: String,
    },
    AddAgreement {
        card: String,
        words: String,
        holder: Option<String>,
        due: Option<String>,
    },
    AddCard(Box<CardFile>),
}

fn not_yet() -> Kept {
    Kept::NotYet
}

/// How long ago a card was put on the table, unless its file says.
const ADDED: &str = "-40d 10:00";
/// The version of the first texts that the demo's people have read.
pub(super) const TEXTS: u16 = 1;
pub(super) const LANGUAGE: &str = "da";

impl Family {
    pub fn build(file: &FamilyFile, people: &[Person], calendar: &Calendar, today: Day) -> Result<Family, DemoError> {
        let builder = Builder { file, calendar, today };
        let first = file.member.first().ok_or_else(|| builder.wrong("nobody sits at the table"))?;
        let first = builder.member(&first.key)?;
        let mut records = vec![builder.head()?];
        let mut seats = Vec::new();
        for member in &file.member {
            records.push(builder.member_record(member)?);
            if let Some(key) = &member.person {
                seats.push(Seat {
                    person_id: person(people, key)?.person_id,
                    member_id: builder.member(&member.key)?,
                });
            }
        }
        let mut cells: BTreeMap<CellId, Vec<CardId>> = BTreeMap::new();
        for card in &file.card {
            records.push(builder.card_record(card, first)?);
            cells
                .entry(CellId {
                    column: card.column,
                    lane: card.lane,
                })
                .or_default()
                .push(builder.card(&card.key)?);
            for (index, agreement) in card.agreement.iter().enumerate() {
                records.push(builder.agreement_record(card, index, agreement, first)?);
            }
        }
        records.extend(
            cells
                .into_iter()
                .map(|(cell, cards)| Record::Cell(Arc::new(Cell { cell, cards }))),
        );
        for proposal in &file.proposal {
            records.push(builder.proposal_record(proposal)?);
        }
        records.extend(builder.voices(first)?);
        Ok(Family {
            plan: Plan::from_records(records),
            first,
            seats,
        })
    }
}

/// What every part of a family's file is read with.
pub(super) struct Builder<'a> {
    pub(super) file: &'a FamilyFile,
    calendar: &'a Calendar,
    pub(super) today: Day,
}

impl Builder<'_> {
    fn head(&self) -> Result<Record, DemoError> {
        Ok(Record::Head(Arc::new(Head {
            plan_id: PlanId(id(&[&self.file.key, "plan"], 0)),
            name: self.file.name.clone(),
            primary_contact: Some(self.member(&self.file.contact)?),
            stand_in: Some(self.member(&self.file.stand_in)?),
            followed_up: Some(moment::day(&self.file.followed_up, self.today)?),
            next_follow_up: Some(moment::day(&self.file.next_follow_up, self.today)?),
            baton: None,
            pen: None,
        })))
    }

    fn member_record(&self, member: &MemberFile) -> Result<Record, DemoError> {
        let informed = self.instant(&member.informed)?;
        Ok(Record::Member(Arc::new(Member {
            member_id: self.member(&member.key)?,
            name: member.name.clone(),
            role: member.role,
            relation: member.relation.clone(),
            purpose: member.purpose.clone(),
            age: member.age,
            phone: member.phone.clone(),
            hours: member.hours.clone(),
            left_at: self.instant(&member.left)?,
            informed: informed.map(|at| Informed {
                version: TEXTS,
                language: LANGUAGE.into(),
                at,
            }),
        })))
    }

    fn card_record(&self, card: &CardFile, first: MemberId) -> Result<Record, DemoError> {
        let by = self.maybe_member(&card.by)?.unwrap_or(first);
        let text = |words: &str| Ok::<_, DemoError>(Text::by(self.calendar.fill_in(words, self.today)?, by));
        Ok(Record::Card(Arc::new(Card {
            card_id: self.card(&card.key)?,
            kind: card.kind,
            column: card.column,
            lane: card.lane,
            words: text(&card.words)?,
            when: text(&card.when)?,
            why: text(&card.why)?,
            who: self.maybe_member(&card.who)?,
            serves: self.maybe_card(&card.serves)?,
            audience: self.audience(&card.audience)?,
            picture: card.picture.clone(),
            duty: card.duty,
            added_by: by,
            added_at: moment::instant(card.added.as_deref().unwrap_or(ADDED), self.today)?,
            done_at: self.instant(&card.done)?,
            help: card.help.as_ref().map(|help| self.help(help).map(Arc::new)).transpose()?,
        })))
    }

    fn agreement_record(
        &self,
        card: &CardFile,
        index: usize,
        agreement: &AgreementFile,
        first: MemberId,
    ) -> Result<Record, DemoError> {
        let holder = self.maybe_member(&agreement.holder)?;
        let asked = agreement.asked.is_some();
        let has_left = |member: &MemberFile| agreement.holder.as_deref() == Some(&member.key) && member.left.is_some();
        if ((holder.is_none() && !asked) || self.file.member.iter().any(has_left)) != agreement.orphan {
            return Err(self.wrong(&format!("`orphan` and `holder` disagree: {}", agreement.words)));
        }
        Ok(Record::Agreement(Arc::new(Agreement {
            agreement_id: AgreementId(id(&[&self.file.key, "agreement", &card.key, &index.to_string()], index)),
            card_id: self.card(&card.key)?,
            words: Text::by(
                self.calendar.fill_in(&agreement.words, self.today)?,
                self.maybe_member(&card.by)?.unwrap_or(first),
            ),
            holder,
            asked: self.maybe_member(&agreement.asked)?,
            due: self.maybe_day(&agreement.due)?,
            repeats: self.repeats(agreement)?,
            so_that: agreement.so_that.clone(),
            kept: agreement.kept,
            ticks: agreement.ticks.iter().map(|tick| self.tick(tick)).collect::<Result<_, _>>()?,
            touched_at: moment::instant(&agreement.touched, self.today)?,
        })))
    }

    fn proposal_record(&self, proposal: &ProposalFile) -> Result<Record, DemoError> {
        let change_id = ChangeId(id(&[&self.file.key, "proposal", &proposal.key], 0));
        Ok(Record::Proposal(Arc::new(Proposal {
            proposal_id: ProposalId::from(change_id),
            by: self.member(&proposal.by)?,
            at: moment::instant(&proposal.at, self.today)?,
            why: proposal.why.clone(),
            intent: self.intent(&proposal.wish)?,
            ran_out_at: None,
        })))
    }

    fn intent(&self, wish: &Wish) -> Result<Intent, DemoError> {
        Ok(match wish {
            Wish::ChangeWhen { card, when } => {
                let from = self
                    .file
                    .card
                    .iter()
                    .find(|each| each.key == *card)
                    .map(|card| card.when.as_str())
                    .unwrap_or_default();
                let when = TextEdit {
                    from: self.calendar.fill_in(from, self.today)?,
                    to: self.calendar.fill_in(when, self.today)?,
                };
                Intent::EditCard {
                    card_id: self.card(card)?,
                    edit: CardEdit {
                        when: Some(when),
                        ..CardEdit::default()
                    },
                }
            }
            Wish::AddAgreement {
                card,
                words,
                holder,
                due,
            } => Intent::AddAgreement(NewAgreement {
                card_id: self.card(card)?,
                words: self.calendar.fill_in(words, self.today)?,
                holder: self.maybe_member(holder)?,
                due: self.maybe_day(due)?,
                repeats: None,
                so_that: String::new(),
            }),
            Wish::AddCard(card) => Intent::AddCard(NewCard {
                kind: card.kind,
                place: Place::end_of(CellId {
                    column: card.column,
                    lane: card.lane,
                }),
                words: self.calendar.fill_in(&card.words, self.today)?,
                when: self.calendar.fill_in(&card.when, self.today)?,
                why: self.calendar.fill_in(&card.why, self.today)?,
                who: self.maybe_member(&card.who)?,
                serves: self.maybe_card(&card.serves)?,
                audience: self.audience(&card.audience)?,
                picture: card.picture.clone(),
                duty: card.duty,
                help: None,
            }),
        })
    }

    fn tick(&self, tick: &TickFile) -> Result<Tick, DemoError> {
        let on = moment::day(&tick.on, self.today)?;
        Ok(Tick { on, kept: tick.kept })
    }

    fn repeats(&self, agreement: &AgreementFile) -> Result<Option<Repeats>, DemoError> {
        let Some(file) = &agreement.repeats else { return Ok(None) };
        Ok(Some(Repeats {
            weekdays: file
                .weekdays
                .iter()
                .fold(0, |days, day| days | (1 << (day.min(&7).saturating_sub(1)))),
            every_weeks: file.every_weeks.unwrap_or(1),
            at: file.at,
            from: moment::day(&file.from, self.today)?,
            until: self.maybe_day(&file.until)?,
        }))
    }

    pub(super) fn maybe_day(&self, day: &Option<String>) -> Result<Option<Day>, DemoError> {
        day.as_deref().map(|day| moment::day(day, self.today)).transpose()
    }

    fn audience(&self, audience: &AudienceFile) -> Result<Audience, DemoError> {
        Ok(match audience {
            AudienceFile::Table => Audience::Table,
            AudienceFile::Family => Audience::Family,
            AudienceFile::Only(keys) => Audience::Only(keys.iter().map(|key| self.member(key)).collect::<Result<_, _>>()?),
        })
    }

    pub(super) fn member(&self, key: &str) -> Result<MemberId, DemoError> {
        let order = self.file.member.iter().position(|member| member.key == key);
        let order = order.ok_or_else(|| self.wrong(&format!("nobody at the table is called {key}")))?;
        Ok(MemberId(id(&[&self.file.key, "member", key], order)))
    }

    pub(super) fn card(&self, key: &str) -> Result<CardId, DemoError> {
        if !self.file.card.iter().any(|card| card.key == key) {
            return Err(self.wrong(&format!("there is no card {key}")));
        }
        Ok(CardId(id(&[&self.file.key, "card", key], 0)))
    }

    pub(super) fn maybe_member(&self, key: &Option<String>) -> Result<Option<MemberId>, DemoError> {
        key.as_deref().map(|key| self.member(key)).transpose()
    }

    pub(super) fn maybe_card(&self, key: &Option<String>) -> Result<Option<CardId>, DemoError> {
        key.as_deref().map(|key| self.card(key)).transpose()
    }

    fn instant(&self, text: &Option<String>) -> Result<Option<Millis>, DemoError> {
        text.as_deref().map(|text| moment::instant(text, self.today)).transpose()
    }

    pub(super) fn wrong(&self, what: &str) -> DemoError {
        DemoError(format!("{}: {what}", self.file.name))
    }
}
