//! Files of rules of law: the one that is shipped, and newer ones that were loaded, compared and then set to count.

mod store;

pub use store::{add_file, count_from, files, marks};

use shared::day::Day;
use shared::ids::{Millis, PersonId};
use uuid::Uuid;

/// A file that was loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleFile {
    pub rule_file_id: Uuid,
    pub loaded_at: Millis,
    pub loaded_by: PersonId,
    /// As it was loaded, to the byte.
    pub body: String,
    /// `None`: a draft.
    pub counts_from: Option<Day>,
}

/// Which file, and from when it counts. That is all of a file that ever changes.
pub type Mark = (Uuid, Option<Day>);

impl RuleFile {
    pub fn mark(&self) -> Mark {
        (self.rule_file_id, self.counts_from)
    }
}

/// The file that counts on a day: of those that count by then the one that began last, and of two that began on the
/// same day the one that was loaded last. `None`: the one that is shipped.
pub fn counting<'a>(files: impl IntoIterator<Item = &'a RuleFile>, today: Day) -> Option<&'a RuleFile> {
    let counts = files
        .into_iter()
        .filter(|file| file.counts_from.is_some_and(|from| from <= today));
    counts.max_by_key(|file| (file.counts_from, file.loaded_at, file.rule_file_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_file_that_has_begun_counts_and_a_draft_never_does() {
        let file = |n: u128, from: Option<&str>| RuleFile {
            rule_file_id: Uuid::from_u128(n),
            loaded_at: n as Millis,
            loaded_by: PersonId::MIN,
            body: String::new(),
            counts_from: from.map(|day| day.parse().unwrap()),
        };
        let files = [
            file(1, Some("2026-11-01")),
            file(2, None),
            file(3, Some("2027-01-01")),
            file(4, Some("2026-11-01")),
        ];
        let on = |day: &str| counting(&files, day.parse().unwrap()).map(|file| file.loaded_at);
        assert_eq!(on("2026-10-31"), None);
        assert_eq!(on("2026-11-22"), Some(4));
        assert_eq!(on("2027-01-01"), Some(3));
    }
}
