//! A self-assessment in the browser: twelve answers about how customers buy become a profile on the
//! axis from B2C to B2B, the reasons for it, and the engagement tactics that fit.
//!
//! Data flows one way: `content → assessment ← view`. The modules, in reading order:
//!
//! - [`assessment`] is the model: instrument, answers, scoring, explanation, session. It names no
//!   framework, no browser, no clock and no file format, and computes in whole numbers only.
//! - `content` (feature `content`) turns the questionnaire's files into checked data.
//! - [`exchange`] is what goes in and out as text: result codes, kept sessions, JSON.
//! - `view` (feature `view`) draws a session with Yew.
//! - `browser` (feature `web`) is where every call to the page lives.
//! - `B2bB2cProfile` (feature `web`) is the whole widget as a component of another Yew app.

pub mod assessment;
#[cfg(feature = "web")]
pub mod browser;
#[cfg(feature = "web")]
mod component;
#[cfg(feature = "content")]
pub mod content;
pub mod exchange;
#[cfg(feature = "injected-panic")]
mod injected_panic;
#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "web")]
pub use component::{B2bB2cProfile, ProfileMessage, ProfileProps, Theme};
