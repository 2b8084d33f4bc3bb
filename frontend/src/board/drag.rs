//! How a card is dragged, without a browser: when a press becomes a drag, over which place it hangs,
//! and where it lands. Pointer, keys and the menu all end in the same `Drop`.
//!
//! Nothing here reads the page. Rectangles are measured once when a card is lifted, and again when
//! the list changes.

use shared::ids::{CardId, Millis};
use shared::plan::{Card, CellId, Place, Plan, is_legal};

/// A mouse or a grip starts a drag after this many pixels.
pub const START_PX: f64 = 5.0;
/// A finger on a card starts a drag after this long …
pub const HOLD_MS: u32 = 250;
/// … unless it has moved this far: then the page scrolls.
pub const SCROLL_PX: f64 = 8.0;
/// The insertion point moves only once the middle of a card is passed by this much.
const STICKY_PX: f64 = 6.0;
/// A place takes a card that is let go this far outside it.
const MARGIN_PX: f64 = 12.0;

/// Put this card there: the one way out of every kind of dragging.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Drop {
    pub card_id: CardId,
    pub place: Place,
}

#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

/// What pressed the card, and where on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// The grip, with anything, or the card with a mouse or a pen.
    Direct,
    /// A finger on the card: it must hold.
    Hold,
}

/// What a pointer's event means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Heard {
    Nothing,
    /// Not a drag: the browser may have the pointer.
    LetGo,
    Lift,
    Follow,
}

/// One pointer from press to release. Two people at one wall screen have one each.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pull {
    pub card_id: CardId,
    pub press: Press,
    pub from: Point,
    pub at: Point,
    pub lifted: bool,
    pub aim: Option<Spot>,
}

/// A place among the cards of a cell, counted without the card that is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    pub cell: CellId,
    pub index: usize,
}

impl Pull {
    pub fn new(card_id: CardId, press: Press, at: Point) -> Self {
        Pull {
            card_id,
            press,
            from: at,
            at,
            lifted: false,
            aim: None,
        }
    }

    pub fn moved(&mut self, at: Point) -> Heard {
        self.at = at;
        let far = (at.x - self.from.x).hypot(at.y - self.from.y);
        match (self.lifted, self.press) {
            (true, _) => Heard::Follow,
            (false, Press::Direct) if far >= START_PX => self.lift(),
            (false, Press::Hold) if far > SCROLL_PX => Heard::LetGo,
            _ => Heard::Nothing,
        }
    }

    /// The time of holding is over.
    pub fn held(&mut self) -> Heard {
        if self.lifted || self.press != Press::Hold {
            Heard::Nothing
        } else {
            self.lift()
        }
    }

    fn lift(&mut self) -> Heard {
        self.lifted = true;
        Heard::Lift
    }
}

/// A cell as measured: its whole area, and its cards in order without the one that is held.
#[derive(Clone, PartialEq, Debug)]
pub struct CellBox {
    pub cell: CellId,
    pub area: Rect,
    pub cards: Vec<(CardId, Rect)>,
}

impl Rect {
    pub fn grown(self, by: f64) -> Rect {
        Rect {
            x: self.x - by,
            y: self.y - by,
            w: self.w + 2.0 * by,
            h: self.h + 2.0 * by,
        }
    }

    pub fn holds(&self, at: Point) -> bool {
        self.distance(at) == 0.0
    }

    pub fn distance(&self, at: Point) -> f64 {
        let x = (self.x - at.x).max(at.x - self.x - self.w).max(0.0);
        let y = (self.y - at.y).max(at.y - self.y - self.h).max(0.0);
        x.hypot(y)
    }

    fn middle(&self) -> f64 {
        self.y + self.h / 2.0
    }
}

