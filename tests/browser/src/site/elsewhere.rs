//! All other sites, which the tests' pages must not contact.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::RUNTIME;

const LONGEST_LINE: u64 = 64 * 1024;
const REFUSAL: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A proxy for all other sites: it records requests and answers none. Scripts on a page don't see requests
/// that fail, and without internet access requests to other sites do.
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
            loop {
                // A client may disconnect before it is accepted; keep listening.
                let Ok((stream, _)) = listener.accept().await else { continue };
                let notes = Arc::clone(&notes);
                RUNTIME.spawn(async move {
                    let mut stream = BufReader::new(stream);
                    // A connection that breaks earlier has requested nothing. After that, the request counts.
                    let Ok(address) = first_line(&mut stream).await else { return };
                    notes.lock().unwrap_or_else(PoisonError::into_inner).push(address);
                    let _ = stream.write_all(REFUSAL).await;
                });
            }
        });
        Elsewhere { port, asked, server }
    }

    /// The addresses requested since the last call; of encrypted ones, only host and port.
    pub(super) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Reads a request line such as `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1`. It may arrive
/// in pieces, and a browser may connect before it has anything to request.
async fn first_line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    AsyncReadExt::take(stream, LONGEST_LINE).read_line(&mut line).await?;
    Ok(line.split_whitespace().nth(1).ok_or(io::ErrorKind::InvalidData)?.to_owned())
}
