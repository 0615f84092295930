//! The built site in Chromium, used as visitors use it.

mod accessible;
mod builder;
mod compare;
mod early;
mod element;
mod first;
mod foreign;
mod frame;
mod groups;
mod installable;
mod kept;
mod keyboard;
mod language;
mod layout;
mod link;
mod offline;
mod packages;
mod plan;
mod pointer;
mod print;
mod privacy;
mod recorder;
mod robust;
mod sheet;
mod walk;
mod why;
