//! Requests to the service: the plan for the first look, and tickets for the socket.

use crate::json;
use js_sys::{Function, Promise};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use shared::ids::{CardId, MemberId, PlanId};
use shared::plan::Record;
use shared::problem::{Problem, codes};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, RequestCredentials, RequestInit, Response};

/// Where the service is and who asks. A board on another site carries a token; our own pages have a cookie.
#[derive(Debug)]
pub struct Api {
    base: String,
    /// Nothing, a text, or a function that gives one or a promise of one.
    token: RefCell<JsValue>,
}

#[derive(Debug, Deserialize)]
pub struct FirstLook {
    pub member_id: MemberId,
    pub records: Vec<Record>,
}

#[derive(Debug, Deserialize)]
pub struct Ticket {
    pub ticket: String,
    pub socket: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// No answer at all.
    Network,
    /// An answer that says no; the code is one of `problem::codes`.
    Problem(String),
}

impl Api {
    pub fn new(base: &str, token: JsValue) -> Self {
        Api {
            base: base.trim_end_matches('/').to_owned(),
            token: RefCell::new(token),
        }
    }

    pub fn set_token(&self, token: String) {
        *self.token.borrow_mut() = token.into();
    }

    async fn token(&self) -> Result<String, JsValue> {
        let token = self.token.borrow().clone();
        let token = match token.dyn_ref::<Function>() {
            Some(ask) => JsFuture::from(Promise::resolve(&ask.call0(&JsValue::UNDEFINED)?)).await?,
            None => token,
        };
        Ok(token.as_string().unwrap_or_default())
    }

    pub async fn first_look(&self, plan: PlanId) -> Result<FirstLook, Failure> {
        self.ask("GET", &format!("/api/plans/{plan}")).await
    }

    /// The cards that others changed since this person's last visit.
    pub async fn whats_new(&self, plan: PlanId) -> Result<Vec<CardId>, Failure> {
        self.ask("GET", &format!("/api/plans/{plan}/new")).await
    }

    /// The page of a plan that the service serves itself.
    pub fn plan_address(&self, plan: PlanId) -> String {
        let own = web_sys::window().and_then(|window| window.location().origin().ok());
        let base = if own.as_ref() == Some(&self.base) { "" } else { &self.base };
        format!("{base}/plans/{plan}")
    }

    pub async fn ticket(&self, plan: PlanId) -> Result<Ticket, Failure> {
        self.ask("POST", &format!("/api/plans/{plan}/tickets")).await
    }

    /// The address of the socket: that of the service, by the matching scheme.
    pub fn socket_url(&self, path: &str) -> String {
        let origin = || {
            web_sys::window()
                .and_then(|window| window.location().origin().ok())
                .unwrap_or_default()
        };
        let base = if self.base.is_empty() { origin() } else { self.base.clone() };
        match base.strip_prefix("http") {
            Some(rest) => format!("ws{rest}{path}"),
            None => format!("{base}{path}"),
        }
    }

    async fn ask<T: DeserializeOwned>(&self, method: &str, path: &str) -> Result<T, Failure> {
        let (status, body) = self.fetch(method, path).await.map_err(|_| Failure::Network)?;
        if (200..300).contains(&status) {
            return json::read(&body).map_err(|_| Failure::Problem(codes::UNEXPECTED.into()));
        }
        let code = json::read::<Problem>(&body).map(|problem| problem.code);
        Err(match (code, status) {
            (Ok(code), _) => Failure::Problem(code),
            (Err(_), 401) => Failure::Problem(codes::SIGNED_OUT.into()),
            // A proxy in between that speaks its own language: try again as when there was no answer.
            (Err(_), _) => Failure::Network,
        })
    }

    async fn fetch(&self, method: &str, path: &str) -> Result<(u16, String), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let headers = Headers::new()?;
        headers.set("accept", "application/json")?;
        let init = RequestInit::new();
        init.set_method(method);
        if method == "POST" {
            headers.set("content-type", "application/json")?;
            init.set_body(&JsValue::from_str("{}"));
        }
        let token = self.token().await?;
        if token.is_empty() {
            init.set_credentials(RequestCredentials::SameOrigin);
        } else {
            headers.set("authorization", &format!("Bearer {token}"))?;
            init.set_credentials(RequestCredentials::Omit);
        }
        init.set_headers(&headers);
        let request = Request::new_with_str_and_init(&format!("{}{path}", self.base), &init)?;
        let response: Response = JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()?;
        let body = JsFuture::from(response.text()?).await?;
        Ok((response.status(), body.as_string().unwrap_or_default()))
    }
}