/// Over which spot a point hangs. `was` keeps the answer still at the borders.
pub fn aim(cells: &[CellBox], at: Point, was: Option<Spot>) -> Option<Spot> {
    let near = cells.iter().filter(|cell| cell.area.grown(MARGIN_PX).holds(at));
    let cell = near.min_by(|a, b| a.area.distance(at).total_cmp(&b.area.distance(at)))?;
    let nearest = cell
        .cards
        .iter()
        .enumerate()
        .min_by(|(_, (_, a)), (_, (_, b))| a.distance(at).total_cmp(&b.distance(at)));
    let index = match nearest {
        None => 0,
        Some((index, (_, rect))) => {
            let stays = |spot: usize| {
                was == Some(Spot {
                    cell: cell.cell,
                    index: spot,
                })
            };
            let middle =
                rect.middle() + if stays(index) { STICKY_PX } else { 0.0 } - if stays(index + 1) { STICKY_PX } else { 0.0 };
            if at.y < middle { index } else { index + 1 }
        }
    };
    Some(Spot { cell: cell.cell, index })
}

/// Where the insertion mark is drawn: a line of no height between the neighbours.
pub fn mark(cell: &CellBox, index: usize, gap: f64) -> Rect {
    let line = |rect: &Rect, y: f64| Rect {
        x: rect.x,
        y,
        w: rect.w,
        h: 0.0,
    };
    let above = index.checked_sub(1).and_then(|index| cell.cards.get(index));
    match (above, cell.cards.get(index)) {
        (Some((_, above)), _) => line(above, above.y + above.h + gap / 2.0),
        (None, Some((_, below))) => line(below, below.y - gap / 2.0),
        (None, None) => line(&cell.area, cell.area.y + gap * 2.0),
    }
}

/// The spot told by its neighbours, as the plan wants it.
pub fn place(cards: &[CardId], spot: Spot) -> Place {
    let index = spot.index.min(cards.len());
    Place {
        column: spot.cell.column,
        lane: spot.cell.lane,
        after: index.checked_sub(1).and_then(|index| cards.get(index)).copied(),
        before: cards.get(index).copied(),
    }
}

/// The cards of a cell without the one that is held.
pub fn others(plan: &Plan, cell: CellId, held: CardId) -> Vec<CardId> {
    plan.cell(cell).iter().copied().filter(|card| *card != held).collect()
}

/// Where a card lies now, counted as a spot.
pub fn spot_of(plan: &Plan, card: &Card) -> Spot {
    let cell = CellId {
        column: card.column,
        lane: card.lane,
    };
    let index = plan.cell(cell).iter().position(|id| *id == card.card_id).unwrap_or_default();
    Spot { cell, index }
}

/// Every cell of the board, in reading order.
pub const CELLS: [CellId; 12] = {
    use shared::plan::{Column, Lane};
    const fn lane(column: Column, lane: Lane) -> CellId {
        CellId {
            column,
            lane: Some(lane),
        }
    }
    const fn whole(column: Column) -> CellId {
        CellId { column, lane: None }
    }
    [
        whole(Column::Dreams),
        lane(Column::Ourselves, Lane::Now),
        lane(Column::Ourselves, Lane::Soon),
        lane(Column::Ourselves, Lane::Done),
        lane(Column::Network, Lane::Now),
        lane(Column::Network, Lane::Soon),
        lane(Column::Network, Lane::Done),
        lane(Column::Municipality, Lane::Now),
        lane(Column::Municipality, Lane::Soon),
        lane(Column::Municipality, Lane::Done),
        whole(Column::Municipality),
        whole(Column::NoMore),
    ]
};

/// Where a card of this kind may be put, and how many other cards lie there.
pub fn targets(plan: &Plan, card: &Card) -> Vec<(CellId, usize)> {
    let mut targets = vec![];
    for cell in CELLS {
        if is_legal(card.kind, cell.column, cell.lane) {
            targets.push((cell, others(plan, cell, card.card_id).len()));
        }
    }
    targets
}

/// One step with the keys. `Before` and `After` go by reading order, so that the caller turns arrows for right-to-left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    Up,
    Down,
    Before,
    After,
    First,
    Last,
}

