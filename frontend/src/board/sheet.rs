//! A dialog, and the fields in it. The browser's own modal `<dialog>` keeps the focus inside, takes Esc
//! and gives the focus back; this adds a heading, a second live region and the place beside a button.

use super::act::Act;
use super::card::strip;
use super::draw::{El, On, button, el, nodes, part};
use super::kit::Env;
use super::reasons;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use shared::ids::MemberId;
use shared::plan::Refusal;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Event, HtmlDialogElement, HtmlElement, MouseEvent as PageMouseEvent};
use yew::prelude::{Callback, Component, Context, Html, NodeRef, Properties};

/// A dialog over the board that asks something. The focus begins at its title, so that no answer is the first.
pub fn sheet(title: String, env: &Env, act: &Callback<Act>, body: Vec<Html>) -> Html {
    opened(Shape::Question, title, env, act, body)
}

/// A dialog to write in. The focus begins where its form says.
pub fn form_sheet(title: String, env: &Env, act: &Callback<Act>, body: Vec<Html>) -> Html {
    opened(Shape::Form, title, env, act, body)
}

/// A menu that stands beside the button that opened it, and goes away by a tap elsewhere.
pub fn menu(title: String, env: &Env, act: &Callback<Act>, body: Vec<Html>) -> Html {
    opened(Shape::Menu, title, env, act, body)
}

