//! Searches that a consultant has saved: what they look for, under a name of their own. Nobody else's, and never who was found.

mod store;

pub use store::{look, remove, rename, restore, save, searches};

use uuid::Uuid;

/// Which list is searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum List {
    People,
    Places,
}

impl List {
    /// As it is stored and sent.
    pub fn code(self) -> &'static str {
        match self {
            List::People => "people",
            List::Places => "places",
        }
    }

    pub fn read(code: &str) -> Option<List> {
        [List::People, List::Places].into_iter().find(|list| list.code() == code)
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Search {
    pub search_id: Uuid,
    pub list: List,
    pub name: String,
    /// What is looked for, as it stands in the page's address.
    pub query: String,
    /// The market's revision when it was last opened.
    pub seen: i64,
}
