//! What a plan and a framework say, each value with its place. No input or
//! output and no clock.

mod as_of;
mod assessment;
mod config;
mod criteria;
mod framework;
mod governance;
mod meetings;
mod names;
mod plan;
mod progress;
mod resolve;
mod slug;
mod suggest;
mod written;

pub use config::*;
pub use criteria::*;
pub use framework::*;
pub use governance::*;
pub use names::Names;
pub use plan::*;
pub use progress::*;
pub use resolve::*;
pub use slug::slug;
pub use suggest::suggest;
pub use written::{quoted, written};

use indexmap::IndexMap;

use crate::source::Spanned;

/// A table of things by id, in the writer's order.
pub type Keyed<T> = IndexMap<String, T>;

/// An id and where it stands as a key.
pub type Id = Spanned<String>;
