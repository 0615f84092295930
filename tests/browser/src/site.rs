//! The built site, served on a free port.

use std::collections::BTreeMap;
use std::env;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::RUNTIME;

/// A page or a script that only a test needs.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Where it is served, from the slash on.
    pub path: &'a str,
    /// Its type.
    pub content_type: &'a str,
    /// What it holds.
    pub text: &'a str,
    /// Its content security policy, if it has one.
    pub policy: Option<&'a str>,
}

/// The server; it ends when it is dropped.
#[derive(Debug)]
pub struct Site {
    origin: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    state: Mutex<ServerState>,
}

#[derive(Debug, Default)]
struct ServerState {
    /// The tests' own pages: type, text and policy for each path.
    pages: BTreeMap<String, (String, String, Option<String>)>,
    /// Paths that end so are not found.
    hidden: Option<String>,
    /// Every path that was asked for, in order.
    asked: Vec<String>,
}

impl Site {
    /// Serves the folder that the variable `SITE` names, else the project's `dist`.
    pub(crate) fn serve() -> Site {
        let built = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        let folder = env::var_os("SITE").map_or_else(built, PathBuf::from);
        assert!(folder.join("index.html").is_file(), "no site in {}; cargo xtask build", folder.display());
        let shared = Arc::new(Shared { folder: folder.clone(), state: Mutex::default() });
        let app = Router::new()
            .fallback_service(ServeDir::new(folder))
            .layer(from_fn_with_state(Arc::clone(&shared), answer));
        let listener = RUNTIME.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
        let listener = listener.expect("a port is free");
        let origin = format!("http://{}", listener.local_addr().expect("the listener has an address"));
        let server = RUNTIME.spawn(async {
            // It never ends by itself; a broken connection is the browser's affair.
            let _ = axum::serve(listener, app).await;
        });
        Site { origin, shared, server }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Serves a page of the test's own from now on.
    pub fn add(&self, page: Page) {
        let text = (page.content_type.to_owned(), page.text.to_owned(), page.policy.map(str::to_owned));
        self.shared.state().pages.insert(page.path.to_owned(), text);
    }

    /// Serves a Dutch page with the element's script, and this as its body.
    pub fn add_html(&self, path: &str, body: &str) {
        let text = format!(
            "<!doctype html><html lang='nl'><head><meta charset='utf-8'><title>Test</title>\
             <link rel='icon' href='/icon.svg'><script type='module' src='/b2b-b2c-profile.js'></script>\
             </head><body>{body}</body></html>"
        );
        self.add(Page { path, content_type: "text/html", text: &text, policy: None });
    }

    /// From now on, files whose name ends so are not found; none with `None`.
    pub fn hide(&self, ending: Option<&str>) {
        self.shared.state().hidden = ending.map(str::to_owned);
    }

    /// Every path that was asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.shared.state().asked.clone()
    }

    /// How often a path with this ending was asked for.
    pub fn times_asked(&self, ending: &str) -> usize {
        self.asked().iter().filter(|path| path.ends_with(ending)).count()
    }

    /// Whether an address is one of the site's own files or of the test's own pages.
    pub(crate) fn has(&self, address: &str) -> bool {
        let Some(path) = address.strip_prefix(&self.origin) else { return false };
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        self.shared.folder.join(file.trim_start_matches('/')).is_file()
            || self.shared.state().pages.contains_key(path)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, ServerState> {
        self.state.lock().expect("no holder of the lock panics")
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let (own, is_hidden) = {
        let mut state = shared.state();
        state.asked.push(path.clone());
        let is_hidden = state.hidden.as_ref().is_some_and(|ending| path.ends_with(ending));
        (state.pages.get(&path).cloned(), is_hidden)
    };
    let mut response = match own {
        _ if is_hidden => StatusCode::NOT_FOUND.into_response(),
        Some((content_type, text, policy)) => {
            let mut response = ([(header::CONTENT_TYPE, content_type)], text).into_response();
            let policy =
                policy.map(|policy| HeaderValue::try_from(policy).expect("the policy is plain text"));
            policy.and_then(|policy| response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy));
            response
        }
        None => next.run(request).await,
    };
    // A file out of the browser's cache would not be asked for again, and so not be counted.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
