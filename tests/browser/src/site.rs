//! The built site, served on a free port.

mod answer;
mod elsewhere;
mod recorder;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::{RECORDER, RUNTIME};
pub use answer::Answer;
use elsewhere::Elsewhere;
use recorder::with_recorder;

/// The path of the recorder's script, which isn't counted as a request.
const RECORDER_PATH: &str = "/recorder.js";

/// The server; it ends when it is dropped.
#[derive(Debug)]
pub struct Site {
    origin: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
    elsewhere: Elsewhere,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    released: Notify,
    state: Mutex<ServerState>,
}

#[derive(Debug, Default)]
struct ServerState {
    /// The test's own files, by path.
    own: BTreeMap<String, Answer>,
    /// A replacement answer, and the ending of the paths that get it.
    instead: Option<(String, Answer)>,
    /// Whether pages of all origins may read the files.
    is_shared: bool,
    /// The ending of paths whose answers are held back.
    held: Option<String>,
    /// All requested paths, in order.
    asked: Vec<String>,
}

impl Site {
    /// Serves the folder in the environment variable `SITE`, by default the project's `dist`.
    pub(crate) fn serve() -> Site {
        let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        let folder = env::var_os("SITE").map_or_else(built, PathBuf::from);
        assert!(
            folder.join("index.html").is_file(),
            "no site in {}; run cargo xtask build",
            folder.display()
        );
        let shared =
            Arc::new(Shared { folder: folder.clone(), released: Notify::new(), state: Mutex::default() });
        let app = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(from_fn_with_state(Arc::clone(&shared), answer));
        let listener = RUNTIME.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let listener = listener.expect("a port is free");
        let origin = format!("http://{}", listener.local_addr().expect("the listener has an address"));
        let server = RUNTIME.spawn(async {
            // The server runs until the process ends; broken connections don't matter.
            let _ = axum::serve(listener, app).await;
        });
        Site { origin, shared, server, elsewhere: Elsewhere::serve() }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The host and port of the proxy for all other sites.
    pub(crate) fn proxy(&self) -> String {
        format!("127.0.0.1:{}", self.elsewhere.port)
    }

    /// The addresses requested from that proxy since the last call.
    pub(crate) fn asked_elsewhere(&self) -> Vec<String> {
        self.elsewhere.take()
    }

    /// From now on, serves a file of the test's own at a path.
    pub fn add(&self, path: &str, answer: Answer) {
        self.shared.state().own.insert(path.to_owned(), answer);
    }

    /// From now on, serves the files of a fixture that `cargo xtask test` has built, at `/<name>/`.
    #[track_caller]
    pub fn add_fixture(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fixtures").join(name);
        self.add_folder(&folder, &format!("/{name}"));
    }

    #[track_caller]
    fn add_folder(&self, folder: &Path, path: &str) {
        let files =
            fs::read_dir(folder).unwrap_or_else(|_| panic!("no {}; run cargo xtask test", folder.display()));
        for file in files.map(|file| file.expect("a folder can be listed").path()) {
            let name = file.file_name().map(|name| name.display().to_string()).unwrap_or_default();
            let path = format!("{path}/{name}");
            if file.is_dir() {
                self.add_folder(&file, &path);
                continue;
            }
            let kind = match file.extension().and_then(|ending| ending.to_str()) {
                Some("css") => "text/css",
                Some("js") => "text/javascript",
                Some("wasm") => "application/wasm",
                Some("json" | "webmanifest") => "application/json",
                Some("png") => "image/png",
                Some("svg") => "image/svg+xml",
                Some("txt") => "text/plain",
                _ => "text/html; charset=utf-8",
            };
            self.add(&path, Answer::file(kind, fs::read(&file).expect("a built file can be read")));
        }
    }

    /// Serves a Dutch page with the element's script and this body.
    pub fn add_html(&self, path: &str, body: &str) {
        self.add(path, Answer::html(&Site::page("", body)));
    }

    /// A Dutch page with the element's script, this in its head before the script, and this body.
    pub fn page(head: &str, body: &str) -> String {
        format!(
            "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Test</title>\
             <link rel='icon' href='/icon.svg'>{head}<script type='module' src='/b2b-b2c-profile.js'></script>\
             </head><body>{body}</body></html>"
        )
    }

    /// From now on, answers paths with this ending with something else.
    pub fn answer_instead(&self, ending: &str, answer: Answer) {
        self.shared.state().instead = Some((ending.to_owned(), answer));
    }

    /// From now on, holds back the answers to paths with this ending.
    pub fn hold(&self, ending: &str) {
        self.shared.state().held = Some(ending.to_owned());
    }

    /// From now on, breaks every connection.
    pub fn vanish(&self) {
        self.answer_instead("", Answer::none());
    }

    /// Sends the answers that were held back.
    pub fn release(&self) {
        self.shared.state().held = None;
        self.shared.released.notify_waiters();
    }

    /// From now on, answers normally again.
    pub fn answer_rightly(&self) {
        self.shared.state().instead = None;
    }

    /// From now on, lets pages of all origins read the files, including sandboxed pages without one.
    pub fn share(&self) {
        self.shared.state().is_shared = true;
    }

    /// A built file in the site's root, by the start and end of its name.
    #[track_caller]
    pub fn file(&self, start: &str, ending: &str) -> Vec<u8> {
        fs::read(self.shared.folder.join(self.name(start, ending))).expect("a built file can be read")
    }

    /// The name of that file.
    #[track_caller]
    pub fn name(&self, start: &str, ending: &str) -> String {
        let first = self.names(start, ending).into_iter().next();
        first.unwrap_or_else(|| panic!("no file {start}…{ending} in the site"))
    }

    /// The name of the WebAssembly module.
    #[track_caller]
    pub fn module(&self) -> String {
        self.name("b2b-b2c-profile-", ".wasm")
    }

    #[track_caller]
    fn names(&self, start: &str, ending: &str) -> Vec<String> {
        let files = fs::read_dir(&self.shared.folder).expect("the site's folder can be listed");
        let names = files.map(|file| file.expect("the site's folder can be listed").file_name());
        let names = names.filter_map(|name| name.into_string().ok());
        names.filter(|name| name.starts_with(start) && name.ends_with(ending)).collect()
    }

    /// All paths requested so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.shared.state().asked.clone()
    }

