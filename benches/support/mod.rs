//! What the benchmark is made of.

pub mod cases;
pub mod floor;
pub mod peers;
pub mod plans;
pub mod process;
pub mod table;
