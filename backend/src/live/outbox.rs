//! Frames on their way to one reader, at most so many at a time.
//!
//! A reader that falls behind loses the frames that do not fit, all of those after them, and is given
//! everything anew once the queue has drained; one who falls behind again and again is let go.

use crate::metrics;
use shared::ids::Millis;
use shared::live::limits::FRAMES_OUT;
use shared::problem::codes;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::{mpsc, watch};

/// How often, and within what time, a reader may fall behind.
const FALLS: usize = 3;
const FALLS_WITHIN_MS: Millis = 60_000;

/// The plan's end.
#[derive(Debug)]
pub struct Outbox {
    frames: mpsc::Sender<Arc<str>>,
    behind: Arc<AtomicBool>,
    end: watch::Sender<Option<&'static str>>,
    falls: VecDeque<Millis>,
}

/// The socket's end.
#[derive(Debug)]
pub struct Frames {
    frames: mpsc::Receiver<Arc<str>>,
    behind: Arc<AtomicBool>,
    asked: bool,
}

#[derive(Debug)]
pub enum Next {
    Frame(Arc<str>),
    /// The reader has caught up with a queue that had overflowed: it needs everything anew.
    Drained,
    /// The plan has nothing more to say.
    Closed,
}

/// `end` tells the socket to say goodbye with a code, whatever lies in the queue.
pub fn outbox(end: watch::Sender<Option<&'static str>>) -> (Outbox, Frames) {
    let (sender, receiver) = mpsc::channel(FRAMES_OUT);
    let behind = Arc::new(AtomicBool::new(false));
    let outbox = Outbox {
        frames: sender,
        behind: behind.clone(),
        end,
        falls: VecDeque::new(),
    };
    (
        outbox,
        Frames {
            frames: receiver,
            behind,
            asked: false,
        },
    )
}

impl Outbox {
    /// Answers false when the socket is gone. Never waits.
    pub fn send(&mut self, frame: Arc<str>, now: Millis) -> bool {
        if self.behind.load(Ordering::Acquire) {
            return !self.frames.is_closed();
        }
        match self.frames.try_send(frame) {
            Ok(()) => true,
            Err(mpsc::error::TrySendError::Closed(_)) => false,
            Err(mpsc::error::TrySendError::Full(_)) => {
                metrics::reader_was_slow();
                self.falls.push_back(now);
                while self.falls.front().is_some_and(|fall| now - fall > FALLS_WITHIN_MS) {
                    self.falls.pop_front();
                }
                if self.falls.len() >= FALLS {
                    self.end(codes::TOO_SLOW);
                }
                self.behind.store(true, Ordering::Release);
                true
            }
        }
    }

    /// The reader has drained its queue; what follows starts with everything.
    pub fn start_anew(&mut self) {
        self.behind.store(false, Ordering::Release);
    }

    pub fn end(&self, code: &'static str) {
        self.end.send_replace(Some(code));
    }
}

impl Frames {
    pub async fn next(&mut self) -> Next {
        // After an overflow nothing more comes in until the plan hears that the queue is empty.
        if !self.asked && self.frames.is_empty() && self.behind.load(Ordering::Acquire) {
            self.asked = true;
            return Next::Drained;
        }
        match self.frames.recv().await {
            Some(frame) => {
                self.asked = false;
                Next::Frame(frame)
            }
            None => Next::Closed,
        }
    }

    /// Whether the next frame would have to be waited for.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::{FRAMES_OUT, Next, codes, outbox};
    use tokio::sync::watch;

    fn frame(n: usize) -> std::sync::Arc<str> {
        n.to_string().into()
    }

    #[tokio::test]
    async fn a_reader_that_fell_behind_hears_nothing_until_its_queue_is_empty() {
        let (end, _ended) = watch::channel(None);
        let (mut outbox, mut frames) = outbox(end);
        for n in 0..FRAMES_OUT + 10 {
            assert!(outbox.send(frame(n), 0));
        }
        for n in 0..FRAMES_OUT {
            assert!(matches!(frames.next().await, Next::Frame(text) if *text == *n.to_string()));
            outbox.send(frame(9_999), 0);
        }
        assert!(matches!(frames.next().await, Next::Drained));
        outbox.start_anew();
        outbox.send(frame(1), 0);
        assert!(matches!(frames.next().await, Next::Frame(text) if &*text == "1"));
    }

    #[tokio::test]
    async fn a_reader_that_falls_behind_three_times_in_a_minute_is_let_go() {
        for (minutes, let_go) in [(0, true), (1, false)] {
            let (end, ended) = watch::channel(None);
            let (mut outbox, mut frames) = outbox(end);
            for fall in 0..3 {
                for n in 0..=FRAMES_OUT {
                    outbox.send(frame(n), fall * minutes * 60_000);
                }
                while matches!(frames.next().await, Next::Frame(_)) {}
                outbox.start_anew();
            }
            assert_eq!(*ended.borrow() == Some(codes::TOO_SLOW), let_go);
        }
    }

    #[tokio::test]
    async fn a_socket_that_is_gone_is_noticed() {
        let (end, _ended) = watch::channel(None);
        let (mut outbox, frames) = outbox(end);
        drop(frames);
        assert!(!outbox.send(frame(1), 0));
    }
}
