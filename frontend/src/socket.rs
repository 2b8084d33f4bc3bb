//! One websocket. Dropping it closes it, and nothing it had to say is heard afterwards.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, WebSocket};

#[derive(Debug)]
pub struct Socket {
    socket: WebSocket,
    _ears: [EventListener; 3],
}

#[derive(Debug)]
pub enum Heard {
    Open,
    Frame(String),
    Closed,
}

impl Socket {
    /// `None` where the browser refuses the address, as a page's own policy may make it do.
    pub fn open(url: &str, heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let socket = WebSocket::new(url).ok()?;
        let (open, frame, closed) = (heard.clone(), heard.clone(), heard);
        let ears = [
            EventListener::new(&socket, "open", move |_| open(Heard::Open)),
            EventListener::new(&socket, "message", move |event| {
                let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some(text) = text {
                    frame(Heard::Frame(text));
                }
            }),
            // A socket that fails is closed too, so `error` needs no ear.
            EventListener::new(&socket, "close", move |_| closed(Heard::Closed)),
        ];
        Some(Socket { socket, _ears: ears })
    }

    /// Whether the browser took it. What is lost here is sent again after reconnecting.
    pub fn send(&self, text: &str) -> bool {
        self.socket.send_with_str(text).is_ok()
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        let _ = self.socket.close();
    }
}
