//! Every rule, one a file.

mod activity_per_unit;
mod task_without_owner;
mod waiver_unused;

use super::Rule;

/// Every rule, in the order in which the table of rules lists them.
pub static ALL: &[&Rule] = &[&task_without_owner::RULE, &activity_per_unit::RULE, &waiver_unused::RULE];

pub(super) use waiver_unused::waive;
