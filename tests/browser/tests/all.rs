//! The built site in Chromium, used as visitors use it.

mod accessible;
mod early;
mod groups;
mod keyboard;
mod language;
mod layout;
mod pointer;
mod privacy;
mod robust;
mod walk;
