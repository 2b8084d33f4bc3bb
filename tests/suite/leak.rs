//! [L14] [L16] Nobody is ever shown what is not for their eyes: every frame, window, response and history is
//! searched for words that their reader may not have, by rules that are written a second time.

use tests::simulator::{Happening, Without, run_for_leaks, run_many};

/// Schedules in an ordinary run; `cargo xtask bench leaks` runs a hundred thousand.
const SEEDS: u64 = 2_000;
/// What leaks must be found within this many schedules.
const NOTICED_WITHIN: u64 = 20;

#[test]
fn nobody_is_shown_what_is_not_for_their_eyes() {
    let number = |name| std::env::var(name).ok().and_then(|text: String| text.parse::<u64>().ok());
    let one = number("BORDENDEN_SEED");
    let seeds = one.map_or(0..number("BORDENDEN_SEEDS").unwrap_or(SEEDS), |seed| seed..seed + 1);
    match run_many(seeds.clone(), |seed| run_for_leaks(seed, None, one.is_some())) {
        Ok(counts) => {
            println!("{seeds:?}: {counts:?}");
            let missing = [
                counts.missing(Happening::SIGHT),
                counts.missing(&[Happening::ServerKilled, Happening::CardHidden]),
            ];
            assert!(one.is_some() || missing.concat().is_empty(), "never happened: {missing:?}");
        }
        Err((seed, wrong)) => {
            panic!("seed {seed}: {wrong}\nto see it again: BORDENDEN_SEED={seed} cargo test -p tests --test suite leak")
        }
    }
}

#[test]
fn what_stays_in_a_window_after_a_no_is_found() {
    assert_noticed(Without::Forgetting);
}

#[test]
fn a_rule_of_sight_that_slips_is_found() {
    assert_noticed(Without::Discretion);
}

fn assert_noticed(without: Without) {
    let noticed = (0..NOTICED_WITHIN).find_map(|seed| Some((seed, run_for_leaks(seed, Some(without), false).err()?)));
    println!("without {without:?}: {noticed:?}");
    let (_, wrong) = noticed.expect("a leak that was made on purpose is found");
    assert!(wrong.0.contains("not for them"), "{wrong}");
}

/// A family declined a proposal, waited for more than sixty days and took its no back: what had run out stood there again.
#[test]
fn what_has_run_out_is_not_shown_again_by_taking_back_a_no() {
    run_for_leaks(36_464, None, false).unwrap_or_else(|wrong| panic!("{wrong}"));
}
