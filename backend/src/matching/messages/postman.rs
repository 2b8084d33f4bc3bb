//! Goes round: who is to be told of what, what is to be sent now, what is to be forgotten.
//!
//! One round after the other, and each asks the database, so a round that was cut short is made good by the next, here or
//! on another server. Nothing is told of by the place that stores it: whether a job came by a form, a file, a confirmation
//! or another server, the market's revision says that there is something to look at.

use super::day_jobs::{day_jobs, fitting, next_day};
use super::gateway::{Answer, Gateway};
use super::quiet::{again, awake, due};
use super::store::{self, Waiting};
use super::text::{New, text};
use super::{ASK_COUNTS, ASK_WAITS, About, HOUR_MS, KEPT_DAYS, Outcome, SIGNAL_COUNTS};
use crate::app::App;
use crate::error::Error;
use crate::matching::market::Market;
use crate::matching::store::{Stand, stand};
use crate::{metrics, random};
use futures_util::{StreamExt, stream};
use shared::day::Day;
use shared::ids::{CandidateId, Millis, PlacementId};
use shared::matching::placement::Placement;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::time::Duration;
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

const ROUND_EVERY: Duration = Duration::from_secs(2);
const TIDY_EVERY: Millis = HOUR_MS;
/// Texts of one round, and how many of them are on their way at once.
const OF_A_ROUND: i64 = 64;
const AT_ONCE: usize = 4;

/// Runs until it is dropped. Without a service that sends, it only forgets.
pub fn run(app: App) -> io::Result<impl Future<Output = ()>> {
    let gateway = app.config().message_service.as_ref().map(Gateway::new).transpose()?;
    Ok(async move {
        let mut postman = Postman {
            app,
            gateway,
            looked_at: None,
            tidied_at: None,
        };
        let mut every = tokio::time::interval(ROUND_EVERY);
        every.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            every.tick().await;
            if let Err(error) = postman.go_round().await {
                tracing::warn!(code = error.code(), "messages wait for the next round");
            }
        }
    })
}

struct Postman {
    app: App,
    gateway: Option<Gateway>,
    /// How far the market was, and which day it was, when day jobs were last looked for.
    looked_at: Option<(Stand, Day)>,
    tidied_at: Option<Millis>,
}

/// What is still so, a job with its day and a question with who asks it.
#[derive(Default)]
struct Still {
    day: Option<Day>,
    from: Option<String>,
}

impl Postman {
    async fn go_round(&mut self) -> Result<(), Error> {
        let now = self.app.clock().now();
        let here = (stand(self.app.db()).await?, Day::in_denmark(now));
        if self.looked_at != Some(here) {
            self.look_for_day_jobs(now).await?;
            self.looked_at = Some(here);
        }
        if let Some(gateway) = &self.gateway {
            let db = self.app.db();
            let signals = store::untold_signals(db, now - SIGNAL_COUNTS).await?;
            self.write_each(About::Signal, signals, now).await?;
            let asks = store::untold_asks(db, now - ASK_COUNTS, now - ASK_WAITS).await?;
            self.write_each(About::Ask, asks, now).await?;
            self.send(gateway, now).await?;
        }
        if self.tidied_at.is_none_or(|tidied| now - tidied >= TIDY_EVERY) {
            self.tidy(now).await?;
            self.tidied_at = Some(now);
        }
        Ok(())
    }

