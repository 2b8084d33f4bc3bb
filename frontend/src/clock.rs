//! The only reader of time in the browser.

use js_sys::Date;
use shared::day::Day;
use shared::ids::Millis;
use wasm_bindgen::JsValue;

/// Milliseconds since 1970, as this device believes.
pub fn now() -> Millis {
    Date::now() as Millis
}

/// The calendar day of an instant where the device is.
pub fn day_of(at: Millis) -> Option<Day> {
    let date = Date::new(&JsValue::from_f64(at as f64));
    Day::new(
        i32::try_from(date.get_full_year()).ok()?,
        date.get_month() as u8 + 1,
        date.get_date() as u8,
    )
    .ok()
}
