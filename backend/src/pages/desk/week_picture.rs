//! A week, drawn: what is free is cut out of a tinted ground, and a placement's shifts lie in it.
//!
//! Rows are days. Time runs from the left in every language, as on a clock's face, and so does the picture.
//! What it shows, its sentence says too, for those who do not see it, and the table beside it (`week_table`).

#[cfg(test)]
mod tests;

use crate::pages::reader::{Reader, WEEKDAYS};
use maud::{Markup, html};
use shared::matching::adapt::Step;
use shared::matching::shift::Shift;
use shared::matching::verdict::Clash;
use shared::matching::week::{DAY, Parity, Quarter, Quarters, Week, Weekday, Weeks};

/// What a picture shows.
#[derive(Clone, Copy, Debug)]
pub struct WeekPicture<'a> {
    /// Whose week it is, or whose shifts.
    pub title: &'a str,
    /// Free quarter hours; `None` where only shifts are shown.
    pub free: Option<&'a Weeks>,
    pub shifts: &'a [Shift],
    /// The way to work, and as long again back.
    pub way: Quarters,
    pub clashes: &'a [Clash],
    /// What would make it possible.
    pub steps: &'a [Step],
}

/// The sizes of the one picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// The one large picture of a page: names of days, hours, times.
    Page,
    /// The same in a narrow column.
    Column,
    /// Two side by side.
    Compare,
    /// In a row of a list: no words.
    Row,
}

/// Lengths of a size, in pixels.
struct Lengths {
    quarter: i32,
    row: i32,
    gap: i32,
    label: i32,
    axis: i32,
}

impl Size {
    fn lengths(self) -> Lengths {
        let (quarter, row, gap, label, axis) = match self {
            Size::Page => (8, 32, 6, 48, 20),
            Size::Column => (6, 32, 4, 48, 20),
            Size::Compare => (4, 20, 4, 48, 20),
            Size::Row => (2, 8, 2, 0, 0),
        };
        Lengths {
            quarter,
            row,
            gap,
            label,
            axis,
        }
    }

    /// It says its times, and what may be moved; it is as long as its days are.
    fn has_words(self) -> bool {
        matches!(self, Size::Page | Size::Column)
    }

    /// A picture that reaches into the night is as wide as the others, so that its letters are as large.
    fn longest_quarter(self) -> i32 {
        if self == Size::Column { 4 } else { 5 }
    }
}

/// More quarter hours than this make a long day.
const LONG: i32 = 64;
/// What is narrower holds its times only where the picture is drawn as wide as it is, not on a telephone.
const ROOM_FOR_TIMES: i32 = 128;

/// What is wider holds its times.
const ROOM_INSIDE: i32 = 88;
/// What is wider holds its times with the weeks that they are of.
const ROOM_FOR_ALL: i32 = 168;
/// A row that holds two shifts with their times, one of the even weeks and one of the odd.
const HIGH_ROW: i32 = 40;
/// Beyond the strokes that say that a shift may be moved.
const BESIDE: i32 = 9;

pub const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// A stretch of one day, in quarter hours since its midnight; it may end after the next one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    start: i32,
    end: i32,
    parity: Parity,
}

