//! The only file that talks to the host page: events on the element, with ids and never with words.

use js_sys::Function;
use shared::ids::{CardId, ChangeId};
use shared::plan::CellId;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The `<family-plan-board>` element of one board.
#[derive(Clone, Debug)]
pub struct Host {
    element: HtmlElement,
    pictures: Option<Function>,
}

/// How the board stands with the server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sync {
    Live,
    Offline,
}

impl Host {
    /// `pictures` asks the loader for the pictograms.
    pub fn new(element: HtmlElement, pictures: Option<Function>) -> Self {
        Host { element, pictures }
    }

    /// A pictogram is to be seen; asking again is free.
    pub fn show_pictures(&self) {
        if let Some(pictures) = &self.pictures {
            let _ = pictures.call0(&JsValue::UNDEFINED);
        }
    }

    /// The plan is on the screen.
    pub fn ready(&self) {
        self.tell("fpb-ready", &[]);
    }

    /// `code` is one of `problem::codes`. Recoverable: the board goes on trying by itself.
    pub fn error(&self, code: &str, recoverable: bool) {
        self.tell("fpb-error", &[("code", code.into()), ("recoverable", recoverable.into())]);
    }

    pub fn moved(&self, card: CardId, from: CellId, to: CellId, index: usize) {
        let detail = [
            ("card", card.to_string().into()),
            ("from", from.to_string().into()),
            ("to", to.to_string().into()),
            ("position", (index as u32 + 1).into()),
        ];
        self.tell("fpb-move", &detail);
    }

    pub fn changed(&self, change: ChangeId) {
        self.tell("fpb-change", &[("change", change.to_string().into())]);
    }

    /// Everything this person wrote is on the server's disk.
    pub fn saved(&self) {
        self.tell("fpb-saved", &[]);
    }

    pub fn sync(&self, state: Sync) {
        let state = match state {
            Sync::Live => "live",
            Sync::Offline => "offline",
        };
        self.tell("fpb-sync", &[("state", state.into())]);
    }

    /// The session is over. The page may hand in a new token.
    pub fn need_token(&self) {
        self.tell("fpb-need-token", &[]);
    }

    fn tell(&self, name: &str, detail: &[(&str, JsValue)]) {
        let object = js_sys::Object::new();
        for (key, value) in detail {
            let _ = js_sys::Reflect::set(&object, &JsValue::from_str(key), value);
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&object);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = self.element.dispatch_event(&event);
        }
    }
}
