//! Scrolling while a card is held near an edge.

use super::Hands;
use crate::board::drag::{self, Rect};
use crate::clock;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

impl Hands {
    /// Near an edge what can scroll does: the inner before the outer.
    pub(super) fn scroll(&self, pointer: i32) {
        let Some((at, since)) = self.pulls.borrow().get(pointer).map(|held| (held.pull.at, held.edge_since)) else {
            return;
        };
        let now = clock::now();
        let lasted = since.map_or(0, |since| now - since);
        let mut near = false;
        for area in scrollers(&self.root) {
            let rect = visible(&area);
            let dy = drag::scroll_speed(at.y, rect.y, rect.y + rect.h, lasted);
            let dx = drag::scroll_speed(at.x, rect.x, rect.x + rect.w, lasted);
            near |= dx != 0.0 || dy != 0.0;
            let before = (area.scroll_left(), area.scroll_top());
            if dx.abs() >= 1.0 || dy.abs() >= 1.0 {
                area.set_scroll_top(before.1 + dy.round() as i32);
                area.set_scroll_left(before.0 + dx.round() as i32);
            }
            if before != (area.scroll_left(), area.scroll_top()) {
                break;
            }
        }
        if let Some(held) = self.pulls.borrow_mut().get_mut(pointer) {
            held.edge_since = near.then(|| held.edge_since.unwrap_or(now));
        }
    }
}

/// Everything around the board that can scroll, from the inside out, through shadow roots.
fn scrollers(from: &HtmlElement) -> Vec<Element> {
    let mut found = vec![];
    let mut next = Some(from.clone().unchecked_into::<Element>());
    while let Some(element) = next {
        let more = element.scroll_height() > element.client_height() + 1 || element.scroll_width() > element.client_width() + 1;
        if more && scrolls(&element) {
            found.push(element.clone());
        }
        next = element.parent_element().or_else(|| {
            let root = element.get_root_node();
            js_sys::Reflect::get(&root, &JsValue::from_str("host")).ok()?.dyn_into().ok()
        });
    }
    let page = from.owner_document().and_then(|document| document.scrolling_element());
    found.extend(page);
    found.dedup();
    found
}

fn scrolls(element: &Element) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let overflow = style
        .and_then(|style| style.get_property_value("overflow-y").ok())
        .unwrap_or_default();
    overflow == "auto" || overflow == "scroll"
}

/// The part of the window in which an area shows.
fn visible(area: &Element) -> Rect {
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let Some(window) = web_sys::window() else {
        return Rect::default();
    };
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let rect = area.get_bounding_client_rect();
    let (left, top) = (rect.left().max(0.0), rect.top().max(0.0));
    Rect {
        x: left,
        y: top,
        w: rect.right().min(width) - left,
        h: rect.bottom().min(height) - top,
    }
}
