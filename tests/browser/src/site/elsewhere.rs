//! The rest of the world, which the tests' pages have no business with.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use crate::RUNTIME;

const LONGEST_LINE: u64 = 64 * 1024;
const REFUSAL: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

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
            loop {
                // A caller that has gone before it was answered is no reason to stop listening.
                let Ok((stream, _)) = listener.accept().await else { continue };
                let notes = Arc::clone(&notes);
                RUNTIME.spawn(async move {
                    let mut stream = BufReader::new(stream);
                    // A line that breaks has asked for nothing; once it has asked, breaking takes nothing back.
                    let Ok(address) = first_line(&mut stream).await else { return };
                    notes.lock().unwrap_or_else(PoisonError::into_inner).push(address);
                    let _ = stream.write_all(REFUSAL).await;
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

/// Reads what is asked for, as `GET http://host/path HTTP/1.1` or `CONNECT host:443 HTTP/1.1`.
///
/// A browser sends its line in as many pieces as it likes, and may connect before it has anything to ask.
async fn first_line(stream: &mut BufReader<TcpStream>) -> io::Result<String> {
    let mut line = String::new();
    AsyncReadExt::take(stream, LONGEST_LINE).read_line(&mut line).await?;
    Ok(line.split_whitespace().nth(1).ok_or(io::ErrorKind::InvalidData)?.to_owned())
}
