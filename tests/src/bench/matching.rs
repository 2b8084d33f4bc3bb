//! The match, on a municipality that is made up: gates and fit in bulk, one person's list with all its reasons beside
//! a search of the kind that job platforms run in PostGIS, what it would take, and how time and memory grow.

use super::figures::{Sample, Table};
use backend::clock::stopwatch;
use proptest::prelude::{Strategy, any};
use shared::day::Day;
use shared::matching::adapt::adaptations;
use shared::matching::bulk;
use shared::matching::candidate::Candidate;
use shared::matching::fit::fit;
use shared::matching::gates::{Context, Pair, check_all};
use shared::matching::generate::Town;
use shared::matching::list::{Limit, people_for, places_for};
use shared::matching::placement::Opening;
use shared::matching::rules::Rules;
use shared::matching::testing::{self, candidate, offer, sample, wide};
use shared::matching::verdict::Verdict;
use std::collections::BTreeSet;
use std::fs;

const SEED: u64 = 2_026;
/// People whose lists are made, one after the other.
const ASKED: u32 = 400;
/// Pairs of which it is looked for what it would take.
const PAIRS: usize = 4_000;

fn today() -> Day {
    Day::new(2026, 11, 23).expect("a Monday")
}

pub async fn measure(table: &mut Table) {
    let rules = Rules::shipped();
    let context = Context {
        rules: &rules,
        today: today(),
    };
    in_bulk(&context, table);
    let ours = one_list(&context, table);
    super::postgis::measure(ours, table).await;
    what_it_takes(&context, table);
    growth(&context, table);
}

