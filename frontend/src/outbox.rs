//! Changes that this device has not got through to the server, kept in IndexedDB.
//!
//! What must stay true:
//! - A change counts as on this device only after a transaction of strict durability has completed.
//! - The key begins with plan and member, so that what A wrote is never sent as B.
//! - Each tab owns what it wrote, shown by a lock that the browser lets go of when the tab dies. Another
//!   tab takes over only what no living tab owns, so that one tab sends each change.
//!
//! Where the browser stores nothing, changes live in memory alone and `is_durable` says so.

use crate::intl::method;
use crate::{chance, json};
use js_sys::{Array, Function, Object, Promise, Reflect};
use shared::ids::{ChangeId, MemberId, PlanId};
use shared::plan::Change;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbTransaction};

const DATABASE: &str = "bordenden";
const STORE: &str = "outbox";

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase.transaction` with options, which web-sys does not bind.
    type StrictDatabase;
    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn transaction(this: &StrictDatabase, stores: &str, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;

    /// `navigator.locks`, which web-sys binds only behind its unstable switch.
    type Locks;
    #[wasm_bindgen(method, js_name = request)]
    fn request(this: &Locks, name: &str, options: &Object, granted: &Function) -> Promise;
}

#[derive(Debug)]
pub struct Outbox {
    database: Option<IdbDatabase>,
    /// `plan/member/`: everything this person ever wrote to this plan on this device.
    mine: String,
    tab: String,
    /// Lets the lock on this tab's part go.
    release: Option<Function>,
}

impl Outbox {
    /// `gone` settles when the board is over, also when it ended in a panic and nothing here runs any more.
    pub async fn open(plan: PlanId, member: MemberId, gone: &JsValue) -> Self {
        let database = open_database().await.ok();
        let (mine, tab) = (format!("{plan}/{member}/"), format!("{:08x}", chance::number()));
        let release = locks().map(|locks| hold(&locks, &format!("{mine}{tab}"), gone));
        Outbox {
            database,
            mine,
            tab,
            release,
        }
    }

    /// Whether something written here survives the page.
    pub fn is_durable(&self) -> bool {
        self.database.is_some()
    }

    /// On the device when this returns.
    ///
    /// Errors: no storage, or it is full.
    pub async fn put(&self, change: &Change) -> Result<(), JsValue> {
        let text = serde_json::to_string(change).map_err(|_| JsValue::NULL)?;
        let transaction = strict(self.database.as_ref().ok_or(JsValue::NULL)?)?;
        let key = JsValue::from_str(&self.key(change.change_id));
        transaction
            .object_store(STORE)?
            .put_with_key(&JsValue::from_str(&text), &key)?;
        completed(&transaction).await
    }

    pub async fn remove(&self, change: ChangeId) -> Result<(), JsValue> {
        let transaction = strict(self.database.as_ref().ok_or(JsValue::NULL)?)?;
        transaction
            .object_store(STORE)?
            .delete(&JsValue::from_str(&self.key(change)))?;
        completed(&transaction).await
    }

    /// What tabs that no longer live left behind, each tab's in its order. From now on it is this tab's.
    pub async fn adopt(self: &Rc<Self>) -> Vec<Change> {
        let Some(database) = self.database.clone() else {
            return vec![];
        };
        let adopted = Rc::new(RefCell::new(vec![]));
        for tab in self.other_tabs(&database).await.unwrap_or_default() {
            let (this, found) = (self.clone(), adopted.clone());
            let take = async move |tab: String| {
                if let Ok(changes) = this.take_over(&tab).await {
                    found.borrow_mut().extend(changes);
                }
            };
            match locks() {
                None => take(tab).await,
                Some(locks) => {
                    let name = format!("{}{tab}", self.mine);
                    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
                        if lock.is_null() {
                            return JsValue::UNDEFINED;
                        }
                        future_to_promise(async move {
                            take(tab).await;
                            Ok(JsValue::UNDEFINED)
                        })
                        .into()
                    });
                    let options = options(&[("ifAvailable", JsValue::TRUE)]);
                    let _ = JsFuture::from(locks.request(&name, &options, granted.unchecked_ref())).await;
                }
            }
        }
        adopted.take()
    }

    async fn other_tabs(&self, database: &IdbDatabase) -> Result<Vec<String>, JsValue> {
        let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
        let keys = answer(&store.get_all_keys_with_key(&range(&self.mine)?)?).await?;
        let keys = Array::from(&keys);
        let tabs = keys.iter().filter_map(|key| {
            let key = key.as_string()?;
            let (tab, _) = key.strip_prefix(&self.mine)?.split_once('/')?;
            (tab != self.tab).then(|| tab.to_owned())
        });
        let mut tabs: Vec<String> = tabs.collect();
        tabs.dedup();
        Ok(tabs)
    }

    /// Moves a dead tab's changes under this tab, all or none.
    async fn take_over(&self, tab: &str) -> Result<Vec<Change>, JsValue> {
        let transaction = strict(self.database.as_ref().ok_or(JsValue::NULL)?)?;
        let store = transaction.object_store(STORE)?;
        let range = range(&format!("{}{tab}/", self.mine))?;
        let texts = Array::from(&answer(&store.get_all_with_key(&range)?).await?);
        let read = texts
            .iter()
            .filter_map(|text| json::read_whole::<Change>(&text.as_string()?).ok());
        let changes: Vec<Change> = read.collect();
        if changes.len() == texts.length() as usize {
            store.delete(&range)?;
        }
        for (change, text) in changes.iter().zip(texts.iter()) {
            store.put_with_key(&text, &JsValue::from_str(&self.key(change.change_id)))?;
        }
        completed(&transaction).await?;
        Ok(changes)
    }

    fn key(&self, change: ChangeId) -> String {
        format!("{}{}/{change}", self.mine, self.tab)
    }
}

impl Drop for Outbox {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
        if let Some(database) = &self.database {
            database.close();
        }
    }
}

async fn open_database() -> Result<IdbDatabase, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let request = window.indexed_db()?.ok_or(JsValue::NULL)?.open_with_u32(DATABASE, 1)?;
    // Asks the event for its request: a closure that held it and was never called would never let it go.
    let upgrade = Closure::once(|event: web_sys::Event| {
        let request = event.target().and_then(|target| target.dyn_into::<IdbOpenDbRequest>().ok());
        let database = request.and_then(|request| request.result().ok()?.dyn_into::<IdbDatabase>().ok());
        if let Some(database) = database {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = answer(&request).await;
    request.set_onupgradeneeded(None);
    opened?.dyn_into()
}

/// A transaction that completes only when the bytes are on the medium.
fn strict(database: &IdbDatabase) -> Result<IdbTransaction, JsValue> {
    let options = options(&[("durability", JsValue::from_str("strict"))]);
    database
        .unchecked_ref::<StrictDatabase>()
        .transaction(STORE, "readwrite", &options)
}

async fn answer(request: &web_sys::IdbRequest) -> Result<JsValue, JsValue> {
    settled(request, "onsuccess", &["onerror", "onblocked"]).await?;
    request.result()
}

async fn completed(transaction: &IdbTransaction) -> Result<(), JsValue> {
    settled(transaction, "oncomplete", &["onerror", "onabort"]).await
}

/// Waits for one of an object's events, by its own handler properties.
async fn settled(object: &JsValue, good: &str, bad: &[&str]) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let _ = Reflect::set(object, &JsValue::from_str(good), &resolve);
        for name in bad {
            let _ = Reflect::set(object, &JsValue::from_str(name), &reject);
        }
    });
    JsFuture::from(promise).await.map(|_| ())
}

fn range(prefix: &str) -> Result<JsValue, JsValue> {
    let end = JsValue::from_str(&format!("{prefix}\u{ffff}"));
    IdbKeyRange::bound(&JsValue::from_str(prefix), &end).map(JsValue::from)
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

fn locks() -> Option<Locks> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    method(&locks, "request").is_some().then(|| locks.unchecked_into())
}

/// Holds a lock until the returned function is called, `gone` settles, or the tab is gone.
fn hold(locks: &Locks, name: &str, gone: &JsValue) -> Function {
    let mut release = None;
    let until = Promise::new(&mut |resolve, _| release = Some(resolve));
    let until = if gone.is_object() {
        Promise::race(&Array::of2(&until, gone))
    } else {
        until
    };
    let granted = Closure::once_into_js(move |_lock: JsValue| -> JsValue { until.into() });
    let _ = locks.request(name, &Object::new(), granted.unchecked_ref());
    release.unwrap_or_default()
}
