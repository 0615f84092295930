//! Starting a browser.

use std::time::Duration;

use serde_json::{Map, Value};
use thirtyfour::{Capabilities, WebDriver};
use tokio::time::timeout;

use super::done;
use crate::driver::Driver;
use crate::{Engine, RUNTIME};

/// How long a driver may take to open a browser, and how many drivers are tried.
const SILENCE: Duration = Duration::from_secs(40);
const DRIVERS: usize = 3;

/// Starts a driver and has it open a browser. On a busy machine a driver may not respond; then another is
/// started.
#[track_caller]
pub(super) fn open_session(engine: Engine, proxy: &str) -> (Driver, WebDriver) {
    for _ in 0..DRIVERS {
        let driver = Driver::start(engine);
        let capabilities = match driver.capabilities(proxy) {
            Value::Object(capabilities) => Capabilities::from(capabilities),
            _ => Capabilities::from(Map::new()),
        };
        let session = WebDriver::new(driver.address(), capabilities);
        if let Ok(session) = RUNTIME.block_on(async { timeout(SILENCE, session).await }) {
            return (driver, done(session));
        }
    }
    panic!("{engine:?} doesn't start: {DRIVERS} drivers in turn didn't respond for {} s", SILENCE.as_secs());
}
