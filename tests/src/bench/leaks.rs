//! A hundred thousand schedules in which what may be seen changes all the time, each frame, window, response and
//! history searched for what is not for its reader.

use backend::clock::stopwatch;
use tests::simulator::{run_for_leaks, run_many};

const SCHEDULES: u64 = 100_000;

pub fn search() {
    let begin = stopwatch();
    let counts = match run_many(0..SCHEDULES, |seed| run_for_leaks(seed, None, false)) {
        Ok(counts) => counts,
        Err((seed, wrong)) => panic!("seed {seed}: {wrong}"),
    };
    println!(
        "{SCHEDULES} schedules in {} s, no leak: {counts:?}",
        begin.elapsed().as_secs()
    );
}
