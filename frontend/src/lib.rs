//! The widget: the board inside `<family-plan-board>`, in the browser, as wasm.
//!
//! Layout: `board` is what is on the screen; `session` holds the plan and is the only one to change it, with
//! `socket`, `outbox` and `api` as its ways out; `words` and `intl` are the languages; `host` alone talks to the
//! page around; `clock` and `chance` are the only readers of time and randomness.
//!
//! The loader calls `mount` once for each element and `set` when an attribute changes.

mod api;
mod board;
mod chance;
mod clock;
mod host;
mod intl;
mod json;
mod outbox;
mod session;
mod socket;
pub mod words;

use api::Api;
use board::{Board, BoardProps};
use host::Host;
use intl::Intl;
use intl::property;
use js_sys::{Function, Reflect};
use session::Session;
use shared::ids::PlanId;
use shared::problem::codes;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use words::Words;
use yew::prelude::*;
use yew::virtual_dom::{VComp, VNode};

/// As quick as Rust's own for the browser, and 3 kB smaller on the way there.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// One board on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Mounted {
    root: Element,
    board: Option<BoardProps>,
}

/// Draws a board into `root`, a node in the element's shadow root. `live` holds the polite and the assertive
/// live region. `options` are the loader's; `locale` is the text of a compiled language table.
#[wasm_bindgen]
pub fn mount(host: HtmlElement, root: Element, live: HtmlElement, options: JsValue, locale: String) -> Mounted {
    tell_of_panics(&options);
    let host = Host::new(host, intl::method(&options, "pictures"));
    let lang = property(&options, "lang");
    let plan = property(&options, "plan").parse::<PlanId>();
    let (Ok(words), Ok(plan)) = (Words::parse(&locale, intl::plurals(&lang)), plan) else {
        host.error(codes::NOT_FOUND, false);
        return Mounted { root, board: None };
    };
    let option = |name: &str| Reflect::get(&options, &JsValue::from_str(name)).unwrap_or_default();
    let api = Api::new(&property(&options, "src"), option("token"));
    let board = BoardProps {
        rtl: property(&options, "dir") == "rtl" || words.rtl,
        readonly: option("readonly").is_truthy() || property(&options, "mode") == "view",
        fallback: option("fallback").is_truthy(),
        session: Session::open(plan, api, host.clone(), option("gone")),
        intl: Rc::new(Intl::new(&words.lang)),
        words: Rc::new(words),
        host,
        live,
    };
    let mounted = Mounted {
        root,
        board: Some(board),
    };
    mounted.draw();
    mounted
}

#[wasm_bindgen]
impl Mounted {
    /// An attribute of the element has changed: `mode`, `readonly`, `dir` or `token`.
    pub fn set(&mut self, name: String, value: String) {
        let Some(board) = &mut self.board else { return };
        match name.as_str() {
            "token" => return board.session.set_token(value),
            "mode" => board.readonly = value == "view",
            "readonly" => board.readonly = value == "true",
            "dir" => board.rtl = value == "rtl",
            _ => return,
        }
        self.draw();
    }

    /// Takes the board off the page. The node stays usable for another `mount`.
    pub fn unmount(&mut self) {
        if let Some(board) = self.board.take() {
            board.session.close();
        }
        self.draw();
    }

    fn draw(&self) {
        APPS.with_borrow_mut(|apps| {
            let props = FrameProps {
                board: self.board.clone(),
            };
            match apps.iter_mut().find(|(root, _)| *root == self.root) {
                Some((_, app)) => app.update(props),
                None => {
                    let app = yew::Renderer::<Frame>::with_root_and_props(self.root.clone(), props).render();
                    apps.push((self.root.clone(), app));
                }
            }
        });
    }
}

thread_local! {
    /// Yew never takes its listeners off a node, so a node that has been drawn on keeps its app and gets another board.
    static APPS: RefCell<Vec<(Element, AppHandle<Frame>)>> = const { RefCell::new(vec![]) };
    static FAILED: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// After a panic this instance cannot be called again; the loader makes a fresh one.
fn tell_of_panics(options: &JsValue) {
    let failed = intl::method(options, "failed");
    FAILED.set(failed);
    std::panic::set_hook(Box::new(|info| {
        let failed = FAILED.try_with(|failed| failed.try_borrow().ok()?.clone()).ok().flatten();
        if let Some(failed) = failed {
            let _ = failed.call0(&JsValue::UNDEFINED);
        }
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
    }));
}

#[derive(Clone, PartialEq, Properties, Debug)]
struct FrameProps {
    board: Option<BoardProps>,
}

/// What stays on a node when boards come and go.
#[derive(Debug)]
struct Frame;

impl Component for Frame {
    type Message = ();
    type Properties = FrameProps;

    fn create(_: &Context<Self>) -> Self {
        Frame
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().board {
            Some(board) => VNode::VComp(Rc::new(VComp::new::<Board>(Rc::new(board.clone()), None))),
            None => VNode::default(),
        }
    }
}
