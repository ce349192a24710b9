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
pub mod personal;
mod plan;
mod progress;
mod redact;
mod resolve;
mod slug;
mod suggest;
mod texts;
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

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::source::Spanned;

/// How ids are hashed: they are short and many, so that the standard library's hash would cost more than the lookup.
pub type Hashing = foldhash::fast::RandomState;

/// A table of things by id, in the writer's order.
pub type Keyed<T> = IndexMap<String, T, Hashing>;

/// Things by what is looked up, in no order.
pub type Map<K, V> = HashMap<K, V, Hashing>;

/// What has been seen, in no order.
pub type Set<K> = HashSet<K, Hashing>;

/// An id and where it stands as a key.
pub type Id = Spanned<String>;
