//! Files that follow one another: the one that counts today, and the next with the day on which it begins to.
//!
//! Whether somebody may begin is judged by the law of the day on which they would, so by the file that counts then.

use super::Rules;
use crate::day::Day;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Later {
    from: Day,
    rules: Rules,
}

impl Rules {
    /// This file as long as it counts, and from a day on the later one.
    pub fn until(self, from: Day, rules: Rules) -> Rules {
        Rules {
            later: Some(Box::new(Later { from, rules })),
            ..self
        }
    }

    /// The file that counts on a day.
    pub fn of(&self, day: Day) -> &Rules {
        let mut file = self;
        while let Some(later) = file.later.as_deref().filter(|later| later.from <= day) {
            file = &later.rules;
        }
        file
    }
}
