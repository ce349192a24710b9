//! Every rule, one a file.

mod activity_chain;
mod activity_ongoing;
mod activity_order;
mod activity_per_unit;
mod cell_empty_and_used;
mod cell_uncovered;
mod dependency_cycle;
mod dimension_missing;
mod duplicate_key;
mod exempt_without_note;
mod framework;
mod invalid_date;
mod invalid_id;
mod invalid_value;
mod missing_key;
mod owner_outside_role;
mod phase_missing;
mod role_overfilled;
mod role_vacant;
mod syntax;
mod task_without_owner;
mod unknown_key;
mod unknown_reference;
mod unreadable;
mod waiver_unused;
mod wrong_type;

use super::Rule;

/// Every rule, in the order in which the table of rules lists them.
pub static ALL: &[&Rule] = &[
    // reading
    &unreadable::RULE,
    &syntax::RULE,
    &duplicate_key::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &wrong_type::RULE,
    &invalid_value::RULE,
    &invalid_date::RULE,
    &invalid_id::RULE,
    &framework::RULE,
    // what hangs together
    &unknown_reference::RULE,
    &dependency_cycle::RULE,
    &phase_missing::RULE,
    &dimension_missing::RULE,
    &cell_uncovered::RULE,
    &cell_empty_and_used::RULE,
    &role_vacant::RULE,
    &role_overfilled::RULE,
    &owner_outside_role::RULE,
    // who and when
    &task_without_owner::RULE,
    // what the framework states
    &activity_per_unit::RULE,
    &activity_chain::RULE,
    &activity_order::RULE,
    &activity_ongoing::RULE,
    &exempt_without_note::RULE,
    // waivers
    &waiver_unused::RULE,
];

pub(super) use waiver_unused::waive;
