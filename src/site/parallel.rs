//! Work on many things at once: a build compresses and draws hundreds of files.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each number below `count`, in their order. As many are worked on at once as there are cores.
///
/// # Panics
/// Where `work` does.
pub fn each<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let run = || {
        let mut made = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            if place >= count {
                return made;
            }
            made.push((place, work(place)));
        }
    };
    let mut made: Vec<(usize, T)> = thread::scope(|scope| {
        let running: Vec<_> = (0..cores.min(count)).map(|_| scope.spawn(run)).collect();
        let ended = running.into_iter().map(thread::ScopedJoinHandle::join);
        ended
            .flat_map(|made| made.unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    made.sort_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_done_once_and_comes_in_order() {
        let begun = AtomicUsize::new(0);
        let made = each(1000, |place| {
            begun.fetch_add(1, Ordering::Relaxed);
            place * 2
        });
        assert_eq!(made, (0..1000).map(|place| place * 2).collect::<Vec<_>>());
        assert_eq!(begun.into_inner(), 1000);
        assert!(each(0, |place| place).is_empty());
    }
}