    /// How often paths with this ending were requested.
    pub fn times_asked(&self, ending: &str) -> usize {
        self.asked().iter().filter(|path| path.ends_with(ending)).count()
    }

    /// Whether an address is a file of the site or a page of the test.
    pub(crate) fn has(&self, address: &str) -> bool {
        let Some(path) = address.strip_prefix(&self.origin) else { return false };
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        self.shared.folder.join(file.trim_start_matches('/')).is_file()
            || self.shared.state().own.contains_key(path)
            || path == RECORDER_PATH
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Shared {
    /// Records the request, and returns the test's own answer, if there is one.
    fn answer_to(&self, path: &str) -> Option<Answer> {
        let mut state = self.state();
        if path == RECORDER_PATH {
            return Some(Answer::script(RECORDER));
        }
        state.asked.push(path.to_owned());
        let instead = state.instead.as_ref().filter(|(ending, _)| path.ends_with(ending.as_str()));
        instead.map(|(_, answer)| answer).or_else(|| state.own.get(path)).cloned()
    }

    /// Waits while answers to this path are held back.
    async fn wait_for_release(&self, path: &str) {
        loop {
            let released = self.released.notified();
            let is_held = self.state().held.as_ref().is_some_and(|ending| path.ends_with(ending.as_str()));
            if !is_held {
                return;
            }
            released.await;
        }
    }

    fn state(&self) -> MutexGuard<'_, ServerState> {
        self.state.lock().expect("no holder of the lock panics")
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    // For pages that are opened, not for files that scripts fetch.
    let is_opened =
        request.headers().get(header::ACCEPT).is_some_and(|types| types.as_bytes().starts_with(b"text/html"));
    shared.wait_for_release(&path).await;
    let mut response = match shared.answer_to(&path) {
        Some(answer) => answer.to_response(),
        None => next.run(request).await,
    };
    if is_opened {
        response = with_recorder(response).await;
    }
    if shared.state().is_shared {
        response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    // Cached files wouldn't be requested again, so they wouldn't be counted.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
