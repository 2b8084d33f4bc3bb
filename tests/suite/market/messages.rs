//! What both databases promise of word to people's telephones: once for each person and thing, tried by one server at a
//! time, and gone when it is taken back.

use super::{METTE, open, samira, seeded, today};
use crate::http::cases::matching::{candidate, placement};
use crate::store::on_both;
use backend::backup::{backup, restore};
use backend::clock::Clock;
use backend::db::Db;
use backend::matching::Desk;
use backend::matching::access::{Consultant, add_consultant};
use backend::matching::answers::{Yes, ask, forget_ask, say_yes};
use backend::matching::book::{add_signal, take_signal};
use backend::matching::messages::store::{
    all_told, ask_for, done, forget, forget_subject, is_signal_open, last, number, older, open_ask, subjects, take_back,
    take_in_hand, told_of_day_jobs, told_to, untold_asks, untold_signals, waiting, write,
};
use backend::matching::messages::{About, Number, Outcome, Phone};
use backend::matching::store::ThingId;
use backend::words::Lang;
use shared::ids::{AskId, SignalId};
use shared::testing::Dice;
use std::collections::BTreeSet;
use tests::server::Database;
use uuid::Uuid;

on_both! {
    whoever_asks_is_known_by_one_number_until_they_take_it_back
    somebody_is_told_of_a_thing_once_and_what_is_new_joins_what_waits
    what_is_new_waits_for_a_text_of_its_own_once_another_was_tried
    a_text_is_tried_by_one_server_at_a_time_and_is_there_until_it_is_taken
    a_consultant_is_told_of_a_signal_that_nobody_has_taken
    each_yes_to_a_text_is_of_its_own_and_ends_by_itself
    a_candidate_is_told_of_a_question_that_waits_and_of_no_other
    of_what_was_told_nothing_is_left_with_an_erased_candidate
    a_restored_copy_tells_nobody_twice
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn at(text: &str, lang: Lang) -> Number {
    let phone = Phone::read(text).unwrap();
    Number { phone, lang }
}

/// Samira, who has asked to be told.
async fn asked(db: &Db) -> Uuid {
    let receiver = samira().0;
    ask_for(db, receiver, About::DayJob, &at("12345678", Lang::Da), 3)
        .await
        .unwrap();
    receiver
}

async fn write_jobs(db: &Db, message: u128, receiver: Uuid, jobs: &[u128], now: i64) -> u64 {
    let jobs: Vec<Uuid> = jobs.iter().copied().map(id).collect();
    write(db, id(message), receiver, About::DayJob, &jobs, now, now)
        .await
        .unwrap()
}

async fn whoever_asks_is_known_by_one_number_until_they_take_it_back(database: Database) {
    let db = open(&database).await;
    let receiver = asked(&db).await;
    let other = at("+46 70 123 45 67", Lang::En);
    ask_for(&db, receiver, About::DayJob, &other, 99).await.unwrap();
    assert_eq!(number(&db, receiver, About::DayJob).await.unwrap(), Some(other));
    // A new number does not make one forget what was told of before.
    assert_eq!(told_of_day_jobs(&db).await.unwrap(), [(receiver, 3)]);
    ask_for(&db, METTE.0, About::Signal, &at("12345601", Lang::Da), 0)
        .await
        .unwrap();
    write_jobs(&db, 1, receiver, &[10], 5).await;
    done(&db, id(1), Outcome::Sent, 6).await.unwrap();
    write_jobs(&db, 2, receiver, &[11, 12], 7).await;
    write_jobs(&db, 3, METTE.0, &[13], 7).await;
    take_back(&db, receiver, About::DayJob).await.unwrap();
    assert_eq!(number(&db, receiver, About::DayJob).await.unwrap(), None);
    assert!(told_of_day_jobs(&db).await.unwrap().is_empty());
    // What was sent stands in their page; what was not is gone, and nobody else's is.
    assert_eq!(all_told(&db).await.unwrap(), [(receiver, id(10)), (METTE.0, id(13))].into());
    assert!(number(&db, METTE.0, About::Signal).await.unwrap().is_some());
    assert_eq!(waiting(&db, 99, 9).await.unwrap().len(), 1);
}

async fn somebody_is_told_of_a_thing_once_and_what_is_new_joins_what_waits(database: Database) {
    let db = open(&database).await;
    let receiver = asked(&db).await;
    assert_eq!(write_jobs(&db, 1, receiver, &[10, 11], 5).await, 2);
    assert_eq!(write_jobs(&db, 2, receiver, &[10, 11], 6).await, 0);
    assert_eq!(write_jobs(&db, 3, receiver, &[11, 12], 7).await, 1);
    assert_eq!(subjects(&db, id(1)).await.unwrap(), [id(10), id(11), id(12)]);
    assert_eq!(waiting(&db, 4, 9).await.unwrap().len(), 0, "it is not due");
    assert_eq!(waiting(&db, 5, 9).await.unwrap().len(), 1);
    done(&db, id(1), Outcome::Sent, 8).await.unwrap();
    assert_eq!(write_jobs(&db, 4, receiver, &[10, 12], 9).await, 0);
    let newest = last(&db, receiver, About::DayJob).await.unwrap().unwrap();
    assert!(
        !newest.waits && newest.at == 8,
        "nothing is left of a text that would have told nothing"
    );
    // Whatever comes in whichever order: a pair of person and job is written once.
    let mut dice = Dice(7);
    let (mut new, mut pairs) = (3, BTreeSet::from([10, 11, 12]));
    for step in 0..120_u128 {
        let jobs: Vec<u128> = (0..=dice.below(3)).map(|_| 10 + dice.below(40) as u128).collect();
        pairs.extend(&jobs);
        new += write_jobs(&db, 100 + step, receiver, &jobs, 10).await;
        if dice.below(4) == 0 {
            for one in waiting(&db, 99, 9).await.unwrap() {
                done(&db, one.message_id, Outcome::Sent, 11).await.unwrap();
            }
        }
    }
    assert_eq!(new, pairs.len() as u64);
    let told: Vec<Uuid> = told_to(&db, receiver)
        .await
        .unwrap()
        .into_iter()
        .map(|told| told.subject_id)
        .collect();
    assert_eq!(told.len(), pairs.len());
    assert_eq!(told.into_iter().collect::<BTreeSet<_>>(), pairs.into_iter().map(id).collect());
}

async fn what_is_new_waits_for_a_text_of_its_own_once_another_was_tried(database: Database) {
    let db = open(&database).await;
    let receiver = asked(&db).await;
    write_jobs(&db, 1, receiver, &[10], 5).await;
    let seen = waiting(&db, 5, 9).await.unwrap()[0];
    assert!(last(&db, receiver, About::DayJob).await.unwrap().unwrap().waits);
    assert!(take_in_hand(&db, &seen, 50).await.unwrap());
    // It may have arrived, its answer lost: what comes now was not in it.
    let newest = last(&db, receiver, About::DayJob).await.unwrap().unwrap();
    assert!(!newest.waits && newest.at == 50);
    assert_eq!(write_jobs(&db, 2, receiver, &[10, 11], 6).await, 1);
    assert_eq!(write_jobs(&db, 3, receiver, &[12], 7).await, 1);
    assert_eq!(subjects(&db, id(1)).await.unwrap(), [id(10)]);
    assert_eq!(subjects(&db, id(2)).await.unwrap(), [id(11), id(12)]);
    assert_eq!(waiting(&db, 49, 9).await.unwrap().len(), 1);
    assert_eq!(waiting(&db, 50, 9).await.unwrap().len(), 2);
}

async fn a_text_is_tried_by_one_server_at_a_time_and_is_there_until_it_is_taken(database: Database) {
    let db = open(&database).await;
    let receiver = asked(&db).await;
    write_jobs(&db, 1, receiver, &[10, 11], 5).await;
    let seen = waiting(&db, 5, 9).await.unwrap()[0];
    assert_eq!((seen.receiver_id, seen.about, seen.tries), (receiver, About::DayJob, 0));
    assert!(take_in_hand(&db, &seen, 50).await.unwrap());
    assert!(!take_in_hand(&db, &seen, 60).await.unwrap(), "another server has it in hand");
    assert!(waiting(&db, 49, 9).await.unwrap().is_empty());
    let again = waiting(&db, 50, 9).await.unwrap()[0];
    assert_eq!((again.message_id, again.tries), (seen.message_id, 1));
    forget_subject(&db, id(1), id(10)).await.unwrap();
    done(&db, id(1), Outcome::Refused, 51).await.unwrap();
    assert!(!take_in_hand(&db, &again, 70).await.unwrap());
    let told = told_to(&db, receiver).await.unwrap();
    assert_eq!(
        (told.len(), told[0].at, told[0].outcome, told[0].subject_id),
        (1, 51, Some(Outcome::Refused), id(11))
    );
    assert!(older(&db, 5).await.unwrap().is_empty());
    assert_eq!(older(&db, 6).await.unwrap(), [(id(1), id(11))]);
    forget(&db, id(1)).await.unwrap();
    assert!(told_to(&db, receiver).await.unwrap().is_empty() && all_told(&db).await.unwrap().is_empty());
}

async fn a_consultant_is_told_of_a_signal_that_nobody_has_taken(database: Database) {
    let db = open(&database).await;
    let signal = crate::matching::canaries::signal();
    for (n, at) in [(1, 10), (2, 20), (3, 30)] {
        add_signal(&db, SignalId(id(n)), &signal, at).await.unwrap();
    }
    ask_for(&db, METTE.0, About::Signal, &at("12345601", Lang::Da), 15)
        .await
        .unwrap();
    assert!(
        untold_signals(&db, 0).await.unwrap().is_empty(),
        "who is no consultant is told nothing"
    );
    let mette = Consultant {
        person_id: METTE,
        name: "Mette Lindholm".into(),
        phone: "12 34 57 00".into(),
        entrance: true,
    };
    add_consultant(&db, &mette).await.unwrap();
    // The first came before she asked.
    assert_eq!(untold_signals(&db, 0).await.unwrap(), [(METTE.0, id(2)), (METTE.0, id(3))]);
    assert_eq!(untold_signals(&db, 20).await.unwrap(), [(METTE.0, id(3))]);
    write(&db, id(9), METTE.0, About::Signal, &[id(2)], 31, 31).await.unwrap();
    assert_eq!(untold_signals(&db, 0).await.unwrap(), [(METTE.0, id(3))]);
    assert!(is_signal_open(&db, id(3), 29).await.unwrap() && !is_signal_open(&db, id(3), 30).await.unwrap());
    assert!(take_signal(&db, SignalId(id(3)), METTE).await.unwrap());
    assert!(untold_signals(&db, 0).await.unwrap().is_empty() && !is_signal_open(&db, id(3), 0).await.unwrap());
}

async fn each_yes_to_a_text_is_of_its_own_and_ends_by_itself(database: Database) {
    let db = open(&database).await;
    let receiver = asked(&db).await;
    assert_eq!(
        number(&db, receiver, About::Ask).await.unwrap(),
        None,
        "nobody has said yes to that"
    );
    let other = at("12345679", Lang::En);
    ask_for(&db, receiver, About::Ask, &other, 4).await.unwrap();
    assert_eq!(number(&db, receiver, About::Ask).await.unwrap(), Some(other.clone()));
    assert_eq!(
        number(&db, receiver, About::DayJob).await.unwrap(),
        Some(at("12345678", Lang::Da))
    );
    assert_eq!(told_of_day_jobs(&db).await.unwrap(), [(receiver, 3)]);
    // Each waits in a text of its own, and what is new joins its own kind.
    write_jobs(&db, 1, receiver, &[10], 5).await;
    for (message, question) in [(2, 20), (3, 21)] {
        let new = write(&db, id(message), receiver, About::Ask, &[id(question)], 5, 5).await;
        assert_eq!(new.unwrap(), 1);
    }
    assert_eq!(write_jobs(&db, 4, receiver, &[11], 6).await, 1);
    assert_eq!(subjects(&db, id(1)).await.unwrap(), [id(10), id(11)]);
    assert_eq!(subjects(&db, id(2)).await.unwrap(), [id(20), id(21)]);
    let abouts = async || {
        let waiting = waiting(&db, 99, 9).await.unwrap();
        waiting.into_iter().map(|one| one.about).collect::<Vec<About>>()
    };
    assert_eq!(abouts().await, [About::DayJob, About::Ask]);
    done(&db, id(1), Outcome::Sent, 8).await.unwrap();
    assert!(last(&db, receiver, About::Ask).await.unwrap().unwrap().waits);
    assert!(!last(&db, receiver, About::DayJob).await.unwrap().unwrap().waits);
    write_jobs(&db, 5, receiver, &[12], 9).await;
    take_back(&db, receiver, About::DayJob).await.unwrap();
    assert_eq!(abouts().await, [About::Ask]);
    assert_eq!(number(&db, receiver, About::Ask).await.unwrap(), Some(other));
    let told = told_to(&db, receiver).await.unwrap();
    assert_eq!(
        told.iter().filter(|told| told.about == About::DayJob).count(),
        2,
        "what was sent stands"
    );
    take_back(&db, receiver, About::Ask).await.unwrap();
    assert!(abouts().await.is_empty());
    assert_eq!(number(&db, receiver, About::Ask).await.unwrap(), None);
}

async fn a_candidate_is_told_of_a_question_that_waits_and_of_no_other(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let receiver = samira().0;
    let mette = Consultant {
        person_id: METTE,
        name: "Mette Lindholm".into(),
        phone: "12 34 57 00".into(),
        entrance: true,
    };
    add_consultant(&db, &mette).await.unwrap();
    let places = ["Bagerimedhjælper", "Svejser", "Gartnermedhjælper"].map(placement);
    for (n, (place, at)) in places.into_iter().zip([10, 20, 30]).enumerate() {
        let ask_id = AskId(id(n as u128 + 1));
        assert!(ask(&db, ask_id, samira(), place, METTE, at).await.unwrap());
    }
    assert!(
        untold_asks(&db, 0, 99).await.unwrap().is_empty(),
        "she has not said yes to that"
    );
    asked(&db).await;
    assert!(untold_asks(&db, 0, 99).await.unwrap().is_empty(), "a yes to day jobs is none");
    ask_for(&db, receiver, About::Ask, &at("12345678", Lang::Da), 15)
        .await
        .unwrap();
    // The first came before she asked for it.
    let both = [(receiver, id(2)), (receiver, id(3))];
    assert_eq!(untold_asks(&db, 0, 99).await.unwrap(), both);
    assert_eq!(untold_asks(&db, 20, 99).await.unwrap(), both[1..], "too old");
    assert_eq!(untold_asks(&db, 0, 29).await.unwrap(), both[..1], "too new");
    let open = async |n| open_ask(&db, id(n), 0).await.unwrap();
    assert_eq!(open(2).await, Some((places[1], "Mette Lindholm".to_owned())));
    assert_eq!(open_ask(&db, id(2), 20).await.unwrap(), None);
    write(&db, id(9), receiver, About::Ask, &[id(2)], 31, 31).await.unwrap();
    assert_eq!(untold_asks(&db, 0, 99).await.unwrap(), both[1..]);
    // One is answered, the other taken back.
    let yes = Yes {
        until: today(),
        at: 40,
        text_version: 1,
        language: "da".into(),
        read_aloud: false,
        present: None,
    };
    say_yes(&db, AskId(id(7)), samira(), places[1], &yes).await.unwrap();
    forget_ask(&db, samira(), places[2]).await.unwrap();
    assert_eq!((open(2).await, open(3).await), (None, None));
    assert!(untold_asks(&db, 0, 99).await.unwrap().is_empty());
    // A yes that has run out is asked for anew, and that is another question.
    let later = today().plus(2).minute_in_denmark(12 * 60);
    assert!(ask(&db, AskId(id(8)), samira(), places[1], METTE, later).await.unwrap());
    assert_eq!(untold_asks(&db, 0, later).await.unwrap(), [(receiver, id(8))]);
}

async fn of_what_was_told_nothing_is_left_with_an_erased_candidate(database: Database) {
    let db = open(&database).await;
    seeded(&db).await;
    let receiver = asked(&db).await;
    let job = placement("Bagerimedhjælper").0;
    write(&db, id(1), receiver, About::DayJob, &[job], 5, 5).await.unwrap();
    let desk = Desk::new(db.clone(), Clock::at(5));
    let seen = desk
        .ask(|market| market.candidate_revision(candidate("Samira")))
        .await
        .unwrap()
        .unwrap();
    desk.remove(ThingId::Candidate(samira()), seen, METTE).await.unwrap();
    assert_eq!(number(&db, receiver, About::DayJob).await.unwrap(), None);
    assert!(all_told(&db).await.unwrap().is_empty() && waiting(&db, 99, 9).await.unwrap().is_empty());
}

async fn a_restored_copy_tells_nobody_twice(database: Database) {
    let db = open(&database).await;
    let receiver = asked(&db).await;
    write_jobs(&db, 1, receiver, &[10], 5).await;
    done(&db, id(1), Outcome::Sent, 6).await.unwrap();
    write_jobs(&db, 2, receiver, &[11], 7).await;
    let file = database.folder.path("all.jsonl");
    backup(&db, &file, &Clock::at(9)).await.unwrap();
    let other = Database::sqlite();
    let copy = Db::open(&other.url.clone().into(), None).await.unwrap();
    restore(&copy, &file).await.unwrap();
    assert_eq!(
        number(&copy, receiver, About::DayJob).await.unwrap(),
        number(&db, receiver, About::DayJob).await.unwrap()
    );
    assert_eq!(told_to(&copy, receiver).await.unwrap(), told_to(&db, receiver).await.unwrap());
    assert_eq!(write_jobs(&copy, 3, receiver, &[10, 11], 8).await, 0);
    assert_eq!(waiting(&copy, 99, 9).await.unwrap(), waiting(&db, 99, 9).await.unwrap());
}
