//! A local web server for the site.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header::CACHE_CONTROL};
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_livereload::LiveReloadLayer;

use crate::{site, watch};

const DEFAULT_PORT: u16 = 8080;

/// Options of the command.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The port to serve on [default: 8080, or any free port if that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Rebuild when a source changes, and reload the page
    #[arg(long)]
    watch: bool,
}

/// Builds the site and serves it until the process is stopped.
pub(crate) fn serve(options: Options) -> Result<()> {
    let listener = listen(options.port)?;
    let mut app = files(&site::folder());
    if options.watch {
        let reload = LiveReloadLayer::new();
        let reloader = reload.reloader();
        watch::build_on_change(move || reloader.reload())?;
        app = app.layer(reload);
    } else {
        site::build()?;
    }
    run(listener, app)
}

/// Serves a folder of files until the process is stopped.
pub(crate) fn serve_folder(folder: &Path) -> Result<()> {
    run(listen(None)?, files(folder))
}

fn files(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder))
}

fn run(listener: TcpListener, app: Router) -> Result<()> {
    let no_cache = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let app = app.layer(no_cache).layer(CompressionLayer::new());
    println!("http://{}/", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, app).await.context("server stopped")
    })
}

/// Fails if the requested port is taken. Without a request, takes any free port if the default one is taken.
fn listen(requested: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match requested {
        Some(port) => bind(port),
        None => bind(DEFAULT_PORT).or_else(|_| bind(0)),
    };
    let port = requested.unwrap_or(DEFAULT_PORT);
    let listener = listener.with_context(|| format!("port not available: {port}"))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_an_error_only_if_requested() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_eq!(listen(Some(port)).unwrap_err().to_string(), format!("port not available: {port}"));
        let (first, second) = (listen(None).unwrap(), listen(None).unwrap());
        assert_ne!(first.local_addr().unwrap(), second.local_addr().unwrap());
    }
}