fn opened(shape: Shape, title: String, env: &Env, act: &Callback<Act>, body: Vec<Html>) -> Html {
    let key = env.words.lang.as_str();
    part::<Sheet>(
        SheetProps {
            shape,
            title,
            env: env.clone(),
            act: act.clone(),
            body,
        },
        key,
    )
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Shape {
    Question,
    Form,
    Menu,
}

#[derive(Clone, Properties, Debug)]
pub struct SheetProps {
    shape: Shape,
    title: String,
    env: Env,
    act: Callback<Act>,
    body: Vec<Html>,
}

/// Never equal: to compare what stands in a dialog costs more than to draw it.
impl PartialEq for SheetProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[derive(Debug)]
pub struct Sheet {
    dialog: NodeRef,
    ears: Vec<EventListener>,
}

impl Component for Sheet {
    type Message = ();
    type Properties = SheetProps;

    fn create(_: &Context<Self>) -> Self {
        Sheet {
            dialog: NodeRef::default(),
            ears: vec![],
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let SheetProps {
            shape,
            title,
            env,
            act,
            body,
        } = ctx.props();
        let head = el("h2", "").set("id", "sheet-title").dir().text(title);
        let head = match shape {
            Shape::Question => head.set("tabindex", "-1").flag("autofocus", true),
            Shape::Form | Shape::Menu => head,
        };
        el("dialog", "dialog")
            .node(&self.dialog)
            .set("aria-labelledby", "sheet-title")
            .child(head)
            .all(body.clone())
            .child(button("quiet close", "no", "", act, Act::Close).set("aria-label", env.t("close")))
            // Live regions outside an open dialog are not heard, so what is said is repeated here.
            .child(el("p", "sr").set("role", "status").set("data-mirror", "true"))
            .into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(dialog) = self.dialog.cast::<HtmlDialogElement>().filter(|_| first) else {
            return;
        };
        let opener = opener(&dialog);
        let _ = dialog.show_modal();
        if ctx.props().shape == Shape::Menu {
            stand_beside(&dialog, opener);
        }
        let act = ctx.props().act.clone();
        let close = act.clone();
        let may_prevent = EventListenerOptions::enable_prevent_default();
        let cancel = EventListener::new_with_options(&dialog, "cancel", may_prevent, move |event| {
            event.prevent_default();
            close.emit(Act::Close);
        });
        // A click beside the dialog falls on the dialog itself, outside its box.
        let (this, menu) = (dialog.clone(), ctx.props().shape == Shape::Menu);
        let beside = EventListener::new(&dialog, "pointerdown", move |event| {
            let Some(event) = event.dyn_ref::<PageMouseEvent>() else {
                return;
            };
            let on_backdrop = event
                .target()
                .is_some_and(|target| target == *this.unchecked_ref::<web_sys::EventTarget>());
            let rect = this.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            let inside = (rect.left()..rect.right()).contains(&x) && (rect.top()..rect.bottom()).contains(&y);
            // Only a menu: a form with words in it does not go away by a slip of the hand.
            if on_backdrop && !inside && menu {
                act.emit(Act::Close);
            }
        });
        self.ears = vec![cancel, beside];
    }

    fn destroy(&mut self, _: &Context<Self>) {
        // Closing, not just removing, is what gives the focus back.
        if let Some(dialog) = self.dialog.cast::<HtmlDialogElement>() {
            dialog.close();
        }
    }
}

/// What had the focus when the dialog was asked for.
fn opener(dialog: &HtmlDialogElement) -> Option<DomRect> {
    let active = Reflect::get(&dialog.get_root_node(), &JsValue::from_str("activeElement")).ok()?;
    Some(active.dyn_into::<Element>().ok()?.get_bounding_client_rect())
}

/// Puts a menu under the button that opened it, or over it where there is no room. On a phone it stays where it is.
fn stand_beside(dialog: &HtmlDialogElement, opener: Option<DomRect>) {
    const GAP: f64 = 6.0;
    const PHONE: f64 = 576.0;
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|value| value.as_f64()).unwrap_or_default();
    let (Some(opener), Some(window)) = (opener, web_sys::window()) else {
        return;
    };
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let own = dialog.get_bounding_client_rect();
    if width < PHONE || opener.width() == 0.0 {
        return;
    }
    let below = opener.bottom() + GAP;
    let top = if below + own.height() + GAP <= height {
        below
    } else {
        opener.top() - GAP - own.height()
    };
    let own_width = own.width().min(360.0);
    let left = opener.left().min(width - own_width - GAP);
    let style = HtmlElement::style(dialog);
    let px = |value: f64| format!("{}px", value.max(GAP) as i32);
    for (name, value) in [
        ("margin", "0".into()),
        ("inset", "auto".into()),
        ("left", px(left)),
        ("top", px(top)),
        ("width", px(own_width)),
    ] {
        let _ = style.set_property(name, &value);
    }
}

/// A label over its control.
pub fn field(id: &'static str, label: String, control: El) -> El {
    el("div", "field")
        .child(el("label", "").set("for", id).text(label))
        .child(control)
}

/// A form that is sent by its button or by Enter.
pub fn form(send: Callback<()>) -> El {
    el("form", "").flag("novalidate", true).on(On::Submit, move |event| {
        event.prevent_default();
        send.emit(());
    })
}

pub fn submit(words: String) -> El {
    el("button", "btn main").set("type", "submit").text(words)
}

/// Several lines of a person's own words.
pub fn area(id: &'static str, words: &str, change: Callback<String>) -> El {
    control("textarea", id, On::Input, change).dir().set("rows", "2").value(words)
}

/// One line.
pub fn line(id: &'static str, words: &str, change: Callback<String>) -> El {
    control("input", id, On::Input, change).dir().value(words)
}

/// One of several.
pub fn select(id: &'static str, options: Vec<Html>, change: Callback<String>) -> El {
    control("select", id, On::Change, change).all(options)
}

fn control(tag: &'static str, id: &'static str, on: On, change: Callback<String>) -> El {
    el(tag, "in").set("id", id).on(on, move |event| change.emit(value_of(&event)))
}

fn value_of(event: &Event) -> String {
    let target = event.target().map(JsValue::from).unwrap_or_default();
    Reflect::get(&target, &JsValue::from_str("value"))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

pub fn option(value: String, text: String, selected: bool) -> Html {
    el("option", "")
        .set("value", value)
        .flag("selected", selected)
        .text(text)
        .into()
}

/// Everyone at the table, the family first, and nobody.
pub fn member_options(env: &Env, chosen: Option<MemberId>, nobody: &str) -> Vec<Html> {
    let mut options = vec![option(String::new(), nobody.to_owned(), chosen.is_none())];
    for member in env
        .people
        .iter()
        .filter(|member| member.left_at.is_none() || chosen == Some(member.member_id))
    {
        let text = if member.relation.is_empty() {
            member.name.clone()
        } else {
            crate::say!(env.words, "person-and-relation", name: &member.name, relation: &member.relation)
        };
        options.push(option(member.member_id.to_string(), text, chosen == Some(member.member_id)));
    }
    options
}

/// "Hvorfor foreslår du det?": goes with a change that waits for the family's yes.
pub fn why_field(env: &Env, why: &str, change: Callback<String>) -> Html {
    let words = area("why-propose", why, change).set("aria-describedby", "why-propose-hint");
    nodes(vec![
        strip("strip wait", "wait", env.t("proposal-waits")).into(),
        field("why-propose", env.t("proposal-why-ask"), words).into(),
        el("p", "small")
            .set("id", "why-propose-hint")
            .text(env.t("proposal-why-hint"))
            .into(),
    ])
}

/// Why the words could not be put on the table; they stay in the dialog.
pub fn problem_line(problem: Option<Refusal>, env: &Env) -> Option<El> {
    problem.map(|refusal| strip("msg strip care", "warn", reasons::whole(refusal, env)).set("role", "alert"))
}
