//! A dialog, and the fields in it. The browser's own modal `<dialog>` keeps the focus inside, takes Esc
//! and gives the focus back; this adds a heading, a second live region and the place beside a button.

use super::act::Act;
use super::kit::{Env, icon, says};
use super::reasons;
use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use shared::ids::MemberId;
use shared::plan::Refusal;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, HtmlDialogElement, HtmlElement, MouseEvent as PageMouseEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties, Debug)]
pub struct SheetProps {
    #[prop_or_default]
    pub class: AttrValue,
    /// Stands beside the button that opened it, and goes away by a tap elsewhere.
    #[prop_or_default]
    pub beside: bool,
    pub title: AttrValue,
    pub env: Env,
    pub act: Callback<Act>,
    pub children: Html,
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
            class,
            title,
            env,
            act,
            children,
            ..
        } = ctx.props();
        html! {
            <dialog ref={self.dialog.clone()} class={classes!("dialog", class.clone())} aria-labelledby="sheet-title">
                <h2 id="sheet-title" dir="auto">{ title }</h2>
                { children.clone() }
                <button type="button" class="quiet close" aria-label={env.t("close")} onclick={says(act, Act::Close)}>{ icon("no") }</button>
                // Live regions outside an open dialog are not heard, so what is said is repeated here.
                <p class="sr" role="status" data-mirror="true"></p>
            </dialog>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        let Some(dialog) = self.dialog.cast::<HtmlDialogElement>().filter(|_| first) else {
            return;
        };
        let opener = opener(&dialog);
        let _ = dialog.show_modal();
        if ctx.props().beside {
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
        let (this, menu) = (dialog.clone(), ctx.props().beside);
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
pub fn field(id: &'static str, label: String, control: Html) -> Html {
    html! { <div class="field"><label for={id}>{ label }</label>{ control }</div> }
}

/// What the person has put into a control.
pub fn value_of(event: &web_sys::Event) -> String {
    let target = event.target().map(JsValue::from).unwrap_or_default();
    Reflect::get(&target, &JsValue::from_str("value"))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

pub fn option(value: String, text: String, selected: bool) -> Html {
    html! { <option {value} {selected}>{ text }</option> }
}

/// Everyone at the table, the family first, and nobody.
pub fn member_options(env: &Env, chosen: Option<MemberId>, nobody: &str) -> Html {
    let people = env
        .people
        .iter()
        .filter(|member| member.left_at.is_none() || chosen == Some(member.member_id));
    let people = people.map(|member| {
        let text = if member.relation.is_empty() {
            member.name.clone()
        } else {
            crate::say!(env.words, "person-and-relation", name: &member.name, relation: &member.relation)
        };
        option(member.member_id.to_string(), text, chosen == Some(member.member_id))
    });
    html! { <>{ option(String::new(), nobody.to_owned(), chosen.is_none()) }{ for people }</> }
}

/// "Hvorfor foreslår du det?": goes with a change that waits for the family's yes.
pub fn why_field(env: &Env, why: &str, change: Callback<String>) -> Html {
    let oninput = Callback::from(move |event: InputEvent| change.emit(value_of(&event)));
    html! {
        <>
            <p class="strip wait">{ icon("wait") }<span>{ env.t("proposal-waits") }</span></p>
            { field("why-propose", env.t("proposal-why-ask"), html! {
                <textarea id="why-propose" class="in" rows="2" dir="auto" value={why.to_owned()} {oninput}
                    aria-describedby="why-propose-hint" />
            }) }
            <p id="why-propose-hint" class="small">{ env.t("proposal-why-hint") }</p>
        </>
    }
}

/// Why the words could not be put on the table; they stay in the dialog.
pub fn problem_line(problem: Option<Refusal>, env: &Env) -> Html {
    match problem {
        Some(refusal) => {
            html! { <p class="msg strip care" role="alert">{ icon("warn") }<span>{ reasons::whole(refusal, env) }</span></p> }
        }
        None => html! {},
    }
}
