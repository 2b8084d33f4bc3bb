//! The words of a text. They hold nothing of the person, the company or the work: somebody else may read the
//! telephone.

use super::About;
use crate::words::{Lang, Value, Words};
use shared::day::Day;

/// A longer name would not fit into one SMS.
const LONGEST_NAME: usize = 40;

/// What is new, as far as a text tells of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct New<'a> {
    pub about: About,
    pub count: usize,
    /// The day of the soonest job.
    pub first: Option<Day>,
    /// Who asks, where that is one person.
    pub from: Option<&'a str>,
}

pub fn text(lang: Lang, new: New<'_>, today: Day, origin: &str) -> String {
    let New {
        about,
        count,
        first,
        from,
    } = new;
    let from = from.filter(|name| name.chars().count() <= LONGEST_NAME);
    let (page, key) = match about {
        About::Signal => ("/desk/signals", "message-signal"),
        About::Ask if from.is_some() => ("/my-work", "message-ask"),
        About::Ask => ("/my-work", "message-asks"),
        About::DayJob if count > 1 => ("/my-work", "message-jobs"),
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
    let n = u32::try_from(count).unwrap_or(u32::MAX);
    let args = [
        ("n", Value::from(n)),
        ("name", Value::from(from.unwrap_or_default())),
        ("address", Value::from(address)),
    ];
    Words::say(lang, key, &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_that_there_is_something_and_no_more() {
        let today: Day = "2026-11-22".parse().unwrap();
        let asked = |lang, about, count, days, from| {
            let first = Some(today.plus(days));
            let new = New {
                about,
                count,
                first,
                from,
            };
            text(lang, new, today, "https://plan.example")
        };
        let say = |lang, about, count, days| asked(lang, about, count, days, None);
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
        let asks = |from| asked(Lang::Da, About::Ask, 2, 0, from);
        assert_eq!(
            asks(Some("Mette Lindholm")),
            "Mette Lindholm vil gerne spørge dig om noget. Se det her: https://plan.example/my-work?lang=da"
        );
        let (long, longest) = ("Mette ".repeat(20), "M".repeat(LONGEST_NAME));
        assert!(asks(None).starts_with("Der er nogen, der") && asks(Some(&long)) == asks(None));
        // Each fits into one SMS, with an address of usual length.
        for lang in Lang::ALL {
            for (about, n, days) in [
                (About::DayJob, 1, 0),
                (About::DayJob, 1, 1),
                (About::DayJob, 1, 9),
                (About::DayJob, 12, 0),
                (About::Signal, 12, 0),
                (About::Ask, 12, 0),
            ] {
                let text = say(lang, about, n, days);
                assert!(text.chars().count() <= 160 && text.contains("https://"), "{text}");
            }
            assert!(asked(lang, About::Ask, 1, 0, Some(&longest)).chars().count() <= 160);
        }
    }
}
