//! Implementation plans as plain text, and what can be said of them.
//!
//! Data flows one way, and nothing looks back:
//!
//! ```text
//! source -> read -> model -> check | view -> document -> write
//! ```
//!
//! - [`source`] text, names and places; [`finding`] what is wrong in a place: the ground floor
//! - [`read`] text to a plan or a framework, with every mistake of its form
//! - [`model`] what plans and frameworks say, each value with its place
//! - [`calendar`] days, periods, ISO weeks and public holidays
//! - [`check`] the rules, one a file
//! - [`view`] a plan, its framework and a day, to plain data
//! - [`document`] what a view says, as headings, tables and timelines
//! - [`write`] documents and findings in their formats
//! - [`locale`] every word a person reads
//! - [`command`] the hallway: one verb a file, the only code that knows all rooms

pub mod calendar;
pub mod check;
pub mod cli;
pub mod command;
pub mod document;
pub mod finding;
pub mod locale;
pub mod memory;
pub mod model;
pub mod read;
pub mod source;
pub mod view;
pub mod write;