/// The spot after one step; the same spot where there is no further way.
pub fn step(targets: &[(CellId, usize)], spot: Spot, step: Step) -> Spot {
    let Some(here) = targets.iter().position(|(cell, _)| *cell == spot.cell) else {
        return spot;
    };
    let len = targets[here].1;
    let same_column = |index: &usize| targets.get(*index).is_some_and(|(cell, _)| cell.column == spot.cell.column);
    let at = |index: usize, at_end: bool| Spot {
        cell: targets[index].0,
        index: if at_end { targets[index].1 } else { 0 },
    };
    match step {
        Step::First => Spot { index: 0, ..spot },
        Step::Last => Spot { index: len, ..spot },
        Step::Up if spot.index > 0 => Spot {
            index: spot.index - 1,
            ..spot
        },
        Step::Up => here.checked_sub(1).filter(same_column).map_or(spot, |index| at(index, true)),
        Step::Down if spot.index < len => Spot {
            index: spot.index + 1,
            ..spot
        },
        Step::Down => Some(here + 1).filter(same_column).map_or(spot, |index| at(index, false)),
        Step::Before | Step::After => {
            let columns: Vec<_> = targets.iter().map(|(cell, _)| cell.column).collect();
            let next = match step {
                Step::Before => columns.iter().rev().find(|column| **column < spot.cell.column),
                _ => columns.iter().find(|column| **column > spot.cell.column),
            };
            let Some(column) = next else { return spot };
            let same_lane = targets
                .iter()
                .position(|(cell, _)| cell.column == *column && cell.lane == spot.cell.lane);
            let target = same_lane.or_else(|| columns.iter().position(|each| each == column));
            target.map_or(spot, |index| Spot {
                cell: targets[index].0,
                index: spot.index.min(targets[index].1),
            })
        }
    }
}

