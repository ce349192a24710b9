//! Every rule, one a file.

mod activity_chain;
mod activity_ongoing;
mod activity_order;
mod activity_per_unit;
mod duplicate_key;
mod exempt_without_note;
mod framework;
mod invalid_date;
mod invalid_id;
mod invalid_value;
mod missing_key;
mod syntax;
mod task_without_owner;
mod unknown_key;
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
