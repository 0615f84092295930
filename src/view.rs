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
mod early;
mod format;
mod frame;
mod hand_out;
mod interlude;
mod intro;
mod keep;
mod kept;
mod markup;
mod page;
mod panel;
mod props;
mod question;
mod result;
#[cfg(feature = "json")]
mod screens;
mod settings;
mod shared;
mod sheet;
mod told;
mod visit;
mod widget;

pub use abilities::{Abilities, Device, Keep};
pub use brought::ChosenFile;
pub use call_to_action::CallToAction;
pub use early::early_events;
pub use format::Format;
pub use props::WidgetProps;
#[cfg(feature = "json")]
pub use screens::{Node, Screens};
pub use settings::{Notice, Settings, Start, Variant};
pub use told::{Asked, Copy, CopyWhat, Download, HandOut, Outcome, Share, Told};
pub use widget::{Message, Widget};
