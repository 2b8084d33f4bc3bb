//! [L1]–[L12] Everybody ends with the same, and nothing is lost, whatever goes wrong on the way.

use tests::simulator::{Counts, Happening, Without, run, run_many};

/// Schedules in an ordinary run; `BORDENDEN_SEEDS` asks for more.
const SEEDS: u64 = 2_000;
/// A rule that is taken out must be missed within this many schedules.
const NOTICED_WITHIN: u64 = 40;

#[test]
fn whatever_goes_wrong_everybody_ends_with_the_same_and_nothing_is_lost() {
    let seeds = number("BORDENDEN_SEEDS").unwrap_or(SEEDS);
    let counts = run_all(number("BORDENDEN_SEED").map_or(0..seeds, |seed| seed..seed + 1));
    println!("{seeds} schedules: {counts:?}");
    if number("BORDENDEN_SEED").is_none() {
        let missing = counts.missing(Happening::TROUBLES);
        assert!(missing.is_empty(), "never happened: {missing:?}");
    }
}

#[test]
fn without_rebase_people_lose_sight_of_their_own_words() {
    assert_noticed(Without::Rebase);
}

#[test]
fn without_idempotency_a_change_counts_twice() {
    assert_noticed(Without::Idempotency);
}

#[test]
fn with_the_answer_before_the_patch_something_vanishes_for_a_moment() {
    assert_noticed(Without::PatchBeforeAnswer);
}

/// Schedules that once ended badly, each for a reason of its own.
const ONCE_BAD: [(u64, &str); 4] = [
    (1, "what rested on a change that had to wait overtook it"),
    (2, "a server that was started anew refused what it had carried out before"),
    (8, "an answer was lost with the frames that a slow reader missed"),
    (152, "a repetition that had to wait was waited for, and nobody sent it again"),
];

#[test]
fn schedules_that_once_ended_badly_end_well() {
    for (seed, why) in ONCE_BAD {
        if let Err(wrong) = run(seed, None, false) {
            panic!("seed {seed}, where {why}: {wrong}");
        }
    }
}

fn assert_noticed(without: Without) {
    let noticed = (0..NOTICED_WITHIN)
        .filter_map(|seed| run(seed, Some(without), false).err())
        .next();
    println!("without {without:?}: {noticed:?}");
    assert!(
        noticed.is_some(),
        "{NOTICED_WITHIN} schedules without {without:?}, and nothing was noticed"
    );
}

fn run_all(seeds: std::ops::Range<u64>) -> Counts {
    let traced = seeds.end - seeds.start == 1;
    match run_many(seeds, |seed| run(seed, None, traced)) {
        Ok(counts) => counts,
        Err((seed, wrong)) => {
            panic!("seed {seed}: {wrong}\nto see it again: BORDENDEN_SEED={seed} cargo test -p tests --test suite converge")
        }
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}