    /// A number is there for day jobs alone: it goes when they are not wished for any more, by whichever page.
    async fn look_for_day_jobs(&self, now: Millis) -> Result<(), Error> {
        let db = self.app.db();
        let asked = store::told_of_day_jobs(db).await?;
        let people: Vec<(CandidateId, i64)> = asked.into_iter().map(|(id, since)| (CandidateId(id), since)).collect();
        if people.is_empty() {
            return Ok(());
        }
        let (unwished, found) = self
            .app
            .desk()
            .ask(move |market| {
                let wishes = |id: CandidateId| market.candidate(id).is_some_and(|candidate| candidate.day_jobs);
                let (wishing, unwished): (Vec<_>, Vec<_>) = people.into_iter().partition(|(id, _)| wishes(*id));
                (unwished, fitting(market, &wishing, now))
            })
            .await?;
        for (id, _) in unwished {
            store::take_back(db, id.0, About::DayJob).await?;
        }
        if self.gateway.is_none() || found.is_empty() {
            return Ok(());
        }
        let told = store::all_told(db).await?;
        for (id, jobs) in found {
            let new: Vec<PlacementId> = jobs.into_iter().filter(|job| !told.contains(&(id.0, job.0))).collect();
            if !new.is_empty() {
                self.write_of_jobs(id, new, now).await?;
            }
        }
        Ok(())
    }

    /// Those that can still be reached when the text is due.
    async fn write_of_jobs(&self, id: CandidateId, jobs: Vec<PlacementId>, now: Millis) -> Result<(), Error> {
        let due = self.due(id.0, About::DayJob, now).await?;
        let in_time = move |market: &Market| {
            let reached = |job: &PlacementId| {
                let held = market.placement(*job);
                held.is_some_and(|held| next_day(&held.thing, due).is_some())
            };
            jobs.into_iter().filter(reached).map(|job| job.0).collect::<Vec<Uuid>>()
        };
        let jobs = self.app.desk().ask(in_time).await?;
        self.write(id.0, About::DayJob, &jobs, now, due).await
    }

    /// What is new, each with the one who is to be told.
    async fn write_each(&self, about: About, new: Vec<(Uuid, Uuid)>, now: Millis) -> Result<(), Error> {
        let mut of_each: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
        for (receiver, subject) in new {
            of_each.entry(receiver).or_default().push(subject);
        }
        for (receiver, subjects) in of_each {
            let due = self.due(receiver, about, now).await?;
            self.write(receiver, about, &subjects, now, due).await?;
        }
        Ok(())
    }

    /// When somebody is told what is new now: together with what waits already, or a while after the last text.
    async fn due(&self, receiver: Uuid, about: About, now: Millis) -> Result<Millis, Error> {
        Ok(match store::last(self.app.db(), receiver, about).await? {
            Some(last) if last.waits => last.at,
            last => due(now, last.map(|last| last.at), about.pause()),
        })
    }

    async fn write(&self, receiver: Uuid, about: About, subjects: &[Uuid], now: Millis, due: Millis) -> Result<(), Error> {
        if !subjects.is_empty() {
            store::write(self.app.db(), random::uuid(now)?, receiver, about, subjects, now, due).await?;
        }
        Ok(())
    }

    async fn send(&self, gateway: &Gateway, now: Millis) -> Result<(), Error> {
        // Also what should have been sent in the day, had the service been there.
        if awake(now) != now {
            return Ok(());
        }
        let waiting = store::waiting(self.app.db(), now, OF_A_ROUND).await?;
        let sending = stream::iter(waiting).for_each_concurrent(AT_ONCE, async |waiting| {
            if let Err(error) = self.send_one(gateway, waiting, now).await {
                tracing::warn!(code = error.code(), "a message waits for the next round");
            }
        });
        sending.await;
        Ok(())
    }