impl WeekPicture<'_> {
    pub fn draw(&self, reader: &Reader, size: Size) -> Markup {
        let (from, to) = self.axis(size);
        let mut lengths = size.lengths();
        if to - from > LONG {
            lengths.quarter = lengths.quarter.min(size.longest_quarter());
        }
        let halves = self.shifts.iter().any(|shift| shift.parity != Parity::Every);
        if halves && size == Size::Column {
            lengths.row = HIGH_ROW;
        }
        let width = lengths.label + (to - from) * lengths.quarter + 1;
        let height = lengths.axis + 7 * (lengths.row + lengths.gap) - lengths.gap;
        let canvas = Canvas { lengths, size, from, to };
        html! {
            svg.week-picture width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img" direction="ltr"
                aria-label=(self.sentence(reader)) {
                @if size != Size::Row { (canvas.hours()) }
                @for (row, day) in DAYS.into_iter().enumerate() {
                    (self.row(reader, &canvas, row as i32, day))
                }
                @if size == Size::Row { (canvas.noon()) }
            }
        }
    }

    /// From six in the morning to nine in the evening, or further where something lies outside. Whole hours. Pictures
    /// that are held against each other all have the whole day.
    fn axis(&self, size: Size) -> (i32, i32) {
        if !size.has_words() {
            return (0, i32::from(DAY));
        }
        let shifts = self.shifts.iter().flat_map(|shift| {
            let (start, length, way) = (i32::from(shift.start.0), i32::from(shift.length.0), i32::from(self.way.0));
            let is_through_midnight = start + length > i32::from(DAY);
            [
                // The end of a night stands at the beginning of the next day.
                if is_through_midnight { 0 } else { start - way },
                (start + length + way).min(i32::from(DAY)),
            ]
        });
        let free = self.free.into_iter().flat_map(|free| {
            DAYS.into_iter()
                .flat_map(move |day| stretches(free, day))
                // A day that is free from midnight to midnight does not make the picture longer.
                .filter(|stretch| stretch.start > 0 && stretch.end < i32::from(DAY))
                .flat_map(|stretch| [stretch.start, stretch.end])
        });
        let (mut from, mut to) = (6 * 4, 21 * 4);
        for quarter in shifts.chain(free) {
            from = from.min(quarter.max(0));
            to = to.max(quarter);
        }
        (from.div_euclid(4) * 4, (to + 3).div_euclid(4) * 4)
    }

    fn row(&self, reader: &Reader, canvas: &Canvas, row: i32, day: Weekday) -> Markup {
        let clashes = |index: usize| self.clashes.iter().find(|clash| usize::from(clash.shift) == index);
        html! {
            (canvas.ground(reader, row, day))
            @if let Some(free) = self.free {
                @for stretch in stretches(free, day) { (canvas.free(reader, row, stretch)) }
            }
            @if canvas.size != Size::Row { (canvas.lines(row)) }
            @for (index, shift) in self.shifts.iter().enumerate() {
                @for stretch in on_day(shift, shift.day, shift.start, shift.length, day) {
                    (canvas.way(row, stretch, self.way))
                    @match clashes(index) {
                        Some(clash) => (canvas.clash(reader, row, stretch, *clash)),
                        None => (canvas.shift(reader, row, stretch, shift)),
                    }
                }
            }
            @for (shift, to_day, start, length) in self.moved() {
                @for stretch in on_day(shift, to_day, start, length, day) { (canvas.ghost(row, stretch)) }
            }
        }
    }

    /// Where shifts would go.
    pub fn moved(&self) -> impl Iterator<Item = (&Shift, Weekday, Quarter, Quarters)> {
        self.steps.iter().flat_map(|step| {
            let shifts = step.shifts().filter_map(|at| self.shifts.get(usize::from(at)));
            shifts.filter_map(|shift| match *step {
                Step::MoveShift { day, start, .. } => Some((shift, day, start, shift.length)),
                Step::Shorten { start, length, .. } | Step::Alike { start, length, .. } => {
                    Some((shift, shift.day, start, length))
                }
                _ => None,
            })
        })
    }

    /// The picture in words, day by day.
    fn sentence(&self, reader: &Reader) -> String {
        let days = DAYS.into_iter().filter_map(|day| {
            let free = self
                .free
                .into_iter()
                .flat_map(|free| stretches(free, day))
                .map(|stretch| reader.say_with("week-free", &[("time", &times(reader, stretch))]));
            let shifts = self.shifts.iter().enumerate().flat_map(|(index, shift)| {
                let clash = self.clashes.iter().any(|clash| usize::from(clash.shift) == index);
                let key = if clash { "week-clash" } else { "week-shift" };
                on_day(shift, shift.day, shift.start, shift.length, day)
                    .map(move |stretch| reader.say_with(key, &[("time", &times(reader, stretch))]))
            });
            let said: Vec<String> = free.chain(shifts).collect();
            let day = weekday(reader, day);
            (!said.is_empty()).then(|| reader.say_with("week-day", &[("day", &day), ("times", &said.join(", "))]))
        });
        let days: Vec<String> = days.collect();
        format!("{} {}", self.title, days.join(" "))
    }
}

