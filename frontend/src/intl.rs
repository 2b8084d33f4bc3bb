//! Dates, times and lists in the reader's language, by the browser's own `Intl`. One of each per language, kept.

use crate::clock;
use js_sys::{Array, Date, Function, Object, Reflect};
use shared::day::Day;
use shared::ids::Millis;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    #[derive(Debug)]
    type DateFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = DateTimeFormat)]
    fn new(locale: &str, options: &Object) -> DateFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateFormat, date: &Date) -> String;

    #[wasm_bindgen(js_namespace = Intl, js_name = PluralRules)]
    #[derive(Debug)]
    type Plurals;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = PluralRules)]
    fn new(locale: &str) -> Plurals;
    #[wasm_bindgen(method)]
    fn select(this: &Plurals, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl, js_name = ListFormat)]
    #[derive(Debug)]
    type Lists;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = ListFormat)]
    fn new(locale: &str) -> Lists;
    #[wasm_bindgen(method)]
    fn format(this: &Lists, names: &Array) -> String;

    #[wasm_bindgen(js_namespace = Intl, js_name = RelativeTimeFormat)]
    #[derive(Debug)]
    type Relative;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = RelativeTimeFormat)]
    fn new(locale: &str, options: &Object) -> Relative;
    #[wasm_bindgen(method)]
    fn format(this: &Relative, number: f64, unit: &str) -> String;
}

/// The formats of one language.
#[derive(Debug)]
pub struct Intl {
    day: DateFormat,
    weekday: DateFormat,
    weekday_name: DateFormat,
    time: DateFormat,
    lists: Lists,
    relative: Relative,
}

/// Which plural a number takes in a language.
pub fn plurals(lang: &str) -> impl Fn(i64) -> String + use<> {
    let rules = Plurals::new(real(lang));
    move |number| rules.select(number as f64)
}

impl Intl {
    pub fn new(lang: &str) -> Self {
        let lang = real(lang);
        // A day has no zone: it is given as midnight UTC and must be read there.
        Intl {
            day: DateFormat::new(lang, &options(&[("day", "numeric"), ("month", "long"), ("timeZone", "UTC")])),
            weekday: DateFormat::new(
                lang,
                &options(&[
                    ("weekday", "long"),
                    ("day", "numeric"),
                    ("month", "long"),
                    ("timeZone", "UTC"),
                ]),
            ),
            weekday_name: DateFormat::new(lang, &options(&[("weekday", "long"), ("timeZone", "UTC")])),
            time: DateFormat::new(lang, &options(&[("hour", "2-digit"), ("minute", "2-digit")])),
            lists: Lists::new(lang),
            relative: Relative::new(lang, &options(&[("numeric", "auto")])),
        }
    }

    /// "20. november".
    pub fn day(&self, day: Day) -> String {
        self.day.format(&midnight(day))
    }

    /// "fredag den 20. november".
    pub fn weekday(&self, day: Day) -> String {
        self.weekday.format(&midnight(day))
    }

    /// "tirsdag"; 0 is Monday.
    pub fn name_of_weekday(&self, weekday: i32) -> String {
        // The fifth of January 1970 was a Monday.
        self.weekday_name.format(&midnight(Day::EPOCH.plus(4 + weekday)))
    }

    /// "10.42".
    pub fn time(&self, at: Millis) -> String {
        self.time.format(&Date::new(&JsValue::from_f64(at as f64)))
    }

    /// "i går 14.10", or the day where it is longer ago.
    pub fn moment(&self, at: Millis, today: Day) -> String {
        let Some(day) = clock::day_of(at) else { return String::new() };
        let ago = today.days_since(day);
        let day = if (0..2).contains(&ago) {
            self.relative.format(f64::from(-ago), "day")
        } else {
            self.day(day)
        };
        format!("{day} {}", self.time(at))
    }

    /// "Maja, Alma og Liv".
    pub fn list<'a>(&self, names: impl Iterator<Item = &'a str>) -> String {
        self.lists.format(&names.map(JsValue::from_str).collect::<Array>())
    }
}

/// The pseudo-languages are English underneath; the browser knows no dates in them.
fn real(lang: &str) -> &str {
    if lang.is_empty() || lang.ends_with("-XA") || lang.ends_with("-XB") {
        "en"
    } else {
        lang
    }
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    object
}

fn midnight(day: Day) -> Date {
    let (year, month, day) = day.parts();
    Date::new(&JsValue::from_f64(
        Date::utc(f64::from(year), f64::from(month) - 1.0) + f64::from(day - 1) * 86_400_000.0,
    ))
}

/// Reads a text property of an options object.
pub fn property(object: &JsValue, name: &str) -> String {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Calls a method that may not exist in this browser.
pub fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.dyn_into().ok()
}
