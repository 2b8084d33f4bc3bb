//! What every part of the board draws with: the surroundings, icons, faces, names of places.

use super::draw::{El, el};
use crate::intl::Intl;
use crate::say;
use crate::words::Words;
use shared::day::Day;
use shared::ids::{MemberId, Millis};
use shared::plan::{CellId, Column, Lane, Member, Role};
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

/// Language, people and the day: what all cards share. Compared by identity, so that a card is drawn
/// again only when one of these has really changed.
#[derive(Clone, Debug)]
pub struct Env(Rc<Around>);

#[derive(Debug)]
pub struct Around {
    pub words: Rc<Words>,
    /// The board runs from the right, by its language or by the page's wish.
    pub rtl: bool,
    pub intl: Rc<Intl>,
    pub people: Vec<Arc<Member>>,
    pub me: MemberId,
    pub role: Role,
    pub today: Day,
    /// May change something at all; a board to look at may not.
    pub writes: bool,
    /// What this person changes of the family's waits for a yes.
    pub proposes: bool,
    /// The browser can read aloud.
    pub listens: bool,
    /// The device is held in a hand.
    pub handheld: bool,
    /// Where the plan's own pages are.
    pub address: String,
}

impl Env {
    pub fn new(around: Around) -> Self {
        Env(Rc::new(around))
    }

    pub fn t(&self, key: &str) -> String {
        self.words.get(key)
    }

    pub fn member(&self, id: MemberId) -> Option<&Arc<Member>> {
        self.people.iter().find(|member| member.member_id == id)
    }

    pub fn name(&self, id: MemberId) -> &str {
        self.member(id).map_or("", |member| first_name(&member.name))
    }

    pub fn is_family(&self) -> bool {
        self.role == Role::Family
    }

    /// "i går 14.10".
    pub fn moment(&self, at: Millis) -> String {
        self.intl.moment(at, self.today)
    }

    /// To one of the plan's own pages. Another site stays open beside it.
    pub fn link(&self, page: &str) -> El {
        let link = el("a", "way").set("href", format!("{}{page}?lang={}", self.address, self.words.lang));
        let elsewhere = !self.address.starts_with('/');
        if elsewhere {
            link.set("target", "_blank").set("rel", "noopener")
        } else {
            link
        }
    }

    /// "Det gør vi selv, Nu".
    pub fn place(&self, cell: CellId) -> String {
        let column = self.t(column_key(cell.column));
        match (cell.lane, cell.column) {
            (Some(lane), _) => say!(self.words, "place-in-lane", column: &column, lane: &self.t(lane_key(lane))),
            (None, Column::Municipality) => self.t("column-help"),
            (None, _) => column,
        }
    }
}

impl Deref for Env {
    type Target = Around;

    fn deref(&self) -> &Around {
        &self.0
    }
}

impl PartialEq for Env {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Equal without looking inside where nothing has changed, which is nearly always.
pub fn same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

pub fn slug(column: Column) -> &'static str {
    match column {
        Column::Dreams => "dreams",
        Column::Ourselves => "ourselves",
        Column::Network => "network",
        Column::Municipality => "municipality",
        Column::NoMore => "nomore",
    }
}

pub fn column_key(column: Column) -> &'static str {
    match column {
        Column::Dreams => "column-dreams",
        Column::Ourselves => "column-ourselves",
        Column::Network => "column-network",
        Column::Municipality => "column-municipality",
        Column::NoMore => "column-nomore",
    }
}

pub fn column_icon(column: Column) -> &'static str {
    match column {
        Column::Dreams => "star",
        Column::Ourselves => "ourselves",
        Column::Network => "network",
        Column::Municipality => "municipality",
        Column::NoMore => "nomore",
    }
}

pub fn lane_key(lane: Lane) -> &'static str {
    match lane {
        Lane::Now => "lane-now",
        Lane::Soon => "lane-soon",
        Lane::Done => "lane-done",
    }
}

/// A pictogram beside words. A name that is not one draws nothing.
pub fn plate(picture: Option<&str>) -> Option<El> {
    let known = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    let symbol = el("use", "").set("href", format!("#p-{}", picture.filter(known)?));
    Some(
        el("span", "plate")
            .set("aria-hidden", "true")
            .child(el("svg", "").set("aria-hidden", "true").child(symbol)),
    )
}

/// Round for the family, ringed for their network, squared for professionals.
pub fn face(member: &Member) -> El {
    el("span", "face")
        .set("data-role", group_of(member.role))
        .set("aria-hidden", "true")
        .text(initials(member))
}

pub fn group_of(role: Role) -> &'static str {
    match role {
        Role::Family | Role::Child => "family",
        Role::Network | Role::Guest => "network",
        Role::Coordinator | Role::Professional | Role::Interpreter => "pro",
    }
}

fn initials(member: &Member) -> String {
    let most = if group_of(member.role) == "pro" { 2 } else { 1 };
    member
        .name
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(most)
        .collect()
}

pub fn first_name(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}
