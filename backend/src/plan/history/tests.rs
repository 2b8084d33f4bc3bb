mod pen;

use super::{About, Entry, Happening, How, OfAgreement, OfHead, What, Wish, entries};
use crate::plan::Logged;
use shared::ids::{CardId, ChangeId, MemberId, ProposalId};
use shared::plan::{
    Answer, Audience, CardEdit, CellId, Change, Column, ConsentText, Grantee, Intent, Kind, Lane, NewAgreement, NewCard,
    NewMember, Place, Plan, Role, Scope, StrengthKind, TextEdit, diff, view,
};
use shared::testing::{ALMA, BIRTHE, Dice, EVERYONE, JONAS, KARIN, MAJA, METTE, family, random_change};
use uuid::Uuid;

const NOW: CellId = CellId {
    column: Column::Ourselves,
    lane: Some(Lane::Now),
};
const SOON: CellId = CellId {
    column: Column::Ourselves,
    lane: Some(Lane::Soon),
};

/// A plan whose every change is kept, as the store keeps them.
struct Story {
    plan: Plan,
    log: Vec<Logged>,
}

impl Story {
    fn begin() -> Story {
        let plan = family();
        let patch = diff(&Plan::default(), &plan);
        let made = Logged {
            revision: 1,
            change_id: id(0),
            member_id: KARIN,
            at: 0,
            outcome: "created".into(),
            change: None,
            patch,
        };
        Story { plan, log: vec![made] }
    }

    fn then(&mut self, by: MemberId, n: u64, intent: Intent) -> Answer {
        let change_id = id(n);
        let why = String::new();
        self.take(by, Change { change_id, intent, why })
    }

    fn take(&mut self, by: MemberId, change: Change) -> Answer {
        let before = self.plan.clone();
        let at = self.log.len() as i64 * 1_000;
        let answer = self.plan.submit(&change, by, at);
        let patch = diff(&before, &self.plan);
        if !patch.is_empty() {
            self.log.push(Logged {
                revision: self.log.len() as i64 + 1,
                change_id: change.change_id,
                member_id: by,
                at,
                outcome: "applied".into(),
                change: Some(change),
                patch,
            });
        }
        answer
    }

    fn read_by(&self, reader: MemberId) -> Vec<Entry> {
        entries(self.log.clone(), reader, 0)
    }

    /// What the reader is told after the plan was made.
    fn told(&self, reader: MemberId) -> Vec<What> {
        let later = self.read_by(reader).into_iter().filter(|entry| entry.revision > 1);
        later
            .flat_map(|entry| entry.happenings.into_iter().map(|happening| happening.what))
            .collect()
    }
}

fn id(n: u64) -> ChangeId {
    ChangeId(Uuid::from_u64_pair(9, n))
}

fn card(n: u64) -> CardId {
    id(n).into()
}

fn add(words: &str, audience: Audience) -> Intent {
    Intent::AddCard(NewCard {
        audience,
        ..NewCard::new(Kind::Goal, Place::end_of(NOW), words.into())
    })
}

fn show_to(n: u64, audience: Audience) -> Intent {
    let edit = CardEdit {
        audience: Some(audience),
        ..CardEdit::default()
    };
    Intent::EditCard { card_id: card(n), edit }
}

fn write(n: u64, from: &str, to: &str) -> Intent {
    let words = Some(TextEdit {
        from: from.into(),
        to: to.into(),
    });
    let edit = CardEdit {
        words,
        ..CardEdit::default()
    };
    Intent::EditCard { card_id: card(n), edit }
}

fn text_of(entries: &[Entry]) -> String {
    format!("{entries:?}")
}

#[test]
fn what_everyone_sees_is_told_to_everyone_in_order() {
    let mut story = Story::begin();
    story.then(MAJA, 1, add("Svømme", Audience::Table));
    let to = Place::end_of(SOON);
    story.then(JONAS, 2, Intent::MoveCard { card_id: card(1), to });
    for reader in [MAJA, JONAS, BIRTHE, KARIN, METTE] {
        assert_eq!(
            story.told(reader),
            [What::CardAdded { to: NOW }, What::CardMoved { from: NOW, to: SOON }]
        );
        assert_eq!(story.read_by(reader)[0].happenings, [Happening::of_plan(What::Made)]);
        assert_eq!(story.read_by(reader)[2].by, JONAS);
    }
    assert!(story.told(ALMA).is_empty(), "a child sees no cards yet");
}

#[test]
fn what_one_adult_keeps_is_not_in_the_others_history() {
    let mut story = Story::begin();
    story.then(MAJA, 1, add("Hemmelig", Audience::Only(vec![MAJA])));
    story.then(MAJA, 2, write(1, "Hemmelig", "Stadig hemmelig"));
    assert_eq!(story.told(MAJA).len(), 2);
    for reader in [JONAS, BIRTHE, KARIN, METTE] {
        assert!(story.told(reader).is_empty());
    }
}