fn made_ready(openings: &[Opening<'_>], context: &Context<'_>) -> bulk::Places {
    bulk::Places::new(openings.iter().copied(), context.rules.clone(), context.today)
}

/// Every pair of ten thousand people and a thousand places, on one core.
fn in_bulk(context: &Context<'_>, table: &mut Table) {
    const PEOPLE: u32 = 10_000;
    const PLACES: u32 = 1_000;
    table.part(format!("Gates and fit, {PEOPLE} people × {PLACES} places, one core"));
    let town = Town::new(SEED, today(), PLACES);
    let places = town.places(PLACES);
    let openings = places.openings();
    let people: Vec<Candidate> = town.candidates(PEOPLE).collect();
    let mut all = Sample::default();
    let (mut fits, mut points) = (0u64, 0u64);
    for _ in 0..5 {
        (fits, points) = (0, 0);
        let start = stopwatch();
        let ready = made_ready(&openings, context);
        for candidate in &people {
            ready.each_fit(candidate, |_, fit| {
                fits += 1;
                points += u64::from(fit);
            });
        }
        all.add(start.elapsed());
    }
    let pairs = u64::from(PEOPLE) * u64::from(PLACES);
    let more = format!(
        "{fits} of {pairs} pairs fit; {:.0} ns a pair; budget 1 s",
        all.quantile(0.5) * 1e6 / pairs as f64
    );
    table.times("all pairs, prepared as sets", &all, more);
    // The same without preparing anything, on some of them: what each answer costs that a page asks for.
    let some = &people[..200];
    let start = stopwatch();
    let (mut seen, mut seen_points) = (0u64, 0u64);
    for candidate in some {
        for &opening in &openings {
            let pair = Pair {
                candidate,
                opening,
                said_no: false,
            };
            if fails(&pair, context) {
                continue;
            }
            seen += 1;
            seen_points += u64::from(fit(&pair).points());
        }
    }
    let took = start.elapsed().as_secs_f64();
    let asked = some.len() * openings.len();
    table.value(
        format!("{asked} of them with every gate's verdict, one by one"),
        format!("{:.2} µs a pair, {seen} fit", took * 1e6 / asked as f64),
    );
    // Both ways agree, or nothing above means anything.
    let ready = made_ready(&openings, context);
    let (mut again, mut again_points) = (0u64, 0u64);
    for candidate in some {
        ready.each_fit(candidate, |_, fit| {
            again += 1;
            again_points += u64::from(fit);
        });
    }
    assert_eq!(
        (seen, seen_points),
        (again, again_points),
        "both ways say the same of every pair"
    );
    assert!(points > 0);
}

fn fails(pair: &Pair<'_>, context: &Context<'_>) -> bool {
    check_all(pair, context)
        .iter()
        .any(|(_, verdict)| matches!(verdict, Verdict::Fail(_)))
}

/// Places for one person among ten thousand, as a page and the API ask for them.
fn one_list(context: &Context<'_>, table: &mut Table) -> Sample {
    const PLACES: u32 = 10_000;
    table.part(format!("One person's list among {PLACES} places"));
    let town = Town::new(SEED, today(), PLACES);
    let places = town.places(PLACES);
    let openings = places.openings();
    let people: Vec<Candidate> = town.candidates(ASKED).collect();
    let nobody = BTreeSet::new();
    let mut ready_in = Sample::default();
    for _ in 0..10 {
        let start = stopwatch();
        let made = made_ready(&openings, context);
        ready_in.add(start.elapsed());
        assert_eq!(made.len(), openings.len());
    }
    table.times(
        "making the places ready: once, and again when one of them, the rules or the day change",
        &ready_in,
        "",
    );
    let ready = made_ready(&openings, context);
    let limit = Limit { fits: 25, nearly: 0 };
    let mut listed_in = Sample::default();
    let (mut shown, mut fits) = (0, 0);
    for candidate in &people {
        let start = stopwatch();
        let listed = places_for(candidate, &ready, &nobody, limit);
        listed_in.add(start.elapsed());
        shown += listed.fits.len();
        fits += u64::from(listed.fit_in_all);
        assert!(
            listed
                .fits
                .iter()
                .all(|one| one.fit.points() == one.fit.reasons.iter().map(|reason| reason.points).sum::<u16>())
        );
    }
    let more = format!(
        "{:.1} shown of {:.0} that fit, all seven reasons and eleven verdicts each; budget p95 5 ms",
        shown as f64 / f64::from(ASKED),
        fits as f64 / f64::from(ASKED)
    );
    table.times("top 25 with full reasons", &listed_in, more);
    let mut nearly_in = Sample::default();
    let mut nearly = 0;
    for candidate in &people[..100] {
        let start = stopwatch();
        let listed = places_for(candidate, &ready, &nobody, Limit { fits: 25, nearly: 10 });
        nearly_in.add(start.elapsed());
        nearly += listed.nearly.len();
    }
    table.times(
        "the same, and 10 near misses with what it would take",
        &nearly_in,
        format!("{:.1} near misses each", f64::from(nearly as u32) / 100.0),
    );
    let mut count_in = Sample::default();
    for candidate in &people {
        let start = stopwatch();
        let count = ready.count(candidate, &nobody);
        count_in.add(start.elapsed());
        assert!(count as usize <= openings.len());
    }
    table.times("how many places fit, as the list of people says beside each", &count_in, "");
    listed_in
}

/// Pairs that some gate fails.
fn what_it_takes(context: &Context<'_>, table: &mut Table) {
    table.part("What it would take, pairs that some gate fails");
    let town = Town::new(SEED, today(), 1_000);
    let places = town.places(1_000);
    let openings = places.openings();
    let people: Vec<Candidate> = town.candidates(1_000).collect();
    let mut took = Sample::default();
    let (mut possible, mut sets) = (0, 0);
    // Every person with other places than the one before.
    let pairs = people.iter().enumerate().flat_map(|(at, candidate)| {
        let openings = &openings;
        (0..40).map(move |step| (candidate, openings[(at * 7 + step * 23) % openings.len()]))
    });
    for (candidate, opening) in pairs {
        let pair = Pair {
            candidate,
            opening,
            said_no: false,
        };
        if !fails(&pair, context) {
            continue;
        }
        let found = quickest(&pair, context, &mut took);
        possible += usize::from(found > 0);
        sets += found;
        if took.len() == PAIRS {
            break;
        }
    }
    tell_what_it_takes("adaptations of a pair", &took, possible, sets, table);
    // The hardest there are, of which hardly any company will ever have one.
    let jobs = (candidate(), offer(), any::<u64>()).prop_map(|(candidate, offer, seed)| wide((candidate, offer), seed));
    let mut took = Sample::default();
    let (mut possible, mut sets) = (0, 0);
    let context = Context {
        today: testing::today(),
        ..*context
    };
    for (candidate, offer) in sample(&jobs, 9, PAIRS) {
        let pair = offer.with(&candidate);
        if fails(&pair, &context) {
            let found = quickest(&pair, &context, &mut took);
            possible += usize::from(found > 0);
            sets += found;
        }
    }
    tell_what_it_takes(
        "youth jobs of six shifts that could be nearly anywhere",
        &took,
        possible,
        sets,
        table,
    );
}

/// How many adaptations there are, timed by the quickest of three: what else the machine does at that moment is no part of it.
fn quickest(pair: &Pair<'_>, context: &Context<'_>, took: &mut Sample) -> usize {
    let tries = (0..3).map(|_| {
        let start = stopwatch();
        let found = adaptations(pair, context);
        (start.elapsed(), found.len())
    });
    let Some((quickest, found)) = tries.min() else { return 0 };
    took.add(quickest);
    found
}

fn tell_what_it_takes(what: &str, took: &Sample, possible: usize, sets: usize, table: &mut Table) {
    let micro = |part| format!("{:.1} µs", took.quantile(part) * 1e3);
    table.value(
        format!("{what}, {} pairs", took.len()),
        format!(
            "median {}, p95 {}, p99 {}, p99.9 {}",
            micro(0.5),
            micro(0.95),
            micro(0.99),
            micro(0.999)
        ),
    );
    let most = took.quantile(1.0) * 1e3;
    table.value(
        "",
        format!("max {most:.0} µs; possible in {possible}, {sets} sets; budget 1 ms"),
    );
}

/// A thousand places, and more and more people. Those before stay, so that memory is counted once.
fn growth(context: &Context<'_>, table: &mut Table) {
    const PLACES: u32 = 1_000;
    table.part(format!("Growth, {PLACES} places"));
    let town = Town::new(SEED, today(), PLACES);
    let places = town.places(PLACES);
    let openings = places.openings();
    let ready = made_ready(&openings, context);
    let nobody = BTreeSet::new();
    let mut kept: Vec<Vec<Candidate>> = Vec::new();
    for how_many in [1_000u32, 10_000, 100_000] {
        let before = resident();
        let people: Vec<Candidate> = town.candidates(how_many).collect();
        let held = resident().saturating_sub(before);
        let start = stopwatch();
        let mut fits = 0u64;
        people
            .iter()
            .for_each(|candidate| ready.each_fit(candidate, |_, _| fits += 1));
        let pairs = start.elapsed();
        let (mut lists, mut nearly) = (Sample::default(), Sample::default());
        for opening in openings.iter().copied().step_by(101).take(10) {
            // As the page of a place asks: with the near misses too, which are looked for until there are enough.
            for (most, sample) in [(0, &mut lists), (6, &mut nearly)] {
                let start = stopwatch();
                let limit = Limit { fits: 25, nearly: most };
                let listed = people_for(opening, &people, &nobody, context, limit);
                sample.add(start.elapsed());
                assert!(listed.fits.len() <= 25 && listed.nearly.len() <= most);
            }
        }
        table.value(
            format!("{how_many} people: gates and fit of all pairs"),
            format!(
                "{:.0} ms, {:.0} ns a pair, {fits} fit",
                pairs.as_secs_f64() * 1e3,
                pairs.as_nanos() as f64 / f64::from(how_many) / f64::from(PLACES)
            ),
        );
        table.times(format!("{how_many} people: 25 for one place, longest wait first"), &lists, "");
        table.times(format!("{how_many} people: the same with 6 near misses"), &nearly, "");
        table.value(
            format!("{how_many} people: held in memory"),
            format!(
                "{:.1} MB, {:.0} bytes each",
                held as f64 / 1e6,
                held as f64 / f64::from(how_many)
            ),
        );
        kept.push(people);
    }
    table.value(
        "the whole process, at its largest",
        format!("{:.0} MB", status("VmHWM") as f64 / 1e6),
    );
    let opening: Option<&Opening<'_>> = openings.first();
    assert!(opening.is_some() && kept.len() == 3);
}

fn resident() -> u64 {
    status("VmRSS")
}

/// Bytes, as the system counts them of this process.
fn status(name: &str) -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::trim));
    let kilobytes = line.and_then(|line| line.split(' ').next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
