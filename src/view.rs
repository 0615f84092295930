//! The views, which draw a session with Yew.
//!
//! [`Widget`] is the only component with state. All other views are plain functions that write elements into
//! a `Markup`. They draw from a `ViewContext`, which borrows the data to show and can send events, and
//! compute nothing about the profile. (They are not function components: nothing below the widget has state
//! or is drawn on its own, and each component type would add its own code to the wasm.)

mod abilities;
mod account;
mod attribute;
mod brought;
mod call_to_action;
mod context;
mod controls;
mod first_input;
#[cfg(feature = "json")]
mod first_pages;
mod format;
mod frame;
mod interlude;
mod intro;
mod keep;
mod marks;
mod markup;
mod named_results;
mod panel;
mod paper;
mod profile_line;
mod props;
mod question;
mod result;
mod settings;
mod shared;
mod state;
mod told;
mod visit;
mod widget;

pub use abilities::{Abilities, Device, Keep};
pub use brought::ChosenFile;
pub use call_to_action::CallToAction;
pub use first_input::first_page_events;
#[cfg(feature = "json")]
pub use first_pages::{FirstPages, Node};
pub use format::Format;
pub use props::WidgetProps;
pub use settings::{Notice, Settings, Start, Variant};
pub use told::{Asked, Copy, CopyWhat, Delivery, Download, Export, Share, Told};
pub use widget::{Message, Widget};
