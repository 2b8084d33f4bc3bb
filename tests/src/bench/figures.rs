//! What was measured, as one table.

use std::fmt;
use std::time::Duration;

/// Times of one thing, in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Sample(Vec<f64>);

impl Sample {
    pub fn add(&mut self, took: Duration) {
        self.0.push(took.as_secs_f64() * 1_000.0);
    }

    pub fn add_ms(&mut self, ms: f64) {
        self.0.push(ms);
    }

    pub fn join(&mut self, other: Sample) {
        self.0.extend(other.0);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn sum(&self) -> f64 {
        self.0.iter().sum()
    }

    /// The smallest value that `part` of all values do not exceed.
    pub fn quantile(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (part * sorted.len() as f64).ceil() as usize;
        sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }
}

/// Rows under headings, printed when all are there.
#[derive(Debug, Default)]
pub struct Table(Vec<Line>);

#[derive(Debug)]
enum Line {
    Part(String),
    Row([String; 5]),
}

impl Table {
    pub fn part(&mut self, name: impl Into<String>) {
        self.0.push(Line::Part(name.into()));
    }

    /// A row of times. `more` says what else belongs to it.
    pub fn times(&mut self, what: impl Into<String>, sample: &Sample, more: impl Into<String>) {
        let ms = |part| format!("{:.2} ms", sample.quantile(part));
        let row = [what.into(), sample.len().to_string(), ms(0.5), ms(0.95), more.into()];
        eprintln!("{}", row.join(" | "));
        self.0.push(Line::Row(row));
    }

    /// A row with one value instead of times.
    pub fn value(&mut self, what: impl Into<String>, value: impl Into<String>) {
        let row = [what.into(), "1".into(), value.into(), String::new(), String::new()];
        eprintln!("{}", row.join(" | "));
        self.0.push(Line::Row(row));
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |column: usize, least: usize| {
            let widths = self.0.iter().filter_map(|line| match line {
                Line::Row(row) => row.get(column).map(|cell| cell.chars().count()),
                Line::Part(_) => None,
            });
            widths.chain([least]).max().unwrap_or(least)
        };
        let (what, n, median, p95) = (width(0, 4), width(1, 1), width(2, 6), width(3, 3));
        writeln!(f, "{:what$}  {:>n$}  {:>median$}  {:>p95$}", "what", "n", "median", "p95")?;
        for line in &self.0 {
            match line {
                Line::Part(name) => writeln!(f, "\n{name}")?,
                Line::Row([a, b, c, d, e]) => {
                    let text = format!("{a:what$}  {b:>n$}  {c:>median$}  {d:>p95$}  {e}");
                    writeln!(f, "{}", text.trim_end())?;
                }
            }
        }
        Ok(())
    }
}
