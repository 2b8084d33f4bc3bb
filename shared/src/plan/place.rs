//! Where a card may lie.

use crate::ids::CardId;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a card is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Kind {
    /// Something the family hopes for.
    Dream,
    /// Something someone does about it.
    Goal,
    /// Help the family gets today: an effort or a service.
    Help,
}

/// Who: the columns of the board, in reading order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Column {
    Dreams,
    Ourselves,
    Network,
    Municipality,
    NoMore,
}

/// When: the lanes of the three columns where something is done.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Lane {
    Now,
    Soon,
    Done,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Dream, Kind::Goal, Kind::Help];
}

impl Column {
    pub const ALL: [Column; 5] = [
        Column::Dreams,
        Column::Ourselves,
        Column::Network,
        Column::Municipality,
        Column::NoMore,
    ];
}

impl Lane {
    pub const ALL: [Lane; 3] = [Lane::Now, Lane::Soon, Lane::Done];
}

/// The most goals that everybody at the table can see and that lie in `Now`, on the whole board.
pub const CARDS_IN_NOW: usize = 3;

/// Whether a card of this kind may lie there.
pub fn is_legal(kind: Kind, column: Column, lane: Option<Lane>) -> bool {
    match kind {
        Kind::Dream => column == Column::Dreams && lane.is_none(),
        Kind::Goal => matches!(column, Column::Ourselves | Column::Network | Column::Municipality) && lane.is_some(),
        Kind::Help => matches!(column, Column::Municipality | Column::NoMore) && lane.is_none(),
    }
}

/// A stretch of the board that holds cards in an order: a column, or one lane of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct CellId {
    pub column: Column,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<Lane>,
}

/// Where to put a card, told by neighbours that the person saw.
///
/// Where `after` is gone by then, `before` counts; where both are, the end of the cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub column: Column,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lane: Option<Lane>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<CardId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<CardId>,
}

impl Place {
    /// The end of a cell.
    pub fn end_of(cell: CellId) -> Self {
        Place {
            column: cell.column,
            lane: cell.lane,
            after: None,
            before: None,
        }
    }

    pub fn cell(&self) -> CellId {
        CellId {
            column: self.column,
            lane: self.lane,
        }
    }

    /// The index in `cards`, which does not hold the card itself, where it belongs.
    pub fn index_in(&self, cards: &[CardId]) -> usize {
        let index_of = |card: Option<CardId>| card.and_then(|card| cards.iter().position(|other| *other == card));
        index_of(self.after)
            .map(|index| index + 1)
            .or_else(|| index_of(self.before))
            .unwrap_or(cards.len())
    }
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.lane {
            Some(lane) => write!(f, "{:?}.{:?}", self.column, lane),
            None => write!(f, "{:?}", self.column),
        }
    }
}

/// The text was not a cell as `CellId` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACell;

impl FromStr for CellId {
    type Err = NotACell;

    fn from_str(text: &str) -> Result<Self, NotACell> {
        let (column, lane) = match text.split_once('.') {
            Some((column, lane)) => (column, Some(lane)),
            None => (text, None),
        };
        let column = Column::ALL
            .into_iter()
            .find(|each| format!("{each:?}") == column)
            .ok_or(NotACell)?;
        let lane = match lane {
            Some(lane) => Some(
                Lane::ALL
                    .into_iter()
                    .find(|each| format!("{each:?}") == lane)
                    .ok_or(NotACell)?,
            ),
            None => None,
        };
        Ok(CellId { column, lane })
    }
}
