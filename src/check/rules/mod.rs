//! Every rule, one a file.

mod activity_chain;
mod activity_ongoing;
mod activity_order;
mod activity_per_unit;
mod assessment_complete;
mod cell_empty_and_used;
mod cell_uncovered;
mod check_passed;
mod check_without_ongoing;
mod dependency_cycle;
mod dimension_missing;
mod done_before_dependency;
mod done_before_start;
mod done_in_future;
mod due_on_closed_day;
mod duplicate_key;
mod exempt_without_note;
mod framework;
mod initiative_activities;
mod initiative_evidence;
mod initiative_fields;
mod initiative_funding;
mod initiatives_complex;
mod invalid_date;
mod invalid_id;
mod invalid_value;
mod missing_key;
mod ongoing_without_check;
mod overdue;
mod owner_outside_role;
mod phase_missing;
mod role_overfilled;
mod role_vacant;
mod stakeholder_commitment;
mod start_after_due;
mod starts_before_dependency;
mod status_contradicts_done;
mod syntax;
mod task_outside_phase;
mod task_without_date;
mod task_without_owner;
mod theme_incomplete;
mod unknown_key;
mod unknown_reference;
mod unreadable;
mod waiver_expired;
mod waiver_not_allowed;
mod waiver_unused;
mod week_mismatch;
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
    // what refers to what
    &unknown_reference::RULE,
    &dependency_cycle::RULE,
    // what the framework asks for
    &phase_missing::RULE,
    &dimension_missing::RULE,
    &cell_uncovered::RULE,
    &cell_empty_and_used::RULE,
    &exempt_without_note::RULE,
    &activity_per_unit::RULE,
    &activity_chain::RULE,
    &activity_order::RULE,
    &activity_ongoing::RULE,
    // what is chosen, and whether there is capacity for it
    &initiative_fields::RULE,
    &initiatives_complex::RULE,
    &initiative_activities::RULE,
    &initiative_evidence::RULE,
    &initiative_funding::RULE,
    &assessment_complete::RULE,
    &stakeholder_commitment::RULE,
    &theme_incomplete::RULE,
    // who does it
    &task_without_owner::RULE,
    &owner_outside_role::RULE,
    &role_vacant::RULE,
    &role_overfilled::RULE,
    // when things are to be done
    &task_without_date::RULE,
    &start_after_due::RULE,
    &task_outside_phase::RULE,
    &starts_before_dependency::RULE,
    &due_on_closed_day::RULE,
    &week_mismatch::RULE,
    // what goes on
    &ongoing_without_check::RULE,
    &check_without_ongoing::RULE,
    &check_passed::RULE,
    // what has been done
    &status_contradicts_done::RULE,
    &done_in_future::RULE,
    &done_before_start::RULE,
    &done_before_dependency::RULE,
    &overdue::RULE,
    // what is set aside
    &waiver_expired::RULE,
    &waiver_not_allowed::RULE,
    &waiver_unused::RULE,
];

pub(super) use waiver_unused::waive;
