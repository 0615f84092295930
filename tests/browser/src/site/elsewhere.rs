//! The rest of the world, which the tests' pages have no business with.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::RUNTIME;

/// A proxy for everything but this machine: it notes what was asked for, and hands out nothing.
///
/// Scripts on a page don't learn of requests that fail, and on a closed network those to elsewhere do.
#[derive(Debug)]
pub(super) struct Elsewhere {
    pub(super) port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    server: JoinHandle<()>,
}

impl Elsewhere {
    pub(super) fn serve() -> Elsewhere {
        let listener = RUNTIME.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).expect("a port is free");
        let port = listener.local_addr().expect("the listener has an address").port();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let notes = Arc::clone(&asked);
        let server = RUNTIME.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let notes = Arc::clone(&notes);
                RUNTIME.spawn(async move {
                    // A line that breaks has asked for nothing.
                    if let Ok(address) = refuse(&stream).await {
                        notes.lock().unwrap_or_else(PoisonError::into_inner).push(address);
                    }
                });
            }
        });
        Elsewhere { port, asked, server }
    }

    /// What was asked for since this was last called: addresses, of encrypted ones host and port alone.
    pub(super) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Reads what is asked for, as `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1`, and refuses it.
async fn refuse(stream: &TcpStream) -> io::Result<String> {
    let mut request = [0; 1024];
    stream.readable().await?;
    let length = stream.try_read(&mut request)?;
    let line = String::from_utf8_lossy(&request[..length]);
    let address = line.split_whitespace().nth(1).ok_or(io::ErrorKind::InvalidData)?.to_owned();
    stream.writable().await?;
    stream.try_write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
    Ok(address)
}
