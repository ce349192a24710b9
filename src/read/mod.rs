//! Text to a plan or a framework, with every mistake of form found on the way.

mod config;
mod dictionary;
pub mod discover;
pub mod file;
mod framework;
pub mod git;
mod node;
mod plan;
mod record;
#[allow(dead_code, reason = "what is read here, build.rs records")]
mod recorded;
pub mod repository;
mod shape;
pub mod snapshot;
mod syntax;
mod toml;
pub mod tree;
mod values;
mod yaml;

pub use framework::{Loaded, Lookup, Missing, builtins, framework, framework_in, framework_of, is_path};
pub use plan::{empty_file, plan, plan_shape};
pub use shape::{Key, Shape};
pub use values::MOST_TEXT;