    async fn send_one(&self, gateway: &Gateway, waiting: Waiting, now: Millis) -> Result<(), Error> {
        let db = self.app.db();
        let Some(number) = store::number(db, waiting.receiver_id, waiting.about).await? else {
            return Ok(store::forget(db, waiting.message_id).await?);
        };
        // In hand, it is joined by nothing more: what it is about to say is all that it tells of.
        if !store::take_in_hand(db, &waiting, again(now, waiting.tries)).await? {
            return Ok(());
        }
        let news = self.still_new(&waiting, now).await?;
        for subject in store::subjects(db, waiting.message_id).await? {
            if !news.contains_key(&subject) {
                store::forget_subject(db, waiting.message_id, subject).await?;
            }
        }
        if news.is_empty() {
            return Ok(store::forget(db, waiting.message_id).await?);
        }
        let askers: BTreeSet<&str> = news.values().filter_map(|one| one.from.as_deref()).collect();
        let new = New {
            about: waiting.about,
            count: news.len(),
            first: news.values().filter_map(|one| one.day).min(),
            from: askers.first().copied().filter(|_| askers.len() == 1),
        };
        let words = text(number.lang, new, Day::in_denmark(now), self.app.origins().public());
        match gateway
            .hand_over(waiting.message_id, &number.phone, number.lang, &words)
            .await
        {
            Answer::Taken => {
                metrics::message_sent();
                store::done(db, waiting.message_id, Outcome::Sent, now).await?;
            }
            Answer::Refused => {
                metrics::message_failed();
                store::done(db, waiting.message_id, Outcome::Refused, now).await?;
            }
            Answer::Again(status) => {
                metrics::message_failed();
                tracing::warn!(
                    status,
                    tries = waiting.tries + 1,
                    "the message service did not take a message"
                );
            }
        }
        Ok(())
    }

    /// What a text tells of and is still so: not gone, not taken, not answered, and no no in between.
    async fn still_new(&self, waiting: &Waiting, now: Millis) -> Result<BTreeMap<Uuid, Still>, Error> {
        let db = self.app.db();
        let subjects = store::subjects(db, waiting.message_id).await?;
        let id = CandidateId(waiting.receiver_id);
        match waiting.about {
            About::Signal => {
                let mut open = BTreeMap::new();
                for signal in subjects {
                    if store::is_signal_open(db, signal, now - SIGNAL_COUNTS).await? {
                        open.insert(signal, Still::default());
                    }
                }
                Ok(open)
            }
            About::Ask => {
                let mut asked = Vec::new();
                for ask in subjects {
                    if let Some((placement, from)) = store::open_ask(db, ask, now - ASK_COUNTS).await? {
                        asked.push((ask, placement, from));
                    }
                }
                let today = Day::in_denmark(now);
                let still = move |market: &Market| {
                    let is_open = |placement: PlacementId| {
                        let opening = market.opening(placement);
                        let has_room = |placement: &Placement| placement.is_there(today) && placement.seats > 0;
                        opening.is_some_and(|opening| has_room(opening.placement) && !market.said_no(id, opening))
                    };
                    let asked = asked.into_iter().filter(|(_, placement, _)| is_open(*placement));
                    let of = |from| Still {
                        day: None,
                        from: Some(from),
                    };
                    asked.map(|(ask, _, from)| (ask, of(from))).collect()
                };
                self.app.desk().ask(still).await
            }
            About::DayJob => {
                let still = move |market: &Market| {
                    let fit = fitting(market, &[(id, i64::MIN)], now).remove(&id).unwrap_or_default();
                    let jobs = fit.into_iter().filter(|job| subjects.contains(&job.0));
                    let of = |job: PlacementId| {
                        let day = next_day(&market.placement(job)?.thing, now);
                        Some((job.0, Still { day, from: None }))
                    };
                    jobs.filter_map(of).collect()
                };
                self.app.desk().ask(still).await
            }
        }
    }

    /// What was told is kept for so many days, and longer only while the job is still there: it must not be told twice.
    async fn tidy(&self, now: Millis) -> Result<(), Error> {
        let db = self.app.db();
        let old = store::older(db, now - KEPT_DAYS * 24 * HOUR_MS).await?;
        if old.is_empty() {
            return Ok(());
        }
        let open = move |market: &Market| {
            day_jobs(market, now)
                .map(|opening| opening.placement.id.0)
                .collect::<BTreeSet<Uuid>>()
        };
        let open = self.app.desk().ask(open).await?;
        let messages: BTreeSet<Uuid> = old.iter().map(|(message, _)| *message).collect();
        let kept: BTreeSet<Uuid> = old
            .iter()
            .filter(|(_, subject)| open.contains(subject))
            .map(|(message, _)| *message)
            .collect();
        for message in messages.difference(&kept) {
            store::forget(db, *message).await?;
        }
        Ok(())
    }
}
