//! The views: a session drawn with Yew.
//!
//! [`Widget`] is the one component with state. Everything else is a plain function that writes elements into a
//! `Markup`, from a `Page`, which borrows what there is to show and knows how to send events; no view computes
//! anything about the profile. (Plain functions instead of function components: nothing below the widget has
//! state or is drawn on its own, and each component type would add its own code to the wasm.)

mod abilities;
mod account;
mod attribute;
mod axis;
mod brought;
mod call_to_action;
mod context;
mod controls;
mod export;
mod first_input;
#[cfg(feature = "json")]
mod first_pages;
mod format;
mod frame;
mod interlude;
mod intro;
mod keep;
mod markup;
mod named_results;
mod panel;
mod paper;
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
