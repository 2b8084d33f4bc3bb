//! The words of a text. They hold nothing of the person, the company or the work: somebody else may read the telephone.

use super::About;
use crate::words::{Lang, Value, Words};
use shared::day::Day;

/// `n` new things; `first` is the day of the soonest job.
pub fn text(lang: Lang, about: About, n: usize, first: Option<Day>, today: Day, origin: &str) -> String {
    let (page, key) = match about {
        About::Signal => ("/desk/signals", "message-signal"),
        About::DayJob if n > 1 => ("/my-work", "message-jobs"),
        About::DayJob => {
            let key = match first.map(|day| day.days_since(today)) {
                Some(0) => "message-job-today",
                Some(1) => "message-job-tomorrow",
                _ => "message-job-soon",
            };
            ("/my-work", key)
        }
    };
    let address = format!("{origin}{page}?lang={}", lang.tag());
    let n = u32::try_from(n).unwrap_or(u32::MAX);
    Words::say(lang, key, &[("n", Value::from(n)), ("address", Value::from(address))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_that_there_is_something_and_no_more() {
        let today: Day = "2026-11-22".parse().unwrap();
        let say = |lang, about, n, days| text(lang, about, n, Some(today.plus(days)), today, "https://plan.example");
        assert_eq!(
            say(Lang::Da, About::DayJob, 1, 1),
            "Der er et job i morgen, som kunne passe dig. Se det her: https://plan.example/my-work?lang=da"
        );
        assert_eq!(
            say(Lang::En, About::DayJob, 1, 0),
            "There is a job today that could suit you. See it here: https://plan.example/my-work?lang=en"
        );
        let three = say(Lang::Da, About::DayJob, 3, 1);
        assert!(three.starts_with("Der er 3 job"), "{three}");
        let signals = [1, 2].map(|n| say(Lang::Da, About::Signal, n, 0));
        assert!(signals[0] != signals[1] && signals.iter().all(|text| text.ends_with("/desk/signals?lang=da")));
        // Each fits into one SMS, with an address of usual length.
        for lang in Lang::ALL {
            for (about, n, days) in [
                (About::DayJob, 1, 0),
                (About::DayJob, 1, 1),
                (About::DayJob, 1, 9),
                (About::DayJob, 12, 0),
                (About::Signal, 12, 0),
            ] {
                let text = say(lang, about, n, days);
                assert!(text.chars().count() <= 160 && text.contains("https://"), "{text}");
            }
        }
    }
}