/// What is free on one day, each stretch once: of every week where both are alike.
pub fn stretches(free: &Weeks, day: Weekday) -> impl Iterator<Item = Stretch> {
    let both = free.even & free.odd;
    let of = move |week: Week, parity| {
        let first = day as u16 * DAY;
        week.spans()
            .filter_map(move |(start, end)| {
                let (start, end) = (start.max(first), end.min(first + DAY));
                (start < end).then(|| (i32::from(start - first), i32::from(end - first)))
            })
            .map(move |(start, end)| Stretch { start, end, parity })
            .collect::<Vec<_>>()
    };
    let mut all = of(both, Parity::Every);
    all.extend(of(free.even & !both, Parity::Even));
    all.extend(of(free.odd & !both, Parity::Odd));
    all.into_iter()
}

/// The parts of a shift that lie on this day: the shift itself, and the end of last night's.
pub fn on_day(
    shift: &Shift,
    its_day: Weekday,
    start: Quarter,
    length: Quarters,
    day: Weekday,
) -> impl Iterator<Item = Stretch> + use<> {
    let (start, end, midnight) = (i32::from(start.0), i32::from(start.0) + i32::from(length.0), i32::from(DAY));
    let parity = shift.parity;
    let evening = (its_day == day).then_some(Stretch {
        start,
        end: end.min(midnight),
        parity,
    });
    let is_next = (its_day as u8 + 1) % 7 == day as u8;
    // A night from Sunday is the other week's Monday.
    let after = match (its_day, parity) {
        (Weekday::Sunday, Parity::Even) => Parity::Odd,
        (Weekday::Sunday, Parity::Odd) => Parity::Even,
        (_, parity) => parity,
    };
    let morning = (is_next && end > midnight).then_some(Stretch {
        start: 0,
        end: end - midnight,
        parity: after,
    });
    evening.into_iter().chain(morning)
}

/// What draws, in one size.
struct Canvas {
    lengths: Lengths,
    size: Size,
    from: i32,
    to: i32,
}

impl Canvas {
    fn x(&self, quarter: i32) -> i32 {
        self.lengths.label + (quarter.clamp(self.from, self.to) - self.from) * self.lengths.quarter
    }

    fn y(&self, row: i32) -> i32 {
        self.lengths.axis + row * (self.lengths.row + self.lengths.gap)
    }

    /// Top and height of what holds in every week, or in half of the weeks: the upper half are the even ones.
    fn part(&self, row: i32, parity: Parity) -> (i32, i32) {
        let half = self.lengths.row / 2;
        match parity {
            Parity::Every => (self.y(row), self.lengths.row),
            Parity::Even => (self.y(row), half),
            Parity::Odd => (self.y(row) + half, half),
        }
    }

    fn hours(&self) -> Markup {
        html! {
            // At midnight the picture ends: its hour would be cut in two.
            @for hour in (self.from / 4..=self.to / 4).filter(|hour| hour % 2 == 0 && *hour < 24) {
                text.w-ax x=(self.x(hour * 4)) y="15" text-anchor="middle" { (format!("{hour:02}")) }
            }
        }
    }

    fn ground(&self, reader: &Reader, row: i32, day: Weekday) -> Markup {
        let Lengths { row: height, .. } = self.lengths;
        html! {
            @if self.size != Size::Row {
                text.w-d x="0" y=(self.y(row) + height / 2) { (weekday_short(reader, day)) }
            }
            rect.w-not x=(self.x(self.from)) y=(self.y(row)) width=(self.x(self.to) - self.x(self.from)) height=(height) {}
        }
    }

