//! Wishes to test with. Ids follow from numbers, so that a test can say which change it means.

use shared::ids::{CardId, ChangeId};
use shared::plan::{Audience, CardEdit, Change, Column, Intent, Kind, Lane, NewCard, Place, TextEdit};
use shared::testing::Dice;

pub fn id(n: u64) -> ChangeId {
    Dice(n).change_id()
}

/// A new goal that everyone at the table sees. Its id is `id(n)`, as the change's is.
pub fn add(words: &str, n: u64) -> Change {
    add_for(Audience::Table, words, n)
}

pub fn add_for(audience: Audience, words: &str, n: u64) -> Change {
    let place = Place {
        column: Column::Ourselves,
        lane: Some(Lane::Soon),
        after: None,
        before: None,
    };
    let card = NewCard {
        audience,
        ..NewCard::new(Kind::Goal, place, words.to_owned())
    };
    change(Intent::AddCard(card), n)
}

/// Other words for the card that the change `card` added.
pub fn edit(card: u64, from: &str, to: &str, n: u64) -> Change {
    let words = Some(TextEdit {
        from: from.to_owned(),
        to: to.to_owned(),
    });
    let edit = CardEdit {
        words,
        ..CardEdit::default()
    };
    change(
        Intent::EditCard {
            card_id: CardId::from(id(card)),
            edit,
        },
        n,
    )
}

pub fn change(intent: Intent, n: u64) -> Change {
    Change {
        change_id: id(n),
        intent,
        why: String::new(),
    }
}
