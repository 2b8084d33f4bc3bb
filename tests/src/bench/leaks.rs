//! A hundred thousand schedules in which what may be seen changes all the time, each frame, window, response and
//! history searched for what is not for its reader.

use backend::clock::stopwatch;
use tests::simulator::{Counts, run_for_leaks, run_many};

const SCHEDULES: u64 = 100_000;
/// So that whoever waits sees how far it has come.
const AT_A_TIME: u64 = 5_000;

pub fn search() {
    let begin = stopwatch();
    let mut all = Counts::default();
    for first in (0..SCHEDULES).step_by(AT_A_TIME as usize) {
        let end = first + AT_A_TIME;
        match run_many(first..end, |seed| run_for_leaks(seed, None, false)) {
            Ok(counts) => all.take_in(&counts),
            Err((seed, wrong)) => panic!("seed {seed}: {wrong}"),
        }
        println!("{end} schedules in {} s, no leak: {all:?}", begin.elapsed().as_secs());
    }
}
