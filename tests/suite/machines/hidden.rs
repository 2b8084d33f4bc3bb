//! [L14] What is hidden from someone reaches them in no way.

use super::{MINE, NOW, OTHER, commit, server};
use backend::live::core::{ConnId, Outgoing, ServerCore};
use shared::ids::{CardId, MemberId, Millis};
use shared::plan::{Answer, Audience, CardEdit, Change, Column, Intent, Lane, NewAgreement, Place, Plan, TextEdit, view};
use shared::testing::{BIRTHE, Dice, JONAS, KARIN, MAJA, METTE, random_change};
use tests::wish::{add, add_for, change, id};

const HISTORIES: u64 = 150;
const STEPS: usize = 60;
const READERS: [(ConnId, MemberId); 4] = [
    (ConnId(1), JONAS),
    (ConnId(2), METTE),
    (ConnId(3), KARIN),
    (ConnId(4), BIRTHE),
];
const MAJAS: ConnId = ConnId(5);

#[test]
fn what_is_hidden_looks_the_same_as_what_is_removed() {
    let frames = |intent: Intent| {
        let mut server = server();
        server.join(MINE, MAJA, None, NOW);
        server.join(OTHER, KARIN, None, NOW);
        commit(&mut server, MINE, add("Havet", 1));
        texts(&commit(&mut server, MINE, change(intent, 2)), OTHER)
    };
    let edit = CardEdit {
        audience: Some(Audience::Family),
        ..CardEdit::default()
    };
    let card_id = id(1).into();
    let hidden = frames(Intent::EditCard { card_id, edit });
    assert_eq!(hidden, frames(Intent::RemoveCard { card_id }));
    assert_eq!(hidden.len(), 1);
}

#[test]
fn the_same_visible_history_gives_the_same_bytes_with_and_without_what_is_hidden() {
    let mut secrets = 0;
    for seed in 0..HISTORIES {
        secrets += History::new(seed).run();
    }
    assert!(secrets as u64 > HISTORIES * 10, "only {secrets} hidden changes were made");
}

/// Two servers with the same history, in one of which Maja keeps things to herself as well.
struct History {
    dice: Dice,
    seed: u64,
    with: ServerCore,
    without: ServerCore,
    at: Millis,
}

impl History {
    fn new(seed: u64) -> History {
        let (mut with, mut without) = (server(), server());
        for server in [&mut with, &mut without] {
            server.join(MAJAS, MAJA, None, NOW);
            for (conn, member) in READERS {
                server.join(conn, member, None, NOW);
            }
        }
        History {
            dice: Dice(seed),
            seed,
            with,
            without,
            at: NOW,
        }
    }

    /// Answers how many hidden changes were made.
    fn run(&mut self) -> usize {
        let mut secrets = 0;
        for _ in 0..STEPS {
            if self.dice.one_in(2) {
                secrets += usize::from(self.hidden());
            } else {
                self.visible();
            }
            self.at += 1_000;
        }
        for (conn, member) in READERS {
            let (with, without) = (self.with.resync(conn), self.without.resync(conn));
            assert_eq!(
                texts(&with, conn),
                texts(&without, conn),
                "seed {}: {member} comes back",
                self.seed
            );
        }
        secrets
    }

    fn hidden(&mut self) -> bool {
        let wish = secret(&mut self.dice, self.with.committed_plan());
        let kept = self.with.committed_plan().clone().submit(&wish, MAJA, self.at) == Answer::Applied;
        let frames = self.write(true, MAJAS, wish.clone());
        for (conn, member) in READERS {
            assert!(
                texts(&frames, conn).is_empty(),
                "seed {}: {member} hears of {wish:?}",
                self.seed
            );
        }
        kept
    }

    fn visible(&mut self) {
        let (conn, member) = READERS[self.dice.below(READERS.len())];
        let seen = view(self.with.committed_plan(), member);
        let wish = random_change(&mut self.dice, &seen, member);
        let (with, without) = (self.write(true, conn, wish.clone()), self.write(false, conn, wish.clone()));
        for (conn, member) in READERS {
            assert_eq!(
                texts(&with, conn),
                texts(&without, conn),
                "seed {}: {member} after {wish:?}",
                self.seed
            );
        }
    }

    fn write(&mut self, with: bool, conn: ConnId, change: Change) -> Vec<Outgoing> {
        let server = if with { &mut self.with } else { &mut self.without };
        let mut frames = server.submit(conn, change, self.at);
        server.next_batch();
        frames.extend(server.committed());
        frames
    }
}

/// Something that Maja does among the cards that only she sees.
fn secret(dice: &mut Dice, plan: &Plan) -> Change {
    let only = Audience::Only([MAJA].into());
    let own: Vec<CardId> = plan
        .cards()
        .filter(|card| card.audience == only)
        .map(|card| card.card_id)
        .collect();
    let n = dice.roll();
    let Some(card_id) = dice.pick(&own).filter(|_| !dice.one_in(3)) else {
        return add_for(only, "Kun mig", n);
    };
    let intent = match dice.below(5) {
        0 => Intent::RemoveCard { card_id },
        1 => Intent::MoveCard {
            card_id,
            to: Place {
                column: dice.pick(&[Column::Ourselves, Column::Network]).unwrap_or(Column::Ourselves),
                lane: dice.pick(&Lane::ALL),
                after: plan.cards().next().map(|card| card.card_id),
                before: None,
            },
        },
        2 => Intent::AddAgreement(NewAgreement {
            card_id,
            words: "Jeg ringer".to_owned(),
            holder: Some(MAJA),
            due: None,
            repeats: None,
            so_that: String::new(),
        }),
        _ => Intent::EditCard {
            card_id,
            edit: CardEdit {
                words: Some(TextEdit {
                    from: String::new(),
                    to: format!("Kun mig {n}"),
                }),
                ..CardEdit::default()
            },
        },
    };
    change(intent, n)
}

fn texts(frames: &[Outgoing], conn: ConnId) -> Vec<String> {
    let to_them = frames.iter().filter(|sent| sent.conn == conn);
    to_them
        .map(|sent| serde_json::to_string(&*sent.frame).expect("a frame is text"))
        .collect()
}
