//! Every rule, one a file.

mod activity_per_unit;
mod cell_empty_and_used;
mod cell_uncovered;
mod dependency_cycle;
mod dimension_missing;
mod owner_outside_role;
mod phase_missing;
mod role_overfilled;
mod role_vacant;
mod task_without_owner;
mod unknown_reference;
mod waiver_unused;

use super::Rule;

/// Every rule, in the order in which the table of rules lists them.
pub static ALL: &[&Rule] = &[
    &unknown_reference::RULE,
    &dependency_cycle::RULE,
    &phase_missing::RULE,
    &dimension_missing::RULE,
    &cell_uncovered::RULE,
    &cell_empty_and_used::RULE,
    &role_vacant::RULE,
    &role_overfilled::RULE,
    &owner_outside_role::RULE,
    &task_without_owner::RULE,
    &activity_per_unit::RULE,
    &waiver_unused::RULE,
];

pub(super) use waiver_unused::waive;