    fn free(&self, reader: &Reader, row: i32, stretch: Stretch) -> Markup {
        let (top, height) = self.part(row, stretch.parity);
        let (left, right) = (self.x(stretch.start), self.x(stretch.end));
        let weeks = match stretch.parity {
            Parity::Every => None,
            Parity::Even => Some("week-even"),
            Parity::Odd => Some("week-odd"),
        };
        html! {
            rect.w-free x=(left) y=(top) width=(right - left) height=(height) {}
            @if let (Some(weeks), true) = (weeks, self.size.has_words()) {
                text.w-ax x=(left + 5) y=(top + 13) { (reader.say(weeks)) }
            }
        }
    }

    /// What a small picture is read by, as it has no hours.
    fn noon(&self) -> Markup {
        html! { path.w-noon d=(format!("M{}.5 0V{}", self.x(i32::from(DAY) / 2), self.y(6) + self.lengths.row)) {} }
    }

    fn lines(&self, row: i32) -> Markup {
        let (top, bottom) = (self.y(row), self.y(row) + self.lengths.row);
        let path: String = (self.from / 4..=self.to / 4)
            .map(|hour| format!("M{}.5 {top}V{bottom}", self.x(hour * 4)))
            .collect();
        html! { path.w-hour d=(path) {} }
    }

    fn way(&self, row: i32, stretch: Stretch, way: Quarters) -> Markup {
        let (top, height) = self.part(row, stretch.parity);
        let (way, middle) = (i32::from(way.0), top + height / 2);
        let (leave, arrive) = (self.x(stretch.start - way), self.x(stretch.start));
        let (off, home) = (self.x(stretch.end), self.x(stretch.end + way));
        html! { path.w-trip d={ "M" (leave) " " (middle) "H" (arrive) "M" (off) " " (middle) "H" (home) } {} }
    }

    fn shift(&self, reader: &Reader, row: i32, stretch: Stretch, shift: &Shift) -> Markup {
        let (top, height) = self.part(row, stretch.parity);
        let (left, right) = (self.x(stretch.start), self.x(stretch.end));
        // Half a row is low: there the shift has all of it.
        let inset = if self.size == Size::Row || stretch.parity != Parity::Every {
            1
        } else {
            4
        };
        html! {
            rect.w-shift x=(left) y=(top + inset) width=(right - left) height=((height - 2 * inset).max(2)) rx="2" {}
            @if self.size.has_words() { (self.times(reader, top + height / 2, stretch)) }
            @if self.size.has_words() && may_be_moved(shift) {
                // Two small strokes at each end: it may be moved.
                @let short = height / 6;
                @let (up, down) = (top + inset + short, top + height - inset - short);
                path.w-grip d={
                    "M" (left - 6) ".5 " (up) "V" (down) "M" (left - 3) ".5 " (up) "V" (down)
                    "M" (right + 2) ".5 " (up) "V" (down) "M" (right + 5) ".5 " (up) "V" (down)
                } {}
            }
        }
    }

    /// A shift's times, and in which weeks it is: inside it. A column without anybody's own week has room beside it too.
    fn times(&self, reader: &Reader, middle: i32, stretch: Stretch) -> Markup {
        let width = self.x(stretch.end) - self.x(stretch.start);
        let whole = times(reader, stretch);
        let every = times(
            reader,
            Stretch {
                parity: Parity::Every,
                ..stretch
            },
        );
        let weeks = match stretch.parity {
            Parity::Every => None,
            Parity::Even => Some(reader.say("week-even")),
            Parity::Odd => Some(reader.say("week-odd")),
        };
        let (inside, beside) = match (self.size, weeks) {
            _ if width < ROOM_INSIDE => (None, Some(whole)),
            (Size::Page, Some(weeks)) => (Some(weeks), None),
            (_, Some(weeks)) if width < ROOM_FOR_ALL => (Some(every), Some(weeks)),
            _ => (Some(whole), None),
        };
        let beside = beside.filter(|_| self.size == Size::Column);
        // On a telephone the page's own picture is drawn so small that only long shifts hold their times.
        let is_tight = self.size == Size::Page && width < ROOM_FOR_TIMES;
        html! {
            @if let Some(inside) = inside {
                text.w-shift-t.w-tight[is_tight] x=(self.x(stretch.start) + width / 2) y=(middle) text-anchor="middle" { (inside) }
            }
            @if let Some(beside) = beside { (self.beside(&beside, middle, stretch)) }
        }
    }

