//! Text to a plan or a framework, with every mistake of form found on the way.

mod dictionary;
pub mod discover;
pub mod file;
mod framework;
mod node;
mod plan;
mod record;
mod syntax;
mod toml;
mod values;
mod yaml;

pub use framework::{Loaded, Missing, builtins, framework, framework_of, is_path};
pub use plan::{empty_file, plan};
