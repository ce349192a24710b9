//! Every rule, one a file.

mod activity_before_phase;
mod activity_chain;
mod activity_ongoing;
mod activity_order;
mod activity_per_unit;
mod activity_required;
mod assessment_complete;
mod benefit_count;
mod benefit_question;
mod benefits_closed;
mod cell_empty_and_used;
mod cell_uncovered;
mod check_passed;
mod check_without_ongoing;
mod criteria_answered;
mod criteria_before_milestone;
mod criteria_before_phase;
mod criterion_chain;
mod criterion_decision;
mod criterion_order;
mod criterion_parent;
mod decision_point_missing;
mod decision_without_meeting;
mod dependency_cycle;
mod dimension_missing;
mod done_before_dependency;
mod done_before_start;
mod done_in_future;
mod due_on_closed_day;
mod duplicate_key;
mod exempt_without_note;
mod framework;
mod holder_in_body;
mod holder_mandate;
mod indicator_kinds;
mod indicator_reading;
mod indicator_recipient;
mod initiative_activities;
mod initiative_evidence;
mod initiative_fields;
mod initiative_funding;
mod initiatives_complex;
mod invalid_date;
mod invalid_id;
mod invalid_value;
mod meeting_at_phase_change;
mod meeting_cadence;
mod meeting_count;
mod meeting_in_july;
mod meeting_points;
mod meeting_purpose;
mod missing_key;
mod ongoing_without_check;
mod overdue;
mod owner_outside_role;
mod owner_overloaded;
mod person_overloaded;
mod person_spelt_two_ways;
mod personal_data;
mod phase_ended_open;
mod phase_missing;
mod phase_order;
mod phase_planned_before;
mod phase_tasks;
mod plan_duration;
mod plan_outcome;
mod plan_twice;
mod risk_review;
mod risk_scale;
mod risk_without_owner;
mod role_count;
mod role_overfilled;
mod role_per_unit;
mod role_vacant;
mod roles_disjoint;
mod same_holder;
mod sectors_represented;
mod shared_person_redefined;
mod skills_covered;
mod stakeholder_commitment;
mod start_after_due;
mod starts_before_dependency;
mod status_contradicts_done;
mod syntax;
mod takes_beyond_dates;
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
    &activity_required::RULE,
    &activity_before_phase::RULE,
    &phase_tasks::RULE,
    &phase_planned_before::RULE,
    &phase_order::RULE,
    &plan_duration::RULE,
    // what is to be fulfilled
    &criterion_parent::RULE,
    &criterion_chain::RULE,
    &criterion_order::RULE,
    &criterion_decision::RULE,
    &criteria_before_phase::RULE,
    &criteria_before_milestone::RULE,
    &criteria_answered::RULE,
    &phase_ended_open::RULE,
    // what it is to bring, and what may go wrong
    &benefit_count::RULE,
    &benefit_question::RULE,
    &benefits_closed::RULE,
    &plan_outcome::RULE,
    &risk_scale::RULE,
    &risk_without_owner::RULE,
    &risk_review::RULE,
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
    &role_count::RULE,
    &role_per_unit::RULE,
    &same_holder::RULE,
    &roles_disjoint::RULE,
    &holder_in_body::RULE,
    &holder_mandate::RULE,
    &skills_covered::RULE,
    &sectors_represented::RULE,
    &owner_overloaded::RULE,
    &personal_data::RULE,
    // when things are to be done
    &task_without_date::RULE,
    &start_after_due::RULE,
    &task_outside_phase::RULE,
    &starts_before_dependency::RULE,
    &takes_beyond_dates::RULE,
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
    // who meets, and what is decided
    &decision_point_missing::RULE,
    &decision_without_meeting::RULE,
    &meeting_cadence::RULE,
    &meeting_at_phase_change::RULE,
    &meeting_count::RULE,
    &meeting_points::RULE,
    &meeting_purpose::RULE,
    &meeting_in_july::RULE,
    // what is measured
    &indicator_kinds::RULE,
    &indicator_recipient::RULE,
    &indicator_reading::RULE,
    // what shows in several plans together
    &person_spelt_two_ways::RULE,
    &shared_person_redefined::RULE,
    &person_overloaded::RULE,
    &plan_twice::RULE,
    // what is set aside
    &waiver_expired::RULE,
    &waiver_not_allowed::RULE,
    &waiver_unused::RULE,
];

pub(super) use waiver_unused::waive;