    /// After the shift, or before it where there is more room.
    fn beside(&self, said: &str, middle: i32, stretch: Stretch) -> Markup {
        let (left, right) = (self.x(stretch.start), self.x(stretch.end));
        let is_after = self.x(self.to) - right >= left - self.x(self.from);
        let (x, anchor) = if is_after {
            (right + BESIDE, "start")
        } else {
            (left - BESIDE, "end")
        };
        html! { text.w-beside x=(x) y=(middle) text-anchor=(anchor) { (said) } }
    }

    /// Hatched, framed, with a cross, so that it is seen without its colour.
    fn clash(&self, reader: &Reader, row: i32, stretch: Stretch, clash: Clash) -> Markup {
        let (top, height) = self.part(row, stretch.parity);
        let (left, right) = (self.x(stretch.start), self.x(stretch.end));
        let (x, y) = ((left + right) / 2, top + height / 2);
        let arm = if self.size == Size::Row { 2 } else { 5 };
        let missing = i32::from(clash.before.0 + clash.after.0) * 15;
        html! {
            rect.w-clash x=(left) y=(top + 1) width=(right - left) height=(height - 2) {}
            path.w-x d={ "M" (x - arm) " " (y - arm) "L" (x + arm) " " (y + arm) "M" (x + arm) " " (y - arm) "L" (x - arm) " " (y + arm) } {}
            @if self.size.has_words() && missing > 0 {
                text.w-clash-t x=(right + 6) y=(y) { (reader.say_with("week-missing", &[("minutes", &missing.to_string())])) }
            }
        }
    }

    fn ghost(&self, row: i32, stretch: Stretch) -> Markup {
        let (top, height) = self.part(row, stretch.parity);
        let (left, right) = (self.x(stretch.start), self.x(stretch.end));
        html! { rect.w-ghost x=(left) y=(top + 1) width=(right - left) height=(height - 2) {} }
    }
}

pub fn may_be_moved(shift: &Shift) -> bool {
    shift.leeway.earlier.0 > 0 || shift.leeway.later.0 > 0 || !shift.leeway.days.is_empty()
}

/// A day's name within a sentence.
pub fn weekday(reader: &Reader, day: Weekday) -> String {
    reader.say_with("week-weekday", &[("case", WEEKDAYS[day as usize])])
}

pub fn weekday_short(reader: &Reader, day: Weekday) -> String {
    reader.say_with("week-weekday-short", &[("case", WEEKDAYS[day as usize])])
}

/// A time of the day: "08.30". The midnight that ends a day is "24.00".
pub fn clock(reader: &Reader, quarter: i32) -> String {
    let (hour, minute) = (quarter.div_euclid(4), quarter.rem_euclid(4) * 15);
    reader.say_with(
        "week-time",
        &[("hour", &format!("{hour:02}")), ("minute", &format!("{minute:02}"))],
    )
}

pub fn times(reader: &Reader, stretch: Stretch) -> String {
    let time = reader.say_with(
        "week-from-to",
        &[("from", &clock(reader, stretch.start)), ("to", &clock(reader, stretch.end))],
    );
    match stretch.parity {
        Parity::Every => time,
        Parity::Even => format!("{time} {}", reader.say("week-even")),
        Parity::Odd => format!("{time} {}", reader.say("week-odd")),
    }
}
