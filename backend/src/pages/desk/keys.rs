//! The keys of each page of the desk, with what each does. Every one presses something that can be seen.

pub const LIST_KEYS: &[(&str, &str)] = &[
    ("J K", "key-next"),
    ("/", "key-search"),
    ("F", "key-filters"),
    ("S", "key-save"),
    ("Z", "key-undo"),
];
pub const PERSON_KEYS: &[(&str, &str)] = &[
    ("J K", "key-next"),
    ("→", "key-to-places"),
    ("V", "key-week"),
    ("T", "key-table"),
    ("S", "key-compare"),
    ("G", "key-ask"),
    ("E", "key-edit"),
    ("Z", "key-undo"),
    ("/", "key-search"),
    ("F", "key-filters"),
];
pub const COMPARE_KEYS: &[(&str, &str)] = &[("T", "key-table"), ("/", "key-search")];
pub const PLACE_KEYS: &[(&str, &str)] = &[
    ("J K", "key-next"),
    ("T", "key-table"),
    ("G", "key-ask"),
    ("B", "key-confirm"),
    ("E", "key-edit"),
    ("Z", "key-undo"),
    ("/", "key-search"),
];
