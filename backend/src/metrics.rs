//! What the operator sees: numbers without names.

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::LazyLock;
use std::time::Duration;

/// From a change's arrival to its answer.
const ACK_SECONDS: &str = "bordenden_ack_seconds";
/// Changes that wait to be written or are being written.
const QUEUE_DEPTH: &str = "bordenden_queue_depth";
/// How often a browser held something else than it should. Stays 0.
const DIVERGENCES: &str = "bordenden_divergences_total";
const CONNECTIONS: &str = "bordenden_connections";
const OPEN_PLANS: &str = "bordenden_open_plans";
const COMMITS: &str = "bordenden_commits_total";
const BATCH_CHANGES: &str = "bordenden_batch_changes";
const STALE_BATCHES: &str = "bordenden_stale_batches_total";
const FAILED_BATCHES: &str = "bordenden_failed_batches_total";
const SLOW_READERS: &str = "bordenden_slow_readers_total";
const MESSAGES_SENT: &str = "bordenden_messages_sent_total";
const MESSAGES_FAILED: &str = "bordenden_messages_failed_total";

const SECONDS: [f64; 12] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];
const SIZES: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// One for the process: several services in one process, as in tests, count together.
static RECORDER: LazyLock<Option<PrometheusHandle>> = LazyLock::new(|| {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(ACK_SECONDS.into()), &SECONDS)
        .and_then(|builder| builder.set_buckets_for_metric(Matcher::Full(BATCH_CHANGES.into()), &SIZES))
        .ok()?;
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).ok()?;
    describe();
    Some(handle)
});

/// Starts counting. Every series is there from the first look, at 0.
pub fn start() {
    LazyLock::force(&RECORDER);
    metrics::counter!(DIVERGENCES).increment(0);
    metrics::counter!(COMMITS).increment(0);
    metrics::counter!(STALE_BATCHES).increment(0);
    metrics::counter!(FAILED_BATCHES).increment(0);
    metrics::counter!(SLOW_READERS).increment(0);
    metrics::counter!(MESSAGES_SENT).increment(0);
    metrics::counter!(MESSAGES_FAILED).increment(0);
    metrics::gauge!(QUEUE_DEPTH).increment(0.0);
    metrics::gauge!(CONNECTIONS).increment(0.0);
    metrics::gauge!(OPEN_PLANS).increment(0.0);
}

/// Everything, as Prometheus reads it.
pub fn render() -> String {
    RECORDER.as_ref().map(PrometheusHandle::render).unwrap_or_default()
}

/// Keeps the histograms small while nobody looks.
pub fn tidy() {
    if let Some(handle) = RECORDER.as_ref() {
        handle.run_upkeep();
    }
}

pub fn answered(after: Duration) {
    metrics::histogram!(ACK_SECONDS).record(after);
}

pub fn queued(more: f64) {
    metrics::gauge!(QUEUE_DEPTH).increment(more);
}

pub fn diverged(times: u64) {
    metrics::counter!(DIVERGENCES).increment(times);
}

pub fn connected(more: f64) {
    metrics::gauge!(CONNECTIONS).increment(more);
}

pub fn plan_opened(more: f64) {
    metrics::gauge!(OPEN_PLANS).increment(more);
}

pub fn committed(changes: usize) {
    metrics::counter!(COMMITS).increment(1);
    // Batches hold at most a few hundred changes, which a float holds exactly.
    metrics::histogram!(BATCH_CHANGES).record(changes as f64);
}

pub fn batch_was_stale() {
    metrics::counter!(STALE_BATCHES).increment(1);
}

pub fn batch_failed() {
    metrics::counter!(FAILED_BATCHES).increment(1);
}

pub fn reader_was_slow() {
    metrics::counter!(SLOW_READERS).increment(1);
}

pub fn message_sent() {
    metrics::counter!(MESSAGES_SENT).increment(1);
}

pub fn message_failed() {
    metrics::counter!(MESSAGES_FAILED).increment(1);
}

fn describe() {
    metrics::describe_histogram!(ACK_SECONDS, "From the arrival of a change to its answer, on disk");
    metrics::describe_gauge!(QUEUE_DEPTH, "Changes that wait to be written or are being written");
    metrics::describe_counter!(DIVERGENCES, "How often a browser held something else than it should");
    metrics::describe_gauge!(CONNECTIONS, "Open sockets");
    metrics::describe_gauge!(OPEN_PLANS, "Plans held in memory");
    metrics::describe_counter!(COMMITS, "Transactions that wrote changes");
    metrics::describe_histogram!(BATCH_CHANGES, "Changes in one transaction");
    metrics::describe_counter!(STALE_BATCHES, "Batches judged again because another server was first");
    metrics::describe_counter!(FAILED_BATCHES, "Batches that the database refused");
    metrics::describe_counter!(MESSAGES_SENT, "Texts that the message service has taken");
    metrics::describe_counter!(MESSAGES_FAILED, "Times the message service did not take a text");
    metrics::describe_counter!(SLOW_READERS, "Times a reader fell behind and was given everything anew");
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_divergence_counter_is_there_before_anything_diverged() {
        super::start();
        assert!(super::render().contains("bordenden_divergences_total"));
    }
}
