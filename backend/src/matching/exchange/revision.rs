//! How far the desk had come when a file was written, so that what others have written since is not written over.

use super::cell::Cell;
use super::fields::Fields;
use super::{Fault, Why};
use crate::words::Lang;

/// The column's code.
pub const REVISION: &str = "revision";

/// What was written later is not in the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Revision(pub i64);

impl Cell for Revision {
    const FORM: &'static str = "revision";

    fn write(&self, _: Lang) -> String {
        self.0.to_string()
    }

    fn read(text: &str) -> Result<Self, Why> {
        let bad = |_| Why::Number(text.trim().to_owned());
        text.trim().parse().map(Revision).map_err(bad)
    }
}

/// The column, in every file.
pub fn field(revision: &mut Option<Revision>, on: &mut impl Fields) {
    on.field(REVISION, revision);
}

impl Fault {
    /// Somebody else has changed it since.
    pub fn newer() -> Fault {
        Fault {
            column: REVISION,
            why: Why::Newer,
        }
    }
}
