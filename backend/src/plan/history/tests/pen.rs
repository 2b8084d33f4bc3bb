use super::super::pen::{last_session, was_used};
use super::{Story, add, card, id, show_to, write};
use shared::ids::MemberId;
use shared::plan::{Answer, Audience, Intent, NewAgreement, StrengthKind, view};
use shared::testing::{JONAS, KARIN, MAJA, METTE};

impl Story {
    fn done(&mut self, by: MemberId, n: u64, intent: Intent) {
        assert_eq!(self.then(by, n, intent), Answer::Applied, "{n}");
    }

    fn read_back(&self, reader: MemberId) -> Vec<String> {
        let written = last_session(&self.log, &view(&self.plan, reader));
        written.into_iter().map(|written| written.text.words).collect()
    }
}

#[test]
fn what_was_written_since_the_pen_was_handed_over_is_read_back_newest_first_and_nothing_else_is() {
    let mut story = Story::begin();
    story.done(MAJA, 1, add("Med egen hånd", Audience::Table));
    assert!(!was_used(&story.plan));
    story.done(MAJA, 2, Intent::HandPen { to: KARIN });
    story.done(KARIN, 3, add("En have", Audience::Table));
    let agreement = NewAgreement {
        card_id: card(3),
        words: "Købe frø".into(),
        holder: None,
        due: None,
        repeats: None,
        so_that: String::new(),
    };
    story.done(KARIN, 4, Intent::AddAgreement(agreement));
    // By the family itself, meanwhile.
    story.done(MAJA, 5, add("En hund", Audience::Table));
    assert_eq!(story.read_back(JONAS), ["Købe frø", "En have"]);
    story.done(MAJA, 6, Intent::TakePen);
    assert_eq!(story.read_back(JONAS), ["Købe frø", "En have"], "also when it is back");
    assert!(was_used(&story.plan));
    // At the next meeting what was written at the last is not read once more.
    story.done(JONAS, 7, Intent::HandPen { to: METTE });
    assert!(story.read_back(MAJA).is_empty());
    story.done(METTE, 8, write(3, "En have", "En stor have"));
    let strength = Intent::AddStrength {
        is: StrengthKind::Works,
        of: None,
        words: "Vi spiser sammen".into(),
    };
    story.done(METTE, 9, strength);
    assert_eq!(story.read_back(MAJA), ["Vi spiser sammen", "En stor have"]);
    // Handed straight on, it begins anew.
    story.done(MAJA, 10, Intent::HandPen { to: KARIN });
    assert!(story.read_back(MAJA).is_empty());
}

#[test]
fn what_was_put_right_taken_back_or_hidden_since_is_not_read_back() {
    let mut story = Story::begin();
    story.done(MAJA, 1, Intent::HandPen { to: KARIN });
    story.done(KARIN, 2, add("Gamle ord", Audience::Table));
    story.done(MAJA, 3, Intent::HandPen { to: KARIN });
    story.done(KARIN, 4, write(2, "Gamle ord", "Nye ord"));
    assert_eq!(story.read_back(MAJA), ["Nye ord"]);
    // With the undo the words of the meeting before come back, and they are that meeting's.
    story.done(KARIN, 5, Intent::Undo { change_id: id(4) });
    assert!(story.read_back(MAJA).is_empty());
    story.done(KARIN, 6, add("Forkert", Audience::Table));
    story.done(KARIN, 7, add("Jonas' gave", Audience::Table));
    assert_eq!(story.read_back(JONAS), ["Jonas' gave", "Forkert"]);
    story.done(MAJA, 8, write(6, "Forkert", "Rigtigt"));
    story.done(MAJA, 9, show_to(7, Audience::Only(vec![MAJA])));
    assert_eq!(story.read_back(MAJA), ["Jonas' gave"]);
    assert!(story.read_back(JONAS).is_empty());
}
