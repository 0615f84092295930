//! A self-assessment in the browser: from twelve answers about how customers buy, it derives a profile
//! on the axis from B2C to B2B, the reasons for the profile, and the engagement tactics that fit.
//!
//! Dependencies point one way: `content → assessment ← view`. The modules, in reading order:
//!
//! - [`assessment`] is the model: instrument, answers, scoring, explanation, session. It uses no
//!   framework, browser, clock or file format, and computes in whole numbers only.
//! - `content` (feature `content`) turns the questionnaire's files into checked data.
//! - [`exchange`] reads and writes text formats: result codes, saved sessions, JSON.
//! - `view` (feature `view`) draws a session with Yew.
//! - `browser` (feature `web`) contains all calls to the browser other than drawing.
//! - `B2bB2cProfile` (feature `web`) is the whole widget as a component for another Yew app.

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