#[test]
fn a_card_that_is_hidden_later_takes_its_words_out_of_what_was_before() {
    let mut story = Story::begin();
    story.then(MAJA, 1, add("Svømme", Audience::Table));
    story.then(MAJA, 2, write(1, "Svømme", "Dykke"));
    story.then(MAJA, 3, show_to(1, Audience::Only(vec![MAJA])));
    assert_eq!(story.told(MAJA).len(), 3);
    assert_eq!(story.told(JONAS), [What::CardGone]);
    let text = text_of(&story.read_by(JONAS));
    assert!(!text.contains("Svømme") && !text.contains("Dykke"), "{text}");
    // And comes back with what the reader had seen before.
    story.then(MAJA, 4, show_to(1, Audience::Table));
    assert_eq!(story.told(JONAS).len(), 4);
}

#[test]
fn hidden_and_removed_read_the_same() {
    let story = |last: Intent| {
        let mut story = Story::begin();
        story.then(MAJA, 1, add("Svømme", Audience::Table));
        story.then(MAJA, 2, last);
        story.read_by(KARIN)
    };
    let hidden = story(show_to(1, Audience::Family));
    assert_eq!(hidden, story(Intent::RemoveCard { card_id: card(1) }));
    let about = hidden.last().and_then(|entry| entry.happenings[0].about.clone());
    assert_eq!(
        about,
        Some(About {
            card_id: card(1),
            words: None
        })
    );
}

#[test]
fn one_who_took_a_card_away_reads_what_it_was() {
    let mut story = Story::begin();
    story.then(MAJA, 1, add("Svømme", Audience::Table));
    story.then(JONAS, 2, Intent::RemoveCard { card_id: card(1) });
    assert!(text_of(&story.read_by(JONAS)).contains("Svømme"));
    assert!(!text_of(&story.read_by(MAJA)).contains("Svømme"));
    // Taken back and then kept from him, it is not his to read.
    story.then(JONAS, 3, Intent::Undo { change_id: id(2) });
    assert!(story.told(MAJA).contains(&What::Undid));
    story.then(MAJA, 4, show_to(1, Audience::Only(vec![MAJA])));
    assert!(!text_of(&story.read_by(JONAS)).contains("Svømme"));
}

#[test]
fn a_proposal_its_answer_and_what_came_of_it_are_three_sentences() {
    let mut story = Story::begin();
    assert_eq!(story.then(METTE, 1, add("Læse", Audience::Table)), Answer::Proposed);
    let proposal_id = id(1).0;
    let proposal_id = shared::ids::ProposalId(proposal_id);
    let seen = view(&story.plan, MAJA).proposal_hash(proposal_id).unwrap();
    let yes = Intent::AcceptProposal {
        proposal_id,
        seen,
        instead: None,
    };
    assert_eq!(story.then(MAJA, 2, yes), Answer::Applied);
    let proposed = What::Proposed {
        wish: Wish::AddCard,
        why: String::new(),
    };
    let answered = What::Answered {
        from: METTE,
        wish: Wish::AddCard,
        how: How::Yes,
    };
    for reader in [MAJA, METTE] {
        assert_eq!(
            story.told(reader),
            [proposed.clone(), answered.clone(), What::CardAdded { to: NOW }]
        );
    }
    // Birthe sees no proposals of others: for her a card came.
    assert_eq!(story.told(BIRTHE), [What::CardAdded { to: NOW }]);
    // Hidden from Jonas, it is gone from the proposal that he saw as well.
    story.then(MAJA, 3, show_to(1, Audience::Only(vec![MAJA])));
    assert!(!text_of(&story.read_by(JONAS)).contains("Læse"));
}

#[test]
fn whom_and_what_someone_proposed_is_told_to_those_who_see_the_proposal_and_to_nobody_else() {
    let mut story = Story::begin();
    let new = |name: &str| NewMember {
        name: name.into(),
        role: Role::Professional,
        relation: "sundhedsplejerske".into(),
        purpose: "se til Ellie".into(),
        phone: None,
    };
    let stranger = MemberId(id(90).0);
    story.then(METTE, 1, Intent::AddMember(new("Nina")));
    story.then(stranger, 2, Intent::AskForSeat(new("Lone")));
    let strength = Intent::AddStrength {
        is: StrengthKind::Works,
        of: Some(ALMA),
        words: "Hun spørger selv".into(),
    };
    story.then(METTE, 3, strength);
    let mut help = add("Rengøring", Audience::Table);
    if let Intent::AddCard(card) = &mut help {
        card.kind = Kind::Help;
        card.place = Place::end_of(CellId {
            column: Column::NoMore,
            lane: None,
        });
    }
    story.then(MAJA, 4, help);
    let by = "1970-02-01".parse().unwrap();
    let (card_id, answers) = (card(4), KARIN);
    assert_eq!(
        story.then(KARIN, 5, Intent::SetWish { card_id, answers, by }),
        Answer::Proposed
    );
    let proposal_id = ProposalId(id(1).0);
    story.then(MAJA, 6, Intent::DeclineProposal { proposal_id });
    let told_of_proposals = |reader| {
        let told = story.told(reader).into_iter();
        told.filter_map(|what| match what {
            What::Proposed { wish, .. } => Some((wish, None)),
            What::Answered { wish, how, .. } => Some((wish, Some(how))),
            _ => None,
        })
        .collect::<Vec<_>>()
    };
    let nina = || Wish::Member { name: "Nina".into() };
    let hers = Wish::Strength {
        of: Some(ALMA),
        words: "Hun spørger selv".into(),
    };
    let seat = Wish::Seat { name: "Lone".into() };
    let karins = Wish::Answers { answers, by };
    let refused = (nina(), Some(How::No));
    for adult in [MAJA, JONAS] {
        assert_eq!(
            told_of_proposals(adult),
            [
                (nina(), None),
                (seat.clone(), None),
                (hers.clone(), None),
                (karins.clone(), None),
                refused.clone()
            ]
        );
    }
    assert_eq!(told_of_proposals(METTE), [(nina(), None), (hers, None), refused]);
    assert_eq!(told_of_proposals(KARIN), [(karins, None)]);
    assert!(told_of_proposals(BIRTHE).is_empty());
}

