//! A framework's success criteria joined with what the plan says of them.

use super::{Criterion, CriterionState, Joined};
use crate::calendar::Date;
use crate::source::Span;

/// How far a criterion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// met, on a day if that is known
    Met(Option<Date>),
    /// it does not apply here, and why
    Waived(&'a str),
    Open,
    /// the plan says it, but unreadably
    Unread,
}

impl Standing<'_> {
    /// Whether nothing is left of it.
    pub fn is_settled(self) -> bool {
        matches!(self, Standing::Met(_) | Standing::Waived(_))
    }
}

/// A criterion of a cell and how far it is.
#[derive(Debug, Clone, Copy)]
pub struct JoinedCriterion<'a> {
    pub phase: &'a str,
    pub row: &'a str,
    pub criterion: &'a Criterion,
    /// The criterion above it, if it is a part of one.
    pub parent: Option<&'a Criterion>,
    pub standing: Standing<'a>,
    /// What the plan says of it, if it says anything.
    pub said: Option<&'a CriterionState>,
}

impl JoinedCriterion<'_> {
    /// What rules and waivers call it: `phase.dimension.criterion`.
    pub fn address(&self) -> String {
        format!("{}.{}.{}", self.phase, self.row, self.criterion.id.value)
    }
}

impl<'a> Joined<'a> {
    /// The criteria of a cell, each followed by its parts.
    pub fn criteria(&self, phase: &'a str, row: &'a str) -> Vec<JoinedCriterion<'a>> {
        let Some(cell) = self.framework.cell(phase, row) else { return Vec::new() };
        let mut criteria = Vec::new();
        for criterion in cell.criteria.values() {
            criteria.push(self.join(phase, row, criterion, None));
            criteria.extend(criterion.criteria.values().map(|part| self.join(phase, row, part, Some(criterion))));
        }
        criteria
    }

    /// The criteria of all cells.
    pub fn all_criteria(&self) -> impl Iterator<Item = JoinedCriterion<'a>> {
        let cells = self.framework.cells.iter();
        let cells = cells.flat_map(|(phase, cells)| cells.cells.keys().map(move |row| (phase, row)));
        cells.flat_map(|(phase, row)| self.criteria(phase, row))
    }

    /// The criteria of the cells that the plan follows criteria in: in all others every one is open.
    pub fn followed_criteria(&self) -> impl Iterator<Item = JoinedCriterion<'a>> {
        let cells = self.plan.criteria.iter();
        let cells = cells.flat_map(|(phase, cells)| cells.dimensions.keys().map(move |row| (phase, row)));
        cells.flat_map(|(phase, row)| self.criteria(phase, row))
    }

    /// The criterion of an address `phase.dimension.criterion`.
    pub fn criterion(&self, address: &str) -> Option<JoinedCriterion<'a>> {
        let mut parts = address.splitn(3, '.');
        let (phase, row, id) = (parts.next()?, parts.next()?, parts.next()?);
        let (phase, cells) = self.framework.cells.get_key_value(phase)?;
        let (row, cell) = cells.cells.get_key_value(row)?;
        let part = |parent: &'a Criterion| Some(self.join(phase, row, parent.criteria.get(id)?, Some(parent)));
        let own = cell.criteria.get(id).map(|own| self.join(phase, row, own, None));
        own.or_else(|| cell.criteria.values().find_map(part))
    }

    /// How far the criterion of an address is.
    pub fn standing(&self, address: &str) -> Option<Standing<'a>> {
        self.criterion(address).map(|joined| joined.standing)
    }

    /// The parts of a criterion.
    pub fn parts(&self, of: &JoinedCriterion<'a>) -> impl Iterator<Item = JoinedCriterion<'a>> {
        let (phase, row, parent) = (of.phase, of.row, of.criterion);
        parent.criteria.values().map(move |part| self.join(phase, row, part, Some(parent)))
    }

    /// Where the plan speaks of a criterion: at its own key, else at the first
    /// of its parts, else at its cell.
    pub fn place_of(&self, joined: &JoinedCriterion) -> Option<Span> {
        let cell = self.plan.criteria.get(joined.phase)?.dimensions.get(joined.row)?;
        let part = || joined.criterion.criteria.keys().find_map(|id| cell.criteria.get(id));
        Some(joined.said.or_else(part).map_or(cell.id.span, |state| state.id.span))
    }

    fn join(
        &self,
        phase: &'a str,
        row: &'a str,
        criterion: &'a Criterion,
        parent: Option<&'a Criterion>,
    ) -> JoinedCriterion<'a> {
        let said = self.said(phase, row, &criterion.id);
        let standing = match said {
            Some(said) => standing(said),
            // A criterion of which the plan says nothing is what its parts are together.
            None if !criterion.criteria.is_empty() => {
                let part = |part: &'a Criterion| self.said(phase, row, &part.id).map_or(Standing::Open, standing);
                let parts: Vec<Standing> = criterion.criteria.values().map(part).collect();
                let on = |standing: &Standing| match standing {
                    Standing::Met(on) => *on,
                    _ => None,
                };
                if parts.contains(&Standing::Open) {
                    Standing::Open
                } else if parts.contains(&Standing::Unread) {
                    Standing::Unread
                } else {
                    Standing::Met(parts.iter().filter_map(on).max())
                }
            }
            None => Standing::Open,
        };
        JoinedCriterion { phase, row, criterion, parent, standing, said }
    }

    fn said(&self, phase: &str, row: &str, id: &str) -> Option<&'a CriterionState> {
        self.plan.criteria.get(phase)?.dimensions.get(row)?.criteria.get(id)
    }
}

fn standing(said: &CriterionState) -> Standing<'_> {
    match &said.waived {
        Some(why) => Standing::Waived(why),
        None if said.unread => Standing::Unread,
        None if said.met => Standing::Met(said.on.as_ref().map(|on| on.value)),
        None => Standing::Open,
    }
}
