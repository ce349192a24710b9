//! A framework's success criteria joined with what the plan says of them.

use super::{Criterion, CriterionState, Joined};
use crate::calendar::Date;

/// How far a criterion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// met, on a day if that is known
    Met(Option<Date>),
    /// it does not apply here, and why
    Waived(&'a str),
    Open,
}

impl Standing<'_> {
    /// Whether nothing is left of it.
    pub fn is_settled(self) -> bool {
        self != Standing::Open
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

    /// The criterion of an address `phase.dimension.criterion`.
    pub fn criterion(&self, address: &'a str) -> Option<JoinedCriterion<'a>> {
        let mut parts = address.splitn(3, '.');
        let (phase, row, id) = (parts.next()?, parts.next()?, parts.next()?);
        self.criteria(phase, row).into_iter().find(|joined| joined.criterion.id.value == id)
    }

    /// How far the criterion of an address is.
    pub fn standing(&self, address: &str) -> Option<Standing<'a>> {
        let mut parts = address.splitn(3, '.');
        let (phase, row, id) = (parts.next()?, parts.next()?, parts.next()?);
        let (phase, cells) = self.framework.cells.get_key_value(phase)?;
        let (row, _) = cells.cells.get_key_value(row)?;
        self.criteria(phase, row)
            .into_iter()
            .find(|joined| joined.criterion.id.value == id)
            .map(|joined| joined.standing)
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
                if parts.iter().all(|part| part.is_settled()) {
                    Standing::Met(parts.iter().filter_map(on).max())
                } else {
                    Standing::Open
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
        None if said.met => Standing::Met(said.on.as_ref().map(|on| on.value)),
        None => Standing::Open,
    }
}
