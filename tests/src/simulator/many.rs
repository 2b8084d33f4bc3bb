//! Many schedules at once, as many at a time as the machine has room for.

use super::check::Wrong;
use super::counts::Counts;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// # Errors
/// The first seed that ended badly, and how.
pub fn run_many(seeds: Range<u64>, schedule: impl Fn(u64) -> Result<Counts, Wrong> + Sync) -> Result<Counts, (u64, Wrong)> {
    let next = AtomicU64::new(seeds.start);
    let all = Mutex::new(Counts::default());
    let failed: Mutex<Option<(u64, Wrong)>> = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end || held(&failed).is_some() {
                        return;
                    }
                    match schedule(seed) {
                        Ok(counts) => held(&all).take_in(&counts),
                        Err(wrong) => *held(&failed) = Some((seed, wrong)),
                    }
                }
            });
        }
    });
    match held(&failed).take() {
        Some(failed) => Err(failed),
        None => Ok(std::mem::take(&mut *held(&all))),
    }
}

/// What a thread that failed left behind is as good as any.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