/// How fast the page scrolls while something is held near its edge, in pixels a frame.
///
/// Begins slowly, so that a card that only passes the edge does not run away.
pub fn scroll_speed(at: f64, start: f64, end: f64, since: Millis) -> f64 {
    const FASTEST: f64 = 18.0;
    const EASE_MS: f64 = 500.0;
    let zone = ((end - start) * 0.15).min(96.0);
    if zone <= 0.0 {
        return 0.0;
    }
    let into = if at < start + zone {
        -((start + zone - at) / zone).min(1.0)
    } else if at > end - zone {
        ((at - end + zone) / zone).min(1.0)
    } else {
        0.0
    };
    into * into.abs() * FASTEST * (since as f64 / EASE_MS).clamp(0.05, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::plan::{Column, Kind, Lane};

    fn id(n: u8) -> CardId {
        format!("00000000-0000-7000-8000-0000000000{n:02x}").parse().unwrap()
    }

    const NOW: CellId = CellId {
        column: Column::Ourselves,
        lane: Some(Lane::Now),
    };
    const SOON: CellId = CellId {
        column: Column::Ourselves,
        lane: Some(Lane::Soon),
    };
    const THEIRS: CellId = CellId {
        column: Column::Network,
        lane: Some(Lane::Now),
    };

    fn column() -> Vec<CellBox> {
        let rect = |y, h| Rect { x: 0.0, y, w: 100.0, h };
        vec![
            CellBox {
                cell: NOW,
                area: rect(0.0, 300.0),
                cards: vec![(id(1), rect(0.0, 100.0)), (id(2), rect(110.0, 40.0))],
            },
            CellBox {
                cell: SOON,
                area: rect(300.0, 200.0),
                cards: vec![],
            },
        ]
    }

    #[test]
    fn a_mouse_starts_at_five_pixels() {
        let mut pull = Pull::new(id(1), Press::Direct, Point { x: 10.0, y: 10.0 });
        assert_eq!(pull.moved(Point { x: 13.0, y: 13.0 }), Heard::Nothing);
        assert_eq!(pull.moved(Point { x: 15.0, y: 10.0 }), Heard::Lift);
        assert_eq!(pull.moved(Point { x: 16.0, y: 10.0 }), Heard::Follow);
    }

    #[test]
    fn a_finger_that_moves_before_it_has_held_scrolls_the_page() {
        let mut pull = Pull::new(id(1), Press::Hold, Point::default());
        assert_eq!(pull.moved(Point { x: 0.0, y: 8.0 }), Heard::Nothing);
        assert_eq!(pull.moved(Point { x: 0.0, y: 9.0 }), Heard::LetGo);
    }

    #[test]
    fn a_finger_that_holds_lifts_the_card_once() {
        let mut pull = Pull::new(id(1), Press::Hold, Point::default());
        assert_eq!(pull.held(), Heard::Lift);
        assert_eq!(pull.held(), Heard::Nothing);
        assert_eq!(pull.moved(Point { x: 0.0, y: 50.0 }), Heard::Follow);
    }

    #[test]
    fn a_point_above_the_middle_comes_before_the_card() {
        let at = |y| aim(&column(), Point { x: 50.0, y }, None);
        assert_eq!(at(20.0), Some(Spot { cell: NOW, index: 0 }));
        assert_eq!(at(80.0), Some(Spot { cell: NOW, index: 1 }));
        assert_eq!(at(140.0), Some(Spot { cell: NOW, index: 2 }));
        assert_eq!(at(290.0), Some(Spot { cell: NOW, index: 2 }));
    }

    #[test]
    fn the_whole_of_an_empty_cell_takes_a_card() {
        assert_eq!(
            aim(&column(), Point { x: 50.0, y: 450.0 }, None),
            Some(Spot { cell: SOON, index: 0 })
        );
        assert_eq!(
            aim(&column(), Point { x: 105.0, y: 450.0 }, None),
            Some(Spot { cell: SOON, index: 0 })
        );
        assert_eq!(aim(&column(), Point { x: 300.0, y: 450.0 }, None), None);
    }

    #[test]
    fn the_mark_does_not_flicker_at_the_middle_of_a_card() {
        let was = Some(Spot { cell: NOW, index: 0 });
        assert_eq!(aim(&column(), Point { x: 50.0, y: 53.0 }, was), was);
        let was = Some(Spot { cell: NOW, index: 1 });
        assert_eq!(aim(&column(), Point { x: 50.0, y: 47.0 }, was), was);
    }

    #[test]
    fn a_spot_is_told_by_its_neighbours() {
        let cards = [id(1), id(2)];
        let told = |index| place(&cards, Spot { cell: NOW, index });
        assert_eq!((told(0).after, told(0).before), (None, Some(id(1))));
        assert_eq!((told(1).after, told(1).before), (Some(id(1)), Some(id(2))));
        assert_eq!((told(9).after, told(9).before), (Some(id(2)), None));
    }

    #[test]
    fn keys_go_through_a_column_and_from_one_column_to_the_next() {
        let targets = [(NOW, 1), (SOON, 0), (THEIRS, 3)];
        let at = |cell, index| Spot { cell, index };
        assert_eq!(step(&targets, at(NOW, 0), Step::Up), at(NOW, 0));
        assert_eq!(step(&targets, at(NOW, 1), Step::Down), at(SOON, 0));
        assert_eq!(step(&targets, at(SOON, 0), Step::Up), at(NOW, 1));
        assert_eq!(step(&targets, at(SOON, 0), Step::Down), at(SOON, 0));
        assert_eq!(step(&targets, at(NOW, 1), Step::After), at(THEIRS, 1));
        assert_eq!(step(&targets, at(THEIRS, 3), Step::Before), at(NOW, 1));
        assert_eq!(step(&targets, at(THEIRS, 3), Step::First), at(THEIRS, 0));
        assert_eq!(step(&targets, at(THEIRS, 0), Step::Last), at(THEIRS, 3));
    }

    #[test]
    fn the_cells_are_those_where_some_kind_of_card_may_lie() {
        let lanes = Lane::ALL.map(Some).into_iter().chain([None]);
        let all = Column::ALL
            .into_iter()
            .flat_map(|column| lanes.clone().map(move |lane| CellId { column, lane }));
        let legal = |cell: &CellId| Kind::ALL.iter().any(|kind| is_legal(*kind, cell.column, cell.lane));
        assert_eq!(all.filter(legal).collect::<Vec<_>>(), CELLS);
    }

    #[test]
    fn scrolling_begins_slowly_and_stops_inside() {
        assert_eq!(scroll_speed(500.0, 0.0, 1000.0, 1000), 0.0);
        assert!(scroll_speed(999.0, 0.0, 1000.0, 1000) > scroll_speed(999.0, 0.0, 1000.0, 50));
        assert!(scroll_speed(1.0, 0.0, 1000.0, 1000) < 0.0);
    }
}
