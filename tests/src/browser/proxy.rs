//! A wire between a browser and the server that the test can cut, as a phone loses the net in a cellar.
//! (A browser's own "offline" switch leaves open sockets alive.)

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

#[derive(Debug)]
pub struct Proxy {
    pub address: SocketAddr,
    whole: Arc<AtomicBool>,
    cut: Arc<Notify>,
}

impl Proxy {
    pub async fn to(server: SocketAddr) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port for the proxy");
        let address = listener.local_addr().expect("the proxy's address");
        let whole = Arc::new(AtomicBool::new(true));
        let cut = Arc::new(Notify::new());
        let (alive, cutting) = (whole.clone(), cut.clone());
        tokio::spawn(async move {
            while let Ok((mut browser, _)) = listener.accept().await {
                let (alive, cutting) = (alive.clone(), cutting.clone());
                tokio::spawn(async move {
                    let cut = cutting.notified();
                    if !alive.load(Ordering::SeqCst) {
                        return;
                    }
                    let Ok(mut upstream) = TcpStream::connect(server).await else {
                        return;
                    };
                    tokio::select! {
                        _ = copy_bidirectional(&mut browser, &mut upstream) => {}
                        () = cut => {}
                    }
                });
            }
        });
        Proxy { address, whole, cut }
    }

    /// Ends every connection and takes no new one.
    pub fn cut(&self) {
        self.whole.store(false, Ordering::SeqCst);
        self.cut.notify_waiters();
    }

    pub fn mend(&self) {
        self.whole.store(true, Ordering::SeqCst);
    }
}