#[test]
fn no_history_holds_words_that_are_hidden_from_its_reader_now() {
    for seed in 0..60 {
        let mut story = Story::begin();
        let mut dice = Dice(seed);
        for n in 0..80 {
            let by = dice.pick(&EVERYONE).unwrap();
            let seen = view(&story.plan, by);
            let mine: Vec<CardId> = seen.cards().map(|card| card.card_id).collect();
            let mut change = random_change(&mut dice, &seen, by);
            if let (Some(card_id), true) = (dice.pick(&mine), dice.one_in(3)) {
                // Words that stand on one card and nowhere else.
                let from = seen.card(card_id).map_or(String::new(), |card| card.words.words.clone());
                let words = Some(TextEdit {
                    from,
                    to: format!("Kanariefugl {n} {card_id}"),
                });
                let audience = dice.pick(&[
                    None,
                    Some(Audience::Table),
                    Some(Audience::Family),
                    Some(Audience::Only(vec![by])),
                ]);
                let edit = CardEdit {
                    words,
                    audience: audience.flatten(),
                    ..CardEdit::default()
                };
                change.intent = Intent::EditCard { card_id, edit };
            }
            story.take(by, change);
        }
        for reader in EVERYONE {
            let seen = view(&story.plan, reader);
            let text = text_of(&story.read_by(reader));
            for hidden in story.plan.cards().filter(|card| seen.card(card.card_id).is_none()) {
                let canary = format!(" {}", hidden.card_id);
                assert!(!text.contains(&canary), "{seed}: {reader:?} reads of {canary}");
            }
        }
    }
}

#[test]
fn with_the_pen_one_said_it_and_another_wrote_it() {
    let mut story = Story::begin();
    story.then(MAJA, 1, Intent::HandPen { to: KARIN });
    assert_eq!(story.then(KARIN, 2, add("Svømme", Audience::Table)), Answer::Applied);
    let entries = story.read_by(JONAS);
    assert_eq!(
        entries[1].happenings,
        [Happening::of_plan(What::Head(OfHead::PenGiven(KARIN)))]
    );
    assert_eq!((entries[2].by, entries[2].said_by), (KARIN, Some(MAJA)));
    story.then(MAJA, 3, Intent::TakePen);
    assert_eq!(story.told(JONAS).last(), Some(&What::Head(OfHead::PenBack)));
}

#[test]
fn one_is_asked_to_take_an_agreement_and_takes_it() {
    let mut story = Story::begin();
    story.then(MAJA, 1, add("Svømme", Audience::Table));
    let new = NewAgreement {
        card_id: card(1),
        words: "Køre til hallen".into(),
        holder: Some(BIRTHE),
        due: None,
        repeats: None,
        so_that: String::new(),
    };
    story.then(MAJA, 2, Intent::AddAgreement(new));
    let agreement_id = id(2).into();
    story.then(BIRTHE, 3, Intent::AnswerAsk { agreement_id, yes: true });
    let words = || "Køre til hallen".to_owned();
    let told = |is| What::Agreement { words: words(), is };
    assert_eq!(
        story.told(KARIN)[1..],
        [told(OfAgreement::Made), told(OfAgreement::Held(BIRTHE))]
    );
}

#[test]
fn a_yes_that_is_taken_back_takes_the_words_with_it() {
    let mut story = Story::begin();
    story.then(MAJA, 1, add("Hemmelig", Audience::Family));
    let yes = Intent::GiveConsent {
        to: Grantee::Member(METTE),
        what: Scope::Card(card(1)),
        until: "1970-02-01".parse().unwrap(),
        text: ConsentText {
            version: 1,
            language: "da".into(),
            read_aloud: false,
        },
    };
    assert_eq!(story.then(MAJA, 2, yes), Answer::Applied);
    assert!(text_of(&story.read_by(METTE)).contains("Hemmelig"));
    let consent_id = shared::ids::ConsentId(id(2).0);
    assert_eq!(story.then(MAJA, 3, Intent::WithdrawConsent { consent_id }), Answer::Applied);
    let text = text_of(&story.read_by(METTE));
    assert!(!text.contains("Hemmelig"), "{text}");
    assert!(text_of(&story.read_by(JONAS)).contains("Ended"));
}
