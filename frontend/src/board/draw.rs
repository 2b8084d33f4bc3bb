//! Elements, put together by calls.
//!
//! Yew's `html!` writes out every element where it stands; for this board that came to a third of the whole
//! module. Here an element is a few calls of shared functions, and what Yew gets is the same tree.

use super::act::Act;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;
use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, Listeners, VComp, VList, VNode, VTag, VText,
};

/// One element on its way to become `Html`.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, AttrValue)>,
    children: Vec<Html>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    key: Option<Key>,
    node: NodeRef,
    value: Option<AttrValue>,
}

/// An element with a class; an empty class is none.
pub fn el(tag: &'static str, class: &'static str) -> El {
    let attributes = if class.is_empty() {
        vec![]
    } else {
        vec![("class", AttrValue::Static(class))]
    };
    let (children, listeners) = (vec![], vec![]);
    El(Box::new(Parts {
        tag,
        attributes,
        children,
        listeners,
        key: None,
        node: NodeRef::default(),
        value: None,
    }))
}

impl El {
    pub fn set(self, name: &'static str, value: impl Into<AttrValue>) -> Self {
        self.put(name, value.into())
    }

    fn put(mut self, name: &'static str, value: AttrValue) -> Self {
        match self.0.attributes.iter_mut().find(|(known, _)| *known == name) {
            Some(before) => before.1 = value,
            None => self.0.attributes.push((name, value)),
        }
        self
    }

    /// Only where there is a value.
    pub fn set_some(self, name: &'static str, value: Option<impl Into<AttrValue>>) -> Self {
        match value {
            Some(value) => self.put(name, value.into()),
            None => self,
        }
    }

    /// An attribute whose presence is its meaning.
    pub fn flag(self, name: &'static str, yes: bool) -> Self {
        if yes { self.put(name, AttrValue::Static("")) } else { self }
    }

    /// What people wrote runs in its own direction.
    pub fn dir(self) -> Self {
        self.put("dir", AttrValue::Static("auto"))
    }

    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    /// What stands in an input or a text area.
    pub fn value(mut self, value: &str) -> Self {
        self.0.value = Some(attr(value));
        self
    }

    pub fn child(self, child: impl Into<Html>) -> Self {
        self.push(child.into())
    }

    fn push(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.push(text(words.as_ref()))
    }

    /// Only where there is one.
    pub fn maybe(self, child: Option<impl Into<Html>>) -> Self {
        match child {
            Some(child) => self.push(child.into()),
            None => self,
        }
    }

    pub fn all(mut self, children: Vec<Html>) -> Self {
        self.0.children.extend(children);
        self
    }

    pub fn on(mut self, on: On, heard: impl Fn(Event) + 'static) -> Self {
        let heard = Box::new(heard);
        self.0.listeners.push(Some(Rc::new(Ear { on, heard })));
        self
    }

    /// A click says this.
    pub fn says(self, act: &Callback<Act>, what: Act) -> Self {
        let act = act.clone();
        self.on(On::Click, move |_| act.emit(what.clone()))
    }
}

impl fmt::Debug for El {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "El({})", self.0.tag)
    }
}

impl From<El> for Html {
    fn from(el: El) -> Html {
        let Parts {
            tag,
            attributes,
            children,
            listeners,
            key,
            node,
            value,
        } = *el.0;
        let attributes = shaped(attributes);
        let listeners = if listeners.is_empty() {
            Listeners::None
        } else {
            Listeners::Pending(listeners.into())
        };
        // What Yew's own macro calls: the ways for everybody look at each name again and copy every list.
        VNode::VTag(Rc::new(match tag {
            "input" => VTag::__new_input(value, None, node, key, attributes, listeners),
            "textarea" => VTag::__new_textarea(value, None, node, key, attributes, listeners),
            _ => VTag::__new_other(AttrValue::Static(tag), node, key, attributes, listeners, nodes(children)),
        }))
    }
}

thread_local! {
    /// Every list of names that an element has had.
    static SHAPES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(vec![]) };
}

/// Yew compares attributes quickest where their names are the very same list, so each list is kept, once. There are
/// only as many as the code has kinds of elements.
fn shaped(attributes: Vec<(&'static str, AttrValue)>) -> Attributes {
    let is_shape = |shape: &&&'static [&'static str]| {
        shape.len() == attributes.len() && shape.iter().zip(&attributes).all(|(a, (b, _))| a == b)
    };
    let keys = SHAPES.with_borrow_mut(|shapes| match shapes.iter().find(is_shape) {
        Some(keys) => *keys,
        None => {
            let names: Vec<&str> = attributes.iter().map(|(name, _)| *name).collect();
            shapes.push(names.leak());
            shapes[shapes.len() - 1]
        }
    });
    let values = attributes
        .into_iter()
        .map(|(_, value)| Some(AttributeOrProperty::Attribute(value)));
    Attributes::Dynamic {
        keys,
        values: values.collect(),
    }
}

/// What is heard of elements. Yew knows a hundred kinds, and copying one of them asks for each.
#[derive(Clone, Copy, Debug)]
pub enum On {
    Click,
    Change,
    Input,
    Submit,
}

struct Ear {
    on: On,
    heard: Box<dyn Fn(Event)>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        (self.heard)(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

/// Words, copied into the tree.
pub fn attr(words: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(words))
}

pub fn text(words: &str) -> Html {
    VNode::VText(VText::new(attr(words)))
}

/// Several nodes as one.
pub fn nodes(children: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(children, None)))
}

pub fn nothing() -> Html {
    VNode::default()
}

/// A component; the key tells it from its neighbours.
pub fn part<C: Component>(props: C::Properties, key: &str) -> Html {
    VNode::VComp(Rc::new(VComp::new::<C>(Rc::new(props), Some(Key::from(key)))))
}

/// A button that says one act: an icon and a word.
pub fn button(class: &'static str, icon_name: &'static str, words: impl AsRef<str>, act: &Callback<Act>, what: Act) -> El {
    let button = el("button", class).set("type", "button").says(act, what);
    let button = if icon_name.is_empty() {
        button
    } else {
        button.child(icon(icon_name))
    };
    button.text(words)
}

pub fn icon(name: &'static str) -> Html {
    drawn("i", name)
}

/// An icon with a direction, turned where text runs from the right.
pub fn icon_flip(name: &'static str) -> Html {
    drawn("i flip", name)
}

fn drawn(class: &'static str, name: &'static str) -> Html {
    let symbol = el("use", "").set("href", format!("#i-{name}"));
    el("svg", class)
        .set("aria-hidden", "true")
        .set("viewBox", "0 0 24 24")
        .child(symbol)
        .into()
}
