//! The seven reasons as bars. A track is as long as its part may count, the ink as long as it does count here:
//! all ink together is the fit.

use super::reasons::part_name;
use crate::pages::reader::Reader;
use maud::{Markup, html};
use shared::matching::fit::{Fit, Reason};

/// Pixels of a track are points / this.
const POINTS_PER_PIXEL: i32 = 3;

/// One reason's bar, as wide as the longest track.
pub fn bar(reason: &Reason) -> Markup {
    let (track, ink) = lengths(reason);
    html! {
        svg.bar width="84" height="12" viewBox="0 0 84 12" aria-hidden="true" { (drawn(0, track, ink)) }
    }
}

/// The same, growing towards the name in the middle: for the left one of two places side by side.
pub fn mirrored(reason: &Reason) -> Markup {
    let (track, ink) = lengths(reason);
    html! {
        svg.bar width="84" height="12" viewBox="0 0 84 12" aria-hidden="true" {
            g transform="translate(84 0) scale(-1 1)" { (drawn(0, track, ink)) }
        }
    }
}

/// All seven in one line.
pub fn strip(reader: &Reader, fit: &Fit) -> Markup {
    let mut x = 0;
    let mut drawn_bars = Vec::new();
    for reason in &fit.reasons {
        let (track, ink) = lengths(reason);
        // In a row the line is half as long.
        let (track, ink) = (track / 2, (ink + 1) / 2);
        drawn_bars.push(drawn(x, track, ink));
        x += track + 3;
    }
    let parts = fit.reasons.iter().map(|reason| {
        let amount = match reason.value {
            0 => "reason-none",
            1..=39 => "reason-little",
            40..=69 => "reason-some",
            70..=99 => "reason-much",
            _ => "reason-whole",
        };
        format!("{}: {}", part_name(reader, reason.part), reader.say(amount))
    });
    let sentence: Vec<String> = parts.collect();
    html! {
        svg.reason-line width=(x) height="12" viewBox={ "0 0 " (x) " 12" } role="img"
            aria-label={ (reader.say("reason-line")) " " (sentence.join("; ")) } {
            @for bar in drawn_bars { (bar) }
        }
    }
}

fn lengths(reason: &Reason) -> (i32, i32) {
    (
        i32::from(reason.of) / POINTS_PER_PIXEL,
        i32::from(reason.points) / POINTS_PER_PIXEL,
    )
}

fn drawn(x: i32, track: i32, ink: i32) -> Markup {
    html! {
        rect.b-track x=(x) y="2" width=(track) height="8" {}
        rect.b-fill x=(x) y="2" width=(ink) height="8" {}
        path.b-end d={ "M" (x + track - 1) ".5 0V12" } {}
    }
}
