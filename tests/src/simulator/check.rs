//! What a schedule can fail with.

use std::fmt;

/// What was found to be wrong, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wrong(pub String);

pub type Check<T> = Result<T, Wrong>;

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

pub fn ensure(holds: bool, wrong: impl FnOnce() -> String) -> Check<()> {
    if holds { Ok(()) } else { Err(Wrong(wrong())) }
}
